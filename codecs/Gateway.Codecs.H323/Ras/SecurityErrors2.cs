namespace Gateway.Codecs.H323.Ras;

/// <summary>SecurityErrors2 (H.225.0 (12/2009) 7.6, Annex H).</summary>
public enum SecurityErrors2
{
    SecurityWrongSyncTime,
    SecurityReplay,
    SecurityWrongGeneralID,
    SecurityWrongSendersID,
    SecurityIntegrityFailed,
    SecurityWrongOID,
}
