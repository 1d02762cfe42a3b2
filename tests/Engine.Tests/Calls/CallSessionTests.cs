using Gateway.Engine;
using Gateway.Engine.Legs;

namespace Engine.Tests.Calls;

public class CallSessionTests
{
    [Fact]
    public void A_call_is_routed_rung_answered_and_both_talk_to_each_other()
    {
        var stage = new Stage();
        var caller = stage.Arrive(Stage.Phones, "100", "200");
        var callee = stage.LastPlaced;
        stage.Play(new LegEvent.Proceeding(callee));
        stage.Ring(callee);
        stage.Answer(callee);

        stage.AssertTalking(caller, callee);
        Assert.Equal(
            [typeof(LegCommand.Proceed), typeof(LegCommand.Place), typeof(LegCommand.Ring), typeof(LegCommand.Answer)],
            stage.Commands.Select(command => command.GetType()));
        Assert.Empty(stage.Timers);
    }

    [Fact]
    public void The_story_id_a_caller_brings_goes_on_to_the_called_leg()
    {
        var stage = new Stage();
        var leg = stage.NextLeg();
        var outputs = new List<EngineOutput>();
        stage.Engine.Handle(
            new LegEvent.Arrived(leg, Stage.Phones, new Party("200"), new Party("100"), null, new CorrelationId("brought")), outputs);

        var place = outputs.OfType<EngineOutput.Command>().Select(output => output.Leg).OfType<LegCommand.Place>().Single();
        Assert.Equal(new CorrelationId("brought"), place.Setup.Correlation);
        Assert.Equal(new CorrelationId("brought"), Assert.Single(stage.Engine.Calls).Correlation);
    }

    [Theory]
    [InlineData(17)]
    [InlineData(34)]
    public void The_cause_of_a_called_party_that_refuses_reaches_the_caller(int cause)
    {
        var stage = new Stage();
        var caller = stage.Arrive(Stage.Phones, "100", "200");
        stage.Play(new LegEvent.Released(stage.LastPlaced, new Cause(cause, 2)));

        Assert.Equal(new LegCommand.Release(caller, new Cause(cause, 2)), stage.LastOf<LegCommand.Release>());
        stage.AssertNothingLeft();
    }

    [Fact]
    public void A_caller_who_hangs_up_while_it_rings_takes_the_called_leg_along()
    {
        var stage = new Stage();
        var caller = stage.Arrive(Stage.Phones, "100", "200");
        stage.Ring(stage.LastPlaced);
        stage.HangUp(caller);

        Assert.Equal(stage.LastPlaced, stage.LastOf<LegCommand.Release>().Leg);
        stage.AssertNothingLeft();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Either_party_ends_the_call_for_both(bool callerFirst)
    {
        var stage = new Stage();
        var (caller, callee) = stage.Talk(Stage.Phones, "100", "200");
        stage.HangUp(callerFirst ? caller : callee, 31);

        Assert.Equal(new LegCommand.Release(callerFirst ? callee : caller, new Cause(31)), stage.LastOf<LegCommand.Release>());
        stage.AssertNothingLeft();
    }

    [Theory]
    [InlineData(true, 19)]
    [InlineData(false, 18)]
    public void A_party_that_never_answers_is_given_up(bool rang, int cause)
    {
        var stage = new Stage();
        stage.Arrive(Stage.Phones, "100", "200");
        if (rang)
            stage.Ring(stage.LastPlaced);
        stage.Expire(EngineTimers.NoAnswer);

        Assert.All(stage.Commands.OfType<LegCommand.Release>(), release => Assert.Equal(cause, release.Cause.Value));
        Assert.Equal(2, stage.Commands.OfType<LegCommand.Release>().Count());
        stage.AssertNothingLeft();
    }

    [Fact]
    public void A_number_without_a_route_is_released_with_cause_3()
    {
        var stage = new Stage();
        var caller = stage.Arrive(Stage.Phones, "100", "999999");

        Assert.Equal(new LegCommand.Release(caller, Cause.NoRouteToDestination), Assert.Single(stage.Commands));
        Assert.Contains(stage.Notes, note => note.Event == NoteEvents.RouteMissing);
        stage.AssertNothingLeft();
    }

    [Fact]
    public void Under_overload_new_calls_are_released_with_cause_42_and_old_ones_go_on()
    {
        var stage = new Stage();
        var (caller, callee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Engine.Overloaded = true;
        var late = stage.Arrive(Stage.Phones, "101", "200");

        Assert.Equal(new LegCommand.Release(late, Cause.SwitchingEquipmentCongestion), stage.LastOf<LegCommand.Release>());
        stage.AssertTalking(caller, callee);
    }

    [Fact]
    public void A_changed_party_is_announced_to_the_other_side()
    {
        var stage = new Stage();
        var (caller, callee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Play(new LegEvent.PartyChanged(callee, new Party("299"), Alerting: false));

        Assert.Equal(new LegCommand.AnnounceParty(caller, new Party("299"), TransferEnd.Primary, false) { Other = callee }, stage.LastOf<LegCommand.AnnounceParty>());
        Assert.Equal("299", Assert.Single(stage.Engine.Calls).Second!.Party!.Number);
    }

    [Fact]
    public void A_turn_that_fails_releases_its_call_with_cause_41_and_no_other()
    {
        var stage = new Stage();
        var (caller, callee) = stage.Talk(Stage.Phones, "100", "200");
        var unlucky = stage.NextLeg();
        stage.Broken = true;
        var outputs = new List<EngineOutput>();
        stage.Engine.Handle(new LegEvent.Arrived(unlucky, Stage.Phones, new Party("201"), new Party("101"), null), outputs);

        Assert.Equal(new LegCommand.Release(unlucky, Cause.TemporaryFailure), outputs.OfType<EngineOutput.Command>().Select(output => output.Leg).Single());
        Assert.Contains(outputs.OfType<EngineOutput.Noted>(), output => output.Note is { Event: NoteEvents.TurnFailed, Level: NoteLevel.Error });
        stage.Engine.Handle(new LegEvent.Released(unlucky, Cause.TemporaryFailure), outputs);
        stage.Broken = false;
        stage.AssertTalking(caller, callee);
        Assert.Single(stage.Engine.Calls);
        stage.Talk(Stage.Phones, "102", "202");
    }

    [Fact]
    public void What_an_unknown_leg_says_is_noted_and_nothing_else()
    {
        var outputs = new List<EngineOutput>();
        new Stage().Engine.Handle(new LegEvent.Answered(new LegId(77), null), outputs);
        Assert.Equal(NoteEvents.UnknownLeg, Assert.IsType<EngineOutput.Noted>(Assert.Single(outputs)).Note.Event);
    }

    [Fact]
    public void A_leg_that_arrives_twice_is_the_leg_that_is_there()
    {
        var stage = new Stage();
        var (caller, callee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Play(new LegEvent.Arrived(caller, Stage.Phones, new Party("300"), null, null));
        stage.AssertTalking(caller, callee);
        Assert.Single(stage.Engine.Calls);
    }

    [Fact]
    public void An_operator_can_end_a_call()
    {
        var stage = new Stage();
        stage.Talk(Stage.Phones, "100", "200");
        stage.Turn(outputs => stage.Engine.Release(stage.Engine.Calls[0].Call, Cause.NormalUnspecified, outputs));
        stage.AssertNothingLeft();
    }
}
