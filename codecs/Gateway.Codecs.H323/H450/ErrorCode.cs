namespace Gateway.Codecs.H323.H450;

/// <summary>Local error codes: the general list of H.450.1 (02/1998) and those of H.450.2, H.450.3, H.450.4 and H.450.7.</summary>
public enum ErrorCode
{
    UserNotSubscribed = 0,
    RejectedByNetwork = 1,
    RejectedByUser = 2,
    NotAvailable = 3,
    InsufficientInformation = 5,
    InvalidServedUserNumber = 6,
    InvalidCallState = 7,
    BasicServiceNotProvided = 8,
    NotIncomingCall = 9,
    SupplementaryServiceInteractionNotAllowed = 10,
    ResourceUnavailable = 11,
    InvalidDivertedNumber = 12,
    SpecialServiceNumber = 14,
    DiversionToServedUserNumber = 15,
    NumberOfDiversionsExceeded = 24,
    CallFailure = 25,
    NotActivated = 31,
    ProceduralError = 43,
    TemporarilyUnavailable = 1000,
    InvalidReroutingNumber = 1004,
    UnrecognizedCallIdentity = 1005,
    EstablishmentFailure = 1006,
    NotAuthorized = 1007,
    Unspecified = 1008,
    InvalidMsgCentreId = 1018,
    Undefined = 2002,
}
