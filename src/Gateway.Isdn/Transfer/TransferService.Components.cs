using Gateway.Codecs.Asn1;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Facility.Dms100;
using Gateway.Codecs.Isdn.Facility.Etsi;
using Gateway.Codecs.Isdn.Facility.Ni2;
using Gateway.Codecs.Isdn.Facility.Qsig;
using Gateway.Codecs.Isdn.Messages;

namespace Gateway.Isdn.Transfer;

/// <summary>Components, both ways.</summary>
internal sealed partial class TransferService
{
    private const int CallDelivered = 4;
    private const int CallReceived = 7;
    private const int Active = 10;

    private static readonly Code CallTransferSetupCode = new CallTransferSetup("").Code;

    private void Invoke(TransferLeg leg, Operation operation)
    {
        int invokeId = operation is RltThirdParty ? RltThirdParty.InvokeId : NextInvokeId(leg);
        if (IsConfirmed(operation))
            leg.Outstanding[invokeId] = new Invocation(operation, IsRerouteing(operation) ? leg.Attempt : leg.HandOver);
        Ask(leg.Call, With(new CallRequest.Facility(), ElementOf(operation.ToInvoke(invokeId), InterpretationOf(operation))));
    }

    private void Answer(IsdnCallId call, Component component) => Ask(call, With(new CallRequest.Facility(), component));

    private void Refuse(IsdnCallId call, int invokeId, GeneralError error) => Refuse(call, invokeId, Code.Local((int)error));

    private void Refuse(IsdnCallId call, int invokeId, Code error) => Answer(call, new Component.ReturnError(invokeId, error, null));

    private int NextInvokeId(TransferLeg leg)
    {
        do
            lastInvokeId = (lastInvokeId % MaxInvokeId) + 1;
        while (leg.Outstanding.ContainsKey(lastInvokeId));
        return lastInvokeId;
    }

    private static bool IsConfirmed(Operation operation) => operation
        is EctLinkIdRequest or ExplicitEctExecute or EctExecute or TwoBChannelTransfer or RltThirdParty
        or CallTransferIdentify or CallTransferInitiate or SsctInitiate;

    /// <summary>ECMA-178 3rd edition, 6.5: what a peer without the service is to do.</summary>
    private static Interpretation InterpretationOf(Operation operation) => IsConfirmed(operation)
        ? Interpretation.RejectAnyUnrecognisedInvokePdu
        : Interpretation.DiscardAnyUnrecognisedInvokePdu;

    private FacilityElement ElementOf(Component component, Interpretation? interpretation = null)
    {
        FacilityContents contents = variant switch
        {
            FacilityVariant.Qsig => new FacilityContents(
                ProtocolProfile.NetworkingExtensions, null, NetworkFacilityExtension.EndToEnd, null, interpretation, [component]),
            FacilityVariant.Dms100 => FacilityContents.Dms100(component),
            _ => FacilityContents.RemoteOperations(component),
        };
        Span<byte> octets = stackalloc byte[1024];
        if (!contents.TryEncode(octets, out int written))
            throw new InvalidOperationException($"{component.GetType().Name} does not fit.");
        return new FacilityElement(octets[..written].ToArray());
    }

    private void TakeFacility(IsdnCallId call, FacilityElement element)
    {
        FacilityContents contents = FacilityContents.Decode(element.Contents, out DecodeFault? fault);
        if (IsForTheOtherEnd(call, contents) is { } other)
        {
            Ask(other, With(new CallRequest.Facility(), element));
            return;
        }

        if (contents.CarriesRemoteOperations)
        {
            foreach (Component component in contents.Components)
                Take(LegOf(call), component, contents.Interpretation);
        }

        if (fault is not { } broken)
            return;
        acts.Enqueue(new TransferAct.Observe(call, $"Facility broken after {contents.Components.Count} components", broken));

        // A reject is never rejected (X.229 8.4), not even a broken one.
        if (contents.CarriesRemoteOperations && !broken.Path.StartsWith("facility.reject", StringComparison.Ordinal))
        {
            Answer(call, new Component.Reject(null, broken.Reason == DecodeFaultReason.UnknownAlternative
                ? Problem.UnrecognizedComponent
                : Problem.BadlyStructuredComponent));
        }
    }

    /// <summary>Between two joined calls a transit PINX passes on what is for end PINXs (ECMA-165 4th edition, clause 7).</summary>
    private IsdnCallId? IsForTheOtherEnd(IsdnCallId call, FacilityContents contents) =>
        variant == FacilityVariant.Qsig && contents.Extension is { Destination: EntityType.EndPinx, DestinationAddress: null }
        && legs.TryGetValue(call, out TransferLeg? leg)
            ? leg.JoinedWith
            : null;

    private void Take(TransferLeg leg, Component component, Interpretation? interpretation)
    {
        switch (component)
        {
            case Component.Invoke invoke:
                TakeInvoke(leg, invoke, interpretation);
                break;
            case Component.ReturnResult result when leg.Outstanding.Remove(result.InvokeId, out Invocation asked):
                TakeResult(leg, asked, result);
                break;
            case Component.ReturnError error when leg.Outstanding.Remove(error.InvokeId, out Invocation asked):
                TakeRefusal(leg, asked, new TransferFailure.Refused(error.ErrorCode));
                break;
            case Component.Reject { InvokeId: { } invokeId } reject when leg.Outstanding.Remove(invokeId, out Invocation asked):
                TakeRefusal(leg, asked, new TransferFailure.Rejected(reject.Problem));
                break;
            default:
                // No reject to an answer: it would go round in circles.
                Observe(leg.Call, $"{component.GetType().Name} that belongs to no invocation of this call");
                break;
        }
    }

    private void TakeResult(TransferLeg leg, Invocation asked, Component.ReturnResult component)
    {
        OperationResult? result = OperationResult.Decode(variant, component, out DecodeFault? fault);
        bool fits = result is not null && asked.Operation switch
        {
            EctLinkIdRequest => result is EctLinkIdRequestResult,
            CallTransferIdentify => result is CallTransferIdentifyResult,
            RltOperationIndication => result is RltOperationIndicationResult,
            _ => true,
        };
        if (!fits)
        {
            acts.Enqueue(new TransferAct.Observe(leg.Call, $"result of {asked.Operation.GetType().Name} is mistyped", fault));
            Answer(leg.Call, new Component.Reject(component.InvokeId, Problem.MistypedResult));
            TakeRefusal(leg, asked, new TransferFailure.Rejected(Problem.MistypedResult));
        }
        else if (result is RltOperationIndicationResult callId)
        {
            leg.RltCallId = callId.CallId;
        }
        else if (IsOver(leg, asked))
        {
            Observe(leg.Call, $"late result of {asked.Operation.GetType().Name}");
        }
        else if (IsRerouteing(asked.Operation))
        {
            leg.Identified = result as CallTransferIdentifyResult;
            Move(leg, new TransferringPinx.Input.Answered());
        }
        else
        {
            Move(leg.HandOver!, result is EctLinkIdRequestResult link
                ? new ExplicitCallTransfer.Input.LinkIdAllotted(link.LinkId)
                : new ExplicitCallTransfer.Input.Executed());
        }
    }

    private void TakeRefusal(TransferLeg leg, Invocation asked, TransferFailure failure)
    {
        if (IsOver(leg, asked))
            Observe(leg.Call, $"{asked.Operation.GetType().Name} refused: {failure}");
        else if (IsRerouteing(asked.Operation))
            Move(leg, new TransferringPinx.Input.Refused(failure));
        else
            Move(leg.HandOver!, new ExplicitCallTransfer.Input.Refused(failure));
    }

    private static bool IsRerouteing(Operation operation) => operation is CallTransferIdentify or CallTransferInitiate or SsctInitiate;

    /// <summary>Answers of an attempt that has ended must not be taken for those of the next one.</summary>
    private static bool IsOver(TransferLeg leg, Invocation asked) => asked.Attempt is null
        || !ReferenceEquals(asked.Attempt, leg.HandOver)
        && !(leg.Transferring is not TransferringPinx.State.CtIdle && ReferenceEquals(asked.Attempt, leg.Attempt));

    private void TakeInvoke(TransferLeg leg, Component.Invoke invoke, Interpretation? interpretation)
    {
        Operation? operation = Operation.Decode(variant, invoke, out DecodeFault? fault);
        if (operation is null)
        {
            acts.Enqueue(new TransferAct.Observe(leg.Call, $"argument of {invoke.OperationCode} is mistyped", fault));
            Answer(leg.Call, new Component.Reject(invoke.InvokeId, Problem.MistypedArgument));
            return;
        }

        if (operation is UnknownOperation)
        {
            TakeUnknown(leg, invoke, interpretation);
            return;
        }

        switch (variant)
        {
            case FacilityVariant.Qsig:
                TakeQsig(leg, invoke.InvokeId, operation);
                break;
            case FacilityVariant.Etsi:
                TakeEtsi(leg, invoke.InvokeId, operation);
                break;
            case FacilityVariant.Ni2 when operation is TwoBChannelTransfer transfer:
                TakeHandOver(leg, invoke.InvokeId, operation, CallOf(transfer.CallReference), Code.Local((int)GeneralError.InvalidCallState));
                break;
            case FacilityVariant.Dms100 when operation is RltThirdParty transfer:
                TakeHandOver(
                    leg, invoke.InvokeId, operation,
                    legs.Values.FirstOrDefault(other => other.RltCallId == transfer.CallId)?.Call, Code.Local((int)RltError.CallIdNotFound));
                break;
            case FacilityVariant.Dms100 when operation is RltOperationIndication && trunk.Settings.Side == IsdnSide.Network:
                leg.RltCallId = ++lastRltCallId;
                leg.Riding = new RltOperationIndicationResult(lastRltCallId).ToReturnResult(invoke.InvokeId);
                break;
        }
    }

    /// <summary>EN 300 196-1 V1.3.2, 8.2.3.2; ECMA-165 4th edition, 11.3.3.5: in QSIG the sender says what to do.</summary>
    private void TakeUnknown(TransferLeg leg, Component.Invoke invoke, Interpretation? interpretation)
    {
        Observe(leg.Call, $"unknown operation {invoke.OperationCode}");
        switch (variant)
        {
            case FacilityVariant.Qsig when interpretation == Interpretation.DiscardAnyUnrecognisedInvokePdu:
            case FacilityVariant.Dms100:
                break;
            case FacilityVariant.Qsig when interpretation == Interpretation.ClearCallIfAnyInvokePduNotRecognised:
                Ask(leg.Call, With(
                    new CallRequest.Disconnect(new Cause(trunk.Settings.Location, 29)),
                    new Component.Reject(invoke.InvokeId, Problem.UnrecognizedOperation)));
                break;
            default:
                Answer(leg.Call, new Component.Reject(invoke.InvokeId, Problem.UnrecognizedOperation));
                break;
        }
    }

    private void TakeEtsi(TransferLeg leg, int invokeId, Operation operation)
    {
        switch (operation)
        {
            case EctLinkIdRequest when trunk.Settings.Side == IsdnSide.Network:
                AllotLink(leg, invokeId);
                break;
            case ExplicitEctExecute execute when trunk.Settings.Side == IsdnSide.Network:
                TakeHandOver(
                    leg, invokeId, operation, links.TryGetValue(execute.LinkId, out IsdnCallId linked) ? linked : null,
                    EtsiError.LinkIdNotAssignedByNetwork);
                break;
            case EctExecute when trunk.Settings.Side == IsdnSide.Network:
                IsdnCallId[] others = trunk.IsHeld(leg.Call)
                    ? [.. trunk.LiveCalls.Where(other => other != leg.Call && !trunk.IsHeld(other) && trunk.StateOf(other) is Active or CallDelivered)]
                    : [];
                TakeHandOver(leg, invokeId, operation, others.Length == 1 ? others[0] : null, Code.Local((int)GeneralError.InvalidCallState));
                break;
            case EctInform inform:
                Indicate(new TransferIndication.PartyChanged(leg.Call, TransferParties.Of(inform), inform.Status == EctCallStatus.Alerting));
                break;
            case EctLinkIdRequest or ExplicitEctExecute or EctExecute or EctLoopTest:
                Refuse(leg.Call, invokeId, GeneralError.NotAvailable);
                break;
            case CallDeflection or CallRerouting:
                Refuse(leg.Call, invokeId, GeneralError.NotSubscribed);
                break;
        }
    }

    private void AllotLink(TransferLeg leg, int invokeId)
    {
        if (trunk.StateOf(leg.Call) is not (Active or CallDelivered))
        {
            Refuse(leg.Call, invokeId, GeneralError.InvalidCallState);
            return;
        }

        do
            lastLinkId = (lastLinkId % MaxInvokeId) + 1;
        while (links.ContainsKey(lastLinkId));
        links[lastLinkId] = leg.Call;
        Answer(leg.Call, new EctLinkIdRequestResult(lastLinkId).ToReturnResult(invokeId));
    }

    /// <summary>EN 300 369-1 V1.2.4, clause 9: one call is active, the other active or outgoing and alerting.</summary>
    private void TakeHandOver(TransferLeg leg, int invokeId, Operation operation, IsdnCallId? other, Code unknownCall)
    {
        int state = trunk.StateOf(leg.Call);
        int otherState = other is { } known ? trunk.StateOf(known) : 0;
        if (trunk.Settings.Side != IsdnSide.Network)
            Refuse(leg.Call, invokeId, GeneralError.NotAvailable);
        else if (other is null || otherState == 0)
            Refuse(leg.Call, invokeId, unknownCall);
        else if (other == leg.Call)
            Refuse(leg.Call, invokeId, GeneralError.NotAvailable);
        else if ((state, otherState) is not ((Active, Active) or (Active, CallDelivered) or (CallDelivered, Active)))
            Refuse(leg.Call, invokeId, GeneralError.InvalidCallState);
        else
            TakeRequest(leg, invokeId, operation, new TransferTarget.ToCall(other.Value));
    }

    private void TakeRequest(TransferLeg leg, int invokeId, Operation operation, TransferTarget target)
    {
        if (leg.Requested is RequestedTransfer.State.Idle)
        {
            leg.RequestedOperation = operation.Code;
            leg.RequestedOther = (target as TransferTarget.ToCall)?.Other;
        }

        Move(leg, new RequestedTransfer.Input.Requested(invokeId), target);
    }

    /// <summary>The call a controller means by the octets of its own call reference.</summary>
    private IsdnCallId? CallOf(int reference)
    {
        var asWeSendIt = new CallReference(
            trunk.Settings.CallReferenceLength, (reference & FlagOfTwoOctets) == 0, (uint)reference & ~FlagOfTwoOctets & ushort.MaxValue);
        foreach (IsdnCallId call in trunk.LiveCalls)
        {
            if (trunk.ReferenceOf(call) is { } found && (found.Flag, found.Value) == (asWeSendIt.Flag, asWeSendIt.Value))
                return call;
        }

        return null;
    }

    private void TakeQsig(TransferLeg leg, int invokeId, Operation operation)
    {
        int state = trunk.StateOf(leg.Call);
        switch (operation)
        {
            case CallTransferIdentify when state is Active or CallDelivered or CallReceived:
                Move(leg, new SecondaryPinx.Input.Identify(invokeId));
                break;
            case CallTransferInitiate initiate when state == Active:
                TakeRequest(leg, invokeId, operation, new TransferTarget.ToNumber(initiate.RerouteingNumber, initiate.Identity, AwaitConnect: false));
                break;
            case SsctInitiate initiate when state == Active:
                TakeRequest(leg, invokeId, operation, new TransferTarget.ToNumber(initiate.RerouteingNumber, null, initiate.AwaitConnect));
                break;
            case CallTransferIdentify or CallTransferInitiate or SsctInitiate:
                Refuse(leg.Call, invokeId, GeneralError.InvalidCallState);
                break;
            case CallTransferSetup setup:
                Move(leg, new SecondaryPinx.Input.Setup(invokeId), setup);
                break;
            case CallTransferAbandon:
                Move(leg, new SecondaryPinx.Input.Abandon());
                break;
            case CallTransferComplete complete:
                Indicate(new TransferIndication.PartyChanged(leg.Call, TransferParties.Of(complete), complete.Status == CallStatus.Alerting));
                break;
            case CallTransferActive active:
                Indicate(new TransferIndication.PartyChanged(leg.Call, TransferParties.Of(active), Alerting: false));
                break;
            case CallTransferUpdate update:
                Indicate(new TransferIndication.PartyChanged(leg.Call, TransferParties.Of(update), Alerting: false));
                break;
            case PathReplacePropose:
                Refuse(leg.Call, invokeId, Code.Local((int)QsigError.CriteriaPermanentlyUnachievable));
                break;
            case PathReplaceSetup or PathReplaceRetain:
                Refuse(leg.Call, invokeId, Code.Local((int)QsigError.UnrecognizedCallIdentity));
                break;
            case CallRerouteing:
                Refuse(leg.Call, invokeId, GeneralError.NotAvailable);
                break;
        }
    }
}
