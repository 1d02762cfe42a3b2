using System.Text;
using Gateway.Codecs.Capture;
using Gateway.Codecs.Capture.Files;
using Gateway.Codecs.Isdn.Iua;
using Gateway.Codecs.Isdn.Iua.Parameters;
using Gateway.Codecs.Isdn.Messages;

namespace Gateway.Codecs.Tests.Capture;

/// <summary>User messages in fragments, bundled, late, twice or never (RFC 9260 6.5 to 6.10).</summary>
public sealed class SctpReassemblyTests
{
    private const int Middle = 0, End = 1, Beginning = 2, Whole = 3, Unordered = 7;

    [Fact]
    public void The_messages_that_usrsctp_sent_come_out_whole()
    {
        var file = CaptureFile.Read(File.ReadAllBytes(Fixture.Path("captures/sctp-usrsctp.pcap")));
        Assert.Null(file.Fault);
        var messages = CaptureReader.Read(file).Cast<Captured.UserMessage>().ToList();
        Assert.Equal(
            ["5 0/1 8", "7 0/1 24", "8 1/1 24", "13 2/46 3000", "14 1/1 52", "16 2/46 7", "18 1/1 32", "18 2/46 9"],
            messages.Select(message => $"{message.Frame} {message.Stream}/{message.PayloadProtocol} {message.Octets.Length}").Order(StringComparer.Ordinal)
                .OrderBy(line => int.Parse(line.Split(' ')[0], null)));
        Assert.All(messages, message => Assert.Equal((1, 40000, 9900), (message.Association, message.Source.Port, message.Destination.Port)));
        Assert.Equal(Enumerable.Range(0, 3000).Select(i => (byte)(i * 7)), messages.Single(message => message.Octets.Length == 3000).Octets.ToArray());
        Assert.Equal(["ordered", "unordered"], messages.Where(message => message.Octets.Length < 10 && message.Stream == 2).Select(message => Encoding.ASCII.GetString(message.Octets.Span)));
        var primitives = messages.Where(message => message.PayloadProtocol == IuaMessage.PayloadProtocol).Select(message => IuaMessage.Decode(message.Octets.Span).Message!).ToList();
        Assert.Equal(
            [IuaMessageType.AspUp, IuaMessageType.AspActive, IuaMessageType.EstablishRequest, IuaMessageType.DataRequest, IuaMessageType.ReleaseRequest],
            primitives.Select(primitive => primitive.Type));
        Assert.Equal(MessageType.Connect, Q931Message.Decode(primitives[3].First<ProtocolData>()!.Message).Message!.Type);
    }

    [Fact]
    public void Messages_of_one_stream_wait_for_one_another_and_not_for_other_streams() =>
        Assert.Equal("1:1/a 2:2/x 4:1/b 4:1/c", Run(Data(1, 1, 0, "a"), Data(4, 2, 0, "x"), Data(3, 1, 2, "c"), Data(2, 1, 1, "b")));

    [Fact]
    public void Fragments_are_joined_in_whatever_order_they_come() =>
        Assert.Equal("3:1/abcdef", Run(Data(12, 1, 0, "ef", End), Data(10, 1, 0, "ab", Beginning), Data(11, 1, 0, "cd", Middle)));

    [Fact]
    public void A_chunk_sent_again_gives_nothing() =>
        Assert.Equal("1:1/a 3:1/b", Run(Data(1, 1, 0, "a"), Data(1, 1, 0, "a"), Data(2, 1, 1, "b"), Data(2, 1, 1, "b")));

    [Fact]
    public void An_unordered_message_does_not_wait() =>
        Assert.Equal("1:1/a 2:1/u 3:1/c", Run(Data(1, 1, 0, "a"), Data(3, 1, 9, "u", Unordered), Data(2, 1, 1, "c")));

    [Fact]
    public void A_message_that_the_receiver_acknowledged_is_lost_to_the_capture() =>
        Assert.Equal("1:1/a 3:1/c", Run(Data(1, 1, 0, "a"), Data(3, 1, 2, "c"), Sack(3)));

    [Fact]
    public void A_message_still_missing_at_the_end_of_the_capture_holds_nothing_back() =>
        Assert.Equal("1:1/a 2:1/c", Run(Data(1, 1, 0, "a"), Data(3, 1, 2, "c")));

    [Fact]
    public void A_message_that_never_became_whole_is_told() =>
        Assert.Equal("2:unreadable", Run(Data(1, 1, 0, "a", Beginning), Data(3, 1, 0, "c", End)));

    [Fact]
    public void Sequence_numbers_wrap() => Assert.Equal(
        "1:1/a 3:1/bc 3:1/d",
        Run(Data(uint.MaxValue - 1, 1, 65534, "a"), Data(0, 1, 65535, "c", End), Packet([.. Chunk(uint.MaxValue, 1, 65535, "b", Beginning), .. Chunk(1, 1, 0, "d", Whole)])));

    [Fact]
    public void After_an_INIT_streams_begin_at_their_first_message() => Assert.Equal(
        "4:1/a 4:1/b",
        Run(Packet([1, 0, 0, 20, .. new byte[16]]), Packet([1, 0, 0, 20, .. new byte[16]]), Data(8, 1, 1, "b"), Data(7, 1, 0, "a")));

    [Fact]
    public void Any_fragments_are_held_within_bounds()
    {
        var reader = new CaptureReader();
        var given = 0;
        for (var i = 0u; i < 60_000; i++)
        {
            var octets = Data(i * 2, 1, 0, "x", Beginning);
            given += reader.Take(new CaptureFrame(1, default, LinkType.Raw, octets, octets.Length)).Count;
        }
        Assert.InRange(given, 2, 100);
    }

    private static string Run(params byte[][] packets)
    {
        var frames = packets.Select((octets, i) => new CaptureFrame(i + 1, DateTimeOffset.UnixEpoch, LinkType.Raw, octets, octets.Length)).ToList();
        return string.Join(' ', CaptureReader.Read(new CaptureFile(frames, null)).Select(captured => captured switch
        {
            Captured.UserMessage message => $"{message.Frame}:{message.Stream}/{Encoding.ASCII.GetString(message.Octets.Span)}",
            Captured.Unreadable unreadable => $"{unreadable.Frame}:unreadable",
            _ => captured.ToString(),
        }));
    }

    private static byte[] Data(uint number, ushort stream, ushort sequence, string text, int flags = Whole) => Packet(Chunk(number, stream, sequence, text, flags));

    private static byte[] Chunk(uint number, ushort stream, ushort sequence, string text, int flags)
    {
        var length = 16 + text.Length;
        return
        [
            0, (byte)flags, (byte)(length >> 8), (byte)length, (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number,
            (byte)(stream >> 8), (byte)stream, (byte)(sequence >> 8), (byte)sequence, 0, 0, 0, 1, .. Encoding.ASCII.GetBytes(text), .. new byte[-length & 3],
        ];
    }

    private static byte[] Sack(uint number) =>
        Packet([3, 0, 0, 16, (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number, 0, 1, 0, 0, 0, 0, 0, 0], swap: true);

    private static byte[] Packet(byte[] chunks, bool swap = false)
    {
        byte[] one = [192, 0, 2, 1], two = [192, 0, 2, 2];
        byte[] ports = swap ? [0x26, 0xAC, 0x9C, 0x40] : [0x9C, 0x40, 0x26, 0xAC];
        var total = 20 + 12 + chunks.Length;
        return
        [
            0x45, 0, (byte)(total >> 8), (byte)total, 0, 0, 0, 0, 64, 132, 0, 0, .. swap ? two : one, .. swap ? one : two,
            .. ports, 0, 0, 0, 1, 0, 0, 0, 0, .. chunks,
        ];
    }
}
