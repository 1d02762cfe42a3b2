using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Gateway.Codecs.Sip.Headers;

/// <summary>
/// <c>sent-protocol LWS sent-by *( SEMI via-params )</c>, sent-protocol = SIP/2.0/transport (RFC 3261 20.42; rport RFC 3581).
/// </summary>
public sealed class Via : HeaderValue
{
    /// <summary>Branches of RFC 3261 transactions begin so (RFC 3261 8.1.1.7).</summary>
    public const string MagicCookie = "z9hG4bK";

    readonly ushort transportStart, transportEnd, hostStart, hostEnd, parametersStart, port;

    Via(ReadOnlyMemory<byte> octets, int transportStart, int transportEnd, int hostStart, int hostEnd, int port, int parametersStart) : base(octets)
    {
        this.transportStart = (ushort)transportStart;
        this.transportEnd = (ushort)transportEnd;
        this.hostStart = (ushort)hostStart;
        this.hostEnd = (ushort)hostEnd;
        this.port = (ushort)port;
        this.parametersStart = (ushort)parametersStart;
    }

    /// <param name="transport">UDP, TCP, TLS, WS...</param>
    /// <param name="host">Sent-by host; IPv6 with or without brackets.</param>
    /// <param name="port">Sent-by port, null for the transport's default.</param>
    /// <param name="branch">The whole branch, cookie included.</param>
    /// <param name="rport">Ask for the answer to come back to the source port.</param>
    public static Via Create(string transport, string host, int? port, string branch, bool rport = true)
    {
        string address = host.Contains(':', StringComparison.Ordinal) && host[0] != '[' ? $"[{host}]" : host;
        // Nearly every one fits; one that does not is written as text first.
        Span<byte> room = stackalloc byte[256];
        byte[] octets = Utf8.TryWrite(room, CultureInfo.InvariantCulture, $"SIP/2.0/{transport} {address}{(port is null ? "" : ":")}{port};branch={branch}{(rport ? ";rport" : "")}", out int written)
            ? room[..written].ToArray()
            : Encoding.UTF8.GetBytes($"SIP/2.0/{transport} {address}{(port is null ? "" : ":" + port)};branch={branch}{(rport ? ";rport" : "")}");
        return Parse(octets, out _) ?? throw new ArgumentException($"no Via: {Grammar.Text(octets)}", nameof(branch));
    }

    public static Via? Parse(string text) => Parse(Encoding.UTF8.GetBytes(text), out _);

    internal static Via? Parse(ReadOnlyMemory<byte> octets, out int fault)
    {
        var text = octets.Span;
        fault = 0;
        if (text.Length > ushort.MaxValue || Grammar.HasControl(text)) return null;
        int at = Grammar.SkipSpace(text, 0);
        int transport;
        // The usual form first; blanks may stand around each slash.
        if (text[at..].StartsWith("SIP/2.0/"u8))
        {
            transport = at + 8;
        }
        else
        {
            int slash = text[at..].IndexOf((byte)'/');
            if (slash < 0 || !Grammar.EqualsIgnoreCase(Grammar.Trim(text[at..(at + slash)]), "SIP"u8)) return null;
            at += slash + 1;
            slash = text[at..].IndexOf((byte)'/');
            fault = at;
            // Another version is refused for its start line, with an answer that needs this Via.
            if (slash < 0 || !Grammar.IsToken(Grammar.Trim(text[at..(at + slash)]))) return null;
            transport = at + slash + 1;
        }
        transport = Grammar.SkipSpace(text, transport);
        fault = transport;
        int length = text[transport..].IndexOfAny((byte)' ', (byte)'\t');
        if (length <= 0 || !Grammar.IsToken(text.Slice(transport, length))) return null;
        int transportEnd = transport + length;

        int host = Grammar.SkipSpace(text, transportEnd), hostEnd;
        fault = host;
        if (host < text.Length && text[host] == '[')
        {
            int close = text[host..].IndexOf((byte)']');
            if (close < 3 || text[(host + 1)..(host + close)].IndexOfAnyExcept(Grammar.Ipv6) >= 0) return null;
            hostEnd = host + close + 1;
        }
        else
        {
            length = text[host..].IndexOfAnyExcept(Grammar.Host);
            hostEnd = length < 0 ? text.Length : host + length;
            if (hostEnd == host) return null;
        }

        at = Grammar.SkipSpace(text, hostEnd);
        uint port = 0;
        if (at < text.Length && text[at] == ':')
        {
            int digits = fault = Grammar.SkipSpace(text, at + 1);
            length = text[digits..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            at = length < 0 ? text.Length : digits + length;
            if (!Grammar.TryNumber(text[digits..at], out port) || port is 0 or > 65535) return null;
        }
        int wrong = Parameters.Check(text[at..]);
        fault = at + wrong;
        return wrong >= 0 ? null : new Via(octets, transport, transportEnd, host, hostEnd, (int)port, at);
    }

    /// <summary>As written: UDP, TCP, TLS...</summary>
    public string Transport => Grammar.Text(Span[transportStart..transportEnd]);

    /// <summary>Sent-by host, IPv6 in brackets.</summary>
    public string Host => Grammar.Text(Span[hostStart..hostEnd]);

    public int? Port => port == 0 ? null : port;

    public Parameters Parameters => new(Octets[parametersStart..]);

    /// <summary>The branch, null when a RFC 2543 peer sent none.</summary>
    public string? Branch => Parameters["branch"] is { Length: > 0 } branch ? branch : null;

    /// <summary>The branch begins with the cookie and says something behind it.</summary>
    public bool HasCookie => IsUnique(Branch);

    /// <summary>True for a branch of a RFC 3261 transaction: the cookie, and something behind it.</summary>
    public static bool IsUnique([NotNullWhen(true)] string? branch) =>
        branch is not null && branch.Length > MagicCookie.Length && branch.StartsWith(MagicCookie, StringComparison.OrdinalIgnoreCase);

    public string? Received => Parameters["received"];

    public string? Maddr => Parameters["maddr"];

    /// <summary>rport is there, with or without a value.</summary>
    public bool WantsRport => Parameters.Contains("rport");

    /// <summary>The value of rport once the receiver has filled it in.</summary>
    public int? Rport => Parameters["rport"] is { Length: > 0 } text && int.TryParse(text, out int number) && number is > 0 and < 65536 ? number : null;

    /// <summary>What the receiver adds (RFC 3261 18.2.1, RFC 3581 4): received, and the source port when rport was asked for.</summary>
    public Via WithReceived(string address, int sourcePort)
    {
        bool rport = WantsRport, elsewhere = !Host.Trim('[', ']').Equals(address.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);
        string added = (rport ? $";rport={sourcePort}" : "") + (rport || elsewhere ? ";received=" + address.Trim('[', ']') : "");
        return Parse(Reparametered(parametersStart, ["rport", "received"], added), out _) ?? throw new ArgumentException($"not an address: {address}", nameof(address));
    }
}
