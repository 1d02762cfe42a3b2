using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gateway.Codecs.Tests.Fuzz;

/// <summary>The octets of the fixtures, by what they are.</summary>
internal static class Seeds
{
    public static IReadOnlyList<byte[]> CallSignalling =>
    [
        .. Golden("TPKT+Q931+H323-UserInformation").Select(entry => entry.Octets[4..]),
        .. LastColumn("h225/captured.txt"),
        .. Directory.GetFiles(Fixture.Path("h225/calls"), "*.txt").Order(StringComparer.Ordinal).SelectMany(LastColumn),
    ];

    public static IReadOnlyList<byte[]> UserInformation => [.. HexOf("h225/random-user-information.jsonl"), .. Golden("TPKT+Q931+H323-UserInformation").Select(entry => entry.Uuie)];

    public static IReadOnlyList<byte[]> Ras => [.. HexOf("h225/random-ras.jsonl"), .. Golden("RasMessage").Select(entry => entry.Octets), .. LastColumn("h225/captured-ras.txt")];

    public static IReadOnlyList<byte[]> Control => [.. HexOf("h245/random.jsonl"), .. Columns("h245/captured.txt", "control"), .. Columns("h245/golden.txt", "MultimediaSystemControlMessage")];

    public static IReadOnlyList<byte[]> FastStart => [.. Columns("h245/captured.txt", "fastStart"), .. Columns("h245/golden.txt", "OpenLogicalChannel")];

    public static IReadOnlyList<byte[]> SupplementaryService => [.. HexOf("h450/random.jsonl"), .. HexOf("h450/captured.jsonl")];

    public static IReadOnlyList<byte[]> Lapd => [.. Libpri().Select(frame => Hex(frame.GetProperty("hex")))];

    public static IReadOnlyList<byte[]> Q931 => [.. Libpri().Where(frame => frame.TryGetProperty("q931Hex", out _)).Select(frame => Hex(frame.GetProperty("q931Hex")))];

    /// <summary>Of all variants: what one means by an operation another may send for something else.</summary>
    public static IReadOnlyList<byte[]> Facilities =>
    [
        .. Libpri().Where(frame => frame.TryGetProperty("facilityHex", out _))
            .SelectMany(frame => frame.GetProperty("facilityHex").EnumerateArray())
            .Select(Hex),
    ];

    /// <summary>Every file, and every file in pieces of a few frames: most of a long one is beside the damage.</summary>
    public static IReadOnlyList<byte[]> Captures
    {
        get
        {
            byte[][] files = [.. Directory.GetFiles(Fixture.Path("captures"), "*.pcap*").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
            return [.. files.SelectMany(Pieces), .. files];
        }
    }

    /// <summary>
    /// A little-endian pcap file behind its header, cut between its frames: 16 octets, of which the third four say how many follow. Files of
    /// the other format stay whole.
    /// </summary>
    private static IEnumerable<byte[]> Pieces(byte[] file)
    {
        const int Header = 24, FrameHeader = 16, Frames = 5;
        if (!file.AsSpan().StartsWith((byte[])[0xD4, 0xC3, 0xB2, 0xA1]))
            yield break;
        for (var at = Header; at < file.Length;)
        {
            var end = at;
            for (var frame = 0; frame < Frames && end < file.Length; frame++)
                end += FrameHeader + BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(end + 8));
            yield return [.. file[..Header], .. file[at..end]];
            at = end;
        }
    }

    public static IReadOnlyList<byte[]> Sip =>
    [
        .. Directory.GetFiles(Fixture.Path("sip"), "*.sip", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => OctetsOf(File.ReadAllText(file))),
    ];

    public static IReadOnlyList<byte[]> Dns => [.. LastColumn("sip/dns/dnsmasq.txt")];

    public static byte[] SipMessage(string fixture) => OctetsOf(Fixture.Text(fixture));

    /// <summary>What stands behind the empty line.</summary>
    public static IReadOnlyList<byte[]> SipBodies(string firstOctets) =>
    [
        .. Sip.Select(message => message[Math.Min(message.Length, Math.Max(0, message.AsSpan().IndexOf("\r\n\r\n"u8)) + 4)..])
            .Where(body => body.AsSpan().StartsWith(Encoding.ASCII.GetBytes(firstOctets))),
    ];

    /// <summary>Comment lines, then the text; <c>\xNN</c> is an octet.</summary>
    private static byte[] OctetsOf(string text)
    {
        while (text.StartsWith('#'))
            text = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        return Encoding.Latin1.GetBytes(Regex.Replace(
            text.ReplaceLineEndings("\r\n"), @"\\x([0-9A-F]{2})", match => ((char)byte.Parse(match.Groups[1].Value, NumberStyles.HexNumber, null)).ToString()));
    }

    private static IEnumerable<(byte[] Octets, byte[] Uuie)> Golden(string type)
    {
        using var json = JsonDocument.Parse(Fixture.Text("h225/golden.json"));
        foreach (var entry in json.RootElement.EnumerateArray().Where(entry => entry.GetProperty("asn1Type").GetString() == type))
            yield return (Hex(entry.GetProperty("hex")), entry.TryGetProperty("uuieHex", out var uuie) ? Hex(uuie) : []);
    }

    private static IEnumerable<byte[]> HexOf(string lines)
    {
        foreach (var line in File.ReadLines(Fixture.Path(lines)))
        {
            using var json = JsonDocument.Parse(line);
            yield return Hex(json.RootElement.GetProperty("hex"));
        }
    }

    private static IEnumerable<byte[]> Columns(string file, params string[] kinds) =>
        Fixture.Words(file).Where(words => kinds.Contains(words[0])).Select(words => Convert.FromHexString(words[^1]));

    private static IEnumerable<byte[]> LastColumn(string file) => Fixture.Words(file).Select(words => Convert.FromHexString(words[^1]));

    private static JsonElement.ArrayEnumerator Libpri()
    {
        using var json = JsonDocument.Parse(Fixture.Text("isdn/libpri-frames.json"));
        return json.RootElement.Clone().EnumerateArray();
    }

    private static byte[] Hex(JsonElement text) => Convert.FromHexString(text.GetString()!);
}
