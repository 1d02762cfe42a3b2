using System.Formats.Asn1;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Types;

public enum PublicTypeOfNumber
{
    Unknown = 0,
    InternationalNumber = 1,
    NationalNumber = 2,
    NetworkSpecificNumber = 3,
    SubscriberNumber = 4,
    AbbreviatedNumber = 6,
}

public enum PrivateTypeOfNumber
{
    Unknown = 0,
    Level2RegionalNumber = 1,
    Level1RegionalNumber = 2,
    PisnSpecificNumber = 3,
    LocalNumber = 4,
    AbbreviatedNumber = 6,
}

/// <summary>
/// A number with its plan (EN 300 196-1 V1.3.2, annex D.3, and ECMA-165 4th edition, annex B.1: same tags).
/// <code>
/// 80 digits | A1 {0A type, 12 digits} public | 83 data | 84 telex | A5 {0A type, 12 digits} private | 88 national standard
/// </code>
/// </summary>
/// <param name="Digits">IA5; 1 to 20 by the standard, longer ones are taken up to 255.</param>
public abstract record PartyNumber(string Digits)
{
    private const int UnknownTag = 0;
    private const int PublicTag = 1;
    private const int DataTag = 3;
    private const int TelexTag = 4;
    private const int PrivateTag = 5;
    private const int NationalStandardTag = 8;

    /// <summary>The numbering plan is the network's own default.</summary>
    public sealed record Unknown(string Digits) : PartyNumber(Digits);

    /// <summary>E.164.</summary>
    public sealed record Public(PublicTypeOfNumber Type, string Digits) : PartyNumber(Digits);

    public sealed record Data(string Digits) : PartyNumber(Digits);

    public sealed record Telex(string Digits) : PartyNumber(Digits);

    /// <summary>Private numbering plan.</summary>
    public sealed record Private(PrivateTypeOfNumber Type, string Digits) : PartyNumber(Digits);

    public sealed record NationalStandard(string Digits) : PartyNumber(Digits);

    internal static PartyNumber Decode(ref BerReader reader, string name)
    {
        if (!reader.TryPeek(out Asn1Tag tag) || tag.TagClass != TagClass.ContextSpecific)
        {
            return Fail(ref reader, name);
        }

        switch (tag.TagValue)
        {
            case UnknownTag:
                return new Unknown(reader.ReadCharacters(tag, name));
            case DataTag:
                return new Data(reader.ReadCharacters(tag, name));
            case TelexTag:
                return new Telex(reader.ReadCharacters(tag, name));
            case NationalStandardTag:
                return new NationalStandard(reader.ReadCharacters(tag, name));
            case PublicTag or PrivateTag:
                BerReader.Scope scope = reader.Enter(tag, name);
                int type = reader.ReadEnumerated("typeOfNumber");
                string digits = reader.ReadCharacters(BerTag.NumericString, "digits");
                reader.Leave(scope);
                return tag.TagValue == PublicTag
                    ? new Public((PublicTypeOfNumber)type, digits)
                    : new Private((PrivateTypeOfNumber)type, digits);
            default:
                return Fail(ref reader, name);
        }
    }

    internal void Encode(ref BerWriter writer)
    {
        switch (this)
        {
            case Unknown:
                writer.WriteCharacters(BerTag.Context(UnknownTag), Digits);
                break;
            case Data:
                writer.WriteCharacters(BerTag.Context(DataTag), Digits);
                break;
            case Telex:
                writer.WriteCharacters(BerTag.Context(TelexTag), Digits);
                break;
            case NationalStandard:
                writer.WriteCharacters(BerTag.Context(NationalStandardTag), Digits);
                break;
            case Public number:
                EncodeTyped(ref writer, PublicTag, (int)number.Type);
                break;
            case Private number:
                EncodeTyped(ref writer, PrivateTag, (int)number.Type);
                break;
        }
    }

    /// <summary>Inside an explicit [<paramref name="tag"/>]; null when the next element is another.</summary>
    internal static PartyNumber? DecodeTagged(ref BerReader reader, int tag, string name)
    {
        if (!reader.NextIs(BerTag.Context(tag)))
        {
            return null;
        }

        BerReader.Scope scope = reader.Enter(BerTag.Context(tag), name);
        PartyNumber number = Decode(ref reader, "partyNumber");
        reader.Leave(scope);
        return number;
    }

    internal void EncodeTagged(ref BerWriter writer, int tag)
    {
        int mark = writer.Enter(BerTag.Context(tag));
        Encode(ref writer);
        writer.Leave(mark);
    }

    private void EncodeTyped(ref BerWriter writer, int tag, int type)
    {
        int mark = writer.Enter(BerTag.Context(tag));
        writer.WriteEnumerated(type);
        writer.WriteCharacters(BerTag.NumericString, Digits);
        writer.Leave(mark);
    }

    private static Unknown Fail(ref BerReader reader, string name)
    {
        reader.Fail(reader.AtEnd ? DecodeFaultReason.EndOfInput : DecodeFaultReason.UnknownAlternative, "ECMA-165 B.1", name);
        return new Unknown("");
    }
}
