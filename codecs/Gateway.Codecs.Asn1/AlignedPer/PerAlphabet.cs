using System.Numerics;

namespace Gateway.Codecs.Asn1.AlignedPer;

/// <summary>
/// The effective permitted alphabet of a known-multiplier string (X.691 (07/2002) 27.5). Aligned variant: the smallest power of
/// two of bits that holds an index; the character's own code is sent when it fits in them, else its rank in code order.
/// </summary>
public sealed class PerAlphabet
{
    public static readonly PerAlphabet Ia5 = new(8);
    public static readonly PerAlphabet Visible = new(8);
    public static readonly PerAlphabet Printable = new(8);
    public static readonly PerAlphabet Bmp = new(16);
    public static readonly PerAlphabet Numeric = From(" 0123456789");

    /// <summary>The characters in code order; empty for the alphabets of a whole type, which send codes.</summary>
    private readonly string characters = "";
    private readonly sbyte[] ranks = [];
    private readonly bool byRank;

    private PerAlphabet(int bits) => BitsPerCharacter = bits;

    private PerAlphabet(string sorted)
    {
        characters = sorted;
        ranks = [.. Enumerable.Range(0, sorted[^1] + 1).Select(code => (sbyte)sorted.IndexOf((char)code, StringComparison.Ordinal))];
        var needed = BitOperations.Log2((uint)Math.Max(1, sorted.Length - 1)) + 1;
        BitsPerCharacter = sorted.Length == 1 ? 0 : (int)BitOperations.RoundUpToPowerOf2((uint)needed);
        byRank = sorted[^1] >= 1 << BitsPerCharacter;
    }

    /// <summary>The alphabet of a FROM constraint, of no more than 128 characters.</summary>
    public static PerAlphabet From(string characters)
    {
        ArgumentException.ThrowIfNullOrEmpty(characters);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(characters.Length, 128);
        return new PerAlphabet(string.Concat(characters.Distinct().Order()));
    }

    public int BitsPerCharacter { get; }

    /// <summary>True when a string of at most <paramref name="max"/> characters starts on an octet (27.5.6, 27.5.7).</summary>
    internal bool IsAligned(int min, int max)
    {
        var bits = (long)max * BitsPerCharacter;
        return min == max ? bits > 16 : bits >= 16;
    }

    internal bool TryCharacter(uint coded, out char character)
    {
        character = (char)coded;
        if (characters.Length == 0)
            return true;
        if (!byRank)
            return coded < ranks.Length && ranks[coded] >= 0;
        if (coded >= characters.Length)
            return false;
        character = characters[(int)coded];
        return true;
    }

    internal bool TryCode(char character, out uint coded)
    {
        coded = character;
        if (characters.Length == 0)
            return character < 1 << BitsPerCharacter;
        var rank = character < ranks.Length ? ranks[character] : -1;
        if (byRank)
            coded = (uint)rank;
        return rank >= 0;
    }
}
