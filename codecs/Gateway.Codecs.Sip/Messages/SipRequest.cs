using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Codecs.Sip.Messages;

/// <summary><c>Method SP Request-URI SP SIP/2.0</c>, headers, body (RFC 3261 7.1).</summary>
public sealed record SipRequest : SipMessage
{
    public SipRequest(SipMethod method, SipUri uri)
    {
        Method = method;
        Uri = uri;
    }

    internal SipRequest(SipMethod method, SipUri uri, byte[] octets, int capacity) : base(octets, capacity)
    {
        Method = method;
        Uri = uri;
    }

    public SipMethod Method { get; init; }

    /// <summary>The Request-URI. In a request that did not decode without fault it may be octets of any kind.</summary>
    public SipUri Uri { get; init; }

    private protected override int StartLineLength => Method.Name.Length + Uri.Octets.Length + "  SIP/2.0\r\n".Length;

    private protected override void WriteStartLine(ref LineWriter writer)
    {
        writer.Text(Method.Name);
        writer.Octets(" "u8);
        writer.Octets(Uri.Octets.Span);
        writer.Octets(" SIP/2.0\r\n"u8);
    }

    private protected override SipMessage Bare(byte[] whole, int capacity) =>
        new SipRequest(Method, SipUri.Parse(whole.AsMemory(Method.Name.Length + 1, Uri.Octets.Length), out _) ?? Uri, whole, capacity);

    /// <summary>
    /// The answer to this request: Via, From, To, Call-ID and CSeq octet for octet, with the tag added to a To that has none; Record-Route
    /// in 101 to 299, Timestamp in 100 (RFC 3261 8.2.6, 12.1.1). Works for a request that decoded with a fault, too.
    /// </summary>
    public SipResponse Respond(int status, string? tag = null, string? phrase = null)
    {
        var response = new SipResponse(status, phrase);
        response.TakeAnswered(this, status switch
        {
            100 => [HeaderName.Via, HeaderName.From, HeaderName.To, HeaderName.CallId, HeaderName.CSeq, HeaderName.Timestamp],
            < 300 => [HeaderName.Via, HeaderName.From, HeaderName.To, HeaderName.CallId, HeaderName.CSeq, HeaderName.RecordRoute],
            _ => [HeaderName.Via, HeaderName.From, HeaderName.To, HeaderName.CallId, HeaderName.CSeq],
        }, tag is not null && HasUsableTo && To.Tag is null ? To.WithTag(tag) : null);
        return response;
    }
}
