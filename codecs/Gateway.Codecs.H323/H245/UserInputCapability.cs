using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Generic;

namespace Gateway.Codecs.H323.H245;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record UserInputCapability : IPerType<UserInputCapability>
{
    private UserInputCapability() { }

    public sealed record NonStandard(IReadOnlyList<NonStandardParameter> Value) : UserInputCapability;

    public sealed record BasicString : UserInputCapability;

    public sealed record IA5String : UserInputCapability;

    public sealed record GeneralString : UserInputCapability;

    public sealed record Dtmf : UserInputCapability;

    public sealed record Hookflash : UserInputCapability;

    public sealed record ExtendedAlphanumeric : UserInputCapability;

    public sealed record EncryptedBasicString : UserInputCapability;

    public sealed record EncryptedIA5String : UserInputCapability;

    public sealed record EncryptedGeneralString : UserInputCapability;

    public sealed record SecureDTMF : UserInputCapability;

    public sealed record GenericUserInputCapability(GenericCapability Value) : UserInputCapability;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : UserInputCapability;

    public static UserInputCapability Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("UserInputCapability", root: 6, additions: 6);
        UserInputCapability value = choice.Index switch
        {
            0 => new NonStandard(reader.SequenceOf<NonStandardParameter>(1, 16)),
            1 => new BasicString(),
            2 => new IA5String(),
            3 => new GeneralString(),
            4 => new Dtmf(),
            5 => new Hookflash(),
            6 => new ExtendedAlphanumeric(),
            7 => new EncryptedBasicString(),
            8 => new EncryptedIA5String(),
            9 => new EncryptedGeneralString(),
            10 => new SecureDTMF(),
            11 => new GenericUserInputCapability(GenericCapability.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 6);
        switch (this)
        {
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                writer.SequenceOf(alternative.Value, 1, 16);
                break;
            case BasicString:
                choice.Select(ref writer, 1);
                break;
            case IA5String:
                choice.Select(ref writer, 2);
                break;
            case GeneralString:
                choice.Select(ref writer, 3);
                break;
            case Dtmf:
                choice.Select(ref writer, 4);
                break;
            case Hookflash:
                choice.Select(ref writer, 5);
                break;
            case ExtendedAlphanumeric:
                choice.Select(ref writer, 6);
                break;
            case EncryptedBasicString:
                choice.Select(ref writer, 7);
                break;
            case EncryptedIA5String:
                choice.Select(ref writer, 8);
                break;
            case EncryptedGeneralString:
                choice.Select(ref writer, 9);
                break;
            case SecureDTMF:
                choice.Select(ref writer, 10);
                break;
            case GenericUserInputCapability alternative:
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
