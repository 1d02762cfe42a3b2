using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H245;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.H323.Ras;
using Gateway.Codecs.Tests.Fuzz;

namespace Gateway.Codecs.Tests.H323;

/// <summary>
/// Golden messages with each octet, and each two, at the edges of what they can hold: what is read then lies within the bounds of its type, so
/// that its numbers can be written again. A bound that reader and writer do not share shows here, also where both take the same number of bits.
/// </summary>
public class EdgeTests
{
    [Fact]
    public void Whatever_is_read_of_ras_can_be_written() => Edges<RasMessage>("h225/random-ras.jsonl");

    [Fact]
    public void Whatever_is_read_of_h225_can_be_written() => Edges<H323UserInformation>("h225/random-user-information.jsonl");

    [Fact]
    public void Whatever_is_read_of_h245_can_be_written() => Edges<MultimediaSystemControlMessage>("h245/random.jsonl");

    [Fact]
    public void Whatever_is_read_of_h450_can_be_written() => Edges<H4501SupplementaryService>("h450/random.jsonl");

    [Fact]
    public void Whatever_is_read_of_an_operation_can_be_written()
    {
        foreach (var (message, octets) in Edges("h450/random.jsonl"))
        {
            if (TypedServices.Decode(octets, out _) is { } services && PerWriter.Encode(services.Service, out var refused) is not null && refused is null)
                Assert.True(services.Encode() is not null, $"line {message.Line} as {Convert.ToHexString(octets)}");
        }
    }

    private static void Edges<T>(string file) where T : IPerType<T>
    {
        foreach (var (message, octets) in Edges(file))
        {
            var value = PerReader.Decode<T>(octets, out var fault);
            if (fault is not null)
                continue;
            PerWriter.Encode(value, out var refused);
            // Lists and open types that came without anything in them are tolerated, and not sent.
            Assert.True(refused is null or { Reason: EncodeFaultReason.LengthOutOfRange }, $"line {message.Line} as {Convert.ToHexString(octets)}: {refused}");
        }
    }

    /// <summary>Each octet all zeros and all ones, and each two.</summary>
    private static IEnumerable<(RandomMessage Message, byte[] Octets)> Edges(string file)
    {
        foreach (var message in RandomMessage.Read(file))
        {
            for (var at = 0; at < message.Octets.Length; at++)
            {
                foreach (var (count, edge) in ((int, byte)[])[(1, 0), (1, 0xFF), (2, 0), (2, 0xFF)])
                {
                    var octets = (byte[])message.Octets.Clone();
                    octets.AsSpan(at, Math.Min(count, octets.Length - at)).Fill(edge);
                    yield return (message, octets);
                }
            }
        }
    }
}
