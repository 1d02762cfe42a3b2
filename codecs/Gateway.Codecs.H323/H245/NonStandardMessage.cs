using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record NonStandardMessage : IPerType<NonStandardMessage>
{
    public required NonStandardParameter NonStandardData { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static NonStandardMessage Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("NonStandardMessage");
        return new NonStandardMessage
        {
            NonStandardData = NonStandardParameter.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        NonStandardData.Encode(ref writer);
        sequence.End(ref writer);
    }
}
