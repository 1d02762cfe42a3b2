using System.Text;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Codecs.Sip.Uris;

public enum UriScheme : byte
{
    Sip,
    Sips,
    Tel,
    /// <summary>Any other scheme; carried, not understood.</summary>
    Other,
}

/// <summary>
/// A SIP, SIPS or tel URI (RFC 3261 19.1, RFC 3966), any other carried whole:
/// <c>scheme ":" [ user [ ":" password ] "@" ] host [ ":" port ] *( ";" parameter ) [ "?" header *( "&amp;" header ) ]</c>.
/// Equal means the same octets; <see cref="Matches"/> compares by RFC 3261 19.1.4.
/// </summary>
public sealed class SipUri : HeaderValue
{
    // Offsets into the octets: the parts follow each other in this order.
    readonly ushort userStart, userEnd, hostStart, hostEnd, parametersStart, headersStart;
    readonly ushort port;

    SipUri(ReadOnlyMemory<byte> octets, UriScheme scheme, ushort userStart, ushort userEnd, ushort hostStart, ushort hostEnd, ushort port,
        ushort parametersStart, ushort headersStart) : base(octets)
    {
        Scheme = scheme;
        this.userStart = userStart;
        this.userEnd = userEnd;
        this.hostStart = hostStart;
        this.hostEnd = hostEnd;
        this.port = port;
        this.parametersStart = parametersStart;
        this.headersStart = headersStart;
    }

    /// <summary>A SIP URI of its parts. The user is escaped here; the host must be a host name or address (IPv6 with or without brackets).</summary>
    public static SipUri Create(string? user, string host, int? port = null, UriScheme scheme = UriScheme.Sip)
    {
        var text = new StringBuilder(scheme == UriScheme.Sips ? "sips:" : "sip:");
        if (!string.IsNullOrEmpty(user)) text.Append(Escaping.EncodeUser(user)).Append('@');
        text.Append(host.Contains(':', StringComparison.Ordinal) && host[0] != '[' ? $"[{host}]" : host);
        if (port is { } number) text.Append(':').Append(number);
        var uri = Parse(text.ToString());
        // Nothing but the host may come of the host.
        return uri is { HasHeaders: false, Parameters.IsEmpty: true } && uri.HasUser == !string.IsNullOrEmpty(user) ? uri
            : throw new ArgumentException($"no host or port: {host}:{port}", nameof(host));
    }

    /// <summary>The URI spelled by the text, or null.</summary>
    public static SipUri? Parse(string text) => Parse(Encoding.UTF8.GetBytes(text), out _);

    /// <summary>The URI spelled by these octets, nothing around it; null and the index of the octet that breaks the grammar otherwise.</summary>
    internal static SipUri? Parse(ReadOnlyMemory<byte> octets, out int fault)
    {
        var text = octets.Span;
        fault = 0;
        if (text.Length > ushort.MaxValue) return null;
        int colon = text.IndexOf((byte)':');
        if (colon <= 0) return null;
        var scheme = text[..colon];
        if (Grammar.EqualsIgnoreCase(scheme, "sip"u8)) return ParseSip(octets, UriScheme.Sip, 4, out fault);
        if (Grammar.EqualsIgnoreCase(scheme, "sips"u8)) return ParseSip(octets, UriScheme.Sips, 5, out fault);
        if (Grammar.EqualsIgnoreCase(scheme, "tel"u8)) return ParseTel(octets, out fault);
        if (!char.IsAsciiLetter((char)text[0]) || scheme.IndexOfAnyExcept(Grammar.Scheme) >= 0 || colon + 1 == text.Length) return null;
        fault = text.IndexOfAnyExcept(Grammar.AbsoluteUri);
        ushort end = (ushort)text.Length, start = (ushort)(colon + 1);
        return fault >= 0 ? null : new SipUri(octets, UriScheme.Other, start, start, start, end, 0, end, end);
    }

    static SipUri? ParseSip(ReadOnlyMemory<byte> octets, UriScheme scheme, int start, out int fault)
    {
        var text = octets.Span;
        fault = start;
        int userEnd = start, host = start;
        int at = text.IndexOf((byte)'@');
        if (at >= 0)
        {
            if (at <= start) return null;
            var info = text[start..at];
            int colon = info.IndexOf((byte)':');
            userEnd = colon < 0 ? at : start + colon;
            if (userEnd == start || text[start..userEnd].IndexOfAnyExcept(Grammar.User) >= 0 || !Grammar.EscapesAreWhole(info)) return null;
            if (colon >= 0 && info[(colon + 1)..].IndexOfAnyExcept(Grammar.Password) >= 0) return null;
            host = at + 1;
        }

        fault = host;
        int hostEnd;
        if (host < text.Length && text[host] == '[')
        {
            int close = text[host..].IndexOf((byte)']');
            if (close < 3 || text[(host + 1)..(host + close)].IndexOfAnyExcept(Grammar.Ipv6) >= 0) return null;
            hostEnd = host + close + 1;
        }
        else
        {
            int length = text[host..].IndexOfAnyExcept(Grammar.Host);
            hostEnd = length < 0 ? text.Length : host + length;
            if (hostEnd == host) return null;
        }

        fault = hostEnd;
        int end = hostEnd;
        uint port = 0;
        if (end < text.Length && text[end] == ':')
        {
            int digits = end + 1;
            int length = text[digits..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            end = length < 0 ? text.Length : digits + length;
            if (!Grammar.TryNumber(text[digits..end], out port) || port is 0 or > 65535) return null;
        }
        if (end < text.Length && text[end] is not ((byte)';' or (byte)'?'))
        {
            fault = end;
            return null;
        }
        if (!Tail(text, end, out int headers, out fault)) return null;
        return new SipUri(octets, scheme, (ushort)start, (ushort)userEnd, (ushort)host, (ushort)hostEnd, (ushort)port, (ushort)end, (ushort)headers);
    }

    static SipUri? ParseTel(ReadOnlyMemory<byte> octets, out int fault)
    {
        var text = octets.Span;
        int length = text[4..].IndexOf((byte)';');
        int end = length < 0 ? text.Length : 4 + length;
        fault = 4;
        if (end == 4 || text[4..end].IndexOfAnyExcept(Grammar.Telephone) >= 0) return null;
        if (!Tail(text, end, out int headers, out fault)) return null;
        return new SipUri(octets, UriScheme.Tel, 4, (ushort)end, (ushort)end, (ushort)end, 0, (ushort)end, (ushort)headers);
    }

    static bool Tail(ReadOnlySpan<byte> text, int start, out int headers, out int fault)
    {
        fault = start;
        int question = text[start..].IndexOf((byte)'?');
        headers = question < 0 ? text.Length : start + question;
        if (start == text.Length) return true;
        if (text[start..headers].IndexOfAnyExcept(Grammar.UriParameters) >= 0) return false;
        if (headers < text.Length && text[headers..].IndexOfAnyExcept(Grammar.UriHeaders) >= 0)
        {
            fault = headers;
            return false;
        }
        return Grammar.EscapesAreWhole(text[start..]);
    }

    public UriScheme Scheme { get; }

    /// <summary>sips, or sip over TLS by parameter.</summary>
    public bool IsSecure => Scheme == UriScheme.Sips;

    /// <summary>The user part, escapes undone once; of a tel URI the number with its visual separators; empty when there is none.</summary>
    public string User => Escaping.DecodeText(Span[userStart..userEnd]);

    public bool HasUser => userEnd > userStart;

    /// <summary>Host name or address, IPv6 in brackets; empty in a tel URI; the scheme-specific part of a foreign scheme.</summary>
    public string Host => Grammar.Text(Span[hostStart..hostEnd]);

    /// <summary>The port written, null when none is.</summary>
    public int? Port => port == 0 ? null : port;

    /// <summary>The URI parameters, values still escaped.</summary>
    public Parameters Parameters => new(Octets[parametersStart..headersStart]);

    /// <summary>A parameter's value; escapes are undone in name and value. Empty for one without value, null for none.</summary>
    public string? Parameter(string name)
    {
        var cursor = new ParameterCursor(ParameterOctets, (byte)';');
        while (cursor.MoveNext())
        {
            bool found = cursor.Name.Contains((byte)'%') ? Escaping.DecodeText(cursor.Name).Equals(name, StringComparison.OrdinalIgnoreCase)
                : Grammar.EqualsIgnoreCase(cursor.Name, name);
            if (found) return Escaping.DecodeText(cursor.Value);
        }
        return null;
    }

    /// <summary>The lower-case transport parameter (RFC 3261 19.1.1), or null.</summary>
    public string? Transport => Parameter("transport")?.ToLowerInvariant();

    /// <summary>The method parameter, or null: call transfer means INVITE then.</summary>
    public SipMethod? Method => Parameter("method") is { } method ? SipMethod.Parse(Encoding.UTF8.GetBytes(method)) : null;

    /// <summary>A user=phone URI or a tel URI: the user part is a telephone number by declaration.</summary>
    public bool IsPhone => Scheme == UriScheme.Tel || "phone".Equals(Parameter("user"), StringComparison.OrdinalIgnoreCase);

    public bool HasHeaders => headersStart < Octets.Length;

    /// <summary>The headers behind "?", names and values with escapes undone exactly once, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers
    {
        get
        {
            if (!HasHeaders) return [];
            var list = new List<KeyValuePair<string, string>>();
            var rest = HeaderOctets;
            while (rest.Length > 0)
            {
                int end = rest.IndexOf((byte)'&');
                var pair = end < 0 ? rest : rest[..end];
                rest = end < 0 ? default : rest[(end + 1)..];
                int equal = pair.IndexOf((byte)'=');
                if (pair.Length > 0)
                {
                    list.Add(new(Escaping.DecodeText(equal < 0 ? pair : pair[..equal]),
                        equal < 0 ? "" : Escaping.DecodeText(pair[(equal + 1)..])));
                }
            }
            return list;
        }
    }

    /// <summary>The first header of that name behind "?", escapes undone exactly once, or null. Compact names count.</summary>
    public string? Header(HeaderName name)
    {
        foreach (var (header, value) in Headers)
        {
            if (HeaderNames.Parse(header) == name) return value;
        }
        return null;
    }

    /// <summary>The same URI without what stands behind "?".</summary>
    public SipUri WithoutHeaders() => HasHeaders ? Again(Grammar.Text(Span[..headersStart])) : this;

    /// <summary>What may stand in a Request-URI: no headers, no method parameter (RFC 3261 19.1.1 Table 1).</summary>
    public SipUri ForRequest() => WithoutHeaders().WithoutParameter("method");

    public SipUri WithParameter(string name, string? value = null)
    {
        var rest = WithoutParameter(name);
        string text = ";" + Escaping.EncodeParameter(name) + (value is null ? "" : "=" + Escaping.EncodeParameter(value));
        return Again(Grammar.Text(rest.Span[..rest.headersStart]) + text + Grammar.Text(rest.Span[rest.headersStart..]));
    }

    public SipUri WithoutParameter(string name)
    {
        if (!Parameters.Contains(name)) return this;
        var text = new StringBuilder(Grammar.Text(Span[..parametersStart]));
        var cursor = new ParameterCursor(Span[parametersStart..headersStart], (byte)';');
        while (cursor.MoveNext())
        {
            if (Grammar.EqualsIgnoreCase(cursor.Name, name)) continue;
            text.Append(';').Append(Grammar.Text(cursor.Name));
            if (cursor.HasValue) text.Append('=').Append(Grammar.Text(cursor.Value));
        }
        return Again(text.Append(Grammar.Text(Span[headersStart..])).ToString());
    }

    /// <summary>The same URI with one more header behind "?", escaped here.</summary>
    public SipUri WithHeader(string name, string value) =>
        Again($"{this}{(HasHeaders ? '&' : '?')}{Escaping.EncodeHeader(name)}={Escaping.EncodeHeader(value)}");

    /// <summary>The same URI in an array of its own, so that the message it came in need not be kept for it.</summary>
    public SipUri Detached() => Parse(Octets.ToArray(), out _) ?? this;

    static SipUri Again(string text) => Parse(text) ?? throw new ArgumentException($"not a URI: {text}", nameof(text));

    /// <summary>What stood in a Request-Line without being a URI.</summary>
    internal static SipUri Unreadable(ReadOnlyMemory<byte> octets) => new(octets, UriScheme.Other, 0, 0, 0, (ushort)octets.Length, 0, (ushort)octets.Length, (ushort)octets.Length);

    /// <summary>
    /// Comparison by RFC 3261 19.1.4: user and password by case, the rest without; escapes of unreserved characters are the characters;
    /// a port or transport, user, ttl, method, maddr in one only makes them differ; other parameters must agree when both have them; headers
    /// must agree as a set. Not transitive, so no equality operator. tel URIs compare by RFC 3966 4: digits without separators.
    /// </summary>
    public bool Matches(SipUri other) => UriComparison.Matches(this, other);

    internal ReadOnlySpan<byte> UserInfoOctets => hostStart > userStart && Scheme is UriScheme.Sip or UriScheme.Sips && HasUser ? Span[userStart..(hostStart - 1)] : default;

    /// <summary>Behind "?", still escaped.</summary>
    internal ReadOnlySpan<byte> HeaderOctets => HasHeaders ? Span[(headersStart + 1)..] : default;

    internal ReadOnlySpan<byte> UserOctets => Span[userStart..userEnd];

    internal ReadOnlySpan<byte> HostOctets => Span[hostStart..hostEnd];

    internal ReadOnlySpan<byte> ParameterOctets => Span[parametersStart..headersStart];
}
