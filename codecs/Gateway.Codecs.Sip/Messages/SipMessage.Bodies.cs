using Gateway.Codecs.Sip.Headers;

namespace Gateway.Codecs.Sip.Messages;

public abstract partial record SipMessage
{
    const int MaximumNesting = 4;

    /// <summary>
    /// The bodies of the message: the one there is, or the parts of a multipart body, those of multipart parts among them in their
    /// place (RFC 5621 3). A multipart body that cannot be split is one body. Empty without body.
    /// </summary>
    public IReadOnlyList<BodyPart> Bodies
    {
        get
        {
            if (Body.IsEmpty) return [];
            var whole = new BodyPart(LinesOf(static name => name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)), Body);
            var bodies = new List<BodyPart>(1);
            Split(whole, MaximumNesting, bodies);
            return bodies;
        }
    }

    /// <summary>The first body of that type, such as <c>application/sdp</c>, or null.</summary>
    public BodyPart? BodyOf(string mediaType) => Bodies.FirstOrDefault(body => body.Is(mediaType));

    static void Split(BodyPart body, int depth, List<BodyPart> into)
    {
        if (depth > 0 && body.IsMultipart && Multipart.Decode(body.ContentType!, body.Content, out _) is { } several)
        {
            foreach (var part in several.Parts) Split(part, depth - 1, into);
        }
        else
        {
            into.Add(body);
        }
    }
}
