using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Audio;
using Gateway.Codecs.H323.H245.Conferences;
using Gateway.Codecs.H323.H245.Data;
using Gateway.Codecs.H323.H245.Generic;
using Gateway.Codecs.H323.H245.Multiplexes;
using Gateway.Codecs.H323.H245.Redundancy;
using Gateway.Codecs.H323.H245.Security;
using Gateway.Codecs.H323.H245.Video;

namespace Gateway.Codecs.H323.H245;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record Capability : IPerType<Capability>
{
    private Capability() { }

    public sealed record NonStandard(NonStandardParameter Value) : Capability;

    public sealed record ReceiveVideoCapability(VideoCapability Value) : Capability;

    public sealed record TransmitVideoCapability(VideoCapability Value) : Capability;

    public sealed record ReceiveAndTransmitVideoCapability(VideoCapability Value) : Capability;

    public sealed record ReceiveAudioCapability(AudioCapability Value) : Capability;

    public sealed record TransmitAudioCapability(AudioCapability Value) : Capability;

    public sealed record ReceiveAndTransmitAudioCapability(AudioCapability Value) : Capability;

    public sealed record ReceiveDataApplicationCapability(DataApplicationCapability Value) : Capability;

    public sealed record TransmitDataApplicationCapability(DataApplicationCapability Value) : Capability;

    public sealed record ReceiveAndTransmitDataApplicationCapability(DataApplicationCapability Value) : Capability;

    public sealed record H233EncryptionTransmitCapability(bool Value) : Capability;

    public sealed record H233EncryptionReceiveCapability : Capability
    {
        /// <summary>In milliseconds.</summary>
        public required int H233IVResponseTime { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static H233EncryptionReceiveCapability DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("Capability.h233EncryptionReceiveCapability");
            return new H233EncryptionReceiveCapability
            {
                H233IVResponseTime = reader.Integer(0, 255),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.Integer(H233IVResponseTime, 0, 255);
            sequence.End(ref writer);
        }
    }

    public sealed record ConferenceCapability(H245.Conferences.ConferenceCapability Value) : Capability;

    public sealed record H235SecurityCapability(H245.Security.H235SecurityCapability Value) : Capability;

    public sealed record MaxPendingReplacementFor(int Value) : Capability;

    public sealed record ReceiveUserInputCapability(UserInputCapability Value) : Capability;

    public sealed record TransmitUserInputCapability(UserInputCapability Value) : Capability;

    public sealed record ReceiveAndTransmitUserInputCapability(UserInputCapability Value) : Capability;

    public sealed record GenericControlCapability(GenericCapability Value) : Capability;

    public sealed record ReceiveMultiplexedStreamCapability(MultiplexedStreamCapability Value) : Capability;

    public sealed record TransmitMultiplexedStreamCapability(MultiplexedStreamCapability Value) : Capability;

    public sealed record ReceiveAndTransmitMultiplexedStreamCapability(MultiplexedStreamCapability Value) : Capability;

    public sealed record ReceiveRTPAudioTelephonyEventCapability(AudioTelephonyEventCapability Value) : Capability;

    public sealed record ReceiveRTPAudioToneCapability(AudioToneCapability Value) : Capability;

    public sealed record DepFecCapability(DepFECCapability Value) : Capability;

    public sealed record MultiplePayloadStreamCapability(H245.Redundancy.MultiplePayloadStreamCapability Value) : Capability;

    public sealed record FecCapability(FECCapability Value) : Capability;

    public sealed record RedundancyEncodingCap(RedundancyEncodingCapability Value) : Capability;

    public sealed record OneOfCapabilities(IReadOnlyList<int> Value) : Capability;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : Capability;

    public static Capability Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("Capability", root: 12, additions: 17);
        Capability value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new ReceiveVideoCapability(VideoCapability.Decode(ref reader)),
            2 => new TransmitVideoCapability(VideoCapability.Decode(ref reader)),
            3 => new ReceiveAndTransmitVideoCapability(VideoCapability.Decode(ref reader)),
            4 => new ReceiveAudioCapability(AudioCapability.Decode(ref reader)),
            5 => new TransmitAudioCapability(AudioCapability.Decode(ref reader)),
            6 => new ReceiveAndTransmitAudioCapability(AudioCapability.Decode(ref reader)),
            7 => new ReceiveDataApplicationCapability(DataApplicationCapability.Decode(ref reader)),
            8 => new TransmitDataApplicationCapability(DataApplicationCapability.Decode(ref reader)),
            9 => new ReceiveAndTransmitDataApplicationCapability(DataApplicationCapability.Decode(ref reader)),
            10 => new H233EncryptionTransmitCapability(reader.Boolean()),
            11 => H233EncryptionReceiveCapability.DecodeContents(ref reader),
            12 => new ConferenceCapability(H245.Conferences.ConferenceCapability.Decode(ref reader)),
            13 => new H235SecurityCapability(H245.Security.H235SecurityCapability.Decode(ref reader)),
            14 => new MaxPendingReplacementFor(reader.Integer(0, 255)),
            15 => new ReceiveUserInputCapability(UserInputCapability.Decode(ref reader)),
            16 => new TransmitUserInputCapability(UserInputCapability.Decode(ref reader)),
            17 => new ReceiveAndTransmitUserInputCapability(UserInputCapability.Decode(ref reader)),
            18 => new GenericControlCapability(GenericCapability.Decode(ref reader)),
            19 => new ReceiveMultiplexedStreamCapability(MultiplexedStreamCapability.Decode(ref reader)),
            20 => new TransmitMultiplexedStreamCapability(MultiplexedStreamCapability.Decode(ref reader)),
            21 => new ReceiveAndTransmitMultiplexedStreamCapability(MultiplexedStreamCapability.Decode(ref reader)),
            22 => new ReceiveRTPAudioTelephonyEventCapability(AudioTelephonyEventCapability.Decode(ref reader)),
            23 => new ReceiveRTPAudioToneCapability(AudioToneCapability.Decode(ref reader)),
            24 => new DepFecCapability(DepFECCapability.Decode(ref reader)),
            25 => new MultiplePayloadStreamCapability(H245.Redundancy.MultiplePayloadStreamCapability.Decode(ref reader)),
            26 => new FecCapability(FECCapability.Decode(ref reader)),
            27 => new RedundancyEncodingCap(RedundancyEncodingCapability.Decode(ref reader)),
            28 => new OneOfCapabilities(reader.SequenceOf(static (ref PerReader inner) => inner.Integer(1, 65535), 1, 256)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 12);
        switch (this)
        {
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case ReceiveVideoCapability alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case TransmitVideoCapability alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case ReceiveAndTransmitVideoCapability alternative:
                choice.Select(ref writer, 3);
                alternative.Value.Encode(ref writer);
                break;
            case ReceiveAudioCapability alternative:
                choice.Select(ref writer, 4);
                alternative.Value.Encode(ref writer);
                break;
            case TransmitAudioCapability alternative:
                choice.Select(ref writer, 5);
                alternative.Value.Encode(ref writer);
                break;
            case ReceiveAndTransmitAudioCapability alternative:
                choice.Select(ref writer, 6);
                alternative.Value.Encode(ref writer);
                break;
            case ReceiveDataApplicationCapability alternative:
                choice.Select(ref writer, 7);
                alternative.Value.Encode(ref writer);
                break;
            case TransmitDataApplicationCapability alternative:
                choice.Select(ref writer, 8);
                alternative.Value.Encode(ref writer);
                break;
            case ReceiveAndTransmitDataApplicationCapability alternative:
                choice.Select(ref writer, 9);
                alternative.Value.Encode(ref writer);
                break;
            case H233EncryptionTransmitCapability alternative:
                choice.Select(ref writer, 10);
                writer.Boolean(alternative.Value);
                break;
            case H233EncryptionReceiveCapability alternative:
                choice.Select(ref writer, 11);
                alternative.EncodeContents(ref writer);
                break;
            case ConferenceCapability alternative:
                choice.Select(ref writer, 12);
                alternative.Value.Encode(ref writer);
                break;
            case H235SecurityCapability alternative:
                choice.Select(ref writer, 13);
                alternative.Value.Encode(ref writer);
                break;
            case MaxPendingReplacementFor alternative:
                choice.Select(ref writer, 14);
                writer.Integer(alternative.Value, 0, 255);
                break;
            case ReceiveUserInputCapability alternative:
                choice.Select(ref writer, 15);
                alternative.Value.Encode(ref writer);
                break;
            case TransmitUserInputCapability alternative:
                choice.Select(ref writer, 16);
                alternative.Value.Encode(ref writer);
                break;
            case ReceiveAndTransmitUserInputCapability alternative:
                choice.Select(ref writer, 17);
                alternative.Value.Encode(ref writer);
                break;
            case GenericControlCapability alternative:
                choice.Select(ref writer, 18);
                alternative.Value.Encode(ref writer);
                break;
            case ReceiveMultiplexedStreamCapability alternative:
                choice.Select(ref writer, 19);
                alternative.Value.Encode(ref writer);
                break;
            case TransmitMultiplexedStreamCapability alternative:
                choice.Select(ref writer, 20);
                alternative.Value.Encode(ref writer);
                break;
            case ReceiveAndTransmitMultiplexedStreamCapability alternative:
                choice.Select(ref writer, 21);
                alternative.Value.Encode(ref writer);
                break;
            case ReceiveRTPAudioTelephonyEventCapability alternative:
                choice.Select(ref writer, 22);
                alternative.Value.Encode(ref writer);
                break;
            case ReceiveRTPAudioToneCapability alternative:
                choice.Select(ref writer, 23);
                alternative.Value.Encode(ref writer);
                break;
            case DepFecCapability alternative:
                choice.Select(ref writer, 24);
                alternative.Value.Encode(ref writer);
                break;
            case MultiplePayloadStreamCapability alternative:
                choice.Select(ref writer, 25);
                alternative.Value.Encode(ref writer);
                break;
            case FecCapability alternative:
                choice.Select(ref writer, 26);
                alternative.Value.Encode(ref writer);
                break;
            case RedundancyEncodingCap alternative:
                choice.Select(ref writer, 27);
                alternative.Value.Encode(ref writer);
                break;
            case OneOfCapabilities alternative:
                choice.Select(ref writer, 28);
                writer.SequenceOf(alternative.Value, static (ref PerWriter inner, int element) => inner.Integer(element, 1, 65535), 1, 256);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
