using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.H323.Ras;

/// <summary>AlternateTransportAddresses (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record AlternateTransportAddresses : IPerType<AlternateTransportAddresses>
{
    public IReadOnlyList<TransportAddress>? AnnexE { get; init; }
    public IReadOnlyList<TransportAddress>? Sctp { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static AlternateTransportAddresses Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("AlternateTransportAddresses", optionals: 1);
        return new AlternateTransportAddresses
        {
            AnnexE = sequence.Optional() ? reader.SequenceOf<TransportAddress>() : null,
            Sctp = sequence.Addition(ref reader) ? reader.SequenceOf<TransportAddress>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 1, Extensions);
        if (sequence.Optional(ref writer, AnnexE)) writer.SequenceOf(AnnexE);
        if (sequence.Addition(ref writer, Sctp)) writer.SequenceOf(Sctp);
        sequence.End(ref writer);
    }
}

/// <summary>UseSpecifiedTransport (H.225.0 (12/2009) 7.6, Annex H).</summary>
public enum UseSpecifiedTransport
{
    Tcp,
    AnnexE,
    Sctp,
}
