using System.Text;
using Gateway.Codecs.Sip.Headers;

namespace Gateway.Codecs.Sip.Messages;

/// <summary><c>SIP/2.0 SP Status-Code SP Reason-Phrase</c>, headers, body (RFC 3261 7.2).</summary>
public sealed record SipResponse : SipMessage
{
    /// <param name="status">100 to 699.</param>
    /// <param name="phrase">The registered phrase when null.</param>
    public SipResponse(int status, string? phrase = null)
    {
        Status = status;
        Phrase = phrase ?? StatusPhrase.Of(status);
    }

    internal SipResponse(int status, string phrase, byte[] octets, int capacity) : base(octets, capacity)
    {
        Status = status;
        Phrase = phrase;
    }

    public int Status { get; init; }

    public string Phrase { get; init; }

    public bool IsProvisional => Status < 200;

    public bool IsSuccess => Status is >= 200 and < 300;

    public bool IsFinal => Status >= 200;

    private protected override int StartLineLength => "SIP/2.0 200 \r\n".Length + Encoding.UTF8.GetByteCount(Phrase);

    private protected override void WriteStartLine(ref LineWriter writer)
    {
        writer.Octets("SIP/2.0 "u8);
        writer.Number(Status);
        writer.Octets(" "u8);
        writer.Text(Phrase);
        writer.Octets("\r\n"u8);
    }

    /// <summary>What an answer repeats of its request, and the To of its own when there is one.</summary>
    internal void TakeAnswered(SipRequest request, ReadOnlySpan<HeaderName> names, NameAddr? to)
    {
        Take(request, names);
        if (to is not null) SetOne(HeaderName.To, to);
    }

    private protected override SipMessage Bare(byte[] whole, int capacity) => new SipResponse(Status, Phrase, whole, capacity);
}
