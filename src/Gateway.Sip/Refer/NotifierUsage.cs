using Gateway.Sip.Dialogs;
using Gateway.Sip.Transactions;

namespace Gateway.Sip.Refer;

/// <summary>A REFER we received, and the subscription it made.</summary>
internal sealed class NotifierUsage(ReferHandle handle, SharedDialog dialog, ServerTransaction transaction, Referral? referral)
{
    public ReferHandle Handle { get; } = handle;

    /// <summary>The owner of its timers.</summary>
    public long Owner => Handle.Value;

    public SharedDialog Dialog { get; } = dialog;

    public ServerTransaction Transaction { get; } = transaction;

    /// <summary>What the REFER asks for; of a subscription that a SUBSCRIBE made, nothing.</summary>
    public Referral? Referral { get; } = referral;

    public ReferNotifier.State State { get; set; } = new ReferNotifier.State.Deciding();

    /// <summary>The id of its Event header; null in the first of a dialog (RFC 3515 2.4.6).</summary>
    public string? EventId { get; init; }

    /// <summary>The last NOTIFY is out, or waits for the one before.</summary>
    public bool TellsTheEnd => State is ReferNotifier.State.Closing or ReferNotifier.State.Active { Current.IsFinal: true };

    /// <summary>The user owes a refusal or a final report.</summary>
    public bool IsRunning { get; set; } = true;

    public TimeSpan Duration { get; set; }

    /// <summary>Where its state is published, when that was wanted instead of a subscription, or this is a subscription to it (RFC 7614).</summary>
    public PublishedState? Published { get; set; }
}
