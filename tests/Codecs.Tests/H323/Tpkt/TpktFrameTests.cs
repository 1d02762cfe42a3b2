using System.Buffers;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.H323.Tpkt;

namespace Gateway.Codecs.Tests.H323.Tpkt;

public sealed class TpktFrameTests
{
    [Fact]
    public void Packets_are_split_off_a_stream_wherever_its_segments_end()
    {
        byte[] stream = [3, 0, 0, 7, 1, 2, 3, 3, 0, 0, 4, 3, 0, 0, 6, 4, 5, 3, 0, 0];
        for (var cut = 1; cut < stream.Length; cut++)
        {
            var input = Segments(stream[..cut], stream[cut..]);
            Assert.True(TpktFrame.TryRead(ref input, out var first, out _));
            Assert.Equal(new byte[] { 1, 2, 3 }, first.ToArray());
            Assert.True(TpktFrame.TryRead(ref input, out var second, out _));
            Assert.Equal(new byte[] { 4, 5 }, second.ToArray());
            Assert.False(TpktFrame.TryRead(ref input, out _, out var fault));
            Assert.Null(fault);
            Assert.Equal(3, input.Length);
        }
    }

    [Fact]
    public void A_span_is_split_like_a_sequence()
    {
        ReadOnlySpan<byte> input = [3, 0, 0, 4, 3, 0, 0, 7, 1, 2, 3, 3];
        Assert.True(TpktFrame.TryRead(ref input, out var payload, out _));
        Assert.Equal(new byte[] { 1, 2, 3 }, payload.ToArray());
        Assert.False(TpktFrame.TryRead(ref input, out _, out var fault));
        Assert.Null(fault);
        Assert.Equal(1, input.Length);
    }

    [Fact]
    public void An_unfinished_packet_waits_and_takes_nothing()
    {
        byte[] packet = [3, 0, 0, 9, 1, 2, 3, 4, 5];
        for (var cut = 0; cut < packet.Length; cut++)
        {
            var input = new ReadOnlySequence<byte>(packet, 0, cut);
            Assert.False(TpktFrame.TryRead(ref input, out _, out var fault));
            Assert.Null(fault);
            Assert.Equal(cut, input.Length);
        }
    }

    [Theory]
    [InlineData("47", DecodeFaultReason.Malformed, 0)]           // the G of GET, told at the first octet
    [InlineData("03000003", DecodeFaultReason.LengthOutOfRange, 16)]
    [InlineData("03000000", DecodeFaultReason.LengthOutOfRange, 16)]
    [InlineData("03002001", DecodeFaultReason.TooLarge, 16)]
    public void A_header_that_cannot_be_one_is_a_fault(string hex, DecodeFaultReason reason, int bit)
    {
        var input = new ReadOnlySequence<byte>(Convert.FromHexString(hex));
        Assert.False(TpktFrame.TryRead(ref input, out _, out var fault, maximumOctets: 0x2000));
        Assert.Equal(new DecodeFault(reason, bit, "RFC 1006 clause 6", "TPKT"), fault);
    }

    [Fact]
    public void A_header_is_written_with_its_own_octets_counted()
    {
        var header = new byte[4];
        TpktFrame.WriteHeader(header, 82);
        Assert.Equal("03000056", Convert.ToHexString(header));
    }

    private static ReadOnlySequence<byte> Segments(byte[] first, byte[] second)
    {
        var head = new Segment(first, 0);
        var tail = head.Append(second);
        return new ReadOnlySequence<byte>(head, 0, tail, second.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] octets, long index)
        {
            Memory = octets;
            RunningIndex = index;
        }

        public Segment Append(byte[] octets)
        {
            var next = new Segment(octets, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
