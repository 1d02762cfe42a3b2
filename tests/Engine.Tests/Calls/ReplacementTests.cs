using Gateway.Engine;
using Gateway.Engine.Legs;

namespace Engine.Tests.Calls;

public class ReplacementTests
{
    [Fact]
    public void A_new_call_takes_the_place_of_a_leg_of_the_same_peer()
    {
        var stage = new Stage();
        var (old, far) = stage.Talk(Stage.Phones, "100", "200");
        var fresh = stage.Arrive(Stage.Phones, "101", "100", replaces: old);

        stage.AssertTalking(fresh, far);
        Assert.True(stage.IsGone(old));
        Assert.Contains(new LegCommand.Release(old, Cause.NormalCallClearing), stage.Commands);
        Assert.Contains(stage.Commands, command => command is LegCommand.AnnounceParty { Party.Number: "101" } announce && announce.Leg == far);
        Assert.Single(stage.Engine.Calls);
    }

    [Fact]
    public void The_called_leg_can_be_replaced_too()
    {
        var stage = new Stage();
        var (near, old) = stage.Talk(Stage.Phones, "100", "200");
        var fresh = stage.Arrive(Stage.East, "201", "100", replaces: old);

        stage.AssertTalking(near, fresh);
        Assert.True(stage.IsGone(old));
    }

    [Fact]
    public void A_leg_of_another_peer_is_not_given_away()
    {
        var stage = new Stage();
        var (old, far) = stage.Talk(Stage.Phones, "100", "200");
        var thief = stage.Arrive(Stage.West, "300", "100", replaces: old);

        Assert.Contains(new LegCommand.Release(thief, Cause.CallRejected), stage.Commands);
        stage.AssertTalking(old, far);
    }

    [Fact]
    public void A_leg_that_is_gone_cannot_be_replaced()
    {
        var stage = new Stage();
        var (old, _) = stage.Talk(Stage.Phones, "100", "200");
        stage.HangUp(old);
        var fresh = stage.Arrive(Stage.Phones, "101", "100", replaces: old);

        Assert.Contains(new LegCommand.Release(fresh, Cause.InvalidCallReference), stage.Commands);
        stage.AssertNothingLeft();
    }

    [Fact]
    public void A_caller_can_be_replaced_while_it_rings_and_the_answer_goes_to_the_new_one()
    {
        var stage = new Stage();
        var old = stage.Arrive(Stage.Phones, "100", "200");
        var far = stage.LastPlaced;
        stage.Ring(far);
        var fresh = stage.Arrive(Stage.Phones, "101", "200", replaces: old);
        Assert.Equal(fresh, stage.LastOf<LegCommand.Ring>().Leg);
        stage.Answer(far);

        stage.AssertTalking(fresh, far);
        Assert.DoesNotContain(stage.Commands, command => command is LegCommand.Answer answer && answer.Leg == old);
    }

    [Fact]
    public void Who_takes_the_place_of_a_leg_that_rings_answers_the_call()
    {
        var stage = new Stage();
        var caller = stage.Arrive(Stage.Phones, "100", "200");
        var ringing = stage.LastPlaced;
        stage.Ring(ringing);
        var fresh = stage.Arrive(Stage.East, "201", "100", replaces: ringing);

        stage.AssertTalking(caller, fresh);
        Assert.True(stage.IsGone(ringing));
        Assert.Contains(stage.Commands, command => command is LegCommand.AnnounceParty { Party.Number: "201" } announce && announce.Leg == caller);
        Assert.DoesNotContain(stage.Timers, timer => timer.Name == EngineTimers.NoAnswer);
        stage.HangUp(fresh);
        stage.AssertNothingLeft();
    }

    [Fact]
    public void Who_picks_up_a_call_without_an_offer_is_answered_once_the_caller_told_its_media()
    {
        var stage = new Stage();
        var caller = stage.Arrive(Stage.Phones, "100", "200", withMedia: false);
        stage.Ring(stage.LastPlaced);
        var fresh = stage.Arrive(Stage.East, "201", "100", replaces: stage.LastPlaced);
        Assert.Null(stage.Commands.OfType<LegCommand.Answer>().Single(answer => answer.Leg == fresh).Media);
        Assert.NotNull(stage.Commands.OfType<LegCommand.Answer>().Single(answer => answer.Leg == caller).Media);

        stage.Play(new LegEvent.MediaChanged(caller, stage.MediaOf(caller)));
        stage.AssertTalking(caller, fresh);
    }

    [Fact]
    public void A_leg_that_rings_cannot_be_taken_by_another_peer_or_when_its_caller_is_gone()
    {
        var stage = new Stage();
        var caller = stage.Arrive(Stage.Phones, "100", "200");
        var ringing = stage.LastPlaced;
        stage.Ring(ringing);
        var thief = stage.Arrive(Stage.West, "300", "100", replaces: ringing);
        Assert.Contains(new LegCommand.Release(thief, Cause.CallRejected), stage.Commands);
        Assert.False(stage.IsGone(ringing));

        stage.ByHand = command => command is LegCommand.Release release && release.Leg == ringing;
        stage.HangUp(caller);
        var late = stage.Arrive(Stage.East, "201", "100", replaces: ringing);
        Assert.Contains(new LegCommand.Release(late, Cause.InvalidCallReference), stage.Commands);
    }
}
