using System.Buffers.Binary;

namespace Gateway.Codecs.Tests.Fuzz;

/// <summary>
/// Damages good octets, always the same way for the same seed: bits, octets, numbers that are somebody's edge, octets that look like the length
/// of what follows them, cuts, repetitions, splices with another fixture, and for packed encodings a shift by some bits.
/// </summary>
internal sealed class Mutator(ulong seed, byte[][] words)
{
    /// <summary>Longest input made, unless a fixture is longer.</summary>
    public const int MaximumOctets = 4096;

    private static readonly uint[] Edges =
        [0, 1, 2, 3, 4, 7, 8, 15, 16, 31, 32, 63, 64, 126, 127, 128, 129, 191, 192, 193, 196, 254, 255, 256, 257, 16383, 16384, 32767, 32768, 65534, 65535, 65536, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF];

    private ulong state = seed * 0x9E3779B97F4A7C15 + 1;
    private byte[] octets = new byte[1 << 17];
    private byte[] spare = new byte[1 << 17];
    private int length;

    /// <summary>The next input; it lives until the next call.</summary>
    public ReadOnlySpan<byte> Next(IReadOnlyList<byte[]> fixtures)
    {
        var fixture = fixtures[Below(fixtures.Count)];
        fixture.CopyTo(octets, 0);
        length = fixture.Length;
        for (var changes = 1 + Below(Below(4) == 0 ? 8 : 3); changes > 0; changes--)
            Change(fixtures);
        length = Math.Min(length, Math.Max(MaximumOctets, fixture.Length));
        return octets.AsSpan(0, length);
    }

    private void Change(IReadOnlyList<byte[]> fixtures)
    {
        if (length == 0)
        {
            Replace(0, 0, [(byte)Next()]);
            return;
        }
        var at = Below(length);
        switch (Below(14))
        {
            case 0 or 1: octets[at] ^= (byte)(1 << Below(8)); break;
            case 2: octets[at] = (byte)Next(); break;
            case 3: octets[at] = (byte)Edges[Below(Edges.Length)]; break;
            case 4: Number(at); break;
            case 5 or 6: Length(at); break;
            case 7: length = at; break;
            case 8: Replace(at, Math.Min(1 + Below(Below(2) == 0 ? 4 : 40), length - at), []); break;
            case 9: Replace(at, 0, octets.AsSpan(at, Math.Min(1 + Below(60), length - at))); break;
            case 10: Replace(at, 0, [(byte)Edges[Below(Edges.Length)]]); break;
            case 11: Splice(at, fixtures[Below(fixtures.Count)]); break;
            case 12 when words.Length > 0: Replace(at, Below(2), words[Below(words.Length)]); break;
            case 12: ShiftBits(at); break;
            default: Repeat(at); break;
        }
    }

    /// <summary>Two or four octets become an edge, or an edge off what they were.</summary>
    private void Number(int at)
    {
        var value = Edges[Below(Edges.Length)];
        if (Below(2) == 0 && length - at >= 4)
            BinaryPrimitives.WriteUInt32BigEndian(octets.AsSpan(at), value);
        else if (length - at >= 2)
            BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(at), (ushort)value);
    }

    /// <summary>Looks from here for an octet that may be the length of what follows, and makes it lie.</summary>
    private void Length(int at)
    {
        for (var tries = 0; tries < 16; tries++, at = at + 1 < length ? at + 1 : 0)
        {
            if (octets[at] == 0 || octets[at] > length - at - 1)
                continue;
            octets[at] = Below(6) switch
            {
                0 => (byte)(octets[at] + 1),
                1 => (byte)(octets[at] - 1),
                2 => (byte)(length - at - 1),
                3 => (byte)(length - at),
                4 => 0,
                _ => (byte)Edges[Below(Edges.Length)],
            };
            return;
        }
    }

    /// <summary>From here on as another fixture goes on, or a piece of it in between.</summary>
    private void Splice(int at, byte[] other)
    {
        if (other.Length == 0)
            return;
        var from = Below(other.Length);
        if (Below(2) == 0)
            Replace(at, length - at, other.AsSpan(Math.Min(at, other.Length)));
        else
            Replace(at, 0, other.AsSpan(from, Math.Min(1 + Below(100), other.Length - from)));
    }

    /// <summary>Everything behind here moves by one to seven bits, which is what a wrong optional bit does to a packed encoding.</summary>
    private void ShiftBits(int at)
    {
        var by = 1 + Below(7);
        byte carry = 0;
        for (var i = at; i < length; i++)
        {
            var octet = octets[i];
            octets[i] = (byte)(octet >> by | carry);
            carry = (byte)(octet << (8 - by));
        }
    }

    /// <summary>A short piece many times over: lists without end.</summary>
    private void Repeat(int at)
    {
        if (Below(8) != 0)
            return;
        var piece = octets.AsSpan(at, Math.Min(1 + Below(6), length - at)).ToArray();
        for (var times = 1 + Below(200); times > 0 && length < MaximumOctets; times--)
            Replace(at, 0, piece);
    }

    private void Replace(int at, int count, ReadOnlySpan<byte> with)
    {
        var after = length - at - count;
        if (at + with.Length + after > spare.Length)
            return;
        octets.AsSpan(0, at).CopyTo(spare);
        with.CopyTo(spare.AsSpan(at));
        octets.AsSpan(at + count, after).CopyTo(spare.AsSpan(at + with.Length));
        (octets, spare) = (spare, octets);
        length = at + with.Length + after;
    }

    private int Below(int bound) => (int)((ulong)(uint)Next() * (uint)bound >> 32);

    private ulong Next()
    {
        // xorshift64*: as random as this needs, and far quicker than the decoders.
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return state * 0x2545F4914F6CDD1D >> 16;
    }
}
