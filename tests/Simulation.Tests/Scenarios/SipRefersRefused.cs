using System.Text;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;
using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S55, S56, S59, S63, S66 between three SIP telephones: REFERs that cannot be, may not be, or are there twice.</summary>
public class SipRefersRefused
{
    [Theory]
    [InlineData("to-tag", "to-tag%3D")]
    [InlineData("from-tag", "from-tag%3D")]
    [InlineData("call-id", "Replaces=")]
    public void A_consultation_that_is_not_known_is_told_as_481_and_both_calls_stay(string wrong, string before)
    {
        var world = World();
        var call = world.Call(world.Alice, "1201");
        var consultation = world.Call(world.Alice, "1301");
        Change(world, refer => (SipRequest)Literal(refer.ToString()!.Replace(before, $"{before}x", StringComparison.Ordinal)));
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(3);

        Assert.Equal(202, world.Alice.Saw<FarEndEvent.TransferAccepted>().Status);
        Assert.Equal(2, world.Alice.Notified(call).Count);
        Assert.StartsWith("481 Call/Transaction Does Not Exist Q.850;cause=41", world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        world.AssertTalking(world.Alice, "1101", world.Carol, "1301");
        world.AssertLadder($"A_consultation_that_is_not_known_is_told_as_481_and_both_calls_stay.{wrong}");
        AssertOver(world, TransferOutcome.Failed);
    }

    [Theory]
    [InlineData(10, "603 Decline")]
    [InlineData(70, "481 Call/Transaction Does Not Exist")]
    public void A_consultation_that_ended_is_told_as_603_for_64_seconds_and_as_481_then(int seconds, string told)
    {
        var world = World();
        Replaces? ended = null;
        world.Network.MeddleSip = (from, message) =>
        {
            if (from == world.Gateway && message is SipResponse { IsSuccess: true, CSeq.Method.Name: "INVITE", To.Tag: { } tag } && message.To.Uri.User == "1301")
                ended = Replaces.Parse($"{message.CallId};to-tag={tag};from-tag={message.From.Tag}");
            return message;
        };
        var call = world.Call(world.Alice, "1201");
        world.Call(world.Alice, "1301");
        world.Carol.Do(new FarEndInput.HangUp(VirtualWorld.ConnectionOf(world.Carol, "1301").Call));
        world.Run(seconds);
        Change(world, refer => refer with { ReferTo = ReferTo.Create(SipUri.Create("1301", "10.0.0.1"), ended) });
        world.Alice.Do(new FarEndInput.Transfer(call, "1301"));
        world.Run(3);

        Assert.Equal(2, world.Alice.Notified(call).Count);
        Assert.StartsWith(told, world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        Assert.Empty(world.Carol.Connections);
        world.AssertLadder($"A_consultation_that_ended_is_told_as_603_for_64_seconds_and_as_481_then.{seconds}");
        AssertOver(world, TransferOutcome.Failed);
    }

    [Fact]
    public void A_second_REFER_while_the_target_rings_is_491_and_the_first_comes_about()
    {
        var world = World();
        var call = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.Transfer(call, "1301"));
        world.Run(1);
        world.Alice.Do(new FarEndInput.Transfer(call, "1303"));
        world.Run(8);

        Assert.Contains(world.Alice.Seen, seen => seen is FarEndEvent.TransferEnded { Succeeded: false, Why: "491 Request Pending" });
        Assert.Equal(["100 Trying", "180 Ringing", "200 OK"], world.Alice.Notified(call));
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        Assert.Empty(world.Alice.Connections);
        world.AssertLadder();
        AssertOver(world, TransferOutcome.Succeeded);
    }

    [Fact]
    public void A_REFER_sent_three_times_is_one_transfer_with_one_answer()
    {
        var world = World();
        var call = world.Call(world.Alice, "1201");
        var answers = new List<string>();
        world.Network.MeddleSip = (from, message) =>
        {
            if (from != world.Gateway || message is not SipResponse { CSeq.Method.Name: "REFER" })
                return message;
            answers.Add(message.ToString()!);
            return answers.Count < 3 ? null : message;
        };
        world.Alice.Do(new FarEndInput.Transfer(call, "1301"));
        world.Run(8);

        Assert.Equal(3, answers.Count);
        Assert.Single(answers.Distinct());
        Assert.Single(world.Transcript.Lines, line => line.Contains("gateway > carol       INVITE", StringComparison.Ordinal));
        Assert.Equal("200 OK", world.Alice.Notified(call)[^1]);
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        world.AssertLadder();
        AssertOver(world, TransferOutcome.Succeeded);
    }

    [Theory]
    [InlineData("none", TransferOutcome.Refused)]
    [InlineData("refer", TransferOutcome.Succeeded)]
    [InlineData("bridge", TransferOutcome.Succeeded)]
    public void The_same_REFER_is_refused_passed_on_or_done_here_as_the_policy_says(string method, TransferOutcome outcome)
    {
        var world = World(method == "none" ? [] : [VirtualWorld.Allow(OnFailure.Fail, method)]);
        var call = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.Transfer(call, "1301"));
        world.Run(8);

        if (outcome == TransferOutcome.Refused)
        {
            Assert.Equal("603 Decline", world.Alice.Saw<FarEndEvent.TransferEnded>().Why);
            Assert.Empty(world.Alice.Notified(call));
            Assert.Empty(world.Carol.Seen);
            world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        }
        else
        {
            Assert.Equal(method == "refer", world.Bob.HasSeen<FarEndEvent.TransferAsked>());
            Assert.Equal(["100 Trying", "180 Ringing", "200 OK"], world.Alice.Notified(call));
            world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        }

        world.AssertLadder($"The_same_REFER_is_refused_passed_on_or_done_here_as_the_policy_says.{method}");
        AssertOver(world, outcome);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    public void A_REFER_is_accepted_with_the_status_that_is_set_and_passed_on(int status)
    {
        var world = new VirtualWorld(rules: [VirtualWorld.Allow(OnFailure.Fail, "refer")], with: settings => settings with
        {
            SipOptions = settings.SipOptions with { ReferAcceptStatus = status },
        });
        var call = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.Transfer(call, "1301"));
        world.Run(8);

        Assert.Equal(status, world.Alice.Saw<FarEndEvent.TransferAccepted>().Status);
        Assert.Equal(["100 Trying", "180 Ringing", "200 OK"], world.Alice.Notified(call));
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        AssertOver(world, TransferOutcome.Succeeded);
    }

    private static VirtualWorld World(TransferRule[]? rules = null) => new(rules: rules ?? [VirtualWorld.Allow(OnFailure.FallBack, "bridge")]);

    private static void Change(VirtualWorld world, Func<SipRequest, SipRequest> change) => world.Network.MeddleSip = (from, message) =>
        from == world.Alice && message is SipRequest { Method.Name: "REFER" } refer ? change(refer) : message;

    private static SipMessage Literal(string text) => SipMessage.Decode(Encoding.UTF8.GetBytes(text)).Message!;

    private static void AssertOver(VirtualWorld world, TransferOutcome outcome)
    {
        Assert.Equal(outcome, Assert.Single(world.Gateway.Records).Outcome);
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }
}
