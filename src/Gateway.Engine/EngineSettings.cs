using Gateway.Engine.Policy;
using Gateway.Engine.Routing;
using Gateway.Engine.Transfers;

namespace Gateway.Engine;

/// <summary>Everything the engine is told about its surroundings. Plain data: strings name peers, methods and rules.</summary>
public sealed record EngineSettings
{
    public IReadOnlyList<PeerSettings> Peers { get; init; } = [];

    /// <summary>Rewrites of numbers; every rule that matches is applied, in this order.</summary>
    public IReadOnlyList<NumberingRule> Numbering { get; init; } = [];

    /// <summary>Where calls go; the first route that matches wins.</summary>
    public IReadOnlyList<Route> Routes { get; init; } = [];

    public TransferPolicy Transfers { get; init; } = new();

    /// <summary>What each configured method name does. The names are the operator's; the kinds are the engine's.</summary>
    public IReadOnlyDictionary<string, MethodKind> Methods { get; init; } =
        new Dictionary<string, MethodKind> { ["bridge"] = MethodKind.Bridge };

    public TimerSettings Timers { get; init; } = new();

    public LimitSettings Limits { get; init; } = new();
}

/// <summary>A neighbour and what it can do.</summary>
public sealed record PeerSettings
{
    public string Name { get; init; } = "";

    /// <summary>Names of the transfer methods this peer supports. Methods of kind <see cref="MethodKind.Bridge"/> need no entry.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>True for the trunk of an emergency answering point, which alone may transfer an emergency call (RFC 6881 ED-64).</summary>
    public bool EmergencyCentre { get; init; }

    public TakeoverRight Takeover { get; init; }
}

/// <summary>Which calls of its own peer a caller may take over, or name as the consultation call of its transfer.</summary>
public enum TakeoverRight
{
    /// <summary>Its own: same party, same source; a takeover also in the name of that party, as Referred-By claims.</summary>
    ReferredBy,

    /// <summary>Its own: same party, same source.</summary>
    Party,

    /// <summary>Every call of the peer, which speaks for all its parties: a trunk, a switchboard.</summary>
    Peer,
}

/// <summary>Durations of the timers of <see cref="EngineTimers"/>, with their defaults.</summary>
public sealed record TimerSettings
{
    public TimeSpan NoAnswer { get; init; } = TimeSpan.FromMinutes(3);

    public TimeSpan TransferorBye { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan HandOverClearing { get; init; } = TimeSpan.FromSeconds(2);

    public TimeSpan Transfer { get; init; } = TimeSpan.FromSeconds(240);

    public TimeSpan MethodUnknown { get; init; } = TimeSpan.FromHours(1);
}

/// <summary>What keeps a story from growing without end.</summary>
public sealed record LimitSettings
{
    /// <summary>Calls that may carry one correlation id at the same time; one more is taken for a loop.</summary>
    public int CallsPerStory { get; init; } = 8;

    /// <summary>Unanswered calls with equal calling and called party from one peer; one more is taken for a loop.</summary>
    public int EqualCallsInSetup { get; init; } = 4;

    /// <summary>How often a call, or the target of a transfer, follows somebody who names another to be called instead; 0: never.</summary>
    public int Redirections { get; init; } = 5;
}
