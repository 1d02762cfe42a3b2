using System.Buffers;
using Gateway.Codecs.Sip.Headers;

namespace Gateway.Codecs.Sip.Messages;

/// <summary>
/// Where one message ends in a stream (RFC 3261 18.3): headers to the empty line, then as many octets as Content-Length says. Keep-alives
/// between messages (RFC 5626 4.4.1) are counted apart.
/// </summary>
public static class SipFrame
{
    /// <summary>What stands at the front of a stream.</summary>
    /// <param name="KeepAliveOctets">Line ends before the message, to be taken at once. Half a CRLFCRLF with nothing behind it stays for its other half.</param>
    /// <param name="MessageOctets">
    /// Octets of the whole message behind them; 0 while more is to come. With a fault: octets of the headers, when they are whole, so that a request
    /// can be decoded and answered with the fault's status.
    /// </param>
    /// <param name="Fault">Nobody can say where the next message begins: close the stream.</param>
    public readonly record struct Front(int KeepAliveOctets, int MessageOctets, SipFault? Fault)
    {
        /// <summary>CRLFCRLFs taken; each wants a CRLF back (RFC 5626 4.4.1).</summary>
        public int Pings => KeepAliveOctets / 4;
    }

    /// <summary>Looks at the octets received and not yet taken. Message octets are to be copied and decoded, then look again behind them.</summary>
    public static Front Look(in ReadOnlySequence<byte> octets, SipLimits? limits = null)
    {
        if (octets.IsSingleSegment) return Look(octets.FirstSpan, limits);
        // Messages straddle segments seldom; they are copied then, no more than one message may hold.
        limits ??= SipLimits.Default;
        int length = (int)Math.Min(octets.Length, limits.MessageOctets + 1L);
        byte[] rented = ArrayPool<byte>.Shared.Rent(length);
        octets.Slice(0, length).CopyTo(rented);
        var front = Look(rented.AsSpan(0, length), limits);
        ArrayPool<byte>.Shared.Return(rented);
        return front;
    }

    /// <inheritdoc cref="Look(in ReadOnlySequence{byte}, SipLimits?)"/>
    public static Front Look(ReadOnlySpan<byte> octets, SipLimits? limits = null)
    {
        limits ??= SipLimits.Default;
        int start = octets.IndexOfAnyExcept((byte)'\r', (byte)'\n');
        if (start < 0) return new Front(octets.Length / 4 * 4, 0, null);
        octets = octets[start..];
        long length = 0;
        bool known = false;
        SipFault? fault = null;
        int at = 0;
        while (true)
        {
            int feed = octets[at..].IndexOf((byte)'\n');
            if (feed < 0) return octets.Length > limits.MessageOctets ? new Front(start, 0, At(start + octets.Length, SipFaultReason.TooLarge)) : new Front(start, 0, null);
            var line = octets.Slice(at, feed).TrimEnd((byte)'\r');
            int lineAt = at;
            at += feed + 1;
            if (line.Length == 0) break;
            int colon = line.IndexOf((byte)':');
            if (colon <= 0 || Grammar.IsSpace(line[0]) || HeaderNames.Parse(line[..colon].TrimEnd(" \t"u8)) != HeaderName.ContentLength) continue;
            // Two different lengths would let two readers disagree where the next message begins.
            if (!Grammar.TryNumber(Grammar.Trim(line[(colon + 1)..]), out uint number) || (known && number != length)) fault ??= At(start + lineAt, SipFaultReason.HeaderValue);
            (length, known) = (number, true);
        }
        // A datagram may do without; behind this one nothing in a stream could be told from its body (RFC 3261 20.14).
        if (!known) fault = At(start + at, SipFaultReason.MissingHeader);
        else if (at + length > limits.MessageOctets) fault ??= At(start + at, SipFaultReason.TooLarge);
        if (fault is not null) return new Front(start, at <= limits.MessageOctets ? at : 0, fault);
        return new Front(start, at + length <= octets.Length ? (int)(at + length) : 0, null);
    }

    static SipFault At(int octet, SipFaultReason reason) => new(reason, octet, "RFC 3261 18.3", HeaderName.ContentLength);
}
