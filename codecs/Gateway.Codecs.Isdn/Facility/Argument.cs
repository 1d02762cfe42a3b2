using System.Globalization;
using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility;

/// <summary>What arguments and results have in common (X.229 1988).</summary>
internal static class Argument
{
    /// <summary>What was written, or null for nothing: an absent argument has no octets.</summary>
    public static byte[]? From(ReadOnlySpan<byte> octets, BerWriter writer)
    {
        if (writer.Overflowed)
        {
            throw new ArgumentException("The argument does not fit any Facility element.");
        }

        return writer.Written == 0 ? null : octets[..writer.Written].ToArray();
    }

    /// <summary>The last arc of an object identifier under <paramref name="root"/>, or null.</summary>
    public static int? NumberUnder(string root, Code code) =>
        code.GlobalValue is { } dotted && dotted.StartsWith(root, StringComparison.Ordinal)
        && int.TryParse(dotted.AsSpan(root.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
}
