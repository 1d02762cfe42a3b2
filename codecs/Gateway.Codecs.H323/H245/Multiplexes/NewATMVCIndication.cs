using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record NewATMVCIndication : IPerType<NewATMVCIndication>
{
    public required int ResourceID { get; init; }

    /// <summary>In units of 64 kbit/s.</summary>
    public required int BitRate { get; init; }

    public required bool BitRateLockedToPCRClock { get; init; }

    public required bool BitRateLockedToNetworkClock { get; init; }

    public required NewATMVCIndicationAal Aal { get; init; }

    public required NewATMVCIndicationMultiplex Multiplex { get; init; }

    public NewATMVCIndicationReverseParameters? ReverseParameters { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static NewATMVCIndication Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("NewATMVCIndication");
        return new NewATMVCIndication
        {
            ResourceID = reader.Integer(0, 65535),
            BitRate = reader.Integer(1, 65535),
            BitRateLockedToPCRClock = reader.Boolean(),
            BitRateLockedToNetworkClock = reader.Boolean(),
            Aal = NewATMVCIndicationAal.Decode(ref reader),
            Multiplex = (NewATMVCIndicationMultiplex)NullChoice.Decode(ref reader, "NewATMVCIndicationMultiplex", 3),
            ReverseParameters = sequence.Addition(ref reader) ? NewATMVCIndicationReverseParameters.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 1, tail: Extensions);
        writer.Integer(ResourceID, 0, 65535);
        writer.Integer(BitRate, 1, 65535);
        writer.Boolean(BitRateLockedToPCRClock);
        writer.Boolean(BitRateLockedToNetworkClock);
        Aal.Encode(ref writer);
        NullChoice.Encode(ref writer, (int)Multiplex, 3);
        if (sequence.Addition(ref writer, ReverseParameters))
            ReverseParameters.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, NewATMVCIndication).</summary>
public abstract record NewATMVCIndicationAal : IPerType<NewATMVCIndicationAal>
{
    private NewATMVCIndicationAal() { }

    public sealed record Aal1 : NewATMVCIndicationAal
    {
        public required NewATMVCIndicationAalAal1ClockRecovery ClockRecovery { get; init; }

        public required NewATMVCIndicationAalAal1ErrorCorrection ErrorCorrection { get; init; }

        public required bool StructuredDataTransfer { get; init; }

        public required bool PartiallyFilledCells { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static Aal1 DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("NewATMVCIndicationAal.aal1");
            return new Aal1
            {
                ClockRecovery = (NewATMVCIndicationAalAal1ClockRecovery)NullChoice.Decode(ref reader, "NewATMVCIndicationAalAal1ClockRecovery", 3),
                ErrorCorrection = (NewATMVCIndicationAalAal1ErrorCorrection)NullChoice.Decode(ref reader, "NewATMVCIndicationAalAal1ErrorCorrection", 4),
                StructuredDataTransfer = reader.Boolean(),
                PartiallyFilledCells = reader.Boolean(),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            NullChoice.Encode(ref writer, (int)ClockRecovery, 3);
            NullChoice.Encode(ref writer, (int)ErrorCorrection, 4);
            writer.Boolean(StructuredDataTransfer);
            writer.Boolean(PartiallyFilledCells);
            sequence.End(ref writer);
        }
    }

    public sealed record Aal5 : NewATMVCIndicationAal
    {
        /// <summary>In octets.</summary>
        public required int ForwardMaximumSDUSize { get; init; }

        /// <summary>In octets.</summary>
        public required int BackwardMaximumSDUSize { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static Aal5 DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("NewATMVCIndicationAal.aal5");
            return new Aal5
            {
                ForwardMaximumSDUSize = reader.Integer(0, 65535),
                BackwardMaximumSDUSize = reader.Integer(0, 65535),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.Integer(ForwardMaximumSDUSize, 0, 65535);
            writer.Integer(BackwardMaximumSDUSize, 0, 65535);
            sequence.End(ref writer);
        }
    }

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : NewATMVCIndicationAal;

    public static NewATMVCIndicationAal Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("NewATMVCIndicationAal", root: 2);
        NewATMVCIndicationAal value = choice.Index switch
        {
            0 => Aal1.DecodeContents(ref reader),
            1 => Aal5.DecodeContents(ref reader),
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
            case Aal1 alternative:
                choice.Select(ref writer, 0);
                alternative.EncodeContents(ref writer);
                break;
            case Aal5 alternative:
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

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, NewATMVCIndication).</summary>
public enum NewATMVCIndicationAalAal1ClockRecovery
{
    NullClockRecovery,
    SrtsClockRecovery,
    AdaptiveClockRecovery,
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, NewATMVCIndication).</summary>
public enum NewATMVCIndicationAalAal1ErrorCorrection
{
    NullErrorCorrection,
    LongInterleaver,
    ShortInterleaver,
    ErrorCorrectionOnly,
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, NewATMVCIndication).</summary>
public enum NewATMVCIndicationMultiplex
{
    NoMultiplex,
    TransportStream,
    ProgramStream,
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, NewATMVCIndication).</summary>
public sealed record NewATMVCIndicationReverseParameters : IPerType<NewATMVCIndicationReverseParameters>
{
    /// <summary>In units of 64 kbit/s.</summary>
    public required int BitRate { get; init; }

    public required bool BitRateLockedToPCRClock { get; init; }

    public required bool BitRateLockedToNetworkClock { get; init; }

    public required NewATMVCIndicationReverseParametersMultiplex Multiplex { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static NewATMVCIndicationReverseParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("NewATMVCIndicationReverseParameters");
        return new NewATMVCIndicationReverseParameters
        {
            BitRate = reader.Integer(1, 65535),
            BitRateLockedToPCRClock = reader.Boolean(),
            BitRateLockedToNetworkClock = reader.Boolean(),
            Multiplex = (NewATMVCIndicationReverseParametersMultiplex)NullChoice.Decode(ref reader, "NewATMVCIndicationReverseParametersMultiplex", 3),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(BitRate, 1, 65535);
        writer.Boolean(BitRateLockedToPCRClock);
        writer.Boolean(BitRateLockedToNetworkClock);
        NullChoice.Encode(ref writer, (int)Multiplex, 3);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, NewATMVCIndication).</summary>
public enum NewATMVCIndicationReverseParametersMultiplex
{
    NoMultiplex,
    TransportStream,
    ProgramStream,
}
