using Gateway.Isdn;
using Gateway.Lab;
using Gateway.Sip;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Lab;

/// <summary>Two far ends of a kind face each other, with no gateway between them: both parts of every transfer are theirs.</summary>
public class FarEndPairTests
{
    private static readonly string[] Kinds = ["sip", "h323", "etsi", "qsig"];

    private readonly LabWorld world = new();

    [Fact]
    public void A_telephone_transfers_another_which_calls_the_target_itself()
    {
        var (one, other) = Pair("sip");
        var call = one.Dial("2001");
        world.Run();
        one.Give(new FarEndInput.Transfer(call, "2002"));
        world.Run();
        // The target rings for less than the second that lies between two NOTIFYs, so 180 is passed over (RFC 3515 3.10).
        Assert.Equal([100, 200], one.Events.OfType<FarEndEvent.TransferProgress>().Select(progress => progress.Status));
        Assert.Empty(one.Connections);
        Assert.Equal("2001-2002 192.0.2.2:30004, 2002-2001 192.0.2.2:30002", other.Who);
        Assert.Equal(new FarEndEvent.Moved(new FarEndCall(1), new FarEndCall(2)), other.Only<FarEndEvent.Moved>());
    }

    [Fact]
    public void A_telephone_connects_the_parties_of_its_two_calls()
    {
        var (one, other) = Pair("sip");
        var first = one.Dial("2001");
        world.Run();
        one.Give(new FarEndInput.Hold(first));
        var second = one.Dial("2002");
        world.Run();
        one.Give(new FarEndInput.TransferTo(first, second));
        world.Run();
        Assert.True(one.Only<FarEndEvent.TransferEnded>().Succeeded);
        Assert.Empty(one.Connections);
        Assert.Equal("2001-2002 192.0.2.2:30006, 2002-2001 192.0.2.2:30004", other.Who);
    }

    [Fact]
    public void An_endpoint_transfers_another_which_calls_the_target_itself()
    {
        var (one, other) = Pair("h323");
        var call = one.Dial("2001");
        world.Run();
        one.Give(new FarEndInput.Transfer(call, "2002"));
        world.Run();
        Assert.True(one.Only<FarEndEvent.TransferEnded>().Succeeded);
        Assert.Empty(one.Connections);
        Assert.Equal("2001-2002 192.0.2.2:30004, 2002-2001 192.0.2.2:30002", other.Who);
    }

    [Fact]
    public void An_endpoint_connects_the_parties_of_its_two_calls()
    {
        var (one, other) = Pair("h323");
        var first = one.Dial("2001");
        var second = one.Dial("2002");
        world.Run();
        one.Give(new FarEndInput.TransferTo(first, second));
        world.Run();
        Assert.True(one.Only<FarEndEvent.TransferEnded>().Succeeded);
        Assert.Empty(one.Connections);
        Assert.Equal("2001-2002 192.0.2.2:30006, 2002-2001 192.0.2.2:30004", other.Who);
    }

    [Theory]
    [InlineData("etsi")]
    [InlineData("qsig")]
    public void A_switch_joins_two_calls_and_the_other_hears_of_it(string kind)
    {
        var (one, other) = Pair(kind);
        var first = one.Dial("2001", "1001");
        var second = one.Dial("2002", "1001");
        world.Run();
        one.Give(new FarEndInput.TransferTo(first, second));
        world.Run();
        Assert.Equal(["2001-2002", "2002-2001"], other.Connections.Select(connection => $"{connection.Own}-{connection.Party}"));
    }

    /// <summary>People who do anything at any time: nothing throws, and when everybody has hung up, every call has ended once.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Whatever_the_people_do_every_call_ends(int seed)
    {
        foreach (var kind in Kinds)
        {
            var world = new LabWorld();
            var (one, other) = Pair(kind, world);
            var chance = new Random(seed);
            for (var turn = 0; turn < 150; turn++)
            {
                var node = chance.Next(2) == 0 ? one : other;
                node.Give(Anything(chance, node == one ? "2" : "1"));
                world.Run(chance.NextDouble() * 0.5);
            }

            world.Run(120);
            foreach (var node in new[] { one, other })
            {
                foreach (var call in Calls(node).Except(Ended(node)).ToArray())
                {
                    node.Give(new FarEndInput.HangUp(call));
                    world.Run();
                }
            }

            world.Run(120);
            foreach (var node in new[] { one, other })
            {
                Assert.True(node.Connections.Count == 0, $"{kind}, seed {seed}: {node.Who} left");
                var ended = Ended(node).ToList();
                Assert.Equal(ended.Count, ended.Distinct().Count());
                Assert.Empty(Calls(node).Except(ended));
            }
        }
    }

    private static FarEndInput Anything(Random chance, string prefix)
    {
        string[] endings = ["001", "002", "086", "080", "003"];
        var number = prefix + endings[chance.Next(endings.Length)];
        var call = new FarEndCall(chance.Next(1, 40));
        var other = new FarEndCall(chance.Next(1, 40));
        return chance.Next(10) switch
        {
            0 or 1 or 2 => new FarEndInput.Dial(number),
            3 => new FarEndInput.HangUp(call),
            4 => new FarEndInput.Hold(call),
            5 => new FarEndInput.Retrieve(call),
            6 => new FarEndInput.Transfer(call, number, chance.Next(4) == 0),
            7 or 8 => new FarEndInput.TransferTo(call, other, chance.Next(4) == 0),
            _ => new FarEndInput.Transfer(call, number),
        };
    }

    private static IEnumerable<FarEndCall> Calls(FarEndNode node) =>
        node.Events.Where(what => what is FarEndEvent.Dialled or FarEndEvent.CalledBy).Select(what => what.Call);

    private static IEnumerable<FarEndCall> Ended(FarEndNode node) =>
        node.Events.Where(what => what is FarEndEvent.Released or FarEndEvent.Moved).Select(what => what.Call);

    private (FarEndNode One, FarEndNode Other) Pair(string kind) => Pair(kind, world);

    private static (FarEndNode One, FarEndNode Other) Pair(string kind, LabWorld world)
    {
        if (kind is "etsi" or "qsig")
        {
            var variant = kind == "etsi" ? IsdnVariant.Etsi : IsdnVariant.Qsig;
            var network = new FarEndNode(world, new IsdnSwitch(new(new IsdnTrunkSettings(IsdnSide.Network, variant), "1001")), start: false);
            var user = new FarEndNode(world, new IsdnSwitch(new(new IsdnTrunkSettings(IsdnSide.User, variant), "2001")), wire: network);
            network.Give(new FarEndInput.Start());
            world.Run(1);
            return (network, user);
        }

        // The other's gateway is itself: a target it is sent to is one of its own numbers.
        return (FarEndAt(kind, world, 1), FarEndAt(kind, world, 2));
    }

    private static FarEndNode FarEndAt(string kind, LabWorld world, int place)
    {
        var address = LabWorld.At($"192.0.2.{place}:5060");
        var gateway = LabWorld.At("192.0.2.2:5060");
        var media = LabWorld.At($"192.0.2.{place}:30000");
        FarEnd farEnd = kind == "sip"
            ? new SipPhone(
                new SipPhoneSettings(
                    new Listener(SipTransport.Udp, $"192.0.2.{place}", 5060), gateway, media,
                    [$"{place}001", $"{place}002", $"{place}086", $"{place}080", $"{place}003"]) { Lines = 8 },
                new CountedIdentifiers($"p{place}"))
            : new H323Endpoint(new H323EndpointSettings(address, gateway, media, $"{place}001"), new CountedKeys(10000 * place));
        return new FarEndNode(world, farEnd, address);
    }
}
