using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H223Capability : IPerType<H223Capability>
{
    public required bool TransportWithIFrames { get; init; }

    public required bool VideoWithAL1 { get; init; }

    public required bool VideoWithAL2 { get; init; }

    public required bool VideoWithAL3 { get; init; }

    public required bool AudioWithAL1 { get; init; }

    public required bool AudioWithAL2 { get; init; }

    public required bool AudioWithAL3 { get; init; }

    public required bool DataWithAL1 { get; init; }

    public required bool DataWithAL2 { get; init; }

    public required bool DataWithAL3 { get; init; }

    /// <summary>In octets.</summary>
    public required int MaximumAl2SDUSize { get; init; }

    /// <summary>In octets.</summary>
    public required int MaximumAl3SDUSize { get; init; }

    /// <summary>In milliseconds.</summary>
    public required int MaximumDelayJitter { get; init; }

    public required H223CapabilityH223MultiplexTableCapability H223MultiplexTableCapability { get; init; }

    public bool? MaxMUXPDUSizeCapability { get; init; }

    public bool? NsrpSupport { get; init; }

    public H223CapabilityMobileOperationTransmitCapability? MobileOperationTransmitCapability { get; init; }

    public H223AnnexCCapability? H223AnnexCCapability { get; init; }

    /// <summary>In units of 100 bit/s.</summary>
    public int? BitRate { get; init; }

    public H223CapabilityMobileMultilinkFrameCapability? MobileMultilinkFrameCapability { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H223Capability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H223Capability");
        return new H223Capability
        {
            TransportWithIFrames = reader.Boolean(),
            VideoWithAL1 = reader.Boolean(),
            VideoWithAL2 = reader.Boolean(),
            VideoWithAL3 = reader.Boolean(),
            AudioWithAL1 = reader.Boolean(),
            AudioWithAL2 = reader.Boolean(),
            AudioWithAL3 = reader.Boolean(),
            DataWithAL1 = reader.Boolean(),
            DataWithAL2 = reader.Boolean(),
            DataWithAL3 = reader.Boolean(),
            MaximumAl2SDUSize = reader.Integer(0, 65535),
            MaximumAl3SDUSize = reader.Integer(0, 65535),
            MaximumDelayJitter = reader.Integer(0, 1023),
            H223MultiplexTableCapability = H223CapabilityH223MultiplexTableCapability.Decode(ref reader),
            MaxMUXPDUSizeCapability = sequence.Addition(ref reader) ? reader.Boolean() : null,
            NsrpSupport = sequence.Addition(ref reader) ? reader.Boolean() : null,
            MobileOperationTransmitCapability = sequence.Addition(ref reader) ? H223CapabilityMobileOperationTransmitCapability.Decode(ref reader) : null,
            H223AnnexCCapability = sequence.Addition(ref reader) ? H223AnnexCCapability.Decode(ref reader) : null,
            BitRate = sequence.Addition(ref reader) ? reader.Integer(1, 19200) : null,
            MobileMultilinkFrameCapability = sequence.Addition(ref reader) ? H223CapabilityMobileMultilinkFrameCapability.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 6, tail: Extensions);
        writer.Boolean(TransportWithIFrames);
        writer.Boolean(VideoWithAL1);
        writer.Boolean(VideoWithAL2);
        writer.Boolean(VideoWithAL3);
        writer.Boolean(AudioWithAL1);
        writer.Boolean(AudioWithAL2);
        writer.Boolean(AudioWithAL3);
        writer.Boolean(DataWithAL1);
        writer.Boolean(DataWithAL2);
        writer.Boolean(DataWithAL3);
        writer.Integer(MaximumAl2SDUSize, 0, 65535);
        writer.Integer(MaximumAl3SDUSize, 0, 65535);
        writer.Integer(MaximumDelayJitter, 0, 1023);
        H223MultiplexTableCapability.Encode(ref writer);
        if (sequence.Addition(ref writer, MaxMUXPDUSizeCapability))
            writer.Boolean(MaxMUXPDUSizeCapability.Value);
        if (sequence.Addition(ref writer, NsrpSupport))
            writer.Boolean(NsrpSupport.Value);
        if (sequence.Addition(ref writer, MobileOperationTransmitCapability))
            MobileOperationTransmitCapability.Encode(ref writer);
        if (sequence.Addition(ref writer, H223AnnexCCapability))
            H223AnnexCCapability.Encode(ref writer);
        if (sequence.Addition(ref writer, BitRate))
            writer.Integer(BitRate.Value, 1, 19200);
        if (sequence.Addition(ref writer, MobileMultilinkFrameCapability))
            MobileMultilinkFrameCapability.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, not extensible (H.245 (05/2011) Annex A, H223Capability).</summary>
public abstract record H223CapabilityH223MultiplexTableCapability : IPerType<H223CapabilityH223MultiplexTableCapability>
{
    private H223CapabilityH223MultiplexTableCapability() { }

    public sealed record Basic : H223CapabilityH223MultiplexTableCapability;

    public sealed record Enhanced : H223CapabilityH223MultiplexTableCapability
    {
        public required int MaximumNestingDepth { get; init; }

        public required int MaximumElementListSize { get; init; }

        public required int MaximumSubElementListSize { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static Enhanced DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("H223CapabilityH223MultiplexTableCapability.enhanced");
            return new Enhanced
            {
                MaximumNestingDepth = reader.Integer(1, 15),
                MaximumElementListSize = reader.Integer(2, 255),
                MaximumSubElementListSize = reader.Integer(2, 255),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.Integer(MaximumNestingDepth, 1, 15);
            writer.Integer(MaximumElementListSize, 2, 255);
            writer.Integer(MaximumSubElementListSize, 2, 255);
            sequence.End(ref writer);
        }
    }

    public static H223CapabilityH223MultiplexTableCapability Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("H223CapabilityH223MultiplexTableCapability", root: 2);
        H223CapabilityH223MultiplexTableCapability value = choice.Index switch
        {
            0 => new Basic(),
            _ => Enhanced.DecodeContents(ref reader),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        switch (this)
        {
            case Basic:
                writer.PlainChoice(0, 2);
                break;
            case Enhanced alternative:
                writer.PlainChoice(1, 2);
                alternative.EncodeContents(ref writer);
                break;
        }
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, H223Capability).</summary>
public sealed record H223CapabilityMobileOperationTransmitCapability : IPerType<H223CapabilityMobileOperationTransmitCapability>
{
    public required bool ModeChangeCapability { get; init; }

    public required bool H223AnnexA { get; init; }

    public required bool H223AnnexADoubleFlag { get; init; }

    public required bool H223AnnexB { get; init; }

    public required bool H223AnnexBwithHeader { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H223CapabilityMobileOperationTransmitCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H223CapabilityMobileOperationTransmitCapability");
        return new H223CapabilityMobileOperationTransmitCapability
        {
            ModeChangeCapability = reader.Boolean(),
            H223AnnexA = reader.Boolean(),
            H223AnnexADoubleFlag = reader.Boolean(),
            H223AnnexB = reader.Boolean(),
            H223AnnexBwithHeader = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Boolean(ModeChangeCapability);
        writer.Boolean(H223AnnexA);
        writer.Boolean(H223AnnexADoubleFlag);
        writer.Boolean(H223AnnexB);
        writer.Boolean(H223AnnexBwithHeader);
        sequence.End(ref writer);
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, H223Capability).</summary>
public sealed record H223CapabilityMobileMultilinkFrameCapability : IPerType<H223CapabilityMobileMultilinkFrameCapability>
{
    /// <summary>In octets.</summary>
    public required int MaximumSampleSize { get; init; }

    /// <summary>In octets.</summary>
    public required int MaximumPayloadLength { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H223CapabilityMobileMultilinkFrameCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H223CapabilityMobileMultilinkFrameCapability");
        return new H223CapabilityMobileMultilinkFrameCapability
        {
            MaximumSampleSize = reader.Integer(1, 255),
            MaximumPayloadLength = reader.Integer(1, 65025),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(MaximumSampleSize, 1, 255);
        writer.Integer(MaximumPayloadLength, 1, 65025);
        sequence.End(ref writer);
    }
}
