using System.Text.Json;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H450;

namespace Gateway.Codecs.Tests.H323.H450;

/// <summary>Damaged APDUs: always a fault or a value, never an exception, never past the end.</summary>
public sealed class RobustnessTests
{
    private static readonly byte[][] Apdus =
    [
        .. RandomMessage.Read("h450/random.jsonl").Select(message => message.Octets).Where(octets => octets.Length < 1000),
        .. File.ReadLines(Fixture.Path("h450/captured.jsonl"))
            .Select(line => Convert.FromHexString(JsonDocument.Parse(line).RootElement.GetProperty("hex").GetString()!))
            .DistinctBy(Convert.ToHexString),
    ];

    [Fact]
    public void A_truncated_apdu_faults_at_the_cut()
    {
        foreach (var octets in Apdus)
        {
            for (var cut = 0; cut < octets.Length; cut++)
            {
                PerReader.Decode<H4501SupplementaryService>(octets.AsSpan(0, cut), out var fault);
                Assert.True(fault is { Reason: DecodeFaultReason.EndOfInput } && fault.Value.BitOffset <= cut * 8, Convert.ToHexString(octets));
                Assert.True(fault.Value.Path.StartsWith("H4501SupplementaryService", StringComparison.Ordinal), fault.ToString());
            }
        }
    }

    [Fact]
    public void A_truncated_argument_faults_at_the_cut()
    {
        foreach (var invoke in Apdus.SelectMany(Components).OfType<Invoke>().Where(invoke => invoke.Argument is not null))
        {
            var argument = invoke.Argument!.Value.Octets;
            for (var cut = 0; cut < argument.Length; cut++)
            {
                var operation = Operation.Decode(invoke with { Argument = new(argument[..cut]) }, out var fault);
                // Two octets of an Initiate that pads its empty identity are a whole one with an empty address list.
                if (operation is Operation.CallTransferInitiate { Argument.ReroutingNumber.DestinationAddress: [] } && cut == 2)
                    continue;
                Assert.True(operation is Operation.Unrecognized || fault is { } f && f.BitOffset <= cut * 8, Convert.ToHexString(argument.Span));
            }
        }
    }

    [Fact]
    public void A_hundred_thousand_damaged_apdus_are_all_taken_or_refused()
    {
        var random = new Random(4501);
        for (var i = 0; i < 100_000; i++)
        {
            var octets = Damage(Apdus[random.Next(Apdus.Length)], random);
            foreach (var component in Components(octets))
            {
                switch (component)
                {
                    case Invoke invoke: Operation.Decode(invoke, out _)?.ToInvoke(invoke.InvokeId, out _); break;
                    case ReturnResult result: OperationResult.Decode(result, out _)?.ToReturnResult(result.InvokeId, out _); break;
                    case ReturnError error: OperationError.Decode(error, out _)?.ToReturnError(error.InvokeId, out _); break;
                }
            }
        }
    }

    [Fact]
    public void What_a_damaged_apdu_was_read_as_is_read_the_same_again()
    {
        var random = new Random(4502);
        for (var i = 0; i < 20_000; i++)
        {
            var apdu = PerReader.Decode<H4501SupplementaryService>(Damage(Apdus[random.Next(Apdus.Length)], random), out var fault);
            if (fault is not null)
                continue;
            var once = PerWriter.Encode(apdu, out var broken);
            if (broken is not null)
                continue;
            var again = PerReader.Decode<H4501SupplementaryService>(once, out fault);
            Assert.Null(fault);
            Assert.Equal(Convert.ToHexString(once), Convert.ToHexString(PerWriter.Encode(again)));
        }
    }

    private static byte[] Damage(byte[] original, Random random)
    {
        var octets = (byte[])original.Clone();
        for (var left = random.Next(1, 5); left > 0; left--)
        {
            if (random.Next(3) == 0)
                octets[random.Next(octets.Length)] = (byte)random.Next(256);
            else
                octets[random.Next(octets.Length)] ^= (byte)(1 << random.Next(8));
        }
        return random.Next(4) == 0 ? octets[..random.Next(octets.Length)] : octets;
    }

    private static IEnumerable<Ros> Components(byte[] octets) =>
        H4501SupplementaryServiceTests.Components(PerReader.Decode<H4501SupplementaryService>(octets, out _));
}
