using Gateway.Codecs.Sip.Headers;
using Gateway.Sip.Refer;

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

    public List<NotifierUsage> Notifiers { get; } = [];

    public List<SubscriberUsage> Subscribers { get; } = [];

    /// <summary>The REFERs we received in it, to know which must carry an id (RFC 3515 2.4.6).</summary>
    public int RefersReceived { get; set; }

    public bool IsUsed => Call is not null || Notifiers.Count > 0
        || Subscribers.Exists(usage => usage.State is not ReferSubscriber.State.Terminated);
}
