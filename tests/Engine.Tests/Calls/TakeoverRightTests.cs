using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;

namespace Engine.Tests.Calls;

/// <summary>Who may take over a call, or name one as the consultation call of its transfer: RFC 3891 (2004) 5, and what a switchboard may do.</summary>
public class TakeoverRightTests
{
    [Theory]
    [InlineData(TakeoverRight.ReferredBy, "100", ReplacesClaim.SameSource, null, true)]
    [InlineData(TakeoverRight.ReferredBy, "100", ReplacesClaim.Knowledge, null, false)]
    [InlineData(TakeoverRight.ReferredBy, "101", ReplacesClaim.SameSource, null, false)]
    [InlineData(TakeoverRight.ReferredBy, "101", ReplacesClaim.Knowledge, "100", true)]
    [InlineData(TakeoverRight.ReferredBy, "101", ReplacesClaim.Knowledge, "200", false)]
    [InlineData(TakeoverRight.Party, "100", ReplacesClaim.SameSource, null, true)]
    [InlineData(TakeoverRight.Party, "101", ReplacesClaim.SameSource, "100", false)]
    [InlineData(TakeoverRight.Peer, "101", ReplacesClaim.Knowledge, null, true)]
    [InlineData(TakeoverRight.Peer, "101", ReplacesClaim.Identity, null, false)]
    public void A_call_is_given_to_whom_it_belongs(TakeoverRight right, string caller, ReplacesClaim claim, string? inNameOf, bool given)
    {
        var stage = new Stage(With(right));
        var (old, far) = stage.Talk(Stage.Phones, "100", "200");
        var fresh = stage.Arrive(Stage.Phones, caller, "100", replaces: old, claim: claim, inNameOf: inNameOf);

        stage.AssertTalking(given ? fresh : old, far);
        Assert.Equal(given, stage.IsGone(old));
        Assert.Equal(!given, stage.Commands.Contains(new LegCommand.Release(fresh, Cause.CallRejected)));
    }

    [Theory]
    [InlineData(TakeoverRight.ReferredBy, "100", true)]
    [InlineData(TakeoverRight.ReferredBy, "101", false)]
    [InlineData(TakeoverRight.Party, "101", false)]
    [InlineData(TakeoverRight.Peer, "101", true)]
    public void A_consultation_call_is_the_transferors_own(TakeoverRight right, string consulting, bool allowed)
    {
        var stage = new Stage(With(right));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var (consultation, target) = stage.Talk(Stage.Phones, consulting, "300");
        stage.Play(new LegEvent.TransferRequested(transferor, new TransferTarget.ToLeg(consultation), new Party("100")));

        Assert.Equal(allowed ? TransferOutcome.Succeeded : TransferOutcome.Refused, stage.Record.Outcome);
        if (allowed)
            stage.AssertTalking(transferee, target);
        else
            stage.AssertTalking(transferor, transferee);
    }

    private static EngineSettings With(TakeoverRight right)
    {
        var settings = Stage.Settings(OnFailure.Fail, "bridge");
        return settings with { Peers = [.. settings.Peers.Select(peer => peer with { Takeover = right })] };
    }
}
