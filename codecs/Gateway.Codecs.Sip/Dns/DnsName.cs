namespace Gateway.Codecs.Sip.Dns;

/// <summary>
/// A domain name (RFC 1035 2.3.1, 3.1), absolute, written without the last dot; the root is empty. Case does not tell names apart. Of what DNS can
/// carry only printable ASCII is taken, without dot and backslash in a label: what hosts and services are called (RFC 2782) needs no more.
/// </summary>
public readonly struct DnsName : IEquatable<DnsName>
{
    public const int LongestLabel = 63;

    /// <summary>In octets on the wire, the lengths of labels and the root's included.</summary>
    public const int LongestName = 255;

    private readonly string? text;

    internal DnsName(string text) => this.text = text;

    public static DnsName Root => default;

    public string Text => text ?? "";

    public bool IsRoot => Text.Length == 0;

    /// <summary>The name so written; null when it is none.</summary>
    public static DnsName? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var name = text.EndsWith('.') ? text[..^1] : text;
        return name.Length is > 0 and <= LongestName - 2 && name.Split('.').All(label => label.Length is > 0 and <= LongestLabel && label.All(c => c < 0x80 && IsOfLabel((byte)c)))
            ? new DnsName(name)
            : null;
    }

    /// <summary>The name of a service below this one (RFC 2782): <c>_sip._udp.example.net</c>; null when it gets too long.</summary>
    public DnsName? Below(string labels) => Parse($"{labels}.{Text}");

    public bool Equals(DnsName other) => Text.Equals(other.Text, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is DnsName other && Equals(other);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.OrdinalIgnoreCase);

    public static bool operator ==(DnsName left, DnsName right) => left.Equals(right);

    public static bool operator !=(DnsName left, DnsName right) => !left.Equals(right);

    public override string ToString() => IsRoot ? "." : Text;

    internal static bool IsOfLabel(byte octet) => octet is > 0x20 and < 0x7F and not ((byte)'.' or (byte)'\\');
}
