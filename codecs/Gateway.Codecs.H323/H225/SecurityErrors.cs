namespace Gateway.Codecs.H323.H225;

/// <summary>SecurityErrors (H.225.0 (12/2009) 7.6, Annex H).</summary>
public enum SecurityErrors
{
    SecurityWrongSyncTime,
    SecurityReplay,
    SecurityWrongGeneralID,
    SecurityWrongSendersID,
    SecurityIntegrityFailed,
    SecurityWrongOID,
    SecurityDHmismatch,
    SecurityCertificateExpired,
    SecurityCertificateDateInvalid,
    SecurityCertificateRevoked,
    SecurityCertificateNotReadable,
    SecurityCertificateSignatureInvalid,
    SecurityCertificateMissing,
    SecurityCertificateIncomplete,
    SecurityUnsupportedCertificateAlgOID,
    SecurityUnknownCA,
}
