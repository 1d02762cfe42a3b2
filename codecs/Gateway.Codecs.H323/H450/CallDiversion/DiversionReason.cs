namespace Gateway.Codecs.H323.H450.CallDiversion;

/// <summary>DiversionReason (H.450.3 (02/1998) 9); unknown only from another network.</summary>
public enum DiversionReason
{
    Unknown,
    Cfu,
    Cfb,
    Cfnr,
}
