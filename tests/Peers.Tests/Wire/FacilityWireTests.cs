using System.Text.Json;
using Peers.Tests.Isdn;
using Peers.Tests.Sip;

namespace Peers.Tests.Wire;

/// <summary>tshark reads what the running service and libpri say to each other on a D-channel in a transfer.</summary>
public class FacilityWireTests
{
    private const string Facility = "q931.message_type == 0x62";

    [PeerFact(Peer.Sipp, Peer.Libpri, Peer.Tshark)]
    public async Task An_ETSI_explicit_call_transfer_reads_as_it_was_meant()
    {
        const string AsEtsi = "q932.facility_encoding:Dissect facility as ETSI";
        var recording = new Recording();
        await using Libpri peer = await Libpri.Start("network", "euroisdn", recording: recording);
        await using ServiceUnderTest service = await LibpriServiceTests.Between(peer, "etsi");
        Task phone = Sipp.Call("attended", service.Sip, "4001", "4002");
        await LibpriServiceTests.Answer(peer, 1, "4001");
        await LibpriServiceTests.Answer(peer, 2, "4002");
        JsonElement asked = await peer.Expect("TRANSFER_CALL");
        await peer.Send($"accept {asked.GetProperty("call").GetInt32()}");
        await phone;

        Assert.Empty(await Tshark.Read(recording, "_ws.malformed", ["frame.number"], AsEtsi));
        Assert.Equal(
            [["1001", "4001"], ["1001", "4002"]],
            await Tshark.Read(recording, "q931.message_type == 0x05", ["q931.calling_party_number.digits", "q931.called_party_number.digits"], AsEtsi));

        // ectLinkIdRequest on the first call, its result, and explicitEctExecute with that linkId on the second (EN 300 369-1).
        Assert.Equal(
            [
                ["0x11", "1", "0.4.0.369.1.4", "", ""],
                ["0x11", "2", "0.4.0.369.1.4", "", "020101"],
                ["0x11", "1", "0.4.0.369.1.1", "020101", ""],
            ],
            await Tshark.Read(recording, Facility, ["q932.pp", "q932.ros.ROS", "q932.ros.global", "q932.ros.argument", "q932.ros.result"], AsEtsi));
        Assert.Equal(
            ["0001", "0001", "0002"],
            (await Tshark.Read(recording, Facility, ["q931.call_ref"], AsEtsi)).Select(row => row[0].Replace(":", "", StringComparison.Ordinal)));
    }

    [PeerFact(Peer.Sipp, Peer.Libpri, Peer.Tshark)]
    public async Task A_QSIG_transfer_by_join_reads_as_it_was_meant()
    {
        var recording = new Recording();
        await using Libpri peer = await Libpri.Start("network", "qsig", recording: recording);
        await using ServiceUnderTest service = await LibpriServiceTests.Between(peer, "qsig");
        Task phone = Sipp.Call("attended", service.Sip, "5001", "5002");
        await LibpriServiceTests.Answer(peer, 1, "5001");
        await LibpriServiceTests.Answer(peer, 2, "5002");
        foreach (string party in new[] { "5001", "5002" })
            await peer.Expect("CONNECTED_LINE", line => line.GetProperty("number").GetString() == party);
        await phone;

        Assert.Empty(await Tshark.Read(recording, "_ws.malformed", ["frame.number"]));

        // Networking extensions with a network facility extension between end PINXes; callTransferComplete: the primary call hears of the
        // secondary call's party, and the other way round (ECMA-178 3rd edition).
        string[][] told = await Tshark.Read(
            recording,
            Facility,
            ["q932.pp", "q932.sourceEntity", "q932.destinationEntity", "q932.ros.local", "qsig.ct.endDesignation", "qsig.unknownPartyNumber"]);
        Assert.Equal(
            [["0x1f", "0", "0", "12", "0", "5002"], ["0x1f", "0", "0", "12", "1", "5001"]],
            told.OrderBy(row => row[4], StringComparer.Ordinal));
    }
}
