using Gateway.Engine.Transfers;
using Gateway.Lab;

namespace Peers.Tests.Phones;

/// <summary>Blind transfers with real telephones in every role (RFC 5589 6.1).</summary>
public class PhoneBlindTransferTests
{
    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip, "3001", "3002", "h450")]
    [InlineData(Peer.Linphone, "4001", "4002", "ect")]
    [InlineData(Peer.Baresip, "5001", "5002", "qsig-join")]
    [InlineData(Peer.Linphone, "4001", "3002", "bridge")]
    internal async Task It_sends_a_far_end_to_another(Peer make, string transferee, string target, string method)
    {
        await using Phone phone = await Phone.Start(make, "1101");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(phone);
        string call = await phone.Call(transferee);
        await phone.Transfer(call, target);
        await phone.IsAnswered(call, "REFER", 202);
        await phone.IsNotified(call, 200);
        await phone.Ends(call);
        await service.Transfers("1101", transferee, target, method);
    }

    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip, Peer.Linphone, Peer.Baresip)]
    [InlineData(Peer.Linphone, Peer.Baresip, Peer.Linphone)]
    internal async Task It_sends_a_telephone_to_a_telephone(Peer transferor, Peer transferee, Peer target)
    {
        await using Phone asks = await Phone.Start(transferor, "1101");
        await using Phone moves = await Phone.Start(transferee, "1102");
        await using Phone takes = await Phone.Start(target, "1103");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(asks, moves, takes);
        string call = await asks.Dial("1102");
        string moved = await moves.TakesCall();
        await asks.IsUp(call);
        await asks.Transfer(call, "1103");
        string taken = await takes.TakesCall();
        await asks.IsNotified(call, 200);
        await asks.Ends(call);
        await moves.SpeaksTo(moved, takes, taken);
        await takes.SpeaksTo(taken, moves, moved);
        await service.Transfers("1101", "1102", "1103", "bridge");
        await takes.HangUp(taken);
        await moves.Ends(moved);
    }

    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip)]
    [InlineData(Peer.Linphone)]
    internal async Task It_takes_over_from_a_telephone_that_sends_an_H323_endpoint(Peer make)
    {
        await using Phone asks = await Phone.Start(Peer.Baresip, "1101");
        await using Phone takes = await Phone.Start(make, "1102");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(asks, takes);
        string call = await asks.Call("3001");
        await asks.Transfer(call, "1102");
        string taken = await takes.TakesCall();
        await asks.IsNotified(call, 200);
        await service.Transfers("1101", "3001", "1102", "h450");
        service.FarEnd("endpoint").Tell(new FarEndInput.HangUp((await service.Sees<FarEndEvent.Moved>("endpoint")).NewCall));
        await takes.Ends(taken);
    }

    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip)]
    [InlineData(Peer.Linphone)]
    internal async Task It_is_sent_by_an_H323_endpoint_to_an_ISDN_subscriber(Peer make)
    {
        await using Phone phone = await Phone.Start(make, "1101");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(phone);
        FarEndCall asking = await service.Dials("endpoint", "1101");
        string call = await phone.TakesCall();
        await service.Sees<FarEndEvent.Answered>("endpoint");
        service.FarEnd("endpoint").Tell(new FarEndInput.Transfer(asking, "4001"));
        await service.Transfers("3001", "1101", "4001", "bridge");
        FarEndCall target = (await service.Sees<FarEndEvent.Answered>("etsi")).Call;
        service.FarEnd("etsi").Tell(new FarEndInput.HangUp(target));
        await phone.Ends(call);
    }

    /// <summary>baresip hangs up when it hears of a failure; the gateway must not.</summary>
    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip)]
    [InlineData(Peer.Linphone)]
    internal async Task It_is_refused_by_the_policy_and_the_gateway_keeps_the_call(Peer make)
    {
        await using Phone phone = await Phone.Start(make, "1101");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(phone);
        string call = await phone.Call("3001");
        await phone.Transfer(call, "3900");
        await phone.IsAnswered(call, "REFER", 603);
        TransferRecord record = await service.Record();
        Assert.Equal(TransferOutcome.Refused, record.Outcome);
        Assert.Contains("no-service-numbers", record.Rules);
        await Keeps(phone, call, service, "endpoint");
    }

    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip, "4001", "4086", 486, 17)]
    [InlineData(Peer.Linphone, "4001", "4086", 486, 17)]
    [InlineData(Peer.Linphone, "3001", "3086", 503, 63)]
    internal async Task The_target_is_busy_and_the_gateway_keeps_the_call(Peer make, string transferee, string target, int status, int cause)
    {
        await using Phone phone = await Phone.Start(make, "1101");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(phone);
        string call = await phone.Call(transferee);
        await phone.Transfer(call, target);
        await phone.IsAnswered(call, "REFER", 202);
        Assert.Contains($"Q.850;cause={cause};", (await phone.IsNotified(call, status)).Body, StringComparison.Ordinal);
        TransferRecord record = await service.Record();
        Assert.Equal((TransferOutcome.Failed, cause), (record.Outcome, record.Cause?.Value));
        await Keeps(phone, call, service, transferee[0] == '3' ? "endpoint" : "etsi");
    }

    /// <summary>The call is still there for whoever did not hang up by itself.</summary>
    private static async Task Keeps(Phone phone, string call, ServiceUnderTest service, string farEnd)
    {
        if (phone is Linphone)
        {
            await phone.Hold(call);
            await phone.Resume(call);
            await phone.HangUp(call);
        }

        await phone.Asks(call, "BYE");
        Assert.Equal(16, (await service.Sees<FarEndEvent.Released>(farEnd, over => over.Call.Number == 1)).Cause);
        Assert.True(phone.WasNeverAsked(call, "BYE"));
    }
}
