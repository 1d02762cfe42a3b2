using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record DepFECMode : IPerType<DepFECMode>
{
    private DepFECMode() { }

    public sealed record Rfc2733Mode : DepFECMode
    {
        public required DepFECModeRfc2733ModeMode Mode { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static Rfc2733Mode DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("DepFECMode.rfc2733Mode");
            return new Rfc2733Mode
            {
                Mode = DepFECModeRfc2733ModeMode.Decode(ref reader),
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

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : DepFECMode;

    public static DepFECMode Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("DepFECMode", root: 1);
        DepFECMode value = choice.Index switch
        {
            0 => Rfc2733Mode.DecodeContents(ref reader),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 1);
        switch (this)
        {
            case Rfc2733Mode alternative:
                choice.Select(ref writer, 0);
                alternative.EncodeContents(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, DepFECMode).</summary>
public abstract record DepFECModeRfc2733ModeMode : IPerType<DepFECModeRfc2733ModeMode>
{
    private DepFECModeRfc2733ModeMode() { }

    public sealed record RedundancyEncoding : DepFECModeRfc2733ModeMode;

    public sealed record SeparateStream(DepFECModeRfc2733ModeModeSeparateStream Value) : DepFECModeRfc2733ModeMode;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : DepFECModeRfc2733ModeMode;

    public static DepFECModeRfc2733ModeMode Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("DepFECModeRfc2733ModeMode", root: 2);
        DepFECModeRfc2733ModeMode value = choice.Index switch
        {
            0 => new RedundancyEncoding(),
            1 => new SeparateStream(DepFECModeRfc2733ModeModeSeparateStream.Decode(ref reader)),
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

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, DepFECMode).</summary>
public abstract record DepFECModeRfc2733ModeModeSeparateStream : IPerType<DepFECModeRfc2733ModeModeSeparateStream>
{
    private DepFECModeRfc2733ModeModeSeparateStream() { }

    public sealed record DifferentPort : DepFECModeRfc2733ModeModeSeparateStream
    {
        public required int ProtectedSessionID { get; init; }

        public int? ProtectedPayloadType { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static DifferentPort DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("DepFECModeRfc2733ModeModeSeparateStream.differentPort", optionals: 1);
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

    public sealed record SamePort : DepFECModeRfc2733ModeModeSeparateStream
    {
        public required ModeElementType ProtectedType { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static SamePort DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("DepFECModeRfc2733ModeModeSeparateStream.samePort");
            return new SamePort
            {
                ProtectedType = ModeElementType.Decode(ref reader),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            ProtectedType.Encode(ref writer);
            sequence.End(ref writer);
        }
    }

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : DepFECModeRfc2733ModeModeSeparateStream;

    public static DepFECModeRfc2733ModeModeSeparateStream Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("DepFECModeRfc2733ModeModeSeparateStream", root: 2);
        DepFECModeRfc2733ModeModeSeparateStream value = choice.Index switch
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
