using Gateway.Engine.Legs;

namespace Gateway.Engine;

/// <summary>A call as it stands between two turns, for people who look in.</summary>
/// <param name="First">The leg that called, or the transferee after a join; null when it is gone.</param>
/// <param name="Second">The leg that was called, or the target after a join; null when it is gone.</param>
/// <param name="Others">Legs on their way in or out: a target being called, a transferor about to leave, a leg being released.</param>
/// <param name="Transfer">The transfer this call takes part in, if any.</param>
public sealed record LiveCall(
    CallId Call,
    CorrelationId Correlation,
    string State,
    LiveLeg? First,
    LiveLeg? Second,
    IReadOnlyList<LiveLeg> Others,
    TransferId? Transfer);

/// <param name="Media">What the party last said about its own media.</param>
/// <param name="TalksTo">The media the party was last told to talk to, as far as it accepted.</param>
public sealed record LiveLeg(LegId Leg, PeerName Peer, Party? Party, string State, Media? Media, Media? TalksTo);

/// <summary>A transfer that is accepted and not yet over.</summary>
public sealed record LiveTransfer(
    TransferId Transfer,
    CorrelationId Correlation,
    CallId Call,
    LegId Transferor,
    LegId Transferee,
    LegId? Target,
    string State,
    string? Method);

/// <summary>What a leg belongs to, for the lines that tell of it.</summary>
public sealed record LegPlace(LegId Leg, PeerName Peer, CallId Call, CorrelationId Correlation, TransferId? Transfer, Party? Party);
