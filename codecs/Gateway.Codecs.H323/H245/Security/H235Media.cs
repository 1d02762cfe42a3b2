using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Audio;
using Gateway.Codecs.H323.H245.Data;
using Gateway.Codecs.H323.H245.Redundancy;
using Gateway.Codecs.H323.H245.Video;

namespace Gateway.Codecs.H323.H245.Security;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H235Media : IPerType<H235Media>
{
    public required EncryptionAuthenticationAndIntegrity EncryptionAuthenticationAndIntegrity { get; init; }

    public required H235MediaMediaType MediaType { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H235Media Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H235Media");
        return new H235Media
        {
            EncryptionAuthenticationAndIntegrity = EncryptionAuthenticationAndIntegrity.Decode(ref reader),
            MediaType = H235MediaMediaType.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        EncryptionAuthenticationAndIntegrity.Encode(ref writer);
        MediaType.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, H235Media).</summary>
public abstract record H235MediaMediaType : IPerType<H235MediaMediaType>
{
    private H235MediaMediaType() { }

    public sealed record NonStandard(NonStandardParameter Value) : H235MediaMediaType;

    public sealed record VideoData(VideoCapability Value) : H235MediaMediaType;

    public sealed record AudioData(AudioCapability Value) : H235MediaMediaType;

    public sealed record Data(DataApplicationCapability Value) : H235MediaMediaType;

    public sealed record RedundancyEncoding(H245.Redundancy.RedundancyEncoding Value) : H235MediaMediaType;

    public sealed record MultiplePayloadStream(H245.Redundancy.MultiplePayloadStream Value) : H235MediaMediaType;

    public sealed record DepFec(DepFECData Value) : H235MediaMediaType;

    public sealed record Fec(FECData Value) : H235MediaMediaType;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : H235MediaMediaType;

    public static H235MediaMediaType Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("H235MediaMediaType", root: 4, additions: 4);
        H235MediaMediaType value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new VideoData(VideoCapability.Decode(ref reader)),
            2 => new AudioData(AudioCapability.Decode(ref reader)),
            3 => new Data(DataApplicationCapability.Decode(ref reader)),
            4 => new RedundancyEncoding(H245.Redundancy.RedundancyEncoding.Decode(ref reader)),
            5 => new MultiplePayloadStream(H245.Redundancy.MultiplePayloadStream.Decode(ref reader)),
            6 => new DepFec(DepFECData.Decode(ref reader)),
            7 => new Fec(FECData.Decode(ref reader)),
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
            case VideoData alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case AudioData alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case Data alternative:
                choice.Select(ref writer, 3);
                alternative.Value.Encode(ref writer);
                break;
            case RedundancyEncoding alternative:
                choice.Select(ref writer, 4);
                alternative.Value.Encode(ref writer);
                break;
            case MultiplePayloadStream alternative:
                choice.Select(ref writer, 5);
                alternative.Value.Encode(ref writer);
                break;
            case DepFec alternative:
                choice.Select(ref writer, 6);
                alternative.Value.Encode(ref writer);
                break;
            case Fec alternative:
                choice.Select(ref writer, 7);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
