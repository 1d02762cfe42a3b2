using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RTPPayloadType : IPerType<RTPPayloadType>
{
    public required PayloadDescriptor PayloadDescriptor { get; init; }

    public int? PayloadType { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RTPPayloadType Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RTPPayloadType", optionals: 1);
        return new RTPPayloadType
        {
            PayloadDescriptor = PayloadDescriptor.Decode(ref reader),
            PayloadType = sequence.Optional() ? reader.Integer(0, 127) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        PayloadDescriptor.Encode(ref writer);
        if (sequence.Optional(ref writer, PayloadType))
            writer.Integer(PayloadType.Value, 0, 127);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, RTPPayloadType).</summary>
public abstract record PayloadDescriptor : IPerType<PayloadDescriptor>
{
    private PayloadDescriptor() { }

    public sealed record NonStandardIdentifier(NonStandardParameter Value) : PayloadDescriptor;

    public sealed record RfcNumber(long Value) : PayloadDescriptor;

    public sealed record Oid(ObjectIdentifier Value) : PayloadDescriptor;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : PayloadDescriptor;

    public static PayloadDescriptor Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("PayloadDescriptor", root: 3);
        PayloadDescriptor value = choice.Index switch
        {
            0 => new NonStandardIdentifier(NonStandardParameter.Decode(ref reader)),
            1 => new RfcNumber(reader.ExtensibleInteger(1, 32768)),
            2 => new Oid(reader.ObjectIdentifier()),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 3);
        switch (this)
        {
            case NonStandardIdentifier alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case RfcNumber alternative:
                choice.Select(ref writer, 1);
                writer.ExtensibleInteger(alternative.Value, 1, 32768);
                break;
            case Oid alternative:
                choice.Select(ref writer, 2);
                writer.ObjectIdentifier(alternative.Value);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
