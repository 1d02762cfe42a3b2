using Gateway.Engine;
using Gateway.Engine.Transfers;
using Gateway.Lab;

namespace Peers.Tests.Phones;

/// <summary>The gateway asks a real telephone to call somebody: method <c>refer</c> (RFC 3515, RFC 5589).</summary>
public class PhoneReferredTests
{
    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Linphone, Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip, Peer.Linphone, Peer.Baresip)]
    internal async Task A_blind_REFER_of_one_telephone_is_passed_on_to_another(Peer transferor, Peer transferee, Peer target)
    {
        await using Phone asks = await Phone.Start(transferor, "1101");
        await using Phone moves = await Phone.Start(transferee, "1102");
        await using Phone takes = await Phone.Start(target, "1103");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(["refer"], asks, moves, takes);
        string call = await asks.Dial("1102");
        string moved = await moves.TakesCall();
        await asks.IsUp(call);
        await asks.Transfer(call, "1103");
        await moves.IsAsked(moved, "REFER");
        string taken = await takes.TakesCall();
        Assert.Equal(moves.Local, takes.Wire.Seen.First(message => message.IsInitialInvite).From);
        await moves.IsUp(taken);
        await moves.SpeaksTo(taken, takes, taken);
        await asks.IsNotified(call, 200);
        await asks.Ends(call);
        await moves.IsAsked(moved, "BYE");
        await service.Transfers("1101", "1102", "1103", "refer");
    }

    /// <summary>linphone 5.1 ends its subscription by <c>reason=reason=noresource</c>, which RFC 6665 8.4 does not know. The outcome counts, and is told on as it should be.</summary>
    [PeerFact(Peer.Baresip, Peer.Linphone)]
    public async Task linphone_ends_its_subscription_for_a_reason_that_is_none()
    {
        await using Phone asks = await Phone.Start(Peer.Baresip, "1101");
        await using Phone moves = await Phone.Start(Peer.Linphone, "1102");
        await using Phone takes = await Phone.Start(Peer.Baresip, "1103");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(["refer"], asks, moves, takes);
        string call = await asks.Dial("1102");
        string moved = await moves.TakesCall();
        await asks.IsUp(call);
        await asks.Transfer(call, "1103");
        string taken = await takes.TakesCall();
        TracedMessage outcome = await moves.Wire.Next(
            message => message is { IsSent: true, IsRequest: true, Method: "NOTIFY" } && message.CallId == moved && message.Body.StartsWith("SIP/2.0 200 ", StringComparison.Ordinal), "NOTIFY 200");
        Assert.Equal("terminated;reason=reason=noresource", outcome.Header("Subscription-State"));
        await moves.Wire.Next(message => message.Answers(outcome) && message.Status == 200, "200 to NOTIFY");
        TracedMessage told = await asks.IsNotified(call, 200);
        Assert.Equal("terminated;reason=noresource", told.Header("Subscription-State"));
        await service.Transfers("1101", "1102", "1103", "refer");
        await asks.Ends(call);
        await moves.IsAsked(moved, "BYE");
        await service.Noted(NoteEvents.CallEnded);
        await takes.HangUp(taken);
    }

    [PeerFact(Peer.Baresip, Peer.Linphone)]
    public async Task An_attended_REFER_names_the_dialog_that_the_target_knows()
    {
        await using Phone asks = await Phone.Start(Peer.Baresip, "1101");
        await using Phone moves = await Phone.Start(Peer.Linphone, "1102");
        await using Phone takes = await Phone.Start(Peer.Linphone, "1103");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(["refer"], asks, moves, takes);
        string first = await asks.Dial("1102");
        string moved = await moves.TakesCall();
        await asks.IsUp(first);
        await asks.Hold(first);
        string second = await asks.Dial("1103");
        string replaced = await takes.TakesCall();
        await asks.IsUp(second);
        await asks.TransferTo(first, second);
        await moves.IsAsked(moved, "REFER");
        TracedMessage invite = await takes.Wire.Next(message => message is { IsSent: false, IsInitialInvite: true } && message.Header("Replaces").StartsWith(replaced, StringComparison.Ordinal), "INVITE with Replaces");
        Assert.Equal(moves.Local, invite.From);
        await asks.IsNotified(first, 200);
        await asks.Ends(first);
        await takes.Ends(replaced);
        await service.Transfers("1101", "1102", "1103", "refer");
    }

    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip)]
    [InlineData(Peer.Linphone)]
    internal async Task An_H323_endpoint_has_it_referred_to_an_ISDN_subscriber(Peer make)
    {
        await using Phone phone = await Phone.Start(make, "1101");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(["refer"], phone);
        FarEndCall asking = await service.Dials("endpoint", "1101");
        string call = await phone.TakesCall();
        await service.Sees<FarEndEvent.Answered>("endpoint");
        service.FarEnd("endpoint").Tell(new FarEndInput.Transfer(asking, "4001"));
        await phone.IsAsked(call, "REFER");
        await service.Transfers("3001", "1101", "4001", "refer");
        FarEndCall target = (await service.Sees<FarEndEvent.Answered>("etsi")).Call;
        await service.Sees<FarEndEvent.Released>("endpoint");
        service.FarEnd("etsi").Tell(new FarEndInput.HangUp(target));
    }

    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip)]
    [InlineData(Peer.Linphone)]
    internal async Task Whom_it_is_referred_to_refuses_and_the_first_call_stays(Peer make)
    {
        await using Phone asks = await Phone.Start(Peer.Linphone, "1101");
        await using Phone moves = await Phone.Start(make, "1102");
        await using Phone takes = await Phone.Start(Peer.Baresip, "1103");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(["refer"], asks, moves, takes);
        string call = await asks.Dial("1102");
        string moved = await moves.TakesCall();
        await asks.IsUp(call);
        await asks.Transfer(call, "1103");
        await moves.IsAsked(moved, "REFER");
        await takes.HangUp(await takes.Rings());
        Assert.Equal(TransferOutcome.Failed, (await service.Record()).Outcome);
        await asks.Hold(call);
        await asks.Resume(call);
        Assert.True(asks.WasNeverAsked(call, "BYE"));
        Assert.True(moves.WasNeverAsked(moved, "BYE"));
    }
}
