using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Refer;
using Gateway.Sip.Transactions;

namespace Gateway.Sip;

/// <summary>The refer usage, received and sent: RFC 3515, RFC 4488, RFC 4538, RFC 6665, RFC 7647.</summary>
public sealed partial class SipStack
{
    /// <param name="dialog">Null for a REFER outside any dialog.</param>
    private void ServeRefer(ServerTransaction transaction, SharedDialog? dialog)
    {
        var request = transaction.Request;
        var verdict = ReferValidation.Check(request);
        if (verdict is ReferValidation.Refused(var status, var phrase))
        {
            Respond(transaction, status, response => status == 415 ? response with { Accept = ReferValidation.Bodies } : response, phrase);
        }
        else if (options.ExplicitSubscriptions && verdict is ReferValidation.Sound { Referral: { Subscribed: true } } && request.Supports("explicitsub"))
        {
            Respond(transaction, 421, response => response with { Require = ["explicitsub"] });
        }
        else if (dialog is not null && verdict is ReferValidation.Sound(var referral))
        {
            ServeReferInside(transaction, dialog, referral);
        }
        else if (verdict is ReferValidation.Sound(var unrelated))
        {
            ServeReferOutside(transaction, unrelated);
        }
    }

    private void ServeReferInside(ServerTransaction transaction, SharedDialog dialog, Referral referral)
    {
        if (dialog.Call is not { } call || call.Usage is InviteUsage.State.Mortal)
        {
            Respond(transaction, 481);
        }
        else if (referral.Replaces is { } replaces && FindDialog(replaces) == dialog)
        {
            Respond(transaction, 400, phrase: "Replaces Names This Dialog");
        }
        else if (call.Usage is not (InviteUsage.State.Established or InviteUsage.State.AwaitingAck)
            || call.Session is not (SessionModification.State.Idle or SessionModification.State.AwaitingAck) || IsReferring(dialog))
        {
            // RFC 5057 5.1 spares the dialog from 491; the sender tries again. Who refers right behind its INVITE or its hold has our 2xx,
            // and only its ACK is late.
            Respond(transaction, 491);
        }
        else
        {
            OpenRefer(transaction, dialog, call, referral);
        }
    }

    private void ServeReferOutside(ServerTransaction transaction, Referral referral)
    {
        var named = referral.TargetDialog is { } target
            && dialogs.TryGetValue(new DialogId(target.CallId, target.LocalTag, target.RemoteTag), out var dialog)
            && dialog is { IsConfirmed: true, Call.Usage: InviteUsage.State.Established } ? dialog : null;
        if (named is null && !options.UnrelatedRefers)
        {
            Respond(transaction, 403);
        }
        else if (named is not null && referral.Replaces is { } replaces && FindDialog(replaces) == named)
        {
            Respond(transaction, 400, phrase: "Replaces Names The Target Dialog");
        }
        else if (named is not null && IsReferring(named))
        {
            Respond(transaction, 491);
        }
        else
        {
            var request = transaction.Request;
            var own = new SharedDialog(
                Dialog.OfCallee(request, identifiers.NextTag(), transaction.Flow),
                ContactFor(transaction.Flow, request),
                startedByUs: false) { IsConfirmed = true };
            dialogs.Add(own.State.Id, own);
            OpenRefer(transaction, own, named?.Call, referral);
        }
    }

    private bool IsReferring(SharedDialog dialog) => !options.ConcurrentRefers
        && dialog.Call is { } call && call.Refers.Exists(usage => usage.IsRunning);

    private void OpenRefer(ServerTransaction transaction, SharedDialog dialog, CallSession? call, Referral referral)
    {
        dialog.RefersReceived++;
        var usage = new NotifierUsage(NewRefer(), dialog, transaction, referral)
        {
            // RFC 3515 2.4.6: the second and later ones must be told apart.
            EventId = dialog.RefersReceived == 1 ? null : $"{transaction.Request.CSeq.Number}",
            Duration = options.SubscriptionDuration,
        };
        if (!options.ReferWithoutSubscription && !referral.IsExplicit)
        {
            referral = referral with { Subscribed = true };
        }

        dialog.Notifiers.Add(usage);
        call?.Refers.RemoveAll(earlier => !earlier.IsRunning);
        call?.Refers.Add(usage);
        notifiers.Add(usage.Handle, usage);
        turn.Indicate(new SipIndication.ReferReceived(usage.Handle, call?.Handle, referral, transaction.Source));
    }

    private void AcceptRefer(NotifierUsage usage, int status)
    {
        if (usage.Referral!.IsExplicit)
        {
            Publish(usage);
            return;
        }

        var subscribed = usage.Referral.Subscribed || !options.ReferWithoutSubscription;
        // RFC 7614 5: nosub is answered 200, and needs no echo; RFC 4488 4 does.
        var silent = usage.Transaction.Request.Requires("nosub");
        status = silent ? 200 : status;
        var response = Signed(usage.Transaction.Request.Respond(status, usage.Dialog.State.Id.LocalTag)) with { Contact = usage.Dialog.Contact };
        Advance(usage, new ReferNotifier.Input.Accept(subscribed || silent ? response : response with { ReferSub = false }, subscribed));
    }

    private void RejectRefer(NotifierUsage usage, SipCommand.RejectRefer reject)
    {
        var response = Signed(usage.Transaction.Request.Respond(reject.Status, usage.Dialog.State.Id.LocalTag, reject.Phrase));
        if (reject.Status == 405)
        {
            response = response with { Allow = [.. AllowedMethods.Where(method => method != "REFER")] };
        }

        usage.IsRunning = usage.State is not ReferNotifier.State.Deciding;
        Advance(usage, new ReferNotifier.Input.Reject(response with { Reasons = reject.Reasons }));
    }

    private void NotifyRefer(NotifierUsage usage, ReferReport report)
    {
        if (report.IsFinal && usage.State is not ReferNotifier.State.Deciding)
        {
            usage.IsRunning = false;
        }

        if (usage.Published is { } state && usage.State is ReferNotifier.State.Terminated)
        {
            Tell(usage, state, report);
        }
        else
        {
            Advance(usage, new ReferNotifier.Input.Notify(report));
        }
    }

    private void Advance(NotifierUsage usage, ReferNotifier.Input input)
    {
        var (next, outputs) = ReferNotifier.Handle(usage.State, input);
        usage.State = next;
        foreach (var output in outputs)
        {
            Act(usage, output);
        }

        if (usage is { IsRunning: false, State: ReferNotifier.State.Terminated })
        {
            notifiers.Remove(usage.Handle);
        }
    }

    private void Act(NotifierUsage usage, ReferNotifier.Output output)
    {
        switch (output)
        {
            case ReferNotifier.Output.Respond(var response):
                transactions.Respond(usage.Transaction, response);
                break;
            case ReferNotifier.Output.SendNotify(var notification):
                SendNotify(usage, notification);
                break;
            case ReferNotifier.Output.Start(SipTimer.Subscription):
                turn.Start(usage.Owner, SipTimer.Subscription, usage.Duration);
                break;
            case ReferNotifier.Output.Start(var timer):
                turn.Start(usage.Owner, timer, SipTimers.Duration(timer, reliable: false));
                break;
            case ReferNotifier.Output.Stop(var timer):
                turn.Stop(usage.Owner, timer);
                break;
            case ReferNotifier.Output.Finished(var delivered):
                turn.Indicate(new SipIndication.SubscriptionEnded(usage.Handle, delivered));
                usage.Dialog.Notifiers.Remove(usage);
                usage.Published?.Watchers.Remove(usage);
                if (usage.Dialog.Call is { Leaving: { } reasons } call)
                {
                    Leave(call, reasons);
                }

                ReleaseUnused(usage.Dialog);
                break;
            case ReferNotifier.Output.Ignored ignored when ignored != ReferNotifier.Output.Ignored.Absorbed:
                turn.Observe(usage.Dialog.State.Id.CallId, $"{usage.Handle} in {usage.State.GetType().Name}: {ignored.Why}");
                break;
        }
    }

    /// <summary>Some peers drop the dialog with the call, whatever RFC 5057 4.1 says: the BYE goes out behind the answer to a last NOTIFY.</summary>
    private void Leave(CallSession call, ImmutableArray<Reason> reasons)
    {
        var waits = call is { Usage: InviteUsage.State.Established, Dialog: { } dialog } && dialog.Notifiers.Exists(usage => usage.TellsTheEnd);
        call.Leaving = waits ? reasons : null;
        if (!waits)
        {
            Advance(call, new InviteUsage.Input.Leave(reasons));
        }
    }

    private void SendNotify(NotifierUsage usage, ReferNotifier.Notification notification) => SendInside(
        usage.Dialog,
        SipMethod.Notify,
        new RequestUser.Notify(usage, notification),
        notify =>
        {
            var state = notification.Report.ToContent();
            return notify with
            {
                Event = TokenValue.Parse(usage.EventId is null ? "refer" : $"refer;id={usage.EventId}"),
                SubscriptionState = TokenValue.Parse(notification.TerminatedReason is { } reason
                    ? $"terminated;reason={reason}"
                    : $"active;expires={(int)usage.Duration.TotalSeconds}"),
                ContentType = state.ContentType,
                Body = state.Octets,
            };
        });

    private void TakeNotifyResponse(NotifierUsage usage, ReferNotifier.Notification notification, SipResponse response)
    {
        switch (response)
        {
            case { IsSuccess: true }:
                usage.Dialog.State = usage.Dialog.State.After(response);
                Advance(usage, new ReferNotifier.Input.Delivered());
                break;
            // RFC 6665 4.2.2 and RFC 5057 5.1: these remove the subscription, and nothing else.
            case { Status: 404 or 405 or 408 or 410 or 416 or (>= 480 and <= 485) or 489 or 501 or 604 }:
                Advance(usage, new ReferNotifier.Input.Undeliverable());
                break;
            case { RetryAfter.Seconds: var seconds }:
                turn.Start(usage.Owner, SipTimer.NotifyPace, TimeSpan.FromSeconds(Math.Clamp(seconds, 1, 64)));
                Advance(usage, new ReferNotifier.Input.RetryLater(notification));
                break;
            default:
                turn.Observe(response.CallId, $"NOTIFY answered {response.Status}; the subscription stays (RFC 6665 4.2.2)");
                Advance(usage, new ReferNotifier.Input.Delivered());
                break;
        }
    }

    private void ServeSubscribe(ServerTransaction transaction, SharedDialog dialog)
    {
        var request = transaction.Request;
        var id = request.Event?.Parameters["id"];
        var usage = IsRefer(request) ? dialog.Notifiers.Find(usage => usage.State is ReferNotifier.State.Active && Answers(usage, id)) : null;
        if (usage is null)
        {
            RefuseSubscribe(transaction);
            return;
        }

        if (IsTooShort(transaction))
        {
            return;
        }

        var granted = Granted(request);
        Respond(transaction, 200, response => response with { Contact = dialog.Contact, Expires = (int)granted.TotalSeconds });
        if (granted == TimeSpan.Zero)
        {
            Advance(usage, new ReferNotifier.Input.Unsubscribed());
        }
        else
        {
            usage.Duration = granted;
            Advance(usage, new ReferNotifier.Input.Refreshed());
        }
    }

    /// <summary>An Event without id means the first REFER of the dialog; with id the one of that CSeq.</summary>
    private static bool Answers(NotifierUsage usage, string? id) =>
        usage.EventId == id || id == $"{usage.Transaction.Request.CSeq.Number}";

    /// <summary>RFC 3515 2.4.4: a refer subscription is made by REFER alone.</summary>
    private void RefuseSubscribe(ServerTransaction transaction)
    {
        if (IsRefer(transaction.Request))
        {
            Respond(transaction, 403);
        }
        else
        {
            RefuseEvent(transaction);
        }
    }

    private void RefuseEvent(ServerTransaction transaction) =>
        Respond(transaction, 489, response => response with { AllowEvents = ["refer"] });

    private static bool IsRefer(SipRequest request) => request.Event?.Is("refer") ?? false;

    private void SendRefer(CallSession call, SipCommand.SendRefer refer)
    {
        if (call is not { Usage: InviteUsage.State.Established, Dialog: { } dialog })
        {
            turn.Observe(call.Dialog?.State.Id.CallId, $"{call.Handle} is not established; no REFER");
            turn.Indicate(new SipIndication.ReferRejected(refer.Refer, CallEnd.Ourselves));
            return;
        }

        var usage = new SubscriberUsage(refer.Refer, refer.OutsideDialog ? Beside(dialog) : dialog);
        usage.Dialog.Subscribers.Add(usage);
        subscribers.Add(usage.Handle, usage);
        if (refer.OutsideDialog)
        {
            unopened.Add((usage.Dialog.State.Id.CallId, usage.Dialog.State.Id.LocalTag), usage);
        }

        var sent = SendInside(usage.Dialog, SipMethod.Refer, new RequestUser.Refer(usage), request => request with
        {
            ReferTo = refer.ReferTo,
            ReferredBy = refer.ReferredBy,
            Supported = SupportedOptions,
            ReferSub = refer.Subscribe ? null : false,
            Require = refer.OutsideDialog ? ["tdialog"] : [],
            // RFC 4538 7: local and remote are the receiver's.
            TargetDialog = refer.OutsideDialog ? new TargetDialog(dialog.State.Id.CallId, dialog.State.Id.RemoteTag, dialog.State.Id.LocalTag) : null,
            Lines = refer.Headers,
            ContentType = refer.Content?.ContentType,
            Body = refer.Content?.Octets ?? default,
        });
        usage.Sequence = sent.Request.CSeq.Number;
        usage.Request = sent.Request;
    }

    /// <summary>A dialog yet to be made, with the party of this one.</summary>
    private SharedDialog Beside(SharedDialog dialog)
    {
        var (local, remote, tag, callId) = (dialog.State.Local, dialog.State.Remote, identifiers.NextTag(), identifiers.NextCallId());
        return new SharedDialog(
            dialog.State with
            {
                Id = new DialogId(callId, tag, ""),
                Local = NameAddr.Create(local.Uri, local.DisplayName, tag),
                Remote = NameAddr.Create(remote.Uri, remote.DisplayName),
                LocalSequence = 0,
                RemoteSequence = null,
            },
            dialog.Contact,
            startedByUs: true);
    }

    /// <summary>RFC 3515 2.4.4, RFC 6665 4.4.1: the first of 2xx and NOTIFY makes the dialog of a REFER that was sent outside one.</summary>
    private bool OpenedByNotify(ServerTransaction transaction, [NotNullWhen(true)] out SharedDialog? dialog)
    {
        var notify = transaction.Request;
        dialog = notify.Method == SipMethod.Notify && unopened.Remove((notify.CallId, notify.To.Tag ?? ""), out var usage) ? usage.Dialog : null;
        if (dialog is not null)
        {
            Open(dialog, Dialog.OfCallee(notify, dialog.State.Id.LocalTag, dialog.State.Flow) with { RemoteSequence = null });
        }

        return dialog is not null;
    }

    private void Open(SharedDialog dialog, Dialog state)
    {
        dialog.State = state with { LocalSequence = dialog.State.LocalSequence };
        dialogs.TryAdd(state.Id, dialog);
    }

    /// <summary>Those whom we referred, and who end the call before they tell what came of it.</summary>
    private void TellReferred(SharedDialog dialog)
    {
        foreach (var usage in dialog.Subscribers.ToArray())
        {
            Advance(usage, new ReferSubscriber.Input.CallOver());
        }
    }

    private void TakeReferResponse(SubscriberUsage usage, SipResponse response)
    {
        if (response.IsSuccess && unopened.Remove((response.CallId, response.From.Tag ?? "")))
        {
            Open(usage.Dialog, Dialog.OfCaller(usage.Request!, response, usage.Dialog.State.Flow));
        }

        usage.Dialog.State = usage.Dialog.State.After(response);
        Advance(usage, response.IsSuccess
            ? new ReferSubscriber.Input.Accepted(response, response.ReferSub != false && !response.Requires("nosub"))
            : new ReferSubscriber.Input.Refused(response));
        // RFC 3261 12.2.1.2: the peer knows no such dialog, so there is no call to keep either.
        if (response.Status == 481 && usage.Dialog.Call is { } call)
        {
            Advance(call, new InviteUsage.Input.Lost(new CallEnd(EndedBy.Refusal, response)));
        }
    }

    private void ServeNotify(ServerTransaction transaction, SharedDialog dialog)
    {
        var notify = transaction.Request;
        if (!IsRefer(notify))
        {
            RefuseEvent(transaction);
            return;
        }

        if (notify.Event!.Token != "refer")
        {
            turn.Observe(notify.CallId, $"Event: {notify.Event.Token} taken for refer (RFC 6665 8.2.1 compares octets)");
        }

        var id = notify.Event.Parameters["id"];
        var usage = dialog.Subscribers.Find(usage => id is null || id == $"{usage.Sequence}");
        if (usage is null)
        {
            Respond(transaction, 481);
            return;
        }

        var report = ReferReport.Read(notify.Body.Span);
        usage.LastReport = report ?? usage.LastReport;
        // The notifier ends it with a last NOTIFY; that one gets the time of a transaction to arrive.
        usage.Duration = TimeSpan.FromSeconds(notify.SubscriptionState?.Number("expires") ?? 240) + SipTimers.Table[SipTimer.N].Default;
        // Without Subscription-State the report itself must tell whether it is the last.
        // And a final report is the last also when the state stays active, as some endpoints leave it.
        var terminated = notify.SubscriptionState?.Is("terminated") == true || report is { IsFinal: true };
        Advance(
            usage,
            terminated
                ? new ReferSubscriber.Input.Terminated(report, notify.SubscriptionState?.Parameters["reason"], report is null && !notify.Body.IsEmpty)
                : new ReferSubscriber.Input.Notified(report),
            transaction);
    }

    private void Advance(SubscriberUsage usage, ReferSubscriber.Input input, ServerTransaction? transaction = null)
    {
        var (next, outputs) = ReferSubscriber.Handle(usage.State, input);
        usage.State = next;
        foreach (var output in outputs)
        {
            Act(usage, output, transaction);
        }

        if (next is ReferSubscriber.State.Terminated)
        {
            unopened.Remove((usage.Dialog.State.Id.CallId, usage.Dialog.State.Id.LocalTag));
        }

        ReleaseUnused(usage.Dialog);
    }

    private void Act(SubscriberUsage usage, ReferSubscriber.Output output, ServerTransaction? transaction)
    {
        switch (output)
        {
            case ReferSubscriber.Output.Respond(var status):
                Respond(transaction!, status);
                break;
            case ReferSubscriber.Output.Start(var timer):
                turn.Start(usage.Owner, timer, timer == SipTimer.Subscription ? usage.Duration : SipTimers.Duration(timer, reliable: false));
                break;
            case ReferSubscriber.Output.Stop(var timer):
                turn.Stop(usage.Owner, timer);
                break;
            case ReferSubscriber.Output.IndicateAccepted(var response):
                turn.Indicate(new SipIndication.ReferAccepted(usage.Handle, response));
                break;
            case ReferSubscriber.Output.IndicateRejected(var why):
                turn.Indicate(new SipIndication.ReferRejected(usage.Handle, why));
                break;
            case ReferSubscriber.Output.IndicateProgress(var report):
                turn.Indicate(new SipIndication.ReferProgress(usage.Handle, report));
                break;
            case ReferSubscriber.Output.IndicateOutcome(var report, var why):
                turn.Indicate(new SipIndication.ReferEnded(usage.Handle, report ?? usage.LastReport, why));
                break;
            case ReferSubscriber.Output.Ignored ignored when ignored != ReferSubscriber.Output.Ignored.Absorbed:
                turn.Observe(usage.Dialog.State.Id.CallId, $"{usage.Handle} in {usage.State.GetType().Name}: {ignored.Why}");
                break;
        }
    }
}
