using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Security;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H235Mode : IPerType<H235Mode>
{
    public required EncryptionAuthenticationAndIntegrity EncryptionAuthenticationAndIntegrity { get; init; }

    public required H235ModeMediaMode MediaMode { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H235Mode Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H235Mode");
        return new H235Mode
        {
            EncryptionAuthenticationAndIntegrity = EncryptionAuthenticationAndIntegrity.Decode(ref reader),
            MediaMode = H235ModeMediaMode.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        EncryptionAuthenticationAndIntegrity.Encode(ref writer);
        MediaMode.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, H235Mode).</summary>
public abstract record H235ModeMediaMode : IPerType<H235ModeMediaMode>
{
    private H235ModeMediaMode() { }

    public sealed record NonStandard(NonStandardParameter Value) : H235ModeMediaMode;

    public sealed record VideoMode(H245.Modes.VideoMode Value) : H235ModeMediaMode;

    public sealed record AudioMode(H245.Modes.AudioMode Value) : H235ModeMediaMode;

    public sealed record DataMode(H245.Modes.DataMode Value) : H235ModeMediaMode;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : H235ModeMediaMode;

    public static H235ModeMediaMode Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("H235ModeMediaMode", root: 4);
        H235ModeMediaMode value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new VideoMode(H245.Modes.VideoMode.Decode(ref reader)),
            2 => new AudioMode(H245.Modes.AudioMode.Decode(ref reader)),
            3 => new DataMode(H245.Modes.DataMode.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 4);
        switch (this)
        {
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case VideoMode alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case AudioMode alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case DataMode alternative:
                choice.Select(ref writer, 3);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
