using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Transactions;

namespace Gateway.Sip;

/// <summary>Provisional responses, reliable and not, in both roles: RFC 3262.</summary>
public sealed partial class SipStack
{
    private static bool HasSession(SipMessage message) => ContentOf(message) is { IsSdp: true };

    /// <summary>Whether our 1xx with a session description goes out reliably, so that it may bring an offer: RFC 3262 5.</summary>
    public bool RingsReliably(CallHandle handle) => options.Reliability != ProvisionalReliability.Never
        && calls.GetValueOrDefault(handle)?.InviteServer?.Request.Supports(ProvisionalResponses.OptionTag) == true;

    /// <summary>A 1xx to our INVITE.</summary>
    private void TakeProvisional(CallSession call, SipResponse response)
    {
        if (response is not { Status: > 100, To.Tag: not null })
        {
            Advance(call, new InviteUsage.Input.Provisional(response));
            return;
        }

        var dialog = EarlyDialogOf(call, response);
        if (response.RSeq is not null && response.Requires(ProvisionalResponses.OptionTag))
        {
            var offer = dialog.Session is SessionModification.State.Opening { OfferIsOurs: false } && HasSession(response);
            Advance(call, dialog, new ProvisionalAcknowledgement.Input.Received(response, offer));
        }
        else
        {
            Advance(call, new InviteUsage.Input.Provisional(response));
        }

        if (response.Status == 199 && call.EarlyDialogs.Contains(dialog))
        {
            // RFC 6228 4: this fork has failed, the others go on.
            DropFork(call, dialog);
        }
    }

    /// <summary>Tells of a 1xx. What it describes counts as the answer of our offer, or, when it came reliably, as an offer.</summary>
    private void Indicate(CallSession call, SipResponse response)
    {
        var dialog = response.To.Tag is null ? null : call.Current;
        var owed = dialog?.Acknowledging is ProvisionalAcknowledgement.State.AnswerOwed(var owing) && ReferenceEquals(owing, response);
        var counts = owed || dialog?.Session is SessionModification.State.Opening { OfferIsOurs: true };
        turn.Indicate(new SipIndication.Provisional(call.Handle, response, counts ? ContentOf(response) : null, owed));
    }

    private void Advance(CallSession call, SharedDialog dialog, ProvisionalAcknowledgement.Input input)
    {
        var (next, outputs) = ProvisionalAcknowledgement.Handle(dialog.Acknowledging, input);
        dialog.Acknowledging = next;
        foreach (var output in outputs)
        {
            switch (output)
            {
                case ProvisionalAcknowledgement.Output.SendPrack(var response, var answer):
                    SendInside(dialog, SipMethod.Prack, new RequestUser.Nobody(), prack =>
                        prack with { Contact = null, RAck = ((uint)response.RSeq!, response.CSeq), ContentType = answer?.ContentType, Body = answer?.Octets ?? default });
                    dialog.Described = answer ?? dialog.Described;
                    if (answer is not null)
                        Advance(call, dialog, new SessionModification.Input.Opened());
                    break;
                case ProvisionalAcknowledgement.Output.Pass(var response, var owed):
                    Advance(call, new InviteUsage.Input.Provisional(response));
                    if (!owed && HasSession(response))
                        Advance(call, dialog, new SessionModification.Input.Opened());
                    break;
                case ProvisionalAcknowledgement.Output.Ignored ignored:
                    turn.Observe(dialog.State.Id.CallId, $"{call.Handle}: reliable provisional response {ignored.Why} (RFC 3262 4)");
                    break;
            }
        }
    }

    private void Ring(CallSession call, SipCommand.Ring ring)
    {
        var invite = call.InviteServer!.Request;
        // What was answered or offered reliably is not described again (RFC 6337 3.1).
        var content = call.Session is SessionModification.State.Opening { OfferIsOurs: false } ? ring.Content : null;
        var reliably = ring.Status > 100 && options.Reliability != ProvisionalReliability.Never
            && invite.Supports(ProvisionalResponses.OptionTag)
            && (invite.Requires(ProvisionalResponses.OptionTag) || options.Reliability == ProvisionalReliability.Required || content is { IsSdp: true });
        if (reliably && content is null && !HasSession(invite) && call.Session is SessionModification.State.Opening { OfferIsOurs: false })
        {
            turn.Observe(invite.CallId, $"{ring.Status} not sent: the first reliable response needs an offer (RFC 3262 5)");
            return;
        }

        if (reliably && ProvisionalResponses.IsUnnumbered(call.Provisionals))
        {
            call.Provisionals = ProvisionalResponses.Numbered(call.Provisionals, 1 + identifiers.NextBelow(int.MaxValue));
        }

        // Without reliability an offer may stand in the 2xx alone (RFC 3261 13.2.1).
        content = reliably || HasSession(invite) ? content : null;
        Advance(call, new ProvisionalResponses.Input.Say(Response(call, ring.Status, content, ring.Headers), reliably));
    }

    private void Answer(CallSession call, SipCommand.Answer answer)
    {
        var content = call.Session is SessionModification.State.Opening { OfferIsOurs: false } ? answer.Content : null;
        var response = SayTimer(call, call.InviteServer!.Request, Response(call, 200, content, answer.Headers));
        Advance(call, new ProvisionalResponses.Input.Answer(response));
    }

    private void ServePrack(ServerTransaction transaction, CallSession call)
    {
        transaction.Call = call;
        Advance(call, new ProvisionalResponses.Input.PrackReceived(transaction.Request), transaction);
    }

    private void Advance(CallSession call, ProvisionalResponses.Input input, ServerTransaction? prack = null)
    {
        var (next, outputs) = ProvisionalResponses.Handle(call.Provisionals, input);
        call.Provisionals = next;
        foreach (var output in outputs)
        {
            Act(call, output, prack);
        }
    }

    private void Act(CallSession call, ProvisionalResponses.Output output, ServerTransaction? prack)
    {
        switch (output)
        {
            case ProvisionalResponses.Output.Send(var response):
                transactions.Respond(call.InviteServer!, response);
                OpenBy(call, response);
                break;
            case ProvisionalResponses.Output.Start(var timer, var doublings, var reliably):
                turn.Start(call.Owner, timer, SipTimers.Duration(timer, reliably, doublings));
                break;
            case ProvisionalResponses.Output.Stop(var timer):
                turn.Stop(call.Owner, timer);
                break;
            case ProvisionalResponses.Output.Acknowledged:
                TakePrack(call, prack!);
                break;
            case ProvisionalResponses.Output.Refuse:
                Respond(prack!, 481);
                break;
            case ProvisionalResponses.Output.Answer(var response):
                Advance(call, new InviteUsage.Input.Answer(response));
                break;
            case ProvisionalResponses.Output.Overdue:
                Advance(call, new InviteUsage.Input.PrackOverdue());
                break;
            case ProvisionalResponses.Output.Ignored ignored when ignored != ProvisionalResponses.Output.Ignored.Stale:
                turn.Observe(call.Dialog?.State.Id.CallId, $"{call.Handle} in {call.Provisionals.GetType().Name}: {ignored.Why}");
                break;
        }
    }

    /// <summary>RFC 3262 5: a reliable response of ours that describes the session answers the offer of the INVITE, or is the offer.</summary>
    private void OpenBy(CallSession call, SipResponse response)
    {
        if (response.RSeq is null || !HasSession(response) || call.Session is not SessionModification.State.Opening { OfferIsOurs: false })
        {
            return;
        }

        call.Dialog!.Described = ContentOf(response);
        Advance(call, call.Dialog, HasSession(call.InviteServer!.Request)
            ? new SessionModification.Input.Opened()
            : new SessionModification.Input.Opening(OfferIsOurs: true));
    }

    /// <summary>RFC 5407 3.1.4, 3.1.5: our 2xx completes the exchange that the INVITE began, or its offer waits for the ACK.</summary>
    private void OpenByAnswer(CallSession call)
    {
        if (call.Session is SessionModification.State.Opening { OfferIsOurs: false })
        {
            Advance(call, call.Dialog!, HasSession(call.InviteServer!.Request)
                ? new SessionModification.Input.Opened()
                : new SessionModification.Input.Opening(OfferIsOurs: true));
        }
    }

    /// <summary>The PRACK of what we sent: plain, with the answer to our offer, or with an offer of its own (RFC 3262 5).</summary>
    private void TakePrack(CallSession call, ServerTransaction prack)
    {
        var dialog = call.Dialog!;
        if (!HasSession(prack.Request))
        {
            Respond(prack, 200);
        }
        else if (call.Session is SessionModification.State.Opening { OfferIsOurs: true })
        {
            Respond(prack, 200);
            Advance(call, dialog, new SessionModification.Input.Opened());
            turn.Indicate(new SipIndication.AckReceived(call.Handle, prack.Request, ContentOf(prack.Request)));
        }
        else
        {
            Advance(call, dialog, new SessionModification.Input.OfferReceived(prack.Request), prack);
        }
    }
}
