using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Transactions;

namespace Gateway.Sip;

/// <summary>Requests of the peer: RFC 3261 (2002) 8.2 and 12.2.2.</summary>
public sealed partial class SipStack
{
    private static readonly string[] KnownMethods = ["REGISTER", "PRACK", "MESSAGE", "PUBLISH"];

    private TokenList AllowedMethods => field ??= new(
    [
        "INVITE", "ACK", "CANCEL", "BYE", "OPTIONS", "INFO", "UPDATE", "REFER", "NOTIFY", "SUBSCRIBE",
        .. options.Reliability == ProvisionalReliability.Never ? (string[])[] : ["PRACK"],
    ]);

    private TokenList SupportedOptions => field ??= new(
    [
        "replaces", "tdialog", "explicitsub", "from-change", SessionInterval.OptionTag,
        .. options.Reliability == ProvisionalReliability.Never ? (string[])[] : [ProvisionalResponses.OptionTag],
        .. options.ReferWithoutSubscription ? (string[])["norefersub", "nosub"] : [],
    ]);

    private void Serve(ServerTransaction transaction)
    {
        var request = transaction.Request;
        if (request.Method == SipMethod.Cancel)
        {
            ServeCancel(transaction);
            return;
        }

        if (request.Method == SipMethod.Register && RegistrarAt(transaction.Source) is { } registrar)
        {
            ServeRegister(transaction, registrar);
            return;
        }

        if (!AllowedMethods.Contains(request.Method.Name, StringComparer.Ordinal))
        {
            // RFC 3261 21.4.6, 21.5.2: known but not served here, or not known at all.
            var status = KnownMethods.Contains(request.Method.Name, StringComparer.Ordinal) ? 405 : 501;
            Respond(transaction, status, response => response with { Allow = AllowedMethods });
            return;
        }

        if (transactions.IsMerged(transaction))
        {
            Respond(transaction, 482);
            return;
        }

        if (request.Has(HeaderName.Require) && request.Require.Except(SupportedOptions, StringComparer.OrdinalIgnoreCase).ToArray() is { Length: > 0 } unsupported)
        {
            Respond(transaction, 420, response => response with { Unsupported = unsupported });
            return;
        }

        if (request.Method != SipMethod.Invite && request.Has(HeaderName.Replaces))
        {
            // RFC 3891 3: only an INVITE replaces.
            Respond(transaction, 400, phrase: "Replaces Outside INVITE");
            return;
        }

        if (request.Method.Name is "INVITE" or "UPDATE" && BodyAcceptance.Refusal(request) is { } refusal)
        {
            Respond(transaction, refusal, BodyAcceptance.Explain);
        }
        else if (request.To.Tag is null)
        {
            ServeOutside(transaction);
        }
        else if (!dialogs.TryGetValue(DialogId.OfRequest(request), out var dialog) && !OpenedByNotify(transaction, out dialog))
        {
            Respond(transaction, 481);
        }
        else if (!dialog.State.Follows(request))
        {
            turn.Observe(request.CallId, $"{request.CSeq} behind {dialog.State.RemoteSequence} (RFC 3261 12.2.2)");
            Respond(transaction, 500);
        }
        else
        {
            dialog.State = dialog.State.After(request);
            ServeInside(transaction, dialog);
        }
    }

    private void ServeOutside(ServerTransaction transaction)
    {
        if (transaction.Request.Uri.Scheme == UriScheme.Other)
        {
            // RFC 3261 8.2.2.1.
            Respond(transaction, 416);
            return;
        }

        switch (transaction.Request.Method.Name)
        {
            case "INVITE":
                ServeInvite(transaction);
                break;
            case "OPTIONS":
                ServeOptions(transaction);
                break;
            case "REFER":
                ServeRefer(transaction, null);
                break;
            case "SUBSCRIBE":
                ServeSubscribeOutside(transaction);
                break;
            case "NOTIFY" when !IsRefer(transaction.Request):
                RefuseEvent(transaction);
                break;
            default:
                Respond(transaction, 481);
                break;
        }
    }

    private void ServeInside(ServerTransaction transaction, SharedDialog dialog)
    {
        transaction.Call = dialog.Call;
        Meet(dialog.Call, transaction.Request);
        switch (transaction.Request.Method.Name)
        {
            case "INVITE" or "UPDATE" when dialog.Call is { } call:
                ServeReoffer(transaction, dialog, call);
                break;
            case "PRACK" when dialog.Call is { IsCaller: false } call:
                ServePrack(transaction, call);
                break;
            case "BYE" when dialog.Call is { } call:
                Respond(transaction, 200);
                Advance(call, new InviteUsage.Input.ByeReceived(transaction.Request));
                break;
            case "INFO" when dialog.Call is not null:
                // RFC 6086 4.2.2: no package is offered, so only the legacy usage is left, and it carries nothing we need.
                Respond(transaction, transaction.Request["Info-Package"] is null ? 200 : 469);
                break;
            case "OPTIONS":
                ServeOptions(transaction);
                break;
            case "REFER":
                ServeRefer(transaction, dialog);
                break;
            case "NOTIFY":
                ServeNotify(transaction, dialog);
                break;
            case "SUBSCRIBE":
                ServeSubscribe(transaction, dialog);
                break;
            default:
                // A request of an INVITE usage that is over (RFC 5057 5.1).
                Respond(transaction, 481);
                break;
        }
    }

    private void ServeInvite(ServerTransaction transaction)
    {
        var invite = transaction.Request;
        if (invite.Contacts is not [{ IsWildcard: false }])
        {
            Respond(transaction, 400, phrase: "Exactly One Contact Needed");
        }
        else if (options.Reliability == ProvisionalReliability.Required && !invite.Supports(ProvisionalResponses.OptionTag))
        {
            Respond(transaction, 421, response => response with { Require = [ProvisionalResponses.OptionTag] });
        }
        else if (SessionInterval.TooSmall(invite, options.SessionTimer) is { } least)
        {
            Respond(transaction, 422, response => response with { MinSe = least });
        }
        else if (!ReplacesIsAcceptable(invite, out var status, out var replaced))
        {
            Respond(transaction, status);
        }
        else
        {
            var contact = ContactFor(transaction.Flow, invite);
            var dialog = new SharedDialog(Dialog.OfCallee(invite, identifiers.NextTag(), transaction.Flow), contact, startedByUs: false)
            {
                Session = new SessionModification.State.Opening(OfferIsOurs: false),
            };
            dialog.Learn(invite);
            var call = new CallSession(NewCall(), new InviteUsage.State.Offered())
            {
                InviteServer = transaction,
                Dialog = dialog,
                Replaces = replaced,
                HalfOpen = admission?.Opened(transaction.Source),
                Provisionals = ProvisionalResponses.Begin(),
            };
            transaction.Call = call;
            Meet(call, invite);
            dialog.Call = call;
            dialogs.Add(dialog.State.Id, dialog);
            calls.Add(call.Handle, call);
            turn.Indicate(new SipIndication.IncomingCall(call.Handle, transaction.Source, invite, ContentOf(invite), replaced));
        }
    }

    /// <summary>RFC 3891 3: whether the dialog named by Replaces may be replaced, and the status if not.</summary>
    private bool ReplacesIsAcceptable(SipRequest invite, out int status, out CallHandle? replaced)
    {
        replaced = null;
        status = 400;
        if (!invite.Has(HeaderName.Replaces))
        {
            return true;
        }

        if (invite.Count(HeaderName.Replaces) > 1 || invite.Has(HeaderName.Join) || invite.Replaces is not { } replaces)
        {
            return false;
        }

        var dialog = FindDialog(replaces);
        status = dialog?.Call is not { } call ? (IsTombstone(replaces) ? 603 : 481)
            : call.Usage is InviteUsage.State.Mortal ? 603
            : dialog.IsConfirmed && replaces.EarlyOnly ? 486
            : !dialog.IsConfirmed && !dialog.StartedByUs && !options.ReplaceForeignEarly ? 481
            : 0;
        replaced = dialog?.Call?.Handle;
        return status == 0;
    }

    private void ServeCancel(ServerTransaction transaction)
    {
        if (transactions.Cancelled(transaction.Request) is not { } invite)
        {
            Respond(transaction, 481);
            return;
        }

        // RFC 3261 9.2: the To tag of the answer to CANCEL is that of the answer to INVITE.
        transactions.Respond(transaction, Signed(transaction.Request.Respond(200, invite.Call?.Dialog?.State.Id.LocalTag), invite.Call));
        if (invite.Call is not { } call)
        {
            return;
        }

        if (invite == call.InviteServer)
        {
            Advance(call, new InviteUsage.Input.CancelReceived(transaction.Request));
        }
        else if (call.Dialogs.FirstOrDefault(dialog => dialog.OfferServer == invite) is { } dialog)
        {
            Advance(call, dialog, new SessionModification.Input.Withdrawn());
        }
    }

    private void ServeOptions(ServerTransaction transaction) => Respond(transaction, 200, response => response with
    {
        Allow = AllowedMethods,
        Accept = [SipContent.SdpType],
        Supported = SupportedOptions,
        AllowEvents = ["refer"],
    });

    private void TakeAck(SipRequest ack)
    {
        if (!dialogs.TryGetValue(DialogId.OfRequest(ack), out var dialog) || dialog.Call is not { } call)
        {
            turn.Observe(ack.CallId, "ACK outside any call dropped");
        }
        else if (call.InviteServer?.Request.CSeq.Number == ack.CSeq.Number)
        {
            Advance(call, new InviteUsage.Input.AckReceived(ack));
        }
        else if (call.Reanswering?.Server.Request.CSeq.Number == ack.CSeq.Number)
        {
            Advance(call, dialog, new SessionModification.Input.AckReceived(ack));
        }
        else
        {
            turn.Observe(ack.CallId, $"ACK {ack.CSeq.Number} acknowledges nothing (RFC 3261 13.3.1.4)");
        }
    }

    /// <summary>Answers with a status of the stack's own.</summary>
    private void Respond(ServerTransaction transaction, int status, Func<SipResponse, SipResponse>? complete = null, string? phrase = null)
    {
        var response = Signed(transaction.Request.Respond(status, identifiers.NextTag(), phrase), transaction.Call);
        transactions.Respond(transaction, complete is null ? response : complete(response));
    }
}
