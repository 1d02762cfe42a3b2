using Gateway.Codecs.Sip.Messages;

namespace Gateway.Sip.Transactions;

/// <summary>What a transaction asks for: to the transport, to the clock, to the transaction user (TU).</summary>
public abstract record TransactionOutput
{
    public sealed record Send(SipMessage Message) : TransactionOutput;

    /// <param name="Doublings">How often a retransmission timer has fired already.</param>
    public sealed record Start(SipTimer Timer, int Doublings = 0) : TransactionOutput;

    public sealed record Stop(SipTimer Timer) : TransactionOutput;

    /// <summary>A response for the TU.</summary>
    public sealed record PassResponse(SipResponse Response) : TransactionOutput;

    /// <summary>An ACK for the TU.</summary>
    public sealed record PassAck(SipRequest Ack) : TransactionOutput;

    /// <summary>Tells the TU that nobody answered: to a request (Timer B, F) or with an ACK (Timer H).</summary>
    public sealed record TimedOut : TransactionOutput;

    /// <summary>Tells the TU that the message could not be sent.</summary>
    public sealed record TransportError : TransactionOutput;

    /// <summary>Nothing is done, and this is why.</summary>
    public sealed record Ignored(string Why) : TransactionOutput
    {
        /// <summary>The standard absorbs it: a retransmission, or a message after the end.</summary>
        public static readonly Ignored Absorbed = new("absorbed");

        /// <summary>A timer that this state does not run; the timer table drops such expiries before they get here.</summary>
        public static readonly Ignored Stale = new("stale timer");

        /// <summary>The figure has no such arrow: the peer breaks the protocol.</summary>
        public static readonly Ignored Unexpected = new("unexpected message");

        /// <summary>The TU asks for what this state cannot do.</summary>
        public static readonly Ignored Misuse = new("not possible in this state");
    }
}
