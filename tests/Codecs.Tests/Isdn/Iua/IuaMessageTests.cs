using Gateway.Codecs.Asn1;
using Gateway.Codecs.Isdn.Iua;
using Gateway.Codecs.Isdn.Iua.Parameters;
using Gateway.Codecs.Isdn.Messages;

namespace Codecs.Tests.Isdn.Iua;

/// <summary>The messages of fixtures/isdn/iua.txt.</summary>
public class IuaMessageTests
{
    private static readonly IReadOnlyList<(string Type, byte[] Octets)> Golden =
    [
        .. Fixture.Words("isdn/iua.txt").Select(words => (words[0], Convert.FromHexString(words[1]))),
    ];

    [Fact]
    public void Every_type_decodes_and_encodes_to_the_same_octets()
    {
        Assert.Equal(Enum.GetNames<IuaMessageType>().Order(), Golden.Select(golden => golden.Type).Distinct().Order());
        Assert.All(Golden, golden =>
        {
            var (message, fault, error) = IuaMessage.Decode(golden.Octets);
            Assert.Null(fault);
            Assert.Null(error);
            Assert.Equal(golden.Type, message!.Type.ToString());
            Assert.DoesNotContain(message.Parameters, parameter => parameter is UnknownParameter);
            Assert.Equal(Convert.ToHexString(golden.Octets), Convert.ToHexString(message.Encode()!));
        });
    }

    [Fact]
    public void Messages_built_from_their_fields_are_the_golden_ones()
    {
        var pri = new Dlci(0, 0);
        Same(new(IuaMessageType.AspUp), "AspUp", 0);
        Same(new(IuaMessageType.AspUp, new AspIdentifier(3), new InfoString("gw")), "AspUp", 1);
        Same(new(IuaMessageType.AspActive, new TrafficMode(TrafficModeType.LoadShare), new InterfaceIdentifier(7)), "AspActive", 0);
        Same(
            new(IuaMessageType.AspActive, new TrafficMode(TrafficModeType.Override), new InterfaceIdentifier(7, 8, 9), new InterfaceIdentifierRange(new(20, 29), new(40, 40))),
            "AspActive", 1);
        Same(new(IuaMessageType.AspInactive, new InterfaceIdentifierText("trunk-7")), "AspInactive", 0);
        Same(new(IuaMessageType.Heartbeat, new HeartbeatData([1, 2, 3, 4, 5])), "Heartbeat", 0);
        Same(new(IuaMessageType.Notify, new Status(StatusValue.AsActive), new InterfaceIdentifier(7)), "Notify", 0);
        Same(
            new(IuaMessageType.Error, new ErrorParameter(ErrorCode.UnexpectedMessage), new DiagnosticInformation(Convert.FromHexString("0100040100000008"))),
            "Error", 0);
        Same(IuaMessage.Primitive(IuaMessageType.TeiStatusIndication, 7, pri, new TeiStatus(TeiStatusValue.Unassigned)), "TeiStatusIndication", 0);
        Same(IuaMessage.Primitive(IuaMessageType.EstablishRequest, 7, pri), "EstablishRequest", 0);
        Same(IuaMessage.Primitive(IuaMessageType.ReleaseRequest, 7, pri, new ReleaseReason(LinkReleaseReason.Management)), "ReleaseRequest", 0);
        Same(
            IuaMessage.Primitive(IuaMessageType.UnitDataIndication, 7, new Dlci(0, 127), new ProtocolData(Convert.FromHexString("08028001071803a983814c09218130333035303031"))),
            "UnitDataIndication", 0);

        static void Same(IuaMessage message, string type, int which) => Assert.Equal(
            Convert.ToHexString(Golden.Where(golden => golden.Type == type).ElementAt(which).Octets), Convert.ToHexString(message.Encode()!));
    }

    [Fact]
    public void Protocol_data_is_a_layer_3_message()
    {
        var data = IuaMessage.Decode(Golden.First(golden => golden.Type == "DataIndication").Octets).Message!.First<ProtocolData>()!;
        Assert.Equal(MessageType.Connect, Q931Message.Decode(data.Message).Message!.Type);
    }

    [Theory]
    [InlineData("02000301 00000008", ErrorCode.InvalidVersion, 0)]
    [InlineData("01000601 00000008", ErrorCode.UnsupportedMessageClass, 2)]
    [InlineData("0100050b 00000008", ErrorCode.UnsupportedMessageType, 3)]
    [InlineData("01000301 00000004", ErrorCode.ProtocolError, 4)]
    [InlineData("01000301 00000008 00000000", ErrorCode.ProtocolError, 8)]
    [InlineData("01000301 0000000c 00040002", ErrorCode.ProtocolError, 10)]
    [InlineData("01000401 00000010 000b0006 00020000", ErrorCode.ProtocolError, 10)] // traffic mode of two octets
    [InlineData("01000505 00000010 00010008 00000007", ErrorCode.ProtocolError, 16)] // no DLCI
    [InlineData("01000505 00000018 00010008 00000007 00050008 01010000", ErrorCode.ProtocolError, 18)] // DLCI whose first octet has bit 1 set
    public void What_is_wrong_is_answered_with_its_error_code(string hex, ErrorCode code, int octet)
    {
        var (_, fault, error) = IuaMessage.Decode(Octets(hex));
        Assert.Equal((code, octet), (error!.Value, fault!.Value.Octet));
    }

    [Theory]
    [InlineData("01000301 00000010 80010006 abcd0000")] // an unknown parameter
    [InlineData("01000701 00000010 00010008 00000007")] // a class of another layer
    public void What_is_unknown_is_encoded_as_it_came(string hex) => Assert.Equal(Octets(hex), IuaMessage.Decode(Octets(hex)).Message!.Encode());

    [Theory]
    [InlineData("01000303 00000011 00090009 0102030405 000000")]
    [InlineData("01000303 00000011 00090009 0102030405")]
    public void The_length_may_leave_out_the_last_padding(string hex)
    {
        var (message, fault, _) = IuaMessage.Decode(Octets(hex));
        Assert.Null(fault);
        Assert.Equal([1, 2, 3, 4, 5], message!.First<HeartbeatData>()!.Octets);
    }

    [Fact]
    public void Every_truncation_faults_within_the_octets_that_are_left() => Assert.All(Golden, golden =>
    {
        for (var length = 0; length < golden.Octets.Length; length++)
        {
            var (_, fault, error) = IuaMessage.Decode(golden.Octets.AsSpan(0, length));
            Assert.Equal((DecodeFaultReason.EndOfInput, length), (fault!.Value.Reason, fault.Value.Octet));
            Assert.Equal(ErrorCode.ProtocolError, error);
        }
    });

    [Fact]
    public void No_flipped_bit_makes_the_decoder_throw_and_what_it_read_can_be_written() => Assert.All(Golden, golden =>
    {
        for (var bit = 0; bit < golden.Octets.Length * 8; bit++)
        {
            var flipped = (byte[])golden.Octets.Clone();
            flipped[bit / 8] ^= (byte)(0x80 >> bit % 8);
            var message = IuaMessage.Decode(flipped).Message;
            var again = message?.Encode();
            Assert.True(message is null || again is not null && IuaMessage.Decode(again).Message!.Encode()!.AsSpan().SequenceEqual(again));
        }
    });

    [Fact]
    public void A_destination_too_small_takes_nothing()
    {
        var message = IuaMessage.Decode(Golden[0].Octets).Message!;
        Span<byte> small = stackalloc byte[Golden[0].Octets.Length - 1];
        Assert.False(message.TryEncode(small, out var written));
        Assert.Equal(0, written);
    }

    private static byte[] Octets(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
