using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Security;
using Gateway.Sip.Transactions;

namespace Gateway.Sip;

/// <summary>Who may ask, and how we answer whom we ask: RFC 3261 22 and 26.</summary>
public sealed partial class SipStack
{
    /// <summary>Looks at a request before a transaction is made of it; what is not admitted is answered here, or dropped.</summary>
    private bool Admits(Flow flow, SipRequest request)
    {
        // What repeats, acknowledges or cancels something that is served was admitted with it.
        if (admission is null || transactions.IsServing(request)
            || (request.Method == SipMethod.Cancel && transactions.Cancelled(request) is not null))
        {
            return true;
        }

        var dialog = dialogs.GetValueOrDefault(DialogId.OfRequest(request));
        switch (admission.Judge(flow, request, dialog?.State.Flow, transactions.Serving, now))
        {
            case Admission.Verdict.Answer(var response, var why, var isLockout):
                var vias = TransactionLayer.Complete(flow, request).Vias;
                turn.Send(TransactionLayer.ReplyFlow(flow, vias[0]), Signed(response with { Vias = vias }));
                Tell(flow, request, why is null ? null : $"{request.Method} answered {response.Status}: {why}", isLockout ? "lockout" : "admission");
                return false;
            case Admission.Verdict.Silence(var why):
                Tell(flow, request, why, "admission");
                return false;
            default:
                return true;
        }
    }

    private void Tell(Flow flow, SipRequest request, string? line, string reason)
    {
        if (line is not null)
        {
            turn.Observe(request.CallId, $"{flow}: {line}", reason);
        }
    }

    private void Shed(bool isNeeded)
    {
        if (admission is not null)
        {
            admission.Shedding = isNeeded;
        }
    }

    private void CountAnswered(CallSession call)
    {
        if (call is { HalfOpen: { } source, Usage: not InviteUsage.State.Offered })
        {
            call.HalfOpen = null;
            admission?.Closed(source);
        }
    }

    /// <summary>Sends a request, with what is known already of who will challenge it.</summary>
    private ClientTransaction Send(SipRequest request, Flow flow, RequestUser user) => transactions.Send(credentials.Prepare(request, flow), flow, user);

    /// <summary>
    /// RFC 3261 22.2, 22.3: a challenged request goes again, with credentials, the same Call-ID and the next CSeq; its user hears of it only
    /// when that is of no use.
    /// </summary>
    private bool IsSentAgain(ClientTransaction refused, SipResponse response)
    {
        if (response.Status is not (401 or 407) || refused.Request.Method == SipMethod.Cancel
            || refused.User is RequestUser.Invite { Call.Usage: not (InviteUsage.State.Calling or InviteUsage.State.Ringing) }
            || credentials.Take(response, refused.Flow, refused.Answered) is not { } answered)
        {
            return false;
        }

        if (refused.User is RequestUser.Invite(var call))
        {
            SendAgain(call, refused.Request);
            call.InviteClient!.Answered = answered;
            return true;
        }

        var request = refused.Request;
        var number = request.CSeq.Number + 1;
        if (dialogs.TryGetValue(new DialogId(request.CallId, request.From.Tag ?? "", request.To.Tag ?? ""), out var dialog))
        {
            number = dialog.State.LocalSequence + 1;
            dialog.State = dialog.State with { LocalSequence = number };
        }

        var again = Send(request with { CSeq = new CSeq(number, request.Method) }, refused.Flow, refused.User);
        again.Answered = answered;
        switch (refused.User)
        {
            case RequestUser.Modify(_, { Sent: { } sent } changed) when sent.Transaction == refused:
                changed.Sent = sent with { Transaction = again };
                break;
            case RequestUser.Refer(var usage):
                // RFC 3515 2.4.6: the id of its events is the CSeq of the REFER that was taken.
                usage.Sequence = number;
                break;
            case RequestUser.Register(var registration):
                registration.Sequence = number;
                break;
        }

        return true;
    }

    /// <summary>RFC 3261 13.2.2.4: an ACK bears the credentials of the INVITE it acknowledges.</summary>
    private static SipRequest Vouched(SharedDialog dialog, SipRequest ack)
    {
        var invite = Asked(dialog.Sent?.Transaction) ?? Asked(dialog.Call?.InviteClient);
        return invite is null || (!invite.Has(HeaderName.Authorization) && !invite.Has(HeaderName.ProxyAuthorization))
            ? ack
            : (SipRequest)ack.CopyLines(invite, HeaderName.Authorization, HeaderName.ProxyAuthorization);

        SipRequest? Asked(ClientTransaction? one) => one?.Request is { } request && request.CSeq.Number == ack.CSeq.Number ? request : null;
    }
}
