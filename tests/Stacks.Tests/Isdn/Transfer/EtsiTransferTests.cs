using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Facility.Types;
using Gateway.Isdn;
using Gateway.Isdn.Transfer;

namespace Stacks.Tests.Isdn.Transfer;

/// <summary>Explicit call transfer, both sides. Octets are those of etsi-ect-explicit and its relatives in fixtures/isdn/libpri-frames.json.</summary>
public class EtsiTransferTests
{
    private readonly Line line = new(IsdnVariant.Etsi);

    [Fact]
    public void Explicit_linkage_speaks_as_recorded_and_ends_with_both_calls_cleared()
    {
        var (a, atNetworkA) = line.Call(line.User);
        var (b, atNetworkB) = line.Call(line.User);
        line.Forget();

        line.Ask(line.User, new TransferRequest.HandOver(a, b));
        Assert.Equal(["Facility 91a10b0201010606040082710104", "Facility 91a10e0201020606040082710101020101"], line.User.Sent);
        Assert.Equal(["Facility 91a210020101300b0606040082710104020101"], line.Network.Sent);
        Assert.Equal(new TransferIndication.Requested(atNetworkB, new TransferTarget.ToCall(atNetworkA)), Assert.Single(line.Network.Transfers));
        Assert.Empty(line.User.Transfers);

        line.Ask(line.Network, new TransferRequest.Complete(atNetworkB));
        Assert.Equal("Disconnect 91a203020102", line.Network.Sent[^1]);
        Assert.Equal(new TransferIndication.Succeeded(a), Assert.Single(line.User.Transfers));
        Assert.Equal(0, line.User.Trunk.CallCount);
        Assert.Equal(0, line.Network.Trunk.CallCount);
    }

    [Fact]
    public void A_refusal_leaves_both_calls_as_they_are() // 91a306020102020103 of etsi-transfer-refused
    {
        var (a, _) = line.Call(line.User);
        var (b, atNetworkB) = line.Call(line.User);
        line.Ask(line.User, new TransferRequest.HandOver(a, b));
        line.Ask(line.Network, new TransferRequest.Refuse(atNetworkB, Code.Local((int)GeneralError.NotAvailable)));
        Assert.Equal("Facility 91a306020102020103", line.Network.Sent[^1]);
        var failed = Assert.IsType<TransferIndication.Failed>(Assert.Single(line.User.Transfers));
        Assert.Equal((a, new TransferFailure.Refused(Code.Local(3))), (failed.Call, failed.Failure));
        Assert.Equal((10, 10), (line.User.Trunk.StateOf(a), line.User.Trunk.StateOf(b)));

        // And it can be tried again.
        line.Ask(line.User, new TransferRequest.HandOver(a, b));
        line.Ask(line.Network, new TransferRequest.Complete(atNetworkB));
        Assert.IsType<TransferIndication.Succeeded>(line.User.Transfers.Last());
    }

    [Fact]
    public void A_result_of_another_invoke_answers_nothing()
    {
        var (a, _) = line.Call(line.User);
        var (b, atNetworkB) = line.Call(line.User);
        line.Ask(line.User, new TransferRequest.HandOver(a, b));
        line.SendFacility(line.Network, atNetworkB, "91a203020163");
        Assert.Empty(line.User.Transfers);
        Assert.Contains("ReturnResult that belongs to no invocation of this call", line.User.Notes);
        line.Ask(line.Network, new TransferRequest.Complete(atNetworkB));
        Assert.Equal(new TransferIndication.Succeeded(a), Assert.Single(line.User.Transfers));
    }

    [Fact]
    public void The_second_call_may_still_be_alerting_and_no_less()
    {
        var (a, _) = line.Call(line.User);
        var (b, atNetworkB) = line.Call(line.User, answer: false);
        line.Ask(line.User, new TransferRequest.HandOver(a, b));
        Assert.IsType<TransferIndication.Requested>(Assert.Single(line.Network.Transfers));
        line.Ask(line.Network, new TransferRequest.Refuse(atNetworkB, Code.Local(7)));

        var (c, _) = line.Call(line.User, answer: false);
        line.Forget();
        line.Ask(line.User, new TransferRequest.HandOver(b, c));
        Assert.Empty(line.Network.Transfers);
        Assert.Equal(new TransferFailure.Refused(Code.Local(7)), Assert.IsType<TransferIndication.Failed>(Assert.Single(line.User.Transfers)).Failure);
    }

    [Fact]
    public void Implicit_linkage_goes_on_the_held_call() // etsi-ect-implicit-hold
    {
        var (a, atNetworkA) = line.Call(line.User);
        line.Ask(line.User, a, new CallRequest.Hold());
        line.Ask(line.Network, atNetworkA, new CallRequest.AcknowledgeHold());
        var (b, atNetworkB) = line.Call(line.User);
        line.Forget();

        line.Ask(line.User, new TransferRequest.HandOver(a, b, ImplicitLinkage: true));
        Assert.Equal(["Facility 91a106020101020106"], line.User.Sent);
        Assert.Equal(new TransferIndication.Requested(atNetworkA, new TransferTarget.ToCall(atNetworkB)), Assert.Single(line.Network.Transfers));
        line.Ask(line.Network, new TransferRequest.Complete(atNetworkA));
        Assert.Equal("Disconnect 91a203020101", line.Network.Sent[^1]);
        Assert.Equal(new TransferIndication.Succeeded(a), Assert.Single(line.User.Transfers));
    }

    [Theory]
    [InlineData("91a106020165020106", "91a306020165020107")] // EctExecute without a held call: invalidCallState
    [InlineData("91a10e0201640606040082710101020163", "91a30b0201640606040082710115")] // unknown link: linkIdNotAssignedByNetwork
    [InlineData("91a10b0201680606040082710106", "91a406020168810102")] // EctLoopTest without its argument: mistypedArgument
    [InlineData("91a10e0201680606040082710106020101", "91a306020168020103")] // EctLoopTest: notAvailable
    [InlineData("91a107020169020200c8", "91a406020169810101")] // unknown operation: unrecognizedOperation
    [InlineData("91a703020101", "91a4050500800100")] // no such component: unrecognizedComponent
    [InlineData("91a1070201", "91a4050500800102")] // cut short: badlyStructuredComponent
    public void Operations_that_cannot_be_carried_out_get_their_answer(string asked, string answered)
    {
        var (a, _) = line.Call(line.User);
        line.Forget();
        line.SendFacility(line.User, a, asked);
        Assert.Equal("Facility " + answered, Assert.Single(line.Network.Sent));
    }

    [Theory]
    [InlineData("91a203020163")] // a result nobody waits for
    [InlineData("91a306020163020103")]
    [InlineData("91a406020163810101")]
    [InlineData("91a405050080")] // a broken reject
    [InlineData("92a10b0201010606040082710104")] // CMIP
    public void Answers_nobody_waits_for_are_noted_and_not_answered(string hex)
    {
        var (a, _) = line.Call(line.User);
        line.Forget();
        line.SendFacility(line.User, a, hex);
        Assert.Empty(line.Network.Sent);
        Assert.Equal(hex.StartsWith("91", StringComparison.Ordinal), line.Network.Notes.Any());
    }

    [Fact]
    public void Several_components_and_several_elements_are_all_answered() // raw-etsi-errors-56 and -59
    {
        var (a, _) = line.Call(line.User);
        line.Forget();
        line.SendFacility(line.User, a, "91a10b0201240606040082710104a107020125020200ff");
        Assert.Equal(["Facility 91a210020124300b0606040082710104020101", "Facility 91a406020125810101"], line.Network.Sent);
    }

    [Fact]
    public void Silence_ends_the_attempt_and_a_late_result_is_only_noted()
    {
        var (a, _) = line.Call(line.User);
        var (b, atNetworkB) = line.Call(line.User);
        line.Ask(line.User, new TransferRequest.HandOver(a, b));
        line.Expire(line.User, IsdnTimer.EctExecution, a);
        var failed = Assert.IsType<TransferIndication.Failed>(Assert.Single(line.User.Transfers));
        Assert.Equal(new TransferFailure.TimedOut(IsdnTimer.EctExecution), failed.Failure);

        line.Ask(line.Network, new TransferRequest.Complete(atNetworkB));
        Assert.Single(line.User.Transfers);
        Assert.Contains("late result of ExplicitEctExecute", line.User.Notes);
        Assert.Equal(0, line.User.Trunk.CallCount);
    }

    [Fact]
    public void A_second_attempt_while_the_network_is_still_at_the_first_is_refused_and_a_late_refusal_only_noted()
    {
        var (a, _) = line.Call(line.User);
        var (b, atNetworkB) = line.Call(line.User);
        line.Ask(line.User, new TransferRequest.HandOver(a, b));
        line.Expire(line.User, IsdnTimer.EctExecution, a);
        line.Forget();
        line.Ask(line.User, new TransferRequest.HandOver(a, b));
        Assert.Equal(new TransferFailure.Refused(Code.Local(7)), Assert.IsType<TransferIndication.Failed>(Assert.Single(line.User.Transfers)).Failure);
        line.Forget();
        line.Ask(line.Network, new TransferRequest.Refuse(atNetworkB, Code.Local(3)));
        Assert.Empty(line.User.Transfers);
        Assert.Contains(line.User.Notes, note => note.StartsWith("ExplicitEctExecute refused", StringComparison.Ordinal));
    }

    [Fact]
    public void A_network_that_clears_both_calls_and_says_nothing_has_transferred()
    {
        var (a, atNetworkA) = line.Call(line.User);
        var (b, atNetworkB) = line.Call(line.User);
        line.Ask(line.User, new TransferRequest.HandOver(a, b));
        line.Ask(line.Network, atNetworkA, new CallRequest.Disconnect(Cause(16)));
        Assert.Empty(line.User.Transfers);
        line.Ask(line.Network, atNetworkB, new CallRequest.Disconnect(Cause(16)));
        Assert.Equal(new TransferIndication.Succeeded(a), Assert.Single(line.User.Transfers));
    }

    [Fact]
    public void A_call_that_clears_for_another_reason_ends_the_attempt()
    {
        var (a, _) = line.Call(line.User);
        var (b, atNetworkB) = line.Call(line.User);
        line.Ask(line.User, new TransferRequest.HandOver(a, b));
        line.Ask(line.Network, atNetworkB, new CallRequest.Disconnect(Cause(41)));
        var failed = Assert.IsType<TransferIndication.Failed>(Assert.Single(line.User.Transfers));
        Assert.Equal(new TransferFailure.CallCleared(41), failed.Failure);
        Assert.Equal(10, line.User.Trunk.StateOf(a));
    }

    [Fact]
    public void The_network_tells_the_remote_party_whom_it_talks_to() // etsi-ect-inform-16
    {
        var (toUser, atUser) = line.Call(line.Network);
        line.Forget();
        var party = new TransferParty(new PresentedNumberScreened.PresentationRestrictedNumber(
            new PartyNumber.Public(PublicTypeOfNumber.InternationalNumber, "4989555"), ScreeningIndicator.NetworkProvided));
        line.Ask(line.Network, new TransferRequest.Announce(toUser, TransferCall.Primary, party, Alerting: false));
        Assert.Equal(["Facility 91a120020101060604008271010530130a0101a30ea10c0a0101120734393839353535"], line.Network.Sent);
        Assert.Equal(new TransferIndication.PartyChanged(atUser, party, Alerting: false), Assert.Single(line.User.Transfers));
    }

    [Fact]
    public void A_notification_with_a_redirection_number_says_the_same()
    {
        var (toUser, atUser) = line.Call(line.Network);
        line.Forget();
        line.Ask(line.Network, toUser, new CallRequest.Notify
        {
            Elements =
            [
                new NotificationIndicator(NotificationDescription.CallTransferAlerting),
                new RedirectionNumber(TypeOfNumber.National, NumberingPlan.E164, "30555") { Presentation = PresentationIndicator.Allowed },
            ],
        });
        var changed = Assert.IsType<TransferIndication.PartyChanged>(Assert.Single(line.User.Transfers));
        Assert.True(changed.Alerting);
        Assert.Equal(atUser, changed.Call);
        Assert.Equal(
            new PartyNumber.Public(PublicTypeOfNumber.NationalNumber, "30555"),
            Assert.IsType<PresentedNumberScreened.PresentationAllowed>(changed.Party.Number).Number);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_before_anything_is_sent()
    {
        var (a, _) = line.Call(line.User);
        line.Forget();
        line.Ask(line.User, new TransferRequest.HandOver(a, a));
        line.Ask(line.User, new TransferRequest.HandOver(a, new IsdnCallId(99)));
        line.Ask(line.User, new TransferRequest.Identify(a));
        Assert.All(line.User.Transfers, told => Assert.IsType<TransferFailure.NotPossible>(Assert.IsType<TransferIndication.Failed>(told).Failure));
        Assert.Equal(3, line.User.Transfers.Count());
        Assert.Empty(line.User.Sent);
    }

    private static Cause Cause(byte value) => new(Location.PublicNetworkServingLocalUser, value);
}
