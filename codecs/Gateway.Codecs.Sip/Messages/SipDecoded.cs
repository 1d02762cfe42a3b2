using System.Diagnostics.CodeAnalysis;

namespace Gateway.Codecs.Sip.Messages;

/// <summary>
/// What came of some octets. No fault: the message is whole. A fault and a message: read as far as possible; a request can be refused with
/// <see cref="SipFault.Status"/> when <see cref="IsAnswerable"/>, a response is dropped. A fault alone: nothing to answer to.
/// </summary>
public readonly record struct SipDecoded(SipMessage? Message, SipFault? Fault)
{
    /// <summary>The message without fault.</summary>
    [MemberNotNullWhen(true, nameof(Message))]
    public bool IsWhole => Message is not null && Fault is null;

    /// <summary>
    /// A request, not ACK, whose topmost Via says where the answer goes. What it lacks of From, To, Call-ID and CSeq the answer lacks
    /// too: better than silence (RFC 4475 3.3.1).
    /// </summary>
    public bool IsAnswerable => Message is SipRequest request && request.Method != SipMethod.Ack && request.HasUsableVia;
}
