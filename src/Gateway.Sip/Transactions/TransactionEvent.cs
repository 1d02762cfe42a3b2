using Gateway.Codecs.Sip.Messages;

namespace Gateway.Sip.Transactions;

/// <summary>What the transactions tell their users: the arrows into the TU of RFC 3261 (2002) Figures 5 to 8.</summary>
internal abstract record TransactionEvent
{
    public sealed record Request(ServerTransaction Transaction) : TransactionEvent;

    /// <summary>An ACK that no transaction keeps: it acknowledges a 2xx.</summary>
    public sealed record Ack(SipRequest Message) : TransactionEvent;

    public sealed record Response(ClientTransaction Transaction, SipResponse Message) : TransactionEvent;

    /// <summary>No final response will come.</summary>
    public sealed record ClientFailed(ClientTransaction Transaction, Dialogs.EndedBy By) : TransactionEvent;

    /// <summary>Whatever comes to this request now finds nobody any more.</summary>
    public sealed record ClientEnded(ClientTransaction Transaction) : TransactionEvent;

    /// <summary>The request cannot come again.</summary>
    public sealed record ServerEnded(ServerTransaction Transaction) : TransactionEvent;

    /// <summary>A response did not get through, or was never acknowledged.</summary>
    public sealed record ServerFailed(ServerTransaction Transaction, Dialogs.EndedBy By) : TransactionEvent;
}
