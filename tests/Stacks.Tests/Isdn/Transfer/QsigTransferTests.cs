using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Facility.Qsig;
using Gateway.Codecs.Isdn.Facility.Types;
using Gateway.Isdn;
using Gateway.Isdn.Transfer;

namespace Stacks.Tests.Isdn.Transfer;

/// <summary>QSIG call transfer. Octets after <c>Facility</c> that follow libpri frames name them; the rest was put together from ECMA-178.</summary>
public class QsigTransferTests
{
    private const string Discard = "9faa068001008201008b0100";
    private const string Reject = "9faa068001008201008b0102";
    private const string Answer = "9faa06800100820100";

    private readonly Line line = new(IsdnVariant.Qsig);

    [Fact]
    public void A_join_tells_both_ends_and_says_when_the_other_answers()
    {
        var (b, atB) = line.Call(line.User);
        line.Forget();
        var alerting = Party("5555", "Zed");
        line.Ask(line.User, new TransferRequest.Announce(b, TransferCall.Primary, alerting, Alerting: true));
        line.Ask(line.User, new TransferRequest.Announce(b, TransferCall.Primary, alerting, Alerting: false));
        Assert.Equal(
            [
                "Facility " + Discard + "a11e02010102010c30160a0100a0098004353535350a010380035a65640a0101",
                "Facility " + Discard + "a11802010202010b3010a0098004353535350a010380035a6564", // as qsig-transfer-before-answer-15 but for the identity
            ],
            line.User.Sent);
        Assert.Equal(
            [new TransferIndication.PartyChanged(atB, alerting, true), new TransferIndication.PartyChanged(atB, alerting, false)],
            line.Network.Transfers);
        Assert.Empty(line.Network.Sent);
    }

    [Fact]
    public void Another_transfer_of_the_same_end_is_told_anew()
    {
        var (b, atB) = line.Call(line.User);
        line.Forget();
        line.Ask(line.User, new TransferRequest.Announce(b, TransferCall.Secondary, Party("1", null), Alerting: false));
        line.Ask(line.User, new TransferRequest.Announce(b, TransferCall.Primary, Party("2", null), Alerting: false));
        Assert.Equal(
            [new TransferIndication.PartyChanged(atB, Party("1", null), false), new TransferIndication.PartyChanged(atB, Party("2", null), false)],
            line.Network.Transfers);
        Assert.Equal(2, line.User.Sent.Count(sent => sent.Contains("02010c30", StringComparison.Ordinal)));
    }

    [Fact]
    public void Libpri_s_own_join_is_understood() // qsig-transfer-join-23
    {
        var (b, atB) = line.Call(line.User);
        line.Forget();
        line.SendFacility(line.User, b, "9faa068001008201008b0102a11002010302010c30080a010081000a0101");
        Assert.Equal(
            new TransferIndication.PartyChanged(atB, new TransferParty(new PresentedNumberScreened.PresentationRestricted()), Alerting: true),
            Assert.Single(line.Network.Transfers));
    }

    [Fact]
    public void Rerouteing_goes_from_identify_to_the_clearing_of_both_calls()
    {
        var (b, atB) = line.Call(line.User);
        var (c, atC) = line.Call(line.User);
        line.Forget();

        line.Ask(line.User, new TransferRequest.Identify(c));
        Assert.Equal("Facility " + Reject + "a1080201010201070500", Assert.Single(line.User.Sent)); // qsig-unsupported-ops-14
        Assert.Equal(new TransferIndication.IdentityWanted(atC), Assert.Single(line.Network.Transfers));
        line.Ask(line.Network, new TransferRequest.AllotIdentity(atC, "0815", new PartyNumber.Unknown("4005")));
        Assert.Equal("Facility " + Answer + "a2160201013011020107300c1204303831358004" + "34303035", line.Network.Sent[^1]);
        Assert.Equal(
            new TransferIndication.Identified(c, "0815", new PartyNumber.Unknown("4005")), Assert.Single(line.User.Transfers));

        line.Forget();
        line.Ask(line.User, new TransferRequest.Reroute(b, new PartyNumber.Unknown("4005"), "0815"));
        Assert.Equal(
            new TransferIndication.Requested(atB, new TransferTarget.ToNumber(new PartyNumber.Unknown("4005"), "0815", false)),
            Assert.Single(line.Network.Transfers));

        // The far end calls again on this very interface and shows the identity.
        line.Forget();
        const string Setup = "9faa068001008201008b0101a10e02010902010a3006120430383135";
        IsdnCallId unknown = line.Network.Trunk.NewCall();
        line.Ask(line.Network, unknown, new CallRequest.Setup
        {
            Elements = [BearerCapability.Speech(), new FacilityElement(Convert.FromHexString(Setup))],
        });
        var shown = Assert.IsType<TransferIndication.IdentityShown>(Assert.Single(line.User.Transfers));
        Assert.Equal(("0815", null), (shown.Identity, shown.AllottedOn)); // allotted at the other end
        line.Ask(line.User, shown.Call, new CallRequest.Answer());
        Assert.Equal("Connect " + Answer + "a20a020109300502010a0500", Assert.Single(line.User.Sent));

        line.Forget();
        line.Ask(line.Network, new TransferRequest.Complete(atB));
        Assert.Equal("Disconnect " + Answer + "a20a02010230050201090500", Assert.Single(line.Network.Sent));
        Assert.Equal(new TransferIndication.Succeeded(b), Assert.Single(line.User.Transfers));
        Assert.Equal(0, line.User.Trunk.StateOf(b));
        Assert.Equal(10, line.User.Trunk.StateOf(c));
    }

    [Fact]
    public void The_identity_finds_the_call_it_was_allotted_on_once()
    {
        var (c, atC) = line.Call(line.User);
        line.Ask(line.User, new TransferRequest.Identify(c));
        line.Ask(line.Network, new TransferRequest.AllotIdentity(atC, "0815", new PartyNumber.Unknown("4005")));
        line.Forget();
        Assert.Equal(atC, Show("0815").AllottedOn);
        Assert.Contains(new TransferIndication.IdentityForgotten(atC), line.Network.Transfers);
        line.Forget();
        TransferIndication.IdentityShown second = Show("0815");
        Assert.Null(second.AllottedOn);

        // Which may be refused then.
        line.Ask(line.Network, second.Call, new CallRequest.Disconnect(new Cause(Location.User, 29)));
        Assert.EndsWith(" " + Answer + "a306020109020103", Assert.Single(line.Network.Sent), StringComparison.Ordinal);

        TransferIndication.IdentityShown Show(string identity)
        {
            var element = FacilityContents.Qsig(Interpretation.ClearCallIfAnyInvokePduNotRecognised, new CallTransferSetup(identity).ToInvoke(9));
            Span<byte> octets = stackalloc byte[255];
            Assert.True(element.TryEncode(octets, out int written));
            line.Ask(line.User, line.User.Trunk.NewCall(), new CallRequest.Setup
            {
                Elements = [BearerCapability.Speech(), new FacilityElement(octets[..written].ToArray())],
            });
            return line.Network.Transfers.OfType<TransferIndication.IdentityShown>().Single();
        }
    }

    [Fact]
    public void A_silent_peer_is_abandoned_and_both_calls_stay()
    {
        var (c, _) = line.Call(line.User);
        line.Ask(line.User, new TransferRequest.Identify(c));
        line.Forget();
        line.Expire(line.User, IsdnTimer.CtT1, c);
        Assert.Equal("Facility " + Discard + "a1080201020201080500", Assert.Single(line.User.Sent));
        Assert.IsType<TransferIndication.IdentityForgotten>(Assert.Single(line.Network.Transfers));
        Assert.Equal(
            new TransferFailure.TimedOut(IsdnTimer.CtT1), Assert.IsType<TransferIndication.Failed>(Assert.Single(line.User.Transfers)).Failure);
        Assert.Equal(10, line.User.Trunk.StateOf(c));
    }

    [Fact]
    public void A_single_step_transfer_asks_and_is_answered()
    {
        var (b, atB) = line.Call(line.User);
        line.Forget();
        line.Ask(line.User, new TransferRequest.SingleStep(b, new PartyNumber.Unknown("4005"), Party("4001", null), null, AwaitConnect: true));
        Assert.Equal("Facility " + Reject + "a11c0201010201633014800434303035a0098004343030310a01030101ff", Assert.Single(line.User.Sent)); // qsig-unsupported-ops-18
        Assert.Equal(
            new TransferIndication.Requested(atB, new TransferTarget.ToNumber(new PartyNumber.Unknown("4005"), null, true)),
            Assert.Single(line.Network.Transfers));
        line.Ask(line.Network, new TransferRequest.Refuse(atB, Code.Local((int)QsigError.EstablishmentFailure)));
        Assert.Equal("Facility " + Answer + "a307020101020203ee", Assert.Single(line.Network.Sent));
        Assert.Equal(
            new TransferFailure.Refused(Code.Local(1006)), Assert.IsType<TransferIndication.Failed>(Assert.Single(line.User.Transfers)).Failure);
    }

    [Fact]
    public void Interpretation_says_what_becomes_of_unknown_operations() // qsig-unsupported-ops-20 for the second
    {
        var (b, atB) = line.Call(line.User);
        line.Forget();
        line.SendFacility(line.User, b, Discard + "a107020105020200fa");
        Assert.Empty(line.Network.Sent);
        line.SendFacility(line.User, b, Reject + "a107020105020200fa");
        Assert.Equal("Facility " + Answer + "a406020105810101", Assert.Single(line.Network.Sent));
        line.Forget();
        line.SendFacility(line.User, b, "9fa107020105020200fa"); // absent means reject
        Assert.Equal("Facility " + Answer + "a406020105810101", Assert.Single(line.Network.Sent));
        line.SendFacility(line.User, b, "9faa068001008201008b0101a107020105020200fa");
        Assert.Equal("Disconnect " + Answer + "a406020105810101", line.Network.Sent[^1]);
        Assert.Equal(0, line.Network.Trunk.StateOf(atB));
    }

    [Fact]
    public void Path_replacement_is_declined_where_it_ends_and_passed_on_between_joined_calls() // qsig-transfer-join-27
    {
        const string Propose = Reject + "a1110201070201043009120137800434303032";
        var (b, atB) = line.Call(line.User);
        var (_, atC) = line.Call(line.User);
        line.Forget();
        line.SendFacility(line.User, b, Propose);
        Assert.Equal("Facility " + Answer + "a307020107020203ea", Assert.Single(line.Network.Sent));

        line.Forget();
        line.Ask(line.Network, new TransferRequest.Join(atB, atC));
        line.SendFacility(line.User, b, Propose);
        Assert.Equal("Facility " + Propose, line.Network.Sent[0]); // octet for octet, on the other call
        Assert.Contains(
            line.User.Told.OfType<IsdnOutput.Indication>(), told => told.What is CallIndication.FacilityReceived);
    }

    [Theory]
    [InlineData("alice")]
    [InlineData("")]
    [InlineData("123456789012345678901")]
    public void What_is_no_number_is_not_sent_as_one(string digits)
    {
        var (b, atB) = line.Call(line.User);
        line.Forget();
        line.Ask(line.User, new TransferRequest.Announce(b, TransferCall.Primary, Party(digits, "Alice"), Alerting: false));
        Assert.Equal(
            new TransferIndication.PartyChanged(
                atB,
                new TransferParty(new PresentedNumberScreened.NotAvailableDueToInterworking(), new Name.PresentationAllowed("Alice")),
                Alerting: false),
            Assert.Single(line.Network.Transfers));
        line.Forget();
        line.Ask(line.User, new TransferRequest.Reroute(b, new PartyNumber.Unknown(digits), "7"));
        Assert.IsType<TransferFailure.NotPossible>(Assert.IsType<TransferIndication.Failed>(Assert.Single(line.User.Transfers)).Failure);
        Assert.Empty(line.User.Sent);
    }

    [Fact]
    public void A_call_that_is_gone_has_no_transfers()
    {
        var (b, _) = line.Call(line.User);
        line.Ask(line.User, b, new CallRequest.Disconnect(new Cause(Location.User, 16)));
        line.Forget();
        line.Ask(line.User, new TransferRequest.Identify(b));
        line.Ask(line.User, new TransferRequest.Announce(b, TransferCall.Primary, Party("1", null), Alerting: false));
        Assert.IsType<TransferFailure.NotPossible>(Assert.IsType<TransferIndication.Failed>(Assert.Single(line.User.Transfers)).Failure);
        Assert.Contains("Announce dropped: the call is gone", line.User.Notes);
        Assert.Empty(line.User.Sent);
    }

    private static TransferParty Party(string number, string? name) => new(
        new PresentedNumberScreened.PresentationAllowed(new PartyNumber.Unknown(number), ScreeningIndicator.NetworkProvided),
        name is null ? null : new Name.PresentationAllowed(name));
}
