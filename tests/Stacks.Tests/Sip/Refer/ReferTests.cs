using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Refer;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip.Refer;

/// <summary>Transfers between real stacks: alice is transferor, bob transferee, carol target (RFC 5589).</summary>
public class ReferTests
{
    private static readonly SipUri Carol = SipUri.Parse("sip:carol@192.0.2.3")!;

    private readonly Network network = new();
    private readonly Phone alice;
    private readonly Phone bob;
    private readonly Phone carol;

    public ReferTests()
    {
        alice = new Phone(network, "alice", "192.0.2.1");
        bob = new Phone(network, "bob", "192.0.2.2");
        carol = new Phone(network, "carol", "192.0.2.3");
        Answers(bob);
        Answers(carol);
    }

    [Fact]
    public void A_blind_transfer_is_told_to_its_end()
    {
        var call = Establish(alice, bob);
        Transfers(bob);
        var refer = Refer(call, ReferTo.Create(Carol));
        network.Run(TimeSpan.FromSeconds(5));

        Assert.Equal([100, 180], alice.Indications.OfType<SipIndication.ReferProgress>().Select(progress => progress.Report.Status));
        var ended = alice.Only<SipIndication.ReferEnded>();
        Assert.Equal((refer, 200, "noresource"), (ended.Refer, ended.Report!.Status, ended.Why));
        Assert.True(bob.Only<SipIndication.SubscriptionEnded>().Delivered);

        alice.Do(new SipCommand.Leave(call));
        bob.Do(new SipCommand.Leave(bob.Last<SipIndication.Answered>().Call));
        network.RunOut();
        AssertNothingLeft();
        network.AssertLadder("Sip.ReferBlind");
    }

    [Fact]
    public void An_attended_transfer_replaces_the_consultation_call()
    {
        var primary = Establish(alice, bob);
        var consultation = Establish(alice, carol);
        Transfers(bob);
        var target = alice.Stack.RemoteTarget(consultation)!;
        Refer(primary, ReferTo.Create(target, alice.Stack.ReplacesFor(consultation)));
        network.Run(TimeSpan.FromSeconds(5));

        Assert.Equal(200, alice.Only<SipIndication.ReferEnded>().Report!.Status);
        var replacing = carol.Last<SipIndication.IncomingCall>();
        Assert.Equal(carol.Indications.OfType<SipIndication.IncomingCall>().First().Call, replacing.Replaces);
        var ended = alice.Only<SipIndication.Ended>();
        Assert.Equal((consultation, EndedBy.Bye), (ended.Call, ended.End.By));

        alice.Do(new SipCommand.Leave(primary));
        carol.Do(new SipCommand.Leave(replacing.Call));
        network.RunOut();
        AssertNothingLeft();
        network.AssertLadder("Sip.ReferAttended");
    }

    [Fact]
    public void A_bye_right_behind_the_202_leaves_the_subscription_in_the_dialog()
    {
        var call = Establish(alice, bob);
        Transfers(bob);
        alice.Reacts = indication =>
        {
            if (indication is SipIndication.ReferAccepted)
            {
                alice.Do(new SipCommand.Leave(call));
            }
        };
        Refer(call, ReferTo.Create(Carol));
        network.Run(TimeSpan.FromSeconds(5));

        Assert.Equal(EndedBy.Bye, bob.Only<SipIndication.Ended>().End.By);
        Assert.Equal(200, alice.Only<SipIndication.ReferEnded>().Report!.Status);
        Assert.True(bob.Only<SipIndication.SubscriptionEnded>().Delivered);

        bob.Do(new SipCommand.Leave(bob.Last<SipIndication.Answered>().Call));
        network.RunOut();
        AssertNothingLeft();
        network.AssertLadder("Sip.ReferEarlyBye");
    }

    [Fact]
    public void The_bye_waits_until_the_last_notify_is_answered()
    {
        var call = Establish(alice, bob);
        bob.Reacts = indication =>
        {
            if (indication is SipIndication.ReferReceived received)
            {
                // The last report waits for the answer to the first NOTIFY, and the BYE for that to the last.
                bob.Do(new SipCommand.AcceptRefer(received.Refer));
                bob.Do(new SipCommand.NotifyRefer(received.Refer, new ReferReport(502, "Bad Gateway", [])));
                bob.Do(new SipCommand.Leave(bob.Last<SipIndication.IncomingCall>().Call) { Reasons = [Reason.Q850(27, "Destination out of order", 3)] });
            }
        };
        Refer(call, ReferTo.Create(Carol));
        network.RunOut();

        Assert.Equal(502, alice.Only<SipIndication.ReferEnded>().Report!.Status);
        Assert.Equal(27, alice.Only<SipIndication.Ended>().End.Message!.Reasons[0].Cause);
        network.AssertLadder("Sip.ReferByeBehindNotify");
        AssertNothingLeft();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_bye_that_waits_goes_out_when_nobody_answers_the_notify_and_not_when_the_peer_was_first(bool peerLeaves)
    {
        var call = Establish(alice, bob);
        bob.Reacts = indication =>
        {
            if (indication is SipIndication.ReferReceived received)
            {
                bob.Do(new SipCommand.AcceptRefer(received.Refer));
                bob.Do(new SipCommand.NotifyRefer(received.Refer, new ReferReport(502, "Bad Gateway", [])));
                bob.Do(new SipCommand.Leave(bob.Last<SipIndication.IncomingCall>().Call));
            }
        };
        network.Drops = message => message is SipResponse { CSeq.Method.Name: "NOTIFY" };
        Refer(call, ReferTo.Create(Carol));
        network.Run(TimeSpan.FromSeconds(31));
        Assert.False(alice.Heard<SipIndication.Ended>());
        if (peerLeaves)
            alice.Do(new SipCommand.Leave(call));
        network.RunOut();

        Assert.Equal(peerLeaves ? EndedBy.Ourselves : EndedBy.Bye, alice.Only<SipIndication.Ended>().End.By);
        Assert.Equal(peerLeaves ? EndedBy.Bye : EndedBy.Ourselves, bob.Only<SipIndication.Ended>().End.By);
        AssertNothingLeft();
    }

    [Fact]
    public void A_failed_transfer_tells_status_and_reason_and_leaves_the_call_up()
    {
        var call = Establish(alice, bob);
        bob.Reacts = indication =>
        {
            if (indication is SipIndication.ReferReceived received)
            {
                bob.Do(new SipCommand.AcceptRefer(received.Refer));
                bob.Do(new SipCommand.NotifyRefer(received.Refer, new ReferReport(486, "Busy Here", [Reason.Q850(17, "User busy", 2)])));
            }
        };
        Refer(call, ReferTo.Create(Carol));
        network.RunOut();

        var report = alice.Only<SipIndication.ReferEnded>().Report!;
        Assert.Equal((486, "Busy Here"), (report.Status, report.Phrase));
        Assert.Equal(Reason.Q850(17, "User busy", 2), Assert.Single(report.Reasons));
        Assert.False(alice.Heard<SipIndication.Ended>());
        Assert.False(bob.Heard<SipIndication.Ended>());
    }

    [Fact]
    public void A_refused_refer_makes_no_subscription()
    {
        var call = Establish(alice, bob);
        bob.Reacts = indication =>
        {
            if (indication is SipIndication.ReferReceived received)
            {
                bob.Do(new SipCommand.RejectRefer(received.Refer, 603));
            }
        };
        Refer(call, ReferTo.Create(Carol));
        network.RunOut();

        Assert.Equal(603, alice.Only<SipIndication.ReferRejected>().Why.Status);
        Assert.DoesNotContain("NOTIFY", network.Ladder, StringComparison.Ordinal);
        Assert.False(alice.Heard<SipIndication.Ended>());
    }

    [Fact]
    public void A_second_refer_while_the_first_runs_is_answered_491()
    {
        var call = Establish(alice, bob);
        Accepts(bob);
        Refer(call, ReferTo.Create(Carol));
        network.Run(TimeSpan.FromSeconds(1));
        Refer(call, ReferTo.Create(Carol));
        network.Run(TimeSpan.FromSeconds(1));

        Assert.Equal(491, alice.Only<SipIndication.ReferRejected>().Why.Status);
        Assert.Single(bob.Indications.OfType<SipIndication.ReferReceived>());
    }

    [Fact]
    public void A_second_refer_after_the_first_failed_is_told_under_its_own_id()
    {
        var call = Establish(alice, bob);
        Accepts(bob);
        Refer(call, ReferTo.Create(Carol));
        network.Run(TimeSpan.FromSeconds(1));
        bob.Do(new SipCommand.NotifyRefer(bob.Last<SipIndication.ReferReceived>().Refer, new ReferReport(486, "Busy Here", [])));
        network.Run(TimeSpan.FromSeconds(1));
        var second = Refer(call, ReferTo.Create(Carol));
        network.Run(TimeSpan.FromSeconds(1));
        bob.Do(new SipCommand.NotifyRefer(bob.Last<SipIndication.ReferReceived>().Refer, new ReferReport(200, "OK", [])));
        network.Run(TimeSpan.FromSeconds(1));

        Assert.Contains("NOTIFY 3 refer;id=3, active", network.Ladder, StringComparison.Ordinal);
        Assert.Equal((second, 200), (alice.Last<SipIndication.ReferEnded>().Refer, alice.Last<SipIndication.ReferEnded>().Report!.Status));
    }

    [Fact]
    public void Concurrent_refers_are_told_apart_by_their_ids_where_they_are_allowed()
    {
        var dave = new Phone(network, "dave", "192.0.2.4", new SipStackOptions { ConcurrentRefers = true });
        Accepts(dave);
        var call = Establish(alice, dave);
        var first = Refer(call, ReferTo.Create(Carol));
        network.Run(TimeSpan.FromSeconds(1));
        var second = Refer(call, ReferTo.Create(Carol));
        network.Run(TimeSpan.FromSeconds(1));
        var handles = dave.Indications.OfType<SipIndication.ReferReceived>().Select(received => received.Refer).ToArray();
        dave.Do(new SipCommand.NotifyRefer(handles[1], new ReferReport(200, "OK", [])));
        dave.Do(new SipCommand.NotifyRefer(handles[0], new ReferReport(486, "Busy Here", [])));
        network.Run(TimeSpan.FromSeconds(1));

        var ended = alice.Indications.OfType<SipIndication.ReferEnded>().ToDictionary(end => end.Refer, end => end.Report!.Status);
        Assert.Equal(486, ended[first]);
        Assert.Equal(200, ended[second]);
    }

    [Fact]
    public void Without_a_subscription_nothing_is_told()
    {
        var call = Establish(alice, bob);
        Accepts(bob);
        alice.Do(new SipCommand.SendRefer(call, alice.Stack.NewRefer(), ReferTo.Create(Carol), Subscribe: false));
        network.Run(TimeSpan.FromSeconds(2));

        Assert.False(alice.Only<SipIndication.ReferAccepted>().Response.ReferSub);
        Assert.Null(alice.Only<SipIndication.ReferEnded>().Report);
        Assert.DoesNotContain("NOTIFY", network.Ladder, StringComparison.Ordinal);
        Assert.False(bob.Only<SipIndication.ReferReceived>().Referral.Subscribed);
    }

    [Fact]
    public void Provisional_reports_come_at_most_once_a_second_and_a_final_one_at_once()
    {
        var call = Establish(alice, bob);
        Accepts(bob);
        Refer(call, ReferTo.Create(Carol));
        network.Run(TimeSpan.FromMilliseconds(100));
        var refer = bob.Only<SipIndication.ReferReceived>().Refer;
        foreach (var status in new[] { 181, 180, 183 })
        {
            bob.Do(new SipCommand.NotifyRefer(refer, new ReferReport(status, "Some", [])));
        }

        network.Run(TimeSpan.FromSeconds(1));
        Assert.Equal([100, 183], alice.Indications.OfType<SipIndication.ReferProgress>().Select(progress => progress.Report.Status));
        bob.Do(new SipCommand.NotifyRefer(refer, new ReferReport(180, "Ringing", [])));
        bob.Do(new SipCommand.NotifyRefer(refer, new ReferReport(200, "OK", [])));
        network.Run(TimeSpan.FromMilliseconds(50));
        Assert.Equal(200, alice.Only<SipIndication.ReferEnded>().Report!.Status);
    }

    [Fact]
    public void A_report_that_says_nothing_new_is_not_sent()
    {
        var call = Establish(alice, bob);
        Accepts(bob);
        Refer(call, ReferTo.Create(Carol));
        network.Run(TimeSpan.FromSeconds(2));
        bob.Do(new SipCommand.NotifyRefer(bob.Only<SipIndication.ReferReceived>().Refer, ReferReport.Trying));
        network.Run(TimeSpan.FromSeconds(2));
        Assert.Single(alice.Indications.OfType<SipIndication.ReferProgress>());
    }

    [Fact]
    public void A_refer_right_behind_a_hold_is_taken_although_the_ack_is_late()
    {
        var call = Establish(alice, bob);
        Accepts(bob);
        var accepts = bob.Reacts;
        bob.Reacts = indication =>
        {
            accepts(indication);
            if (indication is SipIndication.ReofferReceived reoffer)
            {
                bob.Do(new SipCommand.AnswerReoffer(reoffer.Call, Some.Sdp));
            }
        };
        network.Drops = message => message is SipRequest { Method.Name: "ACK" };
        alice.Do(new SipCommand.Reinvite(call, Some.Sdp));
        network.Run(TimeSpan.FromMilliseconds(100));
        Refer(call, ReferTo.Create(Carol));
        network.Run(TimeSpan.FromMilliseconds(100));
        Assert.True(alice.Heard<SipIndication.ReferAccepted>());
    }

    [Fact]
    public void An_expired_subscription_tells_the_state_so_far_and_the_transfer_goes_on()
    {
        var call = Establish(alice, bob);
        Accepts(bob);
        Refer(call, ReferTo.Create(Carol));
        network.Run(TimeSpan.FromSeconds(241));

        var ended = alice.Only<SipIndication.ReferEnded>();
        Assert.Equal((100, "timeout"), (ended.Report!.Status, ended.Why));
        bob.Do(new SipCommand.NotifyRefer(bob.Only<SipIndication.ReferReceived>().Refer, new ReferReport(200, "OK", [])));
        Assert.Contains(bob.Observed, line => line.Contains("nobody is subscribed", StringComparison.Ordinal));
        Assert.False(alice.Heard<SipIndication.Ended>());
    }

    [Fact]
    public void A_refer_survives_the_loss_of_its_response_without_being_served_twice()
    {
        var call = Establish(alice, bob);
        Accepts(bob);
        var losses = 0;
        network.Drops = message => message is SipResponse { CSeq.Method.Name: "REFER" } && ++losses < 3;
        Refer(call, ReferTo.Create(Carol));
        network.Run(TimeSpan.FromSeconds(10));

        Assert.Single(bob.Indications.OfType<SipIndication.ReferReceived>());
        Assert.Equal(3, losses);
        Assert.True(alice.Heard<SipIndication.ReferAccepted>());
    }

    [Fact]
    public void A_transfer_is_told_to_its_end_over_a_bad_network()
    {
        for (var seed = 1; seed <= 150; seed++)
        {
            new ReferTests(seed).TransferOverBadNetwork(seed);
        }
    }

    private ReferTests(int seed)
    {
        network = new Network(seed) { Loss = 0.2, Duplication = 0.2, Jitter = TimeSpan.FromMilliseconds(300) };
        alice = new Phone(network, "alice", "192.0.2.1");
        bob = new Phone(network, "bob", "192.0.2.2");
        carol = new Phone(network, "carol", "192.0.2.3");
        Answers(bob);
        Answers(carol);
    }

    private void TransferOverBadNetwork(int seed)
    {
        var call = alice.Call(bob, Some.Sdp);
        network.Run(TimeSpan.FromSeconds(60));
        Assert.True(alice.Heard<SipIndication.Answered>(), $"seed {seed}: {network.Ladder}");
        Transfers(bob);
        alice.Reacts = indication =>
        {
            if (indication is SipIndication.ReferEnded)
            {
                alice.Do(new SipCommand.Leave(call));
            }
        };
        Refer(call, ReferTo.Create(Carol));
        network.Run(TimeSpan.FromSeconds(120));

        Assert.True(alice.Indications.OfType<SipIndication.ReferEnded>().Count() == 1, $"seed {seed}: {network.Ladder}");
        Assert.True(alice.Last<SipIndication.ReferEnded>().Report!.Status == 200, $"seed {seed}: {network.Ladder}");
        Assert.Single(bob.Indications.OfType<SipIndication.ReferReceived>());
        Assert.Single(carol.Indications.OfType<SipIndication.IncomingCall>());
        bob.Do(new SipCommand.Leave(bob.Last<SipIndication.Answered>().Call));
        network.RunOut();
        foreach (var phone in new[] { alice, bob, carol })
        {
            Assert.True(phone.Stack.IsIdle && phone.RunningTimers == 0, $"seed {seed}: {phone.Name} is not idle\n{network.Ladder}");
        }
    }

    private CallHandle Establish(Phone from, Phone to)
    {
        var call = from.Call(to, Some.Sdp);
        network.Run(TimeSpan.FromSeconds(1));
        Assert.Contains(from.Indications.OfType<SipIndication.Answered>(), answered => answered.Call == call);
        return call;
    }

    private ReferHandle Refer(CallHandle call, ReferTo referTo)
    {
        var refer = alice.Stack.NewRefer();
        alice.Do(new SipCommand.SendRefer(call, refer, referTo, alice.Address));
        return refer;
    }

    private static void Answer(Phone phone, SipIndication indication)
    {
        if (indication is SipIndication.IncomingCall incoming)
        {
            phone.Do(new SipCommand.Ring(incoming.Call));
            phone.Do(new SipCommand.Answer(incoming.Call, Some.Sdp));
        }
    }

    private static void Answers(Phone phone) => phone.Reacts = indication => Answer(phone, indication);

    /// <summary>Takes a REFER and does nothing about it.</summary>
    private static void Accepts(Phone phone) => phone.Reacts = indication =>
    {
        Answer(phone, indication);
        if (indication is SipIndication.ReferReceived received)
        {
            phone.Do(new SipCommand.AcceptRefer(received.Refer));
        }
    };

    /// <summary>Takes a REFER, calls the target and tells how it goes.</summary>
    private void Transfers(Phone phone)
    {
        var refers = new Dictionary<CallHandle, ReferHandle>();
        phone.Reacts = indication =>
        {
            Answer(phone, indication);
            switch (indication)
            {
                case SipIndication.ReferReceived received:
                    phone.Do(new SipCommand.AcceptRefer(received.Refer));
                    var call = phone.Stack.NewCall();
                    refers.Add(call, received.Refer);
                    phone.Do(new SipCommand.PlaceCall(
                        call, phone.FlowTo(carol.EndPoint), received.Referral.Target, phone.Address,
                        NameAddr.Create(received.Referral.Target), Some.Sdp) { Headers = received.Referral.Headers });
                    break;
                case SipIndication.Provisional { Response.Status: > 100 } ringing when refers.TryGetValue(ringing.Call, out var refer):
                    phone.Do(new SipCommand.NotifyRefer(refer, new ReferReport(ringing.Response.Status, ringing.Response.Phrase, [])));
                    break;
                case SipIndication.Answered answered when refers.TryGetValue(answered.Call, out var refer):
                    network.Schedule(TimeSpan.FromSeconds(2), () => phone.Do(new SipCommand.NotifyRefer(refer, new ReferReport(200, "OK", []))));
                    break;
            }
        };
    }

    private void AssertNothingLeft()
    {
        foreach (var phone in new[] { alice, bob, carol })
        {
            Assert.True(phone.Stack.IsIdle, $"{phone.Name} is not idle");
            Assert.Equal(0, phone.RunningTimers);
        }
    }
}
