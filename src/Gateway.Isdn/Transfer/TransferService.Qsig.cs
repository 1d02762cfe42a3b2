using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Facility.Qsig;

namespace Gateway.Isdn.Transfer;

/// <summary>What private exchanges ask of each other: ECMA-178 3rd edition, ECMA-300 2nd edition.</summary>
internal sealed partial class TransferService
{
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
