using System.Buffers;
using System.Globalization;
using System.Text;
using Gateway.Codecs.Sip.Headers;

namespace Gateway.Codecs.Sip.Messages;

/// <summary>
/// A body of several parts (RFC 2046 5.1.1, RFC 5621 3).
/// <code>
/// [preamble CRLF] 1*( "--" boundary CRLF *( header CRLF ) CRLF content CRLF ) "--" boundary "--" [CRLF epilogue]
/// </code>
/// </summary>
/// <param name="Boundary">At most 70 characters; stands in no part behind a line end and two hyphens.</param>
public sealed record Multipart(string Boundary, IReadOnlyList<BodyPart> Parts)
{
    const int MaximumBoundary = 70;

    /// <summary>These parts with a boundary that none of them holds.</summary>
    public static Multipart Of(params IReadOnlyList<BodyPart> parts)
    {
        for (int number = 1; ; number++)
        {
            string boundary = $"part-{number.ToString(CultureInfo.InvariantCulture)}";
            byte[] octets = Encoding.ASCII.GetBytes(boundary);
            if (parts.All(part => part.Content.Span.IndexOf(octets) < 0)) return new(boundary, parts);
        }
    }

    /// <summary>The Content-Type that goes with the body; subtype mixed, alternative, related...</summary>
    public TokenValue ContentType(string subtype = "mixed") =>
        TokenValue.Parse($"multipart/{subtype};boundary=\"{Boundary}\"") ?? throw new ArgumentException($"not a subtype: {subtype}", nameof(subtype));

    /// <summary>Splits a body; null with a fault, whose octet counts from its beginning, when it is not what its type says.</summary>
    public static Multipart? Decode(TokenValue contentType, ReadOnlyMemory<byte> body, out SipFault fault)
    {
        fault = default;
        if (contentType.Parameters["boundary"] is not { Length: > 0 and <= MaximumBoundary } boundary)
        {
            fault = new(SipFaultReason.HeaderValue, 0, "RFC 2046 5.1.1", HeaderName.ContentType);
            return null;
        }
        byte[] delimiter = Encoding.UTF8.GetBytes("--" + boundary);
        var parts = new List<BodyPart>();
        var text = body.Span;
        var last = Delimiter.Find(text, delimiter, 0);
        while (last is { Closes: false })
        {
            var next = Delimiter.Find(text, delimiter, last.Value.Behind);
            if (next is null) break;
            if (Part(body[last.Value.Behind..next.Value.Start], last.Value.Behind, out fault) is not { } part) return null;
            parts.Add(part);
            last = next;
        }
        if (last is { Closes: true } && parts.Count > 0) return new(boundary, parts);
        fault = new(SipFaultReason.Body, text.Length, "RFC 2046 5.1.1");
        return null;
    }

    public byte[] Encode()
    {
        var output = new ArrayBufferWriter<byte>();
        foreach (var part in Parts)
        {
            Write(output, $"--{Boundary}\r\n");
            foreach (var (name, value) in part.Headers) Write(output, $"{Line(name)}: {Line(value)}\r\n");
            Write(output, "\r\n");
            output.Write(part.Content.Span);
            Write(output, "\r\n");
        }
        Write(output, $"--{Boundary}--\r\n");
        return output.WrittenSpan.ToArray();
    }

    static void Write(ArrayBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);

    // What could end the line becomes a space.
    static string Line(string text) => text.Replace('\r', ' ').Replace('\n', ' ');

    /// <summary>Header lines, an empty line, content. Only the empty line is there when there are no headers.</summary>
    static BodyPart? Part(ReadOnlyMemory<byte> part, int start, out SipFault fault)
    {
        fault = default;
        var headers = new List<SipHeader>();
        var text = part.Span;
        for (int at = 0; at < text.Length;)
        {
            int feed = text[at..].IndexOf((byte)'\n');
            int end = feed < 0 ? text.Length : at + feed;
            var line = text[at..(end > at && text[end - 1] == '\r' ? end - 1 : end)];
            if (line.Length == 0) return new(headers, feed < 0 ? default : part[(end + 1)..]);
            int colon = line.IndexOf((byte)':');
            if (Grammar.IsSpace(line[0]) && headers.Count > 0)
            {
                headers[^1] = headers[^1] with { Value = $"{headers[^1].Value} {Grammar.Text(Grammar.Trim(line))}" };
            }
            else if (colon > 0 && Grammar.IsToken(Grammar.Trim(line[..colon])))
            {
                headers.Add(new(Grammar.Text(Grammar.Trim(line[..colon])), Grammar.Text(Grammar.Trim(line[(colon + 1)..]))));
            }
            else
            {
                fault = new(SipFaultReason.HeaderLine, start + at, "RFC 2046 5.1");
                return null;
            }
            if (headers.Count > SipLimits.Default.Headers)
            {
                fault = new(SipFaultReason.TooLarge, start + at, "RFC 2046 5.1");
                return null;
            }
            if (feed < 0) break;
            at = end + 1;
        }
        // Headers and no empty line: a part without content.
        return new(headers, default);
    }

    /// <summary>A line that begins with two hyphens and the boundary.</summary>
    /// <param name="Start">Where the content before it ends: the line end in front is the delimiter's.</param>
    /// <param name="Behind">The first octet of the next line.</param>
    /// <param name="Closes">Two hyphens behind: the last one.</param>
    readonly record struct Delimiter(int Start, int Behind, bool Closes)
    {
        public static Delimiter? Find(ReadOnlySpan<byte> text, ReadOnlySpan<byte> delimiter, int from)
        {
            // The line end before a delimiter right behind another is that of the other.
            for (int at = from; text[at..].IndexOf(delimiter) is >= 0 and var step; at++)
            {
                at += step;
                if (at > 0 && text[at - 1] != '\n') continue;
                int behind = at + delimiter.Length;
                bool closes = text[behind..].StartsWith("--"u8);
                if (closes) behind += 2;
                behind = Grammar.SkipSpace(text, behind);
                if (text[behind..].StartsWith("\r\n"u8)) behind += 2;
                else if (behind < text.Length && text[behind] == '\n') behind++;
                else if (behind < text.Length) continue;
                int start = at;
                if (start > from) start--;
                if (start > from && start < at && text[start - 1] == '\r') start--;
                return new(start, behind, closes);
            }
            return null;
        }
    }
}
