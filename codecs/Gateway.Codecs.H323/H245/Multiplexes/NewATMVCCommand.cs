using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record NewATMVCCommand : IPerType<NewATMVCCommand>
{
    public required int ResourceID { get; init; }

    /// <summary>In units of 64 kbit/s.</summary>
    public required int BitRate { get; init; }

    public required bool BitRateLockedToPCRClock { get; init; }

    public required bool BitRateLockedToNetworkClock { get; init; }

    public required NewATMVCCommandAal Aal { get; init; }

    public required NewATMVCCommandMultiplex Multiplex { get; init; }

    public required NewATMVCCommandReverseParameters ReverseParameters { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static NewATMVCCommand Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("NewATMVCCommand");
        return new NewATMVCCommand
        {
            ResourceID = reader.Integer(0, 65535),
            BitRate = reader.Integer(1, 65535),
            BitRateLockedToPCRClock = reader.Boolean(),
            BitRateLockedToNetworkClock = reader.Boolean(),
            Aal = NewATMVCCommandAal.Decode(ref reader),
            Multiplex = (NewATMVCCommandMultiplex)NullChoice.Decode(ref reader, "NewATMVCCommandMultiplex", 3),
            ReverseParameters = NewATMVCCommandReverseParameters.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(ResourceID, 0, 65535);
        writer.Integer(BitRate, 1, 65535);
        writer.Boolean(BitRateLockedToPCRClock);
        writer.Boolean(BitRateLockedToNetworkClock);
        Aal.Encode(ref writer);
        NullChoice.Encode(ref writer, (int)Multiplex, 3);
        ReverseParameters.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, NewATMVCCommand).</summary>
public abstract record NewATMVCCommandAal : IPerType<NewATMVCCommandAal>
{
    private NewATMVCCommandAal() { }

    public sealed record Aal1 : NewATMVCCommandAal
    {
        public required NewATMVCCommandAalAal1ClockRecovery ClockRecovery { get; init; }

        public required NewATMVCCommandAalAal1ErrorCorrection ErrorCorrection { get; init; }

        public required bool StructuredDataTransfer { get; init; }

        public required bool PartiallyFilledCells { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static Aal1 DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("NewATMVCCommandAal.aal1");
            return new Aal1
            {
                ClockRecovery = (NewATMVCCommandAalAal1ClockRecovery)NullChoice.Decode(ref reader, "NewATMVCCommandAalAal1ClockRecovery", 3),
                ErrorCorrection = (NewATMVCCommandAalAal1ErrorCorrection)NullChoice.Decode(ref reader, "NewATMVCCommandAalAal1ErrorCorrection", 4),
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

    public sealed record Aal5 : NewATMVCCommandAal
    {
        /// <summary>In octets.</summary>
        public required int ForwardMaximumSDUSize { get; init; }

        /// <summary>In octets.</summary>
        public required int BackwardMaximumSDUSize { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static Aal5 DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("NewATMVCCommandAal.aal5");
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
    public sealed record Unrecognized(UnknownAlternative Value) : NewATMVCCommandAal;

    public static NewATMVCCommandAal Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("NewATMVCCommandAal", root: 2);
        NewATMVCCommandAal value = choice.Index switch
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

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, NewATMVCCommand).</summary>
public enum NewATMVCCommandAalAal1ClockRecovery
{
    NullClockRecovery,
    SrtsClockRecovery,
    AdaptiveClockRecovery,
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, NewATMVCCommand).</summary>
public enum NewATMVCCommandAalAal1ErrorCorrection
{
    NullErrorCorrection,
    LongInterleaver,
    ShortInterleaver,
    ErrorCorrectionOnly,
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, NewATMVCCommand).</summary>
public enum NewATMVCCommandMultiplex
{
    NoMultiplex,
    TransportStream,
    ProgramStream,
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, NewATMVCCommand).</summary>
public sealed record NewATMVCCommandReverseParameters : IPerType<NewATMVCCommandReverseParameters>
{
    /// <summary>In units of 64 kbit/s.</summary>
    public required int BitRate { get; init; }

    public required bool BitRateLockedToPCRClock { get; init; }

    public required bool BitRateLockedToNetworkClock { get; init; }

    public required NewATMVCCommandReverseParametersMultiplex Multiplex { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static NewATMVCCommandReverseParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("NewATMVCCommandReverseParameters");
        return new NewATMVCCommandReverseParameters
        {
            BitRate = reader.Integer(1, 65535),
            BitRateLockedToPCRClock = reader.Boolean(),
            BitRateLockedToNetworkClock = reader.Boolean(),
            Multiplex = (NewATMVCCommandReverseParametersMultiplex)NullChoice.Decode(ref reader, "NewATMVCCommandReverseParametersMultiplex", 3),
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

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, NewATMVCCommand).</summary>
public enum NewATMVCCommandReverseParametersMultiplex
{
    NoMultiplex,
    TransportStream,
    ProgramStream,
}
