using System.Net;

namespace Gateway.Lab;

/// <summary>One call that is up at a far end: who of us talks to whom, and where the speech goes.</summary>
/// <param name="Own">Our number.</param>
/// <param name="Party">The other party's number, as we are told.</param>
/// <param name="Local">Where we told the other side to send to.</param>
/// <param name="Remote">Where we send to; null when nothing may be sent.</param>
public sealed record Connection(FarEndCall Call, string Own, string? Party, MediaPoint? Local, MediaPoint? Remote);

/// <summary>
/// What stands on the other side of the gateway: a telephone, an endpoint, a switch, with the person in front of it. A synchronous object
/// without sockets, clock or threads; it is told one thing at a time and says what is to be done, in order.
/// </summary>
public abstract class FarEnd
{
    // A far end has a pair of ports for each of so many calls; then they are used again.
    private const int MediaPairs = 256;

    private readonly SortedDictionary<int, Line> lines = [];
    private ICollection<FarEndOutput> outputs = [];
    private int lastCall;

    private protected FarEnd()
    {
    }

    /// <summary>Names the timer that ends the ringing of a call.</summary>
    private sealed record RingingKey(FarEndCall Call);

    /// <summary>The calls that are up, in the order in which they came.</summary>
    public IReadOnlyList<Connection> Connections =>
        [.. lines.Values.Where(line => line.IsUp).Select(line => new Connection(line.Call, line.Own, line.Party, line.Local, line.Remote))];

    /// <summary>Takes one input to its end and appends what follows from it.</summary>
    public void Take(FarEndInput input, ICollection<FarEndOutput> outputs)
    {
        this.outputs = outputs;
        switch (input)
        {
            case FarEndInput.Expired { Key: RingingKey { Call: var call } }:
                if (lines.TryGetValue(call.Number, out var ringing))
                    RingingOver(ringing);
                break;
            case FarEndInput.Dial dial:
                Dial(dial.Number, dial.From);
                break;
            case FarEndInput.HangUp(var call):
                With(call, HangUp);
                break;
            case FarEndInput.Hold(var call):
                With(call, line => ChangeHold(line, true));
                break;
            case FarEndInput.Retrieve(var call):
                With(call, line => ChangeHold(line, false));
                break;
            case FarEndInput.Transfer transfer:
                With(transfer.Call, line => Transfer(line, transfer.Number, transfer.LeaveAtOnce));
                break;
            case FarEndInput.TransferTo transfer:
                With(transfer.Call, line => With(transfer.Target, target => Transfer(line, target, transfer.LeaveAtOnce)));
                break;
            default:
                Take(input);
                break;
        }

        Settle();
        this.outputs = [];
    }

    /// <summary>Everything that no person does.</summary>
    private protected abstract void Take(FarEndInput input);

    /// <summary>Hands what the turn wants of the stack to the stack, until nothing is left.</summary>
    private protected abstract void Settle();

    /// <summary>The called person takes the handset off.</summary>
    private protected abstract void RingingOver(Line line);

    private protected abstract void Dial(string number, string? from);

    private protected abstract void HangUp(Line line);

    /// <summary>The call is up, and <see cref="Line.Holds"/> has been changed.</summary>
    private protected abstract void SetHold(Line line);

    private protected abstract void Transfer(Line line, string number, bool leaveAtOnce);

    private protected abstract void Transfer(Line line, Line target, bool leaveAtOnce);

    private void With(FarEndCall call, Action<Line> act)
    {
        if (lines.TryGetValue(call.Number, out var line))
            act(line);
        else
            Observe($"{call} is over, or never was");
    }

    private void ChangeHold(Line line, bool holds)
    {
        if (!line.IsUp || line.Holds == holds || line.Remote is MediaPoint.Inside)
        {
            Observe($"{line.Call} cannot be {(holds ? "held" : "retrieved")} now");
            return;
        }

        line.Holds = holds;
        SetHold(line);
    }

    private protected IEnumerable<Line> Lines => lines.Values;

    private protected void Put(FarEndOutput output) => outputs.Add(output);

    private protected void Tell(FarEndEvent what) => outputs.Add(new FarEndOutput.Happened(what));

    private protected void Observe(string line) => outputs.Add(new FarEndOutput.Observed(line));

    private protected FarEndCall NextCall() => new(++lastCall);

    private protected void Open(Line line) => lines.Add(line.Call.Number, line);

    /// <summary>The n-th pair of ports of a range for the n-th call.</summary>
    private protected static IPEndPoint MediaOf(IPEndPoint first, FarEndCall call) =>
        new(first.Address, first.Port + (2 * ((call.Number - 1) % MediaPairs)));

    private protected void StartRinging(Line line, TimeSpan duration) => Put(new FarEndOutput.StartTimer(new RingingKey(line.Call), duration));

    private protected void Up(Line line, string? party, MediaPoint? remote)
    {
        line.IsUp = true;
        line.Party = party ?? line.Party;
        line.Remote = remote;
        Tell(new FarEndEvent.Answered(line.Call, line.Party, remote));
    }

    /// <summary>Notes a new party or new media, and tells when something did change.</summary>
    private protected void Connect(Line line, string? party, MediaPoint? remote)
    {
        var changed = line.Remote != remote || (party is not null && party != line.Party);
        line.Party = party ?? line.Party;
        line.Remote = remote;
        if (changed && line.IsUp)
            Tell(new FarEndEvent.ConnectedTo(line.Call, line.Party, remote));
    }

    /// <summary>The call is over, told by its last event.</summary>
    private protected void Close(Line line, FarEndEvent last)
    {
        if (!lines.Remove(line.Call.Number))
            return;
        Put(new FarEndOutput.StopTimer(new RingingKey(line.Call)));
        Tell(last);
    }

    /// <summary>One call as the person sees it.</summary>
    private protected class Line(FarEndCall call, string own)
    {
        public FarEndCall Call { get; } = call;

        public string Own { get; set; } = own;

        public string? Party { get; set; }

        public MediaPoint? Local { get; set; }

        public MediaPoint? Remote { get; set; }

        /// <summary>Answered.</summary>
        public bool IsUp { get; set; }

        /// <summary>The person holds the other party, or is about to.</summary>
        public bool Holds { get; set; }
    }
}
