using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Audio;
using Gateway.Codecs.H323.H245.Generic;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record AudioMode : IPerType<AudioMode>
{
    private AudioMode() { }

    public sealed record NonStandard(NonStandardParameter Value) : AudioMode;

    public sealed record G711Alaw64k : AudioMode;

    public sealed record G711Alaw56k : AudioMode;

    public sealed record G711Ulaw64k : AudioMode;

    public sealed record G711Ulaw56k : AudioMode;

    public sealed record G72264k : AudioMode;

    public sealed record G72256k : AudioMode;

    public sealed record G72248k : AudioMode;

    public sealed record G728 : AudioMode;

    public sealed record G729 : AudioMode;

    public sealed record G729AnnexA : AudioMode;

    public sealed record G7231(AudioModeG7231 Value) : AudioMode;

    public sealed record Is11172AudioMode(IS11172AudioMode Value) : AudioMode;

    public sealed record Is13818AudioMode(IS13818AudioMode Value) : AudioMode;

    public sealed record G729wAnnexB(int Value) : AudioMode;

    public sealed record G729AnnexAwAnnexB(int Value) : AudioMode;

    public sealed record G7231AnnexCMode(H245.Modes.G7231AnnexCMode Value) : AudioMode;

    public sealed record GsmFullRate(GSMAudioCapability Value) : AudioMode;

    public sealed record GsmHalfRate(GSMAudioCapability Value) : AudioMode;

    public sealed record GsmEnhancedFullRate(GSMAudioCapability Value) : AudioMode;

    public sealed record GenericAudioMode(GenericCapability Value) : AudioMode;

    public sealed record G729Extensions(H245.Audio.G729Extensions Value) : AudioMode;

    public sealed record Vbd(VBDMode Value) : AudioMode;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : AudioMode;

    public static AudioMode Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("AudioMode", root: 14, additions: 9);
        AudioMode value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new G711Alaw64k(),
            2 => new G711Alaw56k(),
            3 => new G711Ulaw64k(),
            4 => new G711Ulaw56k(),
            5 => new G72264k(),
            6 => new G72256k(),
            7 => new G72248k(),
            8 => new G728(),
            9 => new G729(),
            10 => new G729AnnexA(),
            11 => new G7231((AudioModeG7231)NullChoice.DecodePlain(ref reader, "AudioModeG7231", 4)),
            12 => new Is11172AudioMode(IS11172AudioMode.Decode(ref reader)),
            13 => new Is13818AudioMode(IS13818AudioMode.Decode(ref reader)),
            14 => new G729wAnnexB(reader.Integer(1, 256)),
            15 => new G729AnnexAwAnnexB(reader.Integer(1, 256)),
            16 => new G7231AnnexCMode(H245.Modes.G7231AnnexCMode.Decode(ref reader)),
            17 => new GsmFullRate(GSMAudioCapability.Decode(ref reader)),
            18 => new GsmHalfRate(GSMAudioCapability.Decode(ref reader)),
            19 => new GsmEnhancedFullRate(GSMAudioCapability.Decode(ref reader)),
            20 => new GenericAudioMode(GenericCapability.Decode(ref reader)),
            21 => new G729Extensions(H245.Audio.G729Extensions.Decode(ref reader)),
            22 => new Vbd(VBDMode.Decode(ref reader)),
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
            case G711Alaw64k:
                choice.Select(ref writer, 1);
                break;
            case G711Alaw56k:
                choice.Select(ref writer, 2);
                break;
            case G711Ulaw64k:
                choice.Select(ref writer, 3);
                break;
            case G711Ulaw56k:
                choice.Select(ref writer, 4);
                break;
            case G72264k:
                choice.Select(ref writer, 5);
                break;
            case G72256k:
                choice.Select(ref writer, 6);
                break;
            case G72248k:
                choice.Select(ref writer, 7);
                break;
            case G728:
                choice.Select(ref writer, 8);
                break;
            case G729:
                choice.Select(ref writer, 9);
                break;
            case G729AnnexA:
                choice.Select(ref writer, 10);
                break;
            case G7231 alternative:
                choice.Select(ref writer, 11);
                NullChoice.EncodePlain(ref writer, (int)alternative.Value, 4);
                break;
            case Is11172AudioMode alternative:
                choice.Select(ref writer, 12);
                alternative.Value.Encode(ref writer);
                break;
            case Is13818AudioMode alternative:
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
            case G7231AnnexCMode alternative:
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
            case GenericAudioMode alternative:
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
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, not extensible (H.245 (05/2011) Annex A, AudioMode).</summary>
public enum AudioModeG7231
{
    NoSilenceSuppressionLowRate,
    NoSilenceSuppressionHighRate,
    SilenceSuppressionLowRate,
    SilenceSuppressionHighRate,
}
