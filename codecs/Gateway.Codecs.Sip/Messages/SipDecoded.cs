using System.Diagnostics.CodeAnalysis;
using Gateway.Codecs.Sip.Headers;

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

    /// <summary>A request, not ACK, with a usable topmost Via and something in From, To, Call-ID and CSeq to copy into an answer.</summary>
    public bool IsAnswerable => Message is SipRequest request && request.Method != SipMethod.Ack && request.HasUsableVia
        && request.Has(HeaderName.From) && request.Has(HeaderName.To) && request.Has(HeaderName.CallId) && request.Has(HeaderName.CSeq);
}
