using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;

namespace Engine.Tests.Transfers;

/// <summary>The network behind both legs joins them.</summary>
public class HandOverTests
{
    private static Stage NewStage(OnFailure onFailure = OnFailure.Fail, params string[] more) =>
        new(Stage.Settings(onFailure, ["hand-over", .. more]));

    [Fact]
    public void Blind_the_target_is_called_beside_the_transferee_and_handed_over_when_it_answers()
    {
        var stage = NewStage();
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var id = stage.Blind(transferor, "201");
        var target = stage.LastPlaced;
        var place = stage.LastOf<LegCommand.Place>();
        Assert.Equal((Stage.East, "201", "200", "100"), (place.Peer, place.Setup.Called.Number, place.Setup.Calling!.Number, place.Setup.TransferredBy!.Number));

        stage.Ring(target);
        Assert.IsType<TransferReport.Ringing>(stage.LastOf<LegCommand.ReportTransfer>().Report);
        stage.Answer(target);
        Assert.Equal(new LegCommand.HandOver(transferee, id, target), stage.LastOf<LegCommand.HandOver>());
        Assert.Empty(stage.Finals);

        stage.Play(new LegEvent.TransferStepSucceeded(transferee, id));
        stage.AssertOneEnd<TransferReport.Succeeded>(TransferOutcome.Succeeded);
        stage.HangUp(target);
        stage.HangUp(transferee);
        Assert.False(stage.IsGone(transferor));
        stage.HangUp(transferor);
        Assert.Empty(stage.Commands.OfType<LegCommand.Release>());
        stage.AssertNothingLeft();
    }

    [Fact]
    public void Attended_both_legs_of_one_network_are_handed_over_at_once()
    {
        var stage = NewStage();
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var (consultation, target) = stage.Talk(Stage.Phones, "100", "201");
        var id = stage.Transfer(transferor, new TransferTarget.ToLeg(consultation));
        Assert.Equal(new LegCommand.HandOver(transferee, id, target), stage.LastOf<LegCommand.HandOver>());
        stage.Play(new LegEvent.TransferStepSucceeded(transferee, id));
        stage.HangUp(transferee);
        stage.HangUp(target);
        stage.Expire(EngineTimers.TransferorBye);

        stage.AssertOneEnd<TransferReport.Succeeded>(TransferOutcome.Succeeded);
        stage.AssertNothingLeft();
    }

    [Fact]
    public void A_target_that_another_network_leads_to_is_not_called_beside_the_transferee()
    {
        var stage = NewStage(OnFailure.Fail, "bridge");
        var (transferor, _) = stage.Talk(Stage.Phones, "100", "200");
        stage.Blind(transferor, "300");
        Assert.Equal(Stage.West, stage.LastOf<LegCommand.Place>().Peer);
        Assert.Empty(stage.Commands.OfType<LegCommand.HandOver>());
    }

    [Fact]
    public void Legs_of_two_networks_cannot_be_handed_over()
    {
        var stage = NewStage(OnFailure.Fail, "bridge");
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var (consultation, target) = stage.Talk(Stage.Phones, "100", "300");
        stage.Transfer(transferor, new TransferTarget.ToLeg(consultation));

        Assert.DoesNotContain(stage.Commands, command => command is LegCommand.HandOver);
        Assert.Contains(stage.Notes, note => note.Event == NoteEvents.TransferMethodPassedOver);
        stage.AssertTalking(transferee, target);
        Assert.Equal(TransferOutcome.Succeeded, stage.Record.Outcome);
    }

    [Fact]
    public void A_network_that_clears_both_legs_without_a_word_has_done_it()
    {
        var stage = NewStage();
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Blind(transferor, "201");
        var target = stage.LastPlaced;
        stage.Answer(target);
        stage.HangUp(target);
        Assert.Empty(stage.Finals);
        stage.HangUp(transferee);

        stage.AssertOneEnd<TransferReport.Succeeded>(TransferOutcome.Succeeded);
        stage.Expire(EngineTimers.TransferorBye);
        stage.AssertNothingLeft();
    }

    [Fact]
    public void One_cleared_leg_alone_is_no_success_and_the_other_stays_with_the_transferor()
    {
        var stage = NewStage();
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Blind(transferor, "201");
        var target = stage.LastPlaced;
        stage.Answer(target);
        stage.HangUp(target);
        stage.Expire(EngineTimers.HandOverClearing);

        Assert.Equal(new TransferReport.Failed(Cause.TemporaryFailure), Assert.Single(stage.Finals));
        stage.AssertTalking(transferor, transferee);
    }

    [Fact]
    public void A_refusing_network_leaves_both_calls_and_the_placed_target_is_released()
    {
        var stage = NewStage();
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var id = stage.Blind(transferor, "201");
        var target = stage.LastPlaced;
        stage.Answer(target);
        stage.Play(new LegEvent.TransferStepFailed(transferee, id, new Cause(50), NotSupported: false));

        Assert.Equal(new TransferReport.Failed(new Cause(50)), Assert.Single(stage.Finals));
        Assert.True(stage.IsGone(target));
        stage.AssertTalking(transferor, transferee);
    }

    [Fact]
    public void After_a_refusal_the_gateway_joins_the_target_that_already_answered_without_calling_it_again()
    {
        var stage = NewStage(OnFailure.FallBack, "bridge");
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var id = stage.Blind(transferor, "201");
        var target = stage.LastPlaced;
        stage.Answer(target);
        stage.Play(new LegEvent.TransferStepFailed(transferee, id, new Cause(50), NotSupported: true));

        Assert.Equal(target, stage.LastPlaced);
        stage.AssertTalking(transferee, target);
        stage.AssertOneEnd<TransferReport.Succeeded>(TransferOutcome.FellBack);
        stage.Expire(EngineTimers.TransferorBye);
        Assert.True(stage.IsGone(transferor));
        stage.AssertTalking(transferee, target);
    }

    [Fact]
    public void A_busy_target_fails_the_transfer_with_its_cause_and_is_not_tried_again()
    {
        var stage = NewStage(OnFailure.FallBack, "bridge");
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Blind(transferor, "201");
        stage.HangUp(stage.LastPlaced, 17);

        Assert.Equal(new TransferReport.Failed(Cause.UserBusy), Assert.Single(stage.Finals));
        Assert.Equal(2, stage.Commands.OfType<LegCommand.Place>().Count());
        stage.AssertTalking(transferor, transferee);
    }

    [Theory]
    [InlineData(true, 19)]
    [InlineData(false, 18)]
    public void A_target_that_does_not_answer_is_released(bool rang, int cause)
    {
        var stage = NewStage();
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Blind(transferor, "201");
        var target = stage.LastPlaced;
        if (rang)
            stage.Ring(target);
        stage.Expire(EngineTimers.TargetAnswer);

        Assert.Equal(new TransferReport.Failed(new Cause(cause)), Assert.Single(stage.Finals));
        Assert.True(stage.IsGone(target));
        stage.AssertTalking(transferor, transferee);
        Assert.Empty(stage.Timers);
    }
}
