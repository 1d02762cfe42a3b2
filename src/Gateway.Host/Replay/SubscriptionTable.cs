using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Refer;

namespace Gateway.Host.Replay;

/// <summary>The implicit subscriptions of REFER: what each was told, and what it should have been told (RFC 3515 2.4.4, RFC 6665 4).</summary>
internal sealed class SubscriptionTable
{
    private readonly List<Subscription> subscriptions = [];

    public void Refer(Trace trace, SipRequest refer, SipHop hop, CapturedTransfer transfer, bool fromCaller) =>
        subscriptions.Add(new Subscription(trace, hop, transfer, fromCaller, refer.CSeq.Number, refer.ReferSub == false));

    public void Answered(Trace trace, SipResponse response)
    {
        foreach (var subscription in subscriptions.Where(subscription => subscription.Transfer == trace.Transfer))
            subscription.Status = response.Status;
    }

    /// <summary>The subscription a NOTIFY belongs to.</summary>
    public Subscription? Notify(Trace trace, SipRequest notify, SipHop hop, bool fromCaller)
    {
        if (notify.Event is { } package && !package.Is("refer"))
            return null;
        var id = notify.Event?.Number("id");
        var subscription = subscriptions.LastOrDefault(known => known.Hop == hop && known.FromCaller != fromCaller && (id is null || id == known.CSeq));
        if (subscription is null)
        {
            trace.Faults.Add(ReplayFault.Sequence("notifyWithoutSubscription", "RFC 6665 4.1.3", "no REFER in the other direction of this dialog asked for this NOTIFY"));
            return null;
        }

        trace.Transfer = subscription.Transfer;
        if (subscription.Terminated)
            trace.Faults.Add(ReplayFault.Sequence("notifyAfterEnd", "RFC 6665 4.4.1", "the subscription was terminated by the NOTIFY before"));
        Check(trace, notify, subscription);
        subscription.Notifies++;
        return subscription;
    }

    public void Bye(Trace trace, SipHop hop, bool fromCaller)
    {
        if (subscriptions.LastOrDefault(known => known.Hop == hop && known.Status is null or (>= 200 and < 300)) is not { } subscription)
            return;
        trace.Transfer = subscription.Transfer;
        if (fromCaller == subscription.FromCaller)
            return;
        trace.Faults.Add(ReplayFault.Sequence(
            "byeFromNotifier", "RFC 5589 6.1",
            subscription.Final is null
                ? "BYE comes from the party that was asked to transfer, before any NOTIFY told the outcome"
                : "BYE comes from the party that was asked to transfer; the transferor ends its call itself when it has heard of the success"));
    }

    public void Close()
    {
        foreach (var subscription in subscriptions.Where(known => known is { Unwanted: false, Status: >= 200 and < 300 }))
        {
            if (subscription.Notifies == 0)
                subscription.Trace.Faults.Add(ReplayFault.Sequence("noNotify", "RFC 3515 2.4.4", $"the REFER was accepted with {subscription.Status}, and no NOTIFY ever came"));
            else if (subscription.Final is null)
                subscription.Trace.Faults.Add(ReplayFault.Sequence("noFinalNotify", "RFC 3515 2.4.4", "no NOTIFY tells the outcome of the REFER"));
            else if (!subscription.Terminated)
                subscription.Trace.Faults.Add(ReplayFault.Sequence("notTerminated", "RFC 3515 2.4.7", "the outcome was told, and the subscription not terminated"));
        }
    }

    private static void Check(Trace trace, SipRequest notify, Subscription subscription)
    {
        var ends = notify.SubscriptionState?.Is("terminated") == true;
        var report = ReferReport.Read(notify.Body.Span);
        if (subscription.Notifies == 0 && ends)
        {
            trace.Faults.Add(ReplayFault.Sequence(
                "firstNotifyTerminated", "RFC 3515 2.4.4", "the first NOTIFY already terminates the subscription: there was none at once when the REFER was accepted"));
        }

        if (notify.SubscriptionState is null)
            trace.Faults.Add(ReplayFault.Sequence("noSubscriptionState", "RFC 6665 8.2.3", "NOTIFY without Subscription-State"));
        if (report is null)
            trace.Faults.Add(ReplayFault.Sequence("noFragment", "RFC 3515 2.4.5", "the NOTIFY holds no status line"));
        else if (report.IsFinal && !ends)
            trace.Faults.Add(ReplayFault.Sequence("finalNotTerminated", "RFC 3515 2.4.7", $"{report.Status} is final, and the subscription goes on"));
        if (subscription.Trace.Seen is Seen.Sip { Message.Contact: { IsWildcard: false } own } && notify.Contact is { IsWildcard: false } contact
            && contact.Uri.Matches(own.Uri))
        {
            trace.Faults.Add(ReplayFault.Sequence("contactOfRecipient", "RFC 3261 8.1.1.8", $"Contact <{contact.Uri}> is the recipient's own, not the sender's"));
        }

        subscription.Final ??= report is { IsFinal: true } ? report.Status : null;
        subscription.Terminated |= ends;
    }
}

/// <param name="FromCaller">The side that referred.</param>
/// <param name="Unwanted">Refer-Sub: false asked for none.</param>
internal sealed record Subscription(Trace Trace, SipHop Hop, CapturedTransfer Transfer, bool FromCaller, uint CSeq, bool Unwanted)
{
    /// <summary>How the REFER was answered.</summary>
    public int? Status { get; set; }

    public int Notifies { get; set; }

    /// <summary>The final status told.</summary>
    public int? Final { get; set; }

    public bool Terminated { get; set; }
}
