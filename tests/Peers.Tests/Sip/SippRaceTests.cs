using Gateway.Engine;
using Gateway.Engine.Transfers;
using Gateway.Lab;

namespace Peers.Tests.Sip;

/// <summary>Messages that cross, as RFC 5407 (2008) 3.1 to 3.3 draws them, with SIPp as the other side; each scenario names its clause.</summary>
public class SippRaceTests
{
    [PeerTheory(Peer.Sipp)]
    [InlineData("race-invite-repeated")]
    [InlineData("race-cancel-late")]
    [InlineData("race-bye-before-ack")]
    [InlineData("race-offer-before-ack")]
    [InlineData("race-offer-before-answer")]
    public async Task A_caller_is_faster_than_its_ACK(string scenario)
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        await Sipp.Call(scenario, service.Sip, "3001");
        Assert.Equal(16, (await service.Sees<FarEndEvent.Released>("endpoint")).Cause);
        await service.Noted(NoteEvents.CallEnded);
    }

    [PeerTheory(Peer.Sipp)]
    [InlineData("race-bye-crosses-bye")]
    [InlineData("race-offer-crosses-bye")]
    [InlineData("race-refer-crosses-bye")]
    public async Task A_telephone_asks_for_something_while_it_is_hung_up_on(string scenario)
    {
        await using Sipp phone = await Sipp.Answer(scenario);
        await using ServiceUnderTest service = await ServiceUnderTest.Start(phone.Local);
        FarEndCall call = await Calls(service);
        service.Lab.Endpoint!.Tell(new FarEndInput.HangUp(call));
        await phone.Ends();
        await service.Noted(NoteEvents.CallEnded);
    }

    [PeerTheory(Peer.Sipp)]
    [InlineData("race-offers-cross")]
    [InlineData("race-update-crosses")]
    public async Task A_telephone_offers_while_it_is_transferred(string scenario)
    {
        await using Sipp phone = await Sipp.Answer(scenario);
        await using ServiceUnderTest service = await ServiceUnderTest.Start(phone.Local);
        service.Lab.Endpoint!.Tell(new FarEndInput.Transfer(await Calls(service), "4001"));
        Assert.Equal(TransferOutcome.Succeeded, (await service.Record()).Outcome);
        service.Lab.Switches["etsi"].Tell(new FarEndInput.HangUp((await service.Sees<FarEndEvent.Answered>("etsi")).Call));
        await phone.Ends();
        await service.Noted(NoteEvents.CallEnded);
    }

    [PeerFact(Peer.Sipp)]
    public async Task A_telephone_answers_our_offer_when_it_has_been_hung_up_on()
    {
        await using Sipp phone = await Sipp.Answer("race-answer-after-bye");
        await using ServiceUnderTest service = await ServiceUnderTest.Start(phone.Local);
        FarEndCall call = await Calls(service);
        service.Lab.Endpoint!.Tell(new FarEndInput.Hold(call));
        service.Lab.Endpoint!.Tell(new FarEndInput.HangUp(call));
        await phone.Ends();
        await service.Noted(NoteEvents.CallEnded);
    }

    /// <summary>The endpoint calls the telephone, which answers.</summary>
    private static async Task<FarEndCall> Calls(ServiceUnderTest service)
    {
        service.Lab.Endpoint!.Tell(new FarEndInput.Dial("1001"));
        return (await service.Sees<FarEndEvent.Answered>("endpoint")).Call;
    }
}
