using System.Collections.Frozen;
using System.Globalization;

namespace Gateway.Codecs.Sip.Sdp;

/// <summary><c>a=rtpmap:payload encoding/clock[/channels]</c> (RFC 8866 6.6).</summary>
public sealed record RtpMap(int PayloadType, string Encoding, int ClockRate, int Channels = 1)
{
    /// <summary>The payload type that the value of an attribute is about; null when it is none.</summary>
    internal static int? PayloadOf(ReadOnlySpan<char> value) =>
        value.IndexOf(' ') is >= 0 and var space && int.TryParse(value[..space], NumberStyles.None, null, out int payload) && payload <= 127 ? payload : null;

    internal static RtpMap? Parse(string value)
    {
        if (PayloadOf(value) is not { } payload) return null;
        var text = value.AsSpan(value.IndexOf(' ', StringComparison.Ordinal) + 1).Trim();
        Span<Range> parts = stackalloc Range[4];
        int count = text.Split(parts, '/'), channels = 1;
        if (count is < 2 or > 3 || text[parts[0]].IsEmpty || !int.TryParse(text[parts[1]], NumberStyles.None, null, out int clock)) return null;
        if (count == 3 && !int.TryParse(text[parts[2]], NumberStyles.None, null, out channels)) return null;
        return new RtpMap(payload, text[parts[0]].ToString(), clock, channels);
    }

    /// <summary>What a static payload type means without rtpmap (RFC 3551 6), null for a dynamic one.</summary>
    public static RtpMap? Static(int payloadType) => Statics.GetValueOrDefault(payloadType);

    static readonly FrozenDictionary<int, RtpMap> Statics = new RtpMap[]
    {
        new(0, "PCMU", 8000),
        new(3, "GSM", 8000),
        new(4, "G723", 8000),
        new(8, "PCMA", 8000),
        new(9, "G722", 8000),
        new(13, "CN", 8000),
        new(15, "G728", 8000),
        new(18, "G729", 8000),
    }.ToFrozenDictionary(map => map.PayloadType);

    /// <summary>RFC 4733 telephone-event.</summary>
    public bool IsTelephoneEvent => Encoding.Equals("telephone-event", StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{PayloadType} {Encoding}/{ClockRate}{(Channels == 1 ? "" : $"/{Channels}")}";
}
