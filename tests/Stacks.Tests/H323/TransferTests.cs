using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H450;
using Gateway.H323;
using Gateway.H323.Transfer;

namespace Stacks.Tests.H323;

/// <summary>Call transfer (H.450.2) between three stacks: alice transfers bob to carol. Who ends up with whom is asserted each time.</summary>
public class TransferTests
{
    private readonly World world = new();
    private readonly Endpoint alice;
    private readonly Endpoint bob;
    private readonly Endpoint carol;
    private CallKey primary;
    private CallKey atBob;

    public TransferTests()
    {
        alice = world.Add("alice");
        bob = world.Add("bob");
        carol = world.Add("carol");
        AnswersAtOnce(bob);
        AnswersAtOnce(carol);
    }

    [Fact]
    public void A_blind_transfer_succeeds_with_the_result_in_release_complete()
    {
        EstablishPrimary();
        BobAccepts();
        alice.Give(new H323Input.TransferInitiate(primary, "", Carol()));
        world.Run();

        Assert.IsType<TransferOutcome.Succeeded>(alice.Only<H323Indication.TransferInitiated>(primary).Outcome);
        var clearing = bob.Sent.Single(message => message.MessageType == H225MessageType.ReleaseComplete);
        Assert.NotNull(clearing.UserInformation!.H323UuPdu.H4501SupplementaryService);
        Assert.IsType<ReleaseCompleteReason.FacilityCallDeflection>(alice.Only<H323Indication.Released>(primary).Reason);
        var outcome = Assert.IsType<H323Indication.TransferSucceeded>(bob.Told.Single(told => told.Call == atBob && told.Indication is H323Indication.TransferSucceeded).Indication);
        bob.Only<H323Indication.Answered>(outcome.NewCall);
        var incoming = carol.Only<H323Indication.IncomingCall>(carol.Incoming());
        Assert.NotNull(incoming.Transferred);
        Assert.Null(incoming.Transferred.Replaces);
        AssertTalking(bob, carol);
        Assert.Equal(0, alice.Stack.CallCount);
    }

    [Fact]
    public void The_result_comes_when_the_target_alerts_and_not_before()
    {
        carol.Manners = null;
        EstablishPrimary();
        BobAccepts();
        alice.Give(new H323Input.TransferInitiate(primary, "", Carol()));
        world.Run();
        Assert.Empty(alice.Heard<H323Indication.TransferInitiated>(primary));

        carol.Give(new H323Input.Proceed(carol.Incoming()));
        world.Run();
        Assert.Empty(alice.Heard<H323Indication.TransferInitiated>(primary));

        carol.Give(new H323Input.Alert(carol.Incoming()));
        world.Run();
        Assert.IsType<TransferOutcome.Succeeded>(alice.Only<H323Indication.TransferInitiated>(primary).Outcome);
        Assert.Equal(0, alice.Stack.CallCount);
    }

    [Fact]
    public void A_busy_target_leaves_the_first_call_as_it_was()
    {
        carol.Manners = (call, indication) =>
        {
            if (indication is H323Indication.IncomingCall)
                carol.Then(new H323Input.Release(call, 17));
        };
        EstablishPrimary();
        BobAccepts();
        alice.Give(new H323Input.TransferInitiate(primary, "", Carol()));
        world.Run();
        Assert.Equal(new TransferOutcome.Refused(ErrorCode.NotAvailable), alice.Only<H323Indication.TransferInitiated>(primary).Outcome);
        Assert.Equal(ErrorCode.NotAvailable, bob.Only<H323Indication.TransferFailed>(atBob).Error);
        AssertStill();
    }

    [Fact]
    public void An_unreachable_target_is_reported_and_not_passed_over_in_silence()
    {
        carol.Listens = false;
        EstablishPrimary();
        BobAccepts();
        alice.Give(new H323Input.TransferInitiate(primary, "", Carol()));
        world.Run();
        Assert.Equal(new TransferOutcome.Refused(ErrorCode.EstablishmentFailure), alice.Only<H323Indication.TransferInitiated>(primary).Outcome);
        AssertStill();
    }

    [Fact]
    public void A_refusal_leaves_the_call_as_it_was()
    {
        EstablishPrimary();
        bob.Manners = (call, indication) =>
        {
            if (indication is H323Indication.TransferRequested)
                bob.Then(new H323Input.RefuseTransfer(call, ErrorCode.SupplementaryServiceInteractionNotAllowed));
        };
        alice.Give(new H323Input.TransferInitiate(primary, "", Carol()));
        world.Run();
        Assert.Equal(
            new TransferOutcome.Refused(ErrorCode.SupplementaryServiceInteractionNotAllowed), alice.Only<H323Indication.TransferInitiated>(primary).Outcome);
        Assert.DoesNotContain(carol.Told, told => told.Indication is H323Indication.IncomingCall);
        AssertStill();
    }

    [Fact]
    public void CT_T3_gives_up_and_a_result_that_answers_our_own_clearing_is_not_believed()
    {
        EstablishPrimary();
        alice.Give(new H323Input.TransferInitiate(primary, "", Carol()));
        world.Run();
        alice.Expire(primary, H323Timer.CtT3);
        Assert.IsType<TransferOutcome.TimedOut>(alice.Only<H323Indication.TransferInitiated>(primary).Outcome);

        alice.Give(new H323Input.Release(primary, 16));
        bob.Give(new H323Input.CompleteTransfer(atBob));
        world.Run();
        alice.Only<H323Indication.TransferInitiated>(primary);
        Assert.Equal(0, alice.Stack.CallCount);
    }

    [Fact]
    public void CT_T4_gives_up_the_new_call_and_says_so()
    {
        carol.Manners = null;
        EstablishPrimary();
        BobAccepts();
        alice.Give(new H323Input.TransferInitiate(primary, "", Carol()));
        world.Run();
        bob.Expire(atBob, H323Timer.CtT4);
        world.Run();
        Assert.Equal(new TransferOutcome.Refused(ErrorCode.EstablishmentFailure), alice.Only<H323Indication.TransferInitiated>(primary).Outcome);
        AssertStill();
    }

    [Fact]
    public void A_user_who_made_the_transfer_by_other_means_completes_it()
    {
        EstablishPrimary();
        alice.Give(new H323Input.TransferInitiate(primary, "", Carol()));
        world.Run();
        var requested = bob.Only<H323Indication.TransferRequested>(atBob);
        Assert.Equal("", requested.CallIdentity);
        Assert.Contains(new AliasAddress.DialledDigits("1003"), requested.ReroutingNumber);
        bob.Give(new H323Input.CompleteTransfer(atBob));
        world.Run();
        Assert.IsType<TransferOutcome.Succeeded>(alice.Only<H323Indication.TransferInitiated>(primary).Outcome);
        alice.Only<H323Indication.Released>(primary);
        Assert.Equal(0, bob.Stack.CallCount);
    }

    [Fact]
    public void A_call_that_ends_without_a_result_is_not_a_success()
    {
        EstablishPrimary();
        alice.Give(new H323Input.TransferInitiate(primary, "", Carol()));
        world.Run();
        bob.Give(new H323Input.Release(atBob, 16));
        world.Run();
        Assert.IsType<TransferOutcome.CallCleared>(alice.Only<H323Indication.TransferInitiated>(primary).Outcome);
        Assert.IsType<H323Indication.Released>(alice.Told[^1].Indication);
    }

    [Fact]
    public void A_transfer_with_consultation_finds_the_consultation_call()
    {
        EstablishPrimary();
        BobAccepts();
        var (secondary, atCarol) = EstablishSecondary();
        carol.Manners = (call, indication) =>
        {
            switch (indication)
            {
                case H323Indication.IdentifyRequested:
                    carol.Then(new H323Input.AnswerIdentify(call, Carol()));
                    break;
                case H323Indication.IncomingCall { Transferred.Replaces: { } replaced }:
                    carol.Then(new H323Input.Answer(call, carol.Media));
                    carol.Then(new H323Input.Release(replaced, 16));
                    break;
            }
        };
        alice.Give(new H323Input.TransferIdentify(secondary));
        world.Run();
        var found = alice.Only<H323Indication.TransferIdentified>(secondary);
        Assert.IsType<TransferOutcome.Succeeded>(found.Outcome);
        Assert.Equal("1", found.CallIdentity);

        alice.Give(new H323Input.TransferInitiate(primary, found.CallIdentity!, found.ReroutingNumber, secondary));
        world.Run();
        Assert.IsType<TransferOutcome.Succeeded>(alice.Only<H323Indication.TransferInitiated>(primary).Outcome);
        Assert.Equal(atCarol, carol.Only<H323Indication.IncomingCall>(carol.Incoming()).Transferred!.Replaces);
        carol.Only<H323Indication.Released>(atCarol);
        alice.Only<H323Indication.Released>(secondary);
        AssertTalking(bob, carol);
        Assert.Equal(0, alice.Stack.CallCount);
    }

    [Fact]
    public void A_refused_transfer_with_consultation_abandons_the_identity_and_keeps_both_calls()
    {
        EstablishPrimary();
        var (secondary, atCarol) = EstablishSecondary();
        carol.Manners = (call, indication) =>
        {
            if (indication is H323Indication.IdentifyRequested)
                carol.Then(new H323Input.AnswerIdentify(call, Carol()));
        };
        bob.Manners = (call, indication) =>
        {
            if (indication is H323Indication.TransferRequested)
                bob.Then(new H323Input.RefuseTransfer(call, ErrorCode.EstablishmentFailure));
        };
        alice.Give(new H323Input.TransferIdentify(secondary));
        world.Run();
        var found = alice.Only<H323Indication.TransferIdentified>(secondary);
        alice.Give(new H323Input.TransferInitiate(primary, found.CallIdentity!, found.ReroutingNumber, secondary));
        world.Run();
        Assert.Equal(new TransferOutcome.Refused(ErrorCode.EstablishmentFailure), alice.Only<H323Indication.TransferInitiated>(primary).Outcome);
        carol.Only<H323Indication.IdentityForgotten>(atCarol);
        Assert.Equal(2, alice.Stack.CallCount);
        Assert.Empty(carol.Timers);
        Assert.Empty(alice.Timers);
    }

    [Fact]
    public void A_call_with_a_forgotten_identity_is_refused_as_unrecognized()
    {
        EstablishPrimary();
        BobAccepts();
        var (secondary, atCarol) = EstablishSecondary();
        carol.Manners = (call, indication) =>
        {
            if (indication is H323Indication.IdentifyRequested)
                carol.Then(new H323Input.AnswerIdentify(call, Carol()));
        };
        alice.Give(new H323Input.TransferIdentify(secondary));
        world.Run();
        carol.Expire(atCarol, H323Timer.CtT2);
        var calls = carol.Told.Count(told => told.Indication is H323Indication.IncomingCall);
        var found = alice.Only<H323Indication.TransferIdentified>(secondary);
        alice.Give(new H323Input.TransferInitiate(primary, found.CallIdentity!, found.ReroutingNumber, secondary));
        world.Run();
        Assert.Equal(new TransferOutcome.Refused(ErrorCode.UnrecognizedCallIdentity), alice.Only<H323Indication.TransferInitiated>(primary).Outcome);
        Assert.Equal(calls, carol.Told.Count(told => told.Indication is H323Indication.IncomingCall));
        Assert.Equal(2, alice.Stack.CallCount);
    }

    [Fact]
    public void An_identify_that_is_refused_leaves_both_calls_as_they_were()
    {
        EstablishPrimary();
        var (secondary, _) = EstablishSecondary();
        carol.Manners = (call, indication) =>
        {
            if (indication is H323Indication.IdentifyRequested)
                carol.Then(new H323Input.RefuseIdentify(call, ErrorCode.NotAvailable));
        };
        alice.Give(new H323Input.TransferIdentify(secondary));
        world.Run();
        Assert.Equal(new TransferOutcome.Refused(ErrorCode.NotAvailable), alice.Only<H323Indication.TransferIdentified>(secondary).Outcome);
        Assert.Equal(2, alice.Stack.CallCount);
    }

    [Fact]
    public void A_result_of_another_invoke_answers_nothing()
    {
        EstablishPrimary();
        var (secondary, _) = EstablishSecondary();
        carol.Manners = (call, indication) =>
        {
            if (indication is H323Indication.IdentifyRequested)
                carol.Then(new H323Input.AnswerIdentify(call, Carol()));
        };
        world.Wording = (from, message) => from == carol ? WithInvokeId(message, 999) : message;
        alice.Give(new H323Input.TransferIdentify(secondary));
        world.Run();
        Assert.Empty(alice.Heard<H323Indication.TransferIdentified>(secondary));
        Assert.Contains("ReturnResult matches no outstanding invoke, ignored", alice.Observed);
        alice.Expire(secondary, H323Timer.CtT1);
        world.Run();
        Assert.IsType<TransferOutcome.TimedOut>(alice.Only<H323Indication.TransferIdentified>(secondary).Outcome);
    }

    [Fact]
    public void The_cause_beside_a_refusal_is_told()
    {
        EstablishPrimary();
        bob.Manners = (call, indication) =>
        {
            if (indication is H323Indication.TransferRequested)
                bob.Then(new H323Input.RefuseTransfer(call, ErrorCode.EstablishmentFailure));
        };
        world.Wording = (from, message) => from == bob && message.UserInformation!.H323UuPdu.H4501SupplementaryService is not null
            ? message with { Elements = [new Cause(17).ToElement(), .. message.Elements] }
            : message;
        alice.Give(new H323Input.TransferInitiate(primary, "", Carol()));
        world.Run();
        var told = alice.Only<H323Indication.TransferInitiated>(primary);
        Assert.Equal(new TransferOutcome.Refused(ErrorCode.EstablishmentFailure), told.Outcome);
        Assert.Equal(17, told.Cause!.Value);
    }

    [Fact]
    public void CT_T1_gives_up_and_abandons()
    {
        EstablishPrimary();
        var (secondary, atCarol) = EstablishSecondary();
        alice.Give(new H323Input.TransferIdentify(secondary));
        world.Run();
        alice.Expire(secondary, H323Timer.CtT1);
        world.Run();
        Assert.IsType<TransferOutcome.TimedOut>(alice.Only<H323Indication.TransferIdentified>(secondary).Outcome);
        carol.Give(new H323Input.RefuseIdentify(atCarol, ErrorCode.NotAvailable));
        world.Run();
        alice.Only<H323Indication.TransferIdentified>(secondary);
    }

    [Fact]
    public void A_new_call_that_was_alerting_keeps_on_when_the_transferring_party_clears_first()
    {
        carol.Manners = null;
        EstablishPrimary();
        BobAccepts();
        alice.Give(new H323Input.TransferInitiate(primary, "", Carol()));
        world.Run();
        alice.Give(new H323Input.Release(primary, 16));
        world.Run();
        carol.Give(new H323Input.Answer(carol.Incoming(), carol.Media));
        world.Run();
        AssertTalking(bob, carol);
    }

    [Fact]
    public void A_transfer_of_a_call_that_is_not_answered_is_refused()
    {
        bob.Manners = null;
        primary = alice.Call(bob, media: alice.Media);
        world.Run();
        atBob = bob.Incoming();
        bob.Give(new H323Input.Alert(atBob));
        world.Run();
        alice.Give(new H323Input.TransferInitiate(primary, "", Carol()));
        world.Run();
        Assert.Equal(new TransferOutcome.Refused(ErrorCode.InvalidCallState), alice.Only<H323Indication.TransferInitiated>(primary).Outcome);
    }

    private void EstablishPrimary()
    {
        primary = alice.Call(bob, "1002", alice.Media);
        world.Run();
        atBob = bob.Incoming();
        alice.Only<H323Indication.Answered>(primary);
    }

    private (CallKey AtAlice, CallKey AtCarol) EstablishSecondary()
    {
        var call = alice.Call(carol, "1003", alice.Media);
        world.Run();
        alice.Only<H323Indication.Answered>(call);
        return (call, carol.Incoming());
    }

    private static H225Message WithInvokeId(H225Message message, int invokeId)
    {
        if (message.UserInformation is not { H323UuPdu: { H4501SupplementaryService: [var encoding] } pdu } information)
            return message;
        var service = encoding.Decode<H4501SupplementaryService>(out _);
        var result = Assert.IsType<ReturnResult>(Assert.Single(Assert.IsType<ServiceApdus.RosApdus>(service.ServiceApdu).Value)) with { InvokeId = invokeId };
        return message with
        {
            UserInformation = information with
            {
                H323UuPdu = pdu with { H4501SupplementaryService = [new(service with { ServiceApdu = new ServiceApdus.RosApdus([result]) })] },
            },
        };
    }

    private static IReadOnlyList<AliasAddress> Carol() => [new AliasAddress.DialledDigits("1003")];

    private void BobAccepts() => bob.Manners = (call, indication) =>
    {
        if (indication is H323Indication.TransferRequested)
            bob.Then(new H323Input.AcceptTransfer(call, bob.Place(bob.NextCall(), carol.Address, "1003", bob.Media)));
    };

    private static void AnswersAtOnce(Endpoint endpoint) => endpoint.Manners = (call, indication) =>
    {
        if (indication is H323Indication.IncomingCall)
            endpoint.Then(new H323Input.Answer(call, endpoint.Media));
    };

    /// <summary>One call left at each, with each other's media.</summary>
    private static void AssertTalking(Endpoint one, Endpoint other)
    {
        Assert.Equal(1, one.Stack.CallCount);
        Assert.Equal(1, other.Stack.CallCount);
        var answered = one.Told.Select(told => told.Indication).OfType<H323Indication.Answered>().Last();
        Assert.Equal(other.Media.Rtp, answered.Media!.Rtp);
        Assert.Empty(one.Timers);
        Assert.Empty(other.Timers);
    }

    /// <summary>alice and bob are as before, nobody else is in a call, and nothing is left running.</summary>
    private void AssertStill()
    {
        Assert.Equal(1, alice.Stack.CallCount);
        Assert.Equal(1, bob.Stack.CallCount);
        Assert.Equal(0, carol.Stack.CallCount);
        Assert.Empty(alice.Heard<H323Indication.Released>(primary));
        Assert.Empty(bob.Heard<H323Indication.Released>(atBob));
        Assert.Empty(alice.Timers);
        Assert.Empty(bob.Timers);
        Assert.Empty(carol.Timers);
    }
}
