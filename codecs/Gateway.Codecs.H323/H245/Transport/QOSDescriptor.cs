using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Transport;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record QOSDescriptor : IPerType<QOSDescriptor>
{
    public NonStandardParameter? NonStandardData { get; init; }

    public required QOSType QosType { get; init; }

    public required QOSClass QosClass { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static QOSDescriptor Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("QOSDescriptor", optionals: 1);
        return new QOSDescriptor
        {
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            QosType = (QOSType)NullChoice.Decode(ref reader, "QOSType", 2),
            QosClass = (QOSClass)NullChoice.Decode(ref reader, "QOSClass", 6),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandardData))
            NonStandardData.Encode(ref writer);
        NullChoice.Encode(ref writer, (int)QosType, 2);
        NullChoice.Encode(ref writer, (int)QosClass, 6);
        sequence.End(ref writer);
    }
}
