using System.Text;

namespace Gateway.Codecs.Sip.Headers;

/// <summary>The headers this codec knows by name; any other keeps its own spelling.</summary>
public enum HeaderName : byte
{
    Other,
    Accept, AcceptEncoding, AcceptLanguage, AlertInfo, Allow, AllowEvents, AuthenticationInfo, Authorization,
    CallId, CallInfo, Contact, ContentDisposition, ContentEncoding, ContentId, ContentLanguage, ContentLength, ContentType, CSeq,
    Date, Diversion, ErrorInfo, Event, Expires, From, HistoryInfo, Identity, InReplyTo, Join, MaxForwards, MimeVersion, MinExpires, MinSe,
    Organization, Path, PAssertedIdentity, PPreferredIdentity, PChargingVector, Priority, Privacy, ProxyAuthenticate, ProxyAuthorization, ProxyRequire,
    RAck, Reason, RecordRoute, ReferEventsAt, ReferSub, ReferTo, ReferredBy, RemotePartyId, Replaces, ReplyTo, Require, RetryAfter, Route, RSeq,
    Server, ServiceRoute, SessionExpires, SessionId, SipEtag, SipIfMatch, Subject, SubscriptionState, Supported,
    TargetDialog, Timestamp, To, Unsupported, UserAgent, UserToUser, Via, Warning, WwwAuthenticate,
}

/// <summary>Spelling and recognition of header names; case does not matter on receipt, one-letter forms are the same header (RFC 3261 7.3.3).</summary>
public static class HeaderNames
{
    static readonly string[] Canonical =
    [
        "",
        "Accept", "Accept-Encoding", "Accept-Language", "Alert-Info", "Allow", "Allow-Events", "Authentication-Info", "Authorization",
        "Call-ID", "Call-Info", "Contact", "Content-Disposition", "Content-Encoding", "Content-ID", "Content-Language", "Content-Length", "Content-Type", "CSeq",
        "Date", "Diversion", "Error-Info", "Event", "Expires", "From", "History-Info", "Identity", "In-Reply-To", "Join", "Max-Forwards", "MIME-Version", "Min-Expires", "Min-SE",
        "Organization", "Path", "P-Asserted-Identity", "P-Preferred-Identity", "P-Charging-Vector", "Priority", "Privacy", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Require",
        "RAck", "Reason", "Record-Route", "Refer-Events-At", "Refer-Sub", "Refer-To", "Referred-By", "Remote-Party-ID", "Replaces", "Reply-To", "Require", "Retry-After", "Route", "RSeq",
        "Server", "Service-Route", "Session-Expires", "Session-ID", "SIP-ETag", "SIP-If-Match", "Subject", "Subscription-State", "Supported",
        "Target-Dialog", "Timestamp", "To", "Unsupported", "User-Agent", "User-to-User", "Via", "Warning", "WWW-Authenticate",
    ];

    // RFC 3261 20; Refer-To, Event, Allow-Events, Referred-By, Session-Expires, Identity from their own documents.
    static readonly (char Letter, HeaderName Name)[] Compact =
    [
        ('i', HeaderName.CallId), ('m', HeaderName.Contact), ('e', HeaderName.ContentEncoding), ('l', HeaderName.ContentLength),
        ('c', HeaderName.ContentType), ('f', HeaderName.From), ('s', HeaderName.Subject), ('k', HeaderName.Supported), ('t', HeaderName.To),
        ('v', HeaderName.Via), ('r', HeaderName.ReferTo), ('b', HeaderName.ReferredBy), ('o', HeaderName.Event), ('u', HeaderName.AllowEvents),
        ('x', HeaderName.SessionExpires), ('y', HeaderName.Identity),
    ];

    static readonly byte[][] Prefixes = [.. Canonical.Select(name => Encoding.ASCII.GetBytes(name + ": "))];
    static readonly HeaderName[] Letters = MakeLetters();
    static readonly HeaderName[] Slots = MakeSlots();

    static HeaderName[] MakeLetters()
    {
        var letters = new HeaderName[26];
        foreach (var (letter, name) in Compact) letters[letter - 'a'] = name;
        return letters;
    }

    // Open addressing over a small hash of length and three letters.
    static HeaderName[] MakeSlots()
    {
        var slots = new HeaderName[512];
        for (int i = 1; i < Prefixes.Length; i++)
        {
            int slot = Slot(Prefixes[i].AsSpan(0, Prefixes[i].Length - 2));
            while (slots[slot] != HeaderName.Other) slot = slot + 1 & 511;
            slots[slot] = (HeaderName)i;
        }
        return slots;
    }

    static int Slot(ReadOnlySpan<byte> name) =>
        ((name[0] | 0x20) * 7 + (name[^1] | 0x20) * 31 + (name[name.Length / 2] | 0x20) * 57 + name.Length * 113) & 511;

    /// <summary>Which header this name means; <see cref="HeaderName.Other"/> when none we know.</summary>
    public static HeaderName Parse(ReadOnlySpan<byte> name)
    {
        if (name.Length == 0) return HeaderName.Other;
        if (name.Length == 1)
        {
            int letter = (name[0] | 0x20) - 'a';
            return letter is >= 0 and < 26 ? Letters[letter] : HeaderName.Other;
        }
        for (int slot = Slot(name); Slots[slot] != HeaderName.Other; slot = slot + 1 & 511)
        {
            var prefix = Prefixes[(int)Slots[slot]].AsSpan();
            if (prefix.Length == name.Length + 2 && Grammar.EqualsIgnoreCase(prefix[..^2], name)) return Slots[slot];
        }
        return HeaderName.Other;
    }

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static HeaderName Parse(string name) => Parse(Encoding.UTF8.GetBytes(name));

    /// <summary>The name as we send it.</summary>
    public static string Text(this HeaderName name) => Canonical[(int)name];

    /// <summary>Name, colon, space.</summary>
    internal static ReadOnlySpan<byte> Prefix(this HeaderName name) => Prefixes[(int)name];
}
