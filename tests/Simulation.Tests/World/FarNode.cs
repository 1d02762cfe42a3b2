using System.Net;
using Gateway.Exchange.Turns;
using Gateway.H323;
using Gateway.Lab;
using Gateway.Sip;

namespace Simulation.Tests.World;

/// <summary>A far end of the lab in the network, and what the person in front of it did and saw.</summary>
internal sealed class FarNode(string name, IPAddress address, FarEnd end, Identifiers identifiers, Agenda agenda, Network network) : Node(name, address)
{
    private readonly TimerTable<object> timers = new();
    private readonly List<FarEndOutput> outputs = [];
    private TimeSpan? wake;

    /// <summary>The D-channel it is at the other side of.</summary>
    public string? Trunk { get; init; }

    public List<FarEndEvent> Seen { get; } = [];

    /// <summary>When it saw each.</summary>
    public List<TimeSpan> SeenAt { get; } = [];

    public List<string> Observed { get; } = [];

    public IReadOnlyList<Connection> Connections => end.Connections;

    public override ConnectionKey NextConnection() => identifiers.NextConnection();

    public override void Take(SipInput input) => Do(new FarEndInput.Sip(input));

    public override void Take(H323Input input) => Do(new FarEndInput.H323(input));

    public override void Take(string trunk, byte[] frame) => Do(new FarEndInput.Frame(frame));

    public void Do(FarEndInput input)
    {
        end.Take(input, outputs);
        var what = outputs.ToArray();
        outputs.Clear();
        foreach (var output in what)
            Act(output);
        Sleep();
    }

    /// <summary>The first event of this kind; a failure tells what was seen instead.</summary>
    public TEvent Saw<TEvent>(Func<TEvent, bool>? isIt = null)
        where TEvent : FarEndEvent =>
        Seen.OfType<TEvent>().FirstOrDefault(isIt ?? (_ => true))
            ?? throw new Xunit.Sdk.XunitException($"{Name} did not see {typeof(TEvent).Name}, but {string.Join("; ", Seen)}");

    public bool HasSeen<TEvent>(Func<TEvent, bool>? isIt = null)
        where TEvent : FarEndEvent => Seen.OfType<TEvent>().Any(isIt ?? (_ => true));

    /// <summary>What the NOTIFYs of a transfer told, in order, one line each: status, phrase and Reason.</summary>
    public IReadOnlyList<string> Notified(FarEndCall call) =>
        [.. Seen.OfType<FarEndEvent.TransferProgress>().Where(progress => progress.Call == call)
            .Select(progress => string.Join(' ', [$"{progress.Status} {progress.Phrase}", .. progress.Reasons.Select(reason => reason.ToString())]))];

    private void Sleep()
    {
        if (timers.Next is not { } next || next >= wake)
            return;
        wake = next;
        agenda.At(next, () =>
        {
            if (wake != next)
                return;
            wake = null;
            while (timers.TryTake(agenda.Now, out var key))
                Do(new FarEndInput.Expired(key));
            Sleep();
        });
    }

    private void Act(FarEndOutput output)
    {
        switch (output)
        {
            case FarEndOutput.SendSip(var flow, var message):
                network.Send(this, flow, message);
                break;
            case FarEndOutput.OpenH323(var connection, var destination):
                network.Open(this, connection, destination);
                break;
            case FarEndOutput.SendH323(var connection, var message):
                network.Send(this, connection, message);
                break;
            case FarEndOutput.CloseH323(var connection):
                network.Close(this, connection);
                break;
            case FarEndOutput.SendFrame(var octets):
                network.Send(this, Trunk!, octets);
                break;
            case FarEndOutput.StartTimer(var key, var duration):
                timers.Start(key, agenda.Now + duration);
                break;
            case FarEndOutput.StopTimer(var key):
                timers.Stop(key);
                break;
            case FarEndOutput.Happened(var what):
                Seen.Add(what);
                SeenAt.Add(agenda.Now);
                break;
            case FarEndOutput.Observed(var line):
                Observed.Add(line);
                break;
        }
    }
}
