using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Transactions;

namespace Gateway.Sip;

/// <summary>The session of a call: offers by re-INVITE and UPDATE, and how long it lives without a refresh.</summary>
public sealed partial class SipStack
{
    /// <summary>Whether an UPDATE may be sent now that offers something, or, without an offer, only says something: RFC 3311 5.1.</summary>
    public bool CanUpdate(CallHandle handle, bool withOffer) =>
        calls.GetValueOrDefault(handle) is { Current: { } dialog } call && dialog.PeerTakesUpdates && call.Usage switch
        {
            InviteUsage.State.Established => true,
            // An offer wants that the first one is answered reliably, and that the caller has that answer.
            InviteUsage.State.Ringing => !withOffer || dialog.Session is not SessionModification.State.Opening,
            InviteUsage.State.Offered => !withOffer
                || (dialog.Session is not SessionModification.State.Opening && call.Provisionals is ProvisionalResponses.State.Clear),
            _ => false,
        };

    /// <summary>Whether the peer takes another name of ours in the course of the call (RFC 4916 4.1).</summary>
    public bool TakesNewNames(CallHandle handle) => calls.GetValueOrDefault(handle)?.Current?.PeerTakesNewNames == true;

    /// <summary>A change that the user wants. One that cannot be made yet waits until the call is established.</summary>
    private void Modify(CallSession call, SessionModification.Wanted change)
    {
        if (call.Usage is InviteUsage.State.Established || (change.Update && CanUpdate(call.Handle, change.Offer is not null)))
        {
            Advance(call, call.Current!, new SessionModification.Input.Modify(change));
        }
        else
        {
            call.EarlyChange = change;
        }
    }

    private void SendOffer(CallSession call, SharedDialog dialog, SessionModification.Wanted change)
    {
        if (change.From is { } name)
        {
            dialog.State = dialog.State with { Local = name.WithTag(dialog.State.Id.LocalTag) };
        }

        var transaction = SendInside(dialog, change.Update ? SipMethod.Update : SipMethod.Invite, new RequestUser.Modify(call, dialog), request =>
            AskForTimer(call, dialog, request with
            {
                Allow = AllowedMethods, Supported = OptionsOf(request), Lines = change.Headers, ContentType = change.Offer?.ContentType, Body = change.Offer?.Octets ?? default,
            }));
        dialog.Sent = (transaction, change);
    }

    /// <summary>Reliable provisional responses are asked for in the first INVITE alone; nothing rings for a re-INVITE.</summary>
    private TokenList OptionsOf(SipRequest request) => request.To.Tag is null ? SupportedOptions : LaterOptions;

    private TokenList LaterOptions => field ??= new([.. SupportedOptions.Where(option => option != ProvisionalResponses.OptionTag)]);

    private void TakeModifyResponse(CallSession call, SharedDialog dialog, SipResponse response)
    {
        if (call.LastAck is { } last && response.IsSuccess && last.Message.CSeq == new CSeq(response.CSeq.Number, SipMethod.Ack))
        {
            // The ACK was lost.
            turn.Send(last.Flow, last.Message);
            return;
        }

        if (!response.IsFinal || dialog.Sent is not { } sent || sent.Transaction.Request.CSeq != response.CSeq)
        {
            return;
        }

        dialog.State = dialog.State.After(response);
        dialog.Learn(response);
        Meet(call, response);
        if (response.Status == 422 && response.MinSe is { } least && least > dialog.LeastSeconds && call.Usage is InviteUsage.State.Established)
        {
            // RFC 4028 7.4: the interval was too small; the request is the same otherwise.
            dialog.LeastSeconds = least;
            SendOffer(call, dialog, sent.Change);
            return;
        }

        if (response.IsSuccess)
        {
            dialog.Described = sent.Change.Offer ?? dialog.Described;
            FollowTimer(call, response, sentByUs: false);
        }

        Advance(call, dialog, response.IsSuccess ? new SessionModification.Input.Success(response)
            : response.Status == 491 ? new SessionModification.Input.Pending(response)
            : new SessionModification.Input.Failure(response));
    }

    private void ServeReoffer(ServerTransaction transaction, SharedDialog dialog, CallSession call)
    {
        var request = transaction.Request;
        var update = request.Method == SipMethod.Update;
        transaction.Call = call;
        dialog.Learn(request);
        if (call.Usage is InviteUsage.State.Mortal or InviteUsage.State.Morgue)
        {
            Respond(transaction, 481);
        }
        else if (call.Usage is InviteUsage.State.Leaving or InviteUsage.State.Cancelling)
        {
            Respond(transaction, 491);
        }
        else if (SessionInterval.TooSmall(request, options.SessionTimer) is { } least)
        {
            Respond(transaction, 422, response => response with { MinSe = least });
        }
        else if (update && !HasSession(request))
        {
            ServeEmptyUpdate(transaction, dialog, call);
        }
        else if (update || call.Usage is InviteUsage.State.Established or InviteUsage.State.AwaitingAck)
        {
            Advance(call, dialog, new SessionModification.Input.OfferReceived(request), transaction);
        }
        else if (call.Usage is InviteUsage.State.Offered)
        {
            // RFC 3261 14.2: the first INVITE is still unanswered.
            RefuseForNow(transaction);
        }
        else
        {
            Respond(transaction, 491);
        }
    }

    /// <summary>RFC 3311 5.2: without an offer only the target and the session timer are refreshed, and whatever its headers say.</summary>
    private void ServeEmptyUpdate(ServerTransaction transaction, SharedDialog dialog, CallSession call)
    {
        if (dialog is { Session: SessionModification.State.Offered, OfferServer.Request.Method.Name: "UPDATE" })
        {
            RefuseForNow(transaction);
            return;
        }

        var response = Signed(transaction.Request.Respond(200), call) with { Contact = dialog.Contact, Allow = AllowedMethods, Supported = OptionsOf(transaction.Request) };
        response = SayTimer(call, transaction.Request, response);
        transactions.Respond(transaction, response);
        FollowTimer(call, response, sentByUs: true);
        dialog.State = dialog.State.Refreshed(transaction.Request);
        turn.Indicate(new SipIndication.Updated(call.Handle, transaction.Request));
    }

    private void RefuseForNow(ServerTransaction transaction) =>
        Respond(transaction, 500, response => response with { RetryAfter = identifiers.NextBelow(11) });

    private void AnswerReoffer(CallSession call, SharedDialog dialog, SipCommand.AnswerReoffer answer)
    {
        var request = dialog.OfferServer!.Request;
        var response = Signed(request.Respond(answer.Status), call) with
        {
            Reasons = answer.Reasons, Lines = answer.Headers, ContentType = answer.Content?.ContentType, Body = answer.Content?.Octets ?? default,
        };
        if (response.IsSuccess && request.Method != SipMethod.Prack)
        {
            response = SayTimer(call, request, response with { Contact = dialog.Contact, Allow = AllowedMethods, Supported = OptionsOf(request) });
        }

        Advance(call, dialog, new SessionModification.Input.Answer(response, response.IsSuccess && request.Method == SipMethod.Invite));
    }

    /// <summary>What a 2xx of ours brings with it: the peer's new Contact, the description in force, the session timer.</summary>
    private void Accept(CallSession call, SharedDialog dialog, SipResponse response)
    {
        if (response.IsSuccess)
        {
            dialog.State = dialog.State.Refreshed(dialog.OfferServer!.Request);
            dialog.Described = ContentOf(response) ?? dialog.Described;
            FollowTimer(call, response, sentByUs: true);
        }
    }

    private void Advance(CallSession call, SharedDialog dialog, SessionModification.Input input, ServerTransaction? transaction = null)
    {
        var (next, outputs) = SessionModification.Handle(dialog.Session, input);
        dialog.Session = next;
        foreach (var output in outputs)
        {
            Act(call, dialog, output, transaction);
        }
    }

    /// <param name="transaction">That of the peer's request which is being handled, if one is.</param>
    private void Act(CallSession call, SharedDialog dialog, SessionModification.Output output, ServerTransaction? transaction)
    {
        switch (output)
        {
            case SessionModification.Output.SendOffer(var change):
                SendOffer(call, dialog, change);
                break;
            case SessionModification.Output.SendAck(var content):
                dialog.Described = content ?? dialog.Described;
                call.LastAck = SendAck(dialog, dialog.Sent!.Value.Transaction.Request.CSeq.Number, content);
                break;
            case SessionModification.Output.Respond(var response):
                Accept(call, dialog, response);
                transactions.Respond(dialog.OfferServer!, response);
                break;
            case SessionModification.Output.BeginAnswer(var response):
                Accept(call, dialog, response);
                call.Reanswering = new RepeatedAnswer(turn.NewOwner(), dialog.OfferServer!);
                reanswerers.Add(call.Reanswering.Owner, call);
                Carry(call, call.Reanswering, AnswerRetransmission.Begin(response));
                break;
            case SessionModification.Output.EndAnswer:
                Advance(call, call.Reanswering!, new AnswerRetransmission.Input.Finished());
                break;
            case SessionModification.Output.Refuse(_, 500):
                RefuseForNow(transaction!);
                break;
            case SessionModification.Output.Refuse(_, var status):
                Respond(transaction!, status);
                break;
            case SessionModification.Output.RefusePending:
                Respond(dialog.OfferServer!, 487);
                break;
            case SessionModification.Output.StartGlare:
                turn.Start(call.Owner, SipTimer.Glare, GlareDelay(call));
                break;
            case SessionModification.Output.StopGlare:
                turn.Stop(call.Owner, SipTimer.Glare);
                break;
            case SessionModification.Output.IndicateOffer(var request):
                dialog.OfferServer = transaction;
                turn.Indicate(new SipIndication.ReofferReceived(call.Handle, request, ContentOf(request)));
                break;
            case SessionModification.Output.IndicateAck(var ack):
                turn.Indicate(new SipIndication.AckReceived(call.Handle, ack, ContentOf(ack)));
                break;
            case SessionModification.Output.IndicateModified(var response, var owed):
                turn.Indicate(new SipIndication.Modified(call.Handle, response, ContentOf(response), owed) { IsRefresh = dialog.Sent!.Value.Change.Refresh });
                break;
            case SessionModification.Output.IndicateRefused when dialog.Sent!.Value.Change.Refresh:
                Advance(call, new SessionTimer.Input.RefreshFailed());
                break;
            case SessionModification.Output.IndicateRefused(var why):
                turn.Indicate(new SipIndication.ModificationRefused(call.Handle, why));
                break;
            case SessionModification.Output.LoseUsage(var why):
                Advance(call, new InviteUsage.Input.Lost(why));
                break;
            case SessionModification.Output.Ignored ignored when ignored != SessionModification.Output.Ignored.Absorbed:
                turn.Observe(dialog.State.Id.CallId, $"{call.Handle} in {dialog.Session.GetType().Name}: {ignored.Why}");
                break;
        }
    }

    /// <summary>RFC 3261 14.1: the owner of the Call-ID waits 2.1 to 4 s, the other 0 to 2 s, in steps of 10 ms.</summary>
    private TimeSpan GlareDelay(CallSession call) => TimeSpan.FromMilliseconds(
        call.IsCaller ? 2100 + (10 * identifiers.NextBelow(191)) : 10 * identifiers.NextBelow(201));
}
