using System.Globalization;

namespace Gateway.Codecs.Sip.Sdp;

/// <summary><c>a=rtpmap:payload encoding/clock[/channels]</c> (RFC 8866 6.6).</summary>
public sealed record RtpMap(int PayloadType, string Encoding, int ClockRate, int Channels = 1)
{
    internal static RtpMap? Parse(string value)
    {
        int space = value.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !int.TryParse(value.AsSpan(0, space), NumberStyles.None, null, out int payload) || payload > 127) return null;
        string[] parts = value[(space + 1)..].Trim().Split('/');
        if (parts.Length is < 2 or > 3 || parts[0].Length == 0 || !int.TryParse(parts[1], NumberStyles.None, null, out int clock)) return null;
        int channels = 1;
        if (parts.Length == 3 && !int.TryParse(parts[2], NumberStyles.None, null, out channels)) return null;
        return new RtpMap(payload, parts[0], clock, channels);
    }

    /// <summary>What a static payload type means without rtpmap (RFC 3551 6), null for a dynamic one.</summary>
    public static RtpMap? Static(int payloadType) => payloadType switch
    {
        0 => new(0, "PCMU", 8000),
        3 => new(3, "GSM", 8000),
        4 => new(4, "G723", 8000),
        8 => new(8, "PCMA", 8000),
        9 => new(9, "G722", 8000),
        13 => new(13, "CN", 8000),
        15 => new(15, "G728", 8000),
        18 => new(18, "G729", 8000),
        _ => null,
    };

    /// <summary>RFC 4733 telephone-event.</summary>
    public bool IsTelephoneEvent => Encoding.Equals("telephone-event", StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{PayloadType} {Encoding}/{ClockRate}{(Channels == 1 ? "" : $"/{Channels}")}";
}
