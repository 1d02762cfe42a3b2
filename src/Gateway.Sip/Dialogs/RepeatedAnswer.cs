using Gateway.Sip.Transactions;

namespace Gateway.Sip.Dialogs;

/// <summary>A 2xx of ours that is repeated until its own ACK.</summary>
internal sealed class RepeatedAnswer(long owner, ServerTransaction server)
{
    /// <summary>The owner of its timers.</summary>
    public long Owner { get; } = owner;

    /// <summary>The transaction that it answers.</summary>
    public ServerTransaction Server { get; } = server;

    public AnswerRetransmission.State State { get; set; } = new AnswerRetransmission.State.Done();
}
