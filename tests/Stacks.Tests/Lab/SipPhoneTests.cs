using System.Collections.Immutable;
using System.Net;
using System.Text;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Sdp;
using Gateway.Codecs.Sip.Uris;
using Gateway.Lab;
using Gateway.Sip;
using Gateway.Sip.Refer;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Lab;

/// <summary>The telephone against a SIP stack that the test commands.</summary>
public class SipPhoneTests
{
    private static readonly IPEndPoint PhoneAddress = LabWorld.At("192.0.2.1:5062");
    private static readonly IPEndPoint GatewayAddress = LabWorld.At("192.0.2.2:5060");

    private readonly LabWorld world = new();
    private readonly FarEndNode phone;
    private readonly BareSip gateway;

    public SipPhoneTests()
    {
        gateway = new BareSip(world, GatewayAddress);
        phone = new FarEndNode(
            world,
            new SipPhone(
                new SipPhoneSettings(new Listener(SipTransport.Udp, "192.0.2.1", 5062), GatewayAddress, LabWorld.At("192.0.2.1:30000"), ["1001", "1086", "1080", "1003"]),
                new CountedIdentifiers("ph")),
            PhoneAddress);
    }

    [Fact]
    public void A_call_is_offered_with_both_laws_and_digits_and_is_connected_to_what_is_answered()
    {
        var call = phone.Dial("3001");
        world.Run(0.1);
        var incoming = gateway.Only<SipIndication.IncomingCall>();
        Assert.Equal("3001", incoming.Invite.Uri.User);
        Assert.Equal("1001", incoming.Invite.From.Uri.User);
        var audio = Description(incoming.Offer).Audio!;
        Assert.Equal(30000, audio.Port);
        Assert.Equal(["8", "0", "101"], audio.Formats);
        gateway.Give(new SipCommand.Ring(incoming.Call));
        gateway.Give(new SipCommand.Answer(incoming.Call, BareSip.Sdp("192.0.2.2", 40000)));
        world.Run();
        Assert.Equal("Dialled Ringing Answered", phone.Story);
        Assert.Equal("1001-3001 192.0.2.2:40000", phone.Who);
        phone.Give(new FarEndInput.HangUp(call));
        world.Run();
        Assert.Null(phone.Last<FarEndEvent.Released>().Cause);
        Assert.Empty(phone.Connections);
        gateway.Only<SipIndication.Ended>();
    }

    [Fact]
    public void A_refusal_is_told_with_status_and_cause()
    {
        phone.Dial("3086");
        world.Run(0.1);
        gateway.Give(new SipCommand.Reject(gateway.Only<SipIndication.IncomingCall>().Call, 486) { Reasons = [Reason.Q850(17)] });
        world.Run();
        Assert.Equal(new FarEndEvent.Released(new FarEndCall(1), 17, 486), phone.Only<FarEndEvent.Released>());
    }

    [Fact]
    public void A_call_rings_and_is_answered()
    {
        var call = Call("1001");
        world.Run();
        Assert.Contains(gateway.Told.OfType<SipIndication.Provisional>(), told => told.Response.Status == 180);
        var answer = Description(gateway.Only<SipIndication.Answered>().Content).Audio!;
        Assert.Equal(30000, answer.Port);
        Assert.Equal(["8", "101"], answer.Formats);
        Assert.Equal("1001-4001 192.0.2.2:40000", phone.Who);
        gateway.Give(new SipCommand.Leave(call));
        world.Run();
        Assert.Equal("CalledBy Answered Released", phone.Story);
    }

    [Theory]
    [InlineData("1086", 486)]
    [InlineData("1003", 603)]
    [InlineData("1999", 404)]
    public void Some_numbers_refuse(string number, int status)
    {
        Call(number);
        world.Run();
        Assert.Equal(status, gateway.Only<SipIndication.Ended>().End.Status);
        Assert.Empty(phone.Connections);
    }

    [Fact]
    public void One_number_rings_for_ever_until_the_caller_gives_up()
    {
        var call = Call("1080");
        world.Run(60);
        Assert.DoesNotContain(gateway.Told, told => told is SipIndication.Answered);
        gateway.Give(new SipCommand.Leave(call));
        world.Run();
        phone.Only<FarEndEvent.Released>();
    }

    [Fact]
    public void Two_calls_at_once_have_media_addresses_of_their_own_and_a_third_finds_the_phone_busy()
    {
        Connected(phone.Dial("3001"), 40000);
        Connected(phone.Dial("4001"), 40002);
        Assert.Equal("1001-3001 192.0.2.2:40000, 1001-4001 192.0.2.2:40002", phone.Who);
        Assert.Equal(2, phone.Connections.Select(connection => connection.Local).Distinct().Count());
        Call("1001");
        world.Run();
        Assert.Equal(486, gateway.Only<SipIndication.Ended>().End.Status);
    }

    [Fact]
    public void Hold_is_a_reinvite_sendonly_and_retrieve_another_sendrecv()
    {
        var call = phone.Dial("3001");
        Connected(call, 40000);
        phone.Give(new FarEndInput.Hold(call));
        world.Run(0.1);
        AnswerReoffer(MediaDirection.SendOnly, BareSip.Sdp("192.0.2.2", 40000, "recvonly"));
        phone.Only<FarEndEvent.OnHold>();
        phone.Give(new FarEndInput.Retrieve(call));
        world.Run(0.1);
        AnswerReoffer(MediaDirection.SendRecv, BareSip.Sdp("192.0.2.2", 40000));
        phone.Only<FarEndEvent.Retrieved>();
    }

    [Fact]
    public void A_reinvite_moves_the_media_and_names_the_new_party()
    {
        Call("1001");
        world.Run();
        var call = gateway.Only<SipIndication.Answered>().Call;
        gateway.Give(new SipCommand.Reinvite(call, BareSip.Sdp("192.0.2.2", 40000, "sendonly")));
        world.Run();
        Assert.Equal("1001-4001 held", phone.Who);
        gateway.Give(new SipCommand.Reinvite(call, BareSip.Sdp("192.0.2.9", 42000)));
        world.Run();
        Assert.Equal("1001-4001 192.0.2.9:42000", phone.Who);
        Assert.Equal(2, phone.Events.OfType<FarEndEvent.ConnectedTo>().Count());
        Assert.Equal(2, gateway.Told.OfType<SipIndication.Modified>().Count());
    }

    [Fact]
    public void A_call_without_an_offer_is_answered_with_one()
    {
        var call = gateway.Stack.NewCall();
        gateway.Give(Place(call, "1001", 40000) with { Offer = null });
        world.Run();
        var answered = gateway.Only<SipIndication.Answered>();
        Assert.True(answered.AnswerOwed);
        Assert.Equal(30000, Description(answered.Content).Audio!.Port);
        Assert.Equal("1001-4001 held", phone.Who);
        gateway.Give(new SipCommand.Acknowledge(call, BareSip.Sdp("192.0.2.2", 40000)));
        world.Run();
        Assert.Equal("1001-4001 192.0.2.2:40000", phone.Who);
    }

    [Fact]
    public void A_reinvite_without_an_offer_is_answered_with_one()
    {
        Call("1001");
        world.Run();
        var call = gateway.Only<SipIndication.Answered>().Call;
        gateway.Give(new SipCommand.Reinvite(call, null));
        world.Run();
        Assert.True(gateway.Only<SipIndication.Modified>().AnswerOwed);
        gateway.Give(new SipCommand.Acknowledge(call, BareSip.Sdp("192.0.2.9", 42000)));
        world.Run();
        Assert.Equal("1001-4001 192.0.2.9:42000", phone.Who);
    }

    [Fact]
    public void An_offer_without_a_coding_we_know_is_refused()
    {
        var call = gateway.Stack.NewCall();
        var g729 = SipContent.Sdp("v=0\r\no=- 1 1 IN IP4 192.0.2.2\r\ns=-\r\nc=IN IP4 192.0.2.2\r\nt=0 0\r\nm=audio 40000 RTP/AVP 18\r\n"u8.ToArray());
        gateway.Give(Place(call, "1001", 40000) with { Offer = g729 });
        world.Run();
        Assert.Equal(488, gateway.Only<SipIndication.Ended>().End.Status);
    }

    [Fact]
    public void A_blind_transfer_reports_every_notify_and_hangs_up_on_success()
    {
        var call = phone.Dial("3001");
        Connected(call, 40000);
        phone.Give(new FarEndInput.Transfer(call, "3002"));
        world.Run(0.1);
        var refer = gateway.Only<SipIndication.ReferReceived>();
        Assert.Equal("3002", refer.Referral.Target.User);
        Assert.Null(refer.Referral.Replaces);
        Assert.Equal("1001", refer.Referral.ReferredBy!.Uri.User);
        gateway.Give(new SipCommand.AcceptRefer(refer.Refer));
        Notify(refer, 180, "Ringing");
        Notify(refer, 200, "OK");
        Assert.Equal(202, phone.Only<FarEndEvent.TransferAccepted>().Status);
        Assert.Equal([100, 180, 200], phone.Events.OfType<FarEndEvent.TransferProgress>().Select(progress => progress.Status));
        Assert.True(phone.Only<FarEndEvent.TransferEnded>().Succeeded);
        Assert.Empty(phone.Connections);
    }

    [Fact]
    public void A_failed_transfer_tells_status_and_reason_and_keeps_the_call()
    {
        var call = phone.Dial("3001");
        Connected(call, 40000);
        phone.Give(new FarEndInput.Transfer(call, "3086"));
        world.Run(0.1);
        var refer = gateway.Only<SipIndication.ReferReceived>();
        gateway.Give(new SipCommand.AcceptRefer(refer.Refer));
        Notify(refer, 486, "Busy Here", Reason.Q850(17));
        var last = phone.Last<FarEndEvent.TransferProgress>();
        Assert.Equal(486, last.Status);
        Assert.Equal(17, Assert.Single(last.Reasons).Cause);
        Assert.False(phone.Only<FarEndEvent.TransferEnded>().Succeeded);
        Assert.Equal("1001-3001 192.0.2.2:40000", phone.Who);
    }

    [Fact]
    public void A_refused_refer_keeps_the_call()
    {
        var call = phone.Dial("3001");
        Connected(call, 40000);
        phone.Give(new FarEndInput.Transfer(call, "3999"));
        world.Run(0.1);
        gateway.Give(new SipCommand.RejectRefer(gateway.Only<SipIndication.ReferReceived>().Refer, 603));
        world.Run();
        Assert.Equal("603 Decline", phone.Only<FarEndEvent.TransferEnded>().Why);
        Assert.Single(phone.Connections);
    }

    [Fact]
    public void A_phone_that_leaves_at_once_still_hears_the_outcome()
    {
        var call = phone.Dial("3001");
        Connected(call, 40000);
        phone.Give(new FarEndInput.Transfer(call, "3002", LeaveAtOnce: true));
        world.Run(0.1);
        var refer = gateway.Only<SipIndication.ReferReceived>();
        gateway.Give(new SipCommand.AcceptRefer(refer.Refer));
        world.Run(0.1);
        gateway.Only<SipIndication.Ended>();
        Notify(refer, 200, "OK");
        Assert.True(phone.Only<FarEndEvent.TransferEnded>().Succeeded);
    }

    [Fact]
    public void An_attended_transfer_names_the_other_call_as_the_gateway_knows_it()
    {
        var call = phone.Dial("3001");
        Connected(call, 40000);
        var target = phone.Dial("4001");
        var other = Connected(target, 40002);
        phone.Give(new FarEndInput.TransferTo(call, target));
        world.Run(0.1);
        var refer = gateway.Only<SipIndication.ReferReceived>();
        Assert.Equal(other, gateway.Stack.Find(refer.Referral.Replaces!));
        gateway.Give(new SipCommand.AcceptRefer(refer.Refer));
        Notify(refer, 200, "OK");
        Assert.Empty(phone.Connections);
        Assert.Equal(2, gateway.Told.OfType<SipIndication.Ended>().Count());
    }

    [Fact]
    public void A_phone_that_is_referred_calls_the_target_and_tells_how_it_goes()
    {
        var call = Call("1001");
        world.Run();
        var refer = gateway.Stack.NewRefer();
        gateway.Give(new SipCommand.SendRefer(call, refer, ReferTo.Create(SipUri.Create("3002", "192.0.2.2", 5060))));
        world.Run(0.1);
        var incoming = gateway.Only<SipIndication.IncomingCall>();
        Assert.Equal("3002", incoming.Invite.Uri.User);
        gateway.Give(new SipCommand.Ring(incoming.Call));
        gateway.Give(new SipCommand.Answer(incoming.Call, BareSip.Sdp("192.0.2.2", 44000)));
        world.Run();
        Assert.Equal(200, gateway.Only<SipIndication.ReferEnded>().Report!.Status);
        gateway.Give(new SipCommand.Leave(call));
        world.Run();
        Assert.Equal(new FarEndEvent.Moved(new FarEndCall(1), new FarEndCall(2)), phone.Only<FarEndEvent.Moved>());
        Assert.Equal("1001-3002 192.0.2.2:44000", phone.Who);
    }

    [Fact]
    public void A_referred_phone_whose_new_call_fails_says_so_and_keeps_the_first()
    {
        var call = Call("1001");
        world.Run();
        gateway.Give(new SipCommand.SendRefer(call, gateway.Stack.NewRefer(), ReferTo.Create(SipUri.Create("3086", "192.0.2.2", 5060))));
        world.Run(0.1);
        gateway.Give(new SipCommand.Reject(gateway.Only<SipIndication.IncomingCall>().Call, 486));
        world.Run();
        Assert.Equal(486, gateway.Only<SipIndication.ReferEnded>().Report!.Status);
        phone.Only<FarEndEvent.TransferFailed>();
        Assert.Equal("1001-4001 192.0.2.2:40000", phone.Who);
    }

    [Fact]
    public void A_referred_phone_passes_replaces_on()
    {
        var call = Call("1001");
        world.Run();
        var unknown = new Replaces("nobody@192.0.2.2", "1", "2");
        gateway.Give(new SipCommand.SendRefer(call, gateway.Stack.NewRefer(), ReferTo.Create(SipUri.Create("3002", "192.0.2.2", 5060), unknown)));
        world.Run();
        Assert.Equal(481, gateway.Only<SipIndication.ReferEnded>().Report!.Status);
        Assert.Single(phone.Connections);
    }

    [Fact]
    public void A_call_with_replaces_takes_the_place_of_the_other_without_ringing()
    {
        var call = phone.Dial("3001");
        var first = Connected(call, 40000);
        var replaces = gateway.Stack.ReplacesFor(first)!;
        var second = gateway.Stack.NewCall();
        gateway.Give(Place(second, "1001", 46000) with { Headers = [new("Replaces", replaces.ToString())] });
        world.Run(0.1);
        Assert.Equal(new FarEndEvent.Moved(call, new FarEndCall(2)), phone.Only<FarEndEvent.Moved>());
        Assert.Equal("1001-4001 192.0.2.2:46000", phone.Who);
    }

    private CallHandle Call(string number)
    {
        var call = gateway.Stack.NewCall();
        gateway.Give(Place(call, number, 40000));
        return call;
    }

    private SipCommand.PlaceCall Place(CallHandle call, string number, int port)
    {
        var uri = SipUri.Create(number, "192.0.2.1", 5062);
        return new(call, gateway.FlowTo(PhoneAddress), uri, NameAddr.Create(SipUri.Create("4001", "192.0.2.2")), NameAddr.Create(uri), BareSip.Sdp("192.0.2.2", port));
    }

    /// <summary>Answers the call that the phone has just dialled.</summary>
    private CallHandle Connected(FarEndCall call, int port)
    {
        world.Run(0.1);
        var incoming = gateway.Last<SipIndication.IncomingCall>();
        gateway.Give(new SipCommand.Answer(incoming.Call, BareSip.Sdp("192.0.2.2", port)));
        world.Run(0.1);
        Assert.Contains(phone.Connections, connection => connection.Call == call);
        return incoming.Call;
    }

    private void AnswerReoffer(MediaDirection expected, SipContent answer)
    {
        var reoffer = gateway.Last<SipIndication.ReofferReceived>();
        var description = Description(reoffer.Offer);
        Assert.Equal(expected, description.DirectionOf(description.Audio!));
        gateway.Give(new SipCommand.AnswerReoffer(reoffer.Call, answer));
        world.Run(0.1);
    }

    private void Notify(SipIndication.ReferReceived refer, int status, string phrase, params ImmutableArray<Reason> reasons)
    {
        world.Run();
        gateway.Give(new SipCommand.NotifyRefer(refer.Refer, new ReferReport(status, phrase, reasons)));
        world.Run();
    }

    private static SessionDescription Description(SipContent? content)
    {
        var description = SessionDescription.Decode(content!.Octets.Span, out var fault);
        Assert.True(description is not null, $"{fault}\n{Encoding.ASCII.GetString(content.Octets.Span)}");
        return description;
    }
}
