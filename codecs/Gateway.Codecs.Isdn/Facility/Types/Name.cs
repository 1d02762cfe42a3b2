using System.Formats.Asn1;
using System.Text;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Types;

/// <summary>Character sets of <see cref="Name"/> (ECMA-164 4th edition, annex A).</summary>
public enum CharacterSet
{
    Unknown = 0,
    Iso8859Part1 = 1,
    Iso8859Part2 = 3,
    Iso8859Part3 = 4,
    Iso8859Part4 = 5,
    Iso8859Part5 = 6,
    Iso8859Part7 = 7,
    BmpString = 8,
    Utf8 = 9,
}

/// <summary>
/// A party's name and whether it may be shown: an untagged choice (ECMA-164 4th edition, annex A). Up to 50 octets.
/// <code>
/// 80 text allowed | A1 {04 text, 02 charset opt} allowed | 82 text restricted | A3 {04 text, 02 charset opt} restricted
/// 84 00 not available | 87 00 restricted without text
/// </code>
/// </summary>
public abstract record Name
{
    private const int MaximumOctets = 50;
    private const int AllowedSimple = 0;
    private const int AllowedExtended = 1;
    private const int RestrictedSimple = 2;
    private const int RestrictedExtended = 3;
    private const int NotAvailableTag = 4;
    private const int RestrictedNullTag = 7;

    private static readonly Encoding BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: false);

    private Name()
    {
    }

    /// <param name="Text">The name.</param>
    /// <param name="Set">Null: the simple form, ISO 8859-1. Parts 2 to 7 of ISO 8859 read with U+FFFD in place of what is not ASCII.</param>
    public sealed record PresentationAllowed(string Text, CharacterSet? Set = null) : Name;

    /// <summary>Known to the network, not to be shown to the user.</summary>
    public sealed record PresentationRestricted(string Text, CharacterSet? Set = null) : Name;

    public sealed record NotAvailable : Name;

    public sealed record PresentationRestrictedNull : Name;

    /// <summary>Allowed to be shown, in the simplest form that holds the text.</summary>
    public static Name Allowed(string text) =>
        new PresentationAllowed(text, text.AsSpan().ContainsAnyExceptInRange('\0', '\xFF') ? CharacterSet.Utf8 : null);

    internal static bool IsNext(ref BerReader reader) =>
        reader.TryPeek(out Asn1Tag tag) && tag.TagClass == TagClass.ContextSpecific
        && tag.TagValue is >= AllowedSimple and <= NotAvailableTag or RestrictedNullTag;

    internal static Name Decode(ref BerReader reader, string name)
    {
        if (reader.TryPeek(out Asn1Tag tag) && tag.TagClass == TagClass.ContextSpecific)
        {
            switch (tag.TagValue)
            {
                case AllowedSimple:
                    return new PresentationAllowed(reader.ReadCharacters(tag, name, MaximumOctets));
                case RestrictedSimple:
                    return new PresentationRestricted(reader.ReadCharacters(tag, name, MaximumOctets));
                case AllowedExtended:
                    (string shown, CharacterSet shownSet) = DecodeNameSet(ref reader, tag, name);
                    return new PresentationAllowed(shown, shownSet);
                case RestrictedExtended:
                    (string hidden, CharacterSet hiddenSet) = DecodeNameSet(ref reader, tag, name);
                    return new PresentationRestricted(hidden, hiddenSet);
                case NotAvailableTag:
                    reader.ReadNull(tag, name);
                    return new NotAvailable();
                case RestrictedNullTag:
                    reader.ReadNull(tag, name);
                    return new PresentationRestrictedNull();
            }
        }

        reader.Fail(reader.AtEnd ? DecodeFaultReason.EndOfInput : DecodeFaultReason.UnknownAlternative, "ECMA-164 annex A", name);
        return new NotAvailable();
    }

    internal void Encode(ref BerWriter writer)
    {
        switch (this)
        {
            case PresentationAllowed allowed:
                EncodeText(ref writer, AllowedSimple, allowed.Text, allowed.Set);
                break;
            case PresentationRestricted restricted:
                EncodeText(ref writer, RestrictedSimple, restricted.Text, restricted.Set);
                break;
            case NotAvailable:
                writer.WriteNull(BerTag.Context(NotAvailableTag));
                break;
            case PresentationRestrictedNull:
                writer.WriteNull(BerTag.Context(RestrictedNullTag));
                break;
        }
    }

    /// <summary>Inside an explicit [<paramref name="tag"/>]; null when the next element is another.</summary>
    internal static Name? DecodeTagged(ref BerReader reader, int tag, string name)
    {
        if (!reader.NextIs(BerTag.Context(tag)))
        {
            return null;
        }

        BerReader.Scope scope = reader.Enter(BerTag.Context(tag), name);
        Name value = Decode(ref reader, "name");
        reader.Leave(scope);
        return value;
    }

    internal void EncodeTagged(ref BerWriter writer, int tag)
    {
        int mark = writer.Enter(BerTag.Context(tag));
        Encode(ref writer);
        writer.Leave(mark);
    }

    private static (string Text, CharacterSet Set) DecodeNameSet(ref BerReader reader, Asn1Tag tag, string name)
    {
        BerReader.Scope scope = reader.Enter(tag, name);
        byte[] octets = reader.ReadOctets(Asn1Tag.PrimitiveOctetString, "nameData", MaximumOctets);
        CharacterSet set = reader.AtEnd ? CharacterSet.Iso8859Part1 : (CharacterSet)reader.ReadInteger("characterSet");
        reader.Leave(scope);
        string text = set switch
        {
            CharacterSet.Utf8 => Encoding.UTF8.GetString(octets),
            CharacterSet.BmpString => BigEndian.GetString(octets),
            CharacterSet.Unknown or CharacterSet.Iso8859Part1 => Encoding.Latin1.GetString(octets),
            _ => string.Create(octets.Length, octets, static (characters, from) =>
            {
                for (int i = 0; i < from.Length; i++)
                {
                    characters[i] = from[i] < 0x80 ? (char)from[i] : '\uFFFD';
                }
            }),
        };
        return (text, set);
    }

    private static void EncodeText(ref BerWriter writer, int simpleTag, string text, CharacterSet? set)
    {
        if (set is not { } characterSet)
        {
            writer.WriteCharacters(BerTag.Context(simpleTag), text.AsSpan(0, Math.Min(text.Length, MaximumOctets)));
            return;
        }

        int mark = writer.Enter(BerTag.Context(simpleTag + 1));
        Encoding encoding = characterSet switch
        {
            CharacterSet.Utf8 => Encoding.UTF8,
            CharacterSet.BmpString => BigEndian,
            _ => Encoding.Latin1,
        };
        Span<byte> octets = stackalloc byte[MaximumOctets];

        // Cuts at whole characters.
        encoding.GetEncoder().Convert(text, octets, flush: false, out _, out int written, out _);
        writer.WriteOctets(Asn1Tag.PrimitiveOctetString, octets[..written]);
        writer.WriteInteger((int)characterSet);
        writer.Leave(mark);
    }
}
