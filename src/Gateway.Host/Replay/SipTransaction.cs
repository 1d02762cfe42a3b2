using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Host.Replay;

/// <summary>A request and what answered it.</summary>
internal sealed class SipTransaction(Trace trace, SipRequest request, SipHop? hop)
{
    public Trace Request => trace;

    public SipHop? Hop => hop;

    public CSeq CSeq { get; } = request.CSeq;

    public SipMethod Method => request.Method;

    public string? Branch { get; } = request.TopVia.Branch;

    public bool IsInitial { get; } = request.To.Tag is null;

    public int? Final { get; set; }

    public Trace? Answer { get; set; }

    public bool IsAcknowledged { get; set; }

    public bool IsOf(SipRequest other) => Branch is not null && other.TopVia.Branch == Branch && other.Method == Method && other.CSeq.Number == CSeq.Number;

    /// <summary>RFC 3261 17.1.3: the branch, and the method of CSeq.</summary>
    public bool IsAnsweredBy(SipResponse response) =>
        response.TopVia.Branch == Branch && response.CSeq.Method == Method && response.CSeq.Number == CSeq.Number;
}
