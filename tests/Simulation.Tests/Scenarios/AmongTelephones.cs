using System.Text;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;
using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S10, S15, S16, S21, S22 between three SIP telephones: somebody leaves at once, or rings still, or does not take the media.</summary>
public class AmongTelephones
{
    private readonly VirtualWorld world = new(rules: [VirtualWorld.Allow(OnFailure.Fail, "bridge")]);
    private readonly FarEndCall call;

    public AmongTelephones() => call = world.Call(world.Alice, "1201");

    [Fact]
    public void Who_hangs_up_right_behind_its_REFER_is_told_all_the_same()
    {
        world.Alice.Do(new FarEndInput.Transfer(call, "1301", LeaveAtOnce: true));
        world.Run(8);

        Assert.Equal(["100 Trying", "180 Ringing", "200 OK"], world.Alice.Notified(call));
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        world.AssertLadder();
        AssertOver(TransferOutcome.Succeeded);
    }

    [Fact]
    public void A_target_that_rings_still_is_handed_to_the_transferee()
    {
        var consultation = VirtualWorld.Dial(world.Alice, "1301");
        world.Run(1);
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(8);

        Assert.Equal("200 OK", world.Alice.Notified(call)[^1]);
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        Assert.Empty(world.Alice.Connections);
        world.AssertLadder();
        AssertOver(TransferOutcome.Succeeded);
    }

    [Fact]
    public void A_ringing_consultation_that_is_given_up_ends_the_transfer_and_leaves_the_first_call()
    {
        var consultation = VirtualWorld.Dial(world.Alice, "1380");
        world.Run(1);
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(2);
        world.Alice.Do(new FarEndInput.HangUp(consultation));
        world.Run(5);

        Assert.StartsWith("487", world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        world.AssertLadder();
        AssertOver(TransferOutcome.Abandoned);
    }

    [Theory]
    [InlineData("target")]
    [InlineData("transferee")]
    public void Who_does_not_take_the_media_of_its_new_party_keeps_the_old_one(string who)
    {
        var consultation = world.Call(world.Alice, "1301");
        var refusing = who == "target" ? world.Carol : world.Bob;
        world.Network.MeddleSip = (from, message) =>
            from == refusing && message is SipResponse { Status: 200, CSeq.Method.Name: "INVITE" } && world.Alice.Notified(call).Count == 1 ? Refused(message) : message;
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(8);

        Assert.Equal(2, world.Alice.Notified(call).Count);
        Assert.StartsWith("488 Not Acceptable Here Q.850;cause=65", world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        // The telephone that refused took the media, for all it knows; the other two are as before.
        Assert.Equal(2, world.Alice.Connections.Count);
        world.AssertTalking(world.Alice, "1101", who == "target" ? world.Bob : world.Carol, who == "target" ? "1201" : "1301");
        world.AssertLadder($"Who_does_not_take_the_media_of_its_new_party_keeps_the_old_one.{who}");
        AssertOver(TransferOutcome.Failed);
    }

    [Theory]
    [InlineData("target")]
    [InlineData("transferee")]
    public void A_re_INVITE_that_crosses_the_joining_one_is_sorted_out(string who)
    {
        var consultation = world.Call(world.Alice, "1301");
        var (node, number) = who == "target" ? (world.Carol, "1301") : (world.Bob, "1201");
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(0.007);
        node.Do(new FarEndInput.Hold(VirtualWorld.ConnectionOf(node, number).Call));
        world.Run(10);

        Assert.Equal(["100 Trying", "200 OK"], world.Alice.Notified(call));
        Assert.Contains(world.Transcript.Lines, line => line.Contains("491 Request Pending (INVITE)", StringComparison.Ordinal));
        node.Do(new FarEndInput.Retrieve(VirtualWorld.ConnectionOf(node, number).Call));
        world.Run(5);
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        world.AssertLadder($"A_re_INVITE_that_crosses_the_joining_one_is_sorted_out.{who}");
        AssertOver(TransferOutcome.Succeeded);
    }

    private static SipMessage Refused(SipMessage message)
    {
        var text = message.ToString()!;
        var lines = text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n").Skip(1).Where(line => !line.StartsWith("Content-", StringComparison.OrdinalIgnoreCase));
        return SipMessage.Decode(Encoding.ASCII.GetBytes($"SIP/2.0 488 Not Acceptable Here\r\n{string.Join("\r\n", lines)}\r\nContent-Length: 0\r\n\r\n")).Message!;
    }

    private void AssertOver(TransferOutcome outcome)
    {
        Assert.Equal(outcome, Assert.Single(world.Gateway.Records).Outcome);
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }
}
