using System.Text;
using Gateway.Codecs.Sip.Headers;

namespace Gateway.Codecs.Sip.Messages;

/// <summary>
/// One body: that of a message, or a part of a multipart one (RFC 2046 5.1, RFC 5621). Its header lines are kept in their order; the octets are
/// as they stand, whatever Content-Transfer-Encoding says.
/// </summary>
public sealed record BodyPart(IReadOnlyList<SipHeader> Headers, ReadOnlyMemory<byte> Content)
{
    /// <summary>A body with its type, such as <c>application/sdp</c>, and its disposition, such as <c>signal;handling=required</c>.</summary>
    public static BodyPart Of(string contentType, ReadOnlyMemory<byte> content, string? disposition = null)
    {
        SipHeader type = new(HeaderName.ContentType.Text(), contentType);
        return new(disposition is null ? [type] : [type, new(HeaderName.ContentDisposition.Text(), disposition)], content);
    }

    /// <summary>Null stands for <c>text/plain</c> (RFC 2046 5.1).</summary>
    public TokenValue? ContentType => Value(HeaderName.ContentType);

    /// <summary>Null stands for <c>session</c> with application/sdp, else <c>render</c> (RFC 3261 20.11).</summary>
    public TokenValue? ContentDisposition => Value(HeaderName.ContentDisposition);

    /// <summary>One who does not understand this body has to refuse the message with 415, unless handling is optional (RFC 3261 20.11).</summary>
    public bool IsRequired => !"optional".Equals(ContentDisposition?.Parameters["handling"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The first value of that header as text, or null.</summary>
    public string? this[HeaderName name]
    {
        get
        {
            foreach (var header in Headers)
            {
                if (HeaderNames.Parse(header.Name) == name) return header.Value;
            }
            return null;
        }
    }

    /// <summary>The type is this one; parameters and case do not matter.</summary>
    public bool Is(string mediaType) => ContentType?.Is(mediaType) ?? "text/plain".Equals(mediaType, StringComparison.OrdinalIgnoreCase) && this[HeaderName.ContentType] is null;

    internal bool IsMultipart => ContentType?.Token.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) ?? false;

    TokenValue? Value(HeaderName name) => this[name] is { } text ? TokenValue.Parse(text) : null;
}
