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

        if (!contents.CarriesRemoteOperations)
            return;
        foreach (Component component in contents.Components)
            Take(LegOf(call), component, contents.Interpretation);
        if (fault is not { } broken)
            return;
        acts.Enqueue(new TransferAct.Observe(call, $"Facility broken after {contents.Components.Count} components", broken));

        // A reject is never rejected (X.229 (11/1988) 8.4), not even a broken one.
        if (!broken.Path.StartsWith("facility.reject", StringComparison.Ordinal))
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
}
