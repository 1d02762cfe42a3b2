using System.Net;
using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Policy;
using Gateway.Engine.Routing;
using Gateway.Engine.Transfers;

namespace Engine.Tests;

/// <summary>
/// The engine with scripted legs around it. Each party has a media port of its own, and the stage keeps what every party was told to talk
/// to, from the commands alone, so that a test can say who ended up connected to whom. Legs obey releases and media changes at once
/// unless a test takes them by the hand.
/// </summary>
internal sealed class Stage : IIdentifierSource
{
    public static readonly PeerName Phones = new("phones");
    public static readonly PeerName East = new("east");
    public static readonly PeerName West = new("west");

    private readonly Dictionary<LegId, Actor> actors = [];
    private readonly Queue<LegEvent> due = [];
    private long last;

    public Stage(EngineSettings? settings = null) => Engine = new CallEngine(settings ?? Settings(), this);

    public CallEngine Engine { get; }

    /// <summary>Everything the engine ever put out.</summary>
    public List<EngineOutput> Outputs { get; } = [];

    public HashSet<EngineTimer> Timers { get; } = [];

    /// <summary>Commands that the legs do not obey by themselves.</summary>
    public Func<LegCommand, bool> ByHand { get; set; } = _ => false;

    /// <summary>Makes the next identifier fail, as a fault of ours would.</summary>
    public bool Broken { get; set; }

    public IEnumerable<LegCommand> Commands => Outputs.OfType<EngineOutput.Command>().Select(output => output.Leg);

    public IEnumerable<Note> Notes => Outputs.OfType<EngineOutput.Noted>().Select(output => output.Note);

    public IEnumerable<TransferRecord> Records => Outputs.OfType<EngineOutput.Recorded>().Select(output => output.Record);

    public TransferRecord Record => Assert.Single(Records);

    public IEnumerable<TransferReport> Finals => Commands.OfType<LegCommand.ReportTransfer>()
        .Select(command => command.Report).Where(report => report is not TransferReport.Ringing);

    public static EngineSettings Settings(OnFailure onFailure = OnFailure.FallBack, params string[] methods) => new()
    {
        Peers =
        [
            new PeerSettings { Name = "phones", Takeover = TakeoverRight.Peer },
            new PeerSettings { Name = "east", Takeover = TakeoverRight.Peer, Methods = ["reroute", "hand-over", "join"] },
            new PeerSettings { Name = "west", Takeover = TakeoverRight.Peer, Methods = ["reroute", "hand-over", "join"] },
        ],
        Routes =
        [
            new Route { Id = "to-phones", Called = "1*", To = "phones" },
            new Route { Id = "to-east", Called = "2*", To = "east" },
            new Route { Id = "to-west", Called = "3*", To = "west" },
        ],
        Methods = new Dictionary<string, MethodKind>
        {
            ["reroute"] = MethodKind.Reroute,
            ["hand-over"] = MethodKind.HandOver,
            ["join"] = MethodKind.AnnouncedJoin,
            ["bridge"] = MethodKind.Bridge,
        },
        Transfers = new TransferPolicy
        {
            Rules = [new TransferRule { Id = "open", Action = RuleAction.Allow, Methods = methods, OnFailure = onFailure }],
        },
    };

    public LegId NextLeg() => Broken ? throw new InvalidOperationException("broken on purpose") : new(++last);

    public CallId NextCall() => new(++last);

    public TransferId NextTransfer() => new(++last);

    public CorrelationId NextCorrelation() => new($"story-{++last}");

    public Media MediaOf(LegId leg) => actors[leg].Own;

    public Media? TalksTo(LegId leg) => actors[leg].TalksTo;

    public bool IsGone(LegId leg) => actors[leg].Gone;

    public static Media PortOf(long port, MediaDirection direction = MediaDirection.SendReceive) =>
        new(new IPEndPoint(IPAddress.Loopback, 10_000 + (int)port), [Codec.G711ALaw, Codec.G711MuLaw], direction);

    /// <summary>Plays one event and whatever the legs answer by themselves; returns what the engine put out for it.</summary>
    public IReadOnlyList<EngineOutput> Play(LegEvent input) => Turn(outputs => Hear(input, outputs));

    /// <summary>Lets every running timer of this name run out; at least one must run.</summary>
    public void Expire(string name)
    {
        var expired = Timers.Where(timer => timer.Name == name).OrderBy(timer => timer.Owner).ToArray();
        Assert.NotEmpty(expired);
        foreach (var timer in expired)
        {
            Timers.Remove(timer);
            Turn(outputs => Engine.Expired(timer, outputs));
        }
    }

    public IReadOnlyList<EngineOutput> Turn(Action<List<EngineOutput>> act)
    {
        var start = Outputs.Count;
        TakeIn(act);
        while (due.TryDequeue(out var next))
            TakeIn(outputs => Hear(next, outputs));
        return Outputs[start..];
    }

    public LegId Arrive(PeerName peer, string calling, string called, LegId? replaces = null, bool withMedia = true, ReplacesClaim claim = default, string? inNameOf = null)
    {
        var leg = NextLeg();
        actors.Add(leg, new Actor(PortOf(leg.Value)));
        Play(new LegEvent.Arrived(leg, peer, new Party(called), new Party(calling), withMedia ? MediaOf(leg) : null, Replaces: replaces)
        {
            Claim = claim,
            ReferredBy = inNameOf is null ? null : new Party(inNameOf),
        });
        return leg;
    }

    /// <summary>The leg that the last Place made.</summary>
    public LegId LastPlaced => Commands.OfType<LegCommand.Place>().Last().Leg;

    /// <summary>A call that was answered: the leg that called and the leg that was called.</summary>
    public (LegId Caller, LegId Called) Talk(PeerName peer, string calling, string called)
    {
        var caller = Arrive(peer, calling, called);
        var callee = LastPlaced;
        Answer(callee);
        AssertTalking(caller, callee);
        return (caller, callee);
    }

    public void Answer(LegId leg) => Play(new LegEvent.Answered(leg, MediaOf(leg)));

    public void Ring(LegId leg) => Play(new LegEvent.Ringing(leg, null));

    public void HangUp(LegId leg, int cause = 16) => Play(new LegEvent.Released(leg, new Cause(cause)));

    public TransferId Transfer(LegId transferor, TransferTarget target)
    {
        Play(new LegEvent.TransferRequested(transferor, target));
        return Commands.OfType<LegCommand.AcceptTransfer>().Last().Transfer;
    }

    public TransferId Blind(LegId transferor, string number) => Transfer(transferor, new TransferTarget.ToParty(new Party(number)));

    public void AssertTalking(LegId one, LegId other)
    {
        Assert.Equal(MediaOf(other).Rtp, TalksTo(one)?.Rtp);
        Assert.Equal(MediaOf(one).Rtp, TalksTo(other)?.Rtp);
        Assert.False(IsGone(one));
        Assert.False(IsGone(other));
        var call = Assert.Single(Engine.Calls, call => call.First?.Leg == one || call.Second?.Leg == one);
        Assert.Equal(new HashSet<LegId?> { one, other }, [call.First?.Leg, call.Second?.Leg]);
        Assert.Equal("Talking", call.State);
    }

    public void AssertNothingLeft()
    {
        Assert.Empty(Engine.Calls);
        Assert.Empty(Engine.Transfers);
        Assert.Empty(Timers);
        Assert.All(actors.Values, actor => Assert.True(actor.Gone));
    }

    public void AssertOneEnd<TReport>(TransferOutcome outcome)
        where TReport : TransferReport
    {
        Assert.IsType<TReport>(Assert.Single(Finals));
        Assert.Equal(outcome, Record.Outcome);
    }

    public TCommand LastOf<TCommand>()
        where TCommand : LegCommand => Commands.OfType<TCommand>().Last();

    private void TakeIn(Action<List<EngineOutput>> act)
    {
        var outputs = new List<EngineOutput>();
        act(outputs);
        foreach (var output in outputs)
        {
            Outputs.Add(output);
            switch (output)
            {
                case EngineOutput.StartTimer start:
                    Timers.Add(start.Timer);
                    break;
                case EngineOutput.StopTimer stop:
                    Assert.True(Timers.Remove(stop.Timer), $"{stop.Timer.Name} was not running");
                    break;
                case EngineOutput.Command command:
                    Obey(command.Leg);
                    break;
            }
        }
    }

    private void Hear(LegEvent input, List<EngineOutput> outputs)
    {
        var actor = actors[input.Leg];
        if (actor.Gone)
            return;
        switch (input)
        {
            case LegEvent.Released:
                actor.Gone = true;
                break;
            case LegEvent.MediaOffered offered:
                actor.Own = offered.Media;
                break;
            case LegEvent.MediaChanged changed:
                actor.Own = changed.Media;
                actor.TalksTo = actor.Asked ?? actor.TalksTo;
                actor.Asked = null;
                break;
            case LegEvent.MediaRefused:
                actor.Asked = null;
                break;
        }

        Engine.Handle(input, outputs);
    }

    private void Obey(LegCommand command)
    {
        if (command is LegCommand.Place place)
            actors.Add(place.Leg, new Actor(PortOf(place.Leg.Value)) { TalksTo = place.Setup.Media });
        if (!actors.TryGetValue(command.Leg, out var actor))
            return;
        if (command is LegCommand.Answer { Media: not null } answer)
            actor.TalksTo = answer.Media;
        if (command is LegCommand.AnswerMedia { Media: not null } answered)
            actor.TalksTo = answered.Media;
        if (command is LegCommand.ChangeMedia asked)
        {
            Assert.Null(actor.Asked);
            actor.Asked = asked.Remote;
        }

        if (ByHand(command))
            return;
        if (command is LegCommand.Release release)
            due.Enqueue(new LegEvent.Released(command.Leg, release.Cause));
        if (command is LegCommand.ChangeMedia)
            due.Enqueue(new LegEvent.MediaChanged(command.Leg, actor.Own));
    }

    private sealed class Actor(Media own)
    {
        public Media Own { get; set; } = own;

        public Media? TalksTo { get; set; }

        public Media? Asked { get; set; }

        public bool Gone { get; set; }
    }
}
