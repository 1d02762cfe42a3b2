namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>Local error values of QSIG services (ECMA-174, -176, -178, -300; 12/2001 editions).</summary>
public enum QsigError
{
    InvalidDivertedToNumber = 12,
    SpecialServiceNumber = 14,
    DiversionToServedUserNumber = 15,
    NumberOfDiversionsExceeded = 24,
    TemporarilyUnavailable = 1000,
    Collision = 1001,
    CriteriaPermanentlyUnachievable = 1002,
    CriteriaTemporarilyUnachievable = 1003,
    InvalidRerouteingNumber = 1004,
    UnrecognizedCallIdentity = 1005,
    EstablishmentFailure = 1006,
    NotAuthorized = 1007,

    /// <summary>Carries an extension as parameter.</summary>
    Unspecified = 1008,
}
