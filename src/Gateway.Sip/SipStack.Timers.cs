using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Dialogs;

namespace Gateway.Sip;

/// <summary>Session timers: RFC 4028.</summary>
public sealed partial class SipStack
{
    private SipRequest AskForTimer(CallSession call, SharedDialog dialog, SipRequest request) =>
        call.Usage is InviteUsage.State.Established ? SessionInterval.Ask(request, options.SessionTimer, call.Timer, dialog.LeastSeconds) : request;

    /// <summary>What our 2xx to a session refresh request says. An UPDATE before the answer has no session to keep.</summary>
    private SipResponse SayTimer(CallSession call, SipRequest request, SipResponse response) =>
        InSession(call) || (call.Usage is InviteUsage.State.Offered && request.Method == SipMethod.Invite)
            ? SessionInterval.Agree(request, response, options.SessionTimer)
            : response;

    /// <summary>It began with the 2xx to the INVITE, whose ACK may come late, or behind a refresh (RFC 5407 3.1.4).</summary>
    private static bool InSession(CallSession call) => call.Usage is InviteUsage.State.Established or InviteUsage.State.AwaitingAck;

    /// <summary>RFC 4028 7.2, 9: a 2xx to a session refresh request decides on the timer anew.</summary>
    private void FollowTimer(CallSession call, SipResponse response, bool sentByUs)
    {
        if (call.Usage is InviteUsage.State.Cancelling or InviteUsage.State.Mortal or InviteUsage.State.Morgue
            || (response.CSeq.Method == SipMethod.Update && !InSession(call)))
        {
            return;
        }

        // Who refreshes is to be said in the response; where it was forgotten, it is the one who asked.
        var agreed = response.SessionExpires is { Seconds: > 0 } said ? said : (SessionExpires?)null;
        Advance(call, new SessionTimer.Input.Agreed(
            agreed is null ? null : TimeSpan.FromSeconds(agreed.Value.Seconds), agreed?.Refresher == Refresher.Uas == sentByUs));
    }

    private void Advance(CallSession call, SessionTimer.Input input)
    {
        var (next, outputs) = SessionTimer.Handle(call.Timer, input);
        call.Timer = next;
        foreach (var output in outputs)
        {
            switch (output)
            {
                case SessionTimer.Output.Start(var timer, var duration):
                    turn.Start(call.Owner, timer, duration);
                    break;
                case SessionTimer.Output.Stop(var timer):
                    turn.Stop(call.Owner, timer);
                    break;
                case SessionTimer.Output.Refresh:
                    Refresh(call, call.Dialog!);
                    break;
                case SessionTimer.Output.LoseUsage:
                    turn.Observe(call.Dialog?.State.Id.CallId, $"{call.Handle} was not refreshed in time (RFC 4028 10)");
                    Advance(call, new InviteUsage.Input.Lost(new CallEnd(EndedBy.SessionExpired)));
                    break;
            }
        }
    }

    /// <summary>RFC 4028 7.4: by an UPDATE without an offer where the peer takes one, else by the description in force once more.</summary>
    private void Refresh(CallSession call, SharedDialog dialog)
    {
        if (call.Usage is not InviteUsage.State.Established || dialog.Session is not SessionModification.State.Idle)
        {
            // Another exchange is under way, and refreshes as well, unless it fails.
            Advance(call, new SessionTimer.Input.RefreshFailed());
            return;
        }

        var update = dialog.PeerTakesUpdates;
        Modify(call, new SessionModification.Wanted(update ? null : dialog.Described, update) { Refresh = true });
    }

    /// <summary>RFC 4028 7.3: an INVITE refused by 422 goes out once more with the interval that was asked for. False when it does not.</summary>
    private bool SendsAgainForLonger(CallSession call, SipResponse response)
    {
        var refused = call.InviteClient!;
        if (response is not { Status: 422, MinSe: { } least } || call.AskedLonger
            || call.Usage is not (InviteUsage.State.Calling or InviteUsage.State.Ringing))
        {
            return false;
        }

        call.AskedLonger = true;
        var invite = SessionInterval.Ask(refused.Request, options.SessionTimer with { Offered = true }, call.Timer, least);
        SendAgain(call, invite);
        return true;
    }

    /// <summary>Sends the INVITE once more with the next CSeq, after a refusal that was mended in it.</summary>
    private void SendAgain(CallSession call, SipRequest invite)
    {
        foreach (var early in call.EarlyDialogs.ToArray())
        {
            DropFork(call, early);
        }

        var again = invite with { CSeq = new CSeq(invite.CSeq.Number + 1, SipMethod.Invite) };
        call.InviteClient = Send(again, call.InviteClient!.Flow, new RequestUser.Invite(call));
        Advance(call, new InviteUsage.Input.SentAgain());
    }
}
