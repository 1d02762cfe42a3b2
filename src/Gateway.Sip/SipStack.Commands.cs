using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Registration;

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
            case SipCommand.Probe probe:
                Probe(probe);
                break;
            case SipCommand.Ring ring when Called(ring.Call) is { } call:
                Ring(call, ring);
                break;
            case SipCommand.Answer answer when Called(answer.Call) is { } call:
                Answer(call, answer);
                break;
            case SipCommand.Reject reject when Called(reject.Call) is { } call:
                Advance(call, new InviteUsage.Input.Reject(
                    Response(call, reject.Status, null, reject.Headers, reject.Phrase) with { Reasons = reject.Reasons }));
                break;
            case SipCommand.Acknowledge acknowledge when Known(acknowledge.Call) is { Usage: InviteUsage.State.Established } call:
                Advance(call, call.Dialog!, new SessionModification.Input.Acknowledge(acknowledge.Content));
                break;
            case SipCommand.Acknowledge acknowledge when Known(acknowledge.Call) is { Usage: InviteUsage.State.Ringing } call
                && call.EarlyDialogs.Find(early => early.Acknowledging is ProvisionalAcknowledgement.State.AnswerOwed) is { } early:
                Advance(call, early, new ProvisionalAcknowledgement.Input.Answer(acknowledge.Content));
                break;
            case SipCommand.Acknowledge acknowledge when Known(acknowledge.Call) is { } call:
                Advance(call, new InviteUsage.Input.Acknowledge(acknowledge.Content));
                break;
            case SipCommand.Leave leave when Known(leave.Call) is { } call:
                Leave(call, [.. leave.Reasons]);
                break;
            case SipCommand.Reinvite reinvite when Known(reinvite.Call) is { } call:
                Modify(call, new SessionModification.Wanted(reinvite.Offer) { Headers = reinvite.Headers, From = reinvite.From });
                break;
            case SipCommand.Introduce introduce when Known(introduce.Call) is { } call:
                call.LocalSession = introduce.SessionId;
                break;
            case SipCommand.Update update when Known(update.Call) is { } call:
                Modify(call, new SessionModification.Wanted(update.Offer, Update: true) { Headers = update.Headers, From = update.From });
                break;
            case SipCommand.AnswerReoffer answer when Known(answer.Call) is { } call
                && call.Dialogs.FirstOrDefault(dialog => dialog.Session is SessionModification.State.Offered) is { } dialog:
                AnswerReoffer(call, dialog, answer);
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
            case SipCommand.Register register:
                Register(register);
                break;
            case SipCommand.MoveRegistration move when registrations.TryGetValue(move.Registration, out var moved):
                Move(moved, move.Flow);
                break;
            case SipCommand.Unregister unregister when registrations.TryGetValue(unregister.Registration, out var usage):
                Advance(usage, new RegistrationClient.Input.Leave());
                break;
            default:
                turn.Observe(null, $"{command.GetType().Name} names nothing that is up");
                break;
        }
    }

    private CallSession? Known(CallHandle handle) => calls.GetValueOrDefault(handle);

    /// <summary>The call, when it is one we were called by.</summary>
    private CallSession? Called(CallHandle handle) => Known(handle) is { IsCaller: false } call ? call : null;

    private void Place(SipCommand.PlaceCall place)
    {
        var call = new CallSession(place.Call, new InviteUsage.State.Calling()) { IsCaller = true, LocalSession = place.SessionId, Offered = place.Offer };
        calls.Add(call.Handle, call);
        var invite = new SipRequest(SipMethod.Invite, place.Target)
        {
            From = place.From.WithTag(identifiers.NextTag()),
            To = place.To,
            CallId = place.CallId ?? identifiers.NextCallId(),
            CSeq = new CSeq(1, SipMethod.Invite),
            MaxForwards = place.MaxForwards,
            Contact = ContactOf(place.Flow, place.From.Uri.HasUser ? place.From.Uri.User : null),
            Allow = AllowedMethods,
            Supported = SupportedOptions,
            Require = options.Reliability == ProvisionalReliability.Required ? [ProvisionalResponses.OptionTag] : [],
            Lines = place.Headers,
            ContentType = place.Offer?.ContentType,
            Body = place.Offer?.Octets ?? default,
            SessionId = SessionOf(call),
            UserAgent = options.Product,
        };
        invite = SessionInterval.Ask(invite, options.SessionTimer, call.Timer, leastSeconds: 0);
        call.InviteClient = Send(invite, place.Flow, new RequestUser.Invite(call));
    }

    /// <summary>A response to the INVITE of a call, with our tag and, where it makes or confirms the dialog, our Contact.</summary>
    private SipResponse Response(
        CallSession call, int status, SipContent? content = null, IReadOnlyList<SipHeader>? headers = null, string? phrase = null)
    {
        var opens = status < 300;
        return call.InviteServer!.Request.Respond(status, call.Dialog?.State.Id.LocalTag, phrase) with
        {
            SessionId = SessionOf(call),
            Server = options.Product,
            Contact = opens ? call.Dialog?.Contact : null,
            Allow = opens ? AllowedMethods : [],
            Supported = opens ? SupportedOptions : [],
            Lines = headers ?? [],
            ContentType = content?.ContentType,
            Body = content?.Octets ?? default,
        };
    }
}
