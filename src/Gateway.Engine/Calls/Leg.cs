using Gateway.Engine.Legs;
using Gateway.Engine.Transfers;

namespace Gateway.Engine.Calls;

/// <summary>What the engine knows of one leg, and the conversation about media with its party.</summary>
internal sealed class Leg(LegId id, PeerName peer, CallSession call, LegState state)
{
    private Change? queued;

    public LegId Id => id;

    public PeerName Peer => peer;

    public Party? Party { get; set; }

    public CallSession Call { get; set; } = call;

    public LegState State { get; set; } = state;

    public bool Gone { get; set; }

    /// <summary>The transferor's leg of a transfer that succeeded: on its way out.</summary>
    public TransferSession? DepartsFor { get; set; }

    /// <summary>The last transfer whose step this leg was asked to carry out.</summary>
    public TransferId? LastStep { get; set; }

    /// <summary>An identity was given out by which another call may take this leg's place.</summary>
    public bool IdentityGiven { get; set; }

    /// <summary>What the party last said about its own media.</summary>
    public Media? Own { get; set; }

    /// <summary>The media the party was last told to talk to and accepted.</summary>
    public Media? Told { get; set; }

    /// <summary>The change the party was asked for and has not answered.</summary>
    public Change? Asked { get; private set; }

    /// <summary>What the party's own media was before the offer that waits for an answer; null when none waits.</summary>
    public PendingOffer? Offer { get; set; }

    /// <summary>What the party talks to when everything asked of it is accepted.</summary>
    public Media? ToBeTold => queued?.Remote ?? Asked?.Remote ?? Told;

    /// <summary>Nothing is asked of it any more.</summary>
    public bool IsLeaving => Gone || State == LegState.Releasing;

    public bool IsUp => !Gone && State == LegState.Answered;

    /// <summary>Asks the party to talk to <paramref name="remote"/>, once it has answered what it was asked before.</summary>
    /// <param name="echo">How many answers in a row led to this; 0 for news.</param>
    public void Tell(Media remote, int echo, Switchboard board)
    {
        if (!IsUp)
            return;
        if (Asked is not null)
            queued = new Change(remote, Math.Min(echo, queued?.Echo ?? echo));
        else if (remote != Told)
            Ask(new Change(remote, echo), board);
    }

    /// <summary>The party has another partner now, so that its next answer is news.</summary>
    public void BeginAnew() => Asked = Asked is { } asked ? asked with { Echo = 0 } : null;

    /// <summary>Takes the party's answer. False while a later change still has to be asked for.</summary>
    public bool Settle(Media? accepted, Switchboard board, out int echo)
    {
        echo = 0;
        if (Asked is not { } asked)
            return true;
        Asked = null;
        if (accepted is not null)
            (Own, Told, echo) = (accepted, asked.Remote, asked.Echo);
        if (queued is not { } next)
            return true;
        queued = null;
        if (next.Remote == Told)
            return true;
        Ask(next, board);
        return false;
    }

    public void Release(Cause cause, Switchboard board)
    {
        if (IsLeaving)
            return;
        State = LegState.Releasing;
        board.Do(new LegCommand.Release(Id, cause));
    }

    public LiveLeg Show() => new(Id, Peer, Party, State.ToString(), Own, Told);

    private void Ask(Change change, Switchboard board)
    {
        Asked = change;
        board.Do(new LegCommand.ChangeMedia(Id, change.Remote) { Moved = change.Echo > 0 });
    }
}

internal enum LegState
{
    /// <summary>Its party calls and was not answered yet.</summary>
    Incoming,

    /// <summary>Its party is being called.</summary>
    Outgoing,

    Alerting,

    Answered,

    /// <summary>It was told to end.</summary>
    Releasing,
}

/// <summary>Whom a party is asked to talk to, and how many answers in a row led to it.</summary>
internal sealed record Change(Media Remote, int Echo);

/// <param name="Before">The party's media before its offer.</param>
internal sealed record PendingOffer(Media? Before);
