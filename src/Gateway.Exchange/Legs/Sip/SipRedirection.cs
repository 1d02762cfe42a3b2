using Gateway.Codecs.Sip.Messages;
using Gateway.Engine.Legs;
using Gateway.Sip;

namespace Gateway.Exchange.Legs.Sip;

/// <summary>Who sent a call on last, in Diversion (RFC 5806) and History-Info (RFC 7044), to and from the engine's words.</summary>
internal static class SipRedirection
{
    /// <summary>The one Diversion of a call that did not come by SIP (RFC 5806 5.1).</summary>
    public static IEnumerable<SipHeader> Headers(Redirection? redirecting, Listener door, bool trusted)
    {
        if (redirecting is { Party: { Number.Length: > 0 } party } && (trusted || !party.Restricted))
        {
            var address = SipIdentity.From(party with { Restricted = false }, door).ToString();
            yield return new SipHeader("Diversion", $"{address};reason={WordOf(redirecting.Reason)}{(party.Restricted ? ";privacy=full" : "")}");
        }
    }

    /// <summary>The topmost Diversion, else the last entry of History-Info that names why it was left (RFC 7044 5).</summary>
    public static Redirection? Last(SipRequest invite)
    {
        if (invite.Diversions is [var last, ..])
        {
            return new(
                SipIdentity.PartyOf(last.Uri, last.DisplayName) with { Restricted = last.Parameters["privacy"] is "full" or "uri" },
                ReasonOf(last.Parameters["reason"]));
        }

        return invite.HistoryInfo.LastOrDefault(entry => entry.Uri.ToString().Contains("Reason=", StringComparison.OrdinalIgnoreCase)) is { } left
            ? new(
                SipIdentity.PartyOf(left.Uri, left.DisplayName) with { Restricted = left.ToString().Contains("Privacy=", StringComparison.OrdinalIgnoreCase) },
                ReasonIn(Uri.UnescapeDataString(left.Uri.ToString())))
            : null;
    }

    private static string WordOf(RedirectionReason reason) => reason switch
    {
        RedirectionReason.Busy => "user-busy",
        RedirectionReason.NoReply => "no-answer",
        RedirectionReason.Deflection => "deflection",
        RedirectionReason.OutOfOrder => "out-of-service",
        RedirectionReason.Unconditional => "unconditional",
        _ => "unknown",
    };

    private static RedirectionReason ReasonOf(string? word) => word?.ToLowerInvariant() switch
    {
        "user-busy" => RedirectionReason.Busy,
        "no-answer" => RedirectionReason.NoReply,
        "deflection" => RedirectionReason.Deflection,
        "out-of-service" => RedirectionReason.OutOfOrder,
        "unconditional" => RedirectionReason.Unconditional,
        _ => RedirectionReason.Unknown,
    };

    /// <summary>The status with which a target was left, read as the causes of RFC 4458 2.</summary>
    private static RedirectionReason ReasonIn(string uri)
    {
        var at = uri.IndexOf("cause=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? RedirectionReason.Unknown : uri.AsSpan(at + "cause=".Length) switch
        {
            ['3', '0', '2', ..] => RedirectionReason.Unconditional,
            ['4', '0', '8', ..] => RedirectionReason.NoReply,
            ['4', '8', '0', ..] or ['4', '8', '7', ..] => RedirectionReason.Deflection,
            ['4', '8', '6', ..] => RedirectionReason.Busy,
            ['5', '0', '3', ..] => RedirectionReason.OutOfOrder,
            _ => RedirectionReason.Unknown,
        };
    }
}
