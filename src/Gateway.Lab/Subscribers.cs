namespace Gateway.Lab;

/// <summary>What a subscriber does when called.</summary>
public enum Behaviour
{
    /// <summary>Rings, then answers.</summary>
    Answers,

    /// <summary>User busy: cause 17, 486.</summary>
    Busy,

    /// <summary>Rings and never answers.</summary>
    RingsForEver,

    /// <summary>Call rejected: cause 21, 603.</summary>
    Rejects,

    /// <summary>Nobody has this number: cause 1, 404.</summary>
    Unassigned,
}

/// <summary>The one table of who does what when called. All far ends share it: the last two digits of the called number decide.</summary>
public static class Subscribers
{
    public const string BusySuffix = "86";

    public const string RingsForEverSuffix = "80";

    public const string RejectsSuffix = "03";

    public const int BusyCause = 17;

    public const int RejectedCause = 21;

    public const int UnassignedCause = 1;

    public const int BusyStatus = 486;

    public const int RejectedStatus = 603;

    public const int UnassignedStatus = 404;

    /// <summary>How long the others ring before they answer, unless a far end is told otherwise.</summary>
    public static readonly TimeSpan RingingTime = TimeSpan.FromMilliseconds(300);

    public static Behaviour Of(string number) =>
        number.EndsWith(BusySuffix, StringComparison.Ordinal) ? Behaviour.Busy
        : number.EndsWith(RingsForEverSuffix, StringComparison.Ordinal) ? Behaviour.RingsForEver
        : number.EndsWith(RejectsSuffix, StringComparison.Ordinal) ? Behaviour.Rejects
        : Behaviour.Answers;

    /// <summary>The same at a far end that serves all numbers of a prefix, and no others.</summary>
    public static Behaviour Of(string number, string prefix) =>
        number.StartsWith(prefix, StringComparison.Ordinal) && number.Length > 0 ? Of(number) : Behaviour.Unassigned;

    /// <summary>What a caller is told who is not put through.</summary>
    internal static int CauseOf(Behaviour behaviour) => behaviour switch
    {
        Behaviour.Busy => BusyCause,
        Behaviour.Rejects => RejectedCause,
        _ => UnassignedCause,
    };
}
