using System.Runtime.CompilerServices;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Transactions;

namespace Gateway.Sip;

/// <summary>
/// What one input has brought about so far: outputs for the outside, and what the transactions have for their users. The latter
/// waits here until the transaction's own state is committed, so nothing is re-entrant.
/// </summary>
internal sealed class Turn
{
    private long lastOwner;

    public List<SipOutput> Outputs { get; private set; } = [];

    public Queue<TransactionEvent> Events { get; } = new();

    /// <summary>A number for a new owner of timers.</summary>
    public long NewOwner() => ++lastOwner;

    public void Send(Flow flow, SipMessage message) => Outputs.Add(new SipOutput.Send(flow, message));

    public void Start(long owner, SipTimer timer, TimeSpan duration) =>
        Outputs.Add(new SipOutput.StartTimer(new TimerKey(owner, timer), duration));

    public void Stop(long owner, SipTimer timer) => Outputs.Add(new SipOutput.StopTimer(new TimerKey(owner, timer)));

    /// <summary>Where the message came from that is being taken, or whom a remark is about; null when the input is neither.</summary>
    public Flow? Source { get; set; }

    /// <param name="reason">Who observes, which stands for the kind of line.</param>
    public void Observe(string? callId, string line, [CallerMemberName] string reason = "") =>
        Outputs.Add(new SipOutput.Observed(callId, line) { Reason = reason, Source = Source });

    public void Indicate(SipIndication indication) => Outputs.Add(indication);

    public IReadOnlyList<SipOutput> Finish()
    {
        var outputs = Outputs;
        Outputs = [];
        return outputs;
    }
}
