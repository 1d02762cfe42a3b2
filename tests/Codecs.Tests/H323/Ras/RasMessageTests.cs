using System.Net;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.Ras;

namespace Gateway.Codecs.Tests.H323.Ras;

public class RasMessageTests
{
    private static readonly IReadOnlyList<RandomMessage> Random = RandomMessage.Read("h225/random-ras.jsonl");

    private static readonly IReadOnlyList<byte[]> Captured =
    [
        .. File.ReadLines(Fixture.Path("h225/captured-ras.txt")).Where(line => line[0] != '#').Select(line => Convert.FromHexString(line.Split(' ')[4])),
    ];

    [Fact]
    public void Every_golden_message_holds_its_fields_and_is_encoded_to_its_octets()
    {
        var vectors = GoldenVector.Read("RasMessage").ToList();
        Assert.Equal(10, vectors.Count);
        foreach (var vector in vectors)
        {
            var message = Decode(vector.Octets);
            Assert.Null(GoldenVector.Difference(message, vector.Fields));
            Assert.Equal(vector.Octets, PerWriter.Encode(message));
        }
    }

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

    [Fact]
    public void Every_captured_message_is_encoded_to_the_octets_it_came_in()
    {
        Assert.Equal(238, Captured.Count);
        foreach (var octets in Captured)
            Assert.Equal(Convert.ToHexString(octets), Convert.ToHexString(PerWriter.Encode(Decode(octets))));
    }

    [Fact]
    public void An_admission_reject_built_by_hand_is_the_golden_one()
    {
        // ras-arj-routeCallToSCN of golden.json.
        RasMessage reject = new AdmissionReject
        {
            RequestSeqNum = 4,
            RejectReason = new AdmissionRejectReason.RouteCallToSCN(
                [new PartyNumber.E164Number(new PublicPartyNumber { PublicTypeOfNumber = PublicTypeOfNumber.Unknown, PublicNumberDigits = "5551234" })]),
        };
        Assert.Equal(GoldenVector.Hex("RasMessage", "ras-arj-routeCallToSCN"), PerWriter.Encode(reject, out var fault));
        Assert.Null(fault);
    }

    [Fact]
    public void An_address_of_the_wrong_family_is_refused_by_the_encoder()
    {
        RasMessage confirm = new GatekeeperConfirm
        {
            RequestSeqNum = 1,
            ProtocolIdentifier = ObjectIdentifier.Parse("0.0.8.2250.0.7"),
            RasAddress = new TransportAddress.IpAddress { Ip = IPAddress.IPv6Loopback, Port = 1719 },
        };
        Assert.Empty(PerWriter.Encode(confirm, out var fault));
        Assert.Equal(EncodeFaultReason.LengthOutOfRange, fault?.Reason);
    }

    [Fact]
    public void Every_truncation_faults_within_the_octets_that_are_left()
    {
        foreach (var octets in Captured.DistinctBy(octets => octets.Length).Concat(Random.Select(message => message.Octets).Where(octets => octets.Length < 600)))
        {
            for (var length = 0; length < octets.Length; length++)
            {
                PerReader.Decode<RasMessage>(octets.AsSpan(0, length), out var fault);
                Assert.NotNull(fault);
                Assert.InRange(fault.Value.BitOffset, 0, length * 8);
            }
        }
    }

    [Fact]
    public void Every_message_tells_its_sequence_number()
    {
        Assert.All(Random.Select(message => Decode(message.Octets)).Where(message => message is not RasMessage.AdmissionConfirmSequence), message =>
            Assert.Equal(message.GetType().GetProperty("RequestSeqNum")!.GetValue(message), message.SequenceNumber));
        var confirm = (AdmissionConfirm)Decode(GoldenVector.Hex("RasMessage", "ras-acf"));
        Assert.Equal(4, new RasMessage.AdmissionConfirmSequence([confirm]).SequenceNumber);
    }

    private static RasMessage Decode(byte[] octets)
    {
        var value = PerReader.Decode<RasMessage>(octets, out var fault);
        Assert.Null(fault);
        return value;
    }
}
