namespace Gateway.Engine;

/// <summary>The names of everything the engine notes. Stable: logs, metrics and <c>explain</c> look for them.</summary>
public static class NoteEvents
{
    public const string CallArrived = "call.arrived";
    public const string CallPlaced = "call.placed";
    public const string CallAnswered = "call.answered";
    public const string CallRefused = "call.refused";
    public const string CallClearing = "call.clearing";
    public const string CallEnded = "call.ended";
    public const string CallReplaced = "call.replaced";
    public const string CallRedirected = "call.redirected";
    public const string CallNoAnswer = "call.no-answer";
    public const string PartyChanged = "party.changed";

    public const string NumberRewritten = "numbering.applied";
    public const string RouteChosen = "route.chosen";
    public const string RouteMissing = "route.missing";
    public const string RouteLoop = "route.loop";

    public const string CorrelationMerged = "correlation.merged";
    public const string CorrelationRecognised = "correlation.recognised";

    public const string TransferRequested = "transfer.requested";
    public const string TransferRefused = "transfer.refused";
    public const string TransferAccepted = "transfer.accepted";
    public const string TransferMethodPassedOver = "transfer.method-passed-over";
    public const string TransferMethodTried = "transfer.method-tried";
    public const string TransferMethodFailed = "transfer.method-failed";
    public const string TransferTargetPlaced = "transfer.target-placed";
    public const string TransferJoined = "transfer.joined";
    public const string TransferSucceeded = "transfer.succeeded";
    public const string TransferFailed = "transfer.failed";
    public const string TransferLateSuccess = "transfer.late-success";
    public const string TransferorLeft = "transfer.transferor-left";
    public const string IdentityGiven = "transfer.identity-given";
    public const string ConsultationTakenOver = "transfer.consultation-taken-over";
    public const string ExpectedRelease = "leg.expected-release";

    public const string MethodUnknown = "peer.method-unknown";

    public const string UnexpectedInput = "input.unexpected";
    public const string UnknownLeg = "leg.unknown";
    public const string TurnFailed = "turn.failed";
}
