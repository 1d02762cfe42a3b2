using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245;
using Gateway.Codecs.H323.H245.Audio;
using Gateway.Codecs.Tests.H323;

namespace Codecs.Tests.H323.H245;

public class MultimediaSystemControlMessageTests
{
    private static readonly IReadOnlyList<RandomMessage> Random = RandomMessage.Read("h245/random.jsonl");

    public static IEnumerable<object[]> Golden => Fixture.Words("h245/golden.txt");

    [Theory, MemberData(nameof(Golden))]
    public void A_golden_message_decodes_and_encodes_to_the_same_octets(string type, string name, string hex)
    {
        Assert.NotEmpty(name);
        if (type == "OpenLogicalChannel")
            AssertRoundTrip<OpenLogicalChannel>(hex);
        else
            AssertRoundTrip<MultimediaSystemControlMessage>(hex);
    }

    [Fact]
    public void Every_random_message_says_what_its_line_says_and_is_encoded_to_the_octets_it_came_in()
    {
        Assert.Equal(700, Random.Count);
        var differences = Random
            .Select(message => (message.Line, Text: OpenTypes.Difference("MultimediaSystemControlMessage", message.Octets, message.Value)))
            .Where(difference => difference.Text is not null);
        Assert.Empty(differences);
    }

    [Fact]
    public void Every_captured_message_decodes_and_encodes_to_the_same_octets()
    {
        var lines = Fixture.Words("h245/captured.txt").ToList();
        Assert.Equal(230, lines.Count);
        foreach (var line in lines)
        {
            if (line[0] == "fastStart")
                AssertRoundTrip<OpenLogicalChannel>(line[1]);
            else
                AssertRoundTrip<MultimediaSystemControlMessage>(line[1]);
        }
    }

    [Fact]
    public void Every_truncation_faults_within_the_octets_that_are_left()
    {
        foreach (var octets in Samples())
        {
            for (var length = 0; length < octets.Length; length++)
            {
                PerReader.Decode<MultimediaSystemControlMessage>(octets.AsSpan(0, length), out var fault, out var consumed);
                Assert.NotNull(fault);
                Assert.InRange(fault.Value.BitOffset, 0, length * 8);
                Assert.InRange(consumed, 0, Math.Max(1, length));
            }
        }
    }

    [Fact]
    public void A_flipped_bit_never_throws_and_never_reads_past_the_end()
    {
        foreach (var octets in Samples())
        {
            for (var bit = 0; bit < octets.Length * 8; bit++)
            {
                var flipped = octets.ToArray();
                flipped[bit / 8] ^= (byte)(0x80 >> (bit % 8));
                var message = PerReader.Decode<MultimediaSystemControlMessage>(flipped, out var fault, out var consumed);
                Assert.InRange(consumed, 0, flipped.Length);
                if (fault is null)
                    PerWriter.Encode(message);
            }
        }
    }

    [Fact]
    public void The_fields_of_a_fast_start_proposal_are_those_of_the_golden_description()
    {
        var channel = Decode<OpenLogicalChannel>(Fixture.Words("h245/golden.txt").Single(line => line[1] == "olc-faststart-receive-g711a")[2]);
        Assert.Equal(1, channel.ForwardLogicalChannelNumber);
        Assert.IsType<DataType.NullData>(channel.ForwardLogicalChannelParameters.DataType);
        Assert.IsType<ForwardMultiplexParameters.None>(channel.ForwardLogicalChannelParameters.MultiplexParameters);
        var reverse = channel.ReverseLogicalChannelParameters!;
        var audio = Assert.IsType<DataType.AudioData>(reverse.DataType);
        Assert.Equal(20, Assert.IsType<AudioCapability.G711Alaw64k>(audio.Value).Value);
        var h2250 = Assert.IsType<ReverseMultiplexParameters.H2250LogicalChannelParameters>(reverse.MultiplexParameters).Value;
        Assert.Equal(1, h2250.SessionID);
        var media = Assert.IsType<UnicastAddress.IPAddress>(Assert.IsType<TransportAddress.UnicastAddress>(h2250.MediaChannel).Value);
        Assert.Equal("C000020A", Convert.ToHexString(media.Network));
        Assert.Equal(5004, media.TsapIdentifier);
    }

    [Fact]
    public void The_empty_capability_set_has_none_of_its_optional_components()
    {
        var message = Decode<MultimediaSystemControlMessage>("0200010600088175000F");
        var request = Assert.IsType<MultimediaSystemControlMessage.Request>(message).Value;
        var set = Assert.IsType<RequestMessage.TerminalCapabilitySet>(request).Value;
        Assert.Equal(1, set.SequenceNumber);
        Assert.Equal("0.0.8.245.0.15", set.ProtocolIdentifier.ToString());
        Assert.Null(set.MultiplexCapability);
        Assert.Null(set.CapabilityTable);
        Assert.Null(set.CapabilityDescriptors);
    }

    [Fact]
    public void An_alternative_of_a_later_edition_is_kept_as_it_came()
    {
        // 000 request, 1 addition, 0 101000 index 40, padding, then an open type of two octets.
        var octets = Convert.FromHexString("1500024142");
        var message = PerReader.Decode<MultimediaSystemControlMessage>(octets, out var fault, out var consumed);
        Assert.Null(fault);
        Assert.Equal(octets.Length, consumed);
        Assert.Equal(octets, PerWriter.Encode(message));
    }

    private static IEnumerable<byte[]> Samples() =>
        Random.Select(message => message.Octets).Where(octets => octets.Length < 400);

    private static T Decode<T>(string hex) where T : IPerType<T>
    {
        var value = PerReader.Decode<T>(Convert.FromHexString(hex), out var fault);
        Assert.Null(fault);
        return value;
    }

    private static void AssertRoundTrip<T>(string hex) where T : IPerType<T>
    {
        var octets = Convert.FromHexString(hex);
        var value = PerReader.Decode<T>(octets, out var fault, out var consumed);
        Assert.Null(fault);
        Assert.Equal(octets.Length, consumed);
        Assert.Equal(hex, Convert.ToHexString(PerWriter.Encode(value)));
    }
}
