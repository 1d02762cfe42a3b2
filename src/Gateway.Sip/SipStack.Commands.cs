using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Dialogs;

namespace Gateway.Sip;

/// <summary>What the user asks for, turned into inputs of the machines.</summary>
public sealed partial class SipStack
{
    private void Obey(SipCommand command)
    {
        switch (command)
        {
            case SipCommand.PlaceCall place:
                Place(place);
                break;
            case SipCommand.Ring ring when Called(ring.Call) is { } call:
                Advance(call, new InviteUsage.Input.Ring(Response(call, ring.Status, ring.Content, ring.Headers)));
                break;
            case SipCommand.Answer answer when Called(answer.Call) is { } call:
                Advance(call, new InviteUsage.Input.Answer(Response(call, 200, answer.Content, answer.Headers)));
                break;
            case SipCommand.Reject reject when Called(reject.Call) is { } call:
                Advance(call, new InviteUsage.Input.Reject(
                    Response(call, reject.Status, null, reject.Headers, reject.Phrase) with { Reasons = reject.Reasons }));
                break;
            case SipCommand.Acknowledge acknowledge when Known(acknowledge.Call) is { Usage: InviteUsage.State.Established } call:
                Advance(call, new SessionModification.Input.Acknowledge(acknowledge.Content));
                break;
            case SipCommand.Acknowledge acknowledge when Known(acknowledge.Call) is { } call:
                Advance(call, new InviteUsage.Input.Acknowledge(acknowledge.Content));
                break;
            case SipCommand.Leave leave when Known(leave.Call) is { } call:
                Advance(call, new InviteUsage.Input.Leave([.. leave.Reasons]));
                break;
            case SipCommand.Reinvite reinvite when Known(reinvite.Call) is { } call:
                call.ReinviteHeaders = reinvite.Headers;
                Reinvite(call, reinvite.Offer);
                break;
            case SipCommand.AnswerReoffer answer when Known(answer.Call) is { OfferServer: not null } call:
                AnswerReoffer(call, answer);
                break;
            case SipCommand.AcceptRefer accept when notifiers.TryGetValue(accept.Refer, out var usage):
                AcceptRefer(usage, accept.Status ?? options.ReferAcceptStatus);
                break;
            case SipCommand.RejectRefer reject when notifiers.TryGetValue(reject.Refer, out var usage):
                RejectRefer(usage, reject);
                break;
            case SipCommand.NotifyRefer notify when notifiers.TryGetValue(notify.Refer, out var usage):
                NotifyRefer(usage, notify.Report);
                break;
            case SipCommand.SendRefer refer when Known(refer.Call) is { } call:
                SendRefer(call, refer);
                break;
            default:
                turn.Observe(null, $"{command.GetType().Name} names nothing that is up");
                break;
        }
    }

    private CallSession? Known(CallHandle handle) => calls.GetValueOrDefault(handle);

    /// <summary>The call, when it is one we were called by.</summary>
    private CallSession? Called(CallHandle handle) => Known(handle) is { InviteServer: not null } call ? call : null;

    private void Place(SipCommand.PlaceCall place)
    {
        var call = new CallSession(place.Call, new InviteUsage.State.Calling(place.Offer is not null));
        calls.Add(call.Handle, call);
        var invite = With(
            new SipRequest(SipMethod.Invite, place.Target)
            {
                From = place.From.WithTag(identifiers.NextTag()),
                To = place.To,
                CallId = identifiers.NextCallId(),
                CSeq = new CSeq(1, SipMethod.Invite),
                MaxForwards = 70,
                Contact = ContactOf(place.Flow, place.From.Uri.HasUser ? place.From.Uri.User : null),
                Allow = AllowedMethods,
                Supported = SupportedOptions,
                Lines = place.Headers,
            },
            place.Offer);
        call.InviteClient = transactions.Send(Signed(invite), place.Flow, new RequestUser.Invite(call));
    }

    private void Reinvite(CallSession call, SipContent? offer)
    {
        if (call.Usage is InviteUsage.State.Established)
        {
            Advance(call, new SessionModification.Input.Reinvite(offer));
        }
        else
        {
            // Only one offer may be open; this one waits until the call is established.
            call.EarlyReinvite = new SessionModification.Wanted(offer);
        }
    }

    private void AnswerReoffer(CallSession call, SipCommand.AnswerReoffer answer)
    {
        var request = call.OfferServer!.Request;
        var response = With(
            Signed(request.Respond(answer.Status)) with
            {
                Contact = answer.Status < 300 ? call.Dialog?.Contact : null,
                Reasons = answer.Reasons,
            },
            answer.Content);
        Advance(call, new SessionModification.Input.Answer(response, response.IsSuccess && request.Method == SipMethod.Invite));
    }

    /// <summary>A response to the INVITE of a call, with our tag and, where it makes or confirms the dialog, our Contact.</summary>
    private SipResponse Response(
        CallSession call, int status, SipContent? content = null, IReadOnlyList<SipHeader>? headers = null, string? phrase = null)
    {
        var response = Signed(call.InviteServer!.Request.Respond(status, call.Dialog?.State.Id.LocalTag, phrase));
        if (status < 300)
        {
            response = response with { Contact = call.Dialog?.Contact, Allow = AllowedMethods, Supported = SupportedOptions };
        }

        return With(response with { Lines = headers ?? [] }, content);
    }
}
