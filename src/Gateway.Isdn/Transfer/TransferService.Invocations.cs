using Gateway.Codecs.Asn1;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Facility.Dms100;
using Gateway.Codecs.Isdn.Facility.Ni2;

namespace Gateway.Isdn.Transfer;

/// <summary>Operations the far side invokes: told apart by variant, unknown ones answered.</summary>
internal sealed partial class TransferService
{
    // Numbers of the states of call control, the same at both sides.
    private const int CallDelivered = 4;
    private const int CallReceived = 7;
    private const int Active = 10;

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

    /// <summary>EN 300 196-1 V1.3.2, 8.2.3.2; ECMA-165 4th edition, 11.3.3.5: with networking extensions the sender says what to do.</summary>
    private void TakeUnknown(TransferLeg leg, Component.Invoke invoke, Interpretation? interpretation)
    {
        Observe(leg.Call, $"unknown operation {invoke.OperationCode}");
        switch (interpretation)
        {
            case Interpretation.DiscardAnyUnrecognisedInvokePdu:
            case null when variant == FacilityVariant.Dms100:
                break;
            case Interpretation.ClearCallIfAnyInvokePduNotRecognised:
                Ask(leg.Call, With(
                    new CallRequest.Disconnect(new Cause(trunk.Settings.Location, 29)),
                    new Component.Reject(invoke.InvokeId, Problem.UnrecognizedOperation)));
                break;
            default:
                Answer(leg.Call, new Component.Reject(invoke.InvokeId, Problem.UnrecognizedOperation));
                break;
        }
    }
}
