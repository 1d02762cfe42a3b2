using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Sip.Refer;

/// <summary>
/// What can be said of a REFER by itself: RFC 3515 (2003) 2.4.2, RFC 3891 (2004) 6.1. A REFER shares its dialog with the call, so
/// only statuses that end nothing but the transaction are used (RFC 5057 5.1): a bad target is 400 or 403, never 404, 416 or 484.
/// </summary>
internal abstract record ReferValidation
{
    public sealed record Sound(Referral Referral) : ReferValidation;

    public sealed record Refused(int Status, string? Phrase) : ReferValidation;

    public static ReferValidation Check(SipRequest request)
    {
        if (request.Contacts is not [{ IsWildcard: false }])
        {
            return new Refused(400, "Exactly One Contact Needed");
        }

        if (request.Count(HeaderName.ReferTo) != 1 || request.ReferTo is not { } referTo)
        {
            return new Refused(400, "Exactly One Refer-To Needed");
        }

        if (referTo.Uri.Scheme == UriScheme.Other)
        {
            return new Refused(400, "Refer-To Scheme Not Supported");
        }

        if (referTo.Method is null)
        {
            return new Refused(400, "Refer-To Method Malformed");
        }

        if (referTo.Method != SipMethod.Invite)
        {
            return new Refused(403, "Refer-To Method Not Allowed");
        }

        if (referTo.ReplacesIsBroken)
        {
            return new Refused(400, "Replaces Malformed");
        }

        if (request is { Body.IsEmpty: false, ContentType: { } type } && !IsKnown(type)
            && TokenValue.Parse(request["Content-Disposition"] ?? "")?.Parameters["handling"] is { } handling && handling.Equals("required", StringComparison.OrdinalIgnoreCase))
        {
            return new Refused(415, null);
        }

        var headers = referTo.Uri.Headers;
        if (headers.Any(header => !IsName(header.Key) || header.Value.Any(char.IsControl)))
        {
            return new Refused(400, "Refer-To Header Malformed");
        }

        return new Sound(new Referral(
            request,
            referTo.Target,
            referTo.Replaces,
            request.ReferredBy,
            request.TargetDialog,
            [.. headers.Where(IsCopied).Select(header => new SipHeader(header.Key, header.Value))],
            request.ReferSub != false && !request.Requires("norefersub") && !request.Requires("nosub") && !request.Requires("explicitsub"))
        {
            IsExplicit = request.Requires("explicitsub"),
        });
    }

    /// <summary>The bodies that mean something in a REFER: the token of Referred-By (RFC 3892 5), alone or among other parts.</summary>
    public static readonly string[] Bodies = ["multipart/mixed", "multipart/signed", "message/sipfrag"];

    private static bool IsKnown(TokenValue type) => Bodies.Any(known => type.Is(known));

    /// <summary>A header name is a token (RFC 3261 25.1); escapes may have hidden what is none.</summary>
    private static bool IsName(string text) => text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || "-.!%*_+`'~".Contains(letter, StringComparison.Ordinal));

    private static bool IsCopied(KeyValuePair<string, string> header) =>
        Referral.Copied.Contains(HeaderNames.Parse(header.Key)) || header.Key.StartsWith("X-", StringComparison.OrdinalIgnoreCase);
}
