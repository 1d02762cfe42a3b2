using System.Globalization;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.Tests.H323.H225;

public class H225MessageTests
{
    private const int TpktHeaderOctets = 4;

    [Fact]
    public void Every_golden_message_holds_its_fields_and_is_encoded_to_its_octets()
    {
        var vectors = GoldenVector.Read("TPKT+Q931+H323-UserInformation").ToList();
        Assert.Equal(12, vectors.Count);
        foreach (var vector in vectors)
        {
            var octets = vector.Octets[TpktHeaderOctets..];
            var message = Whole(octets);
            var q931 = vector.Fields.GetProperty("q931");
            Assert.Equal(q931.GetProperty("messageType").GetString(), $"0x{(byte)message.MessageType:X2}");
            Assert.Equal(new CallReference(q931.GetProperty("callReference").GetUInt16(), q931.GetProperty("flag").GetInt32() == 1), message.CallReference);
            Assert.Null(GoldenVector.Difference(message.UserInformation!, vector.Fields.GetProperty("uuie")));
            Assert.Equal(vector.UserInformation, PerWriter.Encode(message.UserInformation!));
            Assert.Equal(octets, message.Encode());
        }
    }

    [Fact]
    public void Every_captured_message_says_what_PTLib_read_and_is_encoded_to_the_octets_it_came_in()
    {
        var lines = CapturedMessage.All;
        Assert.Equal(1108, lines.Count);
        foreach (var line in lines)
        {
            var message = Whole(line.Octets);
            var pdu = message.UserInformation!.H323UuPdu;
            Assert.Equal(line.Message, message.MessageType.ToString());
            Assert.Equal(line.CallReference, message.CallReference);
            Assert.Equal(line.Body, ValueNotation.Alternative(pdu.H323MessageBody.GetType()), ignoreCase: true);
            Assert.Equal(line.H245Tunnelling, pdu.H245Tunnelling ?? false);
            Assert.Equal(line.Cause, message.Cause?.Value);
            Assert.Equal(line.H4501, (pdu.H4501SupplementaryService ?? []).Select(apdu => Convert.ToHexStringLower(apdu.Octets.Span)));
            Assert.Equal(Convert.ToHexString(line.Octets), Convert.ToHexString(message.Encode()));
        }
    }

    [Fact]
    public void A_facility_built_by_hand_is_the_golden_one()
    {
        // facility-with-ctInitiate of golden.json.
        var facility = new H225Message
        {
            MessageType = H225MessageType.Facility,
            CallReference = new CallReference(0x1001, FromDestination: false),
            Elements = [new InformationElement(ElementIdentifier.Facility, [])],
            UserInformation = new H323UserInformation
            {
                H323UuPdu = new H323UuPdu
                {
                    H323MessageBody = new FacilityUuie
                    {
                        ProtocolIdentifier = ObjectIdentifier.Parse("0.0.8.2250.0.7"),
                        Reason = FacilityReason.TransportedInformation,
                        CallIdentifier = new CallIdentifier { Guid = GloballyUniqueId.FromOctets(Convert.FromHexString("00112233445566778899AABBCCDDEEFF")) },
                        MultipleCalls = false,
                        MaintainConnection = false,
                    },
                    H4501SupplementaryService = [new(Convert.FromHexString("000110012C00010912202345000201807A44810700C000021E06B8"))],
                    H245Tunnelling = true,
                },
            },
        };

        var golden = GoldenVector.Hex("TPKT+Q931+H323-UserInformation", "facility-with-ctInitiate")[TpktHeaderOctets..];
        Assert.Equal(golden, facility.Encode(out var fault));
        Assert.Null(fault);
        Span<byte> buffer = stackalloc byte[128];
        Assert.Equal(golden, buffer[..facility.Encode(buffer, out fault)].ToArray());
        Assert.Equal(0, facility.Encode(buffer[..(golden.Length - 1)], out fault));
        Assert.Equal(EncodeFaultReason.NoRoom, fault?.Reason);
    }

    [Fact]
    public void Every_truncation_faults_at_the_cut()
    {
        foreach (var octets in CapturedMessage.Distinct)
        {
            for (var length = 0; length < octets.Length; length++)
            {
                var decoding = H225Message.Decode(octets.AsSpan(0, length));
                var fault = decoding.Fault ?? decoding.ElementFaults[0].Fault;
                Assert.Equal((DecodeFaultReason.EndOfInput, length * 8), (fault.Reason, fault.BitOffset));
            }
        }
    }

    [Fact]
    public void A_peer_tells_its_version()
    {
        Assert.Equal(7, H225Version.Of(H225Version.Seven));
        Assert.Equal(4, H225Version.Of(ObjectIdentifier.Parse("0.0.8.2250.0.4")));
        Assert.Null(H225Version.Of(ObjectIdentifier.Parse("0.0.8.245.0.7")));
    }

    [Fact]
    public void Elements_unknown_repeated_shifted_and_after_user_user_leave_as_they_came()
    {
        // Built on setup-minimal of golden.json: sending complete, a non-locking shift with its element, two displays, an unknown element,
        // and a display after user-user.
        var golden = GoldenVector.Hex("TPKT+Q931+H323-UserInformation", "setup-minimal")[TpktHeaderOctets..];
        byte[] octets =
        [
            .. golden[..5], 0xA1, .. golden[5..10], 0x9E, 0x28, 0x01, 0xFF, 0x28, 0x02, 0x41, 0x00, 0x28, 0x01, 0x42, 0x55, 0x01, 0x00,
            .. golden[10..], 0x28, 0x01, 0x43,
        ];
        var message = Whole(octets);
        Assert.Equal("A", message.Display);
        Assert.Equal(6, message.Elements.Single(element => element.Codeset != 0).Codeset);
        Assert.Equal("C", Assert.Single(message.TrailingElements).ToText());
        Assert.Equal(octets, message.Encode());
    }

    [Fact]
    public void Octets_behind_the_value_in_user_user_leave_as_they_came()
    {
        // setup-minimal of golden.json with two octets of padding counted in the length of user-user.
        var golden = GoldenVector.Hex("TPKT+Q931+H323-UserInformation", "setup-minimal")[TpktHeaderOctets..];
        var user = GoldenVector.Read("TPKT+Q931+H323-UserInformation").Single(vector => vector.Name == "setup-minimal").UserInformation!;
        byte[] octets = [.. golden, 0x00, 0xEE];
        octets[golden.Length - user.Length - 2] += 2;
        var message = Whole(octets);
        Assert.Equal([0x00, 0xEE], message.Padding);
        Assert.Equal(octets, message.Encode());
    }

    [Theory]
    [InlineData("", DecodeFaultReason.EndOfInput, 0)]
    [InlineData("0308100105", DecodeFaultReason.Malformed, 0)]
    [InlineData("0803100105", DecodeFaultReason.LengthOutOfRange, 1)]
    [InlineData("08021001", DecodeFaultReason.EndOfInput, 4)]
    public void A_message_without_a_header_is_no_message(string hex, DecodeFaultReason reason, int octet)
    {
        var decoding = H225Message.Decode(Convert.FromHexString(hex));
        Assert.Null(decoding.Message);
        Assert.Equal((reason, octet), (decoding.Fault!.Value.Reason, decoding.Fault.Value.Octet));
    }

    [Fact]
    public void Elements_in_error_are_graded_and_the_rest_is_read()
    {
        // ALERTING with an empty cause (optional), a progress indicator of three octets (optional) and user-user that is no PER.
        byte[] octets = [0x08, 0x02, 0x80, 0x01, 0x01, 0x08, 0x00, 0x1E, 0x03, 0x81, 0x88, 0x00, 0x7E, 0x00, 0x03, 0x05, 0x23, 0x80];
        var decoding = H225Message.Decode(octets);
        Assert.Equal(
            [
                (ElementFaultKind.OptionalContents, ElementIdentifier.Cause, 5),
                (ElementFaultKind.OptionalContents, ElementIdentifier.ProgressIndicator, 7),
                (ElementFaultKind.MandatoryContents, ElementIdentifier.UserUser, 18),
            ],
            decoding.ElementFaults.Select(fault => (fault.Kind, fault.Identifier, fault.Fault.Octet)));
        Assert.Equal(octets, decoding.Message!.Encode());
    }

    [Fact]
    public void Missing_mandatory_elements_are_named()
    {
        // SETUP with nothing behind the header.
        var decoding = H225Message.Decode([0x08, 0x02, 0x00, 0x01, 0x05]);
        Assert.Equal([ElementIdentifier.BearerCapability, ElementIdentifier.UserUser], decoding.ElementFaults.Select(fault => fault.Identifier));
        Assert.All(decoding.ElementFaults, fault => Assert.Equal((ElementFaultKind.MandatoryMissing, true, 96), (fault.Kind, fault.IsMandatory, fault.CauseValue)));
        // STATUS of an old stack: no user-user, and none missed.
        Assert.Empty(H225Message.Decode([0x08, 0x02, 0x00, 0x01, 0x7D, 0x08, 0x02, 0x80, 0x9E, 0x14, 0x01, 0x0A]).ElementFaults);
    }

    [Fact]
    public void The_dummy_call_reference_is_taken_and_kept()
    {
        byte[] octets = [0x08, 0x00, 0x75];
        var message = Whole(octets);
        Assert.Null(message.CallReference);
        Assert.Equal(octets, message.Encode());
    }

    private static H225Message Whole(byte[] octets)
    {
        var decoding = H225Message.Decode(octets);
        Assert.Null(decoding.Fault);
        Assert.Empty(decoding.ElementFaults);
        return decoding.Message!;
    }
}

/// <summary>A line of fixtures/h225/captured.txt.</summary>
internal sealed record CapturedMessage(string Message, CallReference CallReference, string Body, bool H245Tunnelling, byte? Cause, string[] H4501, byte[] Octets)
{
    public static IReadOnlyList<CapturedMessage> All { get; } =
    [
        .. File.ReadLines(Fixture.Path("h225/captured.txt")).Where(line => line[0] != '#').Select(line => line.Split(' ')).Select(words => new CapturedMessage(
            words[2],
            new CallReference(ushort.Parse(words[3], CultureInfo.InvariantCulture), bool.Parse(words[4])),
            words[5],
            bool.Parse(words[6]),
            words[7] == "-" ? null : byte.Parse(words[7], CultureInfo.InvariantCulture),
            words[8] == "-" ? [] : words[8].Split(','),
            Convert.FromHexString(words[9]))),
    ];

    /// <summary>One message of each type and length.</summary>
    public static IReadOnlyList<byte[]> Distinct { get; } =
        [.. All.DistinctBy(line => (line.Message, line.Octets.Length)).Select(line => line.Octets)];
}
