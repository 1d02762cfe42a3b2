using System.Globalization;
using System.Numerics;
using System.Text;

namespace Gateway.Codecs.Asn1.AlignedPer;

/// <summary>OBJECT IDENTIFIER, kept as its contents octets (X.690 (07/2002) 8.19), which PER sends unchanged (X.691 23).</summary>
public readonly struct ObjectIdentifier : IEquatable<ObjectIdentifier>
{
    private readonly byte[]? contents;

    private ObjectIdentifier(byte[] contents) => this.contents = contents;

    public ReadOnlySpan<byte> Contents => contents;

    /// <summary>Takes the contents octets over; <c>null</c> when they are no object identifier.</summary>
    public static ObjectIdentifier? FromContents(byte[] contents) => IsValid(contents) ? new ObjectIdentifier(contents) : null;

    /// <summary>Reads the dotted form <c>0.0.8.2250.0.7</c>.</summary>
    public static ObjectIdentifier Parse(string dotted)
    {
        ArgumentNullException.ThrowIfNull(dotted);
        var arcs = dotted.Split('.').Select(arc => BigInteger.Parse(arc, NumberStyles.None, CultureInfo.InvariantCulture)).ToList();
        if (arcs.Count < 2 || arcs[0] > 2 || (arcs[0] < 2 && arcs[1] > 39))
            throw new FormatException($"'{dotted}' is no object identifier");
        var octets = new List<byte>();
        Append(octets, arcs[0] * 40 + arcs[1]);
        foreach (var arc in arcs.Skip(2))
            Append(octets, arc);
        return new ObjectIdentifier([.. octets]);
    }

    public bool Equals(ObjectIdentifier other) => Contents.SequenceEqual(other.Contents);

    public override bool Equals(object? obj) => obj is ObjectIdentifier other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Contents);
        return hash.ToHashCode();
    }

    public static bool operator ==(ObjectIdentifier left, ObjectIdentifier right) => left.Equals(right);

    public static bool operator !=(ObjectIdentifier left, ObjectIdentifier right) => !left.Equals(right);

    /// <summary>The dotted form.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        var arc = BigInteger.Zero;
        foreach (var octet in Contents)
        {
            arc = (arc << 7) | (octet & 0x7F);
            if ((octet & 0x80) != 0)
                continue;
            if (text.Length == 0)
            {
                var root = arc < 80 ? (int)arc / 40 : 2;
                text.Append(root).Append('.').Append((arc - root * 40).ToString(CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append('.').Append(arc.ToString(CultureInfo.InvariantCulture));
            }
            arc = 0;
        }
        return text.ToString();
    }

    private static bool IsValid(ReadOnlySpan<byte> contents)
    {
        if (contents.IsEmpty || (contents[^1] & 0x80) != 0)
            return false;
        var first = true;
        foreach (var octet in contents)
        {
            if (first && octet == 0x80)
                return false;
            first = (octet & 0x80) == 0;
        }
        return true;
    }

    private static void Append(List<byte> octets, BigInteger arc)
    {
        var at = octets.Count;
        octets.Add((byte)(arc & 0x7F));
        while ((arc >>= 7) > 0)
            octets.Insert(at, (byte)((arc & 0x7F) | 0x80));
    }
}
