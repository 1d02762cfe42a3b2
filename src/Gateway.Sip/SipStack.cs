using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Refer;
using Gateway.Sip.Registration;
using Gateway.Sip.Security;
using Gateway.Sip.Transactions;

namespace Gateway.Sip;

/// <summary>
/// A SIP user agent without sockets, clock or threads: RFC 3261, RFC 3515, RFC 3891 and what they need. One input goes in, its
/// outputs come out, in order. It is the same for a gateway, a telephone and a test.
/// </summary>
/// <remarks>
/// This file: the doors and the routing inside. SipStack.Requests: what the peer asks. SipStack.Commands: what the user asks.
/// SipStack.Calls: the INVITE usage. SipStack.Provisionals: what comes before its answer. SipStack.Sessions and SipStack.Timers: what is
/// said in it. SipStack.Refers: the refer usage. SipStack.Security: who may ask, and our own credentials. The decisions are in the machines.
/// </remarks>
public sealed partial class SipStack
{
    private readonly SipStackOptions options;
    private readonly IIdentifierSource identifiers;
    private readonly Turn turn = new();
    private readonly TransactionLayer transactions;
    private readonly Dictionary<DialogId, SharedDialog> dialogs = [];
    private readonly Dictionary<CallHandle, CallSession> calls = [];
    private readonly Dictionary<ReferHandle, NotifierUsage> notifiers = [];
    private readonly Dictionary<ReferHandle, SubscriberUsage> subscribers = [];

    /// <summary>Referenced requests that are told under a URI of their own, and the timers of those that are over.</summary>
    private readonly Dictionary<string, PublishedState> published = [];
    private readonly Dictionary<long, PublishedState> publishedOwners = [];

    /// <summary>REFERs of ours outside a dialog, by Call-ID and our tag, whose dialog their 2xx or first NOTIFY makes.</summary>
    private readonly Dictionary<(string CallId, string LocalTag), SubscriberUsage> unopened = [];

    /// <summary>Dialogs whose INVITE usage ended lately, by the owner of their timer and back.</summary>
    private readonly Dictionary<long, CallSession> reanswerers = [];
    private readonly Dictionary<long, DialogId> tombstoneOwners = [];
    private readonly HashSet<DialogId> tombstones = [];
    private readonly Admission? admission;
    private readonly Credentials credentials;
    private TimeSpan now;

    public SipStack(IIdentifierSource identifiers, SipStackOptions? options = null)
    {
        this.identifiers = identifiers;
        this.options = options ?? new SipStackOptions();
        transactions = new TransactionLayer(turn, identifiers, this.options.StreamFor);
        credentials = new Credentials(identifiers, this.options.Credentials);
        admission = this.options.Admission is { } settings ? new Admission(settings) : null;
    }

    /// <summary>True when no transaction, dialog, call or REFER is left. Memories of finished dialogs do not count.</summary>
    public bool IsIdle => transactions.IsEmpty && dialogs.Count == 0 && calls.Count == 0 && reanswerers.Count == 0
        && notifiers.Count == 0 && subscribers.Count == 0;

    /// <summary>The call that a dialog identifier names, seen as in a Replaces that is meant for us; null when none is up.</summary>
    public CallHandle? Find(Replaces replaces) =>
        FindDialog(replaces)?.Call is { Usage: not InviteUsage.State.Mortal } call ? call.Handle : null;

    /// <summary>True when that dialog ended within the last 64 seconds: a transfer to it is declined (603), not unknown (481).</summary>
    public bool IsTombstone(Replaces replaces) =>
        IdsOf(replaces).Any(tombstones.Contains) || FindDialog(replaces)?.Call is { Usage: InviteUsage.State.Mortal };

    /// <summary>How a call's dialog is named by a peer's third party: what a Refer-To that wants it replaced must say. Null before it exists.</summary>
    public Replaces? ReplacesFor(CallHandle call) => DialogOf(call) is { } dialog
        ? new Replaces(dialog.State.Id.CallId, dialog.State.Id.RemoteTag, dialog.State.Id.LocalTag)
        : null;

    /// <summary>The peer's Contact of a call: where a Refer-To with <see cref="ReplacesFor"/> points. Null before the dialog exists.</summary>
    public SipUri? RemoteTarget(CallHandle call) => DialogOf(call)?.State.RemoteTarget;

    /// <summary>True when the call's dialog is confirmed.</summary>
    public bool IsConfirmed(CallHandle call) => calls.TryGetValue(call, out var found) && found.Dialog is { IsConfirmed: true };

    /// <summary>Where the messages of a call come from and go to; null when it is not known here.</summary>
    public Flow? FlowOf(CallHandle call) =>
        calls.GetValueOrDefault(call) is { } found ? found.InviteServer?.Flow ?? found.InviteClient?.Flow ?? found.Dialog?.State.Flow : null;

    /// <summary>The Call-ID of a call; null when it is not known here.</summary>
    public string? CallIdOf(CallHandle call) =>
        calls.GetValueOrDefault(call) is { } found ? found.Dialog?.State.Id.CallId ?? found.InviteClient?.Request.CallId : null;

    public CallHandle NewCall() => new(turn.NewOwner());

    public ReferHandle NewRefer() => new(turn.NewOwner());

    /// <summary>Takes one input to its end.</summary>
    /// <param name="instant">On the caller's own clock; only what guards the door asks for it.</param>
    public IReadOnlyList<SipOutput> Handle(SipInput input, TimeSpan instant = default)
    {
        now = instant;
        turn.Source = input switch
        {
            SipInput.Received(var from, _) => from,
            SipInput.Malformed(var from, _) => from,
            SipInput.Remarked(var about, _, _) => about,
            _ => null,
        };
        switch (input)
        {
            case SipInput.Received(var flow, SipRequest request) when !Admits(flow, request):
                break;
            case SipInput.Received(var flow, var message):
                transactions.Receive(flow, message);
                break;
            case SipInput.Shedding(var shedding):
                Shed(shedding);
                break;
            case SipInput.Malformed(var flow, var decoded):
                turn.Observe(null, $"malformed message from {flow}: {decoded.Fault}", "malformed message");
                RefuseMalformed(flow, decoded);
                break;
            case SipInput.Remarked(_, var kind, var line):
                turn.Observe(null, line, kind);
                break;
            case SipInput.TransportFailed(var flow, var branch):
                transactions.FailTransport(flow, branch);
                LoseFlow(flow, branch);
                break;
            case SipInput.Expired(var timer):
                Expire(timer);
                break;
            case SipCommand command:
                Obey(command);
                break;
        }

        while (turn.Events.TryDequeue(out var next))
        {
            Take(next);
        }

        return turn.Finish();
    }

    private void Take(TransactionEvent next)
    {
        switch (next)
        {
            case TransactionEvent.Request(var transaction):
                Serve(transaction);
                break;
            case TransactionEvent.Ack(var ack):
                TakeAck(ack);
                break;
            case TransactionEvent.Response(var transaction, var response):
                TakeResponse(transaction, response);
                break;
            case TransactionEvent.ClientFailed(var transaction, var by):
                TakeFailure(transaction.User, by);
                break;
            case TransactionEvent.ClientEnded(var transaction):
                Forget(transaction);
                break;
            case TransactionEvent.ServerEnded(var transaction):
                Forget(transaction);
                break;
            case TransactionEvent.ServerFailed(var transaction, var by):
                TakeFailure(transaction, by);
                break;
        }
    }

    private void TakeResponse(ClientTransaction transaction, SipResponse response)
    {
        if (IsSentAgain(transaction, response))
        {
            return;
        }

        switch (transaction.User)
        {
            case RequestUser.Invite(var call):
                TakeInviteResponse(call, response);
                break;
            case RequestUser.Probe(var probe) when response.IsFinal:
                turn.Indicate(new SipIndication.ProbeEnded(probe, response.Status));
                break;
            case RequestUser.Modify(var call, var dialog):
                TakeModifyResponse(call, dialog, response);
                break;
            case RequestUser.Bye(var call) when response.IsFinal:
                Advance(call, new InviteUsage.Input.ByeDone());
                break;
            case RequestUser.Notify(var usage, var notification) when response.IsFinal:
                TakeNotifyResponse(usage, notification, response);
                break;
            case RequestUser.Refer(var usage) when response.IsFinal:
                TakeReferResponse(usage, response);
                break;
            case RequestUser.Register(var usage) when response.IsFinal:
                TakeRegisterResponse(usage, response);
                break;
        }
    }

    private void TakeFailure(RequestUser user, EndedBy by)
    {
        switch (user)
        {
            case RequestUser.Invite(var call):
                Advance(call, new InviteUsage.Input.Unanswered(by));
                break;
            case RequestUser.Probe(var probe):
                turn.Indicate(new SipIndication.ProbeEnded(probe, null));
                break;
            case RequestUser.Modify(var call, var dialog):
                Advance(call, dialog, new SessionModification.Input.Unanswered(by));
                break;
            case RequestUser.Bye(var call):
                Advance(call, new InviteUsage.Input.ByeDone());
                break;
            case RequestUser.Notify(var usage, _):
                Advance(usage, new ReferNotifier.Input.Undeliverable());
                break;
            case RequestUser.Refer(var usage):
                Advance(usage, new ReferSubscriber.Input.Unanswered(by));
                break;
            case RequestUser.Register(var usage):
                Advance(usage, new RegistrationClient.Input.Failed(new CallEnd(by), null));
                break;
        }
    }

    private void TakeFailure(ServerTransaction transaction, EndedBy by)
    {
        if (transaction.Call is not { } call)
        {
            return;
        }

        if (transaction == call.InviteServer)
        {
            Advance(call, new InviteUsage.Input.Unanswered(by));
        }
        else if (call.Dialogs.FirstOrDefault(dialog => dialog.OfferServer == transaction) is { } dialog)
        {
            Advance(call, dialog, new SessionModification.Input.Withdrawn());
        }
    }

    private void Expire(TimerKey timer)
    {
        if (transactions.Expire(timer))
        {
            return;
        }

        if (calls.TryGetValue(new CallHandle(timer.Owner), out var call))
        {
            Expire(call, timer.Timer);
        }
        else if (reanswerers.TryGetValue(timer.Owner, out var reanswerer))
        {
            Advance(reanswerer, reanswerer.Reanswering!, new AnswerRetransmission.Input.Expired(timer.Timer));
        }
        else if (notifiers.TryGetValue(new ReferHandle(timer.Owner), out var notifier))
        {
            Advance(notifier, new ReferNotifier.Input.Expired(timer.Timer));
        }
        else if (subscribers.TryGetValue(new ReferHandle(timer.Owner), out var subscriber))
        {
            Advance(subscriber, new ReferSubscriber.Input.Expired(timer.Timer));
        }
        else if (publishedOwners.Remove(timer.Owner, out var state))
        {
            published.Remove(state.Token);
        }
        else if (registrations.TryGetValue(new RegistrationHandle(timer.Owner), out var registration))
        {
            Advance(registration, new RegistrationClient.Input.Expired(timer.Timer));
        }
        else if (tombstoneOwners.Remove(timer.Owner, out var id))
        {
            tombstones.Remove(id);
            if (tombstones.Count == 0 && calls.Count == 0)
            {
                // What a busy hour took is given back.
                tombstones.TrimExcess();
                tombstoneOwners.TrimExcess();
                dialogs.TrimExcess();
                calls.TrimExcess();
            }
        }
    }

    private void Expire(CallSession call, SipTimer timer)
    {
        switch (timer)
        {
            case SipTimer.AnswerRetransmission or SipTimer.AnswerTimeout:
                Advance(call, call.Answering!, new AnswerRetransmission.Input.Expired(timer));
                break;
            case SipTimer.CancelTimeout:
                Advance(call, new InviteUsage.Input.CancelTimeout());
                break;
            case SipTimer.Glare:
                foreach (var dialog in call.Dialogs.Where(dialog => dialog.Session is SessionModification.State.BackingOff))
                    Advance(call, dialog, new SessionModification.Input.GlareExpired());
                break;
            case SipTimer.ProvisionalRetransmission or SipTimer.ProvisionalTimeout or SipTimer.ProvisionalRepetition:
                Advance(call, new ProvisionalResponses.Input.Expired(timer));
                break;
            case SipTimer.SessionRefresh or SipTimer.SessionExpiry:
                Advance(call, new SessionTimer.Input.Expired(timer));
                break;
        }
    }

    /// <summary>A request that could not be read is refused without a transaction; anything else is dropped.</summary>
    private void RefuseMalformed(Flow flow, SipDecoded decoded)
    {
        if (decoded is { IsAnswerable: true, Message: SipRequest request, Fault: { } fault } && admission?.MayAnswerGarbage(flow, now) != false)
        {
            var complete = TransactionLayer.Complete(flow, request);
            turn.Send(TransactionLayer.ReplyFlow(flow, complete.TopVia), complete.Respond(fault.Status, identifiers.NextTag()));
        }
    }

    /// <summary>The dialog of a call; while it rings, that of the first fork.</summary>
    private SharedDialog? DialogOf(CallHandle handle) =>
        calls.TryGetValue(handle, out var call) ? call.Dialog ?? call.EarlyDialogs.FirstOrDefault() : null;

    private SharedDialog? FindDialog(Replaces replaces)
    {
        foreach (var id in IdsOf(replaces))
        {
            if (dialogs.TryGetValue(id, out var dialog))
            {
                return dialog;
            }
        }

        return null;
    }

    /// <summary>RFC 3891 3: to-tag is ours, from-tag the peer's; a zero also stands for the missing tag of a RFC 2543 peer.</summary>
    private static IEnumerable<DialogId> IdsOf(Replaces replaces)
    {
        yield return new DialogId(replaces.CallId, replaces.ToTag, replaces.FromTag);
        if (replaces.FromTag == "0")
        {
            yield return new DialogId(replaces.CallId, replaces.ToTag, "");
        }
    }

    /// <summary>Sends a request inside a dialog, with our Contact and what <paramref name="complete"/> adds.</summary>
    private ClientTransaction SendInside(SharedDialog dialog, SipMethod method, RequestUser user, Func<SipRequest, SipRequest> complete)
    {
        dialog.State = dialog.State with { LocalSequence = dialog.State.LocalSequence + 1 };
        var request = dialog.State.Request(method, dialog.State.LocalSequence, dialog.Contact, SessionOf(dialog.Call), options.Product);
        return Send(complete(request), WayOf(dialog), user);
    }

    private Flow WayOf(SharedDialog dialog) => options.KeepFlow || RegistrarAt(dialog.State.Flow) is not null ? dialog.State.Flow : dialog.State.NextHop;

    /// <summary>With what we say of ourselves and, in a call, its Session-ID.</summary>
    private SipResponse Signed(SipResponse response, CallSession? call = null) => response with { SessionId = SessionOf(call), Server = options.Product };

    private void ReleaseUnused(SharedDialog dialog)
    {
        if (!dialog.IsUsed)
        {
            dialogs.Remove(dialog.State.Id);
            foreach (var usage in dialog.Subscribers)
            {
                subscribers.Remove(usage.Handle);
            }
        }
    }

    /// <summary>Our Contact in a dialog that the peer begins: secure if its request was, by its URI, topmost Record-Route or else Contact (RFC 3261 12.1.1).</summary>
    private static NameAddr ContactFor(Flow flow, SipRequest request)
    {
        var user = request.Uri.HasUser ? request.Uri.User : null;
        var hop = request.RecordRoutes.Concat(request.Contacts).FirstOrDefault();
        return flow.Local.Transport == SipTransport.Tls && (request.Uri.IsSecure || hop?.Uri.IsSecure == true)
            ? NameAddr.Create(SipUri.Create(user, flow.Local.Host, flow.Local.Port, UriScheme.Sips))
            : ContactOf(flow, user);
    }

    /// <summary>Our Contact: where we listen, under the name the peer knows us by.</summary>
    private static NameAddr ContactOf(Flow flow, string? user)
    {
        var uri = SipUri.Create(user, flow.Local.Host, flow.Local.Port);
        return NameAddr.Create(flow.Local.Transport == SipTransport.Udp
            ? uri
            : uri.WithParameter("transport", flow.Local.Transport.ToString().ToLowerInvariant()));
    }

    /// <summary>The session description, also one of several parts of a body (RFC 5621 3.1); else the body whatever it is.</summary>
    private static SipContent? ContentOf(SipMessage message) =>
        message.Body.IsEmpty ? null
        : message.ContentType?.Is(SipContent.SdpType) == true ? SipContent.Sdp(message.Body)
        : message.BodyOf(SipContent.SdpType) is { } session ? SipContent.Sdp(session.Content)
        : new SipContent(message.ContentType?.ToString() ?? "", message.Body);
}
