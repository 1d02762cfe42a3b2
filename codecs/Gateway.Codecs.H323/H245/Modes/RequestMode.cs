using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RequestMode : IPerType<RequestMode>
{
    public required int SequenceNumber { get; init; }

    public required IReadOnlyList<IReadOnlyList<ModeElement>> RequestedModes { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RequestMode Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RequestMode");
        return new RequestMode
        {
            SequenceNumber = reader.Integer(0, 255),
            RequestedModes = reader.SequenceOf(static (ref PerReader inner) => inner.SequenceOf<ModeElement>(1, 256), 1, 256),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(SequenceNumber, 0, 255);
        writer.SequenceOf(RequestedModes, static (ref PerWriter inner, IReadOnlyList<ModeElement> element) => inner.SequenceOf(element, 1, 256), 1, 256);
        sequence.End(ref writer);
    }
}
