using System.Text;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Host.Replay;

/// <summary>What is wrong with a SIP message that its grammar does not show.</summary>
internal static class SipFaults
{
    /// <summary>The length that is stated and the octets that came; the line ends of a fragment.</summary>
    public static void OfBody(Trace trace, Seen.Sip seen)
    {
        var octets = seen.Octets.AsSpan();
        var head = octets.IndexOf("\r\n\r\n"u8);
        if (seen.Message is not { } message || head < 0)
            return;
        var came = octets.Length - head - 4;
        if (StatedLength(octets[..head]) is { } stated && stated < came)
        {
            trace.Faults.Add(new ReplayFault(
                "contentLength", (head + 4 + stated) * 8, "RFC 3261 18.3", $"Content-Length is {stated}, but {came} octets follow the headers: those from octet {head + 4 + stated} on are no part of the message (RFC 3261 18.3)"));
        }

        if (message.ContentType?.Token.Equals("message/sipfrag", StringComparison.OrdinalIgnoreCase) == true && message.Body.Length > 0 && !message.Body.Span.EndsWith("\r\n"u8))
        {
            trace.Faults.Add(new ReplayFault(
                "fragmentLineEnd", (head + 4 + message.Body.Length) * 8, "RFC 3420 2.1", $"the body of {message.Body.Length} octets ends without CRLF: a status line ends with one (RFC 3420 2.1, RFC 3261 7.2)"));
        }
    }

    /// <summary>A response that no request called for: names what does not agree, and gives the request it was most likely meant for.</summary>
    public static SipTransaction? Mispaired(Trace trace, SipResponse response, IReadOnlyList<SipTransaction> known)
    {
        var meant = known.LastOrDefault(transaction => transaction.Branch == response.TopVia.Branch)
            ?? known.LastOrDefault(transaction => transaction.Method == response.CSeq.Method && transaction.Final is null)
            ?? known.LastOrDefault(transaction => transaction.Method == response.CSeq.Method);
        if (known.Count == 0)
            return null;
        if (meant is null)
        {
            trace.Faults.Add(ReplayFault.Sequence("responseWithoutRequest", "RFC 3261 17.1.3", $"no {response.CSeq.Method} of this call waits for a response"));
            return null;
        }

        if (meant.CSeq.Number != response.CSeq.Number || meant.Method != response.CSeq.Method)
            trace.Faults.Add(ReplayFault.Sequence("responseCSeq", "RFC 3261 8.2.6.2", $"CSeq {response.CSeq} matches no request; the request has CSeq {meant.CSeq}"));
        if (meant.Branch != response.TopVia.Branch)
            trace.Faults.Add(ReplayFault.Sequence("responseBranch", "RFC 3261 17.1.3", $"branch {response.TopVia.Branch ?? "(none)"} matches no request; the request has {meant.Branch ?? "(none)"}"));
        return meant;
    }

    private static int? StatedLength(ReadOnlySpan<byte> head)
    {
        foreach (var line in Encoding.Latin1.GetString(head).Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && HeaderNames.Parse(line[..colon].Trim()) == HeaderName.ContentLength && int.TryParse(line[(colon + 1)..].Trim(), out var length))
                return length;
        }

        return null;
    }
}
