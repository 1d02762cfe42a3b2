using System.Globalization;

namespace Gateway.Codecs.Sip.Sdp;

/// <summary><c>o=username sess-id sess-version nettype addrtype unicast-address</c> (RFC 8866 5.2). A new offer raises the version by one (RFC 3264 8).</summary>
public sealed record Origin(string Username, ulong SessionId, ulong Version, string Address, string AddressType = "IP4", string NetworkType = "IN")
{
    internal static Origin? Parse(string value)
    {
        string[] parts = value.Split(' ', 7, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 6 && TryNumber(parts[1], out ulong id) && TryNumber(parts[2], out ulong version)
            ? new Origin(parts[0], id, version, parts[5], parts[4], parts[3]) : null;
    }

    // Some peers send numbers of more than 64 bits; the low digits tell versions apart as well.
    static bool TryNumber(string text, out ulong number) =>
        ulong.TryParse(text.Length > 19 ? text[^19..] : text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && text.All(char.IsAsciiDigit);

    public override string ToString() => $"{Username} {SessionId} {Version} {NetworkType} {AddressType} {Address}";
}
