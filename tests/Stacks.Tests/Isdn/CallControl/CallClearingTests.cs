using Gateway.Codecs.Isdn.Elements;
using Gateway.Isdn;

namespace Stacks.Tests.Isdn.CallControl;

/// <summary>ITU-T Q.931 (05/1998) clause 5.3.</summary>
public class CallClearingTests
{
    private static readonly Cause Busy = new(Location.PrivateNetworkServingLocalUser, 17);

    [Fact]
    public void A_call_not_answered_in_any_way_is_refused_by_release_complete()
    {
        var peer = Offered();
        Assert.Equal("080280015a08028191", peer.Want(peer.Incoming(), new CallRequest.Disconnect(Busy)));
        Assert.Equal("Incoming Released", peer.Told());
        Assert.Equal(0, peer.Trunk.CallCount);
    }

    [Fact]
    public void Afterwards_it_is_disconnected_and_the_reported_cause_is_the_first()
    {
        var peer = Offered();
        var call = peer.Incoming();
        peer.Want(call, new CallRequest.Proceed());
        Assert.Equal("080280014508028191", peer.Want(call, new CallRequest.Disconnect(Busy)));
        Assert.Equal("", peer.Want(call, new CallRequest.Disconnect(new(Location.User, 16))));
        Assert.Equal("080280015a", peer.Say("0802 0001 4d 08 02 8290"));
        Assert.Equal(17, peer.Last<CallIndication.Released>().Cause.Value);
    }

    [Fact]
    public void Two_disconnects_that_cross_end_in_release()
    {
        var peer = Offered();
        var call = peer.Incoming();
        peer.Want(call, new CallRequest.Proceed());
        peer.Want(call, new CallRequest.Disconnect(Busy));
        Assert.Equal("080280014d", peer.Say("0802 0001 45 08 02 8290"));
        Assert.Equal("", peer.Say("0802 0001 4d"));
        Assert.Equal("Incoming Released", peer.Told());
    }

    [Fact]
    public void Release_and_release_complete_of_the_peer_end_the_call_at_once()
    {
        var peer = Offered();
        Assert.Equal("080280015a", peer.Say("0802 0001 4d 08 02 8290"));
        Assert.Equal((16, Location.PublicNetworkServingLocalUser), (peer.Last<CallIndication.Released>().Cause.Value, peer.Last<CallIndication.Released>().Cause.Location));
        peer.Say("0802 0002 05 04 03 8090a3 18 03 a98381");
        Assert.Equal("", peer.Say("0802 0002 5a 08 02 829b"));
        Assert.Equal(27, peer.Last<CallIndication.Released>().Cause.Value);
        Assert.Equal(0, peer.Trunk.CallCount);
    }

    [Fact]
    public void An_unanswered_disconnect_becomes_release_which_is_repeated_once()
    {
        var peer = Offered();
        var call = peer.Incoming();
        peer.Want(call, new CallRequest.Proceed());
        peer.Want(call, new CallRequest.Disconnect(Busy));
        Assert.Equal("080280014d08028191", peer.Expire(IsdnTimer.T305, call));
        Assert.Equal("080280014d08028191", peer.Expire(IsdnTimer.T308, call));
        Assert.Equal("", peer.Expire(IsdnTimer.T308, call));
        Assert.Equal(17, peer.Last<CallIndication.Released>().Cause.Value);
        Assert.Equal(0, peer.Trunk.CallCount);
        Assert.DoesNotContain(peer.Timers, timer => timer.Call is not null);
    }

    [Fact]
    public void Facilities_ride_in_a_refusal_and_in_a_disconnect()
    {
        var peer = Offered();
        var call = peer.Incoming();
        Assert.Equal("080280015a080281911c0191", peer.Want(call, new CallRequest.Disconnect(Busy) { Elements = [new FacilityElement([0x91])] }));
        peer.Say("0802 0002 05 04 03 8090a3 18 03 a98381");
        peer.Want(peer.Incoming(), new CallRequest.Proceed());
        peer.Outputs.Clear();
        peer.Say("0802 0002 45 08 02 8290 1c 01 91");
        Assert.Equal("FacilityReceived Disconnecting", peer.Told());
        peer.Say("0802 0002 5a 1c 01 91");
        Assert.Equal("FacilityReceived Disconnecting FacilityReceived Released", peer.Told());
    }

    [Fact]
    public void What_comes_after_release_was_sent_is_too_late()
    {
        var peer = Offered();
        peer.Say("0802 0001 45 08 02 8290");
        Assert.Equal("", peer.Say("0802 0001 01"));
        Assert.Equal("", peer.Say("0802 0001 45 08 02 8290"));
        Assert.Equal("080280017d0802819e140113", peer.Say("0802 0001 75"));
        Assert.Equal("", peer.Want(peer.Incoming(), new CallRequest.Answer()));
        Assert.Equal("", peer.Say("0802 0001 5a"));
        Assert.Equal("Incoming Disconnecting Released", peer.Told());
    }

    private static ScriptedPeer Offered()
    {
        var peer = new ScriptedPeer(new(IsdnSide.User));
        peer.Say("0802 0001 05 04 03 8090a3 18 03 a98381");
        return peer;
    }
}
