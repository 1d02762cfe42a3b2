using System.Collections.Immutable;
using System.Net;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Facility.Qsig;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Engine.Legs;
using Gateway.Isdn;
using Gateway.Isdn.Transfer;
using Cause = Gateway.Engine.Legs.Cause;
using IsdnCause = Gateway.Codecs.Isdn.Elements.Cause;
using TransferTarget = Gateway.Engine.Legs.TransferTarget;

namespace Gateway.Exchange.Legs.Isdn;

/// <summary>The door frame between one D-channel and the engine: every call of the trunk is a leg here. Translates, decides nothing.</summary>
internal sealed class IsdnLegs(TrunkSettings settings, PeerName peer, IsdnTrunk trunk, Causes causes, IIdentifierSource identifiers, Action<Work> queue)
{
    private readonly Dictionary<LegId, IsdnLeg> byLeg = [];
    private readonly Dictionary<IsdnCallId, IsdnLeg> byCall = [];

    public IEnumerable<LegId> All => byLeg.Keys;

    public bool Owns(LegId leg) => byLeg.ContainsKey(leg);

    public LegId? LegOf(IsdnCallId call) => byCall.TryGetValue(call, out var leg) ? leg.Id : null;

    /// <summary>The leg whose call reference, as we send it, is this one; for log lines.</summary>
    public LegId? LegOf(CallReference reference) =>
        byLeg.Values.FirstOrDefault(leg => (leg.Reference ??= trunk.ReferenceOf(leg.Call)) == reference)?.Id;

    /// <summary>What call control indicates, in the engine's words.</summary>
    public void Hear(IsdnCallId call, CallIndication indication)
    {
        if (indication is CallIndication.Incoming(var setup, _))
        {
            Arrived(call, setup);
            return;
        }

        if (!byCall.TryGetValue(call, out var leg))
        {
            return;
        }

        switch (indication)
        {
            case CallIndication.Proceeding or CallIndication.MoreInformationWanted:
                Say(new LegEvent.Proceeding(leg.Id));
                break;
            case CallIndication.Alerting(var message):
                Say(new LegEvent.Ringing(leg.Id, HasTones(message) ? Bearer(call) : null));
                break;
            case CallIndication.Progress(var message):
                Say(HasTones(message) ? new LegEvent.Ringing(leg.Id, Bearer(call)) : new LegEvent.Proceeding(leg.Id));
                break;
            case CallIndication.Answered(var message):
                Say(new LegEvent.Answered(leg.Id, Bearer(call), message.First<ConnectedNumber>() is { } connected ? Numbers.PartyOf(connected) : null));
                break;
            case CallIndication.HoldRequested:
                Ask(call, new CallRequest.AcknowledgeHold());
                if (Bearer(call) is { } freed)
                {
                    Say(new LegEvent.MediaOffered(leg.Id, freed with { Direction = MediaDirection.Inactive }));
                }

                break;
            case CallIndication.Notified(var message) when Bearer(call) is { } bearer:
                Notified(leg, message.First<NotificationIndicator>()?.Description, bearer);
                break;
            case CallIndication.RetrieveRequested:
                Ask(call, new CallRequest.AcknowledgeRetrieve());
                break;
            case CallIndication.Retrieved when Bearer(call) is { } media:
                Say(new LegEvent.MediaOffered(leg.Id, media));
                break;
            case CallIndication.Released(var cause, _):
                byCall.Remove(call);
                byLeg.Remove(leg.Id);
                Say(new LegEvent.Released(leg.Id, leg.ReleasedWith ?? new Cause(cause.Value, (int)cause.Location)));
                break;
        }
    }

    /// <summary>What the transfer services indicate, in the engine's words.</summary>
    public void Hear(TransferIndication indication)
    {
        if (!byCall.TryGetValue(indication.Call, out var leg))
        {
            return;
        }

        switch (indication)
        {
            case TransferIndication.Succeeded when leg.Asked is { } transfer:
                leg.Asked = null;
                Say(new LegEvent.TransferStepSucceeded(leg.Id, transfer));
                break;
            case TransferIndication.Failed(_, var failure) when leg.Asked is { } transfer:
                leg.Asked = null;
                Say(new LegEvent.TransferStepFailed(
                    leg.Id, transfer, CauseOf(failure), failure is TransferFailure.Rejected(var problem) && problem == Problem.UnrecognizedOperation));
                break;
            case TransferIndication.Requested(_, var target):
                Requested(leg, target);
                break;
            case TransferIndication.IdentityWanted:
                Say(new LegEvent.IdentityWanted(leg.Id));
                break;
            case TransferIndication.IdentityForgotten:
                leg.Identity = null;
                break;
            case TransferIndication.PartyChanged(_, var party, var alerting):
                Say(new LegEvent.PartyChanged(leg.Id, Numbers.PartyOf(party), alerting));
                break;
        }
    }

    /// <summary>Calls somebody on a new leg.</summary>
    public void Place(LegCommand.Place place)
    {
        var call = trunk.NewCall();
        var setup = place.Setup;
        if (setup.TransferIdentity is { Length: > 0 } identity && !identity.All(char.IsAsciiDigit))
        {
            // The name of a call elsewhere for which ISDN has none.
            Say(new LegEvent.Released(place.Leg, Cause.InvalidCallReference));
            return;
        }

        Add(place.Leg, call).Told = setup.Media;
        Ask(call, new CallRequest.Setup
        {
            Elements =
            [
                .. new Element?[]
                {
                    BearerCapability.Audio(),
                    Numbers.Called(setup.Called),
                    setup.Calling is { } calling ? Numbers.Calling(calling) : null,
                    // In QSIG it would stand in divertingLegInformation2.
                    setup.Redirecting is { } redirecting && settings.Isdn.Variant != IsdnVariant.Qsig ? Numbers.Redirecting(redirecting) : null,
                    new SendingComplete(),
                }.OfType<Element>(),
            ],
        });
    }

    /// <summary>What the engine tells a leg of ours.</summary>
    public void Obey(LegCommand command)
    {
        if (!byLeg.TryGetValue(command.Leg, out var leg))
        {
            return;
        }

        switch (command)
        {
            case LegCommand.Proceed:
                Ask(leg.Call, new CallRequest.Proceed());
                break;
            case LegCommand.Ring(_, var media):
                Switch(leg, media);
                Ask(leg.Call, new CallRequest.Alert
                {
                    Elements = media is null ? [] : [new ProgressIndicator(settings.Isdn.Location, ProgressDescription.InbandInformationAvailable)],
                });
                break;
            case LegCommand.Answer(_, var media):
                Switch(leg, media);
                Ask(leg.Call, new CallRequest.Answer());
                break;
            case LegCommand.Release(_, var cause):
                leg.ReleasedWith = cause;
                Ask(leg.Call, new CallRequest.Disconnect(new IsdnCause(cause.Location is { } location ? (Location)location : settings.Isdn.Location, (byte)cause.Value)));
                break;
            case LegCommand.ChangeMedia(_, var remote):
                ChangeMedia(leg, remote);
                break;
            case LegCommand.AnswerMedia or LegCommand.AcceptTransfer:
                break;
            case LegCommand.RefuseTransfer(_, _, var reason):
                Ask(new TransferRequest.Refuse(leg.Call, ErrorOf(reason)));
                break;
            case LegCommand.GiveIdentity(_, var party):
                GiveIdentity(leg, party);
                break;
            case LegCommand.RefuseIdentity(_, var reason):
                Ask(new TransferRequest.Refuse(leg.Call, ErrorOf(reason)));
                break;
            case LegCommand.ReportTransfer(_, _, var report):
                Report(leg, report);
                break;
            case LegCommand.HandOver(_, var transfer, var other) when byLeg.TryGetValue(other, out var target):
                leg.Asked = transfer;
                Ask(new TransferRequest.HandOver(leg.Call, target.Call));
                break;
            case LegCommand.AnnounceParty(_, var party, var end, var alerting):
                Ask(new TransferRequest.Announce(leg.Call, end == TransferEnd.Primary ? TransferCall.Primary : TransferCall.Secondary, Numbers.TransferPartyOf(party), alerting));
                break;
            case LegCommand.AbandonTransfer:
                leg.Asked = null;
                Ask(new TransferRequest.Abandon(leg.Call));
                break;
            case LegCommand.IdentifyTarget(_, var transfer):
                Say(new LegEvent.TransferStepFailed(leg.Id, transfer, Cause.FacilityNotImplemented, NotSupported: true));
                break;
            case LegCommand.Reroute(_, var transfer, _, _):
                Say(new LegEvent.TransferStepFailed(leg.Id, transfer, Cause.FacilityNotImplemented, NotSupported: true));
                break;
            case LegCommand.HandOver(_, var transfer, _):
                Say(new LegEvent.TransferStepFailed(leg.Id, transfer, Cause.FacilityNotImplemented, NotSupported: true));
                break;
        }
    }

    private void Arrived(IsdnCallId call, Q931Message setup)
    {
        var leg = Add(identifiers.NextLeg(), call);
        var called = setup.First<CalledPartyNumber>();
        Say(new LegEvent.Arrived(
            leg.Id,
            peer,
            called is null ? new Party("") : Numbers.PartyOf(called),
            setup.First<CallingPartyNumber>() is { } calling ? Numbers.PartyOf(calling) with { DisplayName = setup.First<Display>()?.Text } : null,
            Bearer(call),
            Replaces: IdentityIn(setup) is { } shown ? byLeg.Values.FirstOrDefault(other => other.Identity == shown)?.Id : null)
        {
            Claim = ReplacesClaim.Identity,
            Redirecting = setup.First<RedirectingNumber>() is { } redirecting ? Numbers.RedirectionOf(redirecting) : null,
        });
    }

    /// <summary>What callTransferSetup shows in a SETUP (ECMA-178 (12/2001) 6.5.1); null when there is none, or none that was given out.</summary>
    private string? IdentityIn(Q931Message setup)
    {
        if (settings.Isdn.Variant != IsdnVariant.Qsig || !byLeg.Values.Any(leg => leg.Identity is not null))
        {
            return null;
        }

        return setup.All<FacilityElement>()
            .SelectMany(element => FacilityContents.Decode(element.Contents, out _).Components).OfType<Component.Invoke>()
            .Select(invoke => Operation.Decode(FacilityVariant.Qsig, invoke, out _)).OfType<CallTransferSetup>()
            .FirstOrDefault()?.Identity;
    }

    /// <summary>An identity of four digits that nobody else waits for, and the number by which this call's other party is called here.</summary>
    private void GiveIdentity(IsdnLeg leg, Party party)
    {
        var identity = identifiers.NextCallIdentity();
        for (var tries = 0; tries < 16 && byLeg.Values.Any(other => other.Identity == identity); tries++)
        {
            identity = identifiers.NextCallIdentity();
        }

        if (Numbers.NumberOf(party) is { } number)
        {
            leg.Identity = identity;
            Ask(new TransferRequest.AllotIdentity(leg.Call, identity, number));
        }
        else
        {
            Ask(new TransferRequest.Refuse(leg.Call, Code.Local((int)GeneralError.NotAvailable)));
        }
    }

    private static Code ErrorOf(TransferRefusal reason) => Code.Local((int)(reason switch
    {
        TransferRefusal.AnotherTransferPending or TransferRefusal.InvalidCallState => GeneralError.InvalidCallState,
        TransferRefusal.Overload => GeneralError.NotAvailable,
        _ => GeneralError.SupplementaryServiceInteractionNotAllowed,
    }));

    private void Requested(IsdnLeg leg, Gateway.Isdn.Transfer.TransferTarget target)
    {
        switch (target)
        {
            case Gateway.Isdn.Transfer.TransferTarget.ToCall(var other) when byCall.TryGetValue(other, out var consultation):
                Say(new LegEvent.TransferRequested(leg.Id, new TransferTarget.ToLeg(consultation.Id)));
                break;
            case Gateway.Isdn.Transfer.TransferTarget.ToNumber(_, { Length: > 0 } shown, _) when byLeg.Values.FirstOrDefault(other => other.Identity == shown) is { } consultation:
                Say(new LegEvent.TransferRequested(leg.Id, new TransferTarget.ToLeg(consultation.Id)));
                break;
            case Gateway.Isdn.Transfer.TransferTarget.ToNumber(var number, var identity, _):
                Say(new LegEvent.TransferRequested(leg.Id, new TransferTarget.ToParty(Numbers.PartyOf(number), identity)));
                break;
            default:
                Ask(new TransferRequest.Refuse(leg.Call, Code.Local((int)GeneralError.InvalidCallState)));
                break;
        }
    }

    private void Report(IsdnLeg leg, TransferReport report)
    {
        switch (report)
        {
            case TransferReport.Succeeded:
                Ask(new TransferRequest.Complete(leg.Call));
                break;
            case TransferReport.Failed(var cause):
                Ask(new TransferRequest.Refuse(leg.Call, Code.Local(settings.Isdn.Variant == IsdnVariant.Qsig ? causes.ToCallTransferInitiateError(cause) : causes.ToExplicitEctError(cause))));
                break;
        }
    }

    private Cause CauseOf(TransferFailure failure)
    {
        var vocabulary = settings.Isdn.Variant == IsdnVariant.Qsig ? Causes.Qsig : Causes.Etsi;
        return failure switch
        {
            TransferFailure.Refused(var error) => Causes.FromTransferError(vocabulary, error.LocalValue ?? Causes.LinkIdNotAssigned),
            TransferFailure.Rejected(var problem) => Causes.FromTransferError(Causes.Reject, problem.Kind == ProblemKind.Invoke ? Causes.InvokeProblem + problem.Value : problem.Value),
            TransferFailure.TimedOut => Causes.FromTransferError(Causes.Timeout, Causes.ComponentTimer),
            TransferFailure.CallCleared(var cause) => new Cause(cause),
            _ => Cause.FacilityNotImplemented,
        };
    }

    /// <summary>The subscriber at the far side holds its party, or takes it back (EN 300 141-1 (05/2001)).</summary>
    private void Notified(IsdnLeg leg, NotificationDescription? description, Media bearer)
    {
        if (description == NotificationDescription.RemoteHold)
        {
            Say(new LegEvent.MediaOffered(leg.Id, bearer with { Direction = MediaDirection.SendOnly }));
        }
        else if (description == NotificationDescription.RemoteRetrieval)
        {
            Say(new LegEvent.MediaOffered(leg.Id, bearer));
        }
    }

    /// <summary>
    /// The bearer is switched by the device that carries it; the D-channel has no word for where the octets come from. It has one for being
    /// held, where the other side shows it: QSIG, and ETSI on the network side.
    /// </summary>
    private void ChangeMedia(IsdnLeg leg, Media remote)
    {
        if (Bearer(leg.Call) is not { } bearer)
        {
            Say(new LegEvent.MediaRefused(leg.Id, Cause.BearerCapabilityNotImplemented));
            return;
        }

        var held = remote.Direction is MediaDirection.SendOnly or MediaDirection.Inactive;
        if (held != leg.Held && (settings.Isdn.Variant == IsdnVariant.Qsig || settings.Isdn is { Variant: IsdnVariant.Etsi, Side: IsdnSide.Network }))
        {
            Ask(leg.Call, new CallRequest.Notify
            {
                Elements = [new NotificationIndicator(held ? NotificationDescription.RemoteHold : NotificationDescription.RemoteRetrieval)],
            });
        }

        leg.Held = held;
        Switch(leg, remote);
        Say(new LegEvent.MediaChanged(leg.Id, bearer));
    }

    /// <summary>Tells the device where this call's speech goes, once it is known which channel that is.</summary>
    private void Switch(IsdnLeg leg, Media? remote)
    {
        leg.Told = remote ?? leg.Told;
        if (leg.Told is { } told && Bearer(leg.Call) is { } bearer && leg.Switched != (bearer.Rtp, told))
        {
            leg.Switched = (bearer.Rtp, told);
            queue(new Work.Out(new ExchangeOutput.SwitchBearer(settings.Id, bearer.Rtp, told)));
        }
    }

    /// <summary>Where the device that carries the B-channels has this call's time slot; of a held call, where it had it. Null while no slot is known.</summary>
    private Media? Bearer(IsdnCallId call)
    {
        var leg = byCall.GetValueOrDefault(call);
        if (trunk.ChannelOf(call) is not { } slot)
        {
            return leg?.Media;
        }

        var media = new Media(new IPEndPoint(settings.Media.Address, settings.Media.Port + (2 * slot)), [Codec.G711ALaw, Codec.G711MuLaw]);
        if (leg is not null && leg.Media != media)
        {
            leg.Media = media;
            Switch(leg, null);
        }

        return media;
    }

    private static bool HasTones(Q931Message message) =>
        message.All<ProgressIndicator>().Any(progress => progress.Description is ProgressDescription.InbandInformationAvailable or ProgressDescription.NotEndToEndIsdn);

    private IsdnLeg Add(LegId id, IsdnCallId call)
    {
        var leg = new IsdnLeg(id, call);
        byLeg.Add(id, leg);
        byCall.Add(call, leg);
        return leg;
    }

    private void Say(LegEvent said) => queue(new Work.LegSaid(said));

    private void Ask(IsdnCallId call, CallRequest request) => queue(new Work.IsdnAsked(settings.Id, new IsdnInput.Request(call, request)));

    private void Ask(TransferRequest request) => queue(new Work.IsdnAsked(settings.Id, new IsdnInput.Transfer(request)));

    /// <summary>One ISDN call as a leg.</summary>
    private sealed class IsdnLeg(LegId id, IsdnCallId call)
    {
        public LegId Id { get; } = id;

        public IsdnCallId Call { get; } = call;

        /// <summary>Where its bearer is, as last known.</summary>
        public Media? Media { get; set; }

        /// <summary>Where its speech goes.</summary>
        public Media? Told { get; set; }

        /// <summary>What the device was told last.</summary>
        public (IPEndPoint Bearer, Media Remote)? Switched { get; set; }

        /// <summary>The party on this call was told that it is held.</summary>
        public bool Held { get; set; }

        public Cause? ReleasedWith { get; set; }

        /// <summary>As we send it; null until somebody asked.</summary>
        public CallReference? Reference { get; set; }

        /// <summary>Given out for a transferred party to show; null when none is, or not any more.</summary>
        public string? Identity { get; set; }

        /// <summary>The transfer whose step this call was asked to do.</summary>
        public TransferId? Asked { get; set; }
    }
}
