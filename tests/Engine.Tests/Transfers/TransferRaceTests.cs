using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;

namespace Engine.Tests.Transfers;

/// <summary>Parties that leave, speak late or speak at once, in every method.</summary>
public class TransferRaceTests
{
    private static (Stage Stage, LegId Transferor, LegId Transferee, TransferId Id) Blind(params string[] methods)
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, methods));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        return (stage, transferor, transferee, stage.Blind(transferor, methods.Contains("hand-over") ? "201" : "300"));
    }

    private static (Stage Stage, LegId Transferor, LegId Transferee, LegId Consultation, LegId Target, TransferId Id) Attended(string method)
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, method));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var (consultation, target) = stage.Talk(Stage.Phones, "100", method == "hand-over" ? "201" : "300");
        stage.ByHand = command => command is LegCommand.ChangeMedia;
        return (stage, transferor, transferee, consultation, target, stage.Transfer(transferor, new TransferTarget.ToLeg(consultation)));
    }

    [Fact]
    public void A_transferor_that_leaves_right_after_acceptance_still_gets_its_report_and_the_transfer_goes_on()
    {
        var (stage, transferor, transferee, id) = Blind("reroute");
        stage.HangUp(transferor);
        Assert.False(stage.IsGone(transferee));
        stage.Play(new LegEvent.TransferStepSucceeded(transferee, id));

        Assert.Equal(new LegCommand.ReportTransfer(transferor, id, new TransferReport.Succeeded()), stage.LastOf<LegCommand.ReportTransfer>());
        stage.AssertOneEnd<TransferReport.Succeeded>(TransferOutcome.Succeeded);
        stage.AssertNothingLeft();
    }

    [Fact]
    public void A_transferor_that_leaves_does_not_stop_a_join()
    {
        var (stage, transferor, transferee, _) = Blind("bridge");
        stage.HangUp(transferor);
        stage.Ring(stage.LastPlaced);
        stage.Answer(stage.LastPlaced);

        stage.AssertTalking(transferee, stage.LastPlaced);
        stage.AssertOneEnd<TransferReport.Succeeded>(TransferOutcome.Succeeded);
        Assert.Empty(stage.Timers);
    }

    [Theory]
    [InlineData("reroute")]
    [InlineData("hand-over")]
    [InlineData("join")]
    [InlineData("bridge")]
    public void A_transferee_whose_transferor_left_is_released_with_cause_31_when_the_transfer_fails(string method)
    {
        var (stage, transferor, transferee, id) = Blind(method);
        stage.HangUp(transferor);
        if (method == "reroute")
            stage.Play(new LegEvent.TransferStepFailed(transferee, id, Cause.UserBusy, false));
        else
            stage.HangUp(stage.LastPlaced, 17);

        Assert.Equal(new TransferReport.Failed(Cause.UserBusy), Assert.Single(stage.Finals));
        Assert.Contains(new LegCommand.Release(transferee, Cause.NormalUnspecified), stage.Commands);
        stage.AssertNothingLeft();
    }

    [Theory]
    [InlineData("reroute")]
    [InlineData("hand-over")]
    [InlineData("join")]
    [InlineData("bridge")]
    public void A_transferee_that_leaves_ends_the_transfer_and_the_call_with_its_cause(string method)
    {
        var (stage, transferor, transferee, _) = Blind(method);
        stage.HangUp(transferee, 27);

        Assert.Equal(new TransferReport.Failed(new Cause(27)), Assert.Single(stage.Finals));
        Assert.Equal(TransferOutcome.Abandoned, stage.Record.Outcome);
        Assert.Contains(new LegCommand.Release(transferor, new Cause(27)), stage.Commands);
        stage.AssertNothingLeft();
    }

    [Theory]
    [InlineData("reroute")]
    [InlineData("hand-over")]
    [InlineData("join")]
    [InlineData("bridge")]
    public void When_transferor_and_transferee_both_leave_nobody_is_left_and_the_end_is_told_once(string method)
    {
        var (stage, transferor, transferee, _) = Blind(method);
        stage.HangUp(transferor);
        stage.HangUp(transferee);

        stage.AssertOneEnd<TransferReport.Failed>(TransferOutcome.Abandoned);
        stage.AssertNothingLeft();
    }

    [Fact]
    public void A_target_that_leaves_before_it_was_identified_fails_the_transfer_and_the_first_call_stays()
    {
        var (stage, transferor, transferee, consultation, target, _) = Attended("reroute");
        stage.HangUp(target, 31);

        Assert.Equal(new TransferReport.Failed(new Cause(31)), Assert.Single(stage.Finals));
        Assert.True(stage.IsGone(consultation));
        stage.AssertTalking(transferor, transferee);
    }

    [Fact]
    public void A_target_that_leaves_during_the_join_restores_the_first_call()
    {
        var (stage, transferor, transferee, consultation, target, _) = Attended("bridge");
        stage.Play(new LegEvent.MediaChanged(transferee, stage.MediaOf(transferee)));
        stage.HangUp(target, 16);
        stage.Play(new LegEvent.MediaChanged(transferee, stage.MediaOf(transferee)));

        stage.AssertOneEnd<TransferReport.Failed>(TransferOutcome.Failed);
        Assert.True(stage.IsGone(consultation));
        stage.AssertTalking(transferor, transferee);
    }

    [Fact]
    public void A_transferee_that_leaves_during_the_join_gives_the_target_back_to_the_transferor()
    {
        var (stage, transferor, transferee, consultation, target, _) = Attended("bridge");
        stage.Play(new LegEvent.MediaChanged(target, stage.MediaOf(target)));
        stage.HangUp(transferee, 16);
        stage.Play(new LegEvent.MediaChanged(target, stage.MediaOf(target)));

        stage.AssertOneEnd<TransferReport.Failed>(TransferOutcome.Abandoned);
        Assert.True(stage.IsGone(transferor));
        stage.AssertTalking(consultation, target);
    }

    [Fact]
    public void A_target_cleared_for_another_reason_during_a_hand_over_fails_it()
    {
        var (stage, transferor, transferee, consultation, target, id) = Attended("hand-over");
        stage.HangUp(target, 38);

        Assert.Equal(new TransferReport.Failed(new Cause(38)), Assert.Single(stage.Finals));
        Assert.Contains(new LegCommand.AbandonTransfer(transferee, id), stage.Commands);
        Assert.True(stage.IsGone(consultation));
        stage.AssertTalking(transferor, transferee);
    }

    [Theory]
    [InlineData("reroute")]
    [InlineData("hand-over")]
    [InlineData("bridge")]
    public void Both_legs_of_the_transferor_may_go_early_and_the_transfer_still_succeeds(string method)
    {
        var (stage, transferor, transferee, consultation, target, id) = Attended(method);
        stage.HangUp(consultation);
        stage.HangUp(transferor);
        Assert.False(stage.IsGone(transferee) || stage.IsGone(target));
        Succeed(stage, method, transferee, target, id);

        stage.AssertOneEnd<TransferReport.Succeeded>(TransferOutcome.Succeeded);
        if (method == "bridge")
            stage.AssertTalking(transferee, target);
        else if (method == "hand-over")
            stage.Expire(EngineTimers.TransferorBye);
        if (method != "bridge")
            stage.AssertNothingLeft();
    }

    [Theory]
    [InlineData("reroute")]
    [InlineData("hand-over")]
    [InlineData("bridge")]
    public void When_both_legs_of_the_transferor_went_early_and_it_fails_nobody_is_left_hanging(string method)
    {
        var (stage, transferor, transferee, consultation, target, id) = Attended(method);
        stage.HangUp(consultation);
        stage.HangUp(transferor);
        stage.ByHand = _ => false;
        if (method == "bridge")
            stage.Play(new LegEvent.MediaRefused(transferee, Cause.BearerCapabilityNotImplemented));
        else
            stage.Play(new LegEvent.TransferStepFailed(method == "reroute" ? target : transferee, id, Cause.TemporaryFailure, false));
        if (method == "bridge")
            stage.Play(new LegEvent.MediaChanged(target, stage.MediaOf(target)));

        stage.AssertOneEnd<TransferReport.Failed>(TransferOutcome.Failed);
        Assert.Contains(new LegCommand.Release(transferee, Cause.NormalUnspecified), stage.Commands);
        Assert.Contains(new LegCommand.Release(target, Cause.NormalUnspecified), stage.Commands);
        stage.AssertNothingLeft();
    }

    [Fact]
    public void A_consultation_call_given_up_while_it_rings_abandons_the_transfer()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "reroute"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var consultation = stage.Arrive(Stage.Phones, "100", "300");
        var target = stage.LastPlaced;
        stage.Ring(target);
        var id = stage.Transfer(transferor, new TransferTarget.ToLeg(consultation));
        stage.HangUp(consultation);

        Assert.Contains(new LegCommand.AbandonTransfer(target, id), stage.Commands);
        stage.AssertOneEnd<TransferReport.Failed>(TransferOutcome.Abandoned);
        Assert.True(stage.IsGone(target));
        stage.AssertTalking(transferor, transferee);
    }

    [Theory]
    [InlineData("reroute")]
    [InlineData("hand-over")]
    [InlineData("bridge")]
    public void A_transfer_that_takes_too_long_fails_with_cause_102_and_the_first_call_stays(string method)
    {
        var (stage, transferor, transferee, id) = Blind(method);
        stage.Expire(EngineTimers.Transfer);

        Assert.Equal(new TransferReport.Failed(Cause.RecoveryOnTimerExpiry), Assert.Single(stage.Finals));
        if (method == "reroute")
            Assert.Contains(new LegCommand.AbandonTransfer(transferee, id), stage.Commands);
        else
            Assert.True(stage.IsGone(stage.LastPlaced));
        stage.AssertTalking(transferor, transferee);
        Assert.Empty(stage.Timers);
    }

    [Fact]
    public void Success_after_the_time_ran_out_is_noted_and_ends_the_empty_call_without_another_report()
    {
        var (stage, transferor, transferee, id) = Blind("reroute");
        stage.Expire(EngineTimers.Transfer);
        stage.Play(new LegEvent.TransferStepSucceeded(transferee, id));

        Assert.Contains(stage.Notes, note => note.Event == NoteEvents.TransferLateSuccess);
        stage.AssertOneEnd<TransferReport.Failed>(TransferOutcome.Failed);
        Assert.Contains(new LegCommand.Release(transferor, Cause.NormalCallClearing), stage.Commands);
        stage.AssertNothingLeft();
    }

    [Fact]
    public void Success_of_the_first_method_while_the_second_is_tried_ends_the_second()
    {
        var stage = new Stage(Stage.Settings(OnFailure.FallBack, "reroute", "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var id = stage.Blind(transferor, "300");
        stage.Play(new LegEvent.TransferStepFailed(transferee, id, Cause.RecoveryOnTimerExpiry, false));
        var target = stage.LastPlaced;
        stage.Ring(target);
        stage.Play(new LegEvent.TransferStepSucceeded(transferee, id));

        Assert.True(stage.IsGone(target));
        Assert.IsType<TransferReport.Succeeded>(Assert.Single(stage.Finals));
        stage.HangUp(transferor);
        stage.AssertNothingLeft();
    }

    [Fact]
    public void A_second_request_while_one_runs_is_refused_and_does_not_disturb_it()
    {
        var (stage, transferor, transferee, id) = Blind("reroute");
        stage.Play(new LegEvent.TransferRequested(transferor, new TransferTarget.ToParty(new Party("301"))));
        stage.Play(new LegEvent.TransferRequested(transferee, new TransferTarget.ToParty(new Party("302"))));
        Assert.Equal(
            [TransferRefusal.AnotherTransferPending, TransferRefusal.AnotherTransferPending],
            stage.Commands.OfType<LegCommand.RefuseTransfer>().Select(refusal => refusal.Reason));
        stage.Play(new LegEvent.TransferStepSucceeded(transferee, id));

        Assert.Single(stage.Finals);
        Assert.Equal(
            [TransferOutcome.Refused, TransferOutcome.Refused, TransferOutcome.Succeeded], stage.Records.Select(record => record.Outcome));
    }

    [Fact]
    public void A_second_request_after_a_failure_is_served()
    {
        var (stage, transferor, transferee, id) = Blind("bridge");
        stage.HangUp(stage.LastPlaced, 17);
        var again = stage.Blind(transferor, "301");
        Assert.NotEqual(id, again);
        stage.Answer(stage.LastPlaced);
        stage.AssertTalking(transferee, stage.LastPlaced);
        Assert.Equal([TransferOutcome.Failed, TransferOutcome.Succeeded], stage.Records.Select(record => record.Outcome));
    }

    [Theory]
    [InlineData("reroute")]
    [InlineData("hand-over")]
    [InlineData("bridge")]
    public void After_success_a_transferor_that_stays_is_released(string method)
    {
        var (stage, transferor, transferee, consultation, target, id) = Attended(method);
        Succeed(stage, method, transferee, target, id);
        stage.Expire(EngineTimers.TransferorBye);

        Assert.Contains(new LegCommand.Release(transferor, Cause.NormalCallClearing), stage.Commands);
        Assert.Contains(new LegCommand.Release(consultation, Cause.NormalCallClearing), stage.Commands);
        if (method == "bridge")
            stage.AssertTalking(transferee, target);
        else
            stage.AssertNothingLeft();
    }

    [Fact]
    public void When_a_moved_transferee_is_released_after_success_nobody_is_told_of_a_failure()
    {
        var (stage, transferor, transferee, id) = Blind("reroute");
        stage.Play(new LegEvent.TransferStepSucceeded(transferee, id));
        stage.HangUp(transferee, 41);

        Assert.Empty(stage.Commands.OfType<LegCommand.Release>());
        Assert.IsType<TransferReport.Succeeded>(Assert.Single(stage.Finals));
        stage.Expire(EngineTimers.TransferorBye);
        Assert.Equal(new LegCommand.Release(transferor, Cause.NormalCallClearing), stage.LastOf<LegCommand.Release>());
        stage.AssertNothingLeft();
    }

    [Fact]
    public void An_operator_can_stop_a_transfer_and_the_first_call_stays()
    {
        var (stage, transferor, transferee, id) = Blind("bridge");
        stage.Turn(outputs => stage.Engine.Abandon(id, outputs));

        stage.AssertOneEnd<TransferReport.Failed>(TransferOutcome.Failed);
        stage.AssertTalking(transferor, transferee);
        Assert.True(stage.IsGone(stage.LastPlaced));
    }

    [Fact]
    public void A_turn_that_fails_in_a_transfer_reports_its_end_and_releases_the_call_with_cause_41()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Broken = true;
        stage.Blind(transferor, "300");
        stage.Broken = false;

        Assert.Contains(stage.Notes, note => note.Event == NoteEvents.TurnFailed);
        Assert.Equal(new TransferReport.Failed(Cause.TemporaryFailure), Assert.Single(stage.Finals));
        Assert.Single(stage.Records);
        Assert.Contains(new LegCommand.Release(transferee, Cause.TemporaryFailure), stage.Commands);
        stage.AssertNothingLeft();
        stage.Talk(Stage.Phones, "100", "200");
    }

    private static void Succeed(Stage stage, string method, LegId transferee, LegId target, TransferId id)
    {
        Assert.Empty(stage.Finals);
        stage.ByHand = _ => false;
        switch (method)
        {
            case "reroute":
                stage.Play(new LegEvent.TargetIdentified(target, id, "1", new ReroutingTarget(new Party("300"))));
                Assert.Empty(stage.Finals);
                stage.Play(new LegEvent.TransferStepSucceeded(transferee, id));
                break;
            case "hand-over":
                stage.Play(new LegEvent.TransferStepSucceeded(transferee, id));
                break;
            default:
                stage.Play(new LegEvent.MediaChanged(transferee, stage.MediaOf(transferee)));
                Assert.Empty(stage.Finals);
                stage.Play(new LegEvent.MediaChanged(target, stage.MediaOf(target)));
                break;
        }
    }
}
