namespace Gateway.Codecs.Isdn.Facility;

/// <summary>Local error values that services share (Q.950 06/2000, General-Error-List; EN 300 196-1 V1.3.2, annex D).</summary>
public enum GeneralError
{
    NotSubscribed = 0,
    RejectedByNetwork = 1,
    RejectedByUser = 2,
    NotAvailable = 3,
    NotImplemented = 4,
    InsufficientInformation = 5,
    InvalidServedUserNumber = 6,
    InvalidCallState = 7,
    BasicServiceNotProvided = 8,
    NotIncomingCall = 9,
    SupplementaryServiceInteractionNotAllowed = 10,
    ResourceUnavailable = 11,
    CallFailure = 25,
    ProceduralError = 43,
}
