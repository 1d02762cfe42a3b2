using Gateway.Codecs.Sip.Messages;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;
using Gateway.Isdn;
using Gateway.Isdn.Transfer;
using Gateway.Lab;
using Gateway.Sip;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S42, S49, S51 to S53 and 1.13: the gateway sends REFER to a SIP party, which calls the target itself and leaves the gateway out.</summary>
public class TransfersByRefer
{
    private static readonly TransferRule ReferAlone = VirtualWorld.Allow(OnFailure.Fail, "refer");
    private static readonly TransferRule ReferThenBridge = VirtualWorld.Allow(OnFailure.FallBack, "refer", "bridge");

    [Fact]
    public void A_REFER_is_passed_on_and_its_NOTIFYs_come_back()
    {
        var world = new VirtualWorld(rules: [ReferAlone]);
        Blind(world, "1301");

        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        Assert.Equal(["100 Trying", "180 Ringing", "200 OK"], world.Alice.Notified(world.Alice.Saw<FarEndEvent.TransferProgress>().Call));
        Assert.Empty(world.Alice.Connections);
        world.AssertLadder();
        AssertOver(world, TransferOutcome.Succeeded);
    }

    [Fact]
    public void An_attended_REFER_names_the_dialog_that_the_target_knows()
    {
        var world = new VirtualWorld(rules: [ReferAlone]);
        Attended(world, "1201", "1301");

        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        Assert.Empty(world.Alice.Connections);
        world.AssertLadder();
        AssertOver(world, TransferOutcome.Succeeded);
    }

    [Fact]
    public void A_transferee_that_does_not_do_REFER_is_joined_here()
    {
        var world = new VirtualWorld(rules: [ReferThenBridge]);
        Answers(world, "SIP/2.0 405 Method Not Allowed");
        Blind(world, "1301");

        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        world.AssertLadder();
        AssertOver(world, TransferOutcome.FellBack);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(420)]
    [InlineData(501)]
    [InlineData(603)]
    public void Whatever_refuses_the_REFER_leaves_the_gateway_to_join(int status)
    {
        var world = new VirtualWorld(rules: [ReferThenBridge]);
        Answers(world, $"SIP/2.0 {status} No");
        Blind(world, "1301");
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        AssertOver(world, TransferOutcome.FellBack);
    }

    [Fact]
    public void A_refusal_of_the_REFER_is_told_with_its_status_when_there_is_no_other_way()
    {
        var world = new VirtualWorld(rules: [ReferAlone]);
        Answers(world, "SIP/2.0 603 Decline");
        Blind(world, "1301");

        Assert.False(world.Alice.Saw<FarEndEvent.TransferEnded>().Succeeded);
        Assert.StartsWith("603", world.Alice.Saw<FarEndEvent.TransferEnded>().Why, StringComparison.Ordinal);
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        AssertOver(world, TransferOutcome.Failed);
    }

    [Fact]
    public void A_busy_target_is_what_the_transferee_hears_and_the_first_call_stays()
    {
        var world = new VirtualWorld(rules: [ReferThenBridge]);
        Blind(world, "1386");

        Assert.StartsWith("486", world.Alice.Saw<FarEndEvent.TransferEnded>().Why, StringComparison.Ordinal);
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        world.AssertLadder();
        AssertOver(world, TransferOutcome.Failed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_hangs_up_and_tells_nothing_has_moved_if_the_operator_says_so(bool succeeds)
    {
        var world = new VirtualWorld(rules: [ReferAlone], with: settings => settings with { ByeWithoutNotifySucceeds = succeeds });
        Answers(world, "SIP/2.0 202 Accepted");
        var call = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.Transfer(call, "1301"));
        world.Run(1);
        world.Bob.Do(new FarEndInput.HangUp(VirtualWorld.ConnectionOf(world.Bob, "1201").Call));
        world.Run(40);

        Assert.Equal(succeeds, world.Alice.Saw<FarEndEvent.TransferEnded>().Succeeded);
        Assert.Empty(world.Alice.Connections);
        if (!succeeds)
            world.AssertLadder();
        AssertOver(world, succeeds ? TransferOutcome.Succeeded : TransferOutcome.Failed);
    }

    [Fact]
    public void A_transferee_that_never_tells_is_joined_here_after_timer_N()
    {
        var world = new VirtualWorld(rules: [ReferThenBridge]);
        Answers(world, "SIP/2.0 202 Accepted");
        var call = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.Transfer(call, "1301"));
        world.Run(31);
        Assert.False(world.Alice.HasSeen<FarEndEvent.TransferEnded>());
        world.Run(10);

        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        AssertOver(world, TransferOutcome.FellBack);
    }

    [Fact]
    public void A_target_of_another_network_is_called_through_the_gateway_and_stays_one_story()
    {
        var world = new VirtualWorld(rules: [ReferAlone]);
        Blind(world, "3101");

        world.AssertTalking(world.Bob, "1201", world.Hugo, "3101");
        Assert.Contains(world.Gateway.Notes, note => note.Event == Gateway.Engine.NoteEvents.CorrelationRecognised);
        AssertOver(world, TransferOutcome.Succeeded);
    }

    [Fact]
    public void A_target_that_cannot_be_found_again_is_joined_here()
    {
        var world = new VirtualWorld(rules: [ReferThenBridge]);
        Attended(world, "1201", "3101");
        world.AssertTalking(world.Bob, "1201", world.Hugo, "3101");
        AssertOver(world, TransferOutcome.Succeeded);
    }

    [Fact]
    public void Who_leaves_at_once_is_told_the_outcome_all_the_same()
    {
        var world = new VirtualWorld(rules: [ReferAlone]);
        var call = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.Transfer(call, "1301", LeaveAtOnce: true));
        world.Run(12);

        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        Assert.True(world.Alice.Saw<FarEndEvent.TransferEnded>().Succeeded);
        AssertOver(world, TransferOutcome.Succeeded);
    }

    [Fact]
    public void An_H323_party_has_its_SIP_party_referred()
    {
        var world = new VirtualWorld(rules: [ReferAlone]);
        var call = world.Call(world.Hugo, "1101");
        world.Hugo.Do(new FarEndInput.Transfer(call, "1201"));
        world.Run(12);

        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        Assert.True(world.Hugo.Saw<FarEndEvent.TransferEnded>().Succeeded);
        world.AssertLadder();
        AssertOver(world, TransferOutcome.Succeeded);
    }

    [Fact]
    public void The_two_SIP_calls_of_an_ISDN_user_are_connected_by_REFER()
    {
        var world = new VirtualWorld(rules: [ReferAlone]);
        var first = world.User.Dial("1101", "7101");
        world.Run(4);
        var second = world.User.Dial("1201", "7101");
        world.Run(4);
        world.User.Do(new IsdnInput.Transfer(new TransferRequest.HandOver(first, second)));
        world.Run(8);

        Assert.IsType<TransferIndication.Succeeded>(Assert.Single(world.User.Told));
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        world.AssertLadder();
        AssertOver(world, TransferOutcome.Succeeded);
    }

    private static void Blind(VirtualWorld world, string target)
    {
        var call = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.Transfer(call, target));
        world.Run(12);
    }

    private static void Attended(VirtualWorld world, string transferee, string target)
    {
        var call = world.Call(world.Alice, transferee);
        var consultation = world.Call(world.Alice, target);
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(12);
    }

    /// <summary>Bob does not hear a REFER; this is answered in his place, by a peer of other habits.</summary>
    private static void Answers(VirtualWorld world, string statusLine) => world.Network.MeddleSip = (from, message) =>
    {
        if (from != world.Gateway || message is not SipRequest { Method: var method } refer || method != SipMethod.Refer)
            return message;
        var parts = statusLine.Split(' ', 3);
        var answer = refer.Respond(int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), null, parts[2]);
        world.After(TimeSpan.FromSeconds(0.02), () => world.Network.Send(world.Bob, new Flow(world.Bob.Sip!, new(world.Gateway.Address, 5060)), answer));
        return null;
    };

    private static void AssertOver(VirtualWorld world, TransferOutcome outcome)
    {
        Assert.Equal(outcome, Assert.Single(world.Gateway.Records).Outcome);
        world.Network.MeddleSip = (_, message) => message;
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }
}
