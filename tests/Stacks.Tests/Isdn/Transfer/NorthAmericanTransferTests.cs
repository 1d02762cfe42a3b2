using Gateway.Codecs.Isdn.Facility;
using Gateway.Isdn;
using Gateway.Isdn.Transfer;

namespace Stacks.Tests.Isdn.Transfer;

/// <summary>Two B-channel transfer and release link trunk. Octets are those of ni2-tbct and dms100-rlt in fixtures/isdn/libpri-frames.json.</summary>
public class NorthAmericanTransferTests
{
    [Theory]
    [InlineData(IsdnVariant.Ni2)]
    [InlineData(IsdnVariant.Lucent5Ess)]
    [InlineData(IsdnVariant.Att4Ess)]
    public void Two_B_channel_transfer_names_the_other_call_and_is_answered_while_clearing(IsdnVariant variant)
    {
        var line = new Line(variant);
        var (a, atNetworkA) = line.Call(line.User);
        var (b, atNetworkB) = line.Call(line.User);
        line.Forget();
        line.Ask(line.User, new TransferRequest.HandOver(b, a));
        Assert.Equal("Facility 91a11102010106072a8648ce1500083003020101", Assert.Single(line.User.Sent));
        Assert.Equal(new TransferIndication.Requested(atNetworkB, new TransferTarget.ToCall(atNetworkA)), Assert.Single(line.Network.Transfers));
        line.Ask(line.Network, new TransferRequest.Complete(atNetworkB));
        Assert.Equal("Disconnect 91a203020101", Assert.Single(line.Network.Sent));
        Assert.Equal(new TransferIndication.Succeeded(b), Assert.Single(line.User.Transfers));
        Assert.Equal(0, line.User.Trunk.CallCount);
    }

    [Fact]
    public void An_incoming_call_is_named_with_its_flag() // ni2-tbct-incoming-ref-24
    {
        var line = new Line(IsdnVariant.Ni2);
        var (atNetworkA, a) = line.Call(line.Network);
        var (b, atNetworkB) = line.Call(line.User);
        line.Forget();
        line.Ask(line.User, new TransferRequest.HandOver(b, a));
        Assert.Equal("Facility 91a11302010106072a8648ce15000830050203008001", Assert.Single(line.User.Sent));
        Assert.Equal(new TransferIndication.Requested(atNetworkB, new TransferTarget.ToCall(atNetworkA)), Assert.Single(line.Network.Transfers));
    }

    [Fact]
    public void A_reject_says_that_the_switch_does_not_know_it() // ni2-tbct-26
    {
        var line = new Line(IsdnVariant.Ni2);
        var (a, _) = line.Call(line.User);
        var (b, atNetworkB) = line.Call(line.User);
        line.Ask(line.User, new TransferRequest.HandOver(b, a));
        line.SendFacility(line.Network, atNetworkB, "91a406020101810101");
        Assert.Equal(
            new TransferFailure.Rejected(Problem.UnrecognizedOperation),
            Assert.IsType<TransferIndication.Failed>(Assert.Single(line.User.Transfers)).Failure);
    }

    [Fact]
    public void Networking_extensions_say_what_becomes_of_unknown_operations()
    {
        var line = new Line(IsdnVariant.Ni2);
        var (a, _) = line.Call(line.User);
        line.Forget();
        line.SendFacility(line.User, a, "9f8b0100a107020105020200fa");
        Assert.Empty(line.Network.Sent);
        line.SendFacility(line.User, a, "91a107020105020200fa");
        Assert.Equal("Facility 91a406020105810101", Assert.Single(line.Network.Sent));
    }

    [Fact]
    public void Release_link_trunk_asks_at_setup_and_joins_by_the_identity_it_got()
    {
        var line = new Line(IsdnVariant.Dms100);
        var (atNetworkA, a) = line.Call(line.Network);
        var (b, atNetworkB) = line.Call(line.User);
        Assert.Equal("Setup 11bea106020101020101", Assert.Single(line.User.Sent));
        Assert.Equal("Alerting 11bea20b02010130060201018001" + "01", Assert.Single(line.Network.Sent));
        line.Forget();

        line.Ask(line.User, new TransferRequest.HandOver(a, b));
        Assert.Equal("Facility 11bea10e0201020201023006800101810100", Assert.Single(line.User.Sent));
        Assert.Equal(new TransferIndication.Requested(atNetworkA, new TransferTarget.ToCall(atNetworkB)), Assert.Single(line.Network.Transfers));
        line.Ask(line.Network, new TransferRequest.Complete(atNetworkA));
        Assert.Equal("Disconnect 11bea203020102", Assert.Single(line.Network.Sent));
        Assert.Equal(new TransferIndication.Succeeded(a), Assert.Single(line.User.Transfers));
    }

    [Fact]
    public void Without_a_call_identity_there_is_no_release_link_transfer()
    {
        var line = new Line(IsdnVariant.Dms100);
        var (_, a) = line.Call(line.Network);
        var (_, b) = line.Call(line.Network);
        line.Ask(line.User, new TransferRequest.HandOver(a, b));
        Assert.IsType<TransferFailure.NotPossible>(Assert.IsType<TransferIndication.Failed>(Assert.Single(line.User.Transfers)).Failure);
    }
}
