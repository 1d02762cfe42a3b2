using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Isdn;

namespace Stacks.Tests.Isdn.CallControl;

/// <summary>ITU-T Q.931 (05/1998) clauses 5.1 and 5.2. Octets of the peer are written after the coding tables.</summary>
public class CallEstablishmentTests
{
    private const string Offer = "0802 0001 05 04 03 8090a3 18 03 a98385 70 05 8135303031";

    private static readonly IsdnTrunkSettings User = new(IsdnSide.User);

    private static CallRequest.Setup Speech => new() { Elements = [BearerCapability.Speech(), new CalledPartyNumber(TypeOfNumber.Unknown, NumberingPlan.E164, "5001")] };

    [Fact]
    public void A_setup_names_the_first_free_channel_and_the_next_reference()
    {
        var peer = new ScriptedPeer(User);
        peer.Place(Speech);
        peer.Place(Speech);
        Assert.Equal("080200010504038090a31803a9838170058135303031\n080200020504038090a31803a9838270058135303031", peer.Answers());
    }

    [Fact]
    public void The_network_hunts_its_channels_from_above()
    {
        var peer = new ScriptedPeer(new(IsdnSide.Network));
        peer.Place(Speech);
        Assert.Contains("1803a9839f", peer.Answers(), StringComparison.Ordinal);
    }

    [Fact]
    public void Logical_numbering_counts_without_the_gap()
    {
        var peer = new ScriptedPeer(new(IsdnSide.Network, IsdnVariant.Qsig) { Numbering = ChannelNumbering.Logical });
        var call = peer.Place(Speech);
        Assert.Contains("1803a9839e", peer.Answers(), StringComparison.Ordinal);
        Assert.Equal(31, peer.Trunk.ChannelOf(call));
        peer.Say("0802 0005 05 04 03 8090a3 18 03 a98393");
        Assert.Equal(20, peer.Trunk.ChannelOf(peer.Incoming()));
    }

    [Fact]
    public void The_first_answer_to_a_setup_names_the_channel_and_the_next_do_not()
    {
        var peer = new ScriptedPeer(User);
        Assert.Equal("", peer.Say(Offer));
        var call = peer.Incoming();
        Assert.Equal(5, peer.Last<CallIndication.Incoming>().Channel);
        Assert.Equal("08028001021803a98385", peer.Want(call, new CallRequest.Proceed()));
        Assert.Equal("0802800101", peer.Want(call, new CallRequest.Alert()));
        Assert.Equal("0802800107", peer.Want(call, new CallRequest.Answer()));
        Assert.Equal(8, peer.Trunk.StateOf(call));
        Assert.Equal("", peer.Say("0802 0001 0f"));
        Assert.Equal(10, peer.Trunk.StateOf(call));
    }

    [Fact]
    public void A_call_may_be_alerted_or_answered_at_once()
    {
        var peer = new ScriptedPeer(User);
        peer.Say(Offer);
        Assert.Equal("08028001011803a98385", peer.Want(peer.Incoming(), new CallRequest.Alert()));
        peer.Say("0802 0002 05 04 03 8090a3 18 03 a98386");
        Assert.Equal("08028002071803a98386", peer.Want(peer.Incoming(), new CallRequest.Answer()));
    }

    [Fact]
    public void Progress_before_any_answer_is_preceded_by_call_proceeding_and_says_in_band()
    {
        var peer = new ScriptedPeer(User);
        peer.Say(Offer);
        Assert.Equal("08028001021803a98385\n08028001031e028188", peer.Want(peer.Incoming(), new CallRequest.Progress()));
        Assert.Equal("08028001031e028181", peer.Want(peer.Incoming(), new CallRequest.Progress
        {
            Elements = [new ProgressIndicator(Location.PrivateNetworkServingLocalUser, ProgressDescription.NotEndToEndIsdn)],
        }));
    }

    [Fact]
    public void A_preferred_channel_that_is_taken_gives_way_to_another()
    {
        var peer = new ScriptedPeer(User);
        peer.Say("0802 0001 05 04 03 8090a3 18 03 a98381");
        peer.Say("0802 0002 05 04 03 8090a3 18 03 a18381");
        Assert.Equal("08028002021803a98382", peer.Want(peer.Incoming(), new CallRequest.Proceed()));
        Assert.Equal("080280035a080281ac", peer.Say("0802 0003 05 04 03 8090a3 18 03 a98381"));
        Assert.Equal("080280045a080281d2", peer.Say("0802 0004 05 04 03 8090a3 18 03 a98390"));
        Assert.Equal(2, peer.Trunk.CallCount);
    }

    [Fact]
    public void Any_channel_and_a_channel_by_map_are_understood()
    {
        var peer = new ScriptedPeer(User);
        peer.Say("0802 0001 05 04 03 8090a3 18 01 a3");
        Assert.Equal(1, peer.Last<CallIndication.Incoming>().Channel);
        peer.Say("0802 0002 05 04 03 8090a3 18 06 a993 00100000");
        Assert.Equal(20, peer.Last<CallIndication.Incoming>().Channel);
    }

    [Fact]
    public void A_call_without_bearer_takes_no_channel_either_way()
    {
        var peer = new ScriptedPeer(new(IsdnSide.User, IsdnVariant.Qsig));
        peer.Say("0802 0001 05 04 02 a880 18 01 ac 1c 01 91");
        Assert.Null(peer.Last<CallIndication.Incoming>().Channel);
        Assert.Equal("Incoming FacilityReceived", peer.Told());
        Assert.Equal("0802800107", peer.Want(peer.Incoming(), new CallRequest.Answer()));
        var call = peer.Place(new() { Elements = [BearerCapability.SignallingOnly, ChannelIdentification.SignallingOnly] });
        Assert.Equal("08020001050402a8801801ac", peer.Answers());
        Assert.Null(peer.Trunk.ChannelOf(call));
    }

    [Fact]
    public void When_both_take_the_same_channel_the_networks_call_has_it()
    {
        var peer = new ScriptedPeer(User);
        var ours = peer.Place(Speech);
        peer.Answers();
        peer.Say("0802 0001 05 04 03 8090a3 18 03 a98381");
        Assert.Equal(1, peer.Trunk.ChannelOf(peer.Incoming()));
        peer.Say("0802 8001 5a 08 02 82ac");
        Assert.Equal(44, peer.Last<CallIndication.Released>().Cause.Value);
        Assert.Equal(0, peer.Trunk.StateOf(ours));
        Assert.Equal(1, peer.Trunk.ChannelOf(peer.Incoming()));

        var network = new ScriptedPeer(new(IsdnSide.Network));
        network.Place(new() { Elements = [BearerCapability.Speech(), ChannelIdentification.Primary(1)] });
        network.Answers();
        Assert.Equal("080280015a080282ac", network.Say("0802 0001 05 04 03 8090a3 18 03 a98381"));
    }

    [Fact]
    public void The_peer_may_choose_another_channel_only_when_that_was_left_open()
    {
        var peer = new ScriptedPeer(User with { ExclusiveChannels = false });
        var call = peer.Place(Speech);
        Assert.Contains("1803a18381", peer.Answers(), StringComparison.Ordinal);
        peer.Say("0802 8001 02 18 03 a98387");
        Assert.Equal(7, peer.Trunk.ChannelOf(call));

        var strict = new ScriptedPeer(User);
        strict.Place(Speech);
        strict.Answers();
        Assert.Equal("080200014d08028186", strict.Say("0802 8001 02 18 03 a98387"));
        strict.Say("0802 8001 5a");
        Assert.Equal(6, strict.Last<CallIndication.Released>().Cause.Value);
    }

    [Fact]
    public void Without_a_link_or_a_channel_a_call_ends_at_once()
    {
        var peer = new ScriptedPeer(new(IsdnSide.User) { Interface = IsdnInterface.Basic });
        peer.Place(Speech);
        peer.Place(Speech);
        peer.Place(Speech);
        Assert.Equal(34, peer.Last<CallIndication.Released>().Cause.Value);
        peer.Place(new() { Elements = [BearerCapability.Speech(), ChannelIdentification.Basic(1)] });
        Assert.Equal(44, peer.Last<CallIndication.Released>().Cause.Value);
        var cold = new IsdnTrunk(User);
        var outputs = cold.Handle(new IsdnInput.Request(cold.NewCall(), Speech));
        Assert.Equal(38, Assert.IsType<CallIndication.Released>(Assert.IsType<IsdnOutput.Indication>(Assert.Single(outputs)).What).Cause.Value);
    }

    [Fact]
    public void A_channel_the_caller_insists_on_is_not_replaced_when_taken()
    {
        var peer = new ScriptedPeer(User);
        peer.Place(new() { Elements = [BearerCapability.Speech(), ChannelIdentification.Primary(1)] });
        peer.Answers();
        peer.Place(new() { Elements = [BearerCapability.Speech(), ChannelIdentification.Primary(1)] });
        Assert.Equal(44, peer.Last<CallIndication.Released>().Cause.Value);
        Assert.Empty(peer.Answers());
    }

    [Fact]
    public void A_channel_merely_preferred_by_the_caller_is_replaced_when_taken()
    {
        var peer = new ScriptedPeer(User);
        peer.Place(Speech);
        peer.Answers();
        var call = peer.Place(new() { Elements = [BearerCapability.Speech(), ChannelIdentification.Primary(1, exclusive: false)] });
        Assert.Equal("080200020504038090a31803a18382", peer.Answers());
        Assert.Equal(2, peer.Trunk.ChannelOf(call));
    }

    [Fact]
    public void Overlap_sending_repeats_information_until_the_network_has_enough()
    {
        var peer = new ScriptedPeer(User);
        var call = peer.Place(new() { Elements = [BearerCapability.Speech()] });
        peer.Answers();
        peer.Say("0802 8001 0d 18 03 a98381");
        Assert.Equal(2, peer.Trunk.StateOf(call));
        Assert.Contains(new IsdnTimerKey(IsdnTimer.T304, call), peer.Timers);
        Assert.Equal("080200017b70028135", peer.Want(call, new CallRequest.Information { Elements = [new CalledPartyNumber(TypeOfNumber.Unknown, NumberingPlan.E164, "5")] }));
        peer.Say("0802 8001 02");
        Assert.Equal("MoreInformationWanted Proceeding", peer.Told());
        Assert.DoesNotContain(new IsdnTimerKey(IsdnTimer.T304, call), peer.Timers);
    }

    [Fact]
    public void Overlap_receiving_collects_digits_until_told_or_T302()
    {
        var peer = new ScriptedPeer(new(IsdnSide.Network));
        peer.Say("0802 0001 05 04 03 8090a3 18 03 a18381");
        var call = peer.Incoming();
        Assert.Equal("080280010d1803a98381", peer.Want(call, new CallRequest.MoreInformation()));
        Assert.Equal(2, peer.Trunk.StateOf(call));
        peer.Say("0802 0001 7b 70 02 8035");
        Assert.Equal("5", peer.Last<CallIndication.InformationReceived>().Message.First<CalledPartyNumber>()!.Digits);
        peer.Expire(IsdnTimer.T302, call);
        Assert.EndsWith("NumberEnded", peer.Told(), StringComparison.Ordinal);
        Assert.Equal("0802800145080282" + "9c", peer.Want(call, new CallRequest.Disconnect(new(Location.PublicNetworkServingLocalUser, 28))));
    }

    [Fact]
    public void Sending_complete_ends_T302()
    {
        var peer = new ScriptedPeer(new(IsdnSide.Network));
        peer.Say("0802 0001 05 04 03 8090a3");
        var call = peer.Incoming();
        peer.Want(call, new CallRequest.MoreInformation());
        peer.Say("0802 0001 7b 70 02 8035 a1");
        Assert.DoesNotContain(new IsdnTimerKey(IsdnTimer.T302, call), peer.Timers);
    }

    [Fact]
    public void A_setup_unanswered_is_repeated_once_and_then_given_up()
    {
        var peer = new ScriptedPeer(User);
        var call = peer.Place(Speech);
        var setup = peer.Answers();
        Assert.Equal(setup, peer.Expire(IsdnTimer.T303, call));
        Assert.Equal("080200015a080281e6", peer.Expire(IsdnTimer.T303, call));
        Assert.Equal(18, peer.Last<CallIndication.Released>().Cause.Value);
        Assert.Equal(0, peer.Trunk.CallCount);
    }

    [Theory]
    [InlineData("0802 8001 02 18 03 a98381", IsdnTimer.T310, 18)]
    [InlineData("0802 8001 01 18 03 a98381", IsdnTimer.T301, 19)]
    [InlineData("0802 8001 0d 18 03 a98381", IsdnTimer.T304, 28)]
    public void A_call_that_stops_half_way_is_cleared(string answer, IsdnTimer timer, byte reported)
    {
        var peer = new ScriptedPeer(User);
        var call = peer.Place(Speech);
        peer.Say(answer);
        Assert.Equal("0802000145080281e6", peer.Expire(timer, call));
        Assert.Equal("080200015a", peer.Say("0802 8001 4d"));
        Assert.Equal(reported, peer.Last<CallIndication.Released>().Cause.Value);
    }

    [Fact]
    public void Progress_ends_the_watch_of_T310()
    {
        var peer = new ScriptedPeer(User);
        var call = peer.Place(Speech);
        peer.Say("0802 8001 02 18 03 a98381");
        peer.Say("0802 8001 03 1e 02 8288");
        Assert.DoesNotContain(new IsdnTimerKey(IsdnTimer.T310, call), peer.Timers);
        Assert.Equal("Proceeding Progress", peer.Told());
    }

    [Fact]
    public void A_connect_unacknowledged_is_cleared_by_a_user_and_taken_for_granted_by_a_network()
    {
        var user = new ScriptedPeer(User);
        user.Say(Offer);
        user.Want(user.Incoming(), new CallRequest.Answer());
        Assert.Equal("0802800145080281e6", user.Expire(IsdnTimer.T313, user.Incoming()));

        var network = new ScriptedPeer(new(IsdnSide.Network));
        network.Say(Offer);
        network.Want(network.Incoming(), new CallRequest.Answer());
        Assert.Equal("Incoming AnswerAcknowledged", network.Told());
        Assert.Equal("", network.Say("0802 0001 0f"));
    }

    [Fact]
    public void References_wrap_and_skip_those_in_use()
    {
        var peer = new ScriptedPeer(new(IsdnSide.User) { Interface = IsdnInterface.Basic });
        var kept = peer.Place(Speech);
        for (var i = 2; i <= 128; i++)
        {
            var call = peer.Place(Speech);
            var reference = peer.Trunk.ReferenceOf(call)!.Value;
            Assert.Equal((uint)(i == 128 ? 2 : i), reference.Value);
            peer.Say($"0801 {reference.Value | 0x80:x2} 5a 08 02 8290");
        }

        Assert.Equal(1u, peer.Trunk.ReferenceOf(kept)!.Value.Value);
    }

    [Fact]
    public void A_request_out_of_place_changes_nothing_and_is_observed()
    {
        var peer = new ScriptedPeer(User);
        var call = peer.Place(Speech);
        peer.Answers();
        Assert.Equal("", peer.Want(call, new CallRequest.Answer()));
        Assert.Contains(peer.Observed(), line => line.StartsWith("Answer refused in U1", StringComparison.Ordinal));
        Assert.Equal("", peer.Want(new(99), new CallRequest.Answer()));
        Assert.Contains("Answer dropped: the call is gone", peer.Observed());
    }

    [Fact]
    public void A_message_too_long_for_a_frame_is_not_sent_and_observed()
    {
        var peer = new ScriptedPeer(User);
        peer.Say(Offer);
        Assert.Equal("", peer.Want(peer.Incoming(), new CallRequest.Facility { Elements = [new FacilityElement(new byte[255])] }));
        Assert.Contains(peer.Observed(), line => line.StartsWith("Facility not sent", StringComparison.Ordinal));
    }
}
