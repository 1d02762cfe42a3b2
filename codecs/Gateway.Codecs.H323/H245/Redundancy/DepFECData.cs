using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Redundancy;

/// <summary>CHOICE, not extensible (H.245 (05/2011) Annex A).</summary>
public abstract record DepFECData : IPerType<DepFECData>
{
    private DepFECData() { }

    public sealed record Rfc2733 : DepFECData
    {
        public required DepFECDataRfc2733Mode Mode { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static Rfc2733 DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("DepFECData.rfc2733");
            return new Rfc2733
            {
                Mode = DepFECDataRfc2733Mode.Decode(ref reader),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            Mode.Encode(ref writer);
            sequence.End(ref writer);
        }
    }

    public static DepFECData Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("DepFECData", root: 1);
        DepFECData value = choice.Index switch
        {
            _ => Rfc2733.DecodeContents(ref reader),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        switch (this)
        {
            case Rfc2733 alternative:
                writer.PlainChoice(0, 1);
                alternative.EncodeContents(ref writer);
                break;
        }
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, DepFECData).</summary>
public abstract record DepFECDataRfc2733Mode : IPerType<DepFECDataRfc2733Mode>
{
    private DepFECDataRfc2733Mode() { }

    public sealed record RedundancyEncoding : DepFECDataRfc2733Mode;

    public sealed record SeparateStream(DepFECDataRfc2733ModeSeparateStream Value) : DepFECDataRfc2733Mode;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : DepFECDataRfc2733Mode;

    public static DepFECDataRfc2733Mode Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("DepFECDataRfc2733Mode", root: 2);
        DepFECDataRfc2733Mode value = choice.Index switch
        {
            0 => new RedundancyEncoding(),
            1 => new SeparateStream(DepFECDataRfc2733ModeSeparateStream.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 2);
        switch (this)
        {
            case RedundancyEncoding:
                choice.Select(ref writer, 0);
                break;
            case SeparateStream alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, DepFECData).</summary>
public abstract record DepFECDataRfc2733ModeSeparateStream : IPerType<DepFECDataRfc2733ModeSeparateStream>
{
    private DepFECDataRfc2733ModeSeparateStream() { }

    public sealed record DifferentPort : DepFECDataRfc2733ModeSeparateStream
    {
        public required int ProtectedSessionID { get; init; }

        public int? ProtectedPayloadType { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static DifferentPort DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("DepFECDataRfc2733ModeSeparateStream.differentPort", optionals: 1);
            return new DifferentPort
            {
                ProtectedSessionID = reader.Integer(1, 255),
                ProtectedPayloadType = sequence.Optional() ? reader.Integer(0, 127) : null,
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
            writer.Integer(ProtectedSessionID, 1, 255);
            if (sequence.Optional(ref writer, ProtectedPayloadType))
                writer.Integer(ProtectedPayloadType.Value, 0, 127);
            sequence.End(ref writer);
        }
    }

    public sealed record SamePort : DepFECDataRfc2733ModeSeparateStream
    {
        public required int ProtectedPayloadType { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static SamePort DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("DepFECDataRfc2733ModeSeparateStream.samePort");
            return new SamePort
            {
                ProtectedPayloadType = reader.Integer(0, 127),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.Integer(ProtectedPayloadType, 0, 127);
            sequence.End(ref writer);
        }
    }

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : DepFECDataRfc2733ModeSeparateStream;

    public static DepFECDataRfc2733ModeSeparateStream Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("DepFECDataRfc2733ModeSeparateStream", root: 2);
        DepFECDataRfc2733ModeSeparateStream value = choice.Index switch
        {
            0 => DifferentPort.DecodeContents(ref reader),
            1 => SamePort.DecodeContents(ref reader),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 2);
        switch (this)
        {
            case DifferentPort alternative:
                choice.Select(ref writer, 0);
                alternative.EncodeContents(ref writer);
                break;
            case SamePort alternative:
                choice.Select(ref writer, 1);
                alternative.EncodeContents(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
