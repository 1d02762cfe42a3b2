using System.Globalization;

namespace Gateway.Codecs.Sip.Sdp;

/// <summary>A line we carry without reading it: <c>type "=" value</c>.</summary>
public readonly record struct SdpLine(char Type, string Value);

/// <summary><c>a=name</c> or <c>a=name:value</c> (RFC 8866 5.13).</summary>
public readonly record struct SdpAttribute(string Name, string? Value = null)
{
    public override string ToString() => Value is null ? Name : $"{Name}:{Value}";
}

/// <summary><c>o=username sess-id sess-version nettype addrtype unicast-address</c> (RFC 8866 5.2). A new offer raises the version by one (RFC 3264 8).</summary>
public sealed record Origin(string Username, ulong SessionId, ulong Version, string Address, string AddressType = "IP4", string NetworkType = "IN")
{
    internal static Origin? Parse(string value)
    {
        string[] parts = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 6 && TryNumber(parts[1], out ulong id) && TryNumber(parts[2], out ulong version)
            ? new Origin(parts[0], id, version, parts[5], parts[4], parts[3]) : null;
    }

    // Some peers send numbers of more than 64 bits; the low digits tell versions apart as well.
    static bool TryNumber(string text, out ulong number) =>
        ulong.TryParse(text.Length > 19 ? text[^19..] : text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && text.All(char.IsAsciiDigit);

    public override string ToString() => $"{Username} {SessionId} {Version} {NetworkType} {AddressType} {Address}";
}

/// <summary><c>c=nettype addrtype connection-address</c> (RFC 8866 5.7).</summary>
public sealed record ConnectionData(string Address, string AddressType = "IP4", string NetworkType = "IN")
{
    internal static ConnectionData? Parse(string value)
    {
        string[] parts = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 3 ? new ConnectionData(parts[2], parts[1], parts[0]) : null;
    }

    /// <summary>0.0.0.0 or ::: hold as RFC 2543 had it, still sent (RFC 3264 8.4).</summary>
    public bool IsUnspecified => Address is "0.0.0.0" or "::";

    public override string ToString() => $"{NetworkType} {AddressType} {Address}";
}

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

/// <summary>Who sends, seen by the party that wrote the description (RFC 8866 6.7).</summary>
public enum MediaDirection
{
    SendRecv,
    SendOnly,
    RecvOnly,
    Inactive,
}

public static class MediaDirections
{
    /// <summary>The same stream seen by the other party.</summary>
    public static MediaDirection Mirrored(this MediaDirection direction) => direction switch
    {
        MediaDirection.SendOnly => MediaDirection.RecvOnly,
        MediaDirection.RecvOnly => MediaDirection.SendOnly,
        _ => direction,
    };

    /// <summary>The attribute's name.</summary>
    public static string Text(this MediaDirection direction) => direction switch
    {
        MediaDirection.SendOnly => "sendonly",
        MediaDirection.RecvOnly => "recvonly",
        MediaDirection.Inactive => "inactive",
        _ => "sendrecv",
    };

    internal static MediaDirection? Parse(string name) => name switch
    {
        "sendrecv" => MediaDirection.SendRecv,
        "sendonly" => MediaDirection.SendOnly,
        "recvonly" => MediaDirection.RecvOnly,
        "inactive" => MediaDirection.Inactive,
        _ => null,
    };

    internal static MediaDirection? Find(IReadOnlyList<SdpAttribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (Parse(attribute.Name) is { } direction) return direction;
        }
        return null;
    }

    internal static IReadOnlyList<SdpAttribute> Replace(IReadOnlyList<SdpAttribute> attributes, MediaDirection direction) =>
        [.. attributes.Where(attribute => Parse(attribute.Name) is null), new SdpAttribute(direction.Text())];
}
