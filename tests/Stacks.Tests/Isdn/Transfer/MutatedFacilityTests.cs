using System.Text.Json;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Isdn;
using Gateway.Isdn.Transfer;

namespace Stacks.Tests.Isdn.Transfer;

/// <summary>Facilities of fixtures/isdn/libpri-frames.json, broken at random, on living calls of either side.</summary>
public class MutatedFacilityTests
{
    [Theory]
    [InlineData(IsdnVariant.Etsi)]
    [InlineData(IsdnVariant.Qsig)]
    [InlineData(IsdnVariant.Ni2)]
    [InlineData(IsdnVariant.Dms100)]
    public void Whatever_comes_neither_throws_nor_goes_round_in_circles(IsdnVariant variant)
    {
        byte[][] recorded = [.. Recorded()];
        var random = new Random(20261120);
        var line = new Line(variant);
        var (a, _) = line.Call(line.User);
        var (b, _) = line.Call(line.User);
        for (int round = 0; round < 3000; round++)
        {
            if (line.User.Trunk.StateOf(a) == 0)
                (a, _) = line.Call(line.User);
            if (line.User.Trunk.StateOf(b) == 0)
                (b, _) = line.Call(line.User);
            if (round % 50 == 0)
                line.Ask(line.User, new TransferRequest.HandOver(a, b));
            byte[] octets = [.. recorded[random.Next(recorded.Length)]];
            for (int change = random.Next(3); change > 0; change--)
                octets[random.Next(octets.Length)] ^= (byte)(1 << random.Next(8));
            line.Forget();
            line.Ask(random.Next(2) == 0 ? line.User : line.Network, random.Next(2) == 0 ? a : b, new CallRequest.Facility
            {
                Elements = [new FacilityElement(octets)],
            });

            // One element has few components, each gets one answer, and an answer gets none.
            Assert.True(line.User.Sent.Count + line.Network.Sent.Count < 20);
        }
    }

    private static IEnumerable<byte[]> Recorded()
    {
        using JsonDocument frames = JsonDocument.Parse(Fixture.Text("isdn/libpri-frames.json"));
        foreach (JsonElement frame in frames.RootElement.EnumerateArray())
        {
            if (!frame.TryGetProperty("facilityHex", out JsonElement facilities))
                continue;
            foreach (JsonElement facility in facilities.EnumerateArray())
                yield return Convert.FromHexString(facility.GetString()!);
        }
    }
}
