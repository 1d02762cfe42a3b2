namespace Gateway.Codecs.H323.H450.CallDiversion;

/// <summary>Procedure (H.450.3 (02/1998) 9).</summary>
public enum Procedure
{
    Cfu,
    Cfb,
    Cfnr,
}
