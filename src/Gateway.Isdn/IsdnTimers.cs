namespace Gateway.Isdn;

/// <summary>The timers of this stack by their names in Q.921, Q.931 and Q.932.</summary>
public enum IsdnTimer
{
    /// <summary>Q.921: waiting for the acknowledgement of a frame.</summary>
    T200,

    /// <summary>Q.921: the link was silent.</summary>
    T203,

    /// <summary>Ours: pause before a failed link is established again.</summary>
    Reestablish,
    T301,
    T302,
    T303,
    T304,
    T305,
    T308,
    T309,
    T310,
    T313,
    T316,
    THold,
    TRetrieve,

    /// <summary>EctLinkIdRequest sent.</summary>
    EctLinkId,

    /// <summary>The operation that joins two calls sent.</summary>
    EctExecution,

    /// <summary>ECMA-178: callTransferIdentify sent.</summary>
    CtT1,

    /// <summary>ECMA-178: identity given out.</summary>
    CtT2,

    /// <summary>ECMA-178: callTransferInitiate sent.</summary>
    CtT3,

    /// <summary>ECMA-300: ssctInitiate sent, to be answered when the target answers.</summary>
    SsctT1,
}

/// <summary>Durations, ITU-T Q.921 (09/1997) clause 5.9, Q.931 (05/1998) Tables 9-1 and 9-2, EN 300 141-1 (05/2001).</summary>
/// <remarks>Exceptions to the table of one side are made with <c>with</c>: <c>IsdnTimers.Of(IsdnSide.User) with { T310 = ... }</c>.</remarks>
public sealed record IsdnTimers
{
    public TimeSpan T200 { get; init; } = TimeSpan.FromSeconds(1);
    public TimeSpan T203 { get; init; } = TimeSpan.FromSeconds(10);
    public TimeSpan Reestablish { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>ALERTING received, until CONNECT.</summary>
    public TimeSpan T301 { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>SETUP ACKNOWLEDGE sent, until the number is complete; 10 to 15 s.</summary>
    public TimeSpan T302 { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>SETUP sent, until the first answer; SETUP is repeated once.</summary>
    public TimeSpan T303 { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>SETUP ACKNOWLEDGE received; 30 s at the user, 20 s at the network.</summary>
    public TimeSpan T304 { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>DISCONNECT sent, until RELEASE.</summary>
    public TimeSpan T305 { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>RELEASE sent, until RELEASE COMPLETE; RELEASE is repeated once.</summary>
    public TimeSpan T308 { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Data link lost, until it is back; 6 to 90 s.</summary>
    public TimeSpan T309 { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>CALL PROCEEDING received, until more; 30 to 120 s at the user, 10 s at the network.</summary>
    public TimeSpan T310 { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>CONNECT sent, until CONNECT ACKNOWLEDGE.</summary>
    public TimeSpan T313 { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>RESTART sent, until RESTART ACKNOWLEDGE; RESTART is repeated twice.</summary>
    public TimeSpan T316 { get; init; } = TimeSpan.FromMinutes(2);
    public TimeSpan THold { get; init; } = TimeSpan.FromSeconds(4);
    public TimeSpan TRetrieve { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>EctLinkIdRequest sent, until its answer; 1 to 10 s.</summary>
    public TimeSpan EctLinkId { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Transfer invoked, until the answer or the clearing of both calls; 1 to 10 s.</summary>
    public TimeSpan EctExecution { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>callTransferIdentify sent, until its answer; 1 to 60 s.</summary>
    public TimeSpan CtT1 { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Identity given out, until it is shown; 1 to 60 s.</summary>
    public TimeSpan CtT2 { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>callTransferInitiate, or ssctInitiate that waits for alerting, until the answer; 1 to 180 s, more than the far side takes
    /// to set up a call.</summary>
    public TimeSpan CtT3 { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>ssctInitiate that waits for connect, until the answer: CT-T3 and T301.</summary>
    public TimeSpan SsctT1 { get; init; } = TimeSpan.FromSeconds(205);

    /// <summary>The defaults of one side.</summary>
    public static IsdnTimers Of(IsdnSide side) => side == IsdnSide.User
        ? new()
        : new() { T302 = TimeSpan.FromSeconds(12), T304 = TimeSpan.FromSeconds(20), T310 = TimeSpan.FromSeconds(10) };

    public TimeSpan this[IsdnTimer timer] => timer switch
    {
        IsdnTimer.T200 => T200,
        IsdnTimer.T203 => T203,
        IsdnTimer.Reestablish => Reestablish,
        IsdnTimer.T301 => T301,
        IsdnTimer.T302 => T302,
        IsdnTimer.T303 => T303,
        IsdnTimer.T304 => T304,
        IsdnTimer.T305 => T305,
        IsdnTimer.T308 => T308,
        IsdnTimer.T309 => T309,
        IsdnTimer.T310 => T310,
        IsdnTimer.T313 => T313,
        IsdnTimer.T316 => T316,
        IsdnTimer.THold => THold,
        IsdnTimer.TRetrieve => TRetrieve,
        IsdnTimer.EctLinkId => EctLinkId,
        IsdnTimer.EctExecution => EctExecution,
        IsdnTimer.CtT1 => CtT1,
        IsdnTimer.CtT2 => CtT2,
        IsdnTimer.CtT3 => CtT3,
        IsdnTimer.SsctT1 => SsctT1,
        _ => throw new ArgumentOutOfRangeException(nameof(timer)),
    };
}
