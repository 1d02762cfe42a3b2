using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Redundancy;
using Gateway.Codecs.H323.H245.Security;
using Gateway.Codecs.H323.H245.Video;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MiscellaneousCommand : IPerType<MiscellaneousCommand>
{
    public required int LogicalChannelNumber { get; init; }

    public required MiscellaneousCommandType Type { get; init; }

    public EncryptionUpdateDirection? Direction { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MiscellaneousCommand Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MiscellaneousCommand");
        return new MiscellaneousCommand
        {
            LogicalChannelNumber = reader.Integer(1, 65535),
            Type = MiscellaneousCommandType.Decode(ref reader),
            Direction = sequence.Addition(ref reader) ? (EncryptionUpdateDirection)NullChoice.Decode(ref reader, "EncryptionUpdateDirection", 2) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 1, tail: Extensions);
        writer.Integer(LogicalChannelNumber, 1, 65535);
        Type.Encode(ref writer);
        if (sequence.Addition(ref writer, Direction))
            NullChoice.Encode(ref writer, (int)Direction.Value, 2);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, MiscellaneousCommand).</summary>
public abstract record MiscellaneousCommandType : IPerType<MiscellaneousCommandType>
{
    private MiscellaneousCommandType() { }

    public sealed record EqualiseDelay : MiscellaneousCommandType;

    public sealed record ZeroDelay : MiscellaneousCommandType;

    public sealed record MultipointModeCommand : MiscellaneousCommandType;

    public sealed record CancelMultipointModeCommand : MiscellaneousCommandType;

    public sealed record VideoFreezePicture : MiscellaneousCommandType;

    public sealed record VideoFastUpdatePicture : MiscellaneousCommandType;

    public sealed record VideoFastUpdateGOB : MiscellaneousCommandType
    {
        public required int FirstGOB { get; init; }

        public required int NumberOfGOBs { get; init; }

        internal static VideoFastUpdateGOB DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginPlainSequence("MiscellaneousCommandType.videoFastUpdateGOB");
            var value = new VideoFastUpdateGOB
            {
                FirstGOB = reader.Integer(0, 17),
                NumberOfGOBs = reader.Integer(1, 18),
            };
            sequence.End(ref reader);
            return value;
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            writer.Integer(FirstGOB, 0, 17);
            writer.Integer(NumberOfGOBs, 1, 18);
        }
    }

    public sealed record VideoTemporalSpatialTradeOff(int Value) : MiscellaneousCommandType;

    public sealed record VideoSendSyncEveryGOB : MiscellaneousCommandType;

    public sealed record VideoSendSyncEveryGOBCancel : MiscellaneousCommandType;

    public sealed record VideoFastUpdateMB : MiscellaneousCommandType
    {
        public int? FirstGOB { get; init; }

        public int? FirstMB { get; init; }

        public required int NumberOfMBs { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static VideoFastUpdateMB DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MiscellaneousCommandType.videoFastUpdateMB", optionals: 2);
            return new VideoFastUpdateMB
            {
                FirstGOB = sequence.Optional() ? reader.Integer(0, 255) : null,
                FirstMB = sequence.Optional() ? reader.Integer(1, 8192) : null,
                NumberOfMBs = reader.Integer(1, 8192),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
            if (sequence.Optional(ref writer, FirstGOB))
                writer.Integer(FirstGOB.Value, 0, 255);
            if (sequence.Optional(ref writer, FirstMB))
                writer.Integer(FirstMB.Value, 1, 8192);
            writer.Integer(NumberOfMBs, 1, 8192);
            sequence.End(ref writer);
        }
    }

    /// <summary>In octets.</summary>
    public sealed record MaxH223MUXPDUsize(int Value) : MiscellaneousCommandType;

    public sealed record EncryptionUpdate(EncryptionSync Value) : MiscellaneousCommandType;

    public sealed record EncryptionUpdateRequest(H245.Security.EncryptionUpdateRequest Value) : MiscellaneousCommandType;

    public sealed record SwitchReceiveMediaOff : MiscellaneousCommandType;

    public sealed record SwitchReceiveMediaOn : MiscellaneousCommandType;

    public sealed record ProgressiveRefinementStart : MiscellaneousCommandType
    {
        public required MiscellaneousCommandTypeProgressiveRefinementStartRepeatCount RepeatCount { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static ProgressiveRefinementStart DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MiscellaneousCommandType.progressiveRefinementStart");
            return new ProgressiveRefinementStart
            {
                RepeatCount = (MiscellaneousCommandTypeProgressiveRefinementStartRepeatCount)NullChoice.Decode(ref reader, "MiscellaneousCommandTypeProgressiveRefinementStartRepeatCount", 4),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            NullChoice.Encode(ref writer, (int)RepeatCount, 4);
            sequence.End(ref writer);
        }
    }

    public sealed record ProgressiveRefinementAbortOne : MiscellaneousCommandType;

    public sealed record ProgressiveRefinementAbortContinuous : MiscellaneousCommandType;

    public sealed record VideoBadMBs : MiscellaneousCommandType
    {
        public required int FirstMB { get; init; }

        public required int NumberOfMBs { get; init; }

        public required int TemporalReference { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static VideoBadMBs DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MiscellaneousCommandType.videoBadMBs");
            return new VideoBadMBs
            {
                FirstMB = reader.Integer(1, 9216),
                NumberOfMBs = reader.Integer(1, 9216),
                TemporalReference = reader.Integer(0, 1023),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.Integer(FirstMB, 1, 9216);
            writer.Integer(NumberOfMBs, 1, 9216);
            writer.Integer(TemporalReference, 0, 1023);
            sequence.End(ref writer);
        }
    }

    public sealed record LostPicture(IReadOnlyList<PictureReference> Value) : MiscellaneousCommandType;

    public sealed record LostPartialPicture : MiscellaneousCommandType
    {
        public required PictureReference PictureReference { get; init; }

        public required int FirstMB { get; init; }

        public required int NumberOfMBs { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static LostPartialPicture DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MiscellaneousCommandType.lostPartialPicture");
            return new LostPartialPicture
            {
                PictureReference = PictureReference.Decode(ref reader),
                FirstMB = reader.Integer(1, 9216),
                NumberOfMBs = reader.Integer(1, 9216),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            PictureReference.Encode(ref writer);
            writer.Integer(FirstMB, 1, 9216);
            writer.Integer(NumberOfMBs, 1, 9216);
            sequence.End(ref writer);
        }
    }

    public sealed record RecoveryReferencePicture(IReadOnlyList<PictureReference> Value) : MiscellaneousCommandType;

    public sealed record EncryptionUpdateCommand : MiscellaneousCommandType
    {
        public required EncryptionSync EncryptionSync { get; init; }

        public MultiplePayloadStream? MultiplePayloadStream { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static EncryptionUpdateCommand DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MiscellaneousCommandType.encryptionUpdateCommand", optionals: 1);
            return new EncryptionUpdateCommand
            {
                EncryptionSync = EncryptionSync.Decode(ref reader),
                MultiplePayloadStream = sequence.Optional() ? MultiplePayloadStream.Decode(ref reader) : null,
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
            EncryptionSync.Encode(ref writer);
            if (sequence.Optional(ref writer, MultiplePayloadStream))
                MultiplePayloadStream.Encode(ref writer);
            sequence.End(ref writer);
        }
    }

    public sealed record EncryptionUpdateAck : MiscellaneousCommandType
    {
        public required int SynchFlag { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static EncryptionUpdateAck DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MiscellaneousCommandType.encryptionUpdateAck");
            return new EncryptionUpdateAck
            {
                SynchFlag = reader.Integer(0, 255),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.Integer(SynchFlag, 0, 255);
            sequence.End(ref writer);
        }
    }

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : MiscellaneousCommandType;

    public static MiscellaneousCommandType Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("MiscellaneousCommandType", root: 10, additions: 15);
        MiscellaneousCommandType value = choice.Index switch
        {
            0 => new EqualiseDelay(),
            1 => new ZeroDelay(),
            2 => new MultipointModeCommand(),
            3 => new CancelMultipointModeCommand(),
            4 => new VideoFreezePicture(),
            5 => new VideoFastUpdatePicture(),
            6 => VideoFastUpdateGOB.DecodeContents(ref reader),
            7 => new VideoTemporalSpatialTradeOff(reader.Integer(0, 31)),
            8 => new VideoSendSyncEveryGOB(),
            9 => new VideoSendSyncEveryGOBCancel(),
            10 => VideoFastUpdateMB.DecodeContents(ref reader),
            11 => new MaxH223MUXPDUsize(reader.Integer(1, 65535)),
            12 => new EncryptionUpdate(EncryptionSync.Decode(ref reader)),
            13 => new EncryptionUpdateRequest(H245.Security.EncryptionUpdateRequest.Decode(ref reader)),
            14 => new SwitchReceiveMediaOff(),
            15 => new SwitchReceiveMediaOn(),
            16 => ProgressiveRefinementStart.DecodeContents(ref reader),
            17 => new ProgressiveRefinementAbortOne(),
            18 => new ProgressiveRefinementAbortContinuous(),
            19 => VideoBadMBs.DecodeContents(ref reader),
            20 => new LostPicture(reader.SequenceOf<PictureReference>()),
            21 => LostPartialPicture.DecodeContents(ref reader),
            22 => new RecoveryReferencePicture(reader.SequenceOf<PictureReference>()),
            23 => EncryptionUpdateCommand.DecodeContents(ref reader),
            24 => EncryptionUpdateAck.DecodeContents(ref reader),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 10);
        switch (this)
        {
            case EqualiseDelay:
                choice.Select(ref writer, 0);
                break;
            case ZeroDelay:
                choice.Select(ref writer, 1);
                break;
            case MultipointModeCommand:
                choice.Select(ref writer, 2);
                break;
            case CancelMultipointModeCommand:
                choice.Select(ref writer, 3);
                break;
            case VideoFreezePicture:
                choice.Select(ref writer, 4);
                break;
            case VideoFastUpdatePicture:
                choice.Select(ref writer, 5);
                break;
            case VideoFastUpdateGOB alternative:
                choice.Select(ref writer, 6);
                alternative.EncodeContents(ref writer);
                break;
            case VideoTemporalSpatialTradeOff alternative:
                choice.Select(ref writer, 7);
                writer.Integer(alternative.Value, 0, 31);
                break;
            case VideoSendSyncEveryGOB:
                choice.Select(ref writer, 8);
                break;
            case VideoSendSyncEveryGOBCancel:
                choice.Select(ref writer, 9);
                break;
            case VideoFastUpdateMB alternative:
                choice.Select(ref writer, 10);
                alternative.EncodeContents(ref writer);
                break;
            case MaxH223MUXPDUsize alternative:
                choice.Select(ref writer, 11);
                writer.Integer(alternative.Value, 1, 65535);
                break;
            case EncryptionUpdate alternative:
                choice.Select(ref writer, 12);
                alternative.Value.Encode(ref writer);
                break;
            case EncryptionUpdateRequest alternative:
                choice.Select(ref writer, 13);
                alternative.Value.Encode(ref writer);
                break;
            case SwitchReceiveMediaOff:
                choice.Select(ref writer, 14);
                break;
            case SwitchReceiveMediaOn:
                choice.Select(ref writer, 15);
                break;
            case ProgressiveRefinementStart alternative:
                choice.Select(ref writer, 16);
                alternative.EncodeContents(ref writer);
                break;
            case ProgressiveRefinementAbortOne:
                choice.Select(ref writer, 17);
                break;
            case ProgressiveRefinementAbortContinuous:
                choice.Select(ref writer, 18);
                break;
            case VideoBadMBs alternative:
                choice.Select(ref writer, 19);
                alternative.EncodeContents(ref writer);
                break;
            case LostPicture alternative:
                choice.Select(ref writer, 20);
                writer.SequenceOf(alternative.Value);
                break;
            case LostPartialPicture alternative:
                choice.Select(ref writer, 21);
                alternative.EncodeContents(ref writer);
                break;
            case RecoveryReferencePicture alternative:
                choice.Select(ref writer, 22);
                writer.SequenceOf(alternative.Value);
                break;
            case EncryptionUpdateCommand alternative:
                choice.Select(ref writer, 23);
                alternative.EncodeContents(ref writer);
                break;
            case EncryptionUpdateAck alternative:
                choice.Select(ref writer, 24);
                alternative.EncodeContents(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, MiscellaneousCommand).</summary>
public enum MiscellaneousCommandTypeProgressiveRefinementStartRepeatCount
{
    DoOneProgression,
    DoContinuousProgressions,
    DoOneIndependentProgression,
    DoContinuousIndependentProgressions,
}
