using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Facility.Etsi;
using Gateway.Codecs.Isdn.Messages;

namespace Gateway.Isdn.Transfer;

/// <summary>What users ask of the network: EN 300 369-1 V1.2.4, and the checks it has in common with GR-2865 and NIS-A211-1.</summary>
internal sealed partial class TransferService
{
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
}
