using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.Ras;
using Gateway.Codecs.Tests.H323.H225;

namespace Gateway.Codecs.Tests.H323.Ras;

public class RasMessageTests
{
    private static readonly IReadOnlyList<RandomMessage> Random = RandomMessage.Read("h225/random-ras.jsonl");

    [Fact]
    public void Every_random_message_says_what_its_line_says()
    {
        Assert.Equal(500, Random.Count);
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

    private static RasMessage Decode(byte[] octets)
    {
        var value = PerReader.Decode<RasMessage>(octets, out var fault);
        Assert.Null(fault);
        return value;
    }
}
