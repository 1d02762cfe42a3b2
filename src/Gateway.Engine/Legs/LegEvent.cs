namespace Gateway.Engine.Legs;

/// <summary>What a leg tells the engine. A closed set, free of any protocol's words.</summary>
public abstract record LegEvent(LegId Leg)
{
    /// <summary>Somebody calls. The leg exists from now on and waits for <see cref="LegCommand.Proceed"/>, Ring, Answer or Release.</summary>
    /// <param name="Correlation">The id a trusted peer brought along, or null.</param>
    /// <param name="Replaces">The leg whose far party this new call takes over, when the caller asked for that and may.</param>
    public sealed record Arrived(
        LegId Leg, PeerName Peer, Party Called, Party? Calling, Media? Media, CorrelationId? Correlation = null, LegId? Replaces = null) : LegEvent(Leg)
    {
        /// <summary>What the caller shows for its right to <see cref="Replaces"/>.</summary>
        public ReplacesClaim Claim { get; init; }

        /// <summary>In whose name the caller claims to call.</summary>
        public Party? ReferredBy { get; init; }

        /// <summary>Who sent the call on to the called party last (Q.952).</summary>
        public Redirection? Redirecting { get; init; }
    }

    /// <summary>The far side took the call and is routing it.</summary>
    public sealed record Proceeding(LegId Leg) : LegEvent(Leg);

    /// <summary>The called party is alerted; on a leg whose party was asked to call somebody itself, that somebody is.</summary>
    public sealed record Ringing(LegId Leg, Media? Media) : LegEvent(Leg);

    /// <summary>The called party answered.</summary>
    public sealed record Answered(LegId Leg, Media? Media, Party? Connected = null) : LegEvent(Leg);

    /// <summary>The party wants to change its session (hold, new address); wants <see cref="LegCommand.AnswerMedia"/>.</summary>
    public sealed record MediaOffered(LegId Leg, Media Media) : LegEvent(Leg);

    /// <summary>A <see cref="LegCommand.ChangeMedia"/> was taken; this is the party's media now. Also told unasked when the party's media becomes known late.</summary>
    public sealed record MediaChanged(LegId Leg, Media Media) : LegEvent(Leg);

    /// <summary>A <see cref="LegCommand.ChangeMedia"/> was refused; the session is as it was.</summary>
    public sealed record MediaRefused(LegId Leg, Cause Cause) : LegEvent(Leg);

    /// <summary>The party asks that the other party of its call be connected to somebody else. Wants AcceptTransfer or RefuseTransfer.</summary>
    /// <param name="RequestedBy">Who claims to ask, when that differs from the leg's own party.</param>
    /// <param name="Origin">The request in the leg's own form, opaque to the engine; given back in <see cref="CallSetup"/> and <see cref="LegCommand.Reroute"/>.</param>
    public sealed record TransferRequested(LegId Leg, TransferTarget Target, Party? RequestedBy = null, object? Origin = null) : LegEvent(Leg);

    /// <summary>The party asks how a transferred party can find this call's other party. Wants GiveIdentity or RefuseIdentity.</summary>
    public sealed record IdentityWanted(LegId Leg) : LegEvent(Leg);

    /// <summary>The answer to <see cref="LegCommand.IdentifyTarget"/>.</summary>
    public sealed record TargetIdentified(LegId Leg, TransferId Transfer, string Identity, ReroutingTarget Target) : LegEvent(Leg);

    /// <summary><see cref="LegCommand.Reroute"/> or <see cref="LegCommand.HandOver"/> was carried out, as the far side itself said. The clearing of the legs follows as <see cref="Released"/>.</summary>
    public sealed record TransferStepSucceeded(LegId Leg, TransferId Transfer) : LegEvent(Leg);

    /// <summary>The step was refused or timed out; the calls are as they were unless <see cref="Released"/> follows.</summary>
    /// <param name="NotSupported">True when the far side does not know the service at all, so another method may do better.</param>
    public sealed record TransferStepFailed(LegId Leg, TransferId Transfer, Cause Cause, bool NotSupported) : LegEvent(Leg);

    /// <summary>Somebody else moved the far end: this leg now speaks for <paramref name="Party"/>.</summary>
    public sealed record PartyChanged(LegId Leg, Party Party, bool Alerting) : LegEvent(Leg);

    /// <summary>The leg is gone. Always the last event of a leg, and always sent, whoever ended it.</summary>
    public sealed record Released(LegId Leg, Cause Cause) : LegEvent(Leg)
    {
        /// <summary>Whom a called party that did not answer named to be called instead, best first.</summary>
        public IReadOnlyList<Party> Instead { get; init; } = [];
    }
}

/// <summary>What a caller shows for its right to take over another's call.</summary>
public enum ReplacesClaim
{
    /// <summary>It knows the name of the call, and that is all.</summary>
    Knowledge,

    /// <summary>Its request comes from where the messages of that call come from, or from the same authenticated user.</summary>
    SameSource,

    /// <summary>It shows an identity that was given out for that call by <see cref="LegCommand.GiveIdentity"/>.</summary>
    Identity,
}

/// <summary>Where the transferee shall end up.</summary>
public abstract record TransferTarget
{
    /// <summary>A new call to this party.</summary>
    /// <param name="Identity">What the new call must show to take over a consultation call elsewhere; empty when the transferor said there is none, null when it cannot say.</param>
    /// <param name="Address">The asking leg's own form of the address, opaque to the engine; given back in <see cref="LegCommand.Reroute"/>.</param>
    public sealed record ToParty(Party Party, string? Identity = null, object? Address = null) : TransferTarget;

    /// <summary>Attended: the far party of the transferor's own other leg at this gateway.</summary>
    public sealed record ToLeg(LegId Leg) : TransferTarget;

    /// <summary>Attended, but the named call is not one of this gateway's. Accepted and then reported as failed, so that the asking call lives on.</summary>
    /// <param name="Cause">What the transferor is to be told.</param>
    public sealed record Unknown(string Named, Cause Cause) : TransferTarget;
}
