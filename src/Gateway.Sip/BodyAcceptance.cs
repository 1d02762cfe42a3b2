using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Sip;

/// <summary>Whether the body of an INVITE or UPDATE can be worked with, and what the sender takes in return: RFC 3261 8.2.3, RFC 5621 3.</summary>
internal static class BodyAcceptance
{
    /// <summary>415 for a body nobody here reads or that is compressed, 406 when no session description may come back; null when all is well.</summary>
    /// <remarks>
    /// Strictly every part without <c>handling=optional</c> has to be understood. Trunks put QSIG and ISUP beside the session description without
    /// saying that they are optional, so one that is understood is enough.
    /// </remarks>
    public static int? Refusal(SipRequest request)
    {
        if (!request.Body.IsEmpty)
        {
            var bodies = request.Bodies;
            var isCompressed = request[HeaderName.ContentEncoding] is { } encoding && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase);
            if (isCompressed || (!bodies.Any(body => body.Is(SipContent.SdpType)) && bodies.Any(body => body.IsRequired)))
            {
                return 415;
            }
        }

        return request[HeaderName.Accept] is null || request.Accept.Any(TakesSession) ? null : 406;
    }

    /// <summary>What a 415 says we take (RFC 3261 21.4.13).</summary>
    public static SipResponse Explain(SipResponse response) => response.Status switch
    {
        415 => response with { Accept = [SipContent.SdpType], Lines = [new SipHeader("Accept-Encoding", "identity")] },
        _ => response,
    };

    private static bool TakesSession(string range)
    {
        var type = range.AsSpan(0, range.IndexOf(';', StringComparison.Ordinal) is var end and >= 0 ? end : range.Length).Trim();
        return type is "*/*" || type.Equals("application/*", StringComparison.OrdinalIgnoreCase) || type.Equals(SipContent.SdpType, StringComparison.OrdinalIgnoreCase);
    }
}
