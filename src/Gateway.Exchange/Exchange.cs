using System.Net;
using Gateway.Codecs.H323.H450;
using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Exchange.Legs.H323;
using Gateway.Exchange.Legs.Isdn;
using Gateway.Exchange.Legs.Sip;
using Gateway.Exchange.Peers;
using Gateway.Exchange.Turns;
using Gateway.H323;
using Gateway.Isdn;
using Gateway.Sip;
using Gateway.Sip.Security;

namespace Gateway.Exchange;

/// <summary>
/// The gateway without its sockets: stacks, legs and engine in one synchronous object with three doors: take an input at an instant,
/// hand over outputs, say when to be woken. The same inputs at the same instants give the same outputs.
/// </summary>
public sealed partial class Exchange
{
    private readonly ExchangeSettings settings;

    /// <summary>Those of the settings; where a peer is that has a name is learnt later.</summary>
    private readonly List<PeerAddress> peers;
    private readonly CallEngine engine;
    private readonly SipStack sip;
    private readonly SipReach sipReach;
    private readonly SipLegs sipLegs;
    private readonly SipRegistrations registrations;
    private readonly H323Stack h323;
    private readonly H323Legs h323Legs;
    private readonly Dictionary<string, (IsdnTrunk Trunk, IsdnLegs Legs)> trunks = [];
    private readonly TimerTable<ExchangeInput> timers = new();
    private readonly Queue<Work> work = new();
    private readonly List<EngineOutput> decided = [];
    private readonly RepeatedLines repeated = new();
    private readonly TransferWatch watch;
    private TimeSpan instant;
    private ICollection<ExchangeOutput> outputs = [];

    public Exchange(ExchangeSettings settings, IIdentifierSource identifiers)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(identifiers);
        var causes = new Causes(settings.CauseProfile);
        peers = [.. settings.Peers];
        this.settings = settings = settings with { Peers = peers };
        watch = new TransferWatch(settings.TransferWatch);
        engine = new CallEngine(settings.Engine, identifiers);
        sip = new SipStack(identifiers, SipOptions(settings) with { StreamFor = StreamFor });
        sipReach = new SipReach(sip, settings, identifiers, work.Enqueue, (input, wait) => timers.Start(input, instant + wait));
        registrations = new SipRegistrations(sip, settings, work.Enqueue);
        sipLegs = new SipLegs(sip, settings, causes, identifiers, work.Enqueue);
        h323 = new H323Stack(new H323Settings { EmptyIdentity = EmptyIdentityFor }, identifiers);
        h323Legs = new H323Legs(settings, causes, work.Enqueue);
        foreach (var trunk in settings.Trunks)
        {
            var peer = settings.Peers.FirstOrDefault(peer => peer.Trunk == trunk.Id)?.Name ?? new PeerName(trunk.Id);
            var stack = new IsdnTrunk(trunk.Isdn);
            trunks.Add(trunk.Id, (stack, new IsdnLegs(trunk, peer, stack, causes, identifiers, work.Enqueue)));
        }
    }

    private static SipStackOptions SipOptions(ExchangeSettings settings) => settings.SipOptions with
    {
        Admission = settings.Admission is { } admission ? admission with { Rules = flow => settings.PeerOf(flow)?.Admission } : null,
        Credentials = flow => settings.PeerOf(flow)?.Credentials ?? [],
    };

    private EmptyIdentityForm EmptyIdentityFor(IPEndPoint? remote) =>
        remote is not null && settings.Peers.Any(peer => peer is { Protocol: PeerProtocol.H323, PaddedCallIdentity: true } && peer.Sends(remote))
            ? EmptyIdentityForm.Padded
            : EmptyIdentityForm.Unpadded;

    /// <summary>Who sends over TCP what is too long for UDP; nobody to a peer that does not take it.</summary>
    private Listener? StreamFor(Flow flow) => settings.PeerOf(flow) is { LongOverTcp: false }
        ? null
        : settings.DoorTo(new SipDestination(flow.Remote, SipTransport.Tcp));

    /// <summary>When <see cref="Wake"/> wants to be called next; null when no timer runs.</summary>
    public TimeSpan? Next => timers.Next;

    /// <summary>The engine, to look at between turns.</summary>
    public CallEngine Engine => engine;

    /// <summary>The legs that the rooms keep, to look at between turns: those of the engine, and nothing else.</summary>
    public IEnumerable<LegId> Legs => [.. sipLegs.All, .. h323Legs.All, .. trunks.Values.SelectMany(trunk => trunk.Legs.All)];

    /// <summary>The timers that run, each as the input it comes back as.</summary>
    public IEnumerable<ExchangeInput> Timers => timers.Running;

    /// <summary>True when nothing of any call is left in any room, call references and transactions included.</summary>
    public bool IsIdle => Remains.Length == 0;

    /// <summary>True when every call is over and we are registered nowhere: a service that stops may go.</summary>
    public bool IsSettled => engine.Calls.Count == 0 && registrations.AreEnded;

    /// <summary>What is left of calls, room by room, in words; empty when nothing is.</summary>
    public string Remains => string.Join(", ", new (bool Any, string Words)[]
    {
        (engine.Calls.Count > 0, "calls"),
        (engine.Transfers.Count > 0, "transfers"),
        (Legs.Any(), "legs"),
        (!sip.IsIdle, "SIP dialogs or transactions"),
        (!sipLegs.IsIdle, "REFERs"),
        (h323.CallCount > 0, "H.323 calls"),
        (trunks.Values.Any(trunk => trunk.Trunk.CallCount > 0), "ISDN calls"),
    }.Where(room => room.Any).Select(room => room.Words));

    /// <summary>True when the data link of a trunk is established.</summary>
    public bool IsUp(string trunk) => trunks.TryGetValue(trunk, out var found) && found.Trunk.IsUp;

    /// <summary>One turn: takes one input and appends what follows from it, in order.</summary>
    public void Take(ExchangeInput input, TimeSpan instant, ICollection<ExchangeOutput> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        (this.instant, this.outputs) = (instant, outputs);
        switch (input)
        {
            case ExchangeInput.Sip(var sip):
                work.Enqueue(new Work.SipAsked(sip));
                break;
            case ExchangeInput.H323(var h323):
                work.Enqueue(new Work.H323Asked(h323));
                break;
            case ExchangeInput.Isdn(var trunk, var isdn):
                work.Enqueue(new Work.IsdnAsked(trunk, isdn));
                break;
            case ExchangeInput.LinesWithheld:
                foreach (var (source, reason, lines) in repeated.Take())
                {
                    Note("lines.withheld", $"{lines} more lines of {reason} about {source} withheld", null);
                }

                break;
            case ExchangeInput.PeerLocated located:
                Locate(located);
                break;
            case ExchangeInput.ProbeDue(var place):
                sipReach.Due(place);
                break;
            case ExchangeInput.EngineExpired(var timer):
                engine.Expired(timer, decided);
                ActOnDecisions();
                break;
            case ExchangeInput.Start:
                sipReach.Begin();
                registrations.Begin();
                break;
            case ExchangeInput.Adopt(var changed):
                Adopt(changed);
                break;
            case ExchangeInput.Shutdown:
                engine.Overloaded = true;
                registrations.End();
                foreach (var call in engine.Calls)
                {
                    engine.Release(call.Call, Cause.TemporaryFailure, decided);
                }

                ActOnDecisions();
                break;
            case ExchangeInput.Overload(var shedding):
                engine.Overloaded = shedding;
                work.Enqueue(new Work.SipAsked(new SipInput.Shedding(shedding)));
                break;
        }

        while (this.work.TryDequeue(out var work))
        {
            Process(work);
        }
    }

    /// <summary>One turn for each timer that is due at <paramref name="instant"/>.</summary>
    public void Wake(TimeSpan instant, ICollection<ExchangeOutput> outputs)
    {
        while (timers.TryTake(instant, out var expired))
        {
            Take(expired, instant, outputs);
        }
    }

    private void Locate(ExchangeInput.PeerLocated located)
    {
        var index = peers.FindIndex(peer => peer.IsNamed && peer.Name == located.Peer);
        if (index < 0)
        {
            return;
        }

        var before = peers[index];
        peers[index] = before with { Others = located.Places, Proxies = located.Proxies };

        // Weights shuffle the same places each time; that is nothing to tell.
        var isNews = !before.Others.ToHashSet().SetEquals(located.Places) || !before.Proxies.ToHashSet().SetEquals(located.Proxies);
        var hops = located.Proxies.Count > 0 ? located.Proxies : located.Places;
        Note(isNews ? NoteLevel.Information : NoteLevel.Debug, "sip.peer.located", $"{located.Peer} is reached at {string.Join(", ", hops)}", located.Peer);
        sipReach.Located(peers[index]);
        registrations.Located(peers[index]);
    }

    private void Process(Work work)
    {
        if (settings.TellTurns && work is not Work.Out)
        {
            outputs.Add(new ExchangeOutput.Turned(work.ToString()));
        }

        switch (work)
        {
            case Work.LegSaid(var said):
                if (said is LegEvent.TransferRequested && engine.Find(said.Leg) is { } asker && watch.Asked(asker.Peer, asker.Party?.Number, instant) is { } many)
                {
                    Note(TransferWatch.TooMany, many, said.Leg);
                }

                engine.Handle(said, decided);
                ActOnDecisions();
                break;
            case Work.LegTold(var command):
                Obey(command);
                break;
            case Work.Out(var output):
                outputs.Add(output);
                break;
            case Work.SipAsked(var asked):
                foreach (var output in sip.Handle(sipReach.Outgoing(asked), instant))
                {
                    Act(output);
                }

                break;
            case Work.H323Asked(var asked):
                foreach (var output in h323.Handle(asked))
                {
                    Act(output);
                }

                break;
            case Work.IsdnAsked(var id, var asked) when trunks.TryGetValue(id, out var trunk):
                foreach (var output in trunk.Trunk.Handle(asked))
                {
                    Act(id, trunk.Legs, output);
                }

                break;
        }
    }

    /// <summary>Finds the room of a leg and tells it. A leg that is gone needs telling no more.</summary>
    private void Obey(LegCommand command)
    {
        if (command is LegCommand.Place place)
        {
            Place(place);
        }
        else if (sipLegs.Owns(command.Leg) || (command is LegCommand.ReportTransfer report && sipLegs.Owns(report.Transfer)))
        {
            sipLegs.Obey(command);
        }
        else if (h323Legs.Owns(command.Leg))
        {
            h323Legs.Obey(command);
        }
        else if (trunks.Values.FirstOrDefault(trunk => trunk.Legs.Owns(command.Leg)).Legs is { } isdn)
        {
            isdn.Obey(command);
        }
    }

    private void Place(LegCommand.Place place)
    {
        switch (settings.Peers.FirstOrDefault(peer => peer.Name == place.Peer))
        {
            case { Protocol: PeerProtocol.Sip } peer when registrations.WayTo(peer, place.Setup.Called.Number, instant) is { } way:
                sipLegs.Place(place, peer, way);
                break;
            case { Protocol: PeerProtocol.Sip, IsNamed: true, Admission.Registrar: null } peer:
                Note(NoteLevel.Warning, "sip.peer.unknown", $"{peer.Name} cannot be called: its name has not been resolved", peer.Name);
                work.Enqueue(new Work.LegSaid(new LegEvent.Released(place.Leg, Cause.TemporaryFailure)));
                break;
            case { Protocol: PeerProtocol.Sip, Admission.Registrar: not null }:
                // Q.850 (05/1998) cause 20: the telephone of that number is not registered.
                work.Enqueue(new Work.LegSaid(new LegEvent.Released(place.Leg, new Cause(20))));
                break;
            case { Protocol: PeerProtocol.H323, Address: not null } peer:
                h323Legs.Place(place, peer);
                break;
            case { Protocol: PeerProtocol.Isdn, Trunk: { } id } when trunks.TryGetValue(id, out var trunk):
                trunk.Legs.Place(place);
                break;
            default:
                work.Enqueue(new Work.LegSaid(new LegEvent.Released(place.Leg, Cause.NoRouteToDestination)));
                break;
        }
    }

    private void Act(SipOutput output)
    {
        switch (output)
        {
            case SipOutput.Send(var flow, var message):
                outputs.Add(new ExchangeOutput.SendSip(flow, message) { Owner = OwnerOf(message) });
                break;
            case SipOutput.StartTimer(var key, var duration):
                timers.Start(new ExchangeInput.Sip(new SipInput.Expired(key)), instant + duration);
                break;
            case SipOutput.StopTimer(var key):
                timers.Stop(new ExchangeInput.Sip(new SipInput.Expired(key)));
                break;
            case SipOutput.Observed(var callId, var line) observed:
                Tell("sip.observed", callId is null ? line : $"{line} (Call-ID {callId})", null, observed.Source?.Remote, observed.Reason);
                break;
            case SipIndication indication when sipReach.Takes(indication):
                break;
            case SipIndication indication:
                registrations.Hear(indication);
                sipLegs.Hear(indication);
                break;
        }
    }

    /// <summary>Notes what a peer gave reason to say, unless it gave too much.</summary>
    private void Tell(string name, string text, LegId? leg, IPEndPoint? about, string reason)
    {
        var first = false;
        if (about is null || repeated.MayTell(Source.Of(about.Address), reason, instant, out first))
        {
            Note(name, text, leg);
        }
        else if (first)
        {
            timers.Start(new ExchangeInput.LinesWithheld(), instant + RepeatedLines.Patience);
        }
    }

    private void Act(H323Output output)
    {
        switch (output)
        {
            case H323Output.OpenConnection(var connection, var destination):
                outputs.Add(new ExchangeOutput.OpenH323(connection, destination));
                break;
            case H323Output.Send(var connection, var message) send:
                outputs.Add(new ExchangeOutput.SendH323(connection, message) { Owner = OwnerOf(send.Call) });
                break;
            case H323Output.CloseConnection(var connection):
                outputs.Add(new ExchangeOutput.CloseH323(connection));
                break;
            case H323Output.StartTimer(var timer, var duration):
                timers.Start(new ExchangeInput.H323(new H323Input.Expired(timer)), instant + duration);
                break;
            case H323Output.StopTimer(var timer):
                timers.Stop(new ExchangeInput.H323(new H323Input.Expired(timer)));
                break;
            case H323Output.Observed(var call, _, var line) observed:
                Tell("h323.observed", line, call is { } known ? H323Legs.LegOf(known) : null, observed.Source, observed.Reason);
                break;
            case H323Output.Indicate(var call, var indication):
                h323Legs.Hear(call, indication);
                break;
        }
    }

    private void Act(string trunk, IsdnLegs legs, IsdnOutput output)
    {
        switch (output)
        {
            case IsdnOutput.SendFrame(var octets):
                outputs.Add(new ExchangeOutput.SendFrame(trunk, octets) { Owner = OwnerOf(legs, octets, received: false) });
                break;
            case IsdnOutput.StartTimer(var key, var duration):
                timers.Start(new ExchangeInput.Isdn(trunk, new IsdnInput.Expired(key)), instant + duration);
                break;
            case IsdnOutput.StopTimer(var key):
                timers.Stop(new ExchangeInput.Isdn(trunk, new IsdnInput.Expired(key)));
                break;
            case IsdnOutput.LinkUp:
                outputs.Add(new ExchangeOutput.TrunkChanged(trunk, IsUp: true));
                Note("isdn.link.up", $"trunk {trunk}: data link established", null, NoteLevel.Information);
                break;
            case IsdnOutput.LinkDown:
                outputs.Add(new ExchangeOutput.TrunkChanged(trunk, IsUp: false));
                Note("isdn.link.down", $"trunk {trunk}: data link lost", null);
                break;
            case IsdnOutput.Observed(var call, var line, var fault):
                Note("isdn.observed", fault is null ? $"trunk {trunk}: {line}" : $"trunk {trunk}: {line}: {fault}", call is { } known ? legs.LegOf(known) : null);
                break;
            case IsdnOutput.Indication(var call, var indication):
                legs.Hear(call, indication);
                break;
            case IsdnOutput.TransferIndicated(var indication):
                legs.Hear(indication);
                break;
        }
    }

    private void ActOnDecisions()
    {
        foreach (var output in decided)
        {
            switch (output)
            {
                case EngineOutput.Command(var command):
                    work.Enqueue(new Work.LegTold(command));
                    break;
                case EngineOutput.StartTimer(var timer, var duration):
                    timers.Start(new ExchangeInput.EngineExpired(timer), instant + duration);
                    break;
                case EngineOutput.StopTimer(var timer):
                    timers.Stop(new ExchangeInput.EngineExpired(timer));
                    break;
                case EngineOutput.Noted(var note):
                    work.Enqueue(new Work.Out(new ExchangeOutput.Noted(note)));
                    break;
                case EngineOutput.Recorded(var record):
                    work.Enqueue(new Work.Out(new ExchangeOutput.Recorded(record)));
                    if (watch.Ended(record.Outcome, instant) is { } failing)
                    {
                        work.Enqueue(new Work.Out(new ExchangeOutput.Noted(new Note(NoteLevel.Warning, TransferWatch.Failing, failing))));
                    }

                    break;
            }
        }

        decided.Clear();
    }

    private void Note(NoteLevel level, string name, string text, PeerName peer) => outputs.Add(new ExchangeOutput.Noted(new Note(level, name, text, Peer: peer)));

    private void Adopt(EngineSettings changed)
    {
        try
        {
            engine.Adopt(changed);
            Note("settings.adopted", "numbering, routes and policy are new from here on", null, NoteLevel.Information);
        }
        catch (ArgumentException unreadable)
        {
            Note("settings.refused", $"numbering, routes and policy stay as they were: {unreadable.Message}", null);
        }
    }

    private void Note(string name, string text, LegId? leg, NoteLevel level = NoteLevel.Warning) =>
        outputs.Add(new ExchangeOutput.Noted(new Note(level, name, text, Leg: leg)));
}
