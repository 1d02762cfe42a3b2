using Gateway.Engine.Calls;
using Gateway.Engine.Legs;
using Gateway.Engine.Policy;
using Gateway.Engine.Routing;
using Gateway.Engine.Transfers;

namespace Gateway.Engine;

/// <summary>What every room of the engine shares: who is there, the rules, and the outputs of the turn that is running.</summary>
internal sealed class Switchboard(EngineSettings initial, IIdentifierSource identifiers)
{
    private readonly HashSet<EngineTimer> timers = [];
    private readonly Dictionary<long, (PeerName Peer, string Method)> unknownMethods = [];
    private long lastUnknownMethod;
    private ICollection<EngineOutput> outputs = [];

    public EngineSettings Settings { get; private set; } = initial;

    public IIdentifierSource Identifiers => identifiers;

    public Router Router { get; private set; } = new(initial.Numbering, initial.Routes);

    public TransferAuthority Authority { get; private set; } = new(initial.Transfers);

    public Dictionary<string, PeerSettings> Peers { get; private set; } = initial.Peers.ToDictionary(peer => peer.Name);

    public Dictionary<LegId, Leg> Legs { get; } = [];

    public Dictionary<CallId, CallSession> Calls { get; } = [];

    public Dictionary<TransferId, TransferSession> Transfers { get; } = [];

    /// <summary>The calls that nobody answered yet.</summary>
    public HashSet<CallSession> InSetup { get; } = [];

    /// <summary>How many calls carry each correlation id.</summary>
    public Dictionary<CorrelationId, int> Stories { get; } = [];

    public void Add(CallSession call)
    {
        Calls.Add(call.Id, call);
        InSetup.Add(call);
        Stories[call.Correlation] = Stories.GetValueOrDefault(call.Correlation) + 1;
    }

    public bool Remove(CallSession call)
    {
        if (!Calls.Remove(call.Id))
            return false;
        InSetup.Remove(call);
        Leave(call.Correlation);
        if (Calls.Count == 0)
        {
            // What a busy hour took is given back.
            Calls.TrimExcess();
            InSetup.TrimExcess();
            Legs.TrimExcess();
            Stories.TrimExcess();
        }

        return true;
    }

    public void Leave(CorrelationId story)
    {
        if (--Stories[story] == 0)
            Stories.Remove(story);
    }

    /// <summary>Decides by other settings from now on; all of them or, when one cannot be read, none.</summary>
    public void Adopt(EngineSettings settings) => (Settings, Router, Authority, Peers) = (
        settings,
        new Router(settings.Numbering, settings.Routes),
        new TransferAuthority(settings.Transfers),
        settings.Peers.ToDictionary(peer => peer.Name));

    public void BeginTurn(ICollection<EngineOutput> collector) => outputs = collector;

    public void Do(LegCommand command) => outputs.Add(new EngineOutput.Command(command));

    public void Note(Note note) => outputs.Add(new EngineOutput.Noted(note));

    public void Record(TransferRecord record) => outputs.Add(new EngineOutput.Recorded(record));

    public void Start(EngineTimer timer, TimeSpan duration)
    {
        timers.Add(timer);
        outputs.Add(new EngineOutput.StartTimer(timer, duration));
    }

    public void Stop(EngineTimer timer)
    {
        if (timers.Remove(timer))
            outputs.Add(new EngineOutput.StopTimer(timer));
    }

    /// <summary>True when the timer was running; a stale expiry is none.</summary>
    public bool TakeExpiry(EngineTimer timer) => timers.Remove(timer);

    public bool Supports(PeerName peer, string method) =>
        Peers.TryGetValue(peer.Value, out var known) && known.Methods.Contains(method) && !unknownMethods.ContainsValue((peer, method));

    /// <summary>True when the caller may take the place of <paramref name="old"/>.</summary>
    public bool MayReplace(Leg old, Leg fresh, LegEvent.Arrived arrived) =>
        arrived.Claim == ReplacesClaim.Identity ? old.IdentityGiven
        : old.Peer == fresh.Peer && RightOf(fresh.Peer) switch
        {
            TakeoverRight.Peer => true,
            TakeoverRight.ReferredBy when arrived.ReferredBy is { } by && IsSame(by, old.Party, old.Peer) => true,
            _ => arrived.Claim == ReplacesClaim.SameSource && IsSame(fresh.Party, old.Party, old.Peer),
        };

    /// <summary>True when both legs are the transferor's own.</summary>
    public bool AreOfOneParty(Leg transferor, Leg consultation) => transferor.Peer == consultation.Peer
        && (RightOf(transferor.Peer) == TakeoverRight.Peer || IsSame(transferor.Party, consultation.Party, transferor.Peer));

    private TakeoverRight RightOf(PeerName peer) => Peers.TryGetValue(peer.Value, out var known) ? known.Takeover : default;

    private bool IsSame(Party? one, Party? other, PeerName peer) => one is not null && other is not null
        && Router.Normalise(one.Number, peer.Value).Number == Router.Normalise(other.Number, peer.Value).Number;

    /// <summary>The peer itself said that it does not know the method: it is not asked again for a while. False when that was known.</summary>
    public bool Disbelieve(PeerName peer, string method)
    {
        if (!Supports(peer, method))
            return false;
        unknownMethods.Add(++lastUnknownMethod, (peer, method));
        Start(new EngineTimer(EngineTimers.MethodUnknown, lastUnknownMethod), Settings.Timers.MethodUnknown);
        return true;
    }

    public void Believe(long mark) => unknownMethods.Remove(mark);
}
