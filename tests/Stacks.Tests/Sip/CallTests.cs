using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip;
using Gateway.Sip.Dialogs;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip;

public class CallTests
{
    private readonly Network network = new();
    private readonly Phone alice;
    private readonly Phone bob;

    public CallTests()
    {
        alice = new Phone(network, "alice", "192.0.2.1");
        bob = new Phone(network, "bob", "192.0.2.2");
        bob.Reacts = indication =>
        {
            if (indication is SipIndication.IncomingCall incoming)
            {
                bob.Do(new SipCommand.Ring(incoming.Call));
                network.Schedule(TimeSpan.FromSeconds(2), () => bob.Do(new SipCommand.Answer(incoming.Call, Some.Sdp)));
            }
        };
    }

    [Fact]
    public void A_call_is_placed_answered_and_ended()
    {
        var call = alice.Call(bob, Some.Sdp);
        network.Run(TimeSpan.FromSeconds(5));
        alice.Do(new SipCommand.Leave(call) { Reasons = [Reason.Q850(16)] });
        network.RunOut();

        Assert.Equal(180, alice.Indications.OfType<SipIndication.Provisional>().Last().Response.Status);
        Assert.False(alice.Only<SipIndication.Answered>().AnswerOwed);
        Assert.Equal(EndedBy.Ourselves, alice.Only<SipIndication.Ended>().End.By);
        var end = bob.Only<SipIndication.Ended>().End;
        Assert.Equal(EndedBy.Bye, end.By);
        Assert.Equal(16, Assert.Single(end.Message!.Reasons).Cause);
        AssertNothingLeft();
        network.AssertLadder("Sip.BasicCall");
    }

    [Fact]
    public void A_delayed_offer_is_answered_in_the_ack()
    {
        var call = alice.Call(bob, null);
        network.Run(TimeSpan.FromSeconds(3));
        Assert.True(alice.Only<SipIndication.Answered>().AnswerOwed);
        Assert.False(bob.Heard<SipIndication.AckReceived>());

        alice.Do(new SipCommand.Acknowledge(call, Some.Sdp));
        network.Run(TimeSpan.FromSeconds(1));
        Assert.Equal(Some.Sdp.Octets.ToArray(), bob.Only<SipIndication.AckReceived>().Content!.Octets.ToArray());
        Assert.True(bob.Only<SipIndication.AckReceived>().Content!.IsSdp);
    }

    [Fact]
    public void A_lost_ack_makes_the_2xx_repeat_until_it_comes()
    {
        var acks = 0;
        network.Drops = message => message is SipRequest { Method.Name: "ACK" } && ++acks < 3;
        alice.Call(bob, Some.Sdp);
        network.Run(TimeSpan.FromSeconds(10));

        Assert.Equal(3, acks);
        Assert.True(bob.Heard<SipIndication.AckReceived>());
        Assert.Equal(3, network.Ladder.Split('\n').Count(line => line.Contains("200 OK (1 INVITE)", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_2xx_that_is_never_acknowledged_ends_the_call()
    {
        network.Drops = message => message is SipRequest { Method.Name: "ACK" };
        alice.Call(bob, Some.Sdp);
        network.RunOut();

        Assert.Equal(EndedBy.NoAck, bob.Only<SipIndication.Ended>().End.By);
        Assert.Equal(EndedBy.Bye, alice.Only<SipIndication.Ended>().End.By);
        AssertNothingLeft();
    }

    [Fact]
    public void A_cancelled_call_ends_with_487()
    {
        var call = alice.Call(bob, Some.Sdp);
        network.Run(TimeSpan.FromSeconds(1));
        alice.Do(new SipCommand.Leave(call));
        network.RunOut();

        Assert.Equal(EndedBy.Cancel, bob.Only<SipIndication.Ended>().End.By);
        Assert.Equal(EndedBy.Ourselves, alice.Only<SipIndication.Ended>().End.By);
        AssertNothingLeft();
        network.AssertLadder("Sip.Cancel");
    }

    [Fact]
    public void A_cancel_waits_for_the_first_provisional_response()
    {
        var call = alice.Call(bob, Some.Sdp);
        alice.Do(new SipCommand.Leave(call));
        Assert.DoesNotContain("CANCEL", network.Ladder, StringComparison.Ordinal);
        network.RunOut();
        Assert.Contains("CANCEL", network.Ladder, StringComparison.Ordinal);
        AssertNothingLeft();
    }

    [Fact]
    public void A_cancel_that_crosses_the_2xx_ends_the_call_by_bye()
    {
        var call = alice.Call(bob, Some.Sdp);
        network.Run(TimeSpan.FromSeconds(2) + TimeSpan.FromMilliseconds(11));
        alice.Do(new SipCommand.Leave(call));
        network.RunOut();

        Assert.Contains("BYE", network.Ladder, StringComparison.Ordinal);
        Assert.Equal(EndedBy.Ourselves, alice.Only<SipIndication.Ended>().End.By);
        Assert.Equal(EndedBy.Bye, bob.Only<SipIndication.Ended>().End.By);
        AssertNothingLeft();
    }

    [Fact]
    public void The_callee_leaves_only_after_the_ack()
    {
        bob.Reacts = indication =>
        {
            if (indication is SipIndication.IncomingCall incoming)
            {
                bob.Do(new SipCommand.Answer(incoming.Call, Some.Sdp));
                bob.Do(new SipCommand.Leave(incoming.Call));
            }
        };
        alice.Call(bob, Some.Sdp);
        network.RunOut();

        var lines = network.Ladder;
        Assert.True(lines.IndexOf("ACK", StringComparison.Ordinal) < lines.IndexOf("BYE", StringComparison.Ordinal));
        AssertNothingLeft();
    }

    [Fact]
    public void A_refusal_reaches_the_caller_with_status_and_reason()
    {
        bob.Reacts = indication =>
        {
            if (indication is SipIndication.IncomingCall incoming)
            {
                bob.Do(new SipCommand.Reject(incoming.Call, 486) { Reasons = [Reason.Q850(17, "User busy", 2)] });
            }
        };
        alice.Call(bob, Some.Sdp);
        network.RunOut();

        var end = alice.Only<SipIndication.Ended>().End;
        Assert.Equal((EndedBy.Refusal, (int?)486), (end.By, end.Status));
        Assert.Equal(Reason.Q850(17, "User busy", 2), Assert.Single(end.Message!.Reasons));
        AssertNothingLeft();
    }

    [Fact]
    public void A_silent_callee_is_a_408()
    {
        network.Drops = _ => true;
        alice.Call(bob, Some.Sdp);
        network.RunOut();
        Assert.Equal((EndedBy.NoResponse, (int?)408), (alice.Only<SipIndication.Ended>().End.By, alice.Only<SipIndication.Ended>().End.Status));
        Assert.Equal(7, network.Ladder.Split("INVITE 1").Length - 1);
        AssertNothingLeft();
    }

    [Fact]
    public void A_transport_failure_is_a_503()
    {
        network.Drops = _ => true;
        alice.Call(bob, Some.Sdp);
        alice.Do(new SipInput.TransportFailed(alice.FlowTo(bob.EndPoint), null));
        Assert.Equal(503, alice.Only<SipIndication.Ended>().End.Status);
        network.RunOut();
        AssertNothingLeft();
    }

    [Fact]
    public void Crossing_byes_end_the_call_once_on_each_side()
    {
        var call = Establish();
        alice.Do(new SipCommand.Leave(call));
        bob.Do(new SipCommand.Leave(bob.Only<SipIndication.IncomingCall>().Call));
        network.RunOut();
        Assert.Single(alice.Indications.OfType<SipIndication.Ended>());
        Assert.Single(bob.Indications.OfType<SipIndication.Ended>());
        AssertNothingLeft();
    }

    [Fact]
    public void A_reinvite_changes_the_session()
    {
        var call = Establish();
        bob.Reacts = indication =>
        {
            if (indication is SipIndication.ReofferReceived reoffer)
            {
                bob.Do(new SipCommand.AnswerReoffer(reoffer.Call, Some.Sdp));
            }
        };
        alice.Do(new SipCommand.Reinvite(call, Some.Sdp));
        network.Run(TimeSpan.FromSeconds(1));
        Assert.NotNull(alice.Only<SipIndication.Modified>().Content);
        Assert.Equal(2, bob.Indications.OfType<SipIndication.AckReceived>().Count());
    }

    [Fact]
    public void A_refused_reinvite_leaves_the_call_up()
    {
        var call = Establish();
        bob.Reacts = indication =>
        {
            if (indication is SipIndication.ReofferReceived reoffer)
            {
                bob.Do(new SipCommand.AnswerReoffer(reoffer.Call, null, 488));
            }
        };
        alice.Do(new SipCommand.Reinvite(call, Some.Sdp));
        network.RunOut();
        Assert.Equal(488, alice.Only<SipIndication.ModificationRefused>().Why.Status);
        Assert.False(alice.Heard<SipIndication.Ended>());
        Assert.False(bob.Heard<SipIndication.Ended>());
    }

    [Fact]
    public void A_reinvite_without_an_offer_gets_one_and_answers_in_the_ack()
    {
        var call = Establish();
        bob.Reacts = indication =>
        {
            if (indication is SipIndication.ReofferReceived { Offer: null } reoffer)
            {
                bob.Do(new SipCommand.AnswerReoffer(reoffer.Call, Some.Sdp));
            }
        };
        alice.Do(new SipCommand.Reinvite(call, null));
        network.Run(TimeSpan.FromSeconds(1));
        Assert.True(alice.Only<SipIndication.Modified>().AnswerOwed);
        alice.Do(new SipCommand.Acknowledge(call, Some.Sdp));
        network.Run(TimeSpan.FromSeconds(1));
        Assert.NotNull(bob.Last<SipIndication.AckReceived>().Content);
    }

    [Fact]
    public void Crossing_reinvites_are_both_answered_491_and_tried_again()
    {
        var call = Establish();
        Action<SipIndication> agree(Phone phone) => indication =>
        {
            if (indication is SipIndication.ReofferReceived reoffer)
            {
                phone.Do(new SipCommand.AnswerReoffer(reoffer.Call, Some.Sdp));
            }
        };
        alice.Reacts = agree(alice);
        bob.Reacts = agree(bob);
        alice.Do(new SipCommand.Reinvite(call, Some.Sdp));
        bob.Do(new SipCommand.Reinvite(bob.Only<SipIndication.IncomingCall>().Call, Some.Sdp));
        network.Run(TimeSpan.FromSeconds(8));

        Assert.Single(alice.Indications.OfType<SipIndication.Modified>());
        Assert.Single(bob.Indications.OfType<SipIndication.Modified>());
        network.AssertLadder("Sip.Glare");
    }

    [Fact]
    public void A_reinvite_that_the_peer_no_longer_knows_ends_the_call()
    {
        var call = Establish();
        network.Drops = message => message is SipRequest { Method.Name: "BYE" } bye && bye.From.Uri.User == "bob";
        bob.Do(new SipCommand.Leave(bob.Only<SipIndication.IncomingCall>().Call));
        alice.Do(new SipCommand.Reinvite(call, Some.Sdp));
        network.RunOut();
        Assert.Equal((EndedBy.Refusal, (int?)481), (alice.Only<SipIndication.Ended>().End.By, alice.Only<SipIndication.Ended>().End.Status));
    }

    private CallHandle Establish()
    {
        var call = alice.Call(bob, Some.Sdp);
        network.Run(TimeSpan.FromSeconds(5));
        Assert.True(alice.Heard<SipIndication.Answered>());
        return call;
    }

    private void AssertNothingLeft()
    {
        Assert.True(alice.Stack.IsIdle);
        Assert.True(bob.Stack.IsIdle);
        Assert.Equal(0, alice.RunningTimers + bob.RunningTimers);
    }
}
