using System.Security.Cryptography;
using System.Text;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine.Legs;
using Gateway.Sip;

namespace Gateway.Exchange.Legs.Sip;

/// <summary>What goes along from one SIP leg to the other though the engine has no word for it.</summary>
internal static class SipCompanions
{
    /// <summary>Headers that belong to one dialog, or that a leg writes itself: never passed on, whatever the configuration says.</summary>
    private static readonly HashSet<HeaderName> Own =
    [
        HeaderName.Accept, HeaderName.Allow, HeaderName.AllowEvents, HeaderName.AuthenticationInfo, HeaderName.Authorization, HeaderName.CallId, HeaderName.Contact,
        HeaderName.ContentDisposition, HeaderName.ContentEncoding, HeaderName.ContentLength, HeaderName.ContentType, HeaderName.CSeq, HeaderName.Diversion,
        HeaderName.Event, HeaderName.Expires, HeaderName.From, HeaderName.HistoryInfo, HeaderName.Join, HeaderName.MaxForwards, HeaderName.MimeVersion, HeaderName.MinExpires,
        HeaderName.MinSe, HeaderName.PAssertedIdentity, HeaderName.PPreferredIdentity, HeaderName.Path, HeaderName.Privacy, HeaderName.ProxyAuthenticate,
        HeaderName.ProxyAuthorization, HeaderName.ProxyRequire, HeaderName.RAck, HeaderName.Reason, HeaderName.RecordRoute, HeaderName.ReferEventsAt, HeaderName.ReferSub,
        HeaderName.ReferTo, HeaderName.ReferredBy, HeaderName.RemotePartyId, HeaderName.Replaces, HeaderName.Require, HeaderName.RetryAfter, HeaderName.Route, HeaderName.RSeq,
        HeaderName.Server, HeaderName.ServiceRoute, HeaderName.SessionExpires, HeaderName.SessionId, HeaderName.SipEtag, HeaderName.SipIfMatch,
        HeaderName.SubscriptionState, HeaderName.Supported, HeaderName.TargetDialog, HeaderName.Timestamp, HeaderName.To, HeaderName.Unsupported, HeaderName.UserAgent,
        HeaderName.Via, HeaderName.Warning, HeaderName.WwwAuthenticate,
    ];

    /// <summary>Belong to one dialog, but tell by what ways the call came, and how far it may still go.</summary>
    private static readonly HashSet<HeaderName> Kept = [HeaderName.Diversion, HeaderName.HistoryInfo, HeaderName.MaxForwards, HeaderName.Privacy];

    /// <summary>Of a message the lines that may go along, to be kept for it.</summary>
    public static IReadOnlyList<SipHeader> Of(SipMessage message) =>
        [.. message.LinesOf(name => HeaderNames.Parse(name) is var known && (Kept.Contains(known) || !Own.Contains(known)))];

    /// <summary>How many more hops the call may take from us (RFC 3261 16.6 step 3); null when it did not say.</summary>
    public static int? HopsLeft(IReadOnlyList<SipHeader> kept) => Read(kept).MaxForwards is { } hops ? Math.Max(0, hops - 1) : null;

    private static SipResponse Read(IReadOnlyList<SipHeader> kept) => new(200) { Lines = kept };

    /// <summary>Of what was kept, the headers that the configuration passes on; a name may end in "*".</summary>
    public static IEnumerable<SipHeader> Passed(IReadOnlyList<SipHeader> kept, IReadOnlyList<string> names) =>
        kept.Where(header => IsAmong(names, header.Name) && !Own.Contains(HeaderNames.Parse(header.Name)));

    /// <summary>
    /// By what ways the call came (RFC 7044, RFC 5806), as it stood. To a peer that is not trusted, nothing that whoever is named there wants hidden
    /// (RFC 7044 10.1.2, RFC 5806 9).
    /// </summary>
    public static IEnumerable<SipHeader> Ways(IReadOnlyList<SipHeader> kept, bool trusted)
    {
        var message = Read(kept);
        if (!trusted && message.Privacy.Any(value => value is "history" or "header"))
        {
            yield break;
        }

        foreach (var entry in message.HistoryInfo.Where(entry => trusted || !entry.ToString().Contains("Privacy=", StringComparison.OrdinalIgnoreCase)))
        {
            yield return new SipHeader("History-Info", entry.ToString());
        }

        foreach (var diversion in message.Diversions.Where(diversion => trusted || diversion.Parameters["privacy"] is null or "off"))
        {
            yield return new SipHeader("Diversion", diversion.ToString());
        }
    }

    /// <summary>The UUID of a party that says none: always the same for one call (RFC 7989 4.1).</summary>
    public static string NameFor(string callId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(callId), hash);
        // Version 8: by an algorithm of our own (RFC 9562 5.8).
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return Convert.ToHexStringLower(hash[..16]);
    }

    private static bool IsAmong(IReadOnlyList<string> names, string header)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (Names(names[i], header))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Names(string pattern, string name) => pattern.EndsWith('*')
        ? name.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.OrdinalIgnoreCase)
        : name.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}
