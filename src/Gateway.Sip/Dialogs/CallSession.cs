using System.Collections.Immutable;
using Gateway.Codecs.Sip.Headers;
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

    /// <summary>The session in the dialog that counts; see <see cref="SharedDialog.Session"/>.</summary>
    public SessionModification.State Session => Current?.Session ?? new SessionModification.State.Opening(OfferIsOurs: true);

    public SessionTimer.State Timer { get; set; } = new SessionTimer.State.Off();

    /// <summary>The UUIDs of RFC 7989: whom the peer is told it talks to, and who it says it is. Null while unknown.</summary>
    public string? LocalSession { get; set; }

    public string? RemoteSession { get; set; }

    /// <summary>Caller: our INVITE went out once more because of a 422.</summary>
    public bool AskedLonger { get; set; }

    /// <summary>Callee: our provisional responses.</summary>
    public ProvisionalResponses.State Provisionals { get; set; } = new ProvisionalResponses.State.Over(null);

    /// <summary>Caller: our INVITE; null once nothing can come to it any more.</summary>
    public ClientTransaction? InviteClient { get; set; }

    /// <summary>Callee: the peer's INVITE; null once it cannot come again.</summary>
    public ServerTransaction? InviteServer { get; set; }

    /// <summary>Callee: our 2xx to the INVITE, until it is acknowledged.</summary>
    public RepeatedAnswer? Answering { get; set; }

    /// <summary>Our last 2xx to a re-INVITE, which may be out while that to the INVITE is not acknowledged (RFC 5407 3.1.4).</summary>
    public RepeatedAnswer? Reanswering { get; set; }

    /// <summary>The dialog: the callee's at once, the caller's once it is confirmed.</summary>
    public SharedDialog? Dialog { get; set; }

    /// <summary>Caller: the dialogs of provisional responses; the one that was heard last stands last.</summary>
    public List<SharedDialog> EarlyDialogs { get; } = [];

    /// <summary>The dialog, or, while none is confirmed, that of the fork heard last.</summary>
    public SharedDialog? Current => Dialog ?? (EarlyDialogs is [.., var last] ? last : null);

    /// <summary>Every dialog of the call that is up.</summary>
    public IReadOnlyList<SharedDialog> Dialogs => Dialog is { } only ? [only] : [.. EarlyDialogs];

    /// <summary>Our last ACK of a 2xx and the way it took, to be repeated with the 2xx.</summary>
    public (SipRequest Message, Flow Flow)? LastAck { get; set; }

    /// <summary>Caller: what our INVITE offered.</summary>
    public SipContent? Offered { get; set; }

    /// <summary>Caller: the tags of forks that answered too late and were ended; null while there is none.</summary>
    public HashSet<string>? EndedForks { get; set; }

    /// <summary>Caller: the CSeq that was reached in the dialogs of forks that lost, by their tags; null while there is none.</summary>
    public Dictionary<string, uint>? LostForks { get; set; }

    /// <summary>The call that this one takes the place of.</summary>
    public CallHandle? Replaces { get; set; }

    /// <summary>The REFERs that ask for this call's transfer.</summary>
    public List<Refer.NotifierUsage> Refers => field ??= [];

    /// <summary>The Reasons of the BYE that waits until the last NOTIFY of a REFER in its dialog is answered; null when none waits.</summary>
    public ImmutableArray<Reason>? Leaving { get; set; }

    /// <summary>A change that the user wants before the call is established.</summary>
    public SessionModification.Wanted? EarlyChange { get; set; }

    /// <summary>Callee: the source that this unanswered call is counted for.</summary>
    public Security.Source? HalfOpen { get; set; }

    public bool IsCaller { get; init; }
}
