using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Facility.Dms100;
using Gateway.Codecs.Isdn.Facility.Etsi;
using Gateway.Codecs.Isdn.Facility.Ni2;
using Gateway.Codecs.Isdn.Facility.Qsig;
using Gateway.Codecs.Isdn.Messages;

namespace Gateway.Isdn.Transfer;

/// <summary>Inputs to the machines, and what their outputs mean on the wire.</summary>
internal sealed partial class TransferService
{
    private const uint FlagOfTwoOctets = 0x8000;

    private void Begin(TransferLeg leg, TransferRequest.HandOver request)
    {
        TransferLeg secondary = LegOf(request.Secondary);
        if (WhyNotHandedOver(leg, secondary) is { } reason)
        {
            Indicate(new TransferIndication.Failed(leg.Call, new TransferFailure.NotPossible(reason)));
            return;
        }

        var (operation, on) = OperationFor(leg, secondary, request.ImplicitLinkage);
        var handOver = new HandOver(leg.Call, secondary.Call) { Execute = operation };
        leg.HandOver = secondary.HandOver = handOver;
        Move(handOver, operation is null
            ? new ExplicitCallTransfer.Input.BeginWithLinkId()
            : new ExplicitCallTransfer.Input.BeginAtOnce(on));
    }

    private string? WhyNotHandedOver(TransferLeg primary, TransferLeg secondary) =>
        variant == FacilityVariant.Qsig ? "QSIG has no network that joins calls"
        : trunk.Settings.Side == IsdnSide.Network && variant != FacilityVariant.Etsi ? "this side is the network"
        : primary.Call == secondary.Call ? "both calls are the same"
        : primary.HandOver is not null || secondary.HandOver is not null ? "a transfer of one of the calls is under way"
        : variant == FacilityVariant.Dms100 && primary.RltCallId is null && secondary.RltCallId is null ? "the switch gave no call identity"
        : null;

    private (Operation? Operation, TransferCall On) OperationFor(TransferLeg primary, TransferLeg secondary, bool implicitLinkage)
    {
        switch (variant)
        {
            case FacilityVariant.Ni2:
                CallReference other = trunk.ReferenceOf(secondary.Call)!.Value;
                return (new TwoBChannelTransfer((int)(other.Value | (other.Flag ? FlagOfTwoOctets : 0))), TransferCall.Primary);
            case FacilityVariant.Dms100 when secondary.RltCallId is { } callId:
                return (new RltThirdParty(callId), TransferCall.Primary);
            case FacilityVariant.Dms100:
                return (new RltThirdParty(primary.RltCallId!.Value), TransferCall.Secondary);
            default:
                return (implicitLinkage ? new EctExecute() : null, TransferCall.Primary);
        }
    }

    private void Move(HandOver handOver, ExplicitCallTransfer.Input input)
    {
        ExplicitCallTransfer.State from = handOver.State;
        ExplicitCallTransfer.Transition transition = ExplicitCallTransfer.Handle(from, input);
        handOver.State = transition.Next;
        Moved(handOver.Primary, nameof(ExplicitCallTransfer), from, input, transition.Next);
        if (transition.Next is ExplicitCallTransfer.State.Idle)
        {
            foreach (IsdnCallId call in new[] { handOver.Primary, handOver.Secondary })
            {
                if (legs.TryGetValue(call, out TransferLeg? leg))
                    leg.HandOver = null;
            }
        }

        foreach (ExplicitCallTransfer.Output output in transition.Outputs)
        {
            switch (output)
            {
                case ExplicitCallTransfer.Output.RequestLinkId:
                    Invoke(LegOf(handOver.Primary), new EctLinkIdRequest());
                    break;
                case ExplicitCallTransfer.Output.ExecuteWithLinkId execute:
                    Invoke(LegOf(handOver.Secondary), new ExplicitEctExecute(execute.LinkId));
                    break;
                case ExplicitCallTransfer.Output.Execute execute:
                    Invoke(LegOf(handOver.CallOf(execute.On)), handOver.Execute!);
                    break;
                case ExplicitCallTransfer.Output.StartTimer start:
                    acts.Enqueue(new TransferAct.Start(start.Timer, handOver.Primary));
                    break;
                case ExplicitCallTransfer.Output.StopTimer stop:
                    acts.Enqueue(new TransferAct.Stop(stop.Timer, handOver.Primary));
                    break;
                case ExplicitCallTransfer.Output.Succeeded:
                    Indicate(new TransferIndication.Succeeded(handOver.Primary));
                    break;
                case ExplicitCallTransfer.Output.Failed failed:
                    Indicate(new TransferIndication.Failed(handOver.Primary, failed.Failure));
                    break;
            }
        }
    }

    private void Move(TransferLeg leg, TransferringPinx.Input input)
    {
        TransferringPinx.State from = leg.Transferring;
        TransferringPinx.Transition transition = TransferringPinx.Handle(from, input);
        leg.Transferring = transition.Next;
        Moved(leg.Call, nameof(TransferringPinx), from, input, transition.Next);
        foreach (TransferringPinx.Output output in transition.Outputs)
        {
            switch (output)
            {
                case TransferringPinx.Output.InvokeIdentify:
                    Invoke(leg, new CallTransferIdentify());
                    break;
                case TransferringPinx.Output.InvokeInitiate:
                    Invoke(leg, leg.Initiate!);
                    break;
                case TransferringPinx.Output.InvokeAbandon:
                    Invoke(leg, new CallTransferAbandon());
                    break;
                case TransferringPinx.Output.StartTimer start:
                    acts.Enqueue(new TransferAct.Start(start.Timer, leg.Call));
                    break;
                case TransferringPinx.Output.StopTimer stop:
                    acts.Enqueue(new TransferAct.Stop(stop.Timer, leg.Call));
                    break;
                case TransferringPinx.Output.Identified:
                    Indicate(new TransferIndication.Identified(leg.Call, leg.Identified!.Identity, leg.Identified.RerouteingNumber));
                    break;
                case TransferringPinx.Output.Succeeded:
                    Indicate(new TransferIndication.Succeeded(leg.Call));
                    break;
                case TransferringPinx.Output.Failed failed:
                    Indicate(new TransferIndication.Failed(leg.Call, failed.Failure));
                    break;
            }
        }
    }

    private void Move(TransferLeg leg, RequestedTransfer.Input input, TransferTarget? target = null)
    {
        RequestedTransfer.State from = leg.Requested;
        RequestedTransfer.Transition transition = RequestedTransfer.Handle(from, input);
        leg.Requested = transition.Next;
        Moved(leg.Call, nameof(RequestedTransfer), from, input, transition.Next);
        foreach (RequestedTransfer.Output output in transition.Outputs)
        {
            switch (output)
            {
                case RequestedTransfer.Output.Indicate:
                    Indicate(new TransferIndication.Requested(leg.Call, target!));
                    break;
                case RequestedTransfer.Output.ClearWithResult clear:
                    OperationResult result = variant == FacilityVariant.Qsig
                        ? new DummyResult(leg.RequestedOperation!.Value)
                        : new EmptyResult();
                    Ask(leg.Call, With(new CallRequest.Disconnect(Normal()), result.ToReturnResult(clear.InvokeId)));
                    if (leg.RequestedOther is { } other)
                        Ask(other, new CallRequest.Disconnect(Normal()));
                    break;
                case RequestedTransfer.Output.ReturnError error:
                    Answer(leg.Call, new Component.ReturnError(error.InvokeId, error.Error, null));
                    break;
            }
        }
    }

    private void Move(TransferLeg leg, SecondaryPinx.Input input, CallTransferSetup? setup = null)
    {
        SecondaryPinx.State from = leg.Secondary;
        SecondaryPinx.Transition transition = SecondaryPinx.Handle(from, input);
        leg.Secondary = transition.Next;
        Moved(leg.Call, nameof(SecondaryPinx), from, input, transition.Next);
        foreach (SecondaryPinx.Output output in transition.Outputs)
        {
            switch (output)
            {
                case SecondaryPinx.Output.IndicateIdentify:
                    Indicate(new TransferIndication.IdentityWanted(leg.Call));
                    break;
                case SecondaryPinx.Output.ReturnIdentity identity:
                    Answer(leg.Call, new CallTransferIdentifyResult(leg.Allotted!.Identity, leg.Allotted.RerouteingNumber).ToReturnResult(identity.InvokeId));
                    break;
                case SecondaryPinx.Output.ReturnError error:
                    Answer(leg.Call, new Component.ReturnError(error.InvokeId, error.Error, null));
                    break;
                case SecondaryPinx.Output.ForgetIdentity:
                    leg.Identity = null;
                    Indicate(new TransferIndication.IdentityForgotten(leg.Call));
                    break;
                case SecondaryPinx.Output.IndicateSetup:
                    ShowIdentity(leg, setup!.Identity);
                    break;
                case SecondaryPinx.Output.ReturnSetupResult result:
                    leg.Riding = new DummyResult(CallTransferSetupCode).ToReturnResult(result.InvokeId);
                    break;
                case SecondaryPinx.Output.ReturnSetupError error:
                    leg.Riding = new Component.ReturnError(error.InvokeId, Code.Local((int)GeneralError.NotAvailable), null);
                    break;
                case SecondaryPinx.Output.StartTimer start:
                    acts.Enqueue(new TransferAct.Start(start.Timer, leg.Call));
                    break;
                case SecondaryPinx.Output.StopTimer stop:
                    acts.Enqueue(new TransferAct.Stop(stop.Timer, leg.Call));
                    break;
            }
        }
    }

    private void ShowIdentity(TransferLeg leg, string identity)
    {
        TransferLeg? secondary = legs.Values.FirstOrDefault(other => identity.Length > 0 && other.Identity == identity);
        Indicate(new TransferIndication.IdentityShown(leg.Call, identity, secondary?.Call));
        if (secondary is not null)
            Move(secondary, new SecondaryPinx.Input.IdentityShown());
    }

    private void Move(TransferLeg leg, TransferByJoin.Input input)
    {
        TransferByJoin.State from = leg.Joining;
        TransferByJoin.Transition transition = TransferByJoin.Handle(from, input);
        leg.Joining = transition.Next;
        Moved(leg.Call, nameof(TransferByJoin), from, input, transition.Next);
        foreach (TransferByJoin.Output output in transition.Outputs)
        {
            switch (output)
            {
                case TransferByJoin.Output.InvokeComplete complete:
                    Invoke(leg, new CallTransferComplete(
                        leg.Announced!.End == TransferCall.Primary ? EndDesignation.PrimaryEnd : EndDesignation.SecondaryEnd,
                        leg.Announced.Party.Number,
                        RedirectionName: leg.Announced.Party.Name,
                        Status: complete.Alerting ? CallStatus.Alerting : CallStatus.Answered));
                    break;
                case TransferByJoin.Output.InvokeActive:
                    Invoke(leg, new CallTransferActive(TransferParties.AddressOf(leg.Announced!.Party), ConnectedName: leg.Announced.Party.Name));
                    break;
            }
        }
    }

    private void Moved(IsdnCallId call, string machine, object from, object input, object to)
    {
        if (!Equals(from, to))
            acts.Enqueue(new TransferAct.Moved(call, machine, from, input, to));
    }
}
