using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Transport;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MiscellaneousIndication : IPerType<MiscellaneousIndication>
{
    public required int LogicalChannelNumber { get; init; }

    public required MiscellaneousIndicationType Type { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MiscellaneousIndication Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MiscellaneousIndication");
        return new MiscellaneousIndication
        {
            LogicalChannelNumber = reader.Integer(1, 65535),
            Type = MiscellaneousIndicationType.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(LogicalChannelNumber, 1, 65535);
        Type.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, MiscellaneousIndication).</summary>
public abstract record MiscellaneousIndicationType : IPerType<MiscellaneousIndicationType>
{
    private MiscellaneousIndicationType() { }

    public sealed record LogicalChannelActive : MiscellaneousIndicationType;

    public sealed record LogicalChannelInactive : MiscellaneousIndicationType;

    public sealed record MultipointConference : MiscellaneousIndicationType;

    public sealed record CancelMultipointConference : MiscellaneousIndicationType;

    public sealed record MultipointZeroComm : MiscellaneousIndicationType;

    public sealed record CancelMultipointZeroComm : MiscellaneousIndicationType;

    public sealed record MultipointSecondaryStatus : MiscellaneousIndicationType;

    public sealed record CancelMultipointSecondaryStatus : MiscellaneousIndicationType;

    public sealed record VideoIndicateReadyToActivate : MiscellaneousIndicationType;

    public sealed record VideoTemporalSpatialTradeOff(int Value) : MiscellaneousIndicationType;

    public sealed record VideoNotDecodedMBs : MiscellaneousIndicationType
    {
        public required int FirstMB { get; init; }

        public required int NumberOfMBs { get; init; }

        public required int TemporalReference { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static VideoNotDecodedMBs DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MiscellaneousIndicationType.videoNotDecodedMBs");
            return new VideoNotDecodedMBs
            {
                FirstMB = reader.Integer(1, 8192),
                NumberOfMBs = reader.Integer(1, 8192),
                TemporalReference = reader.Integer(0, 255),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.Integer(FirstMB, 1, 8192);
            writer.Integer(NumberOfMBs, 1, 8192);
            writer.Integer(TemporalReference, 0, 255);
            sequence.End(ref writer);
        }
    }

    public sealed record TransportCapability(H245.Transport.TransportCapability Value) : MiscellaneousIndicationType;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : MiscellaneousIndicationType;

    public static MiscellaneousIndicationType Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("MiscellaneousIndicationType", root: 10, additions: 2);
        MiscellaneousIndicationType value = choice.Index switch
        {
            0 => new LogicalChannelActive(),
            1 => new LogicalChannelInactive(),
            2 => new MultipointConference(),
            3 => new CancelMultipointConference(),
            4 => new MultipointZeroComm(),
            5 => new CancelMultipointZeroComm(),
            6 => new MultipointSecondaryStatus(),
            7 => new CancelMultipointSecondaryStatus(),
            8 => new VideoIndicateReadyToActivate(),
            9 => new VideoTemporalSpatialTradeOff(reader.Integer(0, 31)),
            10 => VideoNotDecodedMBs.DecodeContents(ref reader),
            11 => new TransportCapability(H245.Transport.TransportCapability.Decode(ref reader)),
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
            case LogicalChannelActive:
                choice.Select(ref writer, 0);
                break;
            case LogicalChannelInactive:
                choice.Select(ref writer, 1);
                break;
            case MultipointConference:
                choice.Select(ref writer, 2);
                break;
            case CancelMultipointConference:
                choice.Select(ref writer, 3);
                break;
            case MultipointZeroComm:
                choice.Select(ref writer, 4);
                break;
            case CancelMultipointZeroComm:
                choice.Select(ref writer, 5);
                break;
            case MultipointSecondaryStatus:
                choice.Select(ref writer, 6);
                break;
            case CancelMultipointSecondaryStatus:
                choice.Select(ref writer, 7);
                break;
            case VideoIndicateReadyToActivate:
                choice.Select(ref writer, 8);
                break;
            case VideoTemporalSpatialTradeOff alternative:
                choice.Select(ref writer, 9);
                writer.Integer(alternative.Value, 0, 31);
                break;
            case VideoNotDecodedMBs alternative:
                choice.Select(ref writer, 10);
                alternative.EncodeContents(ref writer);
                break;
            case TransportCapability alternative:
                choice.Select(ref writer, 11);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
