using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Gateway.Benchmarks.Door;

/// <summary>One case on disk: a message as octets, or the form of PROTOS c07-sip: a decimal length, a space, so many octets, repeated, with placeholders to fill.</summary>
internal static class CaseFile
{
    public static IEnumerable<byte[]> Messages(byte[] file, int round, string called, IPEndPoint local)
    {
        if (LengthAt(file, 0, out _) is null)
        {
            yield return file;
            yield break;
        }

        var unique = string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexString(SHA256.HashData(file))[..12]}{round}");
        for (var at = 0; at < file.Length && LengthAt(file, at, out var start) is { } length;)
        {
            var end = Math.Min(file.Length, start + length);
            yield return Filled(file.AsSpan(start, end - start), called, local, unique);
            at = end;
        }
    }

    private static int? LengthAt(byte[] file, int at, out int start)
    {
        start = at;
        while (start < file.Length && file[start] is >= (byte)'0' and <= (byte)'9')
        {
            start++;
        }

        return start > at && start < file.Length && file[start] == ' '
            && int.TryParse(file.AsSpan(at, start++ - at), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : null;
    }

    /// <summary>The placeholders, by which the suite names us, itself and the call. Latin-1 keeps every octet as it is.</summary>
    private static byte[] Filled(ReadOnlySpan<byte> octets, string called, IPEndPoint local, string unique)
    {
        var text = Encoding.Latin1.GetString(octets);
        var host = local.Address.ToString();
        text = text.Replace("<To>", $"{called}@{host}", StringComparison.Ordinal)
            .Replace("<From>", $"attacker@{host}", StringComparison.Ordinal)
            .Replace("<From-Address>", host, StringComparison.Ordinal)
            .Replace("<From-IP>", host, StringComparison.Ordinal)
            .Replace("<Local-Port>", local.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("<Call-ID>", unique, StringComparison.Ordinal)
            .Replace("<CSeq>", "1", StringComparison.Ordinal)
            .Replace("<Branch-ID>", unique, StringComparison.Ordinal)
            .Replace("<Teardown-Method>", "CANCEL", StringComparison.Ordinal);
        var body = text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is var at and >= 0 ? text.Length - at - 4 : 0;
        return Encoding.Latin1.GetBytes(text.Replace("<Content-Length>", body.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }
}
