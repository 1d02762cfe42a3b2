namespace Gateway.Isdn;

/// <summary>Which end of the interface this is. In QSIG, where the ends are equal, Network is side A of layer 2.</summary>
public enum IsdnSide
{
    User,
    Network,
}

/// <summary>The dialect spoken; it decides about supplementary services and a few points of basic call control.</summary>
public enum IsdnVariant
{
    /// <summary>EuroISDN, EN 300 403-1 with EN 300 196-1.</summary>
    Etsi,

    /// <summary>QSIG, ISO/IEC 11572 and 11582: both ends follow the user side's rules and numbering of states.</summary>
    Qsig,

    /// <summary>National ISDN 2.</summary>
    Ni2,

    /// <summary>Nortel DMS-100.</summary>
    Dms100,

    /// <summary>AT&amp;T 4ESS.</summary>
    Att4Ess,

    /// <summary>Lucent 5ESS.</summary>
    Lucent5Ess,
}

/// <summary>The kind of interface, which says what B-channels there are and how they are named.</summary>
public enum IsdnInterface
{
    /// <summary>2048 kbit/s: time slots 1 to 15 and 17 to 31.</summary>
    PrimaryE1,

    /// <summary>1544 kbit/s: time slots 1 to 23.</summary>
    PrimaryT1,

    /// <summary>Basic access, point-to-point: B1 and B2.</summary>
    Basic,
}

/// <summary>How the octet of Channel identification counts the channels of an E1.</summary>
public enum ChannelNumbering
{
    /// <summary>The time slot: 1 to 15 and 17 to 31.</summary>
    Physical,

    /// <summary>1 to 30 without a gap, as some QSIG peers count.</summary>
    Logical,
}

/// <summary>One D-channel and its B-channels.</summary>
public sealed record IsdnTrunkSettings(IsdnSide Side, IsdnVariant Variant = IsdnVariant.Etsi)
{
    /// <summary>Terminal endpoint identifier; 0 on point-to-point interfaces.</summary>
    public byte Tei { get; init; }

    public IsdnInterface Interface { get; init; } =
        Variant is IsdnVariant.Etsi or IsdnVariant.Qsig ? IsdnInterface.PrimaryE1 : IsdnInterface.PrimaryT1;

    public ChannelNumbering Numbering { get; init; }

    /// <summary>True: the channel of an outgoing SETUP is exclusive; false: preferred, so that the peer may choose another.</summary>
    public bool ExclusiveChannels { get; init; } = true;

    /// <summary>Octets of the call references allocated here: 2 on primary rate, 1 on basic access.</summary>
    public int CallReferenceLength => Interface == IsdnInterface.Basic ? 1 : 2;

    /// <summary>Location in the causes that call control itself sends.</summary>
    public Codecs.Isdn.Elements.Location Location { get; init; } =
        Side == IsdnSide.Network && Variant != IsdnVariant.Qsig
            ? Codecs.Isdn.Elements.Location.PublicNetworkServingLocalUser
            : Codecs.Isdn.Elements.Location.PrivateNetworkServingLocalUser;

    /// <summary>Q.921 k: I frames on the way without acknowledgement. 7 on primary rate.</summary>
    public int Window { get; init; } = 7;

    /// <summary>Q.921 N200: how often a frame is repeated.</summary>
    public int Retransmissions { get; init; } = 3;

    /// <summary>False: facilities are carried and told, but nobody here acts upon or answers them.</summary>
    public bool TransferServices { get; init; } = true;

    public IsdnTimers Timers { get; init; } = IsdnTimers.Of(Side);

    /// <summary>True when QSIG rules or the user side's apply: CONNECT waits for CONNECT ACKNOWLEDGE, states are numbered U.</summary>
    internal bool ActsAsUser => Side == IsdnSide.User || Variant == IsdnVariant.Qsig;
}
