using Gateway.Engine.Policy;

namespace Engine.Tests.Policy;

public class TransferAuthorityTests
{
    private static readonly TransferQuestion Question = new("phones", "100", "east", "300", "300", TransferKind.Blind, false, 0);

    [Fact]
    public void The_first_rule_that_matches_decides()
    {
        var authority = Authority(
            new TransferRule { Id = "not-300", Target = "300" },
            new TransferRule { Id = "rest", Action = RuleAction.Allow });
        Assert.Equal(("not-300", false), Verdict(authority, Question));
        Assert.Equal(("rest", true), Verdict(authority, Question with { Target = "301" }));
    }

    [Fact]
    public void Every_condition_must_hold()
    {
        var authority = Authority(new TransferRule
        {
            Id = "narrow",
            Action = RuleAction.Allow,
            Initiator = "phones",
            InitiatorParty = "1*",
            Transferee = "east",
            Target = "~^3[0-9]{2}$",
            Kind = TransferKind.Blind,
        });
        Assert.Equal(("narrow", true), Verdict(authority, Question));
        TransferQuestion[] others =
        [
            Question with { InitiatorPeer = "west" },
            Question with { Initiator = "200" },
            Question with { Initiator = null },
            Question with { TransfereePeer = "west" },
            Question with { Target = "3000" },
            Question with { Kind = TransferKind.Attended },
        ];
        Assert.All(others, other => Assert.Equal(("default", false), Verdict(authority, other)));
    }

    [Fact]
    public void Lists_and_limits_come_before_the_rules()
    {
        var open = new TransferRule { Id = "open", Action = RuleAction.Allow };
        var authority = new TransferAuthority(new TransferPolicy
        {
            Rules = [open],
            DeniedTargets = ["39*"],
            AllowedTargets = ["3*"],
            TransfersPerCall = 1,
        });
        Assert.Equal(("open", true), Verdict(authority, Question));
        Assert.Equal(("denied-targets", false), Verdict(authority, Question with { Target = "390" }));
        Assert.Equal(("allowed-targets", false), Verdict(authority, Question with { Target = "400" }));
        Assert.Equal(("emergency", false), Verdict(authority, Question with { Target = "112" }));
        Assert.Equal(("emergency", false), Verdict(authority, Question with { Target = "3112", TargetAsNamed = "112" }));
        Assert.Equal(("emergency", false), Verdict(authority, Question with { EmergencyCall = true }));
        Assert.Equal(("transfers-per-call", false), Verdict(authority, Question with { TransfersSoFar = 1 }));
    }

    private static TransferAuthority Authority(params TransferRule[] rules) => new(new TransferPolicy { Rules = rules });

    private static (string Rule, bool Allowed) Verdict(TransferAuthority authority, TransferQuestion question)
    {
        var verdict = authority.Decide(question);
        return (verdict.RuleId, verdict.Allowed is not null);
    }
}
