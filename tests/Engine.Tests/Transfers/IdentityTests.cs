using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;

namespace Engine.Tests.Transfers;

/// <summary>An identity is given out for a consultation call, and whoever shows it takes the asker's place there.</summary>
public class IdentityTests
{
    [Fact]
    public void Who_shows_the_identity_takes_the_place_of_who_asked_for_it_whatever_its_peer()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, target) = stage.Talk(Stage.East, "200", "100");
        stage.Play(new LegEvent.IdentityWanted(transferor));
        Assert.Equal(new LegCommand.GiveIdentity(transferor, new Party("100")), stage.LastOf<LegCommand.GiveIdentity>());

        var transferee = stage.Arrive(Stage.West, "300", "100", replaces: transferor, claim: ReplacesClaim.Identity);
        stage.AssertTalking(transferee, target);
        Assert.True(stage.IsGone(transferor));
    }

    [Fact]
    public void An_identity_that_was_never_given_out_opens_nothing()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (owner, target) = stage.Talk(Stage.East, "200", "100");
        var thief = stage.Arrive(Stage.West, "300", "100", replaces: owner, claim: ReplacesClaim.Identity);

        stage.AssertTalking(owner, target);
        Assert.True(stage.IsGone(thief));
    }

    [Fact]
    public void A_ringing_target_can_be_found_too()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var transferor = stage.Arrive(Stage.East, "200", "100");
        var target = stage.LastPlaced;
        stage.Play(new LegEvent.IdentityWanted(transferor));
        Assert.Equal(new LegCommand.RefuseIdentity(transferor, TransferRefusal.InvalidCallState), stage.LastOf<LegCommand.RefuseIdentity>());

        stage.Ring(target);
        stage.Play(new LegEvent.IdentityWanted(transferor));
        Assert.Single(stage.Commands.OfType<LegCommand.GiveIdentity>());
        var transferee = stage.Arrive(Stage.West, "300", "100", replaces: transferor, claim: ReplacesClaim.Identity);
        stage.Answer(target);
        stage.AssertTalking(transferee, target);
    }

    [Fact]
    public void Nobody_is_found_whom_no_rule_lets_be_transferred_to()
    {
        var settings = Stage.Settings(OnFailure.Fail, "bridge");
        var stage = new Stage(settings with { Transfers = settings.Transfers with { DeniedTargets = ["100"] } });
        var (transferor, target) = stage.Talk(Stage.East, "200", "100");
        stage.Play(new LegEvent.IdentityWanted(transferor));

        Assert.Equal(new LegCommand.RefuseIdentity(transferor, TransferRefusal.DeniedByPolicy), stage.LastOf<LegCommand.RefuseIdentity>());
        Assert.Contains(stage.Notes, note => note is { Event: NoteEvents.TransferRefused, Rule: TransferAuthority.DeniedTargetsRule });
        stage.AssertTalking(transferor, target);
    }

    [Fact]
    public void Nobody_is_found_while_a_transfer_of_the_call_runs()
    {
        var stage = new Stage(Stage.Settings(OnFailure.Fail, "bridge"));
        var (transferor, _) = stage.Talk(Stage.East, "200", "100");
        stage.Blind(transferor, "300");
        stage.Play(new LegEvent.IdentityWanted(transferor));
        Assert.Equal(new LegCommand.RefuseIdentity(transferor, TransferRefusal.AnotherTransferPending), stage.LastOf<LegCommand.RefuseIdentity>());
    }
}
