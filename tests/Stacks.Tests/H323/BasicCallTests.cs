using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H245;
using Gateway.Codecs.H323.H245.Audio;
using Gateway.H323;

namespace Stacks.Tests.H323;

public class BasicCallTests
{
    private readonly World world = new();
    private readonly Endpoint alice;
    private readonly Endpoint bob;
    private readonly Endpoint slow;

    public BasicCallTests()
    {
        alice = world.Add("alice");
        bob = world.Add("bob");
        slow = world.Add("slow", new H323Settings { FastConnect = false });
    }

    [Fact]
    public void A_call_with_fast_connect_rings_is_answered_and_is_cleared_by_the_caller()
    {
        var call = alice.Call(bob, media: alice.Media);
        world.Run();
        var incoming = bob.Incoming();
        var offered = bob.Only<H323Indication.IncomingCall>(incoming);
        Assert.Equal("1002", offered.Called!.Number);
        Assert.Equal("1001", offered.Calling!.Number);
        Assert.Equal("alice", offered.Calling.Display);
        Assert.Equal(alice.Media, offered.Media);

        bob.Give(new H323Input.Proceed(incoming));
        bob.Give(new H323Input.Alert(incoming));
        world.Run();
        Assert.Null(alice.Only<H323Indication.Alerting>(call).Media);

        bob.Give(new H323Input.Answer(incoming, bob.Media, new H323Party("1002") { Display = "Bob" }));
        world.Run();
        var answered = alice.Only<H323Indication.Answered>(call);
        Assert.Equal(bob.Media.Rtp, answered.Media!.Rtp);
        Assert.Equal([new AudioCapability.G711Alaw64k(20)], answered.Media.Audio);
        Assert.Equal("Bob", answered.Connected!.Display);

        alice.Give(new H323Input.Release(call, 16));
        world.Run();
        var released = bob.Only<H323Indication.Released>(incoming);
        Assert.Equal(16, released.Cause);
        Assert.True(released.ByPeer);
        Assert.False(alice.Only<H323Indication.Released>(call).ByPeer);
        AssertQuiet();
    }

    [Fact]
    public void Early_media_come_with_alerting_when_the_called_side_gives_them_there()
    {
        var call = alice.Call(bob, media: alice.Media);
        world.Run();
        bob.Give(new H323Input.Alert(bob.Incoming(), bob.Media));
        world.Run();
        Assert.Equal(bob.Media.Rtp, alice.Only<H323Indication.Alerting>(call).Media!.Rtp);
        bob.Give(new H323Input.Answer(bob.Incoming()));
        world.Run();
        Assert.Equal(bob.Media.Rtp, alice.Only<H323Indication.Answered>(call).Media!.Rtp);
    }

    [Fact]
    public void Without_fast_connect_tunnelled_h245_opens_one_channel_each_way()
    {
        var (call, incoming) = EstablishSlow();
        Assert.Null(slow.Only<H323Indication.Answered>(call).Media);
        Assert.Equal(bob.Media.Rtp, slow.Only<H323Indication.MediaChanged>(call).Media!.Rtp);
        Assert.Equal(slow.Media.Rtp, bob.Only<H323Indication.MediaChanged>(incoming).Media!.Rtp);
        Assert.Empty(slow.Observed);
        Assert.Empty(bob.Observed);
        Assert.Empty(slow.Timers);
        Assert.Empty(bob.Timers);
    }

    [Fact]
    public void Media_of_the_called_side_that_are_known_after_the_answer_open_the_channels_then()
    {
        var call = alice.Call(bob);
        world.Run();
        var incoming = bob.Incoming();
        bob.Give(new H323Input.Answer(incoming));
        world.Run();
        alice.Give(new H323Input.ChangeMedia(call, alice.Media));
        bob.Give(new H323Input.ChangeMedia(incoming, bob.Media));
        world.Run();
        Assert.Equal(bob.Media.Rtp, alice.Only<H323Indication.MediaChanged>(call).Media!.Rtp);
        Assert.Equal(alice.Media.Rtp, bob.Only<H323Indication.MediaChanged>(incoming).Media!.Rtp);
    }

    [Fact]
    public void Changed_media_of_a_fast_connected_call_are_taken_by_pause_and_re_routing()
    {
        var (call, incoming) = Establish();
        var elsewhere = new H323Media(new(System.Net.IPAddress.Parse("10.9.9.9"), 7000), new(System.Net.IPAddress.Parse("10.9.9.9"), 7001), alice.Media.Audio);
        alice.Give(new H323Input.ChangeMedia(call, elsewhere));
        world.Run();
        Assert.Equal(bob.Media.Rtp, alice.Only<H323Indication.MediaChanged>(call).Media!.Rtp);
        Assert.Equal([null, elsewhere.Rtp], bob.Heard<H323Indication.MediaChanged>(incoming).Select(changed => changed.Media?.Rtp));
        Assert.Empty(alice.Timers);
        Assert.Empty(bob.Timers);
        Assert.Empty(alice.Observed);
        Assert.Empty(bob.Observed);
    }

    [Fact]
    public void Changed_media_of_a_slow_started_call_are_taken_by_pause_and_re_routing()
    {
        var (call, incoming) = EstablishSlow();
        var elsewhere = new H323Media(new(System.Net.IPAddress.Parse("10.9.9.9"), 7000), new(System.Net.IPAddress.Parse("10.9.9.9"), 7001), bob.Media.Audio);
        bob.Give(new H323Input.ChangeMedia(incoming, elsewhere));
        world.Run();
        Assert.Equal([bob.Media.Rtp, null, elsewhere.Rtp], slow.Heard<H323Indication.MediaChanged>(call).Select(changed => changed.Media?.Rtp));
        Assert.Equal(2, bob.Heard<H323Indication.MediaChanged>(incoming).Count());
        Assert.Empty(slow.Timers);
        Assert.Empty(bob.Timers);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_channel_towards_the_peer_stays_open_when_the_sender_is_the_same(bool sameSender)
    {
        var (call, incoming) = Establish();
        alice.Sent.Clear();
        alice.Give(new H323Input.ChangeMedia(call, Elsewhere("10.9.9.1")) { SameSender = sameSender });
        world.Run();
        Assert.Equal(Elsewhere("10.9.9.1").Rtp, bob.Heard<H323Indication.MediaChanged>(incoming).Last().Media!.Rtp);
        var requests = alice.Sent.SelectMany(message => message.UserInformation!.H323UuPdu.H245Control ?? [])
            .Select(encoding => encoding.Decode<MultimediaSystemControlMessage>(out _)).OfType<MultimediaSystemControlMessage.Request>().ToList();
        Assert.Equal(sameSender ? 0 : 1, requests.Count(request => request.Value is RequestMessage.OpenLogicalChannel));
        Assert.Equal(sameSender ? 0 : 1, requests.Count(request => request.Value is RequestMessage.CloseLogicalChannel));
        Assert.Empty(alice.Timers);
        Assert.Empty(bob.Timers);
    }

    [Fact]
    public void Media_that_both_sides_change_at_once_are_taken_on_both()
    {
        var (call, incoming) = Establish();
        var ours = Elsewhere("10.9.9.1");
        var theirs = Elsewhere("10.9.9.2");
        alice.Give(new H323Input.ChangeMedia(call, ours));
        bob.Give(new H323Input.ChangeMedia(incoming, theirs));
        world.Run();
        Assert.Equal(theirs.Rtp, alice.Heard<H323Indication.MediaChanged>(call).Last().Media!.Rtp);
        Assert.Equal(ours.Rtp, bob.Heard<H323Indication.MediaChanged>(incoming).Last().Media!.Rtp);
        Assert.Empty(alice.Heard<H323Indication.MediaRefused>(call));
        Assert.Empty(bob.Heard<H323Indication.MediaRefused>(incoming));
        Assert.Empty(alice.Timers);
        Assert.Empty(bob.Timers);
    }

    [Fact]
    public void Media_that_change_twice_in_a_row_end_with_the_last()
    {
        var (call, incoming) = Establish();
        alice.Give(new H323Input.ChangeMedia(call, Elsewhere("10.9.9.1")));
        alice.Give(new H323Input.ChangeMedia(call, Elsewhere("10.9.9.2")));
        world.Run();
        Assert.Equal(Elsewhere("10.9.9.2").Rtp, bob.Heard<H323Indication.MediaChanged>(incoming).Last().Media!.Rtp);
        alice.Give(new H323Input.ChangeMedia(call, alice.Media));
        world.Run();
        Assert.Equal(alice.Media.Rtp, bob.Heard<H323Indication.MediaChanged>(incoming).Last().Media!.Rtp);
        Assert.Empty(alice.Heard<H323Indication.MediaRefused>(call));
        Assert.Empty(alice.Timers);
        Assert.Empty(bob.Timers);
    }

    [Fact]
    public void Media_changed_while_the_call_is_being_set_up_are_taken_once_it_is_answered()
    {
        var call = alice.Call(bob, media: alice.Media);
        world.Run();
        alice.Give(new H323Input.ChangeMedia(call, Elsewhere("10.9.9.1")));
        bob.Give(new H323Input.Answer(bob.Incoming(), bob.Media));
        world.Run();
        Assert.Equal(Elsewhere("10.9.9.1").Rtp, bob.Heard<H323Indication.MediaChanged>(bob.Incoming()).Last().Media!.Rtp);
    }

    [Fact]
    public void A_peer_that_never_closes_its_channels_leaves_the_media_as_they_were()
    {
        var (call, incoming) = Establish();
        alice.Give(new H323Input.ChangeMedia(call, Elsewhere("10.9.9.1")));
        alice.Expire(call, H323Timer.T103);
        alice.Only<H323Indication.MediaRefused>(call);
        world.Run();
        Assert.Equal(alice.Media.Rtp, bob.Heard<H323Indication.MediaChanged>(incoming).Last().Media!.Rtp);
        Assert.Empty(alice.Timers);
        Assert.Empty(bob.Timers);
    }

    [Fact]
    public void Without_a_coding_in_common_the_call_is_cleared()
    {
        var call = alice.Call(bob, media: alice.Media);
        world.Run();
        bob.Give(new H323Input.Answer(bob.Incoming(), bob.Media with { Audio = [new AudioCapability.G728(4)] }));
        world.Run();
        Assert.Null(alice.Only<H323Indication.Answered>(call).Media);
        Assert.Empty(alice.Heard<H323Indication.MediaChanged>(call));
        Assert.Contains(alice.Observed, line => line.Contains("no audio coding in common", StringComparison.Ordinal));
        Assert.Equal(65, alice.Only<H323Indication.Released>(call).Cause);
        AssertQuiet();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void With_neither_fast_connect_nor_tunnelling_the_call_is_cleared(bool callerTunnels)
    {
        var carol = world.Add("carol", new H323Settings { Tunnelling = callerTunnels, FastConnect = false });
        var dave = world.Add("dave", new H323Settings { Tunnelling = !callerTunnels, FastConnect = false });
        var call = carol.Call(dave, media: carol.Media);
        world.Run();
        var incoming = dave.Incoming();
        dave.Give(new H323Input.Answer(incoming, dave.Media));
        world.Run();
        Assert.Empty(carol.Heard<H323Indication.Answered>(call));
        Assert.Equal(65, carol.Only<H323Indication.Released>(call).Cause);
        Assert.Equal(65, dave.Only<H323Indication.Released>(incoming).Cause);
        Assert.Equal(0, carol.Stack.CallCount + dave.Stack.CallCount);
    }

    [Fact]
    public void A_peer_that_does_not_tunnel_refuses_changed_media()
    {
        var carol = world.Add("carol", new H323Settings { Tunnelling = false });
        var call = alice.Call(carol, media: alice.Media);
        world.Run();
        carol.Give(new H323Input.Answer(carol.Incoming(), carol.Media));
        world.Run();
        Assert.Equal(carol.Media.Rtp, alice.Only<H323Indication.Answered>(call).Media!.Rtp);
        alice.Give(new H323Input.ChangeMedia(call, alice.Media));
        alice.Only<H323Indication.MediaRefused>(call);
    }

    [Fact]
    public void A_busy_party_clears_with_its_cause()
    {
        var call = alice.Call(bob, media: alice.Media);
        world.Run();
        bob.Give(new H323Input.Release(bob.Incoming(), 17));
        world.Run();
        var released = alice.Only<H323Indication.Released>(call);
        Assert.Equal(17, released.Cause);
        Assert.True(released.ByPeer);
        AssertQuiet();
    }

    [Fact]
    public void A_destination_that_takes_no_connection_is_out_of_order()
    {
        bob.Listens = false;
        var call = alice.Call(bob, media: alice.Media);
        world.Run();
        Assert.Equal(27, alice.Only<H323Indication.Released>(call).Cause);
        AssertQuiet();
    }

    [Fact]
    public void T303_clears_a_setup_that_nobody_answers()
    {
        var call = alice.Call(bob, media: alice.Media);
        world.Run();
        alice.Expire(call, H323Timer.T303);
        world.Run();
        Assert.Equal(102, alice.Only<H323Indication.Released>(call).Cause);
        Assert.Equal(102, bob.Only<H323Indication.Released>(bob.Incoming()).Cause);
        AssertQuiet();
    }

    [Fact]
    public void A_lost_connection_ends_the_call_on_both_sides()
    {
        var (call, incoming) = Establish();
        alice.Give(new H323Input.Closed(alice.Connection, "reset"));
        world.Run();
        Assert.Equal(27, alice.Only<H323Indication.Released>(call).Cause);
        Assert.Empty(bob.Heard<H323Indication.Released>(incoming));
    }

    [Fact]
    public void A_request_for_a_call_that_is_over_is_noted_and_nothing_else()
    {
        alice.Give(new H323Input.Release(new CallKey(1), 16));
        Assert.Single(alice.Observed);
        Assert.Empty(alice.Sent);
    }

    /// <summary>The operating system may have it open before it hears that nobody wants it any more.</summary>
    [Fact]
    public void A_connection_that_opens_after_its_call_was_given_up_is_closed()
    {
        var call = alice.Call(bob, media: alice.Media);
        alice.Give(new H323Input.Release(call, 16));
        Assert.Equal([new H323Output.CloseConnection(alice.Connection)], alice.Stack.Handle(new H323Input.Connected(alice.Connection)));
    }

    [Fact]
    public void A_message_for_an_unknown_call_reference_is_answered_with_cause_81()
    {
        var connection = new ConnectionKey(7);
        alice.Give(new H323Input.Connected(connection, bob.Address));
        alice.Give(new H323Input.Received(connection, Message(H225MessageType.Connect, fromDestination: true), []));
        var answer = Assert.Single(alice.Sent);
        Assert.Equal(H225MessageType.ReleaseComplete, answer.MessageType);
        Assert.Equal(81, answer.Cause!.Value);
        Assert.False(answer.CallReference!.Value.FromDestination);
    }

    [Theory]
    [InlineData(H225MessageType.ReleaseComplete)]
    [InlineData(H225MessageType.Status)]
    public void A_clearing_message_for_an_unknown_call_reference_is_not_answered(H225MessageType type)
    {
        alice.Give(new H323Input.Connected(new ConnectionKey(7), bob.Address));
        alice.Give(new H323Input.Received(new ConnectionKey(7), Message(type, fromDestination: true), []));
        Assert.Empty(alice.Sent);
        Assert.Single(alice.Observed);
    }

    [Fact]
    public void What_arrives_on_a_connection_that_we_closed_is_not_looked_at()
    {
        alice.Give(new H323Input.Received(new ConnectionKey(7), Message(H225MessageType.Facility, fromDestination: true), []));
        Assert.Empty(alice.Sent);
        Assert.Empty(alice.Observed);
    }

    [Fact]
    public void What_no_message_has_room_for_is_left_out_and_a_restricted_name_is_not_told()
    {
        var call = alice.NextCall();
        alice.Give(new H323Input.PlaceCall(
            call, bob.Address, new H323Party(new string('1', 300)) { Aliases = [new AliasAddress.H323ID(""), new AliasAddress.H323ID("bob")] },
            new H323Party("+49 30 1234") { Display = "Alice", Restricted = true }, new H323Media(
                new(System.Net.IPAddress.Parse("::ffff:10.0.0.1"), 5000), new(System.Net.IPAddress.Parse("::ffff:10.0.0.1"), 5001), alice.Media.Audio)));
        world.Run();
        var incoming = bob.Only<H323Indication.IncomingCall>(bob.Incoming());
        Assert.Null(incoming.Called!.Number);
        Assert.Equal([new AliasAddress.H323ID("bob")], incoming.Called.Aliases);
        Assert.True(incoming.Calling!.Restricted);
        Assert.Null(incoming.Calling.Display);
        Assert.Equal(alice.Media.Rtp, incoming.Media!.Rtp);
    }

    [Fact]
    public void A_status_enquiry_is_answered_with_the_call_state()
    {
        Establish();
        var inquiry = Message(H225MessageType.StatusInquiry, fromDestination: true) with { CallReference = alice.Sent[0].CallReference!.Value with { FromDestination = true } };
        alice.Give(new H323Input.Received(alice.Connection, inquiry, []));
        var status = alice.Sent[^1];
        Assert.Equal(H225MessageType.Status, status.MessageType);
        Assert.Equal(30, status.Cause!.Value);
        Assert.Equal(10, status.CallState!.Value.Value);
    }

    [Fact]
    public void Dtmf_of_the_peer_is_told()
    {
        var (_, incoming) = EstablishSlow();
        var digit = Convert.FromHexString("6D810446A00063");
        var facility = Message(H225MessageType.Facility, fromDestination: false) with
        {
            CallReference = slow.Sent[0].CallReference,
            UserInformation = new H323UserInformation
            {
                H323UuPdu = new H323UuPdu { H323MessageBody = new H323MessageBody.Empty(), H245Tunnelling = true, H245Control = [new(digit)] },
            },
        };
        bob.Give(new H323Input.Received(bob.Connection, facility, []));
        Assert.Equal("5", bob.Only<H323Indication.UserInput>(incoming).Digits);
    }

    [Fact]
    public void Hold_and_retrieve_are_told_to_the_peer()
    {
        var (call, incoming) = Establish();
        alice.Give(new H323Input.Hold(call));
        alice.Give(new H323Input.Retrieve(call));
        world.Run();
        bob.Only<H323Indication.Held>(incoming);
        bob.Only<H323Indication.Retrieved>(incoming);
    }

    private H323Media Elsewhere(string address) =>
        new(new(System.Net.IPAddress.Parse(address), 7000), new(System.Net.IPAddress.Parse(address), 7001), alice.Media.Audio);

    private (CallKey Call, CallKey Incoming) Establish()
    {
        var call = alice.Call(bob, media: alice.Media);
        world.Run();
        bob.Give(new H323Input.Answer(bob.Incoming(), bob.Media));
        world.Run();
        return (call, bob.Incoming());
    }

    private (CallKey Call, CallKey Incoming) EstablishSlow()
    {
        var call = slow.Call(bob, media: slow.Media);
        world.Run();
        bob.Give(new H323Input.Answer(bob.Incoming(), bob.Media));
        world.Run();
        return (call, bob.Incoming());
    }

    private static H225Message Message(H225MessageType type, bool fromDestination) => new()
    {
        MessageType = type,
        CallReference = new CallReference(4711, fromDestination),
    };

    private void AssertQuiet()
    {
        Assert.Equal(0, alice.Stack.CallCount);
        Assert.Equal(0, bob.Stack.CallCount);
        Assert.Empty(alice.Timers);
        Assert.Empty(bob.Timers);
    }
}
