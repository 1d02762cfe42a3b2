using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Refer;
using Gateway.Sip.Transactions;

namespace Gateway.Sip;

/// <summary>Subscriptions that their subscriber makes by itself: RFC 7614 (2015) 4, explicitsub.</summary>
public sealed partial class SipStack
{
    /// <summary>Accepts a REFER and names the URI at which its state is told.</summary>
    private void Publish(NotifierUsage usage)
    {
        var state = new PublishedState(identifiers.NextTag() + identifiers.NextTag());
        published.Add(state.Token, state);
        usage.Published = state;
        var response = Signed(usage.Transaction.Request.Respond(200, usage.Dialog.State.Id.LocalTag)) with
        {
            Contact = usage.Dialog.Contact,
            ReferEventsAt = ContactOf(usage.Transaction.Flow, state.Token),
        };
        Advance(usage, new ReferNotifier.Input.Accept(response, false));
    }

    private void Tell(NotifierUsage usage, PublishedState state, ReferReport report)
    {
        if (state.Current.IsFinal)
        {
            return;
        }

        state.Current = report;
        foreach (var watcher in state.Watchers.ToArray())
        {
            Advance(watcher, new ReferNotifier.Input.Notify(report));
        }

        if (report.IsFinal)
        {
            notifiers.Remove(usage.Handle);
            var owner = turn.NewOwner();
            publishedOwners.Add(owner, state);
            turn.Start(owner, SipTimer.PublishedState, SipTimers.Duration(SipTimer.PublishedState, reliable: false));
        }
    }

    private void ServeSubscribeOutside(ServerTransaction transaction)
    {
        var request = transaction.Request;
        if (!IsRefer(request) || !published.TryGetValue(request.Uri.User, out var state))
        {
            RefuseSubscribe(transaction);
        }
        else if (request.Contacts is not [{ IsWildcard: false }])
        {
            Respond(transaction, 400, phrase: "Exactly One Contact Needed");
        }
        else if (!IsTooShort(transaction))
        {
            Subscribe(transaction, state, Granted(request));
        }
    }

    private void Subscribe(ServerTransaction transaction, PublishedState state, TimeSpan granted)
    {
        var request = transaction.Request;
        var dialog = new SharedDialog(
            Dialog.OfCallee(request, identifiers.NextTag(), transaction.Flow), ContactOf(transaction.Flow, state.Token), startedByUs: false) { IsConfirmed = true };
        var watcher = new NotifierUsage(NewRefer(), dialog, transaction, null)
        {
            EventId = request.Event?.Parameters["id"],
            Duration = granted,
            IsRunning = false,
            Published = state,
        };
        dialogs.Add(dialog.State.Id, dialog);
        dialog.Notifiers.Add(watcher);
        notifiers.Add(watcher.Handle, watcher);
        state.Watchers.Add(watcher);
        var response = Signed(request.Respond(200, dialog.State.Id.LocalTag)) with { Contact = dialog.Contact, Expires = (int)granted.TotalSeconds };
        Advance(watcher, new ReferNotifier.Input.Accept(response, true) { Current = state.Current });
        if (granted == TimeSpan.Zero)
        {
            Advance(watcher, new ReferNotifier.Input.Unsubscribed());
        }
    }

    private TimeSpan Granted(SipRequest subscribe)
    {
        var wanted = TimeSpan.FromSeconds(subscribe.Expires ?? (int)options.SubscriptionDuration.TotalSeconds);
        return wanted < options.SubscriptionDuration ? wanted : options.SubscriptionDuration;
    }

    /// <summary>RFC 6665 4.2.1.1: 423 only below an hour and below what we grant at least; zero ends a subscription.</summary>
    private bool IsTooShort(ServerTransaction transaction)
    {
        var shortest = (int)options.ShortestSubscription.TotalSeconds;
        if (transaction.Request.Expires is not { } wanted || wanted == 0 || wanted >= 3600 || wanted >= shortest)
        {
            return false;
        }

        Respond(transaction, 423, response => response with { MinExpires = shortest });
        return true;
    }
}
