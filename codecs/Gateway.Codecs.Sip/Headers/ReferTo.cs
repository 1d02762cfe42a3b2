using System.Text;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Codecs.Sip.Headers;

/// <summary>
/// <c>( name-addr / addr-spec ) *( SEMI generic-param )</c> (RFC 3515 2.1). The headers behind "?" go into the request it asks for;
/// they are decoded exactly once. A URI without brackets but with "?" is accepted, as peers send it.
/// </summary>
public sealed class ReferTo : HeaderValue
{
    ReferTo(ReadOnlyMemory<byte> octets, NameAddr address, Replaces? replaces, bool replacesIsBroken) : base(octets)
    {
        Address = address;
        Replaces = replaces;
        ReplacesIsBroken = replacesIsBroken;
    }

    /// <summary>Refer to a target, with Replaces for an attended transfer. The URI goes into brackets.</summary>
    public static ReferTo Create(SipUri target, Replaces? replaces = null)
    {
        var uri = replaces is null ? target : target.WithHeader("Replaces", replaces.ToString());
        return Parse($"<{uri}>") ?? throw new ArgumentException($"no target: {uri}", nameof(target));
    }

    public static ReferTo? Parse(string text) => Parse(Encoding.UTF8.GetBytes(text), out _);

    internal static ReferTo? Parse(ReadOnlyMemory<byte> octets, out int fault)
    {
        if (NameAddr.Parse(octets, bareHeaders: true, out fault) is not { IsWildcard: false } address) return null;
        Replaces? replaces = null;
        int found = 0;
        if (address.Uri.HasHeaders)
        {
            var cursor = new ParameterCursor(address.Uri.HeaderOctets, (byte)'&');
            while (cursor.MoveNext())
            {
                if (!IsReplaces(cursor.Name)) continue;
                found++;
                replaces = Headers.Replaces.ParseEscaped(cursor.Value);
            }
        }
        bool broken = found > 1 || (found == 1 && replaces is null);
        return new ReferTo(octets, address, broken ? null : replaces, broken);
    }

    static bool IsReplaces(ReadOnlySpan<byte> name) =>
        Grammar.EqualsIgnoreCase(name.Contains((byte)'%') ? Escaping.Decode(name) : name, "Replaces"u8);

    public NameAddr Address { get; }

    /// <summary>The URI as it stands, with headers and method parameter.</summary>
    public SipUri Uri => Address.Uri;

    /// <summary>What goes into the Request-URI: no headers, no method parameter.</summary>
    public SipUri Target => Uri.ForRequest();

    /// <summary>The method asked for; INVITE when none is named, null when the name is no token.</summary>
    public SipMethod? Method => Uri.Parameters.Contains("method") ? Uri.Method : SipMethod.Invite;

    /// <summary>The dialog to replace, as the target will see it.</summary>
    public Replaces? Replaces { get; }

    /// <summary>There is a Replaces, but it lacks a tag, is malformed, or stands twice: refuse with 400.</summary>
    public bool ReplacesIsBroken { get; }
}
