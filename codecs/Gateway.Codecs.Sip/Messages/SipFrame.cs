using System.Buffers;

namespace Gateway.Codecs.Sip.Messages;

/// <summary>
/// Where one message ends in a stream (RFC 3261 18.3): headers to the empty line, then as many octets as Content-Length says. Keep-alives
/// between messages (RFC 5626 4.4.1) are counted apart. A stream that is still growing is followed by a <see cref="SipFramer"/>.
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

    /// <summary>Looks once at octets that are all there.</summary>
    public static Front Look(ReadOnlyMemory<byte> octets, SipLimits? limits = null) => new SipFramer(limits).Look(new ReadOnlySequence<byte>(octets));
}
