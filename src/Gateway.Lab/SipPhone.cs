using System.Net;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Sdp;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip;

namespace Gateway.Lab;

/// <summary>
/// A SIP telephone: calls, is called, holds, and transfers, blind and attended, as transferor, transferee and target (RFC 5589).
/// </summary>
/// <remarks>This file: calls. SipPhone.Transfers: REFER in both roles.</remarks>
public sealed partial class SipPhone(SipPhoneSettings settings, IIdentifierSource identifiers) : FarEnd
{
    private readonly SipStack stack = new(identifiers, new SipStackOptions { Product = "gateway-lab" });
    private readonly Queue<SipInput> wanted = [];
    private readonly Dictionary<CallHandle, PhoneLine> byHandle = [];

    private sealed class PhoneLine(FarEndCall call, CallHandle handle, string own, IPEndPoint rtp) : Line(call, own)
    {
        public CallHandle Handle { get; } = handle;

        public IPEndPoint Rtp { get; } = rtp;

        /// <summary>Version of our last session description.</summary>
        public ulong Version { get; set; }

        /// <summary>What the caller offered; answered when the handset is taken off.</summary>
        public SessionDescription? Offer { get; set; }

        public bool IsRinging { get; set; }

        /// <summary>The call that takes this one's place.</summary>
        public FarEndCall? TakenOverBy { get; set; }

        /// <summary>The REFER this call is placed for, and the call it came on.</summary>
        public (ReferHandle Refer, PhoneLine On)? Serves { get; set; }
    }

    private protected override void Take(FarEndInput input)
    {
        switch (input)
        {
            case FarEndInput.Start:
                break;
            case FarEndInput.Sip(var arrived):
                wanted.Enqueue(arrived);
                break;
            case FarEndInput.Expired { Key: TimerKey key }:
                wanted.Enqueue(new SipInput.Expired(key));
                break;
            default:
                Observe($"a telephone has no use for {input.GetType().Name}");
                break;
        }
    }

    private protected override void Settle()
    {
        while (wanted.TryDequeue(out var input))
        {
            foreach (var output in stack.Handle(input))
                Take(output);
        }
    }

    private void Take(SipOutput output)
    {
        switch (output)
        {
            case SipOutput.Send(var flow, var message):
                Put(new FarEndOutput.SendSip(flow, message));
                break;
            case SipOutput.StartTimer(var timer, var duration):
                Put(new FarEndOutput.StartTimer(timer, duration));
                break;
            case SipOutput.StopTimer(var timer):
                Put(new FarEndOutput.StopTimer(timer));
                break;
            case SipOutput.Observed(_, var line):
                Observe(line);
                break;
            case SipIndication.IncomingCall incoming:
                TakeCall(incoming);
                break;
            case SipIndication.Provisional provisional when byHandle.TryGetValue(provisional.Call, out var line):
                TakeProvisional(line, provisional);
                break;
            case SipIndication.Answered answered when byHandle.TryGetValue(answered.Call, out var line):
                TakeAnswer(line, answered);
                break;
            case SipIndication.AckReceived { Content: not null } ack when byHandle.TryGetValue(ack.Call, out var line):
                Connect(line, null, RemoteOf(ack.Content, line.Remote));
                break;
            case SipIndication.ReofferReceived reoffer when byHandle.TryGetValue(reoffer.Call, out var line):
                TakeReoffer(line, reoffer);
                break;
            case SipIndication.Updated updated when byHandle.TryGetValue(updated.Call, out var line):
                Connect(line, PartyOf(updated.Request), line.Remote);
                break;
            case SipIndication.Modified { IsRefresh: true }:
                break;
            case SipIndication.Modified modified when byHandle.TryGetValue(modified.Call, out var line):
                TakeModified(line, modified);
                break;
            case SipIndication.ModificationRefused refused when byHandle.TryGetValue(refused.Call, out var line):
                line.Holds = !line.Holds;
                Tell(new FarEndEvent.HoldRefused(line.Call));
                break;
            case SipIndication.Ended ended when byHandle.Remove(ended.Call, out var line):
                TakeEnd(line, ended.End);
                break;
            case SipIndication indication:
                TakeTransfer(indication);
                break;
        }
    }

    private protected override void Dial(string number, string? from)
    {
        var own = from ?? settings.Numbers[0];
        if (Lines.Count() >= settings.Lines)
        {
            Observe($"{number} not dialled: no line is free");
            return;
        }

        var line = OpenLine(stack.NewCall(), own);
        line.Party = number;
        Tell(new FarEndEvent.Dialled(line.Call, line.Own, number));
        var uri = UriOf(number);
        wanted.Enqueue(new SipCommand.PlaceCall(line.Handle, FlowTo(settings.Gateway), uri, AddressOf(line), NameAddr.Create(uri), Offer(line)));
    }

    private PhoneLine OpenLine(CallHandle handle, string own)
    {
        var call = NextCall();
        var rtp = MediaOf(settings.Media, call);
        var line = new PhoneLine(call, handle, own, rtp) { Local = new MediaPoint.Rtp(rtp) };
        Open(line);
        byHandle.Add(handle, line);
        return line;
    }

    private void TakeCall(SipIndication.IncomingCall incoming)
    {
        var own = incoming.Invite.Uri.User;
        var offer = PhoneSession.Read(incoming.Offer);
        var replaced = incoming.Replaces is { } handle ? byHandle.GetValueOrDefault(handle) : null;
        var line = OpenLine(incoming.Call, replaced?.Own ?? own);
        line.Offer = offer;
        line.Party = PartyOf(incoming.Invite) ?? incoming.Invite.From.Uri.User;
        Tell(new FarEndEvent.CalledBy(line.Call, line.Own, line.Party));
        int? refusal = replaced is not null ? null
            : !settings.Numbers.Contains(own) ? Subscribers.UnassignedStatus
            : Lines.Count() > settings.Lines || Subscribers.Of(own) == Behaviour.Busy ? Subscribers.BusyStatus
            : Subscribers.Of(own) == Behaviour.Rejects ? Subscribers.RejectedStatus
            : incoming.Offer is not null && (offer is null || Answer(line, offer) is null) ? 488
            : null;
        if (refusal is { } status)
        {
            wanted.Enqueue(new SipCommand.Reject(line.Handle, status));
        }
        else if (replaced is not null)
        {
            replaced.TakenOverBy = line.Call;
            PickUp(line);
        }
        else
        {
            wanted.Enqueue(new SipCommand.Ring(line.Handle));
            if (Subscribers.Of(own) == Behaviour.Answers)
                StartRinging(line, settings.RingingTime);
        }
    }

    private protected override void RingingOver(Line line) => PickUp((PhoneLine)line);

    private void PickUp(PhoneLine line)
    {
        wanted.Enqueue(new SipCommand.Answer(line.Handle, line.Offer is { } offer ? Answer(line, offer) : Offer(line)));
        Up(line, null, line.Offer is null ? null : PhoneSession.Remote(line.Offer));
    }

    private void TakeProvisional(PhoneLine line, SipIndication.Provisional provisional)
    {
        Connect(line, PartyOf(provisional.Response), RemoteOf(provisional.Content, line.Remote));
        if (provisional.Response.Status == 180 && !line.IsRinging)
        {
            line.IsRinging = true;
            Tell(new FarEndEvent.Ringing(line.Call));
        }

        Report(line, provisional.Response);
    }

    private void TakeAnswer(PhoneLine line, SipIndication.Answered answered)
    {
        if (answered.AnswerOwed)
            wanted.Enqueue(new SipCommand.Acknowledge(line.Handle, AnswerTo(line, answered.Content)));
        Up(line, PartyOf(answered.Response), RemoteOf(answered.Content, line.Remote));
        Report(line, answered.Response);
    }

    private void TakeReoffer(PhoneLine line, SipIndication.ReofferReceived reoffer)
    {
        var answer = reoffer.Offer is null ? Offer(line) : AnswerTo(line, reoffer.Offer);
        wanted.Enqueue(answer is null ? new SipCommand.AnswerReoffer(line.Handle, null, 488) : new SipCommand.AnswerReoffer(line.Handle, answer));
        if (answer is not null)
            Connect(line, PartyOf(reoffer.Request), RemoteOf(reoffer.Offer, line.Remote));
    }

    private protected override void HangUp(Line line) => wanted.Enqueue(new SipCommand.Leave(((PhoneLine)line).Handle));

    private protected override void SetHold(Line line) => Reinvite((PhoneLine)line);

    private void Reinvite(PhoneLine line) => wanted.Enqueue(new SipCommand.Reinvite(line.Handle, Offer(line)));

    private void TakeModified(PhoneLine line, SipIndication.Modified modified)
    {
        Connect(line, PartyOf(modified.Response), RemoteOf(modified.Content, line.Remote));
        Tell(line.Holds ? new FarEndEvent.OnHold(line.Call) : new FarEndEvent.Retrieved(line.Call));
    }

    private void TakeEnd(PhoneLine line, Gateway.Sip.Dialogs.CallEnd end)
    {
        Report(line, end);
        if (line.TakenOverBy is { } other)
            Close(line, new FarEndEvent.Moved(line.Call, other));
        else
            Close(line, new FarEndEvent.Released(line.Call, end.Message?.Reasons.FirstOrDefault(reason => reason.IsQ850)?.Cause, end.Status));
    }

    private static SipContent Offer(PhoneLine line) => PhoneSession.Offer(
        line.Rtp, SessionOf(line), ++line.Version, line.Holds ? MediaDirection.SendOnly : MediaDirection.SendRecv);

    private static SipContent? Answer(PhoneLine line, SessionDescription offer) =>
        PhoneSession.Answer(offer, line.Rtp, SessionOf(line), ++line.Version, line.Holds);

    private static SipContent? AnswerTo(PhoneLine line, SipContent? offer) => PhoneSession.Read(offer) is { } read ? Answer(line, read) : null;

    private static ulong SessionOf(PhoneLine line) => (ulong)line.Call.Number;

    private static MediaPoint? RemoteOf(SipContent? content, MediaPoint? otherwise) =>
        PhoneSession.Read(content) is { } description ? PhoneSession.Remote(description) : otherwise;

    /// <summary>Who a message says the other party is; null when it does not.</summary>
    private static string? PartyOf(SipMessage message) =>
        message.AssertedIdentities is [var first, ..] && first.Uri.HasUser
            ? message.Privacy.Contains("id") ? "anonymous" : first.Uri.User
            : null;

    private NameAddr AddressOf(PhoneLine line) => NameAddr.Create(SipUri.Create(line.Own, settings.Listener.Host, settings.Listener.Port));

    private Flow FlowTo(IPEndPoint remote) => new(settings.Listener, remote);

    private SipUri UriOf(string number) => SipUri.Create(number, settings.Gateway.Address.ToString(), settings.Gateway.Port);
}
