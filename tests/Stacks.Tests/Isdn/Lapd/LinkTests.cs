using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Lapd;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Isdn;

namespace Stacks.Tests.Isdn.Lapd;

/// <summary>The data link between two trunks when the line misbehaves, and what calls make of it (Q.921 (09/1997) 5.6 to 5.8, Q.931 (05/1998) 5.8.8, 5.8.9).</summary>
public class LinkTests
{
    private static readonly TimeSpan Prompt = TimeSpan.FromMilliseconds(10);

    [Fact]
    public void Without_an_answer_establishment_is_tried_four_times_and_again_after_a_pause()
    {
        var pair = new TrunkPair { Line = (_, _) => [] };
        var sent = 0;
        pair.Line = (_, _) =>
        {
            sent++;
            return [];
        };
        pair.Give(IsdnSide.User, new IsdnInput.Start());
        pair.Run(TimeSpan.FromSeconds(4.5));
        Assert.Equal(4, sent);
        pair.Run(TimeSpan.FromSeconds(5));
        Assert.Equal(5, sent);
        Assert.Contains(pair.Observed(IsdnSide.User), line => line.Line.Contains("no answer to SABME", StringComparison.Ordinal));
        pair.Line = (_, _) => [Prompt];
        pair.Give(IsdnSide.Network, new IsdnInput.Start());
        pair.Run(TimeSpan.FromSeconds(2));
        Assert.True(pair.User.IsUp && pair.Network.IsUp);
    }

    [Fact]
    public void A_silent_link_is_asked_after_T203_and_lost_after_N200_more()
    {
        var pair = new TrunkPair();
        pair.Start();
        pair.Run(TimeSpan.FromMinutes(5));
        Assert.True(pair.User.IsUp && pair.Network.IsUp);
        Assert.Empty(pair.Observed(IsdnSide.User));
        pair.Line = (_, _) => [];
        pair.Run(TimeSpan.FromSeconds(25));
        Assert.False(pair.User.IsUp);
        Assert.Contains(pair.Story, entry => entry is { Side: IsdnSide.User, Output: IsdnOutput.LinkDown });
        pair.Line = (_, _) => [Prompt];
        pair.Run(TimeSpan.FromSeconds(30));
        Assert.True(pair.User.IsUp && pair.Network.IsUp);
    }

    [Fact]
    public void An_active_call_outlives_a_lost_link_and_one_in_setup_does_not()
    {
        var (pair, out1, in1) = IsdnTrunkTests.Answered(IsdnVariant.Etsi, IsdnSide.User);
        var second = pair.Place(IsdnSide.User, IsdnTrunkTests.Setup());
        pair.Run();
        pair.Line = (_, _) => [];
        pair.Run(TimeSpan.FromSeconds(30));
        Assert.Equal(10, pair.User.StateOf(out1));
        Assert.Equal(0, pair.User.StateOf(second));
        pair.Line = (_, _) => [Prompt];
        pair.Run(TimeSpan.FromSeconds(30));
        Assert.Equal(10, pair.User.StateOf(out1));
        Assert.Equal(10, pair.Network.StateOf(in1));
        Assert.Contains(pair.Messages, entry => entry.Message.Type == MessageType.Status && entry.Message.First<Cause>()!.Value == 31);
    }

    [Fact]
    public void An_active_call_is_given_up_when_T309_runs_out()
    {
        var (pair, out1, _) = IsdnTrunkTests.Answered(IsdnVariant.Etsi, IsdnSide.User);
        pair.Line = (_, _) => [];
        pair.Run(TimeSpan.FromMinutes(3));
        Assert.Equal(0, pair.User.StateOf(out1));
        Assert.Equal(27, pair.Last<CallIndication.Released>(IsdnSide.User).Cause.Value);
        Assert.Equal(27, pair.Last<CallIndication.Released>(IsdnSide.Network).Cause.Value);
        Assert.Equal(0, pair.Network.CallCount);
    }

    [Fact]
    public void A_lost_frame_is_asked_for_by_reject_and_nothing_is_lost_or_doubled()
    {
        var (pair, _, in1) = IsdnTrunkTests.Answered(IsdnVariant.Etsi, IsdnSide.User);
        var dropped = false;
        pair.Line = (from, frame) =>
        {
            if (!dropped && from == IsdnSide.Network && frame is LapdFrame.Information)
            {
                dropped = true;
                return [];
            }

            return [Prompt];
        };
        for (byte i = 1; i <= 3; i++)
            pair.Want(IsdnSide.Network, in1, new CallRequest.Facility { Elements = [new FacilityElement([0x92, i])] });
        pair.Run();
        var received = pair.Indications(IsdnSide.User).Select(indication => indication.What).OfType<CallIndication.FacilityReceived>();
        Assert.Equal([1, 2, 3], received.Select(facility => (int)facility.Facilities[0].Contents[1]));
    }

    [Fact]
    public void No_more_than_k_frames_are_on_the_way()
    {
        var (pair, _, in1) = IsdnTrunkTests.Answered(IsdnVariant.Etsi, IsdnSide.User);
        var on = 0;
        pair.Line = (from, frame) =>
        {
            on += from == IsdnSide.Network && frame is LapdFrame.Information ? 1 : 0;
            return from == IsdnSide.User ? [] : [Prompt];
        };
        for (byte i = 1; i <= 20; i++)
            pair.Want(IsdnSide.Network, in1, new CallRequest.Facility { Elements = [new FacilityElement([0x92, i])] });
        Assert.Equal(7, on);
        pair.Line = (_, _) => [Prompt];
        pair.Run(TimeSpan.FromSeconds(5));
        var received = pair.Indications(IsdnSide.User).Select(indication => indication.What).OfType<CallIndication.FacilityReceived>();
        Assert.Equal(Enumerable.Range(1, 20), received.Select(facility => (int)facility.Facilities[0].Contents[1]));
    }

    [Fact]
    public void A_busy_peer_is_waited_for()
    {
        var peer = new ScriptedPeer(new(IsdnSide.User));
        peer.Frame(new LapdFrame.Supervisory(new(0, true, 0), SupervisoryFunction.ReceiveNotReady, 0, false));
        var call = peer.Place(IsdnTrunkTests.Setup());
        Assert.Equal("", peer.Answers());
        peer.Outputs.Clear();
        peer.Expire(IsdnTimer.T200);
        Assert.Equal("00010101", Convert.ToHexStringLower(peer.Outputs.OfType<IsdnOutput.SendFrame>().Single().Octets));
        peer.Frame(new LapdFrame.Supervisory(new(0, false, 0), SupervisoryFunction.ReceiveReady, 0, true));
        Assert.Equal(MessageType.Setup, Q931Message.Decode(Convert.FromHexString(peer.Answers())).Message!.Type);
        Assert.Equal(1, peer.Trunk.StateOf(call));
    }

    [Theory]
    [InlineData("02010114", 'J')] // N(R) = 10 of nothing sent
    [InlineData("02010d00", 'L')]
    [InlineData("0201010000", 'M')]
    [InlineData("02018700", 'N')]
    [InlineData("00018700000000" + "00", 'K')]
    [InlineData("00010f", 'E')]
    public void A_link_in_error_is_established_anew_and_calls_survive(string hex, char code)
    {
        var peer = new ScriptedPeer(new(IsdnSide.User));
        peer.Say("0802 0001 05 04 03 8090a3 18 03 a98381");
        peer.Outputs.Clear();
        peer.Give(new IsdnInput.FrameReceived(Convert.FromHexString(hex)));
        Assert.Equal("00017f", Convert.ToHexStringLower(peer.Outputs.OfType<IsdnOutput.SendFrame>().Last().Octets));
        Assert.Contains(peer.Observed(), line => line.StartsWith($"data link error {code}", StringComparison.Ordinal));
        Assert.Equal(6, peer.Trunk.StateOf(peer.Trunk.CallCount == 1 ? new(1) : default));
        Assert.True(peer.Trunk.IsUp);
    }

    [Theory]
    [InlineData("")]
    [InlineData("02")]
    [InlineData("020101")]
    [InlineData("030101")]
    [InlineData("fcff030f000006ff")] // TEI management
    [InlineData("02030100")] // another TEI
    [InlineData("42010100")] // another SAPI
    [InlineData("020173")] // UA as a command
    [InlineData("00017f")] // SABME as a response
    [InlineData("00010000")] // I as a response
    [InlineData("0201af828000")] // XID
    public void Frames_that_are_none_of_ours_change_nothing(string hex)
    {
        var peer = new ScriptedPeer(new(IsdnSide.User));
        peer.Give(new IsdnInput.FrameReceived(Convert.FromHexString(hex)));
        Assert.Empty(peer.Outputs.OfType<IsdnOutput.SendFrame>());
        Assert.True(peer.Trunk.IsUp);
    }

    [Fact]
    public void A_hundred_thousand_frames_of_any_kind_leave_a_trunk_that_still_works()
    {
        var random = new Random(4);
        var peer = new ScriptedPeer(new(IsdnSide.User)) { Deaf = true };
        var sane = new LapdFrame[]
        {
            new LapdFrame.Information(new(0, true, 0), 0, 0, false, Convert.FromHexString("0802000105" + "04038090a3" + "1803a98381")),
            new LapdFrame.Supervisory(new(0, true, 0), SupervisoryFunction.ReceiveReady, 0, true),
            new LapdFrame.Supervisory(new(0, false, 0), SupervisoryFunction.ReceiveReady, 0, true),
            new LapdFrame.Supervisory(new(0, true, 0), SupervisoryFunction.Reject, 0, false),
            new LapdFrame.Supervisory(new(0, true, 0), SupervisoryFunction.ReceiveNotReady, 0, false),
            new LapdFrame.Unnumbered(new(0, true, 0), UnnumberedFunction.SetAsynchronousBalancedModeExtended, true, []),
            new LapdFrame.Unnumbered(new(0, false, 0), UnnumberedFunction.UnnumberedAcknowledgement, true, []),
            new LapdFrame.Unnumbered(new(0, false, 0), UnnumberedFunction.DisconnectedMode, false, []),
            new LapdFrame.Unnumbered(new(0, true, 0), UnnumberedFunction.Disconnect, true, []),
        };
        for (var i = 0; i < 100_000; i++)
        {
            var octets = sane[random.Next(sane.Length)].Encode();
            for (var flips = random.Next(4); flips > 0; flips--)
                octets[random.Next(octets.Length)] ^= (byte)(1 << random.Next(8));
            if (octets.Length > 4)
                octets[2] = (byte)(random.Next(4) * 2);
            peer.Give(new IsdnInput.FrameReceived(octets.AsMemory(0, random.Next(8) == 0 ? random.Next(octets.Length + 1) : octets.Length)));
            foreach (var timer in peer.Timers.ToArray().Where(timer => random.Next(10) == 0 && peer.Timers.Contains(timer)))
                peer.Expire(timer.Timer, timer.Call);
            if (i % 100 == 0)
                peer.Place(IsdnTrunkTests.Setup());
            peer.Outputs.Clear();
        }

        peer.Give(new IsdnInput.Stop());
        peer.Give(new IsdnInput.FrameReceived(new LapdFrame.Unnumbered(new(0, false, 0), UnnumberedFunction.UnnumberedAcknowledgement, true, []).Encode()));
        Assert.Equal(0, peer.Trunk.CallCount);
        Assert.Empty(peer.Timers);
        Assert.False(peer.Trunk.IsUp);
    }

    [Fact]
    public void A_stopped_trunk_lets_go_of_its_calls_and_says_so_to_the_peer()
    {
        var (pair, _, _) = IsdnTrunkTests.Answered(IsdnVariant.Etsi, IsdnSide.User);
        pair.Give(IsdnSide.User, new IsdnInput.Stop());
        pair.Run(TimeSpan.FromSeconds(1));
        Assert.Equal(0, pair.User.CallCount);
        Assert.False(pair.User.IsUp);
        Assert.False(pair.Network.IsUp);
        pair.Give(IsdnSide.User, new IsdnInput.Start());
        pair.Run(TimeSpan.FromSeconds(10));
        Assert.True(pair.User.IsUp && pair.Network.IsUp);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_line_that_loses_every_tenth_frame_loses_no_message(int seed)
    {
        var random = new Random(seed);
        var (pair, out1, in1) = IsdnTrunkTests.Answered(IsdnVariant.Etsi, IsdnSide.User);
        pair.Line = (_, _) => random.Next(10) == 0 ? [] : [Prompt];
        for (byte i = 0; i < 200; i++)
        {
            pair.Want(IsdnSide.User, out1, new CallRequest.Facility { Elements = [new FacilityElement([0x92, i])] });
            pair.Want(IsdnSide.Network, in1, new CallRequest.Facility { Elements = [new FacilityElement([0x92, i])] });
            pair.Run(TimeSpan.FromMilliseconds(random.Next(500)));
        }

        pair.Run(TimeSpan.FromMinutes(1));
        Assert.Empty(pair.Observed(IsdnSide.User).Concat(pair.Observed(IsdnSide.Network)));
        foreach (var side in new[] { IsdnSide.User, IsdnSide.Network })
        {
            var received = pair.Indications(side).Select(indication => indication.What).OfType<CallIndication.FacilityReceived>();
            Assert.Equal(Enumerable.Range(0, 200), received.Select(facility => (int)facility.Facilities[0].Contents[1]));
        }
    }

    /// <summary>Frames are lost, doubled and overtaken; in the end every call was reported gone and nothing is left behind.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Calls_end_well_on_a_bad_line(int seed)
    {
        var random = new Random(seed);
        var variant = seed % 2 == 0 ? IsdnVariant.Etsi : IsdnVariant.Qsig;
        var pair = new TrunkPair(variant);
        pair.Start();
        var placed = new HashSet<(IsdnSide, IsdnCallId)>();
        pair.Line = (_, _) => Enumerable.Range(0, random.Next(10) switch { 0 or 1 => 0, 2 => 2, _ => 1 })
            .Select(_ => TimeSpan.FromMilliseconds(random.Next(5, random.Next(8) == 0 ? 300 : 30)));
        pair.OnOutput = (side, output) =>
        {
            if (output is not IsdnOutput.Indication { Call: var call, What: var what })
                return;
            if (what is CallIndication.Incoming)
            {
                Assert.True(placed.Add((side, call)));
                pair.Want(side, call, new CallRequest.Proceed());
                if (random.Next(4) > 0)
                    pair.Want(side, call, new CallRequest.Alert());
                pair.Want(side, call, random.Next(3) > 0 ? new CallRequest.Answer() : new CallRequest.Disconnect(new(Location.User, 17)));
            }
            else if (what is CallIndication.Answered or CallIndication.AnswerAcknowledged)
            {
                pair.Want(side, call, new CallRequest.Facility { Elements = [new FacilityElement([0x91])] });
                if (random.Next(2) == 0)
                    pair.Want(side, call, new CallRequest.Hold());
                if (random.Next(2) == 0)
                    pair.Want(side, call, new CallRequest.Disconnect(new(Location.User, 16)));
            }
            else if (what is CallIndication.HoldRequested)
            {
                pair.Want(side, call, new CallRequest.AcknowledgeHold());
            }
        };
        for (var i = 0; i < 60; i++)
        {
            var side = random.Next(2) == 0 ? IsdnSide.User : IsdnSide.Network;
            placed.Add((side, pair.Place(side, IsdnTrunkTests.Setup())));
            pair.Run(TimeSpan.FromMilliseconds(random.Next(3000)));
        }

        pair.Line = (_, _) => [Prompt];
        pair.Run(TimeSpan.FromMinutes(1));
        foreach (var (side, call) in placed)
            pair.Want(side, call, new CallRequest.Disconnect(new(Location.User, 16)));
        pair.Run(TimeSpan.FromMinutes(6));
        IsdnTrunkTests.Idle(pair);
        foreach (var (side, call) in placed)
        {
            var indications = pair.Indications(side).Where(indication => indication.Call == call).ToList();
            Assert.Equal(1, indications.Count(indication => indication.What is CallIndication.Released));
            Assert.IsType<CallIndication.Released>(indications[^1].What);
        }

        // Every channel is free again.
        for (var i = 0; i < 30; i++)
            Assert.NotNull(pair.User.ChannelOf(pair.Place(IsdnSide.User, IsdnTrunkTests.Setup())));
    }
}
