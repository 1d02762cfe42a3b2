namespace Gateway.Codecs.Isdn.Facility.Etsi;

/// <summary>Error values of ETSI services beyond <see cref="GeneralError"/>.</summary>
public static class EtsiError
{
    /// <summary>linkIdNotAssignedByNetwork (EN 300 369-1 V1.2.4, clause 7).</summary>
    public static readonly Code LinkIdNotAssignedByNetwork = EtsiOperation.Ect("21");
}

/// <summary>Local error values of diversion (EN 300 207-1 V1.2.5, clause 7).</summary>
public enum DiversionError
{
    InvalidDivertedToNumber = 12,
    SpecialServiceNumber = 14,
    DiversionToServedUserNumber = 15,
    IncomingCallAccepted = 23,
    NumberOfDiversionsExceeded = 24,
    NotActivated = 46,
    RequestAlreadyAccepted = 48,
}
