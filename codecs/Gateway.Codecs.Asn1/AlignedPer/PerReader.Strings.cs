using System.Text;

namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerReader
{
    /// <summary>
    /// IA5String, VisibleString, PrintableString, NumericString or BMPString, (SIZE (min..max)) (27.5). Codes outside the type are
    /// taken where they fit (peers send Latin-1 in IA5String); codes outside a FROM are a fault.
    /// </summary>
    public string String(PerAlphabet alphabet, int min = 0, int max = Unbounded)
    {
        const string clause = "X.691 (07/2002) 27.5";
        var count = Length(min, max, out var more);
        if (max > 65535 || alphabet.IsAligned(min, max) && (count > 0 || PadsEmptyStrings))
            Align();
        var text = Characters(alphabet, count, clause);
        while (more && fault is null)
        {
            count = UnconstrainedLength(out more);
            text += Characters(alphabet, count, clause);
        }
        return fault is null ? text : "";
    }

    /// <summary>GeneralString: SIZE is not visible to PER; length in octets, one octet a character (27.6).</summary>
    public string GeneralString() => Encoding.Latin1.GetString(Contents("X.691 (07/2002) 27.6"));

    private string Characters(PerAlphabet alphabet, int count, string clause)
    {
        if ((long)count * alphabet.BitsPerCharacter > end - position)
        {
            Fail(DecodeFaultReason.EndOfInput, clause);
            return "";
        }
        Take(count <= 256 ? 2 * count : 4 * count);
        if (count == 0 || fault is not null)
            return "";
        var characters = count <= 256 ? stackalloc char[count] : new char[count];
        for (var i = 0; i < count; i++)
        {
            var start = position;
            if (alphabet.TryCharacter(Bits(alphabet.BitsPerCharacter, clause), out characters[i]))
                continue;
            FailAt(DecodeFaultReason.InvalidCharacter, clause, start);
            return "";
        }
        return new string(characters);
    }
}
