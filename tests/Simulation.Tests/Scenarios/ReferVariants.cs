using System.Text;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;
using Gateway.Lab;
using Gateway.Sip;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S54, S60, S64, S65, S76: REFERs and NOTIFYs of other makes than our own telephones'.</summary>
public class ReferVariants
{
    private static readonly TransferRule Bridge = VirtualWorld.Allow(OnFailure.FallBack, "bridge");
    private const string ReferTo = "Refer-To: <sip:1301@10.0.0.1>\n";

    [Theory]
    [InlineData("no", "")]
    [InlineData("two", ReferTo + "Refer-To: <sip:1302@10.0.0.1>\n")]
    public void Not_exactly_one_target_is_400_and_the_call_stays(string many, string targets)
    {
        var (world, dora) = Refers(targets);

        Assert.Equal(400, dora.Answer("REFER").Status);
        Assert.Empty(dora.Told);
        AssertTalks(world, dora);
        Assert.Empty(world.Gateway.Records);
        world.AssertLadder($"Not_exactly_one_target_is_400_and_the_call_stays.{many}");
        dora.Say("BYE", "1201");
        AssertOver(world);
    }

    [Theory]
    [InlineData("nosub", 200)]
    [InlineData("explicitsub", 200)]
    public void Who_requires_no_implicit_subscription_is_told_nothing_unasked(string extension, int status)
    {
        var (world, dora) = Refers($"{ReferTo}Require: {extension}\n");

        Assert.Equal(status, dora.Answer("REFER").Status);
        Assert.Equal(extension == "explicitsub", dora.Answer("REFER").ReferEventsAt is not null);
        Assert.Empty(dora.Told);
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        world.AssertLadder($"Who_requires_no_implicit_subscription_is_told_nothing_unasked.{extension}");
        Assert.Equal(TransferOutcome.Succeeded, Assert.Single(world.Gateway.Records).Outcome);
        AssertOver(world);
    }

    [Fact]
    public void Who_subscribes_to_the_events_of_a_REFER_is_told_the_end_and_who_comes_late_too()
    {
        var (world, dora) = Refers($"{ReferTo}Require: explicitsub\n", 1);
        var (eve, late) = (world.Literal("eve", 5), world.Literal("late", 6));
        var events = dora.Answer("REFER").ReferEventsAt!.Uri.User!;
        eve.Say("SUBSCRIBE", events, "Contact: <sip:eve@10.0.1.5>\nEvent: refer\n");
        world.Run(8);
        late.Say("SUBSCRIBE", events, "Contact: <sip:late@10.0.1.6>\nEvent: refer\n");
        world.Run(1);

        Assert.Empty(dora.Told);
        Assert.Equal("200 OK", eve.Told[^1]);
        Assert.Equal(["200 OK"], late.Told);
        Assert.All(new[] { eve, late }, watcher => Assert.Single(watcher.Requests("NOTIFY"), notify => notify.SubscriptionState!.Is("terminated")));
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        Assert.Equal(TransferOutcome.Succeeded, Assert.Single(world.Gateway.Records).Outcome);
        world.AssertLadder();
        AssertOver(world);
    }

    [Fact]
    public void Who_ends_its_subscription_is_told_once_more_and_the_transfer_goes_on()
    {
        var (world, dora) = Refers(ReferTo, 1.8);
        dora.Say("SUBSCRIBE", "1201", "Contact: <sip:dora@10.0.1.4>\nEvent: refer;id=2\nExpires: 0\n");
        world.Run(8);

        Assert.Equal(200, dora.Answer("SUBSCRIBE").Status);
        Assert.Equal(["100 Trying", "180 Ringing", "180 Ringing"], dora.Told);
        Assert.True(dora.Requests("NOTIFY")[^1].SubscriptionState!.Is("terminated"));
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        world.AssertLadder();
        Assert.Equal(TransferOutcome.Succeeded, Assert.Single(world.Gateway.Records).Outcome);
        Assert.Equal(16, Assert.Single(dora.Requests("BYE")).Reasons[0].Cause);
        AssertOver(world);
    }

    [Fact]
    public void A_transferee_that_tells_the_end_alone_and_badly_is_believed()
    {
        var world = new VirtualWorld(rules: [VirtualWorld.Allow(OnFailure.Fail, "refer")]);
        world.Network.MeddleSip = (from, message) => from != world.Bob ? message : message switch
        {
            SipResponse { CSeq.Method.Name: "REFER" } accepted => accepted with { Contacts = [] },
            SipRequest { Method.Name: "NOTIFY", SubscriptionState: { } state } notify when !state.Is("terminated") => Unheard(world, notify),
            SipRequest { Method.Name: "NOTIFY" } final => final with { Body = Encoding.ASCII.GetBytes("SIP/2.0 200 OK") },
            _ => message,
        };
        var call = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.Transfer(call, "1301"));
        world.Run(12);

        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        Assert.Equal(["100 Trying", "200 OK"], world.Alice.Notified(call));
        Assert.Empty(world.Alice.Connections);
        world.AssertLadder();
        Assert.Equal(TransferOutcome.Succeeded, Assert.Single(world.Gateway.Records).Outcome);
        AssertOver(world);
    }

    [Theory]
    [InlineData("refer")]
    [InlineData("bridge")]
    public void The_cause_of_a_failure_far_away_reaches_the_transferor_with_its_location(string method)
    {
        var world = new VirtualWorld(rules: [VirtualWorld.Allow(OnFailure.Fail, method)]);
        world.Network.MeddleSip = (from, message) => from == world.Carol && message is SipResponse { Status: 486 } busy
            ? busy with { Status = 502, Phrase = "Bad Gateway", Reasons = [Reason.Parse("Q.850;cause=27;location=TN")!] }
            : message;
        var call = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.Transfer(call, "1386"));
        world.Run(12);

        Assert.StartsWith("502 Bad Gateway Q.850;cause=27", world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        Assert.EndsWith(";location=TN", world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        Assert.Equal(27, Assert.Single(world.Gateway.Records).Cause?.Value);
        world.AssertLadder($"The_cause_of_a_failure_far_away_reaches_the_transferor_with_its_location.{method}");
        AssertOver(world);
    }

    [Fact]
    public void The_cause_with_which_a_transferee_leaves_is_in_the_last_NOTIFY_and_in_the_BYE()
    {
        var world = new VirtualWorld(rules: [Bridge]);
        var heard = new List<SipRequest>();
        world.Network.MeddleSip = (from, message) =>
        {
            if (from == world.Gateway && message is SipRequest { Method.Name: "BYE" } bye)
                heard.Add(bye);
            return from == world.Bob && message is SipRequest { Method.Name: "BYE" } ? message with { Reasons = [Reason.Parse("Q.850;cause=27;location=TN")!] } : message;
        };
        var call = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.Transfer(call, "1380"));
        world.Run(3);
        world.Bob.Do(new FarEndInput.HangUp(VirtualWorld.ConnectionOf(world.Bob, "1201").Call));
        world.Run(8);

        Assert.Equal(["100 Trying", "180 Ringing"], world.Alice.Notified(call).Take(2));
        Assert.StartsWith("502 Bad Gateway Q.850;cause=27", Assert.Single(world.Alice.Notified(call).Skip(2)), StringComparison.Ordinal);
        Assert.EndsWith(";location=TN", world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        Assert.Equal("TN", Assert.Single(heard).Reasons[0].Location);
        Assert.Equal(27, heard[0].Reasons[0].Cause);
        Assert.Equal((TransferOutcome.Abandoned, 27), (Assert.Single(world.Gateway.Records).Outcome, world.Gateway.Records[0].Cause!.Value));
        world.AssertLadder();
        AssertOver(world);
    }

    /// <summary>Dora talks to Bob, and sends a REFER that says this.</summary>
    private static (VirtualWorld World, LiteralPhone Dora) Refers(string headers, double wait = 8)
    {
        var world = new VirtualWorld(rules: [Bridge], with: settings => VirtualWorld.Knowing(settings, "dora", 4));
        var dora = world.Literal("dora", 4);
        dora.Invite("1201");
        world.Run(3);
        dora.Say("REFER", "1201", $"Contact: <sip:dora@10.0.1.4>\n{headers}");
        world.Run(wait);
        return (world, dora);
    }

    /// <summary>As if Bob had never said it; he is answered, so that he goes on.</summary>
    private static SipMessage? Unheard(VirtualWorld world, SipRequest notify)
    {
        world.After(TimeSpan.FromSeconds(0.01), () => world.Bob.Take(new SipInput.Received(new Flow(world.Bob.Sip!, new(world.Gateway.Address, 5060)), notify.Respond(200, null, "OK"))));
        return null;
    }

    private static void AssertTalks(VirtualWorld world, LiteralPhone dora)
    {
        Assert.Equal(new MediaPoint.Rtp(dora.Ear), VirtualWorld.ConnectionOf(world.Bob, "1201").Remote);
        Assert.Empty(dora.Requests("BYE"));
    }

    private static void AssertOver(VirtualWorld world)
    {
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }
}
