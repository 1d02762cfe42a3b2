using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;

namespace Engine.Tests.Transfers;

/// <summary>A called party names others to be called instead: each goes through routes and policy as the first did.</summary>
public class RedirectionTests
{
    private static readonly Cause Moved = new(31);

    [Fact]
    public void A_call_follows_to_whom_it_is_sent()
    {
        var stage = new Stage();
        var caller = stage.Arrive(Stage.Phones, "100", "200");
        Redirect(stage, "300");
        Assert.Equal("300", stage.LastOf<LegCommand.Place>().Setup.Called.Number);
        stage.Answer(stage.LastPlaced);
        stage.AssertTalking(caller, stage.LastPlaced);
        Assert.Single(stage.Commands.OfType<LegCommand.Proceed>());
    }

    [Fact]
    public void The_best_is_called_first_and_the_next_when_it_fails()
    {
        var stage = new Stage();
        var caller = stage.Arrive(Stage.Phones, "100", "200");
        Redirect(stage, "300", "201");
        Assert.Equal("300", stage.LastOf<LegCommand.Place>().Setup.Called.Number);
        stage.HangUp(stage.LastPlaced, 17);
        Assert.Equal("201", stage.LastOf<LegCommand.Place>().Setup.Called.Number);
        stage.HangUp(stage.LastPlaced, 17);
        Assert.Equal(new LegCommand.Release(caller, new Cause(17)), stage.Commands.Last());
        stage.AssertNothingLeft();
    }

    [Fact]
    public void A_call_sent_round_and_round_ends_after_five()
    {
        var stage = new Stage();
        stage.Arrive(Stage.Phones, "100", "200");
        for (var times = 0; times < 6; times++)
            Redirect(stage, "200");
        Assert.Equal(6, stage.Commands.OfType<LegCommand.Place>().Count());
        stage.AssertNothingLeft();
    }

    [Fact]
    public void Nobody_is_sent_to_an_emergency_number()
    {
        var stage = new Stage();
        stage.Arrive(Stage.Phones, "100", "200");
        Redirect(stage, "112");
        Assert.Single(stage.Commands.OfType<LegCommand.Place>());
        stage.AssertNothingLeft();
    }

    [Fact]
    public void The_target_of_a_transfer_is_followed_and_the_transferor_told_of_the_one_that_answers()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Blind(transferor, "300");
        Redirect(stage, "301");
        Assert.Empty(stage.Finals);
        stage.Answer(stage.LastPlaced);
        stage.AssertTalking(transferee, stage.LastPlaced);
        stage.AssertOneEnd<TransferReport.Succeeded>(TransferOutcome.Succeeded);
    }

    [Fact]
    public void A_target_that_policy_forbids_is_not_reached_by_a_detour()
    {
        var settings = Stage.Settings(OnFailure.Fail, "bridge");
        var stage = new Stage(settings with { Transfers = settings.Transfers with { DeniedTargets = ["39*"] } });
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Blind(transferor, "300");
        var placed = stage.Commands.OfType<LegCommand.Place>().Count();
        Redirect(stage, "3900");

        Assert.Equal(placed, stage.Commands.OfType<LegCommand.Place>().Count());
        stage.AssertOneEnd<TransferReport.Failed>(TransferOutcome.Failed);
        Assert.Equal(Cause.CallRejected, stage.Record.Cause);
        stage.AssertTalking(transferor, transferee);
    }

    private static void Redirect(Stage stage, params string[] to) =>
        stage.Play(new LegEvent.Released(stage.LastPlaced, Moved) { Instead = [.. to.Select(number => new Party(number))] });
}
