using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>CallLinkage: identifiers that tie the calls of one service together (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record CallLinkage : IPerType<CallLinkage>
{
    public GloballyUniqueId? GlobalCallId { get; init; }
    public GloballyUniqueId? ThreadId { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static CallLinkage Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CallLinkage", optionals: 2);
        return new CallLinkage
        {
            GlobalCallId = sequence.Optional() ? GloballyUniqueId.Decode(ref reader) : null,
            ThreadId = sequence.Optional() ? GloballyUniqueId.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        if (sequence.Optional(ref writer, GlobalCallId)) GlobalCallId.Value.Encode(ref writer);
        if (sequence.Optional(ref writer, ThreadId)) ThreadId.Value.Encode(ref writer);
        sequence.End(ref writer);
    }
}
