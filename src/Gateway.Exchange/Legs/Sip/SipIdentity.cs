using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Engine.Legs;
using Gateway.Sip;

namespace Gateway.Exchange.Legs.Sip;

/// <summary>
/// Who somebody is, as messages say it: From, P-Asserted-Identity (RFC 3325, RFC 5876) and Privacy (RFC 3323). An identity is believed
/// when a trusted peer asserts it, and asserted to trusted peers alone (RFC 3325 5).
/// </summary>
internal static class SipIdentity
{
    private static readonly NameAddr Anonymous = NameAddr.Create(SipUri.Create("anonymous", "anonymous.invalid"), "Anonymous");

    /// <summary>Who sends this request; null for nobody known.</summary>
    public static Party? Sender(SipRequest request, bool trusted) =>
        (trusted ? Asserted(request) : null) ?? PartyOf(request.From, IsPrivate(request));

    /// <summary>Whom a trusted peer asserts to speak for, in a request or a response; null where it asserts nobody.</summary>
    public static Party? Asserted(SipMessage message) => message.AssertedIdentities
        .Select(identity => PartyOf(identity, IsPrivate(message))).FirstOrDefault(party => party is not null);

    /// <summary>RFC 3323 4.2, RFC 3325 9.3: id, header and user each ask that the sender is not shown; none forbids to hide it.</summary>
    public static bool IsPrivate(SipMessage message) =>
        message.Privacy is { Count: > 0 } wanted && !Contains(wanted, "none") && (Contains(wanted, "id") || Contains(wanted, "header") || Contains(wanted, "user"));

    /// <summary>RFC 3323 5: what must be hidden and cannot be. Media goes from party to party, so a session is not anonymous here.</summary>
    public static bool IsBeyondUs(SipMessage message) => Contains(message.Privacy, "critical") && Contains(message.Privacy, "session");

    /// <summary>The From of a call in the name of this party: RFC 3323 4.1.1.3 when it is not to be shown.</summary>
    public static NameAddr From(Party? party, Listener door) => party is not { Restricted: false } || !HasName(party)
        ? Anonymous
        : NameAddr.Create(SipUri.Create(party.Number, door.Host, door.Port), party.DisplayName);

    /// <summary>What is said about this party besides From. To a peer that is not trusted nothing is asserted (RFC 3325 7).</summary>
    public static IEnumerable<SipHeader> Headers(Party? party, Listener door, bool trusted)
    {
        if (trusted && party is not null && HasName(party))
        {
            yield return new SipHeader("P-Asserted-Identity", From(party with { Restricted = false }, door).ToString());
        }

        if (party is not null && (party.Restricted || !HasName(party)))
        {
            yield return new SipHeader("Privacy", "id");
        }
    }

    /// <summary>Null for an address without a name, and for the anonymous one.</summary>
    private static Party? PartyOf(NameAddr address, bool restricted) =>
        address.Uri.User is { Length: > 0 } user && !user.Equals("anonymous", StringComparison.OrdinalIgnoreCase)
            ? new Party(NumberOf(address.Uri) ?? user, address.DisplayName, restricted)
            : null;

    /// <summary>False for whoever is known by the URI of a host alone: that is nobody's identity (RFC 3325 9.1), least of all a user at ours.</summary>
    private static bool HasName(Party party) =>
        party.Number.Length > 0 && SipUri.Parse(party.Number) is not { HasUser: false, Scheme: UriScheme.Sip or UriScheme.Sips };

    /// <summary>The party a URI names.</summary>
    public static Party PartyOf(SipUri uri, string? displayName) =>
        new(NumberOf(uri) ?? (uri.User is { Length: > 0 } user ? user : uri.ToString()), displayName);

    /// <summary>The number in a URI's user part, international ones with a plus; null when it is a name.</summary>
    public static string? NumberOf(SipUri uri) =>
        TelephoneSubscriber.Of(uri) is { } number ? (number.IsGlobal ? "+" : "") + number.Digits : null;

    private static bool Contains(IReadOnlyList<string> values, string value) => values.Contains(value, StringComparer.OrdinalIgnoreCase);
}
