using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Refer;
using Gateway.Sip.Transactions;

namespace Gateway.Sip.Dialogs;

/// <summary>A dialog and its usages (RFC 5057 3). It lives as long as one of them does.</summary>
internal sealed class SharedDialog(Dialog state, NameAddr contact, bool startedByUs)
{
    public Dialog State { get; set; } = state;

    /// <summary>Our Contact in this dialog.</summary>
    public NameAddr Contact { get; } = contact;

    /// <summary>Our INVITE made it; decides which early dialogs may be replaced (RFC 3891 3).</summary>
    public bool StartedByUs { get; } = startedByUs;

    public bool IsConfirmed { get; set; }

    /// <summary>The INVITE usage, or null when there is none any more.</summary>
    public CallSession? Call { get; set; }

    public SessionModification.State Session { get; set; } = new SessionModification.State.Opening(OfferIsOurs: true);

    /// <summary>Caller: the reliable provisional responses of this fork.</summary>
    public ProvisionalAcknowledgement.State Acknowledging { get; set; } = new ProvisionalAcknowledgement.State.Expecting(null);

    /// <summary>Our last re-INVITE or UPDATE, and what it says.</summary>
    public (ClientTransaction Transaction, SessionModification.Wanted Change)? Sent { get; set; }

    /// <summary>The peer's pending re-INVITE, UPDATE or PRACK with an offer.</summary>
    public ServerTransaction? OfferServer { get; set; }

    /// <summary>Our session description in force: what a re-INVITE says that only refreshes (RFC 4028 7.4).</summary>
    public SipContent? Described { get; set; }

    /// <summary>The Min-SE that a 422 of the peer's side demanded, in seconds; 0 without one.</summary>
    public int LeastSeconds { get; set; }

    /// <summary>The peer's last Allow has UPDATE.</summary>
    public bool PeerTakesUpdates { get; private set; }

    /// <summary>The peer takes it that our From changes (RFC 4916 4.1).</summary>
    public bool PeerTakesNewNames { get; private set; }

    /// <summary>What a message says about its sender.</summary>
    public void Learn(SipMessage message)
    {
        PeerTakesUpdates = message.Allows(SipMethod.Update) ?? PeerTakesUpdates;
        PeerTakesNewNames = message.Supports("from-change") || (PeerTakesNewNames && !message.Has(HeaderName.Supported));
    }

    public List<NotifierUsage> Notifiers => field ??= [];

    public List<SubscriberUsage> Subscribers => field ??= [];

    /// <summary>The REFERs we received in it, to know which must carry an id (RFC 3515 2.4.6).</summary>
    public int RefersReceived { get; set; }

    public bool IsUsed => Call is not null || Notifiers.Count > 0
        || Subscribers.Exists(usage => usage.State is not ReferSubscriber.State.Terminated);
}
