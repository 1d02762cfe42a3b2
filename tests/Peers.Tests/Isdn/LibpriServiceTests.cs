using System.Globalization;
using System.Net;
using System.Text.Json;
using Gateway.Engine;
using Gateway.Engine.Transfers;
using Gateway.Host.Options;
using Gateway.Lab;
using Peers.Tests.Sip;

namespace Peers.Tests.Isdn;

/// <summary>The running service between a telephone that is SIPp and a switch that is libpri.</summary>
public class LibpriServiceTests
{
    [PeerFact(Peer.Sipp, Peer.Libpri)]
    public async Task EuroISDN_switch_joins_the_two_calls_of_a_telephone()
    {
        await using Libpri peer = await Libpri.Start("network", "euroisdn");
        await using ServiceUnderTest service = await Between(peer, "etsi");
        Task phone = Sipp.Call("attended", service.Sip, "4001", "4002");
        await Answer(peer, 1, "4001");
        await Answer(peer, 2, "4002");
        JsonElement asked = await peer.Expect("TRANSFER_CALL");
        Assert.Equal([1, 2], new[] { asked.GetProperty("call").GetInt32(), asked.GetProperty("other").GetInt32() }.Order());
        await peer.Send($"accept {asked.GetProperty("call").GetInt32()}");
        await phone;
        TransferRecord record = await service.Record();
        Assert.Equal(TransferOutcome.Succeeded, record.Outcome);
        Assert.Equal(["ect"], record.MethodsTried);
    }

    [PeerFact(Peer.Sipp, Peer.Libpri)]
    public async Task EuroISDN_switch_refuses_and_the_telephone_keeps_both_calls()
    {
        await using Libpri peer = await Libpri.Start("network", "euroisdn");
        await using ServiceUnderTest service = await Between(peer, "etsi");
        Task phone = Sipp.Call("attended-refused", service.Sip, "4001", "4002");
        await Answer(peer, 1, "4001");
        await Answer(peer, 2, "4002");
        JsonElement asked = await peer.Expect("TRANSFER_CALL");
        await peer.Send($"refuse {asked.GetProperty("call").GetInt32()}");
        await phone;
        Assert.Equal(TransferOutcome.Failed, (await service.Record()).Outcome);

        // It is the telephone that ended them.
        Assert.Equal(16, (await peer.Expect("HANGUP_REQ", 1)).GetProperty("cause").GetInt32());
        Assert.Equal(16, (await peer.Expect("HANGUP_REQ", 2)).GetProperty("cause").GetInt32());
    }

    [PeerFact(Peer.Sipp, Peer.Libpri)]
    public async Task EuroISDN_switch_joins_calls_whose_telephone_has_left()
    {
        await using Libpri peer = await Libpri.Start("network", "euroisdn");
        await using ServiceUnderTest service = await Between(peer, "etsi");
        Task phone = Sipp.Call("early-bye", service.Sip, "4001", "4002");
        await Answer(peer, 1, "4001");
        await peer.Expect("RING", 2);
        await peer.Send("proceed 2");
        await peer.Send("alert 2");
        await service.Noted(NoteEvents.TransferorLeft);
        await peer.Send("answer 2");
        JsonElement asked = await peer.Expect("TRANSFER_CALL");
        await peer.Send($"accept {asked.GetProperty("call").GetInt32()}");
        await phone;
        Assert.Equal(TransferOutcome.Succeeded, (await service.Record()).Outcome);
    }

    [PeerFact(Peer.Sipp, Peer.Libpri)]
    public async Task QSIG_exchange_is_told_who_its_two_parties_are_connected_to()
    {
        await using Libpri peer = await Libpri.Start("network", "qsig");
        await using ServiceUnderTest service = await Between(peer, "qsig");
        Task phone = Sipp.Call("attended", service.Sip, "5001", "5002");
        await Answer(peer, 1, "5001");
        await Answer(peer, 2, "5002");
        foreach (string party in new[] { "5001", "5002" })
            await peer.Expect("CONNECTED_LINE", told => told.GetProperty("number").GetString() == party);
        await phone;
        TransferRecord record = await service.Record();
        Assert.Equal(TransferOutcome.Succeeded, record.Outcome);
        Assert.Equal(["qsig-join"], record.MethodsTried);

        // The telephone is gone, and the two are connected: when one ends the call, so does the other.
        await peer.Send("hangup 1 16");
        Assert.Equal(16, (await peer.Expect("HANGUP_REQ", 2)).GetProperty("cause").GetInt32());
    }

    [PeerFact(Peer.Sipp, Peer.Libpri)]
    public async Task EuroISDN_user_has_a_telephone_joined_with_an_H323_endpoint()
    {
        await using Sipp phone = await Sipp.Answer("answer-moved");
        await using Libpri peer = await Libpri.Start("cpe", "euroisdn");
        await using ServiceUnderTest service = await Between(peer, "etsi", side: TrunkSide.Network, phone: phone.Local);
        await peer.Send("call 1001 4001 Ann");
        await peer.Expect("ANSWER", 1);
        await peer.Send("call 3001 4001 Ann");
        await peer.Expect("ANSWER", 2);

        await peer.Send("transfer 1 2");
        Assert.Equal(16, (await peer.Expect("HANGUP_REQ", 1)).GetProperty("cause").GetInt32());
        Assert.Equal(16, (await peer.Expect("HANGUP_REQ", 2)).GetProperty("cause").GetInt32());
        TransferRecord record = await service.Record();
        Assert.Equal((TransferOutcome.Succeeded, "4001"), (record.Outcome, record.TransferorParty.Number));
        Assert.Equal(["1001", "3001"], new[] { record.TransfereeParty!.Number, record.TargetParty!.Number }.Order());

        FarEndCall endpoint = (await service.Sees<FarEndEvent.Answered>("endpoint")).Call;
        service.Lab.Endpoint!.Tell(new FarEndInput.HangUp(endpoint));
        await phone.Ends();
    }

    /// <summary>The shipped configuration, with libpri in place of the built-in switch of a trunk.</summary>
    /// <param name="remote">Where the service finds it, when somebody stands between them.</param>
    internal static async Task<ServiceUnderTest> Between(
        Libpri peer, string trunk, IPEndPoint? remote = null, TrunkSide side = TrunkSide.User, IPEndPoint? phone = null)
    {
        ServiceUnderTest service = await ServiceUnderTest.Start(phone, configuration => configuration with
        {
            Trunks =
            [
                .. configuration.Trunks.Select(one => one.Id == trunk
                    ? one with { Remote = remote ?? new(IPAddress.Loopback, peer.Port), FrameCheckOctets = true, Side = side }
                    : one),
            ],
            Lab = configuration.Lab! with { Switches = [.. configuration.Lab!.Switches.Where(one => one != trunk)] },
        });
        await peer.Expect("DCHAN_UP");
        return service;
    }

    internal static async Task Answer(Libpri peer, int call, string number)
    {
        Assert.Equal(number, (await peer.Expect("RING", call)).GetProperty("called").GetString());
        foreach (string verb in new[] { "proceed", "alert", "answer" })
            await peer.Send(string.Create(CultureInfo.InvariantCulture, $"{verb} {call}"));
    }
}
