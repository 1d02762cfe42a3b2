using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Facility.Qsig;
using Gateway.Codecs.Isdn.Facility.Types;
using Gateway.Isdn;
using Gateway.Isdn.Transfer;
using Gateway.Lab;

namespace Stacks.Tests.Lab;

/// <summary>The switch against a trunk of the user side, frame by frame; the test commands the trunk.</summary>
public class IsdnSwitchTests
{
    private static readonly Cause Normal = new(Location.PrivateNetworkServingLocalUser, 16);

    private readonly LabWorld world = new();

    [Theory]
    [InlineData(IsdnVariant.Etsi)]
    [InlineData(IsdnVariant.Qsig)]
    public void A_subscriber_rings_answers_and_is_cleared(IsdnVariant variant)
    {
        var (gateway, far) = Pair(variant);
        var number = variant == IsdnVariant.Qsig ? "5001" : "4001";
        var call = gateway.Dial(number);
        world.Run(0.2);
        gateway.Last<CallIndication.Alerting>(call);
        Assert.Empty(far.Connections);
        world.Run();
        Assert.Equal(number, gateway.Last<CallIndication.Answered>(call).Message.First<ConnectedNumber>()!.Digits);
        Assert.Equal($"{number}-1001 channel 1", far.Who);
        gateway.Ask(call, new CallRequest.Disconnect(Normal));
        world.Run();
        Assert.Equal("CalledBy Answered Released", far.Story);
        Assert.Equal(0, gateway.Trunk.CallCount);
    }

    [Theory]
    [InlineData("4086", 17)]
    [InlineData("4003", 21)]
    [InlineData("3001", 1)]
    public void Some_subscribers_refuse(string number, int cause)
    {
        var (gateway, far) = Pair();
        var call = gateway.Dial(number);
        world.Run();
        Assert.Equal(cause, gateway.Last<CallIndication.Released>(call).Cause.Value);
        Assert.Equal(cause, far.Only<FarEndEvent.Released>().Cause);
    }

    [Fact]
    public void One_subscriber_rings_for_ever()
    {
        var (gateway, far) = Pair();
        var call = gateway.Dial("4080");
        world.Run(60);
        Assert.Equal(4, gateway.Trunk.StateOf(call));
        far.Give(new FarEndInput.HangUp(far.Only<FarEndEvent.CalledBy>().Call));
        world.Run();
        Assert.Equal(16, gateway.Last<CallIndication.Released>(call).Cause.Value);
    }

    [Fact]
    public void A_subscriber_dials_out()
    {
        var (gateway, far) = Pair();
        var call = far.Dial("1001", "4007");
        world.Run(0.1);
        var incoming = gateway.Incoming();
        var setup = gateway.Last<CallIndication.Incoming>(incoming).Message;
        Assert.Equal("1001", setup.First<CalledPartyNumber>()!.Digits);
        Assert.Equal("4007", setup.First<CallingPartyNumber>()!.Digits);
        gateway.Ask(incoming, new CallRequest.Alert());
        gateway.Ask(incoming, new CallRequest.Answer());
        world.Run();
        Assert.Equal("4007-1001 channel 31", far.Who);
        far.Give(new FarEndInput.HangUp(call));
        world.Run();
        Assert.Equal("Dialled Ringing Answered Released", far.Story);
    }

    [Fact]
    public void Hold_frees_the_channel_and_retrieve_brings_it_back()
    {
        var (gateway, far) = Pair();
        var call = Up(gateway, "4001");
        gateway.Ask(call, new CallRequest.Hold());
        world.Run();
        Assert.True(gateway.Trunk.IsHeld(call));
        Assert.Equal("4001-1001 held", far.Who);
        gateway.Ask(call, new CallRequest.Retrieve());
        world.Run();
        Assert.False(gateway.Trunk.IsHeld(call));
        Assert.Equal("4001-1001 channel 1", far.Who);
    }

    [Fact]
    public void A_subscriber_that_holds_tells_so()
    {
        var (gateway, far) = Pair();
        var call = Up(gateway, "4001");
        far.Give(new FarEndInput.Hold(new FarEndCall(1)));
        world.Run();
        Assert.Equal(NotificationDescription.RemoteHold, gateway.Last<CallIndication.Notified>(call).Message.First<NotificationIndicator>()!.Description);
        far.Only<FarEndEvent.OnHold>();
    }

    [Fact]
    public void Explicit_call_transfer_clears_both_calls_and_joins_the_two_subscribers()
    {
        var (gateway, far) = Pair();
        var first = Up(gateway, "4001");
        var second = Up(gateway, "4002");
        gateway.Ask(new TransferRequest.HandOver(first, second));
        world.Run();
        Assert.Equal(first, gateway.Transfer<TransferIndication.Succeeded>().Call);
        Assert.Equal(0, gateway.Trunk.CallCount);
        Assert.Equal("4001-4002 inside, 4002-4001 inside", far.Who);
        Assert.DoesNotContain(far.Events, what => what is FarEndEvent.Released);
        far.Give(new FarEndInput.HangUp(new FarEndCall(1)));
        Assert.Equal(2, far.Events.OfType<FarEndEvent.Released>().Count());
        Assert.Empty(far.Connections);
    }

    [Theory]
    [InlineData(IsdnVariant.Ni2)]
    [InlineData(IsdnVariant.Dms100)]
    public void Two_b_channel_transfer_and_release_link_trunk_join_the_subscribers_likewise(IsdnVariant variant)
    {
        var (gateway, far) = Pair(variant);
        var first = Up(gateway, "4001");
        var second = Up(gateway, "4002");
        gateway.Ask(new TransferRequest.HandOver(first, second));
        world.Run();
        gateway.Transfer<TransferIndication.Succeeded>();
        Assert.Equal(0, gateway.Trunk.CallCount);
        Assert.Equal("4001-4002 inside, 4002-4001 inside", far.Who);
    }

    [Fact]
    public void Implicit_call_transfer_joins_the_held_party_with_the_other()
    {
        var (gateway, far) = Pair();
        var first = Up(gateway, "4001");
        gateway.Ask(first, new CallRequest.Hold());
        world.Run();
        var second = Up(gateway, "4002");
        gateway.Ask(new TransferRequest.HandOver(first, second, ImplicitLinkage: true));
        world.Run();
        gateway.Transfer<TransferIndication.Succeeded>();
        Assert.Equal("4001-4002 inside, 4002-4001 inside", far.Who);
    }

    [Fact]
    public void Explicit_call_transfer_to_an_alerting_subscriber_succeeds()
    {
        var (gateway, far) = Pair();
        var first = Up(gateway, "4001");
        var second = gateway.Dial("4080");
        world.Run();
        gateway.Ask(new TransferRequest.HandOver(first, second));
        world.Run();
        gateway.Transfer<TransferIndication.Succeeded>();
        Assert.Equal("4001-4080 inside, 4080-4001 inside", far.Who);
    }

    [Fact]
    public void A_subscriber_sent_to_another_is_told_to_the_gateway_by_ect_inform()
    {
        var (gateway, far) = Pair();
        Up(gateway, "4001");
        far.Give(new FarEndInput.Transfer(new FarEndCall(1), "4002"));
        world.Run();
        Assert.Equal([true, false], gateway.Transfers.OfType<TransferIndication.PartyChanged>().Select(changed => changed.Alerting));
        Assert.Equal("4002", DigitsOf(gateway.Transfers.OfType<TransferIndication.PartyChanged>().Last().Party));
        Assert.Equal("4002-1001 channel 1", far.Who);
        Assert.True(far.Only<FarEndEvent.TransferEnded>().Succeeded);
    }

    [Fact]
    public void In_qsig_the_new_party_is_told_on_both_calls_by_call_transfer_complete()
    {
        var (gateway, far) = Pair(IsdnVariant.Qsig);
        var first = Up(gateway, "5001");
        var second = Up(gateway, "5002");
        gateway.Ask(new TransferRequest.Announce(first, TransferCall.Primary, Party("5002"), Alerting: false));
        gateway.Ask(new TransferRequest.Announce(second, TransferCall.Secondary, Party("5001"), Alerting: false));
        world.Run();
        Assert.Equal(2, far.Events.OfType<FarEndEvent.ConnectedTo>().Count());
        Assert.Equal("5001-5002 channel 1, 5002-5001 channel 2", far.Who);
    }

    [Fact]
    public void A_qsig_switch_joins_the_two_calls_of_a_subscriber_and_tells_both_parties()
    {
        var (gateway, far) = Pair(IsdnVariant.Qsig);
        var first = Up(gateway, "5001", "1001");
        var second = Up(gateway, "5001", "1002");
        far.Give(new FarEndInput.TransferTo(new FarEndCall(1), new FarEndCall(2)));
        world.Run();
        var told = gateway.Transfers.OfType<TransferIndication.PartyChanged>().ToDictionary(changed => changed.Call, changed => DigitsOf(changed.Party));
        Assert.Equal("1002", told[first]);
        Assert.Equal("1001", told[second]);
        Assert.Equal("1002-1001 channel 1, 1001-1002 channel 2", far.Who);
    }

    [Fact]
    public void Rerouteing_with_an_identity_joins_the_subscribers_of_both_calls()
    {
        var (gateway, far) = Pair(IsdnVariant.Qsig);
        var first = Up(gateway, "5001");
        var second = Up(gateway, "5002");
        gateway.Ask(new TransferRequest.Identify(second));
        world.Run();
        var identified = gateway.Transfer<TransferIndication.Identified>();
        Assert.Equal("5002", identified.RerouteingNumber.Digits);
        gateway.Ask(new TransferRequest.Reroute(first, identified.RerouteingNumber, identified.Identity));
        world.Run();
        Assert.Equal(first, gateway.Transfer<TransferIndication.Succeeded>().Call);
        Assert.Equal(0, gateway.Trunk.CallCount);
        Assert.Equal("5001-5002 inside, 5002-5001 inside", far.Who);
    }

    [Fact]
    public void A_new_call_that_shows_an_identity_takes_the_place_of_the_call_it_was_given_out_on()
    {
        var (gateway, far) = Pair(IsdnVariant.Qsig);
        var second = Up(gateway, "5002", "1001");
        gateway.Ask(new TransferRequest.Identify(second));
        world.Run();
        var identified = gateway.Transfer<TransferIndication.Identified>();
        var call = gateway.Dial(identified.RerouteingNumber.Digits, "1002", CallTransferSetup(identified.Identity));
        world.Run(0.2);
        Assert.Equal(10, gateway.Trunk.StateOf(call));
        Assert.Equal(16, gateway.Last<CallIndication.Released>(second).Cause.Value);
        Assert.Equal("5002-1002 channel 2", far.Who);
        far.Only<FarEndEvent.Moved>();
    }

    [Fact]
    public void An_unknown_identity_is_refused_and_the_call_stays()
    {
        var (gateway, far) = Pair(IsdnVariant.Qsig);
        var call = Up(gateway, "5001");
        gateway.Ask(new TransferRequest.Reroute(call, new PartyNumber.Unknown("5002"), "9999"));
        world.Run();
        Assert.Equal(
            new TransferFailure.Refused(Code.Local((int)QsigError.UnrecognizedCallIdentity)), gateway.Transfer<TransferIndication.Failed>().Failure);
        Assert.Single(far.Connections);
    }

    [Fact]
    public void A_party_that_leaves_while_its_new_party_rings_is_joined_with_nobody()
    {
        var (gateway, far) = Pair(IsdnVariant.Qsig);
        var call = Up(gateway, "5001");
        gateway.Ask(new TransferRequest.SingleStep(call, new PartyNumber.Unknown("5002"), Party("5001"), null, AwaitConnect: true));
        world.Run(0.1);
        gateway.Ask(call, new CallRequest.Disconnect(Normal));
        world.Run();
        Assert.Empty(far.Connections);
        far.Only<FarEndEvent.Released>();
    }

    [Theory]
    [InlineData("4086")]
    [InlineData("3001")]
    public void A_subscriber_cannot_be_sent_to_one_who_is_busy_or_nobody(string number)
    {
        var (gateway, far) = Pair();
        Up(gateway, "4001");
        far.Give(new FarEndInput.Transfer(new FarEndCall(1), number));
        world.Run();
        Assert.False(far.Only<FarEndEvent.TransferEnded>().Succeeded);
        Assert.Empty(gateway.Transfers);
        Assert.Equal("4001-1001 channel 1", far.Who);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_single_step_transfer_to_another_subscriber_succeeds(bool awaitConnect)
    {
        var (gateway, far) = Pair(IsdnVariant.Qsig);
        var call = Up(gateway, "5001");
        gateway.Ask(new TransferRequest.SingleStep(call, new PartyNumber.Unknown("5002"), Party("5001"), null, awaitConnect));
        world.Run();
        gateway.Transfer<TransferIndication.Succeeded>();
        Assert.Equal(0, gateway.Trunk.CallCount);
        Assert.Equal("5001-5002 inside, 5002-5001 inside", far.Who);
        Assert.Equal("5002", far.Only<FarEndEvent.TransferAsked>().Number);
    }

    [Theory]
    [InlineData("5086", QsigError.EstablishmentFailure)]
    [InlineData("3001", QsigError.InvalidRerouteingNumber)]
    public void A_single_step_transfer_to_one_who_is_busy_or_nobody_is_refused_and_the_call_stays(string number, QsigError error)
    {
        var (gateway, far) = Pair(IsdnVariant.Qsig);
        var call = Up(gateway, "5001");
        gateway.Ask(new TransferRequest.SingleStep(call, new PartyNumber.Unknown(number), Party("5001"), null, AwaitConnect: true));
        world.Run();
        Assert.Equal(
            new TransferFailure.Refused(Code.Local((int)error)), gateway.Transfer<TransferIndication.Failed>().Failure);
        Assert.Equal("5001-1001 channel 1", far.Who);
    }

    private (BareTrunk Gateway, FarEndNode Switch) Pair(IsdnVariant variant = IsdnVariant.Etsi)
    {
        var gateway = new BareTrunk(world, new IsdnTrunkSettings(IsdnSide.User, variant));
        var far = new IsdnSwitch(new IsdnSwitchSettings(new IsdnTrunkSettings(IsdnSide.Network, variant), variant == IsdnVariant.Qsig ? "5001" : "4001"));
        var node = new FarEndNode(world, far, wire: gateway);
        gateway.Give(new IsdnInput.Start());
        world.Run(1);
        Assert.True(gateway.Trunk.IsUp);
        return (gateway, node);
    }

    private IsdnCallId Up(BareTrunk gateway, string number, string from = "1001")
    {
        var call = gateway.Dial(number, from);
        world.Run();
        Assert.Equal(10, gateway.Trunk.StateOf(call));
        return call;
    }

    private static FacilityElement CallTransferSetup(string identity)
    {
        var contents = new FacilityContents(
            ProtocolProfile.NetworkingExtensions, null, NetworkFacilityExtension.EndToEnd, null, Interpretation.ClearCallIfAnyInvokePduNotRecognised,
            [new CallTransferSetup(identity).ToInvoke(1)]);
        var octets = new byte[200];
        Assert.True(contents.TryEncode(octets, out var written));
        return new FacilityElement(octets[..written]);
    }

    private static TransferParty Party(string number) =>
        new(new PresentedNumberScreened.PresentationAllowed(new PartyNumber.Unknown(number), ScreeningIndicator.NetworkProvided));

    private static string? DigitsOf(TransferParty party) => (party.Number as PresentedNumberScreened.PresentationAllowed)?.Number.Digits;
}
