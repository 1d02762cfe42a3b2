using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Routing;

namespace Engine.Tests.Routing;

public class RouterTests
{
    [Fact]
    public void The_first_route_that_matches_number_and_source_wins()
    {
        var router = new Router([], [
            new Route { Id = "a", Called = "2*", From = "west", To = "one" },
            new Route { Id = "b", Called = "20*", To = "two" },
            new Route { Id = "c", To = "three" },
        ]);
        Assert.Equal("a", router.Choose("200", "west")?.Id);
        Assert.Equal("b", router.Choose("200", "phones")?.Id);
        Assert.Equal("c", router.Choose("300", "phones")?.Id);
    }

    [Fact]
    public void All_rules_of_a_stage_are_applied_in_order_and_named()
    {
        var router = new Router([
            new NumberingRule { Id = "strip-9", Match = "9*", Replace = "*" },
            new NumberingRule { Id = "national", Match = "0*", Replace = "+44*" },
            new NumberingRule { Id = "other-peer", Match = "+*", Replace = "x", Peer = "west" },
            new NumberingRule { Id = "out", Stage = NumberingStage.AfterRouting, Match = "+44*", Replace = "0*", Peer = "east" },
        ], []);
        var normal = router.Normalise("90207", "phones");
        Assert.Equal("+44207", normal.Number);
        Assert.Equal(["strip-9", "national"], normal.Rules);
        Assert.Equal("0207", router.Dial("+44207", "east").Number);
        Assert.Equal("+44207", router.Dial("+44207", "west").Number);
    }

    [Fact]
    public void A_call_is_rewritten_before_and_after_it_is_routed_and_every_rule_is_noted()
    {
        var stage = new Stage(Stage.Settings() with
        {
            Numbering =
            [
                new NumberingRule { Id = "in", Match = "9*", Replace = "*" },
                new NumberingRule { Id = "out", Stage = NumberingStage.AfterRouting, Match = "2*", Replace = "002*", Peer = "east" },
            ],
        });
        stage.Arrive(Stage.Phones, "100", "9200");
        var place = stage.LastOf<LegCommand.Place>();
        Assert.Equal((Stage.East, "00200"), (place.Peer, place.Setup.Called.Number));

        // Inside, and to everybody else, the party keeps the number that every peer understands.
        Assert.Equal("200", stage.Engine.Calls[0].Second!.Party!.Number);
        Assert.Equal(["in", "to-east", "out"], stage.Notes.Where(note => note.Rule is not null && note.Event != NoteEvents.CallPlaced).Select(note => note.Rule));
    }

    [Fact]
    public void A_story_that_comes_back_too_often_is_taken_for_a_loop()
    {
        var stage = new Stage(Stage.Settings() with { Limits = new LimitSettings { CallsPerStory = 3 } });
        var releases = new List<EngineOutput>();
        for (var turn = 0; turn < 4; turn++)
        {
            stage.Engine.Handle(
                new LegEvent.Arrived(stage.NextLeg(), Stage.Phones, new Party("200"), new Party($"10{turn}"), null, new CorrelationId("circle")), releases);
        }

        var release = Assert.Single(releases.OfType<EngineOutput.Command>().Select(output => output.Leg).OfType<LegCommand.Release>());
        Assert.Equal(Cause.ExchangeRoutingError, release.Cause);
        Assert.Contains(releases.OfType<EngineOutput.Noted>(), output => output.Note.Event == NoteEvents.RouteLoop);
    }

    [Fact]
    public void Equal_calls_that_nobody_answers_are_taken_for_a_loop()
    {
        var stage = new Stage(Stage.Settings() with { Limits = new LimitSettings { EqualCallsInSetup = 2 } });
        stage.Arrive(Stage.Phones, "100", "200");
        stage.Arrive(Stage.Phones, "100", "200");
        var third = stage.Arrive(Stage.Phones, "100", "200");
        Assert.Contains(new LegCommand.Release(third, Cause.ExchangeRoutingError), stage.Commands);
        stage.Arrive(Stage.Phones, "101", "200");
        Assert.Equal(3, stage.Commands.OfType<LegCommand.Place>().Count());
    }

    [Fact]
    public void Callers_who_do_not_show_themselves_are_not_taken_for_each_other()
    {
        var stage = new Stage(Stage.Settings() with { Limits = new LimitSettings { EqualCallsInSetup = 1 } });
        var outputs = new List<EngineOutput>();
        foreach (var caller in new[] { null, null, new Party("100", Restricted: true), new Party("100", Restricted: true) })
            stage.Engine.Handle(new LegEvent.Arrived(stage.NextLeg(), Stage.Phones, new Party("200"), caller, null), outputs);
        Assert.Equal(4, outputs.OfType<EngineOutput.Command>().Count(output => output.Leg is LegCommand.Place));
    }
}
