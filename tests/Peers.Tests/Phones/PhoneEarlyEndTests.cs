using Gateway.Engine.Transfers;

namespace Peers.Tests.Phones;

/// <summary>Somebody hangs up in the middle of a transfer. The target is a telephone that rings until it is told what to do.</summary>
public class PhoneEarlyEndTests
{
    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip)]
    [InlineData(Peer.Linphone)]
    internal async Task The_transferor_leaves_and_the_others_are_connected_all_the_same(Peer make)
    {
        await using Phone asks = await Phone.Start(make, "1101");
        await using Phone moves = await Phone.Start(Peer.Baresip, "1102");
        await using Phone takes = await Phone.Start(Peer.Linphone, "1103");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(asks, moves, takes);
        (string call, string moved, string taken) = await InTheMiddle(asks, moves, takes);
        await asks.HangUp(call);
        await asks.Ends(call);
        await takes.Answer(taken);
        await takes.IsUp(taken);
        await moves.SpeaksTo(moved, takes, taken);
        await takes.SpeaksTo(taken, moves, moved);
        await service.Transfers("1101", "1102", "1103", "bridge");
    }

    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip)]
    [InlineData(Peer.Linphone)]
    internal async Task The_transferee_leaves_and_nobody_rings_any_more(Peer make)
    {
        await using Phone asks = await Phone.Start(Peer.Linphone, "1101");
        await using Phone moves = await Phone.Start(make, "1102");
        await using Phone takes = await Phone.Start(Peer.Baresip, "1103");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(asks, moves, takes);
        (string call, string moved, string taken) = await InTheMiddle(asks, moves, takes);
        await moves.HangUp(moved);
        await takes.IsAsked(taken, "CANCEL");
        await takes.Ends(taken);
        await asks.Ends(call);
        Assert.Equal(TransferOutcome.Abandoned, (await service.Record()).Outcome);
    }

    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip)]
    [InlineData(Peer.Linphone)]
    internal async Task The_target_refuses_and_the_first_call_stays(Peer make)
    {
        await using Phone asks = await Phone.Start(Peer.Linphone, "1101");
        await using Phone moves = await Phone.Start(Peer.Baresip, "1102");
        await using Phone takes = await Phone.Start(make, "1103");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(asks, moves, takes);
        (string call, string moved, string taken) = await InTheMiddle(asks, moves, takes);
        await takes.HangUp(taken);
        TracedMessage outcome = await asks.Wire.Next(
            message => message is { IsSent: false, Method: "NOTIFY" } && message.Header("Subscription-State").StartsWith("terminated", StringComparison.Ordinal), "last NOTIFY");
        Assert.Matches("^SIP/2.0 (486|603) ", outcome.Body);
        Assert.Equal(TransferOutcome.Failed, (await service.Record()).Outcome);
        await asks.Hold(call);
        await asks.Resume(call);
        await moves.SpeaksTo(moved, asks, call);
        Assert.True(asks.WasNeverAsked(call, "BYE"));
        Assert.True(moves.WasNeverAsked(moved, "BYE"));
    }

    /// <summary>A call between the first two, and the third rings for the transfer.</summary>
    private static async Task<(string Call, string Moved, string Taken)> InTheMiddle(Phone asks, Phone moves, Phone takes)
    {
        string call = await asks.Dial(moves.Number);
        string moved = await moves.TakesCall();
        await asks.IsUp(call);
        await asks.Transfer(call, takes.Number);
        return (call, moved, await takes.Rings());
    }
}
