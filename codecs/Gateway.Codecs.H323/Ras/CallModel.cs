namespace Gateway.Codecs.H323.Ras;

/// <summary>CallModel (H.225.0 (12/2009) 7.11.1, Annex H).</summary>
public enum CallModel
{
    Direct,
    GatekeeperRouted,
}
