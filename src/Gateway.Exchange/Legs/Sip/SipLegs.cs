using System.Net;
using System.Text;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Sdp;
using Gateway.Codecs.Sip.Uris;
using Gateway.Engine.Legs;
using Gateway.Exchange.Peers;
using Gateway.Sip;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Refer;
using MediaDirection = Gateway.Engine.Legs.MediaDirection;

namespace Gateway.Exchange.Legs.Sip;

/// <summary>The door frame between the SIP stack and the engine: every call of the stack is a leg here. Translates, decides nothing.</summary>
internal sealed partial class SipLegs(SipStack stack, ExchangeSettings settings, Causes causes, IIdentifierSource identifiers, Action<Work> queue)
{
    /// <summary>Where nothing is sent to (RFC 3264 8.4; port 9 is discard).</summary>
    private static readonly IPEndPoint Nowhere = new(IPAddress.Any, 9);

    private readonly Dictionary<LegId, SipLeg> byLeg = [];
    private readonly Dictionary<CallHandle, SipLeg> byCall = [];
    private readonly List<Asker> askers = [];

    public IEnumerable<LegId> All => [.. byLeg.Keys, .. dialling.Keys];

    /// <summary>True when no call and no REFER is remembered.</summary>
    public bool IsIdle => byLeg.Count == 0 && byCall.Count == 0 && askers.Count == 0 && referred.Count == 0 && dialling.Count == 0;

    public bool Owns(LegId leg) => byLeg.ContainsKey(leg) || dialling.ContainsKey(leg);

    public bool Owns(TransferId transfer) => askers.Exists(asker => asker.Transfer == transfer);

    /// <summary>The leg of a dialog, for log lines; also after its call ended, while a transfer it asked for is not yet told.</summary>
    public LegId? LegOf(string callId) =>
        byCall.Values.FirstOrDefault(leg => (leg.CallId ??= stack.CallIdOf(leg.Call)) == callId)?.Id
        ?? askers.FindLast(asker => asker.CallId == callId)?.Leg;

    /// <summary>The transfer that the party of this dialog asked for and is not yet told about.</summary>
    public TransferId? TransferOf(string callId) => askers.FindLast(asker => asker.CallId == callId)?.Transfer;

    /// <summary>What the stack indicates, in the engine's words.</summary>
    public void Hear(SipIndication indication)
    {
        switch (indication)
        {
            case SipIndication.IncomingCall incoming:
                Arrived(incoming);
                break;
            case SipIndication.ReferReceived refer:
                ReferReceived(refer);
                break;
            case SipIndication.ReferRejected or SipIndication.ReferProgress or SipIndication.ReferEnded:
                HearReferred(indication);
                break;
            case SipIndication.SubscriptionEnded ended when askers.Find(asker => asker.Refer == ended.Refer) is { } asker:
                asker.Hears = false;
                Forget(asker);
                break;
            case SipIndication.SubscriptionEnded ended when dialling.Values.FirstOrDefault(dial => dial.Refer == ended.Refer) is { } dial:
                dial.Hears = false;
                break;
            case SipIndication.Provisional provisional when Find(provisional.Call) is { } leg:
                Rang(leg, provisional);
                break;
            case SipIndication.Answered answered when Find(answered.Call) is { } leg:
                leg.Learn(answered.Response);
                Answered(leg, answered);
                break;
            case SipIndication.AckReceived ack when Find(ack.Call) is { } leg:
                Acknowledged(leg, ack);
                break;
            case SipIndication.ReofferReceived reoffer when Find(reoffer.Call) is { } leg:
                Recognise(leg, reoffer.Request);
                Reoffered(leg, reoffer);
                break;
            case SipIndication.Updated updated when Find(updated.Call) is { } leg:
                Recognise(leg, updated.Request);
                break;
            case SipIndication.Modified modified when Find(modified.Call) is { } leg:
                Modified(leg, modified);
                break;
            case SipIndication.ModificationRefused refused when Find(refused.Call) is { Showing: true } leg:
                Shown(leg);
                break;
            case SipIndication.ModificationRefused refused when Find(refused.Call) is { } leg:
                leg.Changing = false;
                leg.TakeBack();
                Say(new LegEvent.MediaRefused(leg.Id, CauseOf(refused.Why) is var why && refused.Why.Status is 488 or 606
                    ? why with { Value = Cause.BearerCapabilityNotImplemented.Value }
                    : why));
                break;
            case SipIndication.Ended ended when Find(ended.Call) is { } leg:
                byCall.Remove(leg.Call);
                End(leg, ended.End);
                break;
        }
    }

    /// <summary>Calls somebody on a new leg.</summary>
    public void Place(LegCommand.Place place, PeerAddress peer, SipWay way)
    {
        var leg = Add(place.Leg, stack.NewCall(), peer.Name);
        var setup = place.Setup;
        var (listener, target) = (way.Flow.Local, way.Target);
        Join(leg, setup.For);
        leg.Party = setup.Called;
        var caller = leg.With?.Invited;
        var headers = new List<SipHeader>();
        headers.AddRange(way.Routes.Select(route => new SipHeader("Route", route.ToString())));
        headers.AddRange(SipIdentity.Headers(setup.Calling, listener, peer.Trusted));
        headers.AddRange(caller is null ? SipRedirection.Headers(setup.Redirecting, listener, peer.Trusted) : SipCompanions.Ways(caller, peer.Trusted));
        headers.AddRange(SipCompanions.Passed(caller ?? [], settings.PassedHeaders));
        var content = setup.Media is { } media ? leg.Offer(media) : null;
        content = Refer(setup, peer, headers, content, ref target);
        Ask(new SipCommand.PlaceCall(leg.Call, way.Flow, target, SipIdentity.From(setup.Calling, listener), target == way.Target ? way.To : NameAddr.Create(target), content)
        {
            Headers = headers,
            MaxForwards = SipCompanions.HopsLeft(caller ?? []) ?? 70,
            SessionId = NameOf(leg.With) ?? SipCompanions.NameFor($"{setup.Correlation} {setup.For}"),
        });
    }

    /// <summary>What the engine tells a leg of ours.</summary>
    public void Obey(LegCommand command)
    {
        var leg = byLeg.GetValueOrDefault(command.Leg);
        if (dialling.TryGetValue(command.Leg, out var dial))
        {
            Obey(dial, command);
            return;
        }

        if (leg is { EndedWhileReferring: not null })
        {
            ObeyEnded(leg, command);
            return;
        }

        switch (command)
        {
            case LegCommand.Ring ring when leg is not null:
                Ring(leg, ring.Media);
                break;
            case LegCommand.Answer answer when leg is not null:
                leg.Connected = answer.Connected;
                Answer(leg, answer.Media);
                break;
            case LegCommand.MediaKnown known when leg is not null:
                TellEarly(leg, known.Remote);
                break;
            case LegCommand.Release release when leg is not null:
                Release(leg, release.Cause);
                break;
            case LegCommand.ChangeMedia { Remote: var late } when leg is { AnswerAwaitsMedia: true }:
                AnswerLate(leg, late);
                break;
            case LegCommand.ChangeMedia change when leg is { Showing: true }:
                leg.Wanted = change.Remote;
                break;
            case LegCommand.ChangeMedia change when leg is not null:
                ChangeMedia(leg, change.Remote);
                break;
            case LegCommand.AnnounceParty announce when leg is not null && Join(leg, announce.Other) && announce.Alerting:
                break;
            case LegCommand.AnnounceParty announce when leg is not null:
                (leg.Shown, leg.ShowOwed) = (announce.Party, true);
                Show(leg);
                break;
            case LegCommand.AnswerMedia answer when leg is not null:
                Ask(answer.Media is { } media && leg.Answer(media) is { } agreed
                    ? new SipCommand.AnswerReoffer(leg.Call, agreed)
                    : new SipCommand.AnswerReoffer(leg.Call, null, leg.Changing || answer.OnlyNow ? 491 : 488));
                break;
            case LegCommand.AcceptTransfer accept when Unanswered(accept.Leg) is { } asker:
                asker.Transfer = accept.Transfer;
                Ask(new SipCommand.AcceptRefer(asker.Refer));
                break;
            case LegCommand.RefuseTransfer refuse when Unanswered(refuse.Leg) is { } asker:
                askers.Remove(asker);
                Ask(new SipCommand.RejectRefer(asker.Refer, StatusOf(refuse.Reason)));
                break;
            case LegCommand.ReportTransfer report:
                Tell(report);
                break;
            case LegCommand.IdentifyTarget identify when leg is not null:
                Identify(leg, identify.Transfer);
                break;
            case LegCommand.Reroute reroute when leg is not null:
                Reroute(leg, reroute);
                break;
            case LegCommand.AbandonTransfer abandon when leg is not null:
                leg.Referring = null;
                break;
            case LegCommand.HandOver(_, var transfer, _):
                Say(new LegEvent.TransferStepFailed(command.Leg, transfer, Cause.FacilityNotImplemented, NotSupported: true));
                break;
        }
    }

    private void Arrived(SipIndication.IncomingCall incoming)
    {
        var invite = incoming.Invite;
        if (PeerAt(incoming.Flow) is not { } from)
        {
            Ask(new SipCommand.Reject(incoming.Call, 403));
            return;
        }

        if (invite.MaxForwards == 0 || SipIdentity.IsBeyondUs(invite))
        {
            // RFC 7332 3; RFC 3323 5.
            Ask(invite.MaxForwards == 0 ? new SipCommand.Reject(incoming.Call, 483) : new SipCommand.Reject(incoming.Call, 500) { Phrase = "Privacy Not Possible" });
            return;
        }

        var leg = Add(identifiers.NextLeg(), incoming.Call, from.Name);
        (leg.Incoming, leg.Invited, leg.Party) = (true, SipCompanions.Of(invite), SipIdentity.Sender(invite, from.Trusted));
        leg.Learn(invite);
        Media? media = null;
        if (incoming.Offer is not null && (media = leg.Hear(incoming.Offer, isOffer: true)) is null)
        {
            byCall.Remove(leg.Call);
            byLeg.Remove(leg.Id);
            Ask(new SipCommand.Reject(incoming.Call, 488));
            return;
        }

        var replaces = incoming.Replaces is { } other && byCall.TryGetValue(other, out var replaced) ? replaced.Id : (LegId?)null;
        Say(new LegEvent.Arrived(leg.Id, from.Name, SipIdentity.PartyOf(invite.Uri, null), leg.Party, media, Replaces: replaces)
        {
            Claim = incoming.Replaces is { } taken && stack.FlowOf(taken) is { } flow && flow.Remote.Address.Equals(incoming.Flow.Remote.Address)
                ? ReplacesClaim.SameSource
                : ReplacesClaim.Knowledge,
            Redirecting = SipRedirection.Last(invite),
            ReferredBy = invite.ReferredBy is { } by ? SipIdentity.PartyOf(by.Uri, by.DisplayName) : null,
        });
    }

    private void Release(SipLeg leg, Cause cause)
    {
        leg.ReleasedWith = cause;
        IReadOnlyList<Reason> reasons = [Q850(cause)];
        Ask(leg.Incoming
            ? new SipCommand.Reject(leg.Call, causes.ToSip(cause)) { Reasons = reasons }
            : new SipCommand.Leave(leg.Call) { Reasons = reasons });
    }

    private void Tell(LegCommand.ReportTransfer report)
    {
        if (askers.Find(asker => asker.Transfer == report.Transfer) is { } asker)
        {
            asker.IsOwed = asker.IsOwed && report.Report is TransferReport.Ringing;
            Ask(new SipCommand.NotifyRefer(asker.Refer, Report(report.Report)));
            Forget(asker);
        }
    }

    private static int StatusOf(TransferRefusal reason) => reason switch
    {
        TransferRefusal.AnotherTransferPending => 491,
        TransferRefusal.InvalidCallState => 403,
        TransferRefusal.Overload => 503,
        _ => 603,
    };

    private ReferReport Report(TransferReport report) => report switch
    {
        TransferReport.Ringing => new ReferReport(180, "Ringing", []),
        TransferReport.Succeeded => new ReferReport(200, "OK", []),
        TransferReport.Failed { Cause: var cause } when causes.ToSip(cause) is var status => new ReferReport(status, Causes.Phrase(status), [Q850(cause)]),
        _ => throw new InvalidOperationException($"{report} is no report."),
    };

    private static Reason Q850(Cause cause) => Reason.Q850(cause.Value, Causes.Name(cause.Value), cause.Location);

    /// <summary>The cause of an end: Reason Q.850 verbatim when the peer gave one, else by the status table; 16 after BYE and CANCEL, which is a 487 elsewhere.</summary>
    private Cause CauseOf(CallEnd end)
    {
        var original = end.By == EndedBy.Cancel ? new OriginalCause(Causes.Sip, 487, Causes.Phrase(487))
            : end.Status is { } status ? new OriginalCause(Causes.Sip, status, (end.Message as SipResponse)?.Phrase)
            : null;
        if (end.Message?.Reasons.FirstOrDefault(reason => reason.IsQ850 && reason.Cause is >= 1 and <= 127) is { } stated)
        {
            return new Cause(stated.Cause!.Value, stated.LocationCode, original);
        }

        return end.Status is { } failure ? causes.FromSip(failure, original?.Text) : Cause.NormalCallClearing with { Original = original };
    }

    private SipLeg Add(LegId id, CallHandle call, PeerName peer)
    {
        var leg = new SipLeg(id, call, peer, settings.Sip!.Host);
        byLeg.Add(id, leg);
        byCall.Add(call, leg);
        return leg;
    }

    private Asker? Unanswered(LegId leg) => askers.Find(asker => asker.Leg == leg && asker.Transfer is null);

    // The stack wants the final report even when nobody hears it any more.
    private void Forget(Asker asker)
    {
        if (asker is { IsOwed: false, Hears: false })
        {
            askers.Remove(asker);
        }
    }

    private SipLeg? Find(CallHandle call) => byCall.GetValueOrDefault(call);

    private void Say(LegEvent said) => queue(new Work.LegSaid(said));

    private void Ask(SipCommand command) => queue(new Work.SipAsked(command));

    /// <summary>Who asked for a transfer, by which REFER.</summary>
    private sealed class Asker(string callId, LegId leg, ReferHandle refer)
    {
        public string CallId { get; } = callId;

        public LegId Leg { get; } = leg;

        public ReferHandle Refer { get; } = refer;

        /// <summary>Null until the engine decided.</summary>
        public TransferId? Transfer { get; set; }

        /// <summary>The outcome was not yet reported.</summary>
        public bool IsOwed { get; set; } = true;

        /// <summary>The subscription lives.</summary>
        public bool Hears { get; set; } = true;
    }
}
