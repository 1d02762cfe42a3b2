using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Redundancy;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record FECData : IPerType<FECData>
{
    private FECData() { }

    public sealed record Rfc2733 : FECData
    {
        public required int ProtectedPayloadType { get; init; }

        public ObjectIdentifier? FecScheme { get; init; }

        public required FECDataRfc2733PktMode PktMode { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static Rfc2733 DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("FECData.rfc2733", optionals: 1);
            return new Rfc2733
            {
                ProtectedPayloadType = reader.Integer(0, 127),
                FecScheme = sequence.Optional() ? reader.ObjectIdentifier() : null,
                PktMode = FECDataRfc2733PktMode.Decode(ref reader),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
            writer.Integer(ProtectedPayloadType, 0, 127);
            if (sequence.Optional(ref writer, FecScheme))
                writer.ObjectIdentifier(FecScheme.Value);
            PktMode.Encode(ref writer);
            sequence.End(ref writer);
        }
    }

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : FECData;

    public static FECData Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("FECData", root: 1);
        FECData value = choice.Index switch
        {
            0 => Rfc2733.DecodeContents(ref reader),
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
            case Rfc2733 alternative:
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

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, FECData).</summary>
public abstract record FECDataRfc2733PktMode : IPerType<FECDataRfc2733PktMode>
{
    private FECDataRfc2733PktMode() { }

    public sealed record Rfc2198coding : FECDataRfc2733PktMode;

    public sealed record Rfc2733sameport : FECDataRfc2733PktMode
    {
        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static Rfc2733sameport DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("FECDataRfc2733PktMode.rfc2733sameport");
            return new Rfc2733sameport
            {
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            sequence.End(ref writer);
        }
    }

    public sealed record Rfc2733diffport : FECDataRfc2733PktMode
    {
        public required int ProtectedChannel { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static Rfc2733diffport DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("FECDataRfc2733PktMode.rfc2733diffport");
            return new Rfc2733diffport
            {
                ProtectedChannel = reader.Integer(1, 65535),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.Integer(ProtectedChannel, 1, 65535);
            sequence.End(ref writer);
        }
    }

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : FECDataRfc2733PktMode;

    public static FECDataRfc2733PktMode Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("FECDataRfc2733PktMode", root: 3);
        FECDataRfc2733PktMode value = choice.Index switch
        {
            0 => new Rfc2198coding(),
            1 => Rfc2733sameport.DecodeContents(ref reader),
            2 => Rfc2733diffport.DecodeContents(ref reader),
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
            case Rfc2198coding:
                choice.Select(ref writer, 0);
                break;
            case Rfc2733sameport alternative:
                choice.Select(ref writer, 1);
                alternative.EncodeContents(ref writer);
                break;
            case Rfc2733diffport alternative:
                choice.Select(ref writer, 2);
                alternative.EncodeContents(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
