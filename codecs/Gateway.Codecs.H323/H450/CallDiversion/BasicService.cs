namespace Gateway.Codecs.H323.H450.CallDiversion;

/// <summary>BasicService (H.450.3 (02/1998) 9); only allServices for multimedia calls. Other ranks are kept as numbers.</summary>
public enum BasicService
{
    AllServices,
}
