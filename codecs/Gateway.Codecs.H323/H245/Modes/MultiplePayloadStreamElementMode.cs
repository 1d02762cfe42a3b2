using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MultiplePayloadStreamElementMode : IPerType<MultiplePayloadStreamElementMode>
{
    public required ModeElementType Type { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MultiplePayloadStreamElementMode Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MultiplePayloadStreamElementMode");
        return new MultiplePayloadStreamElementMode
        {
            Type = ModeElementType.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        Type.Encode(ref writer);
        sequence.End(ref writer);
    }
}
