namespace Gateway.Codecs.H323.Ras;

/// <summary>RehomingModel (H.225.0 (12/2009) 7.6, Annex H).</summary>
public enum RehomingModel
{
    GatekeeperBased,
    EndpointBased,
}
