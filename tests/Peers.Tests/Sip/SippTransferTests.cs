using Gateway.Engine;
using Gateway.Engine.Transfers;
using Gateway.Lab;

namespace Peers.Tests.Sip;

/// <summary>SIPp as the telephone in front of the running service; who ends up connected to whom is asked of the other side.</summary>
public class SippTransferTests
{
    [PeerFact(Peer.Sipp)]
    public async Task A_telephone_calls_an_H323_endpoint()
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        await Sipp.Call("call", service.Sip, "3001");
        var called = await service.Sees<FarEndEvent.CalledBy>("endpoint");
        Assert.Equal(("3001", "1001"), (called.Own, called.Party));
        Assert.Equal(16, (await service.Sees<FarEndEvent.Released>("endpoint")).Cause);
    }

    [PeerFact(Peer.Sipp)]
    public async Task A_telephone_gives_up_while_it_rings_on_the_other_side()
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        await Sipp.Call("cancel", service.Sip, "3080");
        await service.Sees<FarEndEvent.Released>("endpoint");
        await Sipp.Call("cancel", service.Sip, "4080");
        await service.Sees<FarEndEvent.Released>("etsi");
    }

    [PeerFact(Peer.Sipp)]
    public async Task A_telephone_hears_that_the_other_side_is_busy()
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        await Sipp.Call("called-busy", service.Sip, "3086");
        await Sipp.Call("called-busy", service.Sip, "4086");
        await Sipp.Call("called-busy", service.Sip, "5086");
    }

    [PeerFact(Peer.Sipp)]
    public async Task A_blind_transfer_hands_the_H323_call_over_by_h450()
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        await Sipp.Call("blind", service.Sip, "3001", "3002");
        await Succeeded(service, "h450", "3001", "3002");
        Assert.Equal("3002", (await service.Sees<FarEndEvent.TransferAsked>("endpoint")).Number);
    }

    [PeerFact(Peer.Sipp)]
    public async Task An_attended_transfer_hands_two_ISDN_calls_over_by_ect()
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        await Sipp.Call("attended", service.Sip, "4001", "4002");
        await Succeeded(service, "ect", "4001", "4002");
        await service.Sees<FarEndEvent.Joined>("etsi");
    }

    [PeerFact(Peer.Sipp)]
    public async Task An_attended_transfer_joins_two_QSIG_calls_and_tells_both_parties()
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        await Sipp.Call("attended", service.Sip, "5001", "5002");
        await Succeeded(service, "qsig-join", "5001", "5002");
        var first = await service.Sees<FarEndEvent.CalledBy>("qsig", call => call.Own == "5001");
        var second = await service.Sees<FarEndEvent.CalledBy>("qsig", call => call.Own == "5002");
        await service.Sees<FarEndEvent.ConnectedTo>("qsig", now => now.Call == first.Call && now.Party == "5002");
        await service.Sees<FarEndEvent.ConnectedTo>("qsig", now => now.Call == second.Call && now.Party == "5001");
    }

    [PeerFact(Peer.Sipp)]
    public async Task Who_leaves_before_the_outcome_is_still_told_of_it()
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        await Sipp.Call("early-bye", service.Sip, "4001", "3002");
        await Succeeded(service, "bridge", "4001", "3002");
    }

    [PeerFact(Peer.Sipp)]
    public async Task A_busy_target_is_told_with_its_cause_and_the_call_stays()
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        await Sipp.Call("busy", service.Sip, "4001", "4086");
        TransferRecord record = await service.Record();
        Assert.Equal((TransferOutcome.Failed, 17), (record.Outcome, record.Cause?.Value));
    }

    [PeerFact(Peer.Sipp)]
    public async Task A_transfer_that_the_policy_denies_is_refused_and_the_call_stays()
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        await Sipp.Call("denied", service.Sip, "3001", "3900");
        TransferRecord record = await service.Record();
        Assert.Equal(TransferOutcome.Refused, record.Outcome);
        Assert.Contains("no-service-numbers", record.Rules);
    }

    [PeerFact(Peer.Sipp)]
    public async Task A_REFER_without_exactly_one_Refer_To_is_a_bad_request_and_the_call_stays()
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        await Sipp.Call("malformed", service.Sip, "3001", "3002");
    }

    [PeerFact(Peer.Sipp)]
    public async Task An_H323_endpoint_calls_a_telephone() => await Called("endpoint");

    [PeerFact(Peer.Sipp)]
    public async Task An_ISDN_subscriber_calls_a_telephone() => await Called("etsi");

    [PeerFact(Peer.Sipp)]
    public async Task A_telephone_transfers_an_H323_endpoint_to_another_telephone()
    {
        await using Sipp target = await Sipp.Answer("answer");
        await using ServiceUnderTest service = await ServiceUnderTest.Start(target.Local);
        await Sipp.Call("blind", service.Sip, "3001", "1002");
        await Succeeded(service, "h450", "3001", "1002");
        FarEndCall moved = (await service.Sees<FarEndEvent.Moved>("endpoint")).NewCall;
        service.Lab.Endpoint!.Tell(new FarEndInput.HangUp(moved));
        await target.Ends();
    }

    [PeerFact(Peer.Sipp)]
    public async Task An_H323_endpoint_transfers_a_telephone_to_an_ISDN_subscriber()
    {
        await using Sipp phone = await Sipp.Answer("answer-moved");
        await using ServiceUnderTest service = await ServiceUnderTest.Start(phone.Local);
        service.Lab.Endpoint!.Tell(new FarEndInput.Dial("1001"));
        FarEndCall call = (await service.Sees<FarEndEvent.Answered>("endpoint")).Call;
        service.Lab.Endpoint!.Tell(new FarEndInput.Transfer(call, "4001"));
        TransferRecord record = await service.Record();
        Assert.Equal(TransferOutcome.Succeeded, record.Outcome);
        Assert.Equal(("3001", "1001", "4001"), (record.TransferorParty.Number, record.TransfereeParty?.Number, record.TargetParty?.Number));
        var target = await service.Sees<FarEndEvent.Answered>("etsi");
        service.Lab.Switches["etsi"].Tell(new FarEndInput.HangUp(target.Call));
        await phone.Ends();
    }

    [PeerFact(Peer.Sipp)]
    public async Task Transfers_on_top_of_each_other_all_succeed_and_leave_nothing_behind()
    {
        const int Calls = 60;
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        await Task.WhenAll(
            Sipp.Call("blind", service.Sip, "3001", "3002", Calls),
            Sipp.Call("attended", service.Sip, "4001", "4002", Calls / 4));
        for (int transfer = 0; transfer < Calls + (Calls / 4); transfer++)
            Assert.Equal(TransferOutcome.Succeeded, (await service.Record()).Outcome);

        // Each of the blind ones is one call here, each attended one two.
        for (int call = 0; call < Calls + (Calls / 4 * 2); call++)
            await service.Noted(NoteEvents.CallEnded);
    }

    private static async Task Called(string caller)
    {
        await using Sipp phone = await Sipp.Answer("answer");
        await using ServiceUnderTest service = await ServiceUnderTest.Start(phone.Local);
        var host = caller == "endpoint" ? service.Lab.Endpoint! : service.Lab.Switches[caller];
        host.Tell(new FarEndInput.Dial("1001"));
        FarEndCall call = (await service.Sees<FarEndEvent.Answered>(caller)).Call;
        host.Tell(new FarEndInput.HangUp(call));
        await phone.Ends();
    }

    private static async Task Succeeded(ServiceUnderTest service, string method, string transferee, string target)
    {
        TransferRecord record = await service.Record();
        Assert.Equal(TransferOutcome.Succeeded, record.Outcome);
        Assert.Equal([method], record.MethodsTried);
        Assert.Equal(("1001", transferee, target), (record.TransferorParty.Number, record.TransfereeParty?.Number, record.TargetParty?.Number));
    }
}
