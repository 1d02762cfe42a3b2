using Gateway.Engine.Transfers;
using Gateway.Lab;

namespace Peers.Tests.Phones;

/// <summary>Attended transfers by real telephones: REFER with Replaces of the consultation call (RFC 5589 7.3, RFC 3891).</summary>
public class PhoneAttendedTransferTests
{
    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip, "3001", "3002", "h450")]
    [InlineData(Peer.Linphone, "3001", "3002", "h450")]
    [InlineData(Peer.Baresip, "4001", "4002", "ect")]
    [InlineData(Peer.Linphone, "5001", "5002", "qsig-join")]
    [InlineData(Peer.Linphone, "4001", "3002", "bridge")]
    internal async Task It_joins_two_far_ends(Peer make, string transferee, string target, string method)
    {
        await using Phone phone = await Phone.Start(make, "1101");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(phone);
        string first = await phone.Call(transferee);
        await phone.Hold(first);
        string second = await phone.Call(target);
        await phone.TransferTo(first, second);
        await phone.IsAnswered(first, "REFER", 202);
        await phone.IsNotified(first, 200);
        await phone.Ends(first);
        await phone.Leave(second);
        await service.Transfers("1101", transferee, target, method);
    }

    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip, Peer.Linphone, Peer.Linphone)]
    [InlineData(Peer.Linphone, Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Linphone, Peer.Linphone, Peer.Baresip)]
    internal async Task It_joins_two_telephones(Peer transferor, Peer transferee, Peer target)
    {
        await using Phone asks = await Phone.Start(transferor, "1101");
        await using Phone moves = await Phone.Start(transferee, "1102");
        await using Phone takes = await Phone.Start(target, "1103");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(asks, moves, takes);
        string first = await asks.Dial("1102");
        string moved = await moves.TakesCall();
        await asks.IsUp(first);
        await asks.Hold(first);
        string second = await asks.Dial("1103");
        string taken = await takes.TakesCall();
        await asks.IsUp(second);
        await asks.TransferTo(first, second);
        await asks.IsNotified(first, 200);
        await asks.Ends(first);
        await asks.Leave(second);
        await moves.SpeaksTo(moved, takes, taken);
        await takes.SpeaksTo(taken, moves, moved);
        await service.Transfers("1101", "1102", "1103", "bridge");
        await moves.HangUp(moved);
        await takes.Ends(taken);
    }

    /// <summary>RFC 5589 7.6: the Replaces names an early dialog.</summary>
    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData("3001")]
    [InlineData("4001")]
    internal async Task linphone_leaves_while_the_target_still_rings(string transferee)
    {
        await using Phone asks = await Phone.Start(Peer.Linphone, "1101");
        await using Phone takes = await Phone.Start(Peer.Baresip, "1103");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(asks, takes);
        string first = await asks.Call(transferee);
        await asks.Hold(first);
        string second = await asks.Dial("1103");
        string taken = await takes.Rings();
        await asks.HearsRinging(second);
        await asks.TransferTo(first, second);
        await asks.IsAnswered(first, "REFER", 202);
        await takes.Answer(taken);
        await asks.IsNotified(first, 200);
        await asks.Ends(first);
        await asks.Ends(second);
        await service.Transfers("1101", transferee, "1103", "bridge");
        await takes.HangUp(taken);
    }

    /// <summary>RFC 3891 3: what is over is declined.</summary>
    [PeerFact(Peer.Baresip)]
    public async Task A_consultation_that_is_over_is_not_joined()
    {
        await using Phone phone = await Phone.Start(Peer.Baresip, "1101");
        await using ServiceUnderTest service = await PhonesUnderTest.Serve(phone);
        string first = await phone.Call("3001");
        string second = await phone.Call("4001");
        service.FarEnd("etsi").Tell(new FarEndInput.HangUp((await service.Sees<FarEndEvent.CalledBy>("etsi")).Call));
        await phone.Ends(second);
        await phone.TransferTo(first, second);
        await phone.IsAnswered(first, "REFER", 603);
        Assert.Equal(TransferOutcome.Refused, (await service.Record()).Outcome);
        Assert.True(phone.WasNeverAsked(first, "BYE"));
    }
}
