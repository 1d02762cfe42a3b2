using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Transactions;

namespace Gateway.Sip;

/// <summary>The INVITE usage: what its machines decide is carried out here.</summary>
public sealed partial class SipStack
{
    private void TakeInviteResponse(CallSession call, SipResponse response)
    {
        if (response.IsProvisional)
        {
            if (response is { Status: > 100, To.Tag: not null })
            {
                OpenEarlyDialog(call, response);
            }

            Advance(call, new InviteUsage.Input.Provisional(response));
        }
        else if (!response.IsSuccess)
        {
            Advance(call, new InviteUsage.Input.Failure(response));
        }
        else if (call.Dialog is { } dialog && dialog.State.Id.RemoteTag == (response.To.Tag ?? ""))
        {
            Advance(call, new InviteUsage.Input.SuccessAgain());
        }
        else if (call.Dialog is not null || call.Usage is InviteUsage.State.Morgue)
        {
            EndFork(call, response);
        }
        else
        {
            ConfirmDialog(call, response);
            Advance(call, new InviteUsage.Input.Success(response));
        }
    }

    private void TakeReinviteResponse(CallSession call, SipResponse response)
    {
        if (call.LastAck is { } last && response.IsSuccess && last.Message.CSeq.Number == response.CSeq.Number)
        {
            // The ACK was lost.
            turn.Send(last.Flow, last.Message);
            return;
        }

        if (call.Dialog is { } dialog)
        {
            dialog.State = dialog.State.After(response);
        }

        if (response.IsFinal)
        {
            Advance(call, response.IsSuccess ? new SessionModification.Input.Success(response)
                : response.Status == 491 ? new SessionModification.Input.Pending(response)
                : new SessionModification.Input.Failure(response));
        }
    }

    /// <summary>RFC 3261 12.1.2: a provisional response with a To tag makes an early dialog, one for each fork.</summary>
    private void OpenEarlyDialog(CallSession call, SipResponse response)
    {
        var state = Dialog.OfCaller(call.InviteClient!.Request, response, call.InviteClient.Flow);
        if (call.Dialog is null && !dialogs.ContainsKey(state.Id))
        {
            var dialog = new SharedDialog(state, call.InviteClient.Request.Contact!, startedByUs: true) { Call = call };
            call.EarlyDialogs.Add(dialog);
            dialogs.Add(state.Id, dialog);
        }
    }

    /// <summary>RFC 3261 13.2.2.4: the first 2xx confirms its dialog; the other early ones are dropped.</summary>
    private void ConfirmDialog(CallSession call, SipResponse response)
    {
        var state = Dialog.OfCaller(call.InviteClient!.Request, response, call.InviteClient.Flow);
        if (dialogs.TryGetValue(state.Id, out var dialog))
        {
            // The route set is made anew from the 2xx; what the peer sent meanwhile still counts.
            dialog.State = state with { RemoteSequence = dialog.State.RemoteSequence };
        }
        else
        {
            dialog = new SharedDialog(state, call.InviteClient.Request.Contact!, startedByUs: true) { Call = call };
            dialogs.Add(state.Id, dialog);
        }

        dialog.IsConfirmed = true;
        call.Dialog = dialog;
        foreach (var early in call.EarlyDialogs.Where(early => early != dialog))
        {
            early.Call = null;
            ReleaseUnused(early);
        }

        call.EarlyDialogs.Clear();
    }

    /// <summary>RFC 3261 13.2.2.4: a 2xx of a fork that lost, or of a call that is over, is acknowledged and ended.</summary>
    private void EndFork(CallSession call, SipResponse response)
    {
        turn.Observe(response.CallId, $"2xx of another fork ({response.To.Tag}) acknowledged and ended (RFC 3261 13.2.2.4)");
        var dialog = new SharedDialog(
            Dialog.OfCaller(call.InviteClient!.Request, response, call.InviteClient.Flow), call.InviteClient.Request.Contact!, startedByUs: true);
        SendAck(dialog, response.CSeq.Number, null);
        if (call.EndedForks.Add(dialog.State.Id.RemoteTag))
        {
            SendInside(dialog, SipMethod.Bye, new RequestUser.Nobody(), bye => bye with { Contact = null });
        }
    }

    private (SipRequest Message, Flow Flow) SendAck(SharedDialog dialog, uint sequence, SipContent? content)
    {
        var flow = WayOf(dialog);
        var ack = transactions.Stamp(Signed(With(dialog.State.Request(SipMethod.Ack, sequence), content)), flow);
        turn.Send(flow, ack);
        return (ack, flow);
    }

    private void Advance(CallSession call, InviteUsage.Input input)
    {
        var (next, outputs) = InviteUsage.Handle(call.Usage, input);
        call.Usage = next;
        CountAnswered(call);
        foreach (var output in outputs)
        {
            Act(call, output);
        }

        if (call is { Usage: InviteUsage.State.Established, EarlyReinvite: { } wanted })
        {
            call.EarlyReinvite = null;
            Advance(call, new SessionModification.Input.Reinvite(wanted.Offer));
        }
    }

    private void Act(CallSession call, InviteUsage.Output output)
    {
        switch (output)
        {
            case InviteUsage.Output.Respond(var response):
                transactions.Respond(call.InviteServer!, response);
                break;
            case InviteUsage.Output.Refuse(var status, var reasons):
                transactions.Respond(call.InviteServer!, Response(call, status) with { Reasons = reasons });
                break;
            case InviteUsage.Output.BeginAnswer(var response):
                call.Dialog!.IsConfirmed = true;
                BeginAnswer(call, call.InviteServer!, response);
                EndReplaced(call);
                break;
            case InviteUsage.Output.EndAnswer:
                Advance(call, new AnswerRetransmission.Input.Finished());
                break;
            case InviteUsage.Output.SendCancel(var reasons):
                transactions.Cancel(call.InviteClient!, reasons, new RequestUser.Nobody());
                turn.Start(call.Owner, SipTimer.CancelTimeout, SipTimers.Duration(SipTimer.CancelTimeout, reliable: false));
                break;
            case InviteUsage.Output.StopCancelTimeout:
                turn.Stop(call.Owner, SipTimer.CancelTimeout);
                break;
            case InviteUsage.Output.SendAck(var content):
                call.LastAck = SendAck(call.Dialog!, call.InviteClient!.Request.CSeq.Number, content);
                break;
            case InviteUsage.Output.ResendAck when call.LastAck is { } last && last.Message.CSeq.Number == call.InviteClient?.Request.CSeq.Number:
                turn.Send(last.Flow, last.Message);
                break;
            case InviteUsage.Output.SendBye(var reasons):
                SendInside(call.Dialog!, SipMethod.Bye, new RequestUser.Bye(call), bye => bye with { Contact = null, Reasons = reasons });
                break;
            case InviteUsage.Output.IndicateProvisional(var response):
                turn.Indicate(new SipIndication.Provisional(call.Handle, response, ContentOf(response)));
                break;
            case InviteUsage.Output.IndicateAnswered(var response, var owed):
                turn.Indicate(new SipIndication.Answered(call.Handle, response, ContentOf(response), owed));
                break;
            case InviteUsage.Output.IndicateAck(var ack):
                turn.Indicate(new SipIndication.AckReceived(call.Handle, ack, ContentOf(ack)));
                break;
            case InviteUsage.Output.IndicateEnded(var end):
                EndUsage(call, end);
                break;
            case InviteUsage.Output.Ignored ignored when ignored != InviteUsage.Output.Ignored.Absorbed:
                turn.Observe(call.Dialog?.State.Id.CallId, $"{call.Handle} in {call.Usage.GetType().Name}: {ignored.Why}");
                break;
        }
    }

    /// <summary>The INVITE usage is over. Its dialogs live on only for other usages (RFC 5057 4.1), and are remembered for Replaces.</summary>
    private void EndUsage(CallSession call, CallEnd end)
    {
        Advance(call, new SessionModification.Input.UsageEnded());
        if (call.ReinviteClient is { IsTerminated: false } unanswered)
            transactions.Abandon(unanswered);
        calls.Remove(call.Handle);
        turn.Indicate(new SipIndication.Ended(call.Handle, end));
        foreach (var dialog in call.Dialog is { } only ? [only] : call.EarlyDialogs)
        {
            dialog.Call = null;
            ReleaseUnused(dialog);
            if (tombstones.Add(dialog.State.Id))
            {
                var owner = turn.NewOwner();
                tombstoneOwners.Add(owner, dialog.State.Id);
                turn.Start(owner, SipTimer.Tombstone, SipTimers.Duration(SipTimer.Tombstone, reliable: false));
            }
        }
    }

    /// <summary>RFC 3891 3: the new call is accepted, so the one it replaces is ended, by BYE or, while early, by CANCEL.</summary>
    private void EndReplaced(CallSession call)
    {
        if (call.Replaces is { } handle && Known(handle) is { } replaced)
        {
            Advance(replaced, new InviteUsage.Input.Leave([]));
        }
    }

    private void BeginAnswer(CallSession call, ServerTransaction transaction, SipResponse response)
    {
        call.AnswerServer = transaction;
        Carry(call, AnswerRetransmission.Begin(response));
    }

    private void Advance(CallSession call, AnswerRetransmission.Input input) =>
        Carry(call, AnswerRetransmission.Handle(call.Answering, input));

    private void Carry(CallSession call, Transition<AnswerRetransmission.State, AnswerRetransmission.Output> transition)
    {
        call.Answering = transition.Next;
        foreach (var output in transition.Outputs)
        {
            switch (output)
            {
                case AnswerRetransmission.Output.Send(var answer):
                    transactions.Respond(call.AnswerServer!, answer);
                    break;
                case AnswerRetransmission.Output.Start(var timer, var doublings):
                    turn.Start(call.Owner, timer, SipTimers.Duration(timer, reliable: false, doublings));
                    break;
                case AnswerRetransmission.Output.Stop(var timer):
                    turn.Stop(call.Owner, timer);
                    break;
                case AnswerRetransmission.Output.Overdue when call.AnswerServer == call.InviteServer:
                    Advance(call, new InviteUsage.Input.AckOverdue());
                    break;
                case AnswerRetransmission.Output.Overdue:
                    Advance(call, new SessionModification.Input.AckOverdue());
                    break;
            }
        }
    }

    private void Advance(CallSession call, SessionModification.Input input, ServerTransaction? transaction = null)
    {
        var (next, outputs) = SessionModification.Handle(call.Session, input);
        call.Session = next;
        foreach (var output in outputs)
        {
            Act(call, output, transaction);
        }
    }

    /// <param name="transaction">That of the peer's request which is being handled, if one is.</param>
    private void Act(CallSession call, SessionModification.Output output, ServerTransaction? transaction)
    {
        switch (output)
        {
            case SessionModification.Output.SendReinvite(var offer):
                call.ReinviteClient = SendInside(call.Dialog!, SipMethod.Invite, new RequestUser.Reinvite(call), invite =>
                    With(invite with { Allow = AllowedMethods, Supported = SupportedOptions, Lines = call.ReinviteHeaders }, offer));
                break;
            case SessionModification.Output.SendAck(var content):
                call.LastAck = SendAck(call.Dialog!, call.ReinviteClient!.Request.CSeq.Number, content);
                break;
            case SessionModification.Output.Respond(var response):
                transactions.Respond(call.OfferServer!, response);
                break;
            case SessionModification.Output.BeginAnswer(var response):
                BeginAnswer(call, call.OfferServer!, response);
                break;
            case SessionModification.Output.EndAnswer:
                Advance(call, new AnswerRetransmission.Input.Finished());
                break;
            case SessionModification.Output.Refuse(_, 500):
                Respond(transaction!, 500, response => response with { RetryAfter = identifiers.NextBelow(11) });
                break;
            case SessionModification.Output.Refuse(_, var status):
                Respond(transaction!, status);
                break;
            case SessionModification.Output.RefusePending:
                Respond(call.OfferServer!, 487);
                break;
            case SessionModification.Output.StartGlare:
                turn.Start(call.Owner, SipTimer.Glare, GlareDelay(call));
                break;
            case SessionModification.Output.StopGlare:
                turn.Stop(call.Owner, SipTimer.Glare);
                break;
            case SessionModification.Output.IndicateOffer(var request):
                call.OfferServer = transaction;
                turn.Indicate(new SipIndication.ReofferReceived(call.Handle, request, ContentOf(request)));
                break;
            case SessionModification.Output.IndicateAck(var ack):
                turn.Indicate(new SipIndication.AckReceived(call.Handle, ack, ContentOf(ack)));
                break;
            case SessionModification.Output.IndicateModified(var response, var owed):
                turn.Indicate(new SipIndication.Modified(call.Handle, response, ContentOf(response), owed));
                break;
            case SessionModification.Output.IndicateRefused(var why):
                turn.Indicate(new SipIndication.ModificationRefused(call.Handle, why));
                break;
            case SessionModification.Output.LoseUsage(var why):
                Advance(call, new InviteUsage.Input.Lost(why));
                break;
            case SessionModification.Output.Ignored ignored when ignored != SessionModification.Output.Ignored.Absorbed:
                turn.Observe(call.Dialog?.State.Id.CallId, $"{call.Handle} in {call.Session.GetType().Name}: {ignored.Why}");
                break;
        }
    }

    /// <summary>RFC 3261 14.1: the owner of the Call-ID waits 2.1 to 4 s, the other 0 to 2 s, in steps of 10 ms.</summary>
    private TimeSpan GlareDelay(CallSession call) => TimeSpan.FromMilliseconds(
        call.IsCaller ? 2100 + (10 * identifiers.NextBelow(191)) : 10 * identifiers.NextBelow(201));
}
