namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerWriter
{
    /// <summary>IA5String, VisibleString, PrintableString, NumericString or BMPString, (SIZE (min..max)) (27.5).</summary>
    public void String(scoped ReadOnlySpan<char> value, PerAlphabet alphabet, int min = 0, int max = Unbounded)
    {
        var count = Length(value.Length, min, max);
        while (true)
        {
            if (max > 65535 || alphabet.IsAligned(min, max) && (count > 0 || PadsEmptyStrings))
                Align();
            foreach (var character in value[..count])
            {
                if (!alphabet.TryCode(character, out var code))
                    Fail(EncodeFaultReason.InvalidCharacter, "X.691 (07/2002) 27.5");
                Bits(code, alphabet.BitsPerCharacter);
            }
            if (max <= 65535 || !IsFragment(count))
                return;
            value = value[count..];
            count = UnconstrainedLength(value.Length);
        }
    }

    /// <summary>GeneralString: SIZE is not visible to PER; length in octets, one octet a character (27.6).</summary>
    public void GeneralString(scoped ReadOnlySpan<char> value)
    {
        int count;
        do
        {
            count = UnconstrainedLength(value.Length);
            foreach (var character in value[..count])
            {
                if (character > 0xFF)
                    Fail(EncodeFaultReason.InvalidCharacter, "X.691 (07/2002) 27.6");
                Bits(character, 8);
            }
            value = value[count..];
        }
        while (IsFragment(count));
    }
}
