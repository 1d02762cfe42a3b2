namespace Gateway.Codecs.H323.H245.Transport;

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A).</summary>
public enum QOSMode
{
    GuaranteedQOS,
    ControlledLoad,
}
