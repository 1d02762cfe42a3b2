using System.Text.Json.Nodes;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Host.Commands;
using Gateway.Host.Rendering;

namespace Host.Tests.Rendering;

public class MessageDecoderTests
{
    public static TheoryData<string, MessageKind, int> Captured => new()
    {
        { "h225/captured.txt", MessageKind.H225, 8 },
        { "h225/captured-ras.txt", MessageKind.Ras, 4 },
    };

    [Theory]
    [MemberData(nameof(Captured))]
    public void Messages_of_real_stacks_are_shown_without_fault_and_encode_to_their_octets(string file, MessageKind kind, int column)
    {
        var lines = Fixture.Lines(file).ToArray();
        Assert.NotEmpty(lines);
        foreach (var line in lines)
        {
            var words = line.Split(' ');
            var hex = words[^1];
            Assert.True(words.Length > column);
            var decoded = MessageDecoder.Decode(kind, Convert.FromHexString(hex));
            // One capture holds an argument that its own receiver could not read either.
            if (words[0] != "h3p-blind-padded-identity")
                Assert.True(decoded.Faults.Count == 0, $"{words[0]} {words[1]}: {string.Join("; ", decoded.Faults)}");
            Assert.Equal(hex, Convert.ToHexStringLower(decoded.Reencoded!));
            Assert.NotNull(decoded.Value);
        }
    }

    [Fact]
    public void Messages_of_a_signalling_gateway_are_shown_with_what_they_carry()
    {
        foreach (var words in Fixture.Lines("isdn/iua.txt").Select(line => line.Split(' ')).Where(words => words[0][0] != '#'))
        {
            var decoded = MessageDecoder.Decode(MessageKind.Iua, Convert.FromHexString(words[1]));
            Assert.Empty(decoded.Faults);
            Assert.Equal("iua", decoded.Kind);
            Assert.Equal(words[0], (string?)decoded.Value!["type"], ignoreCase: true);
            Assert.Equal(words[1], Convert.ToHexStringLower(decoded.Reencoded!));
            if (words[0] == "DataRequest")
                Assert.Contains("\"type\":\"connect\"", decoded.Value.ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Frames_of_libpri_show_their_message_type_and_components()
    {
        var frames = JsonNode.Parse(Fixture.Text("isdn/libpri-frames.json"))!.AsArray();
        var seen = 0;
        foreach (var frame in frames.Where(frame => frame!["expect"]?["facility"] is JsonArray && frame["sender"]!.GetValue<string>() == "libpri"))
        {
            var variant = frame!["switchtype"]!.GetValue<string>() switch
            {
                "QSIG" => FacilityVariant.Qsig,
                "NI2" or "LUCENT5E" or "ATT4ESS" => FacilityVariant.Ni2,
                "DMS100" => FacilityVariant.Dms100,
                _ => FacilityVariant.Etsi,
            };
            var decoded = MessageDecoder.Decode(MessageKind.Lapd, Convert.FromHexString(frame["hex"]!.GetValue<string>()), variant);
            var components = decoded.Value!["information"]!["payload"]!["elements"]!.AsArray()
                .Where(element => element is JsonObject named && named.ContainsKey("facilityElement"))
                .SelectMany(element => element!["facilityElement"]!["contents"]!["components"]!.AsArray())
                .Select(component => component!.AsObject().First())
                .Select(component => $"{component.Key} {component.Value!["invokeId"]}");
            var expected = frame["expect"]!["facility"]!.AsArray()
                .SelectMany(facility => facility!["components"]!.AsArray())
                .Select(component => $"{component!["type"]} {component["invokeId"]}");
            Assert.Equal(expected, components);
            seen++;
        }

        Assert.True(seen > 20);
    }

    [Fact]
    public void Fast_start_tunnelled_control_and_services_are_decoded_in_place()
    {
        var golden = JsonNode.Parse(Fixture.Text("h225/golden.json"))!.AsArray();
        var setup = golden.First(vector => (string?)vector!["name"] == "setup-with-ctSetup")!;
        var decoded = MessageDecoder.Decode(MessageKind.H225, Convert.FromHexString((string)setup["hex"]!));
        Assert.Empty(decoded.Faults);
        var pdu = decoded.Value!["userInformation"]!["h323UuPdu"]!;
        Assert.Equal("callTransferSetup", (string?)pdu["h4501SupplementaryService"]![0]!["serviceApdu"]!["rosApdus"]![0]!["invoke"]!["operation"]);
        Assert.NotNull(pdu["h323MessageBody"]!["setup"]!["fastStart"]![0]!["forwardLogicalChannelNumber"]);
        Assert.StartsWith("0300", Convert.ToHexString(decoded.Reencoded!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_inside_a_nested_message_is_placed_in_the_whole()
    {
        // A Facility element whose component ends early, in a FACILITY message.
        var octets = Convert.FromHexString("08020001621c0791a106020101020106"[..^2]);
        octets[6] = 8;
        var decoded = MessageDecoder.Decode(MessageKind.Q931, octets, FacilityVariant.Etsi);
        var fault = Assert.Single(decoded.Faults);
        Assert.InRange(fault.BitOffset / 8, 7, octets.Length);
    }

    [Theory]
    [InlineData("invite-rfc3261.sip")]
    [InlineData("notify-rfc3515.sip")]
    [InlineData("refer-rfc5589.sip")]
    [InlineData("refer-teams.sip")]
    public void Sip_of_others_is_shown_with_all_its_headers(string file)
    {
        var octets = Assert.Single(DecodeCommand.Messages(MessageKind.Sip, File.ReadAllBytes(Fixture.Path("sip/" + file)), out _)!);
        var decoded = MessageDecoder.Decode(MessageKind.Sip, octets);
        Assert.Empty(decoded.Faults);
        Assert.True(decoded.Value!["headers"]!.AsArray().Count > 4);
    }

    [Fact]
    public void Any_octets_give_an_answer()
    {
        var seed = Convert.FromHexString("08028001621c1e9faa068001008201008b0102a11002010302010c30080a010081000a0101");
        foreach (var kind in Enum.GetValues<MessageKind>())
        {
            for (var i = 0; i < seed.Length; i++)
            {
                var damaged = (byte[])seed.Clone();
                damaged[i] ^= (byte)(1 << (i % 8));
                Assert.NotNull(MessageDecoder.Decode(kind, damaged[..(i + 1)], FacilityVariant.Qsig).Faults);
            }
        }
    }
}
