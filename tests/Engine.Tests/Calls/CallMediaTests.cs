using Gateway.Engine.Legs;

namespace Engine.Tests.Calls;

public class CallMediaTests
{
    [Fact]
    public void A_hold_is_passed_on_and_its_answer_comes_back()
    {
        var stage = new Stage();
        var (caller, callee) = stage.Talk(Stage.Phones, "100", "200");
        stage.ByHand = command => command is LegCommand.ChangeMedia;
        var hold = stage.MediaOf(caller) with { Direction = MediaDirection.SendOnly };
        stage.Play(new LegEvent.MediaOffered(caller, hold));
        Assert.Equal(new LegCommand.ChangeMedia(callee, hold), stage.LastOf<LegCommand.ChangeMedia>());

        var answer = stage.MediaOf(callee) with { Direction = MediaDirection.ReceiveOnly };
        stage.Play(new LegEvent.MediaChanged(callee, answer));
        Assert.Equal(new LegCommand.AnswerMedia(caller, answer), stage.LastOf<LegCommand.AnswerMedia>());
        stage.AssertTalking(caller, callee);
    }

    [Fact]
    public void A_refused_change_is_refused_to_the_one_who_asked()
    {
        var stage = new Stage();
        var (caller, callee) = stage.Talk(Stage.Phones, "100", "200");
        stage.ByHand = command => command is LegCommand.ChangeMedia;
        var before = stage.MediaOf(caller);
        stage.Play(new LegEvent.MediaOffered(caller, Stage.PortOf(500)));
        stage.Play(new LegEvent.MediaRefused(callee, Cause.BearerCapabilityNotImplemented));

        Assert.Equal(new LegCommand.AnswerMedia(caller, null), stage.LastOf<LegCommand.AnswerMedia>());
        Assert.Equal(before, stage.Engine.Calls[0].First!.Media);
        Assert.Equal(before, stage.TalksTo(callee));
    }

    [Fact]
    public void Offers_that_cross_are_refused_to_the_second_which_may_come_again()
    {
        var stage = new Stage();
        var (caller, callee) = stage.Talk(Stage.Phones, "100", "200");
        stage.ByHand = command => command is LegCommand.ChangeMedia;
        stage.Play(new LegEvent.MediaOffered(caller, Stage.PortOf(500)));
        stage.Play(new LegEvent.MediaOffered(callee, Stage.PortOf(501)));
        Assert.Equal(new LegCommand.AnswerMedia(callee, null) { OnlyNow = true }, stage.LastOf<LegCommand.AnswerMedia>());
    }

    [Fact]
    public void An_offer_may_come_again_when_the_other_party_is_still_being_told_something()
    {
        var stage = new Stage();
        var (caller, _) = stage.Talk(Stage.Phones, "100", "200");
        stage.ByHand = command => command is LegCommand.ChangeMedia;
        stage.Play(new LegEvent.MediaChanged(caller, Stage.PortOf(500)));
        stage.Play(new LegEvent.MediaOffered(caller, Stage.PortOf(501)));
        Assert.Equal(new LegCommand.AnswerMedia(caller, null) { OnlyNow = true }, stage.LastOf<LegCommand.AnswerMedia>());
    }

    [Fact]
    public void A_caller_without_an_offer_gets_the_called_partys_and_its_own_is_passed_on_when_it_comes()
    {
        var stage = new Stage();
        var caller = stage.Arrive(Stage.Phones, "100", "200", withMedia: false);
        var callee = stage.LastPlaced;
        Assert.Null(stage.LastOf<LegCommand.Place>().Setup.Media);
        stage.Answer(callee);
        Assert.Equal(stage.MediaOf(callee), stage.LastOf<LegCommand.Answer>().Media);
        stage.Play(new LegEvent.MediaChanged(caller, stage.MediaOf(caller)));

        stage.AssertTalking(caller, callee);
    }

    [Fact]
    public void A_called_party_whose_media_comes_late_is_told_to_the_caller_late()
    {
        var stage = new Stage();
        var caller = stage.Arrive(Stage.Phones, "100", "200");
        var callee = stage.LastPlaced;
        stage.Play(new LegEvent.Answered(callee, null));
        stage.Play(new LegEvent.MediaChanged(callee, stage.MediaOf(callee)));

        stage.AssertTalking(caller, callee);
    }

    [Fact]
    public void Two_parties_that_move_with_every_answer_do_not_chase_each_other()
    {
        var stage = new Stage();
        var (caller, callee) = stage.Talk(Stage.Phones, "100", "200");
        stage.ByHand = command => command is LegCommand.ChangeMedia;
        stage.Play(new LegEvent.MediaChanged(caller, Stage.PortOf(500)));
        for (var port = 501; port < 520; port++)
        {
            if (stage.Commands.OfType<LegCommand.ChangeMedia>().LastOrDefault() is { } asked)
                stage.Play(new LegEvent.MediaChanged(asked.Leg, Stage.PortOf(port)));
        }

        // The unasked answers of the loop are news of their own; each is told at most once more.
        Assert.True(stage.Commands.OfType<LegCommand.ChangeMedia>().Count() <= 21);
        Assert.False(stage.IsGone(callee));
    }

    [Fact]
    public void An_offer_is_refused_when_the_other_party_leaves_before_it_answers()
    {
        var stage = new Stage();
        var (caller, callee) = stage.Talk(Stage.Phones, "100", "200");
        stage.ByHand = command => command is LegCommand.ChangeMedia;
        stage.Play(new LegEvent.MediaOffered(caller, Stage.PortOf(500)));
        stage.HangUp(callee);

        Assert.Contains(new LegCommand.AnswerMedia(caller, null), stage.Commands);
        stage.AssertNothingLeft();
    }
}
