using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Redundancy;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record DepFECCapability : IPerType<DepFECCapability>
{
    private DepFECCapability() { }

    public sealed record Rfc2733 : DepFECCapability
    {
        public required bool RedundancyEncoding { get; init; }

        public required DepFECCapabilityRfc2733SeparateStream SeparateStream { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static Rfc2733 DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("DepFECCapability.rfc2733");
            return new Rfc2733
            {
                RedundancyEncoding = reader.Boolean(),
                SeparateStream = DepFECCapabilityRfc2733SeparateStream.Decode(ref reader),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.Boolean(RedundancyEncoding);
            SeparateStream.Encode(ref writer);
            sequence.End(ref writer);
        }
    }

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : DepFECCapability;

    public static DepFECCapability Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("DepFECCapability", root: 1);
        DepFECCapability value = choice.Index switch
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

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, DepFECCapability).</summary>
public sealed record DepFECCapabilityRfc2733SeparateStream : IPerType<DepFECCapabilityRfc2733SeparateStream>
{
    public required bool SeparatePort { get; init; }

    public required bool SamePort { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static DepFECCapabilityRfc2733SeparateStream Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("DepFECCapabilityRfc2733SeparateStream");
        return new DepFECCapabilityRfc2733SeparateStream
        {
            SeparatePort = reader.Boolean(),
            SamePort = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Boolean(SeparatePort);
        writer.Boolean(SamePort);
        sequence.End(ref writer);
    }
}
