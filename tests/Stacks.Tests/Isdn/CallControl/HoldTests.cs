using Gateway.Codecs.Isdn.Elements;
using Gateway.Isdn;

namespace Stacks.Tests.Isdn.CallControl;

/// <summary>Hold and retrieve, EN 300 141-1 (05/2001) with the auxiliary states of EN 300 196-1 V1.3.2 clause 7.2. The octets are those of
/// etsi-hold-pri and etsi-hold-reject in fixtures/isdn/libpri-frames.json, but for call references and channels.</summary>
public class HoldTests
{
    private static readonly Cause NotSubscribed = new(Location.PrivateNetworkServingLocalUser, 50);

    [Theory]
    [InlineData(IsdnSide.User)]
    [InlineData(IsdnSide.Network)]
    public void A_call_is_held_gives_its_channel_away_and_comes_back_on_another(IsdnSide holder)
    {
        var other = IsdnTrunkTests.Other(holder);
        var (pair, out1, in1) = IsdnTrunkTests.Answered(IsdnVariant.Etsi, IsdnSide.User);
        var (mine, theirs) = holder == IsdnSide.User ? (out1, in1) : (in1, out1);
        pair.Want(holder, mine, new CallRequest.Hold());
        pair.Run();
        pair.Want(other, theirs, new CallRequest.AcknowledgeHold());
        pair.Run();
        Assert.IsType<CallIndication.Held>(pair.Indications(holder).Last().What);
        Assert.True(pair.User.IsHeld(out1));
        Assert.True(pair.Network.IsHeld(in1));
        Assert.Equal(10, pair.User.StateOf(out1));
        Assert.Null(pair.User.ChannelOf(out1));

        // The channel is free: a second call takes it.
        var second = pair.Place(IsdnSide.User, IsdnTrunkTests.Setup());
        pair.Run();
        Assert.Equal(1, pair.User.ChannelOf(second));

        pair.Want(holder, mine, new CallRequest.Retrieve());
        pair.Run();
        pair.Want(other, theirs, new CallRequest.AcknowledgeRetrieve());
        pair.Run();
        var channel = other == IsdnSide.User ? 2 : 31;
        Assert.Equal(channel, pair.Last<CallIndication.Retrieved>(holder).Channel);
        Assert.Equal(channel, pair.User.ChannelOf(out1));
        Assert.Equal(channel, pair.Network.ChannelOf(in1));
        Assert.False(pair.User.IsHeld(out1));
    }

    [Fact]
    public void Hold_refused_and_hold_unanswered_leave_the_call_as_it_was()
    {
        var peer = Active();
        var call = peer.Incoming();
        Assert.Equal("0802800124", peer.Want(call, new CallRequest.Hold()));
        peer.Say("0802 0001 30 08 02 82b2");
        Assert.Equal(50, peer.Last<CallIndication.HoldRejected>().Cause.Value);
        peer.Want(call, new CallRequest.Hold());
        peer.Expire(IsdnTimer.THold, call);
        Assert.Equal(102, peer.Last<CallIndication.HoldRejected>().Cause.Value);
        Assert.False(peer.Trunk.IsHeld(call));
        Assert.Equal(5, peer.Trunk.ChannelOf(call));
    }

    [Fact]
    public void Retrieve_refused_and_retrieve_unanswered_leave_the_call_held()
    {
        var peer = Active();
        var call = peer.Incoming();
        peer.Want(call, new CallRequest.Hold());
        peer.Say("0802 0001 28");
        Assert.Equal("0802800131", peer.Want(call, new CallRequest.Retrieve()));
        peer.Say("0802 0001 37 08 02 82ac");
        Assert.Equal(44, peer.Last<CallIndication.RetrieveRejected>().Cause.Value);
        Assert.True(peer.Trunk.IsHeld(call));
        peer.Want(call, new CallRequest.Retrieve());
        peer.Expire(IsdnTimer.TRetrieve, call);
        Assert.Equal(102, peer.Last<CallIndication.RetrieveRejected>().Cause.Value);
        Assert.True(peer.Trunk.IsHeld(call));
        peer.Want(call, new CallRequest.Retrieve());
        peer.Say("0802 0001 33 18 03 a98392");
        Assert.Equal(18, peer.Last<CallIndication.Retrieved>().Channel);
    }

    [Fact]
    public void A_hold_of_the_peer_may_be_refused()
    {
        var peer = Active();
        Assert.Equal("", peer.Say("0802 0001 24"));
        Assert.Equal("0802800130080281b2", peer.Want(peer.Incoming(), new CallRequest.RejectHold(NotSubscribed)));
        Assert.Equal("", peer.Say("0802 0001 24"));
        Assert.Equal("0802800128", peer.Want(peer.Incoming(), new CallRequest.AcknowledgeHold()));
        Assert.Equal("", peer.Say("0802 0001 31"));
        Assert.Equal("0802800137080281ac", peer.Want(peer.Incoming(), new CallRequest.RejectRetrieve(new(Location.PrivateNetworkServingLocalUser, 44))));
        Assert.True(peer.Trunk.IsHeld(peer.Incoming()));
    }

    [Fact]
    public void Holds_that_cross_and_retrieves_of_the_wrong_side_are_rejected()
    {
        var peer = Active();
        var call = peer.Incoming();
        peer.Want(call, new CallRequest.Hold());
        Assert.Equal("080280013008038" + "1e524", peer.Say("0802 0001 24"));
        peer.Say("0802 0001 28");
        Assert.Equal("080280013708038" + "1e531", peer.Say("0802 0001 31"));
    }

    [Fact]
    public void Qsig_has_no_hold()
    {
        var peer = Active(IsdnVariant.Qsig);
        Assert.Equal("0802800130080281c5", peer.Say("0802 0001 24"));
        Assert.Equal("", peer.Want(peer.Incoming(), new CallRequest.Hold()));
        Assert.Equal(69, peer.Last<CallIndication.HoldRejected>().Cause.Value);
    }

    [Fact]
    public void A_call_not_yet_answered_here_is_not_held()
    {
        var peer = new ScriptedPeer(new(IsdnSide.User));
        peer.Say("0802 0001 05 04 03 8090a3 18 03 a98385");
        Assert.Equal("080280013008038" + "1e524", peer.Say("0802 0001 24"));
    }

    [Fact]
    public void With_every_channel_taken_a_retrieve_is_rejected_with_44()
    {
        var peer = Active(IsdnVariant.Etsi, IsdnInterface.Basic);
        peer.Say("0801 01 24");
        peer.Want(peer.Incoming(), new CallRequest.AcknowledgeHold());
        var held = peer.Incoming();
        peer.Say("0801 02 05 04 03 8090a3 18 01 89");
        peer.Say("0801 03 05 04 03 8090a3 18 01 8a");
        peer.Say("0801 01 31");
        Assert.Equal("08018137080281ac", peer.Want(held, new CallRequest.AcknowledgeRetrieve()));
        Assert.True(peer.Trunk.IsHeld(held));
    }

    [Fact]
    public void A_held_call_is_cleared_without_disturbing_who_has_its_channel()
    {
        var peer = Active();
        var held = peer.Incoming();
        peer.Say("0802 0001 24");
        peer.Want(held, new CallRequest.AcknowledgeHold());
        peer.Say("0802 0002 05 04 03 8090a3 18 03 a98385");
        var second = peer.Incoming();
        peer.Outputs.Clear();
        Assert.Equal("080280014d", peer.Say("0802 0001 45 08 02 8290 1c 06 91 a203020166"));
        peer.Say("0802 0001 5a");
        Assert.Equal("FacilityReceived Disconnecting Released", peer.Told());
        Assert.Equal(5, peer.Trunk.ChannelOf(second));
    }

    [Fact]
    public void A_call_that_ends_during_hold_leaves_no_timer()
    {
        var peer = Active();
        peer.Want(peer.Incoming(), new CallRequest.Hold());
        peer.Say("0802 0001 4d 08 02 8290");
        Assert.DoesNotContain(peer.Timers, timer => timer.Call is not null);
    }

    private static ScriptedPeer Active(IsdnVariant variant = IsdnVariant.Etsi, IsdnInterface kind = IsdnInterface.PrimaryE1)
    {
        var peer = new ScriptedPeer(new(IsdnSide.User, variant) { Interface = kind });
        var reference = kind == IsdnInterface.Basic ? "0801 01" : "0802 0001";
        peer.Say(reference + " 05 04 03 8090a3 " + (kind == IsdnInterface.Basic ? "18 01 89" : "18 03 a98385"));
        peer.Want(peer.Incoming(), new CallRequest.Answer());
        peer.Say(reference + " 0f");
        return peer;
    }
}
