using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.H323.Ras;

/// <summary>RTPSession (H.225.0 (12/2009) 7.15.2, Annex H).</summary>
public sealed record RtpSession : IPerType<RtpSession>
{
    public required TransportChannelInfo RtpAddress { get; init; }
    public required TransportChannelInfo RtcpAddress { get; init; }
    public required string Cname { get; init; }
    public required uint Ssrc { get; init; }
    public required int SessionId { get; init; }
    public required IReadOnlyList<int> AssociatedSessionIds { get; init; }
    public Null? Multicast { get; init; }
    public uint? Bandwidth { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static RtpSession Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RTPSession");
        return new RtpSession
        {
            RtpAddress = TransportChannelInfo.Decode(ref reader),
            RtcpAddress = TransportChannelInfo.Decode(ref reader),
            Cname = reader.String(PerAlphabet.Printable),
            Ssrc = reader.Integer(1u, uint.MaxValue),
            SessionId = reader.Integer(1, 255),
            AssociatedSessionIds = reader.SequenceOf(static (ref r) => r.Integer(1, 255)),
            Multicast = sequence.Addition(ref reader) ? new Null() : null,
            Bandwidth = sequence.Addition(ref reader) ? reader.Integer(0u, uint.MaxValue) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 2, tail: Extensions);
        RtpAddress.Encode(ref writer);
        RtcpAddress.Encode(ref writer);
        writer.String(Cname, PerAlphabet.Printable);
        writer.Integer(Ssrc, 1u, uint.MaxValue);
        writer.Integer(SessionId, 1, 255);
        writer.SequenceOf(AssociatedSessionIds, static (ref w, v) => w.Integer(v, 1, 255));
        sequence.Addition(ref writer, Multicast);
        if (sequence.Addition(ref writer, Bandwidth)) writer.Integer(Bandwidth.Value, 0u, uint.MaxValue);
        sequence.End(ref writer);
    }
}

/// <summary>TransportChannelInfo (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record TransportChannelInfo : IPerType<TransportChannelInfo>
{
    public TransportAddress? SendAddress { get; init; }
    public TransportAddress? RecvAddress { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static TransportChannelInfo Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("TransportChannelInfo", optionals: 2);
        return new TransportChannelInfo
        {
            SendAddress = sequence.Optional() ? TransportAddress.Decode(ref reader) : null,
            RecvAddress = sequence.Optional() ? TransportAddress.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        if (sequence.Optional(ref writer, SendAddress)) SendAddress.Encode(ref writer);
        if (sequence.Optional(ref writer, RecvAddress)) RecvAddress.Encode(ref writer);
        sequence.End(ref writer);
    }
}
