using System.Net;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.H323.H450.CallTransfer;
using Gateway.Engine.Legs;
using Gateway.H323;
using Gateway.H323.Transfer;
using Cause = Gateway.Engine.Legs.Cause;

namespace Gateway.Exchange.Legs.H323;

/// <summary>The door frame between the H.323 stack and the engine: every call of the stack is a leg with the same number. Translates, decides nothing.</summary>
internal sealed class H323Legs(ExchangeSettings settings, Causes causes, Action<Work> queue)
{
    private readonly Dictionary<LegId, H323Leg> legs = [];

    public IEnumerable<LegId> All => legs.Keys;

    public bool Owns(LegId leg) => legs.ContainsKey(leg);

    public static LegId LegOf(CallKey call) => new(call.Value);

    private static CallKey CallOf(LegId leg) => new(leg.Value);

    /// <summary>What the stack indicates, in the engine's words.</summary>
    public void Hear(CallKey call, H323Indication indication)
    {
        var id = LegOf(call);
        if (indication is H323Indication.IncomingCall incoming)
        {
            Arrived(id, incoming);
            return;
        }

        if (!legs.TryGetValue(id, out var leg))
        {
            return;
        }

        switch (indication)
        {
            case H323Indication.Proceeding:
                Say(new LegEvent.Proceeding(id));
                break;
            case H323Indication.Alerting(var media):
                Say(new LegEvent.Ringing(id, leg.Hear(media)));
                break;
            case H323Indication.Progress(var media):
                Say(media is null ? new LegEvent.Proceeding(id) : new LegEvent.Ringing(id, leg.Hear(media)));
                break;
            case H323Indication.Answered(var media, var connected):
                Answered(id, leg, media, connected);
                break;
            case H323Indication.MediaChanged(var media):
                MediaChanged(id, leg, media);
                break;
            case H323Indication.MediaRefused:
                (leg.Changing, leg.Told) = (false, leg.ToldBefore);
                Say(new LegEvent.MediaRefused(id, Cause.BearerCapabilityNotImplemented));
                break;
            case H323Indication.Held when leg.Remote is { } remote:
                Say(new LegEvent.MediaOffered(id, remote with { Direction = MediaDirection.SendOnly }));
                break;
            case H323Indication.Retrieved when leg.Remote is { } remote:
                Say(new LegEvent.MediaOffered(id, remote));
                break;
            case H323Indication.ServiceReceived(var operation):
                ServiceReceived(id, operation);
                break;
            case H323Indication.Forwarded:
                // Following it is routing, and the engine is not asked (Deviations.md): the call ends.
                Ask(new H323Input.Release(call, 16));
                break;
            case H323Indication.TransferIdentified(var outcome, var identity, var number):
                Identified(id, leg, outcome, identity, number);
                break;
            case H323Indication.TransferInitiated(var outcome, var beside):
                Initiated(id, leg, outcome, beside);
                break;
            case H323Indication.TransferSucceededLate when leg.LastRerouting is { } late:
                // The engine knows what became of that transfer.
                Say(new LegEvent.TransferStepSucceeded(id, late));
                break;
            case H323Indication.TransferRequested(_, _, { } consultation):
                Say(new LegEvent.TransferRequested(id, new TransferTarget.ToLeg(LegOf(consultation))));
                break;
            case H323Indication.TransferRequested(var identity, var number, _):
                Say(new LegEvent.TransferRequested(id, new TransferTarget.ToParty(PartyOf(number), identity, number)));
                break;
            case H323Indication.IdentifyRequested:
                Say(new LegEvent.IdentityWanted(id));
                break;
            case H323Indication.Released(var cause, var reason, _):
                legs.Remove(id);
                Say(new LegEvent.Released(id, leg.ReleasedWith
                    ?? (cause is { } stated ? new Cause(stated)
                        : reason is not null ? Causes.FromH225(reason.GetType().Name)
                        : Cause.NormalUnspecified)));
                break;
        }
    }

    /// <summary>Calls somebody on a new leg.</summary>
    public void Place(LegCommand.Place place, PeerAddress peer)
    {
        var setup = place.Setup;
        if (setup.TransferIdentity?.All(char.IsAsciiDigit) == false)
        {
            // The name of a call elsewhere that is none of H.450.2.
            Say(new LegEvent.Released(place.Leg, Cause.InvalidCallReference));
            return;
        }

        var leg = legs[place.Leg] = new H323Leg();
        leg.Told = setup.Media;
        Ask(new H323Input.PlaceCall(
            CallOf(place.Leg),
            peer.Address!,
            PartyOf(setup.Called),
            setup.Calling is { } calling ? PartyOf(calling) : null,
            setup.Media is { } media ? MediaTranslation.ToH323(media) : null,
            setup.TransferIdentity,
            setup.TransferredBy is { Restricted: false } by ? PartyOf(by) : null));
    }

    /// <summary>What the engine tells a leg of ours.</summary>
    public void Obey(LegCommand command)
    {
        var (id, call) = (command.Leg, CallOf(command.Leg));
        if (!legs.TryGetValue(id, out var leg))
        {
            return;
        }

        switch (command)
        {
            case LegCommand.Proceed:
                Ask(new H323Input.Proceed(call));
                break;
            case LegCommand.Ring(_, var media):
                leg.Told = media ?? leg.Told;
                Ask(new H323Input.Alert(call, media is null ? null : MediaTranslation.ToH323(media)));
                break;
            case LegCommand.Answer(_, var media):
                leg.Told = media ?? leg.Told;
                Ask(new H323Input.Answer(call, media is null ? null : MediaTranslation.ToH323(media)));
                break;
            case LegCommand.Release(_, var cause):
                leg.ReleasedWith = cause;
                Ask(new H323Input.Release(call, cause.Value));
                break;
            case LegCommand.ChangeMedia(_, var remote) { Moved: var moved }:
                ChangeMedia(id, leg, remote, moved);
                break;
            case LegCommand.AnswerMedia:
                // Hold and retrieve notifications are not answered in H.450.4.
                break;
            case LegCommand.AcceptTransfer(_, var transfer):
                leg.Requested = transfer;
                break;
            case LegCommand.RefuseTransfer(_, _, var reason):
                Ask(new H323Input.RefuseTransfer(call, ErrorOf(reason)));
                break;
            case LegCommand.GiveIdentity(_, var party):
                Ask(new H323Input.AnswerIdentify(call, Aliases(new ReroutingTarget(party))));
                break;
            case LegCommand.RefuseIdentity(_, var reason):
                Ask(new H323Input.RefuseIdentify(call, ErrorOf(reason)));
                break;
            case LegCommand.ReportTransfer(_, var transfer, var report) when leg.Requested == transfer:
                Report(call, leg, report);
                break;
            case LegCommand.IdentifyTarget(_, var transfer):
                leg.Identifying = transfer;
                Ask(new H323Input.TransferIdentify(call));
                break;
            case LegCommand.Reroute(_, var transfer, _, var identity) when identity?.All(char.IsAsciiDigit) == false:
                Say(new LegEvent.TransferStepFailed(id, transfer, Cause.InvalidCallReference, NotSupported: false));
                break;
            case LegCommand.Reroute(_, var transfer, var target, var identity):
                leg.Rerouting = leg.LastRerouting = transfer;
                Ask(new H323Input.TransferInitiate(call, identity ?? "", target.Address as IReadOnlyList<AliasAddress> ?? Aliases(target)));
                break;
            case LegCommand.AbandonTransfer:
                leg.Identifying = leg.Rerouting = null;
                Ask(new H323Input.TransferAbandon(call));
                break;
            case LegCommand.HandOver(_, var transfer, _):
                Say(new LegEvent.TransferStepFailed(id, transfer, Cause.FacilityNotImplemented, NotSupported: true));
                break;
            case LegCommand.AnnounceParty(_, var party, var end, var alerting):
                Ask(new H323Input.SendServices(call, [new Operation.CallTransferComplete(new CTCompleteArg
                {
                    EndDesignation = end == TransferEnd.Primary ? EndDesignation.PrimaryEnd : EndDesignation.SecondaryEnd,
                    RedirectionNumber = new EndpointAddress { DestinationAddress = party.Restricted ? [] : AliasesOf(party) },
                    RedirectionInfo = party is { Restricted: false, DisplayName: { Length: > 0 and <= 128 } name } ? name : null,
                    CallStatus = alerting ? CallStatus.Alerting : CallStatus.Answered,
                })]));
                break;
        }
    }

    private void Arrived(LegId id, H323Indication.IncomingCall incoming)
    {
        var from = settings.Peers.FirstOrDefault(peer => peer.Protocol == PeerProtocol.H323
            && incoming.Remote is { } remote
            && (peer.Address?.Address.Equals(remote.Address) == true || peer.Sends(remote)));
        if (from is null)
        {
            Ask(new H323Input.Release(CallOf(id), Cause.CallRejected.Value));
            return;
        }

        var leg = legs[id] = new H323Leg();
        var called = incoming.Called is null ? new Party("") : PartyOf(incoming.Called);
        var replaces = incoming.Transferred?.Replaces is { } replaced ? LegOf(replaced) : (LegId?)null;
        Say(new LegEvent.Arrived(id, from.Name, called, incoming.Calling is null ? null : PartyOf(incoming.Calling), leg.Hear(incoming.Media), Replaces: replaces) { Claim = ReplacesClaim.Identity });
    }

    private static ErrorCode ErrorOf(TransferRefusal reason) => reason switch
    {
        TransferRefusal.AnotherTransferPending or TransferRefusal.InvalidCallState => ErrorCode.InvalidCallState,
        TransferRefusal.Overload => ErrorCode.NotAvailable,
        _ => ErrorCode.SupplementaryServiceInteractionNotAllowed,
    };

    private void Answered(LegId id, H323Leg leg, H323Media? media, H323Party? connected)
    {
        var now = leg.Hear(media) ?? leg.Remote;
        Say(new LegEvent.Answered(id, now, Answerer(connected)));
        if (now is null && leg.Told is null && settings.H323 is { } own && MediaTranslation.Nowhere(own.Address) is { } nowhere)
        {
            // Neither side's media are known: each would wait for the other's for ever. This one is given an address to begin with.
            Ask(new H323Input.ChangeMedia(CallOf(id), nowhere));
        }
    }

    /// <summary>Who answered; null when that is who was called. Many an endpoint says no more in CONNECT than what to display.</summary>
    private static Party? Answerer(H323Party? connected) => connected is null or { Number: null or "", Aliases.Count: 0 } ? null : PartyOf(connected);

    private void MediaChanged(LegId id, H323Leg leg, H323Media? media)
    {
        var changing = leg.Changing;
        leg.Changing = false;
        if (leg.Hear(media) is { } now)
        {
            Say(new LegEvent.MediaChanged(id, now));
        }
        else if (changing)
        {
            Say(new LegEvent.MediaRefused(id, Cause.BearerCapabilityNotImplemented));
        }
        else if (leg.Remote is { } paused)
        {
            Say(new LegEvent.MediaOffered(id, paused with { Direction = MediaDirection.Inactive }));
        }
    }

    /// <summary>A held party is told by holdNotific (H.450.4 (05/1999) 7); a new address goes by pause and re-routing.</summary>
    private void ChangeMedia(LegId id, H323Leg leg, Media remote, bool moved)
    {
        var call = CallOf(id);
        var holds = remote.Direction is MediaDirection.SendOnly or MediaDirection.Inactive;
        if (holds != leg.Held)
        {
            leg.Held = holds;
            Ask(holds ? new H323Input.Hold(call) : new H323Input.Retrieve(call));
        }

        var media = MediaTranslation.ToH323(remote);
        if (leg is { Told: { } told, Remote: { } known } && (holds || Equals(MediaTranslation.ToH323(told), media)))
        {
            // Where a held party is to send to in the end is told when it is taken back.
            Say(new LegEvent.MediaChanged(id, known));
        }
        else if (media is not null)
        {
            leg.Changing = true;
            (leg.Told, leg.ToldBefore) = (remote, leg.Told);
            Ask(new H323Input.ChangeMedia(call, media) { SameSender = moved });
        }
        else
        {
            Say(new LegEvent.MediaRefused(id, Cause.BearerCapabilityNotImplemented));
        }
    }

    /// <summary>
    /// callTransferInitiate is answered when the target is alerted (H.450.2 (02/1998) 10.2: alerting or answered), because the asking endpoint
    /// waits CT-T3 only and a target may ring longer.
    /// </summary>
    private void Report(CallKey call, H323Leg leg, TransferReport report)
    {
        leg.Requested = null;
        Ask(report is TransferReport.Failed(var cause)
            ? new H323Input.RefuseTransfer(call, (ErrorCode)causes.ToCallTransferInitiateError(cause))
            : new H323Input.CompleteTransfer(call));
    }

    private void Identified(LegId id, H323Leg leg, TransferOutcome outcome, string? identity, IReadOnlyList<AliasAddress> number)
    {
        if (leg.Identifying is not { } transfer)
        {
            return;
        }

        leg.Identifying = null;
        Say(outcome is TransferOutcome.Succeeded
            ? new LegEvent.TargetIdentified(id, transfer, identity ?? "", new ReroutingTarget(PartyOf(number), number))
            : Failed(id, transfer, outcome, Causes.CtT1));
    }

    /// <summary>A Cause element beside establishmentFailure says more than the error: it is the new call's own.</summary>
    private void Initiated(LegId id, H323Leg leg, TransferOutcome outcome, Gateway.Codecs.H323.H225.Cause? stated)
    {
        if (leg.Rerouting is not { } transfer)
        {
            return;
        }

        leg.Rerouting = null;
        Say(outcome is TransferOutcome.Succeeded
            ? new LegEvent.TransferStepSucceeded(id, transfer)
            : Failed(id, transfer, outcome, Causes.CtT3) is var failed && outcome is TransferOutcome.Refused(ErrorCode.EstablishmentFailure) && stated is { Value: > 0 }
                ? failed with { Cause = failed.Cause with { Value = stated.Value, Location = stated.Location } }
                : failed);
    }

    private static LegEvent.TransferStepFailed Failed(LegId id, TransferId transfer, TransferOutcome outcome, int timer)
    {
        var cause = outcome switch
        {
            TransferOutcome.Refused(var error) => Causes.FromTransferError(Causes.H450, (int)error),
            TransferOutcome.Rejected(NotSupported: true) => Causes.FromTransferError(Causes.Reject, Causes.InvokeProblem + 1),
            TransferOutcome.Rejected => Causes.FromTransferError(Causes.Reject, Causes.InvokeProblem + 2),
            TransferOutcome.TimedOut => Causes.FromTransferError(Causes.Timeout, timer),
            _ => Causes.FromTransferError(Causes.Timeout, Causes.TransfereeReleased),
        };
        return new LegEvent.TransferStepFailed(id, transfer, cause, outcome is TransferOutcome.Rejected(NotSupported: true));
    }

    private void ServiceReceived(LegId id, Operation operation)
    {
        switch (operation)
        {
            case Operation.CallTransferComplete(var complete):
                Say(new LegEvent.PartyChanged(id, PartyOf(complete.RedirectionNumber.DestinationAddress, complete.RedirectionInfo), complete.CallStatus == CallStatus.Alerting));
                break;
            case Operation.CallTransferActive(var active):
                Say(new LegEvent.PartyChanged(id, PartyOf(active.ConnectedAddress.DestinationAddress, active.ConnectedInfo), Alerting: false));
                break;
            case Operation.CallTransferUpdate(var update):
                Say(new LegEvent.PartyChanged(id, PartyOf(update.RedirectionNumber.DestinationAddress, update.RedirectionInfo), Alerting: false));
                break;
        }
    }

    /// <summary>Where a rerouted endpoint shall call: the number, and the address it is reached at. A target behind this gateway is called here.</summary>
    private List<AliasAddress> Aliases(ReroutingTarget target)
    {
        var aliases = AliasesOf(target.Party);
        var peer = settings.Peers.FirstOrDefault(peer => peer.Name == target.Peer);
        if ((peer is { Protocol: PeerProtocol.H323, Address: { } direct } ? direct : settings.H323) is { } address)
        {
            aliases.Add(new AliasAddress.TransportID(new TransportAddress.IpAddress { Ip = address.Address, Port = address.Port }));
        }

        return aliases;
    }

    private static List<AliasAddress> AliasesOf(Party party) =>
        IsDialled(party.Number) ? [new AliasAddress.DialledDigits(party.Number.TrimStart('+'))]
        : party.Number.Length == 0 ? []
        : [new AliasAddress.H323ID(party.Number)];

    private static H323Party PartyOf(Party party) => IsDialled(party.Number)
        ? new H323Party(party.Number.TrimStart('+')) { TypeOfNumber = (byte)(party.Number.StartsWith('+') ? 1 : 0), Display = party.DisplayName, Restricted = party.Restricted }
        : new H323Party(null) { Aliases = party.Number.Length == 0 ? [] : [new AliasAddress.H323ID(party.Number)], Display = party.DisplayName, Restricted = party.Restricted };

    private static Party PartyOf(H323Party party) =>
        party.Number is { Length: > 0 } number
            ? new Party(party.TypeOfNumber == 1 ? "+" + number : number, party.Display, party.Restricted)
            : PartyOf(party.Aliases, party.Display) with { Restricted = party.Restricted };

    /// <summary>A number before a name; an address alone names nobody.</summary>
    private static Party PartyOf(IReadOnlyList<AliasAddress> aliases, string? name = null)
    {
        string? number = null;
        foreach (var alias in aliases)
        {
            number = alias switch
            {
                AliasAddress.PartyNumber { Value: PartyNumber.E164Number e164 } => e164.Value.PublicNumberDigits,
                AliasAddress.PartyNumber { Value: PartyNumber.PrivateNumber own } => own.Value.PrivateNumberDigits,
                AliasAddress.DialledDigits dialled => dialled.Value,
                AliasAddress.UrlID url => number ?? url.Value,
                AliasAddress.H323ID id => number ?? id.Value,
                _ => number,
            };
            if (alias is AliasAddress.PartyNumber or AliasAddress.DialledDigits)
            {
                break;
            }
        }

        return new Party(number ?? "", name, Restricted: number is null);
    }

    private static bool IsDialled(string number) => number.Length > 0 && number.TrimStart('+').All(c => char.IsAsciiDigit(c) || c is '#' or '*' or ',');

    private void Say(LegEvent said) => queue(new Work.LegSaid(said));

    private void Ask(H323Input input) => queue(new Work.H323Asked(input));

    /// <summary>One H.323 call as a leg: what was last said about media in each direction, and which transfers wait for an answer.</summary>
    private sealed class H323Leg
    {
        /// <summary>The party's media as last heard.</summary>
        public Media? Remote { get; private set; }

        /// <summary>What the party was last told to talk to.</summary>
        public Media? Told { get; set; }

        /// <summary>What it goes on to talk to when it refuses the last.</summary>
        public Media? ToldBefore { get; set; }

        public bool Held { get; set; }

        public bool Changing { get; set; }

        public Cause? ReleasedWith { get; set; }

        public TransferId? Identifying { get; set; }

        public TransferId? Rerouting { get; set; }

        /// <summary>The last one this party was asked to call somebody for, answered or not.</summary>
        public TransferId? LastRerouting { get; set; }

        /// <summary>The transfer this party asked for and is not yet told about.</summary>
        public TransferId? Requested { get; set; }

        public Media? Hear(H323Media? media) => media is null ? null : Remote = MediaTranslation.FromH323(media) ?? Remote;
    }
}
