using Gateway.Lab;

namespace Peers.Tests.Sip;

/// <summary>Calls as RFC 3261, RFC 3262, RFC 3311 and RFC 4028 have them, with SIPp in both roles; each scenario names its clause.</summary>
public class SippCallTests
{
    [PeerFact(Peer.Sipp)]
    public async Task A_call_that_rings_is_picked_up_at_another_telephone()
    {
        await using Sipp rings = await Sipp.Answer("rings");
        await using ServiceUnderTest service = await ServiceUnderTest.Start(rings.Local);
        await using Sipp caller = await Sipp.Begin("caller-moved", service.Sip, "1002");
        await Sipp.Call("pick-up", service.Sip, "1002", await rings.RingingCall());
        await rings.Ends();
        await caller.Ends();
    }

    [PeerFact(Peer.Sipp)]
    public async Task A_caller_that_requires_reliable_ringing_acknowledges_it() => await Calls("reliable-caller");

    [PeerFact(Peer.Sipp)]
    public async Task A_caller_refreshes_its_session_by_UPDATE_with_an_offer_and_without() => await Calls("update");

    [PeerFact(Peer.Sipp)]
    public async Task A_caller_without_an_offer_answers_ours_in_the_ACK() => await Calls("late-offer");

    [PeerFact(Peer.Sipp)]
    public async Task A_called_telephone_describes_its_session_reliably_and_answers_without() => await IsCalled("reliable-called");

    [PeerFact(Peer.Sipp)]
    public async Task Two_telephones_ring_and_the_second_answers() => await IsCalled("forked");

    [PeerFact(Peer.Sipp)]
    public async Task A_telephone_that_answers_while_its_caller_gives_up_is_acknowledged_and_hung_up_on()
    {
        await using Sipp phone = await Sipp.Answer("answers-too-late");
        await using ServiceUnderTest service = await ServiceUnderTest.Start(phone.Local);
        await Sipp.Call("cancel", service.Sip, "1002");
        await phone.Ends();
    }

    private static async Task Calls(string scenario)
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        await Sipp.Call(scenario, service.Sip, "3001");
        Assert.Equal(16, (await service.Sees<FarEndEvent.Released>("endpoint")).Cause);
    }

    private static async Task IsCalled(string scenario)
    {
        await using Sipp phone = await Sipp.Answer(scenario);
        await using ServiceUnderTest service = await ServiceUnderTest.Start(phone.Local);
        service.Lab.Endpoint!.Tell(new FarEndInput.Dial("1001"));
        FarEndCall call = (await service.Sees<FarEndEvent.Answered>("endpoint")).Call;
        service.Lab.Endpoint!.Tell(new FarEndInput.HangUp(call));
        await phone.Ends();
    }
}
