namespace Gateway.H323;

/// <summary>Every timer of this stack by its standard's name; <see cref="H323Timers"/> has the durations.</summary>
public enum H323Timer
{
    /// <summary>Not a standard's: guards the opening of the TCP connection.</summary>
    Connection,
    T301,
    T303,
    T304,
    T310,
    /// <summary>H.245 (05/2011) C.3: capability exchange.</summary>
    T101,
    /// <summary>H.245 (05/2011) C.4: logical channel signalling.</summary>
    T103,
    /// <summary>H.245 (05/2011) C.2: master-slave determination.</summary>
    T106,
    /// <summary>H.450.2 CT-T1: waits for the answer to callTransferIdentify.</summary>
    CtT1,
    /// <summary>H.450.2 CT-T2: waits for the call of the transferred endpoint.</summary>
    CtT2,
    /// <summary>H.450.2 CT-T3: waits for the answer to callTransferInitiate.</summary>
    CtT3,
    /// <summary>H.450.2 CT-T4: waits for the answer to callTransferSetup.</summary>
    CtT4,
}

/// <summary>The one table of durations. Defaults and ranges with their clauses; a peer may have its own.</summary>
public sealed record H323Timers
{
    /// <summary>5 s. Ours: a peer that does not even take the TCP connection is out of order.</summary>
    public TimeSpan Connection { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>180 s or more (H.225.0 (12/2009) 7.5; Q.931 (05/1998) table 9-2).</summary>
    public TimeSpan T301 { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>4 s (H.225.0 7.5; Q.931 table 9-2). Not repeated, TCP carries the SETUP.</summary>
    public TimeSpan T303 { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>30 s (Q.931 table 9-2).</summary>
    public TimeSpan T304 { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>10 s (H.225.0 7.5), where Q.931 table 9-2 has 30 to 120 s.</summary>
    public TimeSpan T310 { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>30 s (H.323 (12/2009) recommends no value; H.245 C.3 leaves it open).</summary>
    public TimeSpan T101 { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>30 s (H.245 C.4 leaves it open).</summary>
    public TimeSpan T103 { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>30 s (H.245 C.2 leaves it open).</summary>
    public TimeSpan T106 { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>10 s, range 1 to 60 s.</summary>
    public TimeSpan CtT1 { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>20 s, range 1 to 60 s.</summary>
    public TimeSpan CtT2 { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>25 s, range 1 to 180 s; must exceed the peer's CT-T4 by a round trip.</summary>
    public TimeSpan CtT3 { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>20 s, range 1 to 180 s.</summary>
    public TimeSpan CtT4 { get; init; } = TimeSpan.FromSeconds(20);

    public TimeSpan this[H323Timer timer] => timer switch
    {
        H323Timer.Connection => Connection,
        H323Timer.T301 => T301,
        H323Timer.T303 => T303,
        H323Timer.T304 => T304,
        H323Timer.T310 => T310,
        H323Timer.T101 => T101,
        H323Timer.T103 => T103,
        H323Timer.T106 => T106,
        H323Timer.CtT1 => CtT1,
        H323Timer.CtT2 => CtT2,
        H323Timer.CtT3 => CtT3,
        H323Timer.CtT4 => CtT4,
        _ => throw new ArgumentOutOfRangeException(nameof(timer), timer, null),
    };
}
