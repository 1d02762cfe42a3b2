using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;

namespace Engine.Tests.Transfers;

/// <summary>The gateway joins the legs itself.</summary>
public class JoinTests
{
    [Fact]
    public void Blind_the_target_is_called_by_route_and_joined_when_it_answers()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Blind(transferor, "300");
        var target = stage.LastPlaced;
        Assert.Equal(Stage.West, stage.LastOf<LegCommand.Place>().Peer);
        stage.Ring(target);
        Assert.Empty(stage.Finals);
        stage.AssertTalking(transferor, transferee);
        stage.Answer(target);

        stage.AssertTalking(transferee, target);
        stage.AssertOneEnd<TransferReport.Succeeded>(TransferOutcome.Succeeded);
        Assert.Equal(target, stage.Record.Target);
        Assert.Contains(new LegCommand.AnnounceParty(transferee, new Party("300"), TransferEnd.Primary, false) { Other = target }, stage.Commands);
        Assert.Contains(new LegCommand.AnnounceParty(target, new Party("200"), TransferEnd.Secondary, false) { Other = transferee }, stage.Commands);

        stage.HangUp(transferor);
        stage.AssertTalking(transferee, target);
        stage.HangUp(target);
        Assert.True(stage.IsGone(transferee));
        stage.AssertNothingLeft();
    }

    [Fact]
    public void Attended_the_transferee_and_the_target_talk_and_the_transferors_two_legs_go()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var (consultation, target) = stage.Talk(Stage.Phones, "100", "300");
        stage.Transfer(transferor, new TransferTarget.ToLeg(consultation));

        stage.AssertTalking(transferee, target);
        stage.AssertOneEnd<TransferReport.Succeeded>(TransferOutcome.Succeeded);
        stage.Expire(EngineTimers.TransferorBye);
        Assert.True(stage.IsGone(transferor) && stage.IsGone(consultation));
        stage.AssertTalking(transferee, target);
        Assert.Single(stage.Engine.Calls);
    }

    [Fact]
    public void Success_is_not_reported_before_both_parties_accepted_the_change()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var (consultation, target) = stage.Talk(Stage.Phones, "100", "300");
        stage.ByHand = command => command is LegCommand.ChangeMedia;
        stage.Transfer(transferor, new TransferTarget.ToLeg(consultation));
        stage.Play(new LegEvent.MediaChanged(transferee, stage.MediaOf(transferee)));
        Assert.Empty(stage.Finals);
        Assert.DoesNotContain(stage.Commands, command => command is LegCommand.AnnounceParty);
        stage.Play(new LegEvent.MediaChanged(target, stage.MediaOf(target)));

        stage.AssertOneEnd<TransferReport.Succeeded>(TransferOutcome.Succeeded);
        stage.AssertTalking(transferee, target);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_party_that_refuses_the_change_restores_both_old_pairings(bool transfereeRefuses)
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var (consultation, target) = stage.Talk(Stage.Phones, "100", "300");
        stage.ByHand = command => command is LegCommand.ChangeMedia;
        stage.Transfer(transferor, new TransferTarget.ToLeg(consultation));
        var (refuses, accepts) = transfereeRefuses ? (transferee, target) : (target, transferee);
        stage.Play(new LegEvent.MediaChanged(accepts, stage.MediaOf(accepts)));
        stage.Play(new LegEvent.MediaRefused(refuses, Cause.BearerCapabilityNotImplemented));
        Assert.Empty(stage.Finals);
        stage.Play(new LegEvent.MediaChanged(accepts, stage.MediaOf(accepts)));

        Assert.Equal(new TransferReport.Failed(Cause.BearerCapabilityNotImplemented), Assert.Single(stage.Finals));
        stage.AssertTalking(transferor, transferee);
        stage.AssertTalking(consultation, target);
    }

    [Fact]
    public void A_party_that_was_on_hold_is_on_hold_again_when_the_join_fails()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var hold = stage.MediaOf(transferor) with { Direction = MediaDirection.SendOnly };
        stage.Play(new LegEvent.MediaOffered(transferor, hold));
        var (consultation, target) = stage.Talk(Stage.Phones, "100", "300");
        stage.ByHand = command => command is LegCommand.ChangeMedia && command.Leg == target;
        stage.Transfer(transferor, new TransferTarget.ToLeg(consultation));
        Assert.Equal(stage.MediaOf(target), stage.TalksTo(transferee));
        stage.Play(new LegEvent.MediaRefused(target, Cause.BearerCapabilityNotImplemented));

        Assert.Equal(hold, stage.TalksTo(transferee));
        stage.AssertTalking(transferor, transferee);
        stage.AssertTalking(consultation, target);
    }

    [Fact]
    public void A_refusal_before_the_other_partys_answer_waits_for_it_and_takes_it_back()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var (consultation, target) = stage.Talk(Stage.Phones, "100", "300");
        stage.ByHand = command => command is LegCommand.ChangeMedia;
        stage.Transfer(transferor, new TransferTarget.ToLeg(consultation));
        stage.Play(new LegEvent.MediaRefused(transferee, Cause.BearerCapabilityNotImplemented));
        Assert.Empty(stage.Finals);
        stage.ByHand = _ => false;
        stage.Play(new LegEvent.MediaChanged(target, stage.MediaOf(target)));

        Assert.IsType<TransferReport.Failed>(Assert.Single(stage.Finals));
        stage.AssertTalking(transferor, transferee);
        stage.AssertTalking(consultation, target);
    }

    [Fact]
    public void Parties_on_hold_are_taken_off_hold_by_the_join()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        stage.ByHand = command => command is LegCommand.ChangeMedia;
        stage.Play(new LegEvent.MediaOffered(transferor, stage.MediaOf(transferor) with { Direction = MediaDirection.SendOnly }));
        stage.Play(new LegEvent.MediaChanged(transferee, stage.MediaOf(transferee) with { Direction = MediaDirection.ReceiveOnly }));
        stage.ByHand = _ => false;
        stage.Blind(transferor, "300");
        Assert.Equal(MediaDirection.SendReceive, stage.LastOf<LegCommand.Place>().Setup.Media!.Direction);
        stage.Answer(stage.LastPlaced);

        Assert.Equal(MediaDirection.SendReceive, stage.TalksTo(transferee)!.Direction);
        stage.AssertTalking(transferee, stage.LastPlaced);
    }

    [Fact]
    public void A_party_that_moves_while_it_accepts_is_found_at_its_new_address()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var (consultation, target) = stage.Talk(Stage.Phones, "100", "300");
        stage.ByHand = command => command is LegCommand.ChangeMedia && command.Leg == transferee;
        stage.Transfer(transferor, new TransferTarget.ToLeg(consultation));
        stage.Play(new LegEvent.MediaChanged(transferee, Stage.PortOf(900)));

        Assert.Equal(Stage.PortOf(900).Rtp, stage.TalksTo(target)!.Rtp);
        stage.AssertTalking(transferee, target);
    }

    [Fact]
    public void An_offer_during_the_change_is_refused()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, _) = stage.Talk(Stage.Phones, "100", "200");
        var (consultation, target) = stage.Talk(Stage.Phones, "100", "300");
        stage.ByHand = command => command is LegCommand.ChangeMedia;
        stage.Transfer(transferor, new TransferTarget.ToLeg(consultation));
        stage.Play(new LegEvent.MediaOffered(transferor, Stage.PortOf(901)));
        Assert.Equal(new LegCommand.AnswerMedia(transferor, null) { OnlyNow = true }, stage.LastOf<LegCommand.AnswerMedia>());
        Assert.False(stage.IsGone(target));
    }

    [Fact]
    public void An_offer_that_waits_when_the_join_begins_is_refused()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        stage.ByHand = command => command is LegCommand.ChangeMedia && command.Leg == transferor;
        stage.Blind(transferor, "300");
        stage.Play(new LegEvent.MediaOffered(transferee, Stage.PortOf(902)));
        stage.Answer(stage.LastPlaced);

        Assert.Contains(new LegCommand.AnswerMedia(transferee, null) { OnlyNow = true }, stage.Commands);
        stage.AssertOneEnd<TransferReport.Succeeded>(TransferOutcome.Succeeded);
    }

    [Fact]
    public void An_announced_join_names_the_parties_while_the_target_rings_and_again_when_it_answers()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "join"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Blind(transferor, "300");
        var target = stage.LastPlaced;
        stage.Ring(target);
        Assert.Contains(new LegCommand.AnnounceParty(transferee, new Party("300"), TransferEnd.Primary, true) { Other = target }, stage.Commands);
        Assert.Empty(stage.Finals);
        stage.Answer(target);

        Assert.Contains(new LegCommand.AnnounceParty(transferee, new Party("300"), TransferEnd.Primary, false) { Other = target }, stage.Commands);
        stage.AssertTalking(transferee, target);
        stage.AssertOneEnd<TransferReport.Succeeded>(TransferOutcome.Succeeded);
    }

    [Fact]
    public void A_transferee_that_was_announced_a_target_in_vain_is_told_who_it_still_talks_to()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "join"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Blind(transferor, "300");
        stage.Ring(stage.LastPlaced);
        stage.HangUp(stage.LastPlaced, 21);

        Assert.Equal(new LegCommand.AnnounceParty(transferee, new Party("100"), TransferEnd.Primary, false) { Other = transferor }, stage.LastOf<LegCommand.AnnounceParty>());
        stage.AssertTalking(transferor, transferee);
    }

    [Fact]
    public void A_target_nobody_leads_to_fails_with_cause_3()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Blind(transferor, "999999");

        Assert.Equal(new TransferReport.Failed(Cause.NoRouteToDestination), Assert.Single(stage.Finals));
        stage.AssertTalking(transferor, transferee);
    }

    [Fact]
    public void A_consultation_call_that_still_rings_is_joined_when_it_is_answered()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var consultation = stage.Arrive(Stage.Phones, "100", "300");
        var target = stage.LastPlaced;
        stage.Ring(target);
        stage.Transfer(transferor, new TransferTarget.ToLeg(consultation));
        Assert.Empty(stage.Finals);
        stage.Answer(target);

        stage.AssertTalking(transferee, target);
        stage.AssertOneEnd<TransferReport.Succeeded>(TransferOutcome.Succeeded);
        stage.Expire(EngineTimers.TransferorBye);
        Assert.True(stage.IsGone(transferor) && stage.IsGone(consultation));
        Assert.Empty(stage.Timers);
    }

    [Fact]
    public void The_joined_call_can_be_transferred_again()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Blind(transferor, "300");
        var target = stage.LastPlaced;
        stage.Answer(target);
        stage.Blind(target, "101");
        var next = stage.LastPlaced;
        stage.Answer(next);

        stage.AssertTalking(transferee, next);
        stage.Expire(EngineTimers.TransferorBye);
        Assert.True(stage.IsGone(transferor) && stage.IsGone(target));
        stage.AssertTalking(transferee, next);
        Assert.Equal(2, stage.Records.Count());
    }
}
