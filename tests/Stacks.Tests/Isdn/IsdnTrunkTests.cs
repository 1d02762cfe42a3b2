using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Isdn;

namespace Stacks.Tests.Isdn;

public class IsdnTrunkTests
{
    private static readonly Cause Normal = new(Location.PrivateNetworkServingLocalUser, 16);

    internal static CallRequest.Setup Setup(params Element[] more) => new()
    {
        Elements =
        [
            BearerCapability.Audio(), new CallingPartyNumber(TypeOfNumber.National, NumberingPlan.E164, "301001"),
            new CalledPartyNumber(TypeOfNumber.Unknown, NumberingPlan.E164, "5001"), new SendingComplete(), .. more,
        ],
    };

    [Fact]
    public void The_link_comes_up_when_both_sides_start_at_once()
    {
        var pair = new TrunkPair();
        pair.Start();
        Assert.True(pair.User.IsUp);
        Assert.True(pair.Network.IsUp);
        Assert.Equal(1, pair.Story.Count(entry => entry is { Side: IsdnSide.User, Output: IsdnOutput.LinkUp }));
        Assert.Empty(pair.Observed(IsdnSide.User));
    }

    [Theory]
    [InlineData(IsdnVariant.Etsi, IsdnSide.User, "Setup [CallProceeding] [Alerting] [Connect] ConnectAcknowledge Disconnect [Release] ReleaseComplete")]
    [InlineData(IsdnVariant.Etsi, IsdnSide.Network, "[Setup] CallProceeding Alerting Connect [ConnectAcknowledge] [Disconnect] Release [ReleaseComplete]")]
    [InlineData(IsdnVariant.Qsig, IsdnSide.User, "Setup [CallProceeding] [Alerting] [Connect] ConnectAcknowledge Disconnect [Release] ReleaseComplete")]
    [InlineData(IsdnVariant.Qsig, IsdnSide.Network, "[Setup] CallProceeding Alerting Connect [ConnectAcknowledge] [Disconnect] Release [ReleaseComplete]")]
    public void A_call_is_made_answered_and_cleared_by_the_caller(IsdnVariant variant, IsdnSide caller, string wire)
    {
        var (pair, out1, in1) = Answered(variant, caller);
        var called = Other(caller);
        Assert.Equal(10, pair[caller].StateOf(out1));
        Assert.Equal(10, pair[called].StateOf(in1));
        Assert.Equal(pair[caller].ChannelOf(out1), pair[called].ChannelOf(in1));
        pair.Want(caller, out1, new CallRequest.Disconnect(Normal));
        pair.Run();
        Assert.Equal(wire, pair.Wire());
        Assert.Equal("Proceeding Alerting Answered Released", pair.Heard(caller));
        Assert.Equal("Incoming AnswerAcknowledged Disconnecting Released", pair.Heard(called));
        Assert.Equal(Normal.Value, pair.Last<CallIndication.Released>(called).Cause.Value);
        Idle(pair);
    }

    [Fact]
    public void Facilities_are_told_before_the_clearing_they_ride_in()
    {
        var (pair, out1, in1) = Answered(IsdnVariant.Etsi, IsdnSide.User);
        pair.Want(IsdnSide.Network, in1, new CallRequest.Disconnect(Normal) { Elements = [new FacilityElement([0x91, 0xA2, 3, 2, 1, 1])] });
        pair.Run();
        Assert.EndsWith("FacilityReceived Disconnecting Released", pair.Heard(IsdnSide.User), StringComparison.Ordinal);
        Assert.Equal(MessageType.Disconnect, pair.Last<CallIndication.FacilityReceived>(IsdnSide.User).Message.Type);
        Assert.Equal(0, pair.User.StateOf(out1));
        Idle(pair);
    }

    internal static (TrunkPair Pair, IsdnCallId Out, IsdnCallId In) Answered(IsdnVariant variant, IsdnSide caller)
    {
        var pair = new TrunkPair(variant);
        pair.Start();
        var out1 = pair.Place(caller, Setup());
        pair.Run();
        var called = Other(caller);
        var in1 = pair.Incoming(called);
        pair.Want(called, in1, new CallRequest.Proceed());
        pair.Want(called, in1, new CallRequest.Alert());
        pair.Want(called, in1, new CallRequest.Answer());
        pair.Run();
        return (pair, out1, in1);
    }

    internal static IsdnSide Other(IsdnSide side) => side == IsdnSide.User ? IsdnSide.Network : IsdnSide.User;

    /// <summary>Nothing is left of any call: references and channels are free, and only the supervision of the link runs.</summary>
    internal static void Idle(TrunkPair pair)
    {
        Assert.Equal(0, pair.User.CallCount);
        Assert.Equal(0, pair.Network.CallCount);
        Assert.Equal(2, pair.RunningTimers);
    }
}
