using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.CallHold;

/// <summary>Result of remoteRetrieve (H.450.4 (05/1999) 9).</summary>
public sealed record RemoteRetrieveRes : IPerType<RemoteRetrieveRes>
{
    public IReadOnlyList<MixedExtension>? ExtensionRes { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static RemoteRetrieveRes Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RemoteRetrieveRes", optionals: 1);
        return new RemoteRetrieveRes
        {
            ExtensionRes = sequence.Optional() ? reader.SequenceOf<MixedExtension>(0, 255) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        if (sequence.Optional(ref writer, ExtensionRes))
            writer.SequenceOf(ExtensionRes, 0, 255);
        sequence.End(ref writer);
    }
}
