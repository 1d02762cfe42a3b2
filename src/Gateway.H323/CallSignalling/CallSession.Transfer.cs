using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.H323.H450.CallTransfer;
using Gateway.H323.Transfer;

namespace Gateway.H323.CallSignalling;

/// <summary>The three roles of call transfer on one call (H.450.2 (02/1998)): steps their machines and does what they ask for.</summary>
internal sealed partial class CallSession
{
    private TransferringEndpoint.State transferring = TransferringEndpoint.Initial;
    private TransferredEndpoint.State transferredEndpoint = TransferredEndpoint.Initial;
    private TransferredToEndpoint.State transferredTo = TransferredToEndpoint.Initial;
    private IncomingTransfer? transferred;
    private CTInitiateArg? initiateToSend;
    private CTInitiateArg? initiateReceived;
    private CTIdentifyRes? identified;
    private CallSession? secondary;
    private CallSession? newCall;
    private CallSession? primary;
    private H323Input.PlaceCall? newCallRequest;
    private string? givenIdentity;
    private IReadOnlyList<AliasAddress> givenNumber = [];

    public void TransferIdentify() => Transferring(new TransferringEndpoint.Input.IdentifyRequest());

    public void TransferInitiate(string callIdentity, IReadOnlyList<AliasAddress> reroutingNumber, CallSession? target)
    {
        initiateToSend = new CTInitiateArg { CallIdentity = callIdentity, ReroutingNumber = new EndpointAddress { DestinationAddress = reroutingNumber } };
        secondary = target;
        Transferring(new TransferringEndpoint.Input.InitiateRequest(target is not null));
    }

    public void TransferAbandon() => Transferring(new TransferringEndpoint.Input.AbandonRequest());

    public void AcceptTransfer(H323Input.PlaceCall request)
    {
        newCallRequest = request with { TransferIdentity = initiateReceived?.SecondaryCall ?? "" };
        Transferred(new TransferredEndpoint.Input.AcceptRequest());
    }

    public void CompleteTransfer() => Transferred(new TransferredEndpoint.Input.CompleteRequest());

    public void RefuseTransfer(ErrorCode error) => Transferred(new TransferredEndpoint.Input.RefuseRequest(error));

    public void AnswerIdentify(IReadOnlyList<AliasAddress> reroutingNumber)
    {
        givenNumber = reroutingNumber;
        TransferredTo(new TransferredToEndpoint.Input.IdentifyResponse());
    }

    public void RefuseIdentify(ErrorCode error) => TransferredTo(new TransferredToEndpoint.Input.IdentifyRefusal(error));

    private void ReceiveTransferSetup(int invokeId, CTSetupArg setup)
    {
        var waiting = setup.SecondaryCall is { } identity ? Stack.TakeIdentity(identity) : null;
        var match = setup.SecondaryCall is null ? CallIdentityMatch.Empty : waiting is null ? CallIdentityMatch.Unknown : CallIdentityMatch.Waiting;
        transferred = new IncomingTransfer(waiting?.Key, setup.TransferringNumber?.DestinationAddress ?? []);
        waiting?.TransferredTo(new TransferredToEndpoint.Input.IdentityCalled());
        TransferredTo(new TransferredToEndpoint.Input.Setup(invokeId, match));
    }

    private void Transferring(TransferringEndpoint.Input input)
    {
        var transition = TransferringEndpoint.Handle(transferring, input);
        Moved(nameof(TransferringEndpoint), transferring, input, transition.Next);
        transferring = transition.Next;
        foreach (var output in transition.Outputs)
        {
            switch (output)
            {
                case TransferringEndpoint.Output.SendIdentify:
                    Invoke(new Operation.CallTransferIdentify());
                    break;
                case TransferringEndpoint.Output.SendInitiate:
                    Invoke(new Operation.CallTransferInitiate(initiateToSend!));
                    break;
                case TransferringEndpoint.Output.SendAbandon:
                    SendAbandon();
                    break;
                case TransferringEndpoint.Output.AbandonSecondary:
                    secondary?.SendAbandon();
                    secondary = null;
                    break;
                case TransferringEndpoint.Output.StartTimer start:
                    Start(start.Timer);
                    break;
                case TransferringEndpoint.Output.StopTimer stop:
                    Stop(stop.Timer);
                    break;
                case TransferringEndpoint.Output.IndicateIdentify identify:
                    var found = identify.Outcome is TransferOutcome.Succeeded ? identified : null;
                    Indicate(new H323Indication.TransferIdentified(
                        identify.Outcome, found?.SecondaryCall, found?.ReroutingNumber.DestinationAddress ?? []));
                    break;
                case TransferringEndpoint.Output.IndicateInitiate initiate:
                    Indicate(new H323Indication.TransferInitiated(
                        initiate.Outcome, initiate.Outcome is TransferOutcome.Refused ? causeBesideServices : null));
                    break;
                case TransferringEndpoint.Output.IndicateLateSuccess:
                    Observe("callTransferInitiate succeeded after it was given up");
                    Indicate(new H323Indication.TransferSucceededLate());
                    break;
                case TransferringEndpoint.Output.NoteUnexpected:
                    Observe($"{input.GetType().Name} was not awaited, ignored");
                    break;
            }
        }
    }

    private void SendAbandon()
    {
        if (Ended)
            return;
        Invoke(new Operation.CallTransferAbandon(), InterpretationApdu.DiscardAnyUnrecognizedInvokePdu);
        Stack.Touch(this);
    }

    private void Transferred(TransferredEndpoint.Input input)
    {
        var transition = TransferredEndpoint.Handle(transferredEndpoint, input);
        Moved(nameof(TransferredEndpoint), transferredEndpoint, input, transition.Next);
        transferredEndpoint = transition.Next;
        Stack.Touch(this);
        foreach (var output in transition.Outputs)
        {
            switch (output)
            {
                case TransferredEndpoint.Output.IndicateInitiate:
                    Indicate(new H323Indication.TransferRequested(
                        initiateReceived!.SecondaryCall ?? "",
                        initiateReceived.ReroutingNumber.DestinationAddress,
                        initiateReceived.SecondaryCall is { } identity && Stack.TakeIdentity(identity) is { } given && given != this
                            ? given.Key
                            : null));
                    break;
                case TransferredEndpoint.Output.PlaceNewCall:
                    newCall = Stack.Place(newCallRequest!);
                    newCall.primary = this;
                    break;
                case TransferredEndpoint.Output.ClearNewCall:
                    newCall?.AbandonNewCall();
                    break;
                case TransferredEndpoint.Output.ReturnError error:
                    ReturnError(error.InvokeId, error.Error);
                    break;
                case TransferredEndpoint.Output.ClearPrimaryCallWithResult clear:
                    if (new OperationResult.Empty().ToReturnResult(clear.InvokeId, out _) is { } result)
                        Queue(result);
                    Release(16, new ReleaseCompleteReason.FacilityCallDeflection());
                    break;
                case TransferredEndpoint.Output.IndicateSucceeded:
                    Indicate(new H323Indication.TransferSucceeded(newCall!.Key));
                    break;
                case TransferredEndpoint.Output.IndicateFailed failed:
                    Indicate(new H323Indication.TransferFailed(failed.Error));
                    break;
                case TransferredEndpoint.Output.StartTimer start:
                    Start(start.Timer);
                    break;
                case TransferredEndpoint.Output.StopTimer stop:
                    Stop(stop.Timer);
                    break;
                case TransferredEndpoint.Output.NoteUnexpected:
                    Observe($"{input.GetType().Name} was not awaited, ignored");
                    break;
            }
        }
    }

    /// <summary>The transfer this call was placed for has failed; nobody wants it any more.</summary>
    private void AbandonNewCall()
    {
        primary = null;
        // A peer that is just clearing ends the call by itself when its message has been read to the end.
        if (!peerIsClearing)
            Release(16);
    }

    private void TransferredTo(TransferredToEndpoint.Input input)
    {
        var transition = TransferredToEndpoint.Handle(transferredTo, input);
        Moved(nameof(TransferredToEndpoint), transferredTo, input, transition.Next);
        transferredTo = transition.Next;
        Stack.Touch(this);
        foreach (var output in transition.Outputs)
        {
            switch (output)
            {
                case TransferredToEndpoint.Output.IndicateIdentify:
                    Indicate(new H323Indication.IdentifyRequested());
                    break;
                case TransferredToEndpoint.Output.ReturnIdentifyResult identify:
                    ReturnIdentifyResult(identify.InvokeId);
                    break;
                case TransferredToEndpoint.Output.ReturnError error:
                    ReturnError(error.InvokeId, error.Error);
                    break;
                case TransferredToEndpoint.Output.ForgetIdentity:
                    ForgetIdentity(input is not TransferredToEndpoint.Input.IdentityCalled);
                    break;
                case TransferredToEndpoint.Output.ReturnSetupResult setup:
                    if (new OperationResult.Empty().ToReturnResult(setup.InvokeId, out _) is { } result)
                        Queue(result);
                    break;
                case TransferredToEndpoint.Output.ClearNewCallWithError clear:
                    ReturnError(clear.InvokeId, clear.Error);
                    RefuseSetup(31);
                    break;
                case TransferredToEndpoint.Output.StartTimer start:
                    Start(start.Timer);
                    break;
                case TransferredToEndpoint.Output.StopTimer stop:
                    Stop(stop.Timer);
                    break;
            }
        }
    }

    private void ReturnIdentifyResult(int invokeId)
    {
        givenIdentity = Stack.GiveIdentity(this);
        var result = new OperationResult.CallTransferIdentify(new CTIdentifyRes
        {
            CallIdentity = givenIdentity,
            ReroutingNumber = new EndpointAddress { DestinationAddress = givenNumber },
        });
        if (result.ToReturnResult(invokeId, out var fault) is { } component)
            Queue(component);
        else
            Observe($"result of callTransferIdentify not sent: {fault}");
    }

    private void ForgetIdentity(bool indicate)
    {
        if (givenIdentity is { } identity)
            Stack.ForgetIdentity(identity, this);
        givenIdentity = null;
        if (indicate)
            Indicate(new H323Indication.IdentityForgotten());
    }

    /// <summary>The call ends: outcomes first, before the user hears that it is gone.</summary>
    private void EndServices()
    {
        Transferring(new TransferringEndpoint.Input.CallCleared());
        Transferred(new TransferredEndpoint.Input.PrimaryCallCleared());
        TransferredTo(new TransferredToEndpoint.Input.CallCleared());
        primary?.Transferred(new TransferredEndpoint.Input.NewCallCleared());
        primary = null;
        if (newCall is not null)
            newCall.primary = null;
    }
}
