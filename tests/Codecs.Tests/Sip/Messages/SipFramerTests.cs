using System.Buffers;
using System.Text;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Codecs.Tests.Sip.Messages;

public class SipFramerTests
{
    static readonly byte[] Invite = SipFixture.Read("sip/invite-rfc3261.sip").Octets;

    static int HeaderOctets => Invite.AsSpan().IndexOf("\r\n\r\n"u8) + 4;

    [Fact]
    public void Octets_that_were_searched_are_not_looked_at_again()
    {
        var framer = new SipFramer();
        for (int there = 1; there < Invite.Length; there++)
        {
            // Whoever looked at an old octet again would find the end of the headers there. They are read once, when they have come to their end.
            byte[] octets = [.. Invite[..there]];
            if (there != HeaderOctets) octets.AsSpan(0, there - 1).Fill((byte)'\n');
            Assert.Equal(new SipFrame.Front(0, 0, null), framer.Look(new ReadOnlySequence<byte>(octets)));
        }
        Assert.Equal(new SipFrame.Front(0, Invite.Length, null), framer.Look(new ReadOnlySequence<byte>(Invite)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(400)]
    public void What_comes_in_pieces_is_framed_as_what_comes_at_once(int piece)
    {
        byte[] stream = [.. "\r\n\r\n"u8, .. Invite, .. "\r\n\r\n\r\n"u8, .. Invite, .. Invite, .. "A sip:b SIP/2.0\r\nl: 1\r\nl: 2\r\n\r\n"u8];
        var framer = new SipFramer();
        var found = new List<int>();
        int taken = 0, pings = 0;
        SipFrame.Front front = default;
        for (int came = piece; front.Fault is null && came < stream.Length + piece; came += piece)
        {
            int there = Math.Min(came, stream.Length);
            do
            {
                front = framer.Look(Segments(stream.AsMemory(taken, there - taken), piece));
                if (front.MessageOctets > 0) found.Add(taken + front.KeepAliveOctets);
                taken += front.KeepAliveOctets + front.MessageOctets;
                pings += front.Pings;
            }
            while (front.Fault is null && front.KeepAliveOctets + front.MessageOctets > 0 && taken < there);
        }
        int behind = 4 + Invite.Length + 6;
        Assert.Equal([4, behind, behind + Invite.Length, behind + (2 * Invite.Length)], found);
        Assert.Equal(2, pings);
        Assert.Equal(SipFaultReason.HeaderValue, front.Fault?.Reason);
        Assert.Equal(stream.Length, taken);
    }

    [Theory]
    [InlineData("\n\n")]
    [InlineData("\n\r\n")]
    [InlineData("\r\n\r\r\n")]
    public void An_empty_line_ends_the_headers_wherever_it_is_cut(string end)
    {
        byte[] octets = Encoding.ASCII.GetBytes("A sip:b SIP/2.0\nl: 0" + end);
        var framer = new SipFramer();
        for (int there = 1; there < octets.Length; there++) Assert.Equal(0, framer.Look(new ReadOnlySequence<byte>(octets, 0, there)).MessageOctets);
        Assert.Equal(octets.Length, framer.Look(new ReadOnlySequence<byte>(octets)).MessageOctets);
    }

    [Fact]
    public void Headers_that_grow_for_ever_break_the_stream_at_the_limit()
    {
        var framer = new SipFramer(new SipLimits(MessageOctets: 1000));
        byte[] octets = new byte[1001];
        octets.AsSpan().Fill((byte)'x');
        for (int there = 1; there <= 1000; there++) Assert.Null(framer.Look(new ReadOnlySequence<byte>(octets, 0, there)).Fault);
        Assert.Equal(SipFaultReason.TooLarge, framer.Look(new ReadOnlySequence<byte>(octets)).Fault!.Value.Reason);
    }

    static ReadOnlySequence<byte> Segments(ReadOnlyMemory<byte> octets, int each)
    {
        Segment? first = null, last = null;
        for (int at = 0; at < octets.Length; at += each)
        {
            last = new Segment(octets.Slice(at, Math.Min(each, octets.Length - at)), last);
            first ??= last;
        }
        return first is null ? default : new ReadOnlySequence<byte>(first, 0, last!, last!.Memory.Length);
    }

    sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            if (before is null) return;
            RunningIndex = before.RunningIndex + before.Memory.Length;
            before.Next = this;
        }
    }
}
