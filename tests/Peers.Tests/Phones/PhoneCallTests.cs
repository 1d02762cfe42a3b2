using Gateway.Lab;

namespace Peers.Tests.Phones;

/// <summary>Real telephones call, are called, hold and hang up.</summary>
public class PhoneCallTests
{
    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip)]
    [InlineData(Peer.Linphone)]
    internal async Task It_calls_H323_and_ISDN_and_either_side_hangs_up(Peer make)
    {
        await using Phone phone = await Phone.Start(make, "1101");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(phone);
        foreach ((string number, string farEnd) in new[] { ("3001", "endpoint"), ("4001", "etsi"), ("5001", "qsig") })
        {
            string call = await phone.Call(number);
            var called = await service.Sees<FarEndEvent.CalledBy>(farEnd);
            Assert.Equal((number, "1101"), (called.Own, called.Party));
            await phone.HangUp(call);
            Assert.Equal(16, (await service.Sees<FarEndEvent.Released>(farEnd)).Cause);
            await phone.Ends(call);

            call = await phone.Call(number);
            called = await service.Sees<FarEndEvent.CalledBy>(farEnd);
            service.FarEnd(farEnd).Tell(new FarEndInput.HangUp(called.Call));
            await phone.Ends(call);
            await phone.IsAsked(call, "BYE");
        }
    }

    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip)]
    [InlineData(Peer.Linphone)]
    internal async Task It_is_called_from_H323_and_ISDN_and_either_side_hangs_up(Peer make)
    {
        await using Phone phone = await Phone.Start(make, "1101");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(phone);
        foreach (string farEnd in new[] { "endpoint", "etsi", "qsig" })
        {
            await service.Dials(farEnd, "1101");
            string call = await phone.TakesCall();
            await service.Sees<FarEndEvent.Answered>(farEnd);
            await phone.HangUp(call);
            Assert.Equal(16, (await service.Sees<FarEndEvent.Released>(farEnd)).Cause);
            await phone.Ends(call);

            await service.Dials(farEnd, "1101");
            call = await phone.TakesCall();
            service.FarEnd(farEnd).Tell(new FarEndInput.HangUp((await service.Sees<FarEndEvent.Answered>(farEnd)).Call));
            await phone.Ends(call);
        }
    }

    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Linphone, Peer.Baresip)]
    internal async Task It_calls_another_telephone_and_each_speaks_to_the_other(Peer make, Peer other)
    {
        await using Phone caller = await Phone.Start(make, "1101");
        await using Phone called = await Phone.Start(other, "1102");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(caller, called);
        string outgoing = await caller.Dial("1102");
        string incoming = await called.Rings();
        await caller.HearsRinging(outgoing);
        await called.Answer(incoming);
        await caller.IsUp(outgoing);
        await caller.SpeaksTo(outgoing, called, incoming);
        await called.SpeaksTo(incoming, caller, outgoing);

        Assert.Equal("recvonly", (await caller.Hold(outgoing)).Direction);
        Assert.Equal("sendonly", (await called.IsAsked(incoming, "INVITE")).Direction);
        Assert.Equal("sendrecv", (await caller.Resume(outgoing)).Direction);
        await called.SpeaksTo(incoming, caller, outgoing);
        await called.HangUp(incoming);
        await caller.Ends(outgoing);
    }

    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip)]
    [InlineData(Peer.Linphone)]
    internal async Task It_holds_H323_and_ISDN_and_takes_them_back(Peer make)
    {
        await using Phone phone = await Phone.Start(make, "1101");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(phone);
        foreach ((string number, string farEnd) in new[] { ("3001", "endpoint"), ("4001", "etsi"), ("5001", "qsig") })
        {
            string call = await phone.Call(number);
            Assert.Equal("recvonly", (await phone.Hold(call)).Direction);
            Assert.Equal("sendrecv", (await phone.Resume(call)).Direction);
            await phone.HangUp(call);
            await service.Sees<FarEndEvent.Released>(farEnd);
        }
    }

    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip)]
    [InlineData(Peer.Linphone)]
    internal async Task It_hears_busy_and_gives_up_ringing(Peer make)
    {
        await using Phone phone = await Phone.Start(make, "1101");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(phone);
        foreach ((string prefix, string farEnd) in new[] { ("30", "endpoint"), ("40", "etsi"), ("50", "qsig") })
        {
            string busy = await phone.Dial(prefix + "86");
            await phone.IsAnswered(busy, "INVITE", 486);
            await phone.Ends(busy);
            string ringing = await phone.Dial(prefix + "80");
            await phone.HearsRinging(ringing);
            await phone.HangUp(ringing);
            await phone.IsAnswered(ringing, "INVITE", 487);
            await service.Sees<FarEndEvent.Released>(farEnd, over => over.Cause == 16);
        }
    }

    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip)]
    [InlineData(Peer.Linphone)]
    internal async Task It_refuses_a_call_and_sees_a_caller_give_up(Peer make)
    {
        await using Phone phone = await Phone.Start(make, "1101");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(phone);
        foreach (string farEnd in new[] { "endpoint", "etsi" })
        {
            await service.Dials(farEnd, "1101");
            string refused = await phone.Rings();
            await service.Sees<FarEndEvent.Ringing>(farEnd);
            await phone.HangUp(refused);
            await phone.Ends(refused);
            Assert.Contains((await service.Sees<FarEndEvent.Released>(farEnd)).Cause, new int?[] { 17, 21 });

            FarEndCall call = await service.Dials(farEnd, "1101");
            string missed = await phone.Rings();
            await service.Sees<FarEndEvent.Ringing>(farEnd);
            service.FarEnd(farEnd).Tell(new FarEndInput.HangUp(call));
            await phone.Ends(missed);
            await phone.IsAsked(missed, "CANCEL");
        }
    }
}
