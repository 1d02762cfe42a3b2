using System.Text.Json;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Facility.Types;
using Gateway.Isdn;
using Gateway.Isdn.Transfer;

namespace Peers.Tests.Isdn;

/// <summary>Our trunk and its transfer services against libpri, each in both roles.</summary>
public class LibpriTransferTests
{
    [PeerFact(Peer.Libpri)]
    public async Task EuroISDN_switch_joins_two_of_our_calls()
    {
        await using Libpri peer = await Libpri.Start("network", "euroisdn");
        await using TrunkEnd end = await TrunkEnd.Start(peer, User(IsdnVariant.Etsi));
        IsdnCallId a = await end.Call(peer, "5001");
        IsdnCallId b = await end.Call(peer, "5002");

        end.Ask(new TransferRequest.HandOver(a, b));
        JsonElement asked = await peer.Expect("TRANSFER_CALL");
        Assert.Equal((2, 1), (asked.GetProperty("call").GetInt32(), asked.GetProperty("other").GetInt32()));
        await peer.Send("accept 2");
        await end.ExpectTransfer<TransferIndication.Succeeded>(a);
        Assert.Equal(16, (await end.Expect<CallIndication.Released>(a)).Cause.Value);
        Assert.Equal(16, (await end.Expect<CallIndication.Released>(b)).Cause.Value);
    }

    [PeerFact(Peer.Libpri)]
    public async Task EuroISDN_switch_refuses_and_both_calls_stay()
    {
        await using Libpri peer = await Libpri.Start("network", "euroisdn");
        await using TrunkEnd end = await TrunkEnd.Start(peer, User(IsdnVariant.Etsi));
        IsdnCallId a = await end.Call(peer, "5001");
        IsdnCallId b = await end.Call(peer, "5002");

        end.Ask(new TransferRequest.HandOver(a, b));
        await peer.Expect("TRANSFER_CALL");
        await peer.Send("refuse 2");
        var failed = await end.ExpectTransfer<TransferIndication.Failed>(a);
        Assert.Equal(new TransferFailure.Refused(Code.Local((int)GeneralError.NotAvailable)), failed.Failure);

        await peer.Send("hangup 1 17");
        Assert.Equal(17, (await end.Expect<CallIndication.Released>(a)).Cause.Value);
        end.Ask(b, new CallRequest.Disconnect(new Cause(Location.User, 16)));
        await end.Expect<CallIndication.Released>(b);
    }

    [PeerFact(Peer.Libpri)]
    public async Task EuroISDN_switch_joins_a_held_call_with_an_alerting_one()
    {
        await using Libpri peer = await Libpri.Start("network", "euroisdn");
        await using TrunkEnd end = await TrunkEnd.Start(peer, User(IsdnVariant.Etsi));
        IsdnCallId a = await end.Call(peer, "5001");
        end.Ask(a, new CallRequest.Hold());
        await peer.Expect("HOLD", 1);
        await peer.Send("holdack 1");
        await end.Expect<CallIndication.Held>(a);
        IsdnCallId b = await end.Call(peer, "5002", answer: false);

        end.Ask(new TransferRequest.HandOver(a, b, ImplicitLinkage: true));
        JsonElement asked = await peer.Expect("TRANSFER_CALL");
        int held = asked.GetProperty("held").GetBoolean() ? asked.GetProperty("call").GetInt32() : asked.GetProperty("other").GetInt32();
        Assert.Equal(1, held);
        await peer.Send($"accept {asked.GetProperty("call").GetInt32()}");
        await end.ExpectTransfer<TransferIndication.Succeeded>(a);
        await end.Expect<CallIndication.Released>(a);
        await end.Expect<CallIndication.Released>(b);
    }

    [PeerFact(Peer.Libpri)]
    public async Task EuroISDN_user_has_us_join_its_calls()
    {
        await using Libpri peer = await Libpri.Start("cpe", "euroisdn");
        await using TrunkEnd end = await TrunkEnd.Start(peer, Network(IsdnVariant.Etsi));
        IsdnCallId a = await end.Receive(peer, "6001");
        IsdnCallId b = await end.Receive(peer, "6002");

        await peer.Send("transfer 1 2");
        var requested = await end.ExpectTransfer<TransferIndication.Requested>(b);
        Assert.Equal(new TransferTarget.ToCall(a), requested.Target);
        end.Ask(new TransferRequest.Complete(b));
        Assert.Equal(16, (await peer.Expect("HANGUP_REQ", 1)).GetProperty("cause").GetInt32());
        Assert.Equal(16, (await peer.Expect("HANGUP_REQ", 2)).GetProperty("cause").GetInt32());
        await end.Expect<CallIndication.Released>(a);
        await end.Expect<CallIndication.Released>(b);
    }

    [PeerFact(Peer.Libpri)]
    public async Task EuroISDN_user_is_told_whom_it_talks_to()
    {
        await using Libpri peer = await Libpri.Start("cpe", "euroisdn");
        await using TrunkEnd end = await TrunkEnd.Start(peer, Network(IsdnVariant.Etsi));
        IsdnCallId a = await end.Receive(peer, "6001");
        await peer.Expect("CONNECTED_LINE");
        end.Ask(new TransferRequest.Announce(a, TransferCall.Primary, Party("6005", null), Alerting: false));
        Assert.Equal("6005", (await peer.Expect("CONNECTED_LINE")).GetProperty("number").GetString());
    }

    [PeerFact(Peer.Libpri)]
    public async Task QSIG_peer_is_told_of_an_alerting_party_and_of_its_answer()
    {
        await using Libpri peer = await Libpri.Start("network", "qsig");
        await using TrunkEnd end = await TrunkEnd.Start(peer, User(IsdnVariant.Qsig));
        IsdnCallId a = await end.Call(peer, "5001");
        end.Ask(new TransferRequest.Announce(a, TransferCall.Primary, Party("4711", "Zed"), Alerting: true));
        end.Ask(new TransferRequest.Announce(a, TransferCall.Primary, Party("4711", "Zed"), Alerting: false));
        JsonElement line = await peer.Expect("CONNECTED_LINE", told => told.GetProperty("number").GetString() == "4711");
        Assert.Equal("Zed", line.GetProperty("name").GetString());
    }

    [PeerFact(Peer.Libpri)]
    public async Task QSIG_peer_joins_its_two_calls_and_names_the_new_party_later()
    {
        await using Libpri peer = await Libpri.Start("cpe", "qsig");
        await using TrunkEnd end = await TrunkEnd.Start(peer, Network(IsdnVariant.Qsig));
        IsdnCallId a = await end.Receive(peer, "6001");
        IsdnCallId b = await end.Receive(peer, "6002");

        await peer.Send("transfer 1 2");
        foreach (IsdnCallId call in new[] { a, b })
        {
            var changed = await end.ExpectTransfer<TransferIndication.PartyChanged>(call);
            Assert.True(changed.Alerting);
            Assert.IsType<PresentedNumberScreened.PresentationRestricted>(changed.Party.Number);
        }

        await peer.Send("connected 1 5009 Dave Xfer");
        var named = await end.ExpectTransfer<TransferIndication.PartyChanged>(a);
        Assert.False(named.Alerting);
        Assert.Equal("5009", Assert.IsType<PresentedNumberScreened.PresentationAllowed>(named.Party.Number).Number.Digits);
        Assert.Equal(new Name.PresentationAllowed("Dave Xfer"), named.Party.Name);
    }

    [PeerFact(Peer.Libpri)]
    public async Task QSIG_peer_that_does_not_know_rerouteing_stays_silent_and_the_call_lives()
    {
        await using Libpri peer = await Libpri.Start("network", "qsig");
        IsdnTrunkSettings settings = User(IsdnVariant.Qsig);
        await using TrunkEnd end = await TrunkEnd.Start(
            peer, settings with { Timers = settings.Timers with { CtT1 = TimeSpan.FromMilliseconds(200), SsctT1 = TimeSpan.FromMilliseconds(200) } });
        IsdnCallId a = await end.Call(peer, "5001");
        end.Ask(new TransferRequest.Identify(a));
        Assert.Equal(new TransferFailure.TimedOut(IsdnTimer.CtT1), (await end.ExpectTransfer<TransferIndication.Failed>(a)).Failure);
        end.Ask(new TransferRequest.SingleStep(a, new PartyNumber.Unknown("4005"), Party("5001", null), null, AwaitConnect: true));
        Assert.Equal(new TransferFailure.TimedOut(IsdnTimer.SsctT1), (await end.ExpectTransfer<TransferIndication.Failed>(a)).Failure);
        await peer.Send("hangup 1 16");
        Assert.Equal(16, (await end.Expect<CallIndication.Released>(a)).Cause.Value);
    }

    /// <summary>libpri carries rerouteing operations it does not know itself; the octets are those of qsig-unsupported-ops.</summary>
    [PeerFact(Peer.Libpri)]
    public async Task QSIG_rerouteing_requests_are_answered_through_libpri()
    {
        await using Libpri peer = await Libpri.Start("cpe", "qsig");
        await using TrunkEnd end = await TrunkEnd.Start(peer, Network(IsdnVariant.Qsig));
        IsdnCallId a = await end.Receive(peer, "6001");

        await peer.Send("facility 1 9faa068001008201008b0102a1080201010201070500");
        await end.ExpectTransfer<TransferIndication.IdentityWanted>(a);
        end.Ask(new TransferRequest.AllotIdentity(a, "7", new PartyNumber.Unknown("4005")));
        await Heard("a2130201013" + "00e02010730091201378004" + "34303035");

        await peer.Send("facility 1 9faa068001008201008b0102a11c0201030201633014800434303035a0098004343030310a01030101ff");
        var requested = await end.ExpectTransfer<TransferIndication.Requested>(a);
        Assert.Equal(new TransferTarget.ToNumber(new PartyNumber.Unknown("4005"), null, AwaitConnect: true), requested.Target);
        end.Ask(new TransferRequest.Refuse(a, Code.Local((int)GeneralError.NotAvailable)));
        await Heard("a306020103020103");

        await peer.Send("facility 1 9faa068001008201008b0102a114020102020109300c120137800734303035303030");
        await end.ExpectTransfer<TransferIndication.Requested>(a);
        end.Ask(new TransferRequest.Complete(a));
        await Heard("a20a02010230050201090500");
        Assert.Equal(16, (await peer.Expect("HANGUP_REQ", 1)).GetProperty("cause").GetInt32());
        await end.Expect<CallIndication.Released>(a);

        async Task Heard(string component) => await peer.Expect(
            "received", told => told.GetProperty("hex").GetString()!.Contains("9faa06800100820100" + component, StringComparison.Ordinal));
    }

    [PeerFact(Peer.Libpri)]
    public async Task QSIG_path_replacement_passes_between_two_joined_calls_octet_for_octet() // qsig-transfer-join-27
    {
        const string Propose = "9faa068001008201008b0102a1110201070201043009120137800434303032";
        await using Libpri peer = await Libpri.Start("cpe", "qsig");
        await using TrunkEnd end = await TrunkEnd.Start(peer, Network(IsdnVariant.Qsig));
        IsdnCallId a = await end.Receive(peer, "6001");
        IsdnCallId b = await end.Receive(peer, "6002");
        end.Ask(new TransferRequest.Join(a, b));
        await peer.Send("facility 1 " + Propose);
        await peer.Expect("received", told => told.GetProperty("hex").GetString()!.Contains("621c1f" + Propose, StringComparison.Ordinal));
    }

    [PeerFact(Peer.Libpri)]
    public async Task NI2_user_has_us_join_its_calls() => await Joined("ni2", IsdnVariant.Ni2);

    [PeerFact(Peer.Libpri)]
    public async Task Lucent_5ESS_user_has_us_join_its_calls() => await Joined("5ess", IsdnVariant.Lucent5Ess);

    [PeerFact(Peer.Libpri)]
    public async Task ATT_4ESS_user_has_us_join_its_calls() => await Joined("4ess", IsdnVariant.Att4Ess);

    [PeerFact(Peer.Libpri)]
    public async Task DMS_100_user_asks_for_call_identities_and_has_us_join_its_calls() => await Joined("dms100", IsdnVariant.Dms100);

    [PeerFact(Peer.Libpri)]
    public async Task NI2_switch_that_ignores_transfers_lets_us_time_out_and_both_calls_stay()
    {
        await using Libpri peer = await Libpri.Start("network", "ni2");
        IsdnTrunkSettings settings = User(IsdnVariant.Ni2);
        await using TrunkEnd end = await TrunkEnd.Start(
            peer, settings with { Timers = settings.Timers with { EctExecution = TimeSpan.FromMilliseconds(200) } });
        IsdnCallId a = await end.Call(peer, "5001");
        IsdnCallId b = await end.Call(peer, "5002");
        end.Ask(new TransferRequest.HandOver(a, b));
        Assert.Equal(new TransferFailure.TimedOut(IsdnTimer.EctExecution), (await end.ExpectTransfer<TransferIndication.Failed>(a)).Failure);
        await peer.Send("hangup 1 16");
        await peer.Send("hangup 2 16");
        await end.Expect<CallIndication.Released>(a);
        await end.Expect<CallIndication.Released>(b);
    }

    private static async Task Joined(string switchType, IsdnVariant variant)
    {
        await using Libpri peer = await Libpri.Start("cpe", switchType);
        await using TrunkEnd end = await TrunkEnd.Start(peer, Network(variant));
        IsdnCallId a = await end.Receive(peer, "6001");
        IsdnCallId b = await end.Receive(peer, "6002");

        await peer.Send("transfer 1 2");
        var requested = (TransferIndication.Requested)(await end.Expect<IsdnOutput.TransferIndicated>(
            told => told.What is TransferIndication.Requested)).What;
        Assert.Equal(new TransferTarget.ToCall(requested.Call == a ? b : a), requested.Target);
        end.Ask(new TransferRequest.Complete(requested.Call));
        await peer.Expect("HANGUP_REQ", 1);
        await peer.Expect("HANGUP_REQ", 2);
        await end.Expect<CallIndication.Released>(a);
        await end.Expect<CallIndication.Released>(b);
    }

    private static IsdnTrunkSettings User(IsdnVariant variant) => new(IsdnSide.User, variant);

    private static IsdnTrunkSettings Network(IsdnVariant variant) => new(IsdnSide.Network, variant);

    private static TransferParty Party(string number, string? name) => new(
        new PresentedNumberScreened.PresentationAllowed(
            new PartyNumber.Public(PublicTypeOfNumber.NationalNumber, number), ScreeningIndicator.UserProvidedVerifiedAndPassed),
        name is null ? null : new Name.PresentationAllowed(name));
}
