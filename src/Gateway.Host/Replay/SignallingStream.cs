using System.Buffers;
using Gateway.Codecs.H323.Tpkt;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Host.Replay;

/// <summary>
/// Finds the messages in one direction of a TCP connection, whatever its port: SIP by its text, H.225.0 by TPKT with Q.931 inside.
/// A stream that holds neither is passed over; one that loses its framing is looked at again with the next segment.
/// </summary>
internal sealed class SignallingStream
{
    private enum Content
    {
        Unknown,
        Sip,
        Tpkt,
    }

    private readonly List<byte> waiting = [];
    private Content content;

    /// <summary>True once a message of call signalling has come; other users of TPKT begin differently.</summary>
    public bool CarriesH225 { get; private set; }

    /// <summary>Takes the next octets; gives whole messages, and why the rest was thrown away if it was.</summary>
    public (IReadOnlyList<byte[]> Messages, bool AreSip, string? Lost) Take(ReadOnlySpan<byte> octets)
    {
        if (waiting.Count == 0 && content != Content.Sip)
            content = Recognise(octets);
        if (content == Content.Unknown)
            return ([], false, null);
        waiting.AddRange(octets);
        return content == Content.Sip ? TakeSip() : TakeTpkt();
    }

    /// <summary>Octets are missing: what waited can never be completed.</summary>
    public void Forget()
    {
        waiting.Clear();
        content = Content.Unknown;
    }

    private static Content Recognise(ReadOnlySpan<byte> octets)
    {
        if (octets is [3, 0, ..] || octets is [3])
            return Content.Tpkt;
        return LooksLikeSip(octets) ? Content.Sip : Content.Unknown;
    }

    /// <summary>A first line with the version at one of its ends.</summary>
    public static bool LooksLikeSip(ReadOnlySpan<byte> octets)
    {
        octets = octets.TrimStart("\r\n"u8);
        var end = octets.IndexOf((byte)'\n');
        var line = (end < 0 ? octets : octets[..end]).TrimEnd((byte)'\r');
        return line.Length > 8 && (line.StartsWith("SIP/2.0 "u8) || line.EndsWith(" SIP/2.0"u8));
    }

    private (IReadOnlyList<byte[]>, bool, string?) TakeSip()
    {
        var messages = new List<byte[]>();
        while (true)
        {
            var octets = waiting.ToArray();
            var front = SipFrame.Look(octets);
            if (front.Fault is { } fault)
            {
                waiting.Clear();
                content = Content.Unknown;
                return (messages, true, fault.ToString());
            }

            if (front.MessageOctets == 0)
                return (messages, true, null);
            messages.Add(octets[front.KeepAliveOctets..(front.KeepAliveOctets + front.MessageOctets)]);
            waiting.RemoveRange(0, front.KeepAliveOctets + front.MessageOctets);
        }
    }

    private (IReadOnlyList<byte[]>, bool, string?) TakeTpkt()
    {
        var messages = new List<byte[]>();
        var rest = new ReadOnlySequence<byte>(waiting.ToArray());
        string? lost = null;
        while (TpktFrame.TryRead(ref rest, out var payload, out var fault))
            Add(messages, payload.ToArray());
        if (!rest.IsEmpty && !TpktFrame.TryRead(ref rest, out _, out var broken) && broken is { } found)
        {
            lost = CarriesH225 ? found.ToString() : null;
            rest = ReadOnlySequence<byte>.Empty;
        }

        waiting.Clear();
        waiting.AddRange(rest.ToArray());
        return (messages, false, lost);
    }

    private void Add(List<byte[]> messages, byte[] payload)
    {
        CarriesH225 |= payload is [8, 0 or 2, ..] && payload.Length > 4;
        if (CarriesH225)
            messages.Add(payload);
    }
}
