using Gateway.Engine.Routing;

namespace Gateway.Engine.Policy;

/// <summary>Says whether a transfer may be tried, and which line of the policy says so. The first refusal wins.</summary>
public sealed class TransferAuthority
{
    /// <summary>The verdict when no rule matches.</summary>
    public const string DefaultRule = "default";
    public const string EmergencyRule = "emergency";
    public const string LimitRule = "transfers-per-call";
    public const string DeniedTargetsRule = "denied-targets";
    public const string AllowedTargetsRule = "allowed-targets";

    private readonly TransferPolicy policy;
    private readonly NumberPattern[] emergency;
    private readonly NumberPattern[] denied;
    private readonly NumberPattern[] allowed;
    private readonly (TransferRule Rule, NumberPattern? Initiator, NumberPattern? Target)[] rules;

    /// <exception cref="ArgumentException">A pattern cannot be read.</exception>
    public TransferAuthority(TransferPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        this.policy = policy;
        emergency = Read(policy.EmergencyNumbers);
        denied = Read(policy.DeniedTargets);
        allowed = Read(policy.AllowedTargets);
        rules = [.. policy.Rules.Select(rule => (rule, Read(rule.InitiatorParty), Read(rule.Target)))];
    }

    public bool IsEmergency(string? number) => number is not null && emergency.Any(pattern => pattern.Matches(number));

    /// <summary>False for a number nobody is sent on to: an emergency number, or a denied target.</summary>
    public bool MayBeCalledInstead(string number) => !IsEmergency(number) && !denied.Any(pattern => pattern.Matches(number));

    public TransferVerdict Decide(TransferQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.TransfersSoFar >= policy.TransfersPerCall)
            return Refused(LimitRule, $"the call was transferred {question.TransfersSoFar} times already");
        if (question.EmergencyCall)
            return Refused(EmergencyRule, "an emergency call stays where it is");
        if (IsEmergency(question.Target) || IsEmergency(question.TargetAsNamed))
            return Refused(EmergencyRule, "nobody is transferred to an emergency number");
        if (question.Target is { } target && denied.Any(pattern => pattern.Matches(target)))
            return Refused(DeniedTargetsRule, $"{target} is a denied target");
        if (question.Target is { } wanted && allowed.Length > 0 && !allowed.Any(pattern => pattern.Matches(wanted)))
            return Refused(AllowedTargetsRule, $"{wanted} is not an allowed target");

        foreach (var (rule, initiator, targetPattern) in rules)
        {
            if (!Applies(rule, initiator, targetPattern, question))
                continue;
            return rule.Action == RuleAction.Allow
                ? new TransferVerdict(rule.Id, rule, "allowed")
                : Refused(rule.Id, "the rule denies it");
        }

        return Refused(DefaultRule, "no rule allows it");
    }

    private static bool Applies(TransferRule rule, NumberPattern? initiator, NumberPattern? target, TransferQuestion question) =>
        (rule.Initiator is null || rule.Initiator == question.InitiatorPeer)
        && (initiator is null || (question.Initiator is { } number && initiator.Matches(number)))
        && (rule.Transferee is null || rule.Transferee == question.TransfereePeer)
        && (rule.Kind is null || rule.Kind == question.Kind)
        // A call that is not here has no number; the transfer is going to fail, and may be accepted to say so.
        && (target is null || question.Target is null || target.Matches(question.Target));

    private static TransferVerdict Refused(string rule, string why) => new(rule, null, why);

    private static NumberPattern? Read(string? notation) => notation is null ? null : new NumberPattern(notation);

    private static NumberPattern[] Read(IEnumerable<string> notations) => [.. notations.Select(notation => new NumberPattern(notation))];
}

/// <summary>What the authority is asked.</summary>
/// <param name="Target">The target after rewriting; null when nobody knows it.</param>
/// <param name="TargetAsNamed">The target as the transferor wrote it.</param>
/// <param name="EmergencyCall">One of the calls concerned is an emergency call and the initiator is not an answering point.</param>
public sealed record TransferQuestion(
    string InitiatorPeer,
    string? Initiator,
    string TransfereePeer,
    string? Target,
    string? TargetAsNamed,
    TransferKind Kind,
    bool EmergencyCall,
    int TransfersSoFar);

/// <param name="RuleId">The rule that decided.</param>
/// <param name="Allowed">The allowing rule, or null when refused.</param>
public sealed record TransferVerdict(string RuleId, TransferRule? Allowed, string Why);
