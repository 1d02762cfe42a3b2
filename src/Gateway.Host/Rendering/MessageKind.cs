namespace Gateway.Host.Rendering;

/// <summary>What octets are to be taken for; the names are those of the command line.</summary>
public enum MessageKind
{
    Sip,

    /// <summary>A TPKT frame, or the Q.931 message in it.</summary>
    H225,

    /// <summary>H323-UserInformation alone.</summary>
    H225Uu,
    Ras,
    H245,

    /// <summary>H4501SupplementaryService.</summary>
    H450,
    Q931,

    /// <summary>A Facility element, or its contents from octet 3 on.</summary>
    Facility,

    /// <summary>A LAPD frame without flags and frame check sequence.</summary>
    Lapd,

    /// <summary>A user message of SCTP, payload protocol 1.</summary>
    Iua,
}
