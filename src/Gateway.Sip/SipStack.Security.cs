using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Security;
using Gateway.Sip.Transactions;

namespace Gateway.Sip;

/// <summary>Who may ask: RFC 3261 22 and 26.</summary>
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
            case Admission.Verdict.Answer(var response, var why):
                var vias = TransactionLayer.Complete(flow, request).Vias;
                turn.Send(TransactionLayer.ReplyFlow(flow, vias[0]), Signed(response with { Vias = vias }));
                Tell(flow, request, why is null ? null : $"{request.Method} answered {response.Status}: {why}");
                return false;
            case Admission.Verdict.Silence(var why):
                Tell(flow, request, why);
                return false;
            default:
                return true;
        }
    }

    private void Tell(Flow flow, SipRequest request, string? line)
    {
        if (line is not null)
        {
            turn.Observe(request.CallId, $"{flow}: {line}");
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
}
