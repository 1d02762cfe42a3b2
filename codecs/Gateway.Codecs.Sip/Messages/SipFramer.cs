using System.Buffers;
using Gateway.Codecs.Sip.Headers;

namespace Gateway.Codecs.Sip.Messages;

/// <summary>
/// Follows one stream as it grows, and remembers how far it has looked: an octet of headers is searched once and read once, one of a body
/// never, so that a peer who sends octet by octet costs no more work than one who sends all at once.
/// </summary>
public sealed class SipFramer(SipLimits? limits = null)
{
    readonly int most = (limits ?? SipLimits.Default).MessageOctets;

    /// <summary>Octets at the front of the message that hold no empty line, or end with the first one.</summary>
    int searched;

    /// <summary>Nothing but CR has come behind the last LF.</summary>
    bool blank;

    /// <summary>Octets of the message; 0 while its headers are not whole.</summary>
    int whole;

    /// <summary>
    /// Looks at the octets received and not yet taken, again from where it left off. Keep-alives are to be taken at once; message octets are to be
    /// copied and decoded, then look again behind them.
    /// </summary>
    public SipFrame.Front Look(in ReadOnlySequence<byte> octets)
    {
        int start = 0;
        if (searched == 0)
        {
            var reader = new SequenceReader<byte>(octets);
            start = (int)reader.AdvancePastAny((byte)'\r', (byte)'\n');
            if (reader.End) return new SipFrame.Front(start / 4 * 4, 0, null);
        }
        var message = octets.Slice(start);
        if (whole == 0)
        {
            bool ended = HeadersEnd(message.Slice(searched));
            if (searched > most) return new SipFrame.Front(start, 0, At(start + searched, SipFaultReason.TooLarge));
            if (!ended) return new SipFrame.Front(start, 0, null);
            if (Measure(message.Slice(0, searched), start) is { } fault) return new SipFrame.Front(start, searched, fault);
        }
        if (message.Length < whole) return new SipFrame.Front(start, 0, null);
        var front = new SipFrame.Front(start, whole, null);
        (searched, blank, whole) = (0, false, 0);
        return front;
    }

    /// <summary>True when the headers end in what was not searched before.</summary>
    bool HeadersEnd(in ReadOnlySequence<byte> more)
    {
        foreach (var piece in more)
        {
            var rest = piece.Span;
            while (!rest.IsEmpty)
            {
                int feed = rest.IndexOf((byte)'\n');
                blank &= !(feed < 0 ? rest : rest[..feed]).ContainsAnyExcept((byte)'\r');
                int looked = feed < 0 ? rest.Length : feed + 1;
                searched += looked;
                if (feed >= 0 && blank) return true;
                blank |= feed >= 0;
                rest = rest[looked..];
            }
        }
        return false;
    }

    SipFault? Measure(in ReadOnlySequence<byte> headers, int start)
    {
        if (headers.IsSingleSegment) return Measure(headers.FirstSpan, start);
        // Headers straddle segments seldom.
        byte[] rented = ArrayPool<byte>.Shared.Rent(searched);
        headers.CopyTo(rented);
        var fault = Measure(rented.AsSpan(0, searched), start);
        ArrayPool<byte>.Shared.Return(rented);
        return fault;
    }

    /// <summary>Reads Content-Length, and so how many octets the message has.</summary>
    SipFault? Measure(ReadOnlySpan<byte> headers, int start)
    {
        long length = 0;
        bool known = false;
        SipFault? fault = null;
        for (int at = 0; at < headers.Length;)
        {
            int lineAt = at;
            at += headers[at..].IndexOf((byte)'\n') + 1;
            var line = headers[lineAt..(at - 1)].TrimEnd((byte)'\r');
            int colon = line.IndexOf((byte)':');
            if (colon <= 0 || Grammar.IsSpace(line[0]) || HeaderNames.Parse(line[..colon].TrimEnd(" \t"u8)) != HeaderName.ContentLength) continue;
            // Two different lengths would let two readers disagree where the next message begins.
            if (!Grammar.TryNumber(Grammar.Trim(line[(colon + 1)..]), out uint number) || (known && number != length)) fault ??= At(start + lineAt, SipFaultReason.HeaderValue);
            (length, known) = (number, true);
        }
        // A datagram may do without; behind this one nothing in a stream could be told from its body (RFC 3261 20.14).
        if (!known) fault = At(start + headers.Length, SipFaultReason.MissingHeader);
        else if (headers.Length + length > most) fault ??= At(start + headers.Length, SipFaultReason.TooLarge);
        whole = fault is null ? (int)(headers.Length + length) : 0;
        return fault;
    }

    static SipFault At(int octet, SipFaultReason reason) => new(reason, octet, "RFC 3261 18.3", HeaderName.ContentLength);
}
