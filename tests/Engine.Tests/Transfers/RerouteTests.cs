using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;

namespace Engine.Tests.Transfers;

/// <summary>The transferee calls the target itself.</summary>
public class RerouteTests
{
    [Fact]
    public void Blind_the_transferee_is_asked_at_once_and_success_waits_for_its_word()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "reroute"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var id = stage.Blind(transferor, "300");
        Assert.Equal(new LegCommand.Reroute(transferee, id, new ReroutingTarget(new Party("300"), Peer: Stage.West), null) { TransferredBy = new Party("100") }, stage.LastOf<LegCommand.Reroute>());
        Assert.Empty(stage.Finals);
        Assert.Empty(stage.Records);

        stage.Play(new LegEvent.TransferStepSucceeded(transferee, id));
        stage.AssertOneEnd<TransferReport.Succeeded>(TransferOutcome.Succeeded);
        Assert.Equal((transferor, transferee), (stage.Record.Transferor, stage.Record.Transferee));
        Assert.Equal("300", stage.Record.TargetParty!.Number);

        stage.HangUp(transferor);
        Assert.Equal(new LegCommand.Release(transferee, Cause.NormalCallClearing), stage.LastOf<LegCommand.Release>());
        stage.AssertNothingLeft();
    }

    [Fact]
    public void What_the_asking_leg_knows_of_the_target_goes_on_to_the_transferee()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "reroute"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var id = stage.Transfer(transferor, new TransferTarget.ToParty(new Party("300"), "4711", "their own form"));
        Assert.Equal(
            new LegCommand.Reroute(transferee, id, new ReroutingTarget(new Party("300"), "their own form", Stage.West), "4711") { TransferredBy = new Party("100") }, stage.LastOf<LegCommand.Reroute>());
    }

    [Fact]
    public void Attended_the_target_is_identified_first_and_the_transferee_calls_there()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "reroute"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var (consultation, target) = stage.Talk(Stage.Phones, "100", "300");
        var id = stage.Transfer(transferor, new TransferTarget.ToLeg(consultation));
        Assert.Equal(new LegCommand.IdentifyTarget(target, id), stage.LastOf<LegCommand.IdentifyTarget>());
        Assert.DoesNotContain(stage.Commands, command => command is LegCommand.Reroute);

        var address = new ReroutingTarget(new Party("300"), "address");
        stage.Play(new LegEvent.TargetIdentified(target, id, "4711", address));
        Assert.Equal(new LegCommand.Reroute(transferee, id, address, "4711") { TransferredBy = new Party("100") }, stage.LastOf<LegCommand.Reroute>());

        // The target clears its old leg before the transferee's success is heard: expected, and no failure.
        stage.HangUp(target);
        Assert.Empty(stage.Finals);
        Assert.False(stage.IsGone(consultation));

        stage.Play(new LegEvent.TransferStepSucceeded(transferee, id));
        stage.AssertOneEnd<TransferReport.Succeeded>(TransferOutcome.Succeeded);
        Assert.Equal(target, stage.Record.Target);
        stage.HangUp(transferee);
        Assert.False(stage.IsGone(transferor));
        stage.Expire(EngineTimers.TransferorBye);
        Assert.All(
            stage.Commands.OfType<LegCommand.Release>(),
            release => Assert.Equal(Cause.NormalCallClearing, release.Cause));
        Assert.Single(stage.Finals);
        stage.AssertNothingLeft();
    }

    [Fact]
    public void A_transferee_that_refuses_stays_with_the_transferor()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "reroute", "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var id = stage.Blind(transferor, "300");
        var cause = new Cause(28, 5, new OriginalCause("errors", 1004));
        stage.Play(new LegEvent.TransferStepFailed(transferee, id, cause, NotSupported: false));

        stage.AssertOneEnd<TransferReport.Failed>(TransferOutcome.Failed);
        Assert.Equal(new TransferReport.Failed(cause), Assert.Single(stage.Finals));
        stage.AssertTalking(transferor, transferee);
        Assert.Empty(stage.Timers);
        Assert.Empty(stage.Engine.Transfers);
    }

    [Fact]
    public void A_target_that_cannot_be_identified_leaves_both_calls_alone()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "reroute"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var (consultation, target) = stage.Talk(Stage.Phones, "100", "300");
        var id = stage.Transfer(transferor, new TransferTarget.ToLeg(consultation));
        stage.Play(new LegEvent.TransferStepFailed(target, id, Cause.FacilityNotImplemented, NotSupported: true));

        stage.AssertOneEnd<TransferReport.Failed>(TransferOutcome.Failed);
        stage.AssertTalking(transferor, transferee);
        stage.AssertTalking(consultation, target);
    }

    [Fact]
    public void After_a_refused_reroute_the_target_forgets_its_identity_and_the_gateway_joins()
    {
        var stage = new Stage(Stage.Settings(OnFailure.FallBack, "reroute", "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var (consultation, target) = stage.Talk(Stage.Phones, "100", "300");
        var id = stage.Transfer(transferor, new TransferTarget.ToLeg(consultation));
        stage.Play(new LegEvent.TargetIdentified(target, id, "1", new ReroutingTarget(new Party("300"))));
        stage.Play(new LegEvent.TransferStepFailed(transferee, id, Cause.TemporaryFailure, NotSupported: false));

        Assert.Contains(new LegCommand.AbandonTransfer(target, id), stage.Commands);
        stage.AssertTalking(transferee, target);
        stage.AssertOneEnd<TransferReport.Succeeded>(TransferOutcome.FellBack);
        Assert.Equal(["reroute", "bridge"], stage.Record.MethodsTried);
    }

    [Fact]
    public void A_peer_that_does_not_know_the_method_is_not_asked_again_for_a_while()
    {
        var stage = new Stage(Stage.Settings(OnFailure.FallBack, "reroute", "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var id = stage.Blind(transferor, "300");
        stage.Play(new LegEvent.TransferStepFailed(transferee, id, Cause.FacilityNotImplemented, NotSupported: true));
        stage.HangUp(stage.LastPlaced, 17);
        Assert.Contains(stage.Notes, note => note.Event == NoteEvents.MethodUnknown && note.Peer == Stage.East);

        stage.Blind(transferor, "301");
        Assert.Single(stage.Commands.OfType<LegCommand.Reroute>());
        stage.HangUp(stage.LastPlaced, 17);
        Assert.Equal(["bridge"], stage.Records.Last().MethodsTried);

        stage.Expire(EngineTimers.MethodUnknown);
        stage.Blind(transferor, "302");
        Assert.Equal(2, stage.Commands.OfType<LegCommand.Reroute>().Count());
    }

    [Fact]
    public void The_news_that_the_new_party_rings_is_passed_to_the_transferor_once()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "reroute"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Blind(transferor, "300");
        stage.Ring(transferee);
        stage.Ring(transferee);
        Assert.IsType<TransferReport.Ringing>(Assert.Single(stage.Commands.OfType<LegCommand.ReportTransfer>()).Report);
    }

    [Fact]
    public void A_transferee_that_comes_back_through_this_gateway_finds_the_target_and_keeps_it()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "reroute"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var (consultation, target) = stage.Talk(Stage.Phones, "100", "300");
        var id = stage.Transfer(transferor, new TransferTarget.ToLeg(consultation));
        stage.Play(new LegEvent.TargetIdentified(target, id, "1", new ReroutingTarget(new Party("300"))));
        var fresh = stage.Arrive(Stage.East, "200", "300", replaces: consultation);
        stage.AssertTalking(fresh, target);
        stage.Play(new LegEvent.TransferStepSucceeded(transferee, id));
        stage.Expire(EngineTimers.TransferorBye);

        stage.AssertTalking(fresh, target);
        Assert.True(stage.IsGone(transferor) && stage.IsGone(transferee) && stage.IsGone(consultation));
        stage.AssertOneEnd<TransferReport.Succeeded>(TransferOutcome.Succeeded);
        Assert.Single(stage.Engine.Calls);
    }

    [Fact]
    public void The_transferees_own_call_through_this_gateway_belongs_to_the_same_story()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "reroute"));
        var (transferor, _) = stage.Talk(Stage.Phones, "100", "200");
        var story = stage.Engine.Calls[0].Correlation;
        stage.Blind(transferor, "300");
        stage.Arrive(Stage.East, "200", "300");
        Assert.Equal(story, stage.LastOf<LegCommand.Place>().Setup.Correlation);
        stage.Arrive(Stage.East, "201", "300");
        Assert.NotEqual(story, stage.LastOf<LegCommand.Place>().Setup.Correlation);
    }

    [Fact]
    public void Only_the_transferee_may_take_over_a_consultation_call()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "reroute"));
        var (transferor, _) = stage.Talk(Stage.Phones, "100", "200");
        var (consultation, target) = stage.Talk(Stage.Phones, "100", "300");
        var id = stage.Transfer(transferor, new TransferTarget.ToLeg(consultation));
        stage.Play(new LegEvent.TargetIdentified(target, id, "1", new ReroutingTarget(new Party("300"))));
        var thief = stage.Arrive(Stage.West, "301", "300", replaces: consultation);

        Assert.True(stage.IsGone(thief));
        stage.AssertTalking(consultation, target);
    }

    [Fact]
    public void A_step_reported_by_a_leg_that_was_not_asked_counts_for_nothing()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "reroute"));
        var (transferor, _) = stage.Talk(Stage.Phones, "100", "200");
        var id = stage.Blind(transferor, "300");
        stage.Play(new LegEvent.TransferStepSucceeded(transferor, id));
        Assert.Empty(stage.Finals);
    }
}
