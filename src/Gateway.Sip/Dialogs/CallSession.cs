using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Transactions;

namespace Gateway.Sip.Dialogs;

/// <summary>One call: the states of its machines and the transactions they speak through.</summary>
internal sealed class CallSession(CallHandle handle, InviteUsage.State usage)
{
    public CallHandle Handle { get; } = handle;

    /// <summary>The owner of its timers.</summary>
    public long Owner => Handle.Value;

    public InviteUsage.State Usage { get; set; } = usage;

    public SessionModification.State Session { get; set; } = new SessionModification.State.Idle();

    public AnswerRetransmission.State Answering { get; set; } = new AnswerRetransmission.State.Done();

    /// <summary>Caller: our INVITE.</summary>
    public ClientTransaction? InviteClient { get; set; }

    /// <summary>Callee: the peer's INVITE.</summary>
    public ServerTransaction? InviteServer { get; set; }

    /// <summary>Our last re-INVITE.</summary>
    public ClientTransaction? ReinviteClient { get; set; }

    /// <summary>What our next re-INVITE says besides its offer.</summary>
    public IReadOnlyList<SipHeader> ReinviteHeaders { get; set; } = [];

    /// <summary>The peer's pending re-INVITE or UPDATE.</summary>
    public ServerTransaction? OfferServer { get; set; }

    /// <summary>The transaction whose 2xx is being repeated.</summary>
    public ServerTransaction? AnswerServer { get; set; }

    /// <summary>The dialog: the callee's at once, the caller's once it is confirmed.</summary>
    public SharedDialog? Dialog { get; set; }

    /// <summary>Caller: the dialogs of provisional responses.</summary>
    public List<SharedDialog> EarlyDialogs { get; } = [];

    /// <summary>Our last ACK of a 2xx and the way it took, to be repeated with the 2xx.</summary>
    public (SipRequest Message, Flow Flow)? LastAck { get; set; }

    /// <summary>Caller: the tags of forks that answered too late and were ended.</summary>
    public HashSet<string> EndedForks { get; } = [];

    /// <summary>The call that this one takes the place of.</summary>
    public CallHandle? Replaces { get; set; }

    /// <summary>The REFERs that ask for this call's transfer.</summary>
    public List<Refer.NotifierUsage> Refers { get; } = [];

    /// <summary>A re-INVITE that the user wants before the call is established.</summary>
    public SessionModification.Wanted? EarlyReinvite { get; set; }

    /// <summary>Callee: the source that this unanswered call is counted for.</summary>
    public Security.Source? HalfOpen { get; set; }

    public bool IsCaller => InviteClient is not null;
}
