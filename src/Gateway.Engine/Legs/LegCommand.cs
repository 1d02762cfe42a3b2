namespace Gateway.Engine.Legs;

/// <summary>What the engine tells a leg to do. A closed set; each leg says it in its own protocol and decides nothing.</summary>
public abstract record LegCommand(LegId Leg)
{
    /// <summary>Makes the leg and calls the party. Answered by <see cref="LegEvent.Proceeding"/>, <see cref="LegEvent.Ringing"/>, <see cref="LegEvent.Answered"/> or <see cref="LegEvent.Released"/>.</summary>
    public sealed record Place(LegId Leg, PeerName Peer, CallSetup Setup) : LegCommand(Leg);

    /// <summary>Tells the caller that the call is being routed.</summary>
    public sealed record Proceed(LegId Leg) : LegCommand(Leg);

    /// <summary>Tells the caller that the called party is alerted; <paramref name="Media"/> when early media is there.</summary>
    public sealed record Ring(LegId Leg, Media? Media = null) : LegCommand(Leg);

    /// <summary>Tells the caller that the called party answered.</summary>
    public sealed record Answer(LegId Leg, Media? Media) : LegCommand(Leg)
    {
        /// <summary>Who answered, where the far side says so.</summary>
        public Party? Connected { get; init; }
    }

    /// <summary>The caller's media became known while this leg's party is alerted. Not answered; a leg without use for it waits for the answer.</summary>
    public sealed record MediaKnown(LegId Leg, Media Remote) : LegCommand(Leg);

    /// <summary>Ends the leg, in whatever state it is. Always ends in <see cref="LegEvent.Released"/>, which then carries this cause.</summary>
    public sealed record Release(LegId Leg, Cause Cause) : LegCommand(Leg);

    /// <summary>Asks the party to talk to <paramref name="Remote"/> from now on. Answered by <see cref="LegEvent.MediaChanged"/> or <see cref="LegEvent.MediaRefused"/>.</summary>
    public sealed record ChangeMedia(LegId Leg, Media Remote) : LegCommand(Leg)
    {
        /// <summary>Whoever the party talks to is still the same, and only hears at another address now.</summary>
        public bool Moved { get; init; }
    }

    /// <summary>Answers the party's own <see cref="LegEvent.MediaOffered"/>; null refuses it and keeps the session as it was.</summary>
    public sealed record AnswerMedia(LegId Leg, Media? Media) : LegCommand(Leg)
    {
        /// <summary>Nothing is wrong with what was offered; the time is, and the party may offer it again.</summary>
        public bool OnlyNow { get; init; }
    }

    /// <summary>Takes the transfer request of this leg. Exactly one later <see cref="ReportTransfer"/> is final.</summary>
    public sealed record AcceptTransfer(LegId Leg, TransferId Transfer) : LegCommand(Leg);

    /// <summary>Refuses the transfer request of this leg; the call stays as it is.</summary>
    public sealed record RefuseTransfer(LegId Leg, TransferId Transfer, TransferRefusal Reason) : LegCommand(Leg);

    /// <summary>Tells the transferor how its transfer fares. Still possible after the leg's own call ended.</summary>
    public sealed record ReportTransfer(LegId Leg, TransferId Transfer, TransferReport Report) : LegCommand(Leg);

    /// <summary>Asks the far party of this leg to be found again by a transferred party. Answered by <see cref="LegEvent.TargetIdentified"/> or <see cref="LegEvent.TransferStepFailed"/>.</summary>
    public sealed record IdentifyTarget(LegId Leg, TransferId Transfer) : LegCommand(Leg);

    /// <summary>Asks the far party of this leg to call <paramref name="Target"/> itself. Answered by <see cref="LegEvent.TransferStepSucceeded"/> or <see cref="LegEvent.TransferStepFailed"/>.</summary>
    /// <param name="Identity">What <see cref="LegEvent.TargetIdentified"/> gave; null in a blind transfer.</param>
    public sealed record Reroute(LegId Leg, TransferId Transfer, ReroutingTarget Target, string? Identity) : LegCommand(Leg)
    {
        /// <summary>The transferor.</summary>
        public Party? TransferredBy { get; init; }

        /// <inheritdoc cref="CallSetup.Origin"/>
        public object? Origin { get; init; }
    }

    /// <summary>Asks the network behind both legs to join them and to clear them here. Answered as <see cref="Reroute"/>.</summary>
    public sealed record HandOver(LegId Leg, TransferId Transfer, LegId Other) : LegCommand(Leg);

    /// <summary>Takes back <see cref="IdentifyTarget"/>, <see cref="Reroute"/> or <see cref="HandOver"/>. Not answered.</summary>
    public sealed record AbandonTransfer(LegId Leg, TransferId Transfer) : LegCommand(Leg);

    /// <summary>Answers <see cref="LegEvent.IdentityWanted"/>: a call that shows the identity given out now takes this leg's place.</summary>
    /// <param name="Party">Whom that call is to reach.</param>
    public sealed record GiveIdentity(LegId Leg, Party Party) : LegCommand(Leg);

    /// <summary>Refuses <see cref="LegEvent.IdentityWanted"/>; the call stays as it is.</summary>
    public sealed record RefuseIdentity(LegId Leg, TransferRefusal Reason) : LegCommand(Leg);

    /// <summary>Tells the party on this leg who it is talking to after a join. Not answered.</summary>
    /// <param name="Party">The other party.</param>
    /// <param name="End">The end that this leg's own party is.</param>
    public sealed record AnnounceParty(LegId Leg, Party Party, TransferEnd End, bool Alerting) : LegCommand(Leg)
    {
        /// <summary>The leg that speaks for the other party.</summary>
        public LegId? Other { get; init; }
    }
}

/// <summary>Everything needed to call somebody.</summary>
/// <param name="Correlation">The id of the story this leg belongs to.</param>
/// <param name="Called">Who is called.</param>
/// <param name="Calling">Who calls, or null when unknown.</param>
/// <param name="Media">What the calling side offers; null when it will be told later.</param>
/// <param name="TransferredBy">The transferor, when the call is made by a transfer.</param>
/// <param name="TransferIdentity">The identity that a transferred party shows so that the call finds the consultation call it replaces; null otherwise, empty in a blind transfer.</param>
/// <param name="Origin">The transfer request in the asking leg's own form; opaque to the engine, for legs that can pass on more of it than the engine has words for.</param>
public sealed record CallSetup(
    CorrelationId Correlation,
    Party Called,
    Party? Calling,
    Media? Media,
    Party? TransferredBy = null,
    string? TransferIdentity = null,
    object? Origin = null)
{
    /// <summary>The leg whose party is to talk to the called one: what it brought along may go on.</summary>
    public LegId? For { get; init; }

    /// <summary>Who sent the call on to the called party last, before it came here.</summary>
    public Redirection? Redirecting { get; init; }
}

/// <summary>The address a rerouted party shall call.</summary>
/// <param name="Party">The number or name.</param>
/// <param name="Address">The peer's own form of the address, as <see cref="LegEvent.TargetIdentified"/> brought it; opaque to the engine.</param>
/// <param name="Peer">The peer that leads to it by our own routes, so that a leg can name an address when <paramref name="Address"/> is null.</param>
public sealed record ReroutingTarget(Party Party, object? Address = null, PeerName? Peer = null);

/// <summary>Which end of the joined call a party is (ISO/IEC 13869: primaryEnd is the transferee, secondaryEnd the target).</summary>
public enum TransferEnd
{
    Primary,
    Secondary,
}

/// <summary>Why a transfer request is not even tried.</summary>
public enum TransferRefusal
{
    /// <summary>No rule allows it, or a rule denies it.</summary>
    DeniedByPolicy,

    /// <summary>Another transfer of the same call is running.</summary>
    AnotherTransferPending,

    /// <summary>The call is not in a state in which it could be transferred.</summary>
    InvalidCallState,

    /// <summary>The gateway sheds load.</summary>
    Overload,
}

/// <summary>What the transferor is told.</summary>
public abstract record TransferReport
{
    /// <summary>The target is alerted.</summary>
    public sealed record Ringing : TransferReport;

    /// <summary>Final: the transferee and the target are connected, or the far network said so.</summary>
    public sealed record Succeeded : TransferReport;

    /// <summary>Final: it failed, and the first call is as it was.</summary>
    public sealed record Failed(Cause Cause) : TransferReport;
}
