using System.Globalization;

namespace Gateway.Codecs.Sip.Sdp;

/// <summary>
/// <c>m=media port[/count] proto fmt...</c> with its i=, c=, b=, k= and a= lines (RFC 8866 5.14). Port 0 refuses the stream (RFC 3264 6).
/// </summary>
public sealed record MediaDescription(string Media, int Port, string Protocol, IReadOnlyList<string> Formats)
{
    const int MostFormats = 130;

    /// <summary>How many port pairs; 1 when not written.</summary>
    public int PortCount { get; init; } = 1;

    /// <summary>The first c= line of this stream, null when that of the session counts.</summary>
    public ConnectionData? Connection { get; init; }

    public IReadOnlyList<SdpAttribute> Attributes { get; init; } = [];

    /// <summary>i=, further c=, b=, k= and unknown lines in order.</summary>
    public IReadOnlyList<SdpLine> Lines { get; init; } = [];

    internal static MediaDescription? Parse(ReadOnlySpan<byte> value)
    {
        if (value.Count((byte)' ') > MostFormats) return null;
        Span<Range> parts = stackalloc Range[MostFormats + 4];
        string text = Grammar.Text(value);
        int count = text.AsSpan().Split(parts, ' ', StringSplitOptions.RemoveEmptyEntries);
        if (count < 4) return null;
        var port = text.AsSpan(parts[1]);
        int slash = port.IndexOf('/'), ports = 1;
        if (!int.TryParse(slash < 0 ? port : port[..slash], NumberStyles.None, null, out int number) || number > 65535) return null;
        if (slash >= 0 && (!int.TryParse(port[(slash + 1)..], NumberStyles.None, null, out ports) || ports is 0 or > 65535)) return null;
        var formats = new string[count - 3];
        for (int i = 0; i < formats.Length; i++) formats[i] = Format(text.AsSpan(parts[i + 3]));
        return new MediaDescription(text[parts[0]], number, text[parts[2]], formats) { PortCount = ports };
    }

    // Nearly all formats are payload types; each has its one string.
    static string Format(ReadOnlySpan<char> text) =>
        text.Length is 1 or 2 && byte.TryParse(text, NumberStyles.None, null, out byte type) && text.Length == (type < 10 ? 1 : 2) ? PayloadTypes[type] : text.ToString();

    static readonly string[] PayloadTypes = [.. Enumerable.Range(0, 100).Select(type => type.ToString(CultureInfo.InvariantCulture))];

    public bool IsAudio => Media.Equals("audio", StringComparison.OrdinalIgnoreCase);

    public bool IsRefused => Port == 0;

    /// <summary>The value of the first attribute of that name, empty for a bare one, null for none.</summary>
    public string? Attribute(string name)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return attribute.Value ?? "";
        }
        return null;
    }

    /// <summary>The direction written on this stream, null when the session's counts.</summary>
    public MediaDirection? Direction => MediaDirections.Find(Attributes);

    public MediaDescription WithDirection(MediaDirection direction) => this with { Attributes = MediaDirections.Replace(Attributes, direction) };

    /// <summary>What each payload type on the m= line means, in the order of preference; one without rtpmap by RFC 3551, unknown ones left out.</summary>
    public IReadOnlyList<RtpMap> RtpMaps
    {
        get
        {
            var maps = new List<RtpMap>();
            foreach (string format in Formats)
            {
                if (!int.TryParse(format, NumberStyles.None, null, out int payload)) continue;
                RtpMap? written = null;
                foreach (var attribute in Attributes)
                {
                    if (written is null && attribute is { Name: "rtpmap", Value: { } value } && RtpMap.PayloadOf(value) == payload) written = RtpMap.Parse(value);
                }
                if ((written ?? RtpMap.Static(payload)) is { } known) maps.Add(known);
            }
            return maps;
        }
    }

    /// <summary>The format parameters of a payload type: what stands behind <c>a=fmtp:payload</c> (RFC 8866 6.15).</summary>
    public string? Fmtp(int payloadType)
    {
        string prefix = payloadType.ToString(CultureInfo.InvariantCulture) + " ";
        foreach (var attribute in Attributes)
        {
            if (attribute is { Name: "fmtp", Value: { } value } && value.StartsWith(prefix, StringComparison.Ordinal)) return value[prefix.Length..].Trim();
        }
        return null;
    }

    /// <summary>Packet time in milliseconds (RFC 8866 6.4).</summary>
    public int? PtimeMilliseconds => int.TryParse(Attribute("ptime"), NumberStyles.None, null, out int time) && time > 0 ? time : null;

    /// <summary>The payload type of RFC 4733 telephone-event, null when not offered.</summary>
    public int? TelephoneEvent => RtpMaps.FirstOrDefault(map => map.IsTelephoneEvent)?.PayloadType;

    public bool Equals(MediaDescription? other) => other is not null && Media == other.Media && Port == other.Port && PortCount == other.PortCount
        && Protocol == other.Protocol && Formats.SequenceEqual(other.Formats) && Connection == other.Connection
        && Attributes.SequenceEqual(other.Attributes) && Lines.SequenceEqual(other.Lines);

    public override int GetHashCode() => HashCode.Combine(Media, Port, Protocol, Formats.Count, Attributes.Count);
}
