using Gateway.Codecs.Isdn.Elements;
using Gateway.Isdn;

namespace Stacks.Tests.Isdn.CallControl;

/// <summary>ITU-T Q.931 (05/1998) clause 5.5. RESTART and its answer as in fixtures/isdn/libpri-frames.json.</summary>
public class RestartTests
{
    [Fact]
    public void A_restart_of_one_channel_ends_its_call_and_no_other()
    {
        var peer = new ScriptedPeer(new(IsdnSide.User));
        peer.Say("0802 0001 05 04 03 8090a3 18 03 a98381");
        var first = peer.Incoming();
        peer.Say("0802 0002 05 04 03 8090a3 18 03 a98382");
        var second = peer.Incoming();
        Assert.Equal("080280004e1803a98381790180", peer.Say("0802 0000 46 18 03 a98381 79 01 80"));
        Assert.Equal(0, peer.Trunk.StateOf(first));
        Assert.Equal(6, peer.Trunk.StateOf(second));
        Assert.Equal(41, peer.Last<CallIndication.Released>().Cause.Value);
    }

    [Theory]
    [InlineData("86")]
    [InlineData("87")]
    public void A_restart_of_the_interface_ends_every_call(string restartClass)
    {
        var peer = new ScriptedPeer(new(IsdnSide.User));
        peer.Say("0802 0001 05 04 03 8090a3 18 03 a98381");
        peer.Place(new() { Elements = [BearerCapability.Speech()] });
        peer.Answers();
        Assert.Equal($"080280004e7901{restartClass}", peer.Say($"0802 0000 46 79 01 {restartClass}"));
        Assert.Equal(0, peer.Trunk.CallCount);
        Assert.DoesNotContain(peer.Timers, timer => timer.Call is not null);
    }

    [Fact]
    public void Our_restart_is_repeated_twice_and_then_given_up()
    {
        var peer = new ScriptedPeer(new(IsdnSide.Network));
        peer.Give(new IsdnInput.Restart(null));
        Assert.Equal("08020000467901" + "86", peer.Answers());
        peer.Give(new IsdnInput.Restart(null));
        Assert.Contains("restart refused: another is under way", peer.Observed());
        Assert.Equal("08020000467901" + "86", peer.Expire(IsdnTimer.T316));
        Assert.Equal("08020000467901" + "86", peer.Expire(IsdnTimer.T316));
        Assert.Equal("", peer.Expire(IsdnTimer.T316));
        Assert.False(peer.Outputs.OfType<IsdnOutput.RestartEnded>().Single().Acknowledged);
    }

    [Fact]
    public void Our_restart_of_a_channel_is_acknowledged()
    {
        var peer = new ScriptedPeer(new(IsdnSide.User));
        peer.Say("0802 0001 05 04 03 8090a3 18 03 a98387");
        peer.Give(new IsdnInput.Restart(7));
        Assert.Equal("08020000461803a98387790180", peer.Answers());
        Assert.Equal(0, peer.Trunk.CallCount);
        Assert.Equal("", peer.Say("0802 8000 4e 18 03 a98387 79 01 80"));
        Assert.True(peer.Outputs.OfType<IsdnOutput.RestartEnded>().Single().Acknowledged);
        Assert.DoesNotContain(new IsdnTimerKey(IsdnTimer.T316, null), peer.Timers);
    }

    [Fact]
    public void A_restart_without_its_indicator_and_other_messages_of_the_global_reference_are_answered_status()
    {
        var peer = new ScriptedPeer(new(IsdnSide.User));
        Assert.Equal("080280007d080381e079140100", peer.Say("0802 0000 46"));
        Assert.Equal("080280007d080281d1140100", peer.Say("0802 0000 01"));
        Assert.Equal("", peer.Say("0802 8000 7d 08 02 8290 14 01 00"));
    }
}
