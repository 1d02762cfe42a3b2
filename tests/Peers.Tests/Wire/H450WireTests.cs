using Peers.Tests.Sip;

namespace Peers.Tests.Wire;

/// <summary>tshark reads what the running service and an H.323 endpoint say to each other in a transfer.</summary>
public class H450WireTests
{
    // In the recording the endpoint has this port. What goes there is our service's, and the call that the endpoint makes to itself when it is
    // transferred to one of its own numbers.
    private const string Sent = "tcp.dstport == 1720";

    [PeerFact(Peer.Sipp, Peer.Tshark)]
    public async Task A_blind_transfer_reads_as_it_was_meant()
    {
        var recording = new Recording();
        await using var relay = new TcpRelay(recording);
        await using ServiceUnderTest service = await Through(relay, padded: true);
        await Sipp.Call("blind", service.Sip, "3001", "3002");

        Assert.Empty(await Tshark.Read(recording, "_ws.malformed", ["frame.number"]));
        Assert.Equal(
            [
                ["0x05", "0", "", "3001"], // SETUP of the first call
                ["0x62", "6", "9", ""], // FACILITY with callTransferInitiate
                ["0x05", "0", "10", "3002"], // the transferred endpoint calls where it was told: SETUP with callTransferSetup
            ],
            await Tshark.Read(recording, Sent, ["q931.message_type", "h225.h323_message_body", "h450.ros.local", "q931.called_party_number.digits"]));
        Assert.Equal(
            [["0", "", "3002", "127.0.0.1", $"{relay.Local.Port}"]],
            await Tshark.Read(
                recording,
                $"{Sent} && h450.2.CTInitiateArg_element",
                ["h450.ros.opcode", "h450.2.callIdentity", "h225.dialledDigits", "h225.ipV4", "h225.ipV4_port"]));
        Assert.Equal([["3001"]], await Tshark.Read(recording, "h450.2.CTSetupArg_element", ["q931.calling_party_number.digits"]));
        Assert.Equal([["16"]], await Tshark.Read(recording, "h225.releaseComplete_element", ["q931.cause_value"]));
    }

    /// <summary>
    /// By the standard nothing follows the empty callIdentity of a blind transfer (X.691 (07/2002) 10.9.3.3), but tshark aligns there, as do other
    /// generic codecs; it takes the rest of this one argument amiss.
    /// </summary>
    [PeerFact(Peer.Sipp, Peer.Tshark)]
    public async Task Nothing_else_is_malformed_when_the_empty_identity_is_not_padded()
    {
        var recording = new Recording();
        await using var relay = new TcpRelay(recording);
        await using ServiceUnderTest service = await Through(relay, padded: false);
        await Sipp.Call("blind", service.Sip, "3001", "3002");
        Assert.Empty(await Tshark.Read(recording, "_ws.malformed && !h450.2.CTInitiateArg_element", ["frame.number"]));
    }

    [PeerFact(Peer.Sipp, Peer.Tshark)]
    public async Task An_attended_transfer_reads_as_it_was_meant()
    {
        var recording = new Recording();
        await using var relay = new TcpRelay(recording);
        await using ServiceUnderTest service = await Through(relay, padded: false);
        await Sipp.Call("attended", service.Sip, "3001", "3002");

        Assert.Empty(await Tshark.Read(recording, "_ws.malformed", ["frame.number"]));
        Assert.Equal(
            [
                ["0x05", "", "3001"], // SETUP of the first call
                ["0x62", "101", ""], // holdNotific (H.450.4)
                ["0x05", "", "3002"], // SETUP of the second call
                ["0x62", "7", ""], // callTransferIdentify
                ["0x62", "9", ""], // callTransferInitiate
            ],
            await Tshark.Read(recording, Sent, ["q931.message_type", "h450.ros.local", "q931.called_party_number.digits"]));

        // What the target allotted is what the transferred endpoint is to show it.
        string[] identified = Assert.Single(await Tshark.Read(recording, "h450.2.CTIdentifyRes_element", ["h450.2.callIdentity", "h225.dialledDigits"]));
        string[] initiated = Assert.Single(await Tshark.Read(recording, "h450.2.CTInitiateArg_element", ["h450.2.callIdentity", "h225.dialledDigits"]));
        Assert.Matches("^[0-9]{1,4}$", identified[0]);
        Assert.Equal(identified, initiated);
    }

    private static async Task<ServiceUnderTest> Through(TcpRelay relay, bool padded)
    {
        ServiceUnderTest service = await ServiceUnderTest.Start(change: configuration => configuration with
        {
            Peers =
            [
                .. configuration.Peers.Select(peer =>
                    peer.Id == "lab-h323" ? peer with { Address = relay.Local, PaddedCallIdentity = padded } : peer),
            ],
        });
        relay.Peer = service.Lab.Configuration.Lab!.H323;
        return service;
    }
}
