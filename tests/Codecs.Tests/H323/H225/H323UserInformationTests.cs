using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.Tests.H323.H225;

public class H323UserInformationTests
{
    private static readonly IReadOnlyList<RandomMessage> Random = RandomMessage.Read("h225/random-user-information.jsonl");

    [Fact]
    public void Every_random_message_says_what_its_line_says()
    {
        Assert.Equal(800, Random.Count);
        var differences = Random
            .Select(message => (message.Line, Text: ValueNotation.Difference(Decode(message.Octets), message.Value)))
            .Where(difference => difference.Text is not null)
            .Select(difference => $"line {difference.Line}: {difference.Text}");
        Assert.Empty(differences);
    }

    [Fact]
    public void Every_random_message_is_encoded_to_the_octets_it_came_in()
    {
        foreach (var message in Random)
            Assert.Equal(Convert.ToHexString(message.Octets), Convert.ToHexString(PerWriter.Encode(Decode(message.Octets))));
    }

    [Theory]
    [InlineData("0280" + "0100", 2, 0)]
    [InlineData("148040" + "0100" + "02ABCD", 11, 1)]
    public void A_bitmap_of_another_edition_is_encoded_as_it_came(string tail, int width, int unknown)
    {
        // setup-minimal of golden.json ends in the additions of H323-UU-PDU: width 9, h245Tunnelling. Written by hand: width 2, as version 2
        // had it, and width 11 with an eleventh addition AB CD.
        var golden = GoldenVector.Read("TPKT+Q931+H323-UserInformation").Single(vector => vector.Name == "setup-minimal").UserInformation!;
        byte[] octets = [.. golden[..^4], .. Convert.FromHexString(tail)];
        var value = Decode(octets);
        Assert.Equal((width, unknown), (value.H323UuPdu.Extensions!.Width, value.H323UuPdu.Extensions.Unknown.Count));
        Assert.Equal(octets, PerWriter.Encode(value));
    }

    [Fact]
    public void A_body_newer_than_our_edition_is_encoded_as_it_came()
    {
        // Written by hand: extension alternative 6 of h323-message-body, AB CD.
        byte[] octets = [0x08, 0x60, 0x02, 0xAB, 0xCD];
        var value = Decode(octets);
        Assert.Equal(6, Assert.IsType<H323MessageBody.Unrecognized>(value.H323UuPdu.H323MessageBody).Value.Index);
        Assert.Equal(octets, PerWriter.Encode(value));
    }

    [Fact]
    public void Every_truncation_faults_within_the_octets_that_are_left()
    {
        foreach (var octets in Random.Select(message => message.Octets).Where(octets => octets.Length < 600))
        {
            for (var length = 0; length < octets.Length; length++)
            {
                PerReader.Decode<H323UserInformation>(octets.AsSpan(0, length), out var fault);
                Assert.NotNull(fault);
                Assert.InRange(fault.Value.BitOffset, 0, length * 8);
            }
        }
    }

    private static H323UserInformation Decode(byte[] octets)
    {
        var value = PerReader.Decode<H323UserInformation>(octets, out var fault);
        Assert.Null(fault);
        return value;
    }
}
