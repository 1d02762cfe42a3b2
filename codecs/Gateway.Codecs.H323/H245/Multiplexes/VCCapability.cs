using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record VCCapability : IPerType<VCCapability>
{
    public VCCapabilityAal1? Aal1 { get; init; }

    public VCCapabilityAal5? Aal5 { get; init; }

    public required bool TransportStream { get; init; }

    public required bool ProgramStream { get; init; }

    public required VCCapabilityAvailableBitRates AvailableBitRates { get; init; }

    public VCCapabilityAal1ViaGateway? Aal1ViaGateway { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static VCCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("VCCapability", optionals: 2);
        return new VCCapability
        {
            Aal1 = sequence.Optional() ? VCCapabilityAal1.Decode(ref reader) : null,
            Aal5 = sequence.Optional() ? VCCapabilityAal5.Decode(ref reader) : null,
            TransportStream = reader.Boolean(),
            ProgramStream = reader.Boolean(),
            AvailableBitRates = VCCapabilityAvailableBitRates.Decode(ref reader),
            Aal1ViaGateway = sequence.Addition(ref reader) ? VCCapabilityAal1ViaGateway.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, additions: 1, tail: Extensions);
        if (sequence.Optional(ref writer, Aal1))
            Aal1.Encode(ref writer);
        if (sequence.Optional(ref writer, Aal5))
            Aal5.Encode(ref writer);
        writer.Boolean(TransportStream);
        writer.Boolean(ProgramStream);
        AvailableBitRates.Encode(ref writer);
        if (sequence.Addition(ref writer, Aal1ViaGateway))
            Aal1ViaGateway.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, VCCapability).</summary>
public sealed record VCCapabilityAal1 : IPerType<VCCapabilityAal1>
{
    public required bool NullClockRecovery { get; init; }

    public required bool SrtsClockRecovery { get; init; }

    public required bool AdaptiveClockRecovery { get; init; }

    public required bool NullErrorCorrection { get; init; }

    public required bool LongInterleaver { get; init; }

    public required bool ShortInterleaver { get; init; }

    public required bool ErrorCorrectionOnly { get; init; }

    public required bool StructuredDataTransfer { get; init; }

    public required bool PartiallyFilledCells { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static VCCapabilityAal1 Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("VCCapabilityAal1");
        return new VCCapabilityAal1
        {
            NullClockRecovery = reader.Boolean(),
            SrtsClockRecovery = reader.Boolean(),
            AdaptiveClockRecovery = reader.Boolean(),
            NullErrorCorrection = reader.Boolean(),
            LongInterleaver = reader.Boolean(),
            ShortInterleaver = reader.Boolean(),
            ErrorCorrectionOnly = reader.Boolean(),
            StructuredDataTransfer = reader.Boolean(),
            PartiallyFilledCells = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Boolean(NullClockRecovery);
        writer.Boolean(SrtsClockRecovery);
        writer.Boolean(AdaptiveClockRecovery);
        writer.Boolean(NullErrorCorrection);
        writer.Boolean(LongInterleaver);
        writer.Boolean(ShortInterleaver);
        writer.Boolean(ErrorCorrectionOnly);
        writer.Boolean(StructuredDataTransfer);
        writer.Boolean(PartiallyFilledCells);
        sequence.End(ref writer);
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, VCCapability).</summary>
public sealed record VCCapabilityAal5 : IPerType<VCCapabilityAal5>
{
    /// <summary>In octets.</summary>
    public required int ForwardMaximumSDUSize { get; init; }

    /// <summary>In octets.</summary>
    public required int BackwardMaximumSDUSize { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static VCCapabilityAal5 Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("VCCapabilityAal5");
        return new VCCapabilityAal5
        {
            ForwardMaximumSDUSize = reader.Integer(0, 65535),
            BackwardMaximumSDUSize = reader.Integer(0, 65535),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(ForwardMaximumSDUSize, 0, 65535);
        writer.Integer(BackwardMaximumSDUSize, 0, 65535);
        sequence.End(ref writer);
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, VCCapability).</summary>
public sealed record VCCapabilityAvailableBitRates : IPerType<VCCapabilityAvailableBitRates>
{
    public required VCCapabilityAvailableBitRatesType Type { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static VCCapabilityAvailableBitRates Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("VCCapabilityAvailableBitRates");
        return new VCCapabilityAvailableBitRates
        {
            Type = VCCapabilityAvailableBitRatesType.Decode(ref reader),
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

/// <summary>CHOICE, not extensible (H.245 (05/2011) Annex A, VCCapability).</summary>
public abstract record VCCapabilityAvailableBitRatesType : IPerType<VCCapabilityAvailableBitRatesType>
{
    private VCCapabilityAvailableBitRatesType() { }

    /// <summary>In units of 64 kbit/s.</summary>
    public sealed record SingleBitRate(int Value) : VCCapabilityAvailableBitRatesType;

    public sealed record RangeOfBitRates : VCCapabilityAvailableBitRatesType
    {
        /// <summary>In units of 64 kbit/s.</summary>
        public required int LowerBitRate { get; init; }

        /// <summary>In units of 64 kbit/s.</summary>
        public required int HigherBitRate { get; init; }

        internal static RangeOfBitRates DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginPlainSequence("VCCapabilityAvailableBitRatesType.rangeOfBitRates");
            var value = new RangeOfBitRates
            {
                LowerBitRate = reader.Integer(1, 65535),
                HigherBitRate = reader.Integer(1, 65535),
            };
            sequence.End(ref reader);
            return value;
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            writer.Integer(LowerBitRate, 1, 65535);
            writer.Integer(HigherBitRate, 1, 65535);
        }
    }

    public static VCCapabilityAvailableBitRatesType Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("VCCapabilityAvailableBitRatesType", root: 2);
        VCCapabilityAvailableBitRatesType value = choice.Index switch
        {
            0 => new SingleBitRate(reader.Integer(1, 65535)),
            _ => RangeOfBitRates.DecodeContents(ref reader),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        switch (this)
        {
            case SingleBitRate alternative:
                writer.PlainChoice(0, 2);
                writer.Integer(alternative.Value, 1, 65535);
                break;
            case RangeOfBitRates alternative:
                writer.PlainChoice(1, 2);
                alternative.EncodeContents(ref writer);
                break;
        }
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, VCCapability).</summary>
public sealed record VCCapabilityAal1ViaGateway : IPerType<VCCapabilityAal1ViaGateway>
{
    public required IReadOnlyList<Q2931Address> GatewayAddress { get; init; }

    public required bool NullClockRecovery { get; init; }

    public required bool SrtsClockRecovery { get; init; }

    public required bool AdaptiveClockRecovery { get; init; }

    public required bool NullErrorCorrection { get; init; }

    public required bool LongInterleaver { get; init; }

    public required bool ShortInterleaver { get; init; }

    public required bool ErrorCorrectionOnly { get; init; }

    public required bool StructuredDataTransfer { get; init; }

    public required bool PartiallyFilledCells { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static VCCapabilityAal1ViaGateway Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("VCCapabilityAal1ViaGateway");
        return new VCCapabilityAal1ViaGateway
        {
            GatewayAddress = reader.SequenceOf<Q2931Address>(1, 256),
            NullClockRecovery = reader.Boolean(),
            SrtsClockRecovery = reader.Boolean(),
            AdaptiveClockRecovery = reader.Boolean(),
            NullErrorCorrection = reader.Boolean(),
            LongInterleaver = reader.Boolean(),
            ShortInterleaver = reader.Boolean(),
            ErrorCorrectionOnly = reader.Boolean(),
            StructuredDataTransfer = reader.Boolean(),
            PartiallyFilledCells = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.SequenceOf(GatewayAddress, 1, 256);
        writer.Boolean(NullClockRecovery);
        writer.Boolean(SrtsClockRecovery);
        writer.Boolean(AdaptiveClockRecovery);
        writer.Boolean(NullErrorCorrection);
        writer.Boolean(LongInterleaver);
        writer.Boolean(ShortInterleaver);
        writer.Boolean(ErrorCorrectionOnly);
        writer.Boolean(StructuredDataTransfer);
        writer.Boolean(PartiallyFilledCells);
        sequence.End(ref writer);
    }
}
