using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Policy;
using Gateway.Engine.Routing;
using Gateway.Engine.Transfers;

namespace Engine.Tests.Transfers;

/// <summary>What is accepted, what is refused, and by which rule.</summary>
public class TransferRequestTests
{
    [Fact]
    public void Without_a_rule_every_transfer_is_refused_and_the_call_stays()
    {
        var stage = new Stage(Stage.Settings() with { Transfers = new TransferPolicy() });
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Play(new LegEvent.TransferRequested(transferor, new TransferTarget.ToParty(new Party("300"))));

        AssertRefused(stage, TransferRefusal.DeniedByPolicy, "default");
        stage.AssertTalking(transferor, transferee);
    }

    [Fact]
    public void The_rule_that_allowed_is_named_in_the_notes_and_in_the_record()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, _) = stage.Talk(Stage.Phones, "100", "200");
        stage.Blind(transferor, "300");
        stage.Answer(stage.LastPlaced);

        Assert.Contains(stage.Notes, note => note is { Event: NoteEvents.TransferAccepted, Rule: "open" });
        Assert.Equal(["open", "to-west"], stage.Record.Rules);
        Assert.Equal(("100", "200", "300"), (stage.Record.TransferorParty.Number, stage.Record.TransfereeParty!.Number, stage.Record.TargetParty!.Number));
    }

    [Fact]
    public void Notes_name_transferor_transferee_and_target()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, _) = stage.Talk(Stage.Phones, "100", "200");
        stage.Blind(transferor, "300");
        var note = Assert.Single(stage.Notes, note => note.Event == NoteEvents.TransferAccepted);
        Assert.Equal("100 may have 200 connected to 300", note.Text);
        Assert.NotNull(note.Transfer);
        Assert.NotNull(note.Correlation);
        Assert.Equal(transferor, note.Leg);
    }

    [Fact]
    public void A_call_that_still_rings_cannot_be_transferred()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var caller = stage.Arrive(Stage.Phones, "100", "200");
        stage.Ring(stage.LastPlaced);
        stage.Play(new LegEvent.TransferRequested(caller, new TransferTarget.ToParty(new Party("300"))));
        AssertRefused(stage, TransferRefusal.InvalidCallState, "state");
    }

    [Fact]
    public void A_call_cannot_be_transferred_to_itself()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Play(new LegEvent.TransferRequested(transferor, new TransferTarget.ToLeg(transferee)));
        AssertRefused(stage, TransferRefusal.InvalidCallState, "state");
        stage.AssertTalking(transferor, transferee);
    }

    [Fact]
    public void A_consultation_call_of_somebody_else_is_never_joined()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var (foreign, stranger) = stage.Talk(Stage.East, "201", "300");
        stage.Play(new LegEvent.TransferRequested(transferor, new TransferTarget.ToLeg(foreign)));

        AssertRefused(stage, TransferRefusal.DeniedByPolicy, "foreign-consultation");
        stage.AssertTalking(transferor, transferee);
        stage.AssertTalking(foreign, stranger);
    }

    [Fact]
    public void An_unknown_consultation_call_is_accepted_and_then_reported_with_the_cause_the_leg_gave()
    {
        var stage = new Stage(Stage.Settings(OnFailure.FallBack, "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Transfer(transferor, new TransferTarget.Unknown("somewhere", Cause.CallRejected));

        Assert.Equal(new TransferReport.Failed(Cause.CallRejected), Assert.Single(stage.Finals));
        Assert.Equal(TransferOutcome.Failed, stage.Record.Outcome);
        stage.AssertTalking(transferor, transferee);
    }

    [Fact]
    public void A_consultation_leg_that_just_went_is_as_unknown_as_one_that_never_was()
    {
        var stage = new Stage(Stage.Settings(OnFailure.FallBack, "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var (consultation, _) = stage.Talk(Stage.Phones, "100", "300");
        stage.HangUp(consultation);
        stage.Transfer(transferor, new TransferTarget.ToLeg(consultation));

        Assert.Equal(new TransferReport.Failed(Cause.InvalidCallReference), Assert.Single(stage.Finals));
        stage.AssertTalking(transferor, transferee);
    }

    [Fact]
    public void When_no_method_fits_the_transfer_fails_with_cause_69()
    {
        var stage = new Stage(Stage.Settings(OnFailure.FallBack, "reroute"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "101");
        stage.Blind(transferor, "300");

        Assert.Equal(new TransferReport.Failed(Cause.FacilityNotImplemented), Assert.Single(stage.Finals));
        Assert.Contains(stage.Notes, note => note is { Event: NoteEvents.TransferMethodPassedOver, Rule: "open" });
        stage.AssertTalking(transferor, transferee);
        Assert.Empty(stage.Timers);
    }

    [Fact]
    public void Under_overload_a_transfer_is_refused()
    {
        var stage = new Stage(Stage.Settings(OnFailure.FallBack, "bridge"));
        var (transferor, _) = stage.Talk(Stage.Phones, "100", "200");
        stage.Engine.Overloaded = true;
        stage.Play(new LegEvent.TransferRequested(transferor, new TransferTarget.ToParty(new Party("300"))));
        AssertRefused(stage, TransferRefusal.Overload, "state");
    }

    [Fact]
    public void An_emergency_call_is_not_transferred_by_its_caller()
    {
        var stage = new Stage(WithEmergency());
        var (caller, centre) = stage.Talk(Stage.Phones, "100", "112");
        stage.Play(new LegEvent.TransferRequested(caller, new TransferTarget.ToParty(new Party("300"))));

        AssertRefused(stage, TransferRefusal.DeniedByPolicy, "emergency");
        stage.AssertTalking(caller, centre);
    }

    [Fact]
    public void The_answering_point_may_transfer_an_emergency_call()
    {
        var settings = WithEmergency();
        var stage = new Stage(settings with
        {
            Peers = [.. settings.Peers.Select(peer => peer.Name == "west" ? peer with { EmergencyCentre = true } : peer)],
        });
        var (caller, centre) = stage.Talk(Stage.Phones, "100", "112");
        stage.Blind(centre, "200");
        stage.Answer(stage.LastPlaced);
        stage.AssertTalking(caller, stage.LastPlaced);
    }

    [Fact]
    public void The_target_is_judged_as_it_will_be_dialled_whatever_it_was_written_like()
    {
        var settings = Stage.Settings(OnFailure.Fail, "bridge");
        var stage = new Stage(settings with
        {
            Numbering =
            [
                new NumberingRule { Id = "plus", Stage = NumberingStage.TransferTarget, Match = "00*", Replace = "+*" },
                new NumberingRule { Id = "trunk-0", Stage = NumberingStage.BeforeRouting, Match = "0*", Replace = "+44*" },
            ],
            Transfers = settings.Transfers with { DeniedTargets = ["+449*"] },
        });
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        foreach (var spelling in new[] { "+449001", "00449001", "09001" })
            stage.Play(new LegEvent.TransferRequested(transferor, new TransferTarget.ToParty(new Party(spelling))));

        Assert.Equal(3, stage.Commands.OfType<LegCommand.RefuseTransfer>().Count());
        Assert.All(stage.Records, record => Assert.Contains("denied-targets", record.Rules));
        Assert.Contains("plus", stage.Records.ElementAt(1).Rules);
        stage.AssertTalking(transferor, transferee);
    }

    [Fact]
    public void A_target_denied_while_the_service_runs_is_denied_to_the_next_request()
    {
        var settings = Stage.Settings(OnFailure.Fail, "bridge");
        var stage = new Stage(settings);
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        stage.Blind(transferor, "300");
        stage.Engine.Adopt(settings with { Methods = new Dictionary<string, MethodKind>(), Transfers = settings.Transfers with { DeniedTargets = ["3*"] } });
        stage.HangUp(stage.LastPlaced, 17);
        Assert.Equal(new TransferReport.Failed(Cause.UserBusy), Assert.Single(stage.Finals));
        stage.Play(new LegEvent.TransferRequested(transferor, new TransferTarget.ToParty(new Party("300"))));

        Assert.Equal(TransferRefusal.DeniedByPolicy, stage.LastOf<LegCommand.RefuseTransfer>().Reason);
        Assert.ThrowsAny<ArgumentException>(() => stage.Engine.Adopt(settings with { Routes = [new Route { Called = "~(" }] }));
        stage.AssertTalking(transferor, transferee);
    }

    [Fact]
    public void A_call_is_transferred_only_so_often()
    {
        var settings = Stage.Settings(OnFailure.Fail, "bridge");
        var stage = new Stage(settings with { Transfers = settings.Transfers with { TransfersPerCall = 2 } });
        var (transferor, _) = stage.Talk(Stage.Phones, "100", "200");
        stage.Blind(transferor, "300");
        stage.HangUp(stage.LastPlaced, 17);
        stage.Blind(transferor, "300");
        stage.HangUp(stage.LastPlaced, 17);
        stage.Play(new LegEvent.TransferRequested(transferor, new TransferTarget.ToParty(new Party("300"))));

        Assert.Equal(TransferRefusal.DeniedByPolicy, stage.LastOf<LegCommand.RefuseTransfer>().Reason);
        Assert.Equal(["transfers-per-call"], stage.Records.Last().Rules);
    }

    [Fact]
    public void Calls_linked_by_a_transfer_become_one_story_under_the_older_id()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, _) = stage.Talk(Stage.Phones, "100", "200");
        var older = stage.Engine.Calls[0].Correlation;
        var (consultation, _) = stage.Talk(Stage.Phones, "100", "300");
        var younger = stage.Engine.Calls[1].Correlation;
        stage.Transfer(transferor, new TransferTarget.ToLeg(consultation));

        Assert.Equal(older, stage.Record.Correlation);
        Assert.Equal(older, Assert.Single(stage.Engine.Calls).Correlation);
        Assert.Contains(stage.Notes, note => note.Event == NoteEvents.CorrelationMerged && note.Text.Contains(younger.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void The_rule_says_how_long_the_target_and_the_whole_transfer_may_take()
    {
        var settings = Stage.Settings();
        var rule = new TransferRule
        {
            Id = "quick",
            Action = RuleAction.Allow,
            Methods = ["bridge"],
            TargetAnswer = TimeSpan.FromSeconds(20),
            Transfer = TimeSpan.FromSeconds(60),
        };
        var stage = new Stage(settings with { Transfers = settings.Transfers with { Rules = [rule] } });
        var (transferor, _) = stage.Talk(Stage.Phones, "100", "200");
        stage.Blind(transferor, "300");
        stage.Answer(stage.LastPlaced);

        var started = stage.Outputs.OfType<EngineOutput.StartTimer>().Where(start => start.Timer.Name != EngineTimers.NoAnswer)
            .Select(start => (start.Timer.Name, start.Duration.TotalSeconds));
        Assert.Equal([(EngineTimers.Transfer, 60), (EngineTimers.TargetAnswer, 20), (EngineTimers.TransferorBye, 5)], started);
    }

    [Fact]
    public void A_running_transfer_can_be_looked_at()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, transferee) = stage.Talk(Stage.Phones, "100", "200");
        var id = stage.Blind(transferor, "300");
        var live = Assert.Single(stage.Engine.Transfers);
        Assert.Equal((id, transferor, transferee, "bridge", "Calling"), (live.Transfer, live.Transferor, live.Transferee, live.Method, live.State));
        Assert.Equal(id, Assert.Single(stage.Engine.Calls).Transfer);
    }

    private static EngineSettings WithEmergency()
    {
        var settings = Stage.Settings(OnFailure.Fail, "bridge");
        return settings with { Routes = [new Route { Id = "emergency", Called = "112", To = "west" }, .. settings.Routes] };
    }

    private static void AssertRefused(Stage stage, TransferRefusal reason, string rule)
    {
        Assert.Equal(reason, Assert.Single(stage.Commands.OfType<LegCommand.RefuseTransfer>()).Reason);
        Assert.Empty(stage.Commands.OfType<LegCommand.AcceptTransfer>());
        Assert.Empty(stage.Commands.OfType<LegCommand.ReportTransfer>());
        Assert.Equal(TransferOutcome.Refused, stage.Record.Outcome);
        Assert.Equal([rule], stage.Record.Rules);
        Assert.Contains(stage.Notes, note => note.Event == NoteEvents.TransferRefused && note.Rule == rule);
        Assert.Empty(stage.Engine.Transfers);
    }
}
