using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Generic;

namespace Gateway.Codecs.H323.H245.Audio;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record AudioCapability : IPerType<AudioCapability>
{
    private AudioCapability() { }

    public sealed record NonStandard(NonStandardParameter Value) : AudioCapability;

    public sealed record G711Alaw64k(int Value) : AudioCapability;

    public sealed record G711Alaw56k(int Value) : AudioCapability;

    public sealed record G711Ulaw64k(int Value) : AudioCapability;

    public sealed record G711Ulaw56k(int Value) : AudioCapability;

    public sealed record G72264k(int Value) : AudioCapability;

    public sealed record G72256k(int Value) : AudioCapability;

    public sealed record G72248k(int Value) : AudioCapability;

    public sealed record G7231 : AudioCapability
    {
        public required int MaxAlSduAudioFrames { get; init; }

        public required bool SilenceSuppression { get; init; }

        internal static G7231 DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginPlainSequence("AudioCapability.g7231");
            var value = new G7231
            {
                MaxAlSduAudioFrames = reader.Integer(1, 256),
                SilenceSuppression = reader.Boolean(),
            };
            sequence.End(ref reader);
            return value;
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            writer.Integer(MaxAlSduAudioFrames, 1, 256);
            writer.Boolean(SilenceSuppression);
        }
    }

    public sealed record G728(int Value) : AudioCapability;

    public sealed record G729(int Value) : AudioCapability;

    public sealed record G729AnnexA(int Value) : AudioCapability;

    public sealed record Is11172AudioCapability(IS11172AudioCapability Value) : AudioCapability;

    public sealed record Is13818AudioCapability(IS13818AudioCapability Value) : AudioCapability;

    public sealed record G729wAnnexB(int Value) : AudioCapability;

    public sealed record G729AnnexAwAnnexB(int Value) : AudioCapability;

    public sealed record G7231AnnexCCapability(H245.Audio.G7231AnnexCCapability Value) : AudioCapability;

    public sealed record GsmFullRate(GSMAudioCapability Value) : AudioCapability;

    public sealed record GsmHalfRate(GSMAudioCapability Value) : AudioCapability;

    public sealed record GsmEnhancedFullRate(GSMAudioCapability Value) : AudioCapability;

    public sealed record GenericAudioCapability(GenericCapability Value) : AudioCapability;

    public sealed record G729Extensions(H245.Audio.G729Extensions Value) : AudioCapability;

    public sealed record Vbd(VBDCapability Value) : AudioCapability;

    public sealed record AudioTelephonyEvent(NoPTAudioTelephonyEventCapability Value) : AudioCapability;

    public sealed record AudioTone(NoPTAudioToneCapability Value) : AudioCapability;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : AudioCapability;

    public static AudioCapability Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("AudioCapability", root: 14, additions: 11);
        AudioCapability value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new G711Alaw64k(reader.Integer(1, 256)),
            2 => new G711Alaw56k(reader.Integer(1, 256)),
            3 => new G711Ulaw64k(reader.Integer(1, 256)),
            4 => new G711Ulaw56k(reader.Integer(1, 256)),
            5 => new G72264k(reader.Integer(1, 256)),
            6 => new G72256k(reader.Integer(1, 256)),
            7 => new G72248k(reader.Integer(1, 256)),
            8 => G7231.DecodeContents(ref reader),
            9 => new G728(reader.Integer(1, 256)),
            10 => new G729(reader.Integer(1, 256)),
            11 => new G729AnnexA(reader.Integer(1, 256)),
            12 => new Is11172AudioCapability(IS11172AudioCapability.Decode(ref reader)),
            13 => new Is13818AudioCapability(IS13818AudioCapability.Decode(ref reader)),
            14 => new G729wAnnexB(reader.Integer(1, 256)),
            15 => new G729AnnexAwAnnexB(reader.Integer(1, 256)),
            16 => new G7231AnnexCCapability(H245.Audio.G7231AnnexCCapability.Decode(ref reader)),
            17 => new GsmFullRate(GSMAudioCapability.Decode(ref reader)),
            18 => new GsmHalfRate(GSMAudioCapability.Decode(ref reader)),
            19 => new GsmEnhancedFullRate(GSMAudioCapability.Decode(ref reader)),
            20 => new GenericAudioCapability(GenericCapability.Decode(ref reader)),
            21 => new G729Extensions(H245.Audio.G729Extensions.Decode(ref reader)),
            22 => new Vbd(VBDCapability.Decode(ref reader)),
            23 => new AudioTelephonyEvent(NoPTAudioTelephonyEventCapability.Decode(ref reader)),
            24 => new AudioTone(NoPTAudioToneCapability.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 14);
        switch (this)
        {
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case G711Alaw64k alternative:
                choice.Select(ref writer, 1);
                writer.Integer(alternative.Value, 1, 256);
                break;
            case G711Alaw56k alternative:
                choice.Select(ref writer, 2);
                writer.Integer(alternative.Value, 1, 256);
                break;
            case G711Ulaw64k alternative:
                choice.Select(ref writer, 3);
                writer.Integer(alternative.Value, 1, 256);
                break;
            case G711Ulaw56k alternative:
                choice.Select(ref writer, 4);
                writer.Integer(alternative.Value, 1, 256);
                break;
            case G72264k alternative:
                choice.Select(ref writer, 5);
                writer.Integer(alternative.Value, 1, 256);
                break;
            case G72256k alternative:
                choice.Select(ref writer, 6);
                writer.Integer(alternative.Value, 1, 256);
                break;
            case G72248k alternative:
                choice.Select(ref writer, 7);
                writer.Integer(alternative.Value, 1, 256);
                break;
            case G7231 alternative:
                choice.Select(ref writer, 8);
                alternative.EncodeContents(ref writer);
                break;
            case G728 alternative:
                choice.Select(ref writer, 9);
                writer.Integer(alternative.Value, 1, 256);
                break;
            case G729 alternative:
                choice.Select(ref writer, 10);
                writer.Integer(alternative.Value, 1, 256);
                break;
            case G729AnnexA alternative:
                choice.Select(ref writer, 11);
                writer.Integer(alternative.Value, 1, 256);
                break;
            case Is11172AudioCapability alternative:
                choice.Select(ref writer, 12);
                alternative.Value.Encode(ref writer);
                break;
            case Is13818AudioCapability alternative:
                choice.Select(ref writer, 13);
                alternative.Value.Encode(ref writer);
                break;
            case G729wAnnexB alternative:
                choice.Select(ref writer, 14);
                writer.Integer(alternative.Value, 1, 256);
                break;
            case G729AnnexAwAnnexB alternative:
                choice.Select(ref writer, 15);
                writer.Integer(alternative.Value, 1, 256);
                break;
            case G7231AnnexCCapability alternative:
                choice.Select(ref writer, 16);
                alternative.Value.Encode(ref writer);
                break;
            case GsmFullRate alternative:
                choice.Select(ref writer, 17);
                alternative.Value.Encode(ref writer);
                break;
            case GsmHalfRate alternative:
                choice.Select(ref writer, 18);
                alternative.Value.Encode(ref writer);
                break;
            case GsmEnhancedFullRate alternative:
                choice.Select(ref writer, 19);
                alternative.Value.Encode(ref writer);
                break;
            case GenericAudioCapability alternative:
                choice.Select(ref writer, 20);
                alternative.Value.Encode(ref writer);
                break;
            case G729Extensions alternative:
                choice.Select(ref writer, 21);
                alternative.Value.Encode(ref writer);
                break;
            case Vbd alternative:
                choice.Select(ref writer, 22);
                alternative.Value.Encode(ref writer);
                break;
            case AudioTelephonyEvent alternative:
                choice.Select(ref writer, 23);
                alternative.Value.Encode(ref writer);
                break;
            case AudioTone alternative:
                choice.Select(ref writer, 24);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
