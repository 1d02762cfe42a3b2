using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Transactions;

namespace Gateway.Sip;

/// <summary>The INVITE usage: what its machines decide is carried out here.</summary>
public sealed partial class SipStack
{
    private void TakeInviteResponse(CallSession call, SipResponse response)
    {
        Meet(call, response);
        if (response.IsProvisional)
        {
            TakeProvisional(call, response);
        }
        else if (!response.IsSuccess)
        {
            if (!SendsAgainForLonger(call, response))
            {
                Advance(call, new InviteUsage.Input.Failure(response));
            }
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
            var confirmed = ConfirmDialog(call, response);
            FollowTimer(call, response, sentByUs: false);
            Advance(call, new InviteUsage.Input.Success(response, confirmed.Session is SessionModification.State.Opening { OfferIsOurs: false }));
        }
    }

    /// <summary>RFC 3261 12.1.2: a provisional response with a To tag makes an early dialog, one for each fork.</summary>
    private SharedDialog EarlyDialogOf(CallSession call, SipResponse response)
    {
        var invite = call.InviteClient!;
        var state = Dialog.OfCaller(invite.Request, response, invite.Flow);
        if (!dialogs.TryGetValue(state.Id, out var dialog))
        {
            dialog = OpenDialog(call, state);
            call.EarlyDialogs.Add(dialog);
        }
        else if (call.EarlyDialogs.Remove(dialog))
        {
            call.EarlyDialogs.Add(dialog);
        }

        dialog.Learn(response);
        return dialog;
    }

    private SharedDialog OpenDialog(CallSession call, Dialog state)
    {
        var invite = call.InviteClient!.Request;
        var dialog = new SharedDialog(state, invite.Contact!.Detached(), startedByUs: true)
        {
            Call = call,
            Session = new SessionModification.State.Opening(HasSession(invite)),
            Described = call.Offered,
            LeastSeconds = invite.MinSe ?? 0,
        };
        dialogs.Add(state.Id, dialog);
        return dialog;
    }

    /// <summary>RFC 3261 13.2.2.4: the first 2xx confirms its dialog; the other early ones are dropped.</summary>
    private SharedDialog ConfirmDialog(CallSession call, SipResponse response)
    {
        var state = Dialog.OfCaller(call.InviteClient!.Request, response, call.InviteClient.Flow);
        if (dialogs.TryGetValue(state.Id, out var dialog))
        {
            // The route set is made anew from the 2xx; what both said meanwhile still counts.
            dialog.State = state with { LocalSequence = dialog.State.LocalSequence, RemoteSequence = dialog.State.RemoteSequence };
        }
        else
        {
            dialog = OpenDialog(call, state);
        }

        dialog.IsConfirmed = true;
        dialog.Learn(response);
        call.Dialog = dialog;
        foreach (var early in call.EarlyDialogs.Where(early => early != dialog).ToArray())
        {
            DropFork(call, early);
        }

        call.EarlyDialogs.Clear();
        call.EarlyDialogs.TrimExcess();
        return dialog;
    }

    /// <summary>An early dialog that came to nothing; its number is kept, should it be answered all the same.</summary>
    private void DropFork(CallSession call, SharedDialog early)
    {
        Advance(call, early, new SessionModification.Input.UsageEnded());
        call.EarlyDialogs.Remove(early);
        (call.LostForks ??= [])[early.State.Id.RemoteTag] = early.State.LocalSequence;
        early.Call = null;
        ReleaseUnused(early);
    }

    /// <summary>RFC 3261 13.2.2.4: a 2xx of a fork that lost, or of a call that is over, is acknowledged and ended.</summary>
    private void EndFork(CallSession call, SipResponse response)
    {
        turn.Observe(response.CallId, $"2xx of another fork ({response.To.Tag}) acknowledged and ended (RFC 3261 13.2.2.4)");
        var state = Dialog.OfCaller(call.InviteClient!.Request, response, call.InviteClient.Flow);
        state = state with { LocalSequence = Math.Max(state.LocalSequence, call.LostForks?.GetValueOrDefault(state.Id.RemoteTag) ?? 0) };
        var dialog = new SharedDialog(state, call.InviteClient.Request.Contact!, startedByUs: true);
        SendAck(dialog, response.CSeq.Number, null);
        if ((call.EndedForks ??= []).Add(dialog.State.Id.RemoteTag))
        {
            SendInside(dialog, SipMethod.Bye, new RequestUser.Nobody(), bye => bye with { Contact = null });
        }
    }

    private (SipRequest Message, Flow Flow) SendAck(SharedDialog dialog, uint sequence, SipContent? content)
    {
        var flow = WayOf(dialog);
        var request = dialog.State.Request(SipMethod.Ack, sequence, contact: null, SessionOf(dialog.Call), options.Product);
        var ack = transactions.Stamp(Vouched(dialog, content is null ? request : request with { ContentType = content.ContentType, Body = content.Octets }), flow).Request;
        turn.Send(flow, ack);
        return (ack, flow);
    }

    /// <summary>No 2xx to this request can come again, so its ACK will not be wanted again, nor the request itself.</summary>
    private static void Forget(ClientTransaction transaction)
    {
        var call = transaction.User switch
        {
            RequestUser.Invite invite => invite.Call,
            RequestUser.Modify modify => modify.Call,
            _ => null,
        };
        if (call?.LastAck is { } last && last.Message.CSeq.Number == transaction.Request.CSeq.Number)
        {
            call.LastAck = null;
        }

        if (transaction == call?.InviteClient)
        {
            call.InviteClient = null;
        }
        else if (call?.Dialog is { Session: SessionModification.State.Idle, Sent: { } sent } dialog && sent.Transaction == transaction)
        {
            dialog.Sent = null;
        }
    }

    /// <summary>The request cannot come again.</summary>
    private static void Forget(ServerTransaction transaction)
    {
        if (transaction == transaction.Call?.InviteServer)
        {
            transaction.Call.InviteServer = null;
        }
        else if (transaction.Call?.Dialog is { Session: SessionModification.State.Idle } dialog && transaction == dialog.OfferServer)
        {
            dialog.OfferServer = null;
        }
    }

    private void Advance(CallSession call, InviteUsage.Input input)
    {
        var (before, (next, outputs)) = (call.Usage, InviteUsage.Handle(call.Usage, input));
        call.Usage = next;
        CountAnswered(call);
        foreach (var output in outputs)
        {
            Act(call, output);
        }

        if (before is InviteUsage.State.Established || call.Usage is not InviteUsage.State.Established)
        {
            return;
        }

        Advance(call, call.Dialog!, new SessionModification.Input.Opened());
        if (call.EarlyChange is { } wanted)
        {
            call.EarlyChange = null;
            Modify(call, wanted);
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
                call.Dialog.Described = ContentOf(response) ?? call.Dialog.Described;
                call.Answering = new RepeatedAnswer(call.Owner, call.InviteServer!);
                Carry(call, call.Answering, AnswerRetransmission.Begin(response));
                OpenByAnswer(call);
                FollowTimer(call, response, sentByUs: true);
                EndReplaced(call);
                break;
            case InviteUsage.Output.EndAnswer when call.Answering is { } answer:
                Advance(call, answer, new AnswerRetransmission.Input.Finished());
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
                call.Dialog!.Described = content ?? call.Dialog.Described;
                break;
            case InviteUsage.Output.ResendAck when call.LastAck is { } last && last.Message.CSeq.Number == call.InviteClient?.Request.CSeq.Number:
                turn.Send(last.Flow, last.Message);
                break;
            case InviteUsage.Output.SendBye(var reasons):
                SendInside(call.Dialog!, SipMethod.Bye, new RequestUser.Bye(call), bye => bye with { Contact = null, Reasons = reasons });
                break;
            case InviteUsage.Output.IndicateProvisional(var response):
                Indicate(call, response);
                break;
            case InviteUsage.Output.IndicateAnswered(var response, var owed):
                // RFC 3261 13.2.1: once there is an answer, further descriptions mean nothing.
                turn.Indicate(new SipIndication.Answered(
                    call.Handle, response, call.Session is SessionModification.State.Opening ? ContentOf(response) : null, owed));
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
        Advance(call, new ProvisionalResponses.Input.Finished());
        Advance(call, new SessionTimer.Input.UsageEnded());
        foreach (var dialog in call.Dialogs)
        {
            Advance(call, dialog, new SessionModification.Input.UsageEnded());
            if (dialog.Sent is { Transaction: { IsTerminated: false } unanswered })
                transactions.Abandon(unanswered);
        }

        calls.Remove(call.Handle);
        if (call.InviteServer is { } served)
        {
            // It only absorbs what is repeated; the call need not wait for that.
            served.Call = null;
        }

        turn.Indicate(new SipIndication.Ended(call.Handle, end));
        foreach (var dialog in call.Dialogs)
        {
            dialog.Call = null;
            TellReferred(dialog);
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

    private void Advance(CallSession call, RepeatedAnswer answer, AnswerRetransmission.Input input) =>
        Carry(call, answer, AnswerRetransmission.Handle(answer.State, input));

    private void Carry(CallSession call, RepeatedAnswer answer, Transition<AnswerRetransmission.State, AnswerRetransmission.Output> transition)
    {
        answer.State = transition.Next;
        if (answer.State is AnswerRetransmission.State.Done)
        {
            reanswerers.Remove(answer.Owner);
        }

        foreach (var output in transition.Outputs)
        {
            switch (output)
            {
                case AnswerRetransmission.Output.Send(var response):
                    transactions.Respond(answer.Server, response);
                    break;
                case AnswerRetransmission.Output.Start(var timer, var doublings):
                    turn.Start(answer.Owner, timer, SipTimers.Duration(timer, reliable: false, doublings));
                    break;
                case AnswerRetransmission.Output.Stop(var timer):
                    turn.Stop(answer.Owner, timer);
                    break;
                case AnswerRetransmission.Output.Overdue when answer == call.Answering:
                    Advance(call, new InviteUsage.Input.AckOverdue());
                    break;
                case AnswerRetransmission.Output.Overdue:
                    Advance(call, call.Dialog!, new SessionModification.Input.AckOverdue());
                    break;
            }
        }

        if (answer == call.Answering && answer.State is AnswerRetransmission.State.Done)
        {
            call.Answering = null;
        }
    }
}
