using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Facility.Dms100;
using Gateway.Codecs.Isdn.Facility.Etsi;
using Gateway.Codecs.Isdn.Facility.Qsig;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Isdn.Transfer;

/// <summary>
/// The transfer services of one trunk: keeps the machines of each call, finds the machine an answer belongs to by call and invoke identity,
/// and answers operations nobody here knows (EN 300 196-1 V1.3.2, clause 8; ECMA-165 4th edition, clause 10).
/// </summary>
/// <remarks>What it wants done is queued; the trunk does what concerns calls when the turn of call control is over, so nothing is re-entrant.</remarks>
internal sealed partial class TransferService
{
    private const byte NormalClearing = 16;
    private const int MaxInvokeId = short.MaxValue;

    private readonly IsdnTrunk trunk;
    private readonly FacilityVariant variant;
    private readonly Dictionary<IsdnCallId, TransferLeg> legs = [];
    private readonly Dictionary<int, IsdnCallId> links = [];
    private readonly Queue<TransferAct> acts = [];
    private int lastInvokeId;
    private int lastLinkId;
    private int lastRltCallId;

    public TransferService(IsdnTrunk trunk)
    {
        this.trunk = trunk;
        variant = trunk.Settings.Variant switch
        {
            IsdnVariant.Qsig => FacilityVariant.Qsig,
            IsdnVariant.Ni2 or IsdnVariant.Att4Ess or IsdnVariant.Lucent5Ess => FacilityVariant.Ni2,
            IsdnVariant.Dms100 => FacilityVariant.Dms100,
            _ => FacilityVariant.Etsi,
        };
    }

    /// <summary>What transfers know of one call.</summary>
    private sealed class TransferLeg(IsdnCallId call)
    {
        internal IsdnCallId Call { get; } = call;

        internal TransferringPinx.State Transferring { get; set; } = TransferringPinx.Initial;

        internal RequestedTransfer.State Requested { get; set; } = RequestedTransfer.Initial;

        internal SecondaryPinx.State Secondary { get; set; } = SecondaryPinx.Initial;

        internal TransferByJoin.State Joining { get; set; } = TransferByJoin.Initial;

        /// <summary>The hand-over this call takes part in.</summary>
        internal HandOver? HandOver { get; set; }

        /// <summary>Operations sent on this call and not answered yet.</summary>
        internal Dictionary<int, Invocation> Outstanding { get; } = [];

        /// <summary>The latest identification, rerouteing or single step transfer asked for on this call.</summary>
        internal object? Attempt { get; set; }

        /// <summary>What callTransferInitiate or ssctInitiate to send when the machine says so.</summary>
        internal Operation? Initiate { get; set; }

        /// <summary>The operation of a requested transfer, and the other call of the requester.</summary>
        internal Code? RequestedOperation { get; set; }

        internal IsdnCallId? RequestedOther { get; set; }

        /// <summary>Allotted on this, the secondary, call.</summary>
        internal string? Identity { get; set; }

        /// <summary>What the machines ask to be sent is told by the request or answer that moved them.</summary>
        internal TransferRequest.Announce? Announced { get; set; }

        internal TransferRequest.AllotIdentity? Allotted { get; set; }

        internal CallTransferIdentifyResult? Identified { get; set; }

        internal IsdnCallId? JoinedWith { get; set; }

        /// <summary>Release link trunk: the identity the switch has, or we have, given this call.</summary>
        internal int? RltCallId { get; set; }

        /// <summary>Goes out with the next ALERTING, CONNECT or clearing message.</summary>
        internal Component? Riding { get; set; }
    }

    /// <summary>An operation that waits for its answer.</summary>
    /// <param name="Attempt">What it was sent for; an answer that comes when that is over changes nothing any more.</param>
    private readonly record struct Invocation(Operation Operation, object? Attempt);

    /// <summary>Two calls the network is to join.</summary>
    private sealed class HandOver(IsdnCallId primary, IsdnCallId secondary)
    {
        internal IsdnCallId Primary { get; } = primary;

        internal IsdnCallId Secondary { get; } = secondary;

        internal ExplicitCallTransfer.State State { get; set; } = ExplicitCallTransfer.Initial;

        /// <summary>The operation that joins, unless it needs a link identity first.</summary>
        internal Operation? Execute { get; init; }

        internal TransferCall RoleOf(IsdnCallId call) => call == Primary ? TransferCall.Primary : TransferCall.Secondary;

        internal IsdnCallId CallOf(TransferCall role) => role == TransferCall.Primary ? Primary : Secondary;
    }

    public bool TryDequeue(out TransferAct act) => acts.TryDequeue(out act!);

    public void Take(TransferRequest request)
    {
        if (trunk.StateOf(request.Call) == 0 || request is TransferRequest.HandOver { Secondary: var target } && trunk.StateOf(target) == 0)
        {
            Observe(request.Call, $"{request.GetType().Name} dropped: the call is gone");
            if (request is TransferRequest.HandOver or TransferRequest.Identify or TransferRequest.Reroute or TransferRequest.SingleStep)
                Indicate(new TransferIndication.Failed(request.Call, new TransferFailure.NotPossible("the call is gone")));
            return;
        }

        TransferLeg leg = LegOf(request.Call);
        switch (request)
        {
            case TransferRequest.HandOver handOver:
                Begin(leg, handOver);
                break;
            case TransferRequest.Identify when MayTransfer(leg):
                Move(leg, new TransferringPinx.Input.IdentifyRequest());
                break;
            case TransferRequest.Reroute reroute when MayTransfer(leg, reroute.RerouteingNumber):
                leg.Initiate = new CallTransferInitiate(reroute.Identity, reroute.RerouteingNumber);
                Move(leg, new TransferringPinx.Input.InitiateRequest(AwaitConnect: false));
                break;
            case TransferRequest.SingleStep step when MayTransfer(leg, step.RerouteingNumber):
                leg.Initiate = new SsctInitiate(
                    step.RerouteingNumber,
                    TransferParties.AddressOf(TransferParties.Sendable(step.Transferred)),
                    step.AwaitConnect,
                    step.Transferred.Name,
                    step.Transferring is null ? null : TransferParties.AddressOf(TransferParties.Sendable(step.Transferring)),
                    step.Transferring?.Name);
                Move(leg, new TransferringPinx.Input.InitiateRequest(step.AwaitConnect));
                break;
            case TransferRequest.Abandon:
                Move(leg, new TransferringPinx.Input.AbandonRequest());
                if (leg.HandOver is { } running)
                    Move(running, new ExplicitCallTransfer.Input.Abandon());
                break;
            case TransferRequest.Announce announce:
                Announce(leg, announce);
                break;
            case TransferRequest.Join join when trunk.StateOf(join.Other) != 0:
                leg.JoinedWith = join.Other;
                LegOf(join.Other).JoinedWith = join.Call;
                break;
            case TransferRequest.Complete:
                Move(leg, new RequestedTransfer.Input.Complete());
                break;
            case TransferRequest.Refuse refuse:
                Move(leg, new RequestedTransfer.Input.Refuse(refuse.Error));
                Move(leg, new SecondaryPinx.Input.Refuse(refuse.Error));
                break;
            case TransferRequest.AllotIdentity allot:
                leg.Identity = allot.Identity;
                leg.Allotted = allot;
                Move(leg, new SecondaryPinx.Input.IdentityChosen());
                break;
        }
    }

    public void Expire(IsdnTimerKey timer)
    {
        if (timer.Call is not { } call || !legs.TryGetValue(call, out TransferLeg? leg))
            return;
        switch (timer.Timer)
        {
            case IsdnTimer.EctLinkId or IsdnTimer.EctExecution when leg.HandOver is { } handOver:
                Move(handOver, new ExplicitCallTransfer.Input.Expired(timer.Timer));
                break;
            case IsdnTimer.CtT1 or IsdnTimer.CtT3 or IsdnTimer.SsctT1:
                Move(leg, new TransferringPinx.Input.Expired(timer.Timer));
                break;
            case IsdnTimer.CtT2:
                Move(leg, new SecondaryPinx.Input.Expired(timer.Timer));
                break;
        }
    }

    /// <summary>A request on its way to call control: components that ride in its message are added.</summary>
    public CallRequest Complete(IsdnCallId call, CallRequest request)
    {
        if (request is CallRequest.Setup && variant == FacilityVariant.Dms100 && trunk.Settings.Side == IsdnSide.User)
        {
            TransferLeg placed = LegOf(call);
            var operation = new RltOperationIndication();
            placed.Outstanding[RltOperationIndication.InvokeId] = new Invocation(operation, null);
            return With(request, operation.ToInvoke(RltOperationIndication.InvokeId));
        }

        if (!legs.TryGetValue(call, out TransferLeg? leg))
            return request;
        if (request is CallRequest.Answer)
            Move(leg, new SecondaryPinx.Input.Connecting());
        else if (request is CallRequest.Disconnect)
            Move(leg, new SecondaryPinx.Input.Disconnecting());
        if (request is CallRequest.Alert or CallRequest.Answer or CallRequest.Disconnect && leg.Riding is { } component)
        {
            leg.Riding = null;
            return With(request, component);
        }

        return request;
    }

    public void Take(IsdnCallId call, CallIndication indication)
    {
        switch (indication)
        {
            case CallIndication.FacilityReceived facility:
                foreach (FacilityElement element in facility.Facilities)
                    TakeFacility(call, element);
                break;
            case CallIndication.Notified notified when notified.Message.First<NotificationIndicator>()?.Description
                is NotificationDescription.CallTransferAlerting or NotificationDescription.CallTransferActive:
                bool alerting = notified.Message.First<NotificationIndicator>()!.Description == NotificationDescription.CallTransferAlerting;
                Indicate(new TransferIndication.PartyChanged(
                    call, TransferParties.Of(notified.Message.First<RedirectionNumber>()), alerting));
                break;
            case CallIndication.Disconnecting disconnecting:
                TakeClearing(call, disconnecting.Cause.Value);
                break;
            case CallIndication.Released released:
                TakeClearing(call, released.Cause.Value);
                Forget(call);
                break;
        }
    }

    private void TakeClearing(IsdnCallId call, byte cause)
    {
        if (!legs.TryGetValue(call, out TransferLeg? leg))
            return;
        if (leg.HandOver is { } handOver)
            Move(handOver, new ExplicitCallTransfer.Input.Cleared(handOver.RoleOf(call), cause));
        Move(leg, new TransferringPinx.Input.Cleared(cause));
        Move(leg, new RequestedTransfer.Input.Cleared());
        Move(leg, new SecondaryPinx.Input.Cleared());
        Move(leg, new TransferByJoin.Input.Cleared());
    }

    private void Forget(IsdnCallId call)
    {
        if (!legs.Remove(call, out TransferLeg? leg))
            return;
        if (leg.JoinedWith is { } other && legs.TryGetValue(other, out TransferLeg? joined))
            joined.JoinedWith = null;
        foreach (int link in links.Where(link => link.Value == call).Select(link => link.Key).ToArray())
            links.Remove(link);
    }

    private bool MayTransfer(TransferLeg leg, PartyNumber? target = null)
    {
        string? reason = variant != FacilityVariant.Qsig ? "only QSIG has this service"
            : target is not null && !TransferParties.IsSendable(target) ? "that is no number"
            : leg.Transferring is not TransferringPinx.State.CtIdle ? "a transfer of this call is under way"
            : null;
        if (reason is not null)
            Indicate(new TransferIndication.Failed(leg.Call, new TransferFailure.NotPossible(reason)));
        else
            leg.Attempt = new object();
        return reason is null;
    }

    private void Announce(TransferLeg leg, TransferRequest.Announce announce)
    {
        announce = announce with { Party = TransferParties.Sendable(announce.Party) };
        switch (variant)
        {
            case FacilityVariant.Qsig:
                leg.Announced = announce;
                Move(leg, new TransferByJoin.Input.Announce(announce.Alerting));
                break;
            case FacilityVariant.Etsi when trunk.Settings.Side == IsdnSide.Network:
                Invoke(leg, new EctInform(
                    announce.Alerting ? EctCallStatus.Alerting : EctCallStatus.Active, TransferParties.UnscreenedOf(announce.Party)));
                break;
            default:
                Observe(leg.Call, $"nothing told about the new party: {trunk.Settings.Variant} has no words for it on the side of the {trunk.Settings.Side}");
                break;
        }
    }

    private TransferLeg LegOf(IsdnCallId call)
    {
        if (!legs.TryGetValue(call, out TransferLeg? leg))
            legs[call] = leg = new TransferLeg(call);
        return leg;
    }

    private void Indicate(TransferIndication indication) => acts.Enqueue(new TransferAct.Indicate(indication));

    private void Observe(IsdnCallId call, string line) => acts.Enqueue(new TransferAct.Observe(call, line));

    private void Ask(IsdnCallId call, CallRequest request) => acts.Enqueue(new TransferAct.Ask(call, request));

    private Cause Normal() => new(trunk.Settings.Location, NormalClearing);

    private static CallRequest With(CallRequest request, FacilityElement facility) =>
        request with { Elements = request.Elements.Add(facility) };

    private CallRequest With(CallRequest request, Component component) => With(request, ElementOf(component));
}
