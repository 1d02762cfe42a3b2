using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.H323.H450.CallTransfer;
using Gateway.H323.Transfer;

namespace Gateway.H323.CallSignalling;

/// <summary>
/// H.450.1 on one call: invoke ids are kept per call and direction, an answer that matches nothing outstanding is noted and ignored,
/// and what is not recognized is answered as its interpretation APDU says (H.450.1 (02/1998) 6.5, 8).
/// </summary>
internal sealed partial class CallSession
{
    private readonly List<CompleteEncoding> pendingServices = [];
    private readonly Dictionary<long, OperationCode> outstanding = [];
    private Cause? causeBesideServices;
    private int lastInvokeId;

    public void SendServices(IReadOnlyList<Operation> operations)
    {
        foreach (var operation in operations)
            Invoke(operation, InterpretationApdu.DiscardAnyUnrecognizedInvokePdu);
    }

    public void Hold() => Invoke(new Operation.HoldNotific(), InterpretationApdu.DiscardAnyUnrecognizedInvokePdu);

    public void Retrieve() => Invoke(new Operation.RetrieveNotific(), InterpretationApdu.DiscardAnyUnrecognizedInvokePdu);

    /// <summary>The operations that ride in SETUP.</summary>
    private void InvokeWithSetup()
    {
        if (request!.TransferIdentity is { } identity)
        {
            var by = request.TransferredBy?.AllAliases();
            Invoke(
                new Operation.CallTransferSetup(new CTSetupArg
                {
                    CallIdentity = identity,
                    TransferringNumber = by is { Count: > 0 } ? new EndpointAddress { DestinationAddress = by } : null,
                }),
                InterpretationApdu.ClearCallIfAnyInvokePduNotRecognized);
        }
        SendServices(request.Services ?? []);
    }

    private void Invoke(Operation operation, InterpretationApdu? interpretation = null)
    {
        var invoke = operation.ToInvoke(lastInvokeId + 1, out var fault, Stack.Settings.EmptyIdentity(remote));
        if (invoke is null)
        {
            Observe($"{operation.GetType().Name} not sent: {fault}");
            return;
        }
        lastInvokeId = invoke.InvokeId == 65535 ? 0 : invoke.InvokeId;
        if (IsAnswered(operation) is { } code)
        {
            // One transfer at a time: what still comes for an earlier one is no answer to this.
            foreach (var earlier in outstanding.Where(pair => pair.Value == code).Select(pair => pair.Key).ToArray())
                outstanding.Remove(earlier);
            outstanding[invoke.InvokeId] = code;
        }

        Queue(invoke, interpretation);
    }

    private static OperationCode? IsAnswered(Operation operation) => operation switch
    {
        Operation.CallTransferIdentify => OperationCode.CallTransferIdentify,
        Operation.CallTransferInitiate => OperationCode.CallTransferInitiate,
        Operation.CallTransferSetup => OperationCode.CallTransferSetup,
        _ => null,
    };

    private void Queue(Ros component, InterpretationApdu? interpretation = null)
    {
        if (pendingServices.Count >= MaximumPending)
        {
            Observe("too many H.450 APDUs before the call was answered; one was dropped");
            return;
        }
        pendingServices.Add(new CompleteEncoding(
            new H4501SupplementaryService { InterpretationApdu = interpretation, ServiceApdu = new ServiceApdus.RosApdus([component]) }));
    }

    private void ReturnError(int invokeId, ErrorCode error)
    {
        if (new OperationError.Plain(error).ToReturnError(invokeId, out _) is { } component)
            Queue(component);
    }

    private void ReceiveServices(H225Message message)
    {
        causeBesideServices = message.Cause;
        foreach (var encoding in message.UserInformation?.H323UuPdu.H4501SupplementaryService ?? [])
        {
            var service = encoding.Decode<H4501SupplementaryService>(out var fault);
            if (fault is { } found)
            {
                Observe($"H.450 APDU ignored: {found}");
                continue;
            }
            if (service.ServiceApdu is not ServiceApdus.RosApdus components)
                continue;
            foreach (var component in components.Value)
            {
                if (Ended)
                    return;
                Receive(component, service.InterpretationApdu, message.MessageType);
            }
        }
        // 7.6 of our reading: no answer to callTransferSetup in the message that should bring it is an answer too.
        if (primary is not null && outstanding.ContainsValue(OperationCode.CallTransferSetup)
            && message.MessageType is H225MessageType.Alerting or H225MessageType.Connect)
            primary?.Transferred(new TransferredEndpoint.Input.NewCallProgressedSilently());
    }

    private void Receive(Ros component, InterpretationApdu? interpretation, H225MessageType type)
    {
        switch (component)
        {
            case Invoke invoke:
                Receive(invoke, interpretation, type);
                break;
            case ReturnResult result when outstanding.Remove(result.InvokeId, out var operation):
                Answered(operation, result);
                break;
            case ReturnError error when outstanding.Remove(error.InvokeId, out var operation):
                Refused(operation, new TransferOutcome.Refused(Code(error)));
                break;
            case Reject reject when outstanding.Remove(reject.InvokeId, out var operation):
                Refused(operation, new TransferOutcome.Rejected(reject.Problem == Problem.UnrecognizedOperation));
                break;
            default:
                Observe($"{component.GetType().Name} matches no outstanding invoke, ignored");
                break;
        }
    }

    private static ErrorCode Code(ReturnError error) => error.Errcode is Codecs.H323.H450.Code.Local { Value: >= 0 and <= int.MaxValue and var value }
        ? (ErrorCode)value
        : ErrorCode.Unspecified;

    /// <summary>
    /// The peer hangs up. Every success that we have seen is a RELEASE COMPLETE for facilityCallDeflection without a Cause; H323Plus says success also when
    /// it never reached the target and its user ends the call later.
    /// </summary>
    private bool ClearsForItself => current is { MessageType: H225MessageType.ReleaseComplete, Cause: not null }
        && (current.UserInformation?.H323UuPdu.H323MessageBody as ReleaseCompleteUuie)?.Reason is not ReleaseCompleteReason.FacilityCallDeflection;

    private void Answered(OperationCode operation, ReturnResult result)
    {
        switch (operation)
        {
            case OperationCode.CallTransferIdentify:
                if (OperationResult.Decode(result, out var fault) is OperationResult.CallTransferIdentify { Value: var value })
                {
                    identified = value;
                    Transferring(new TransferringEndpoint.Input.IdentifyResult());
                    return;
                }
                Observe($"result of callTransferIdentify cannot be read: {fault}");
                Queue(new Reject { InvokeId = result.InvokeId, Problem = Problem.MistypedResult });
                Transferring(new TransferringEndpoint.Input.IdentifyRefused(new TransferOutcome.Rejected(false)));
                break;
            case OperationCode.CallTransferInitiate when ClearsForItself && transferring is TransferringEndpoint.State.CtIdle:
                Observe("result of callTransferInitiate with a clearing that is not for it, not believed after it was given up");
                break;
            case OperationCode.CallTransferInitiate:
                Transferring(new TransferringEndpoint.Input.InitiateResult());
                break;
            case OperationCode.CallTransferSetup:
                primary?.Transferred(new TransferredEndpoint.Input.SetupResult());
                break;
        }
    }

    private void Refused(OperationCode operation, TransferOutcome outcome)
    {
        switch (operation)
        {
            case OperationCode.CallTransferIdentify:
                Transferring(new TransferringEndpoint.Input.IdentifyRefused(outcome));
                break;
            case OperationCode.CallTransferInitiate:
                Transferring(new TransferringEndpoint.Input.InitiateRefused(outcome));
                break;
            case OperationCode.CallTransferSetup:
                primary?.Transferred(new TransferredEndpoint.Input.SetupRefused((outcome as TransferOutcome.Refused)?.Error));
                break;
        }
    }

    private void Receive(Invoke invoke, InterpretationApdu? interpretation, H225MessageType type)
    {
        var operation = Operation.Decode(invoke, out var fault);
        switch (operation)
        {
            case null:
                Observe($"argument of invoke {invoke.InvokeId} cannot be read: {fault}");
                Queue(new Reject { InvokeId = invoke.InvokeId, Problem = Problem.MistypedArgument });
                if (interpretation == InterpretationApdu.ClearCallIfAnyInvokePduNotRecognized)
                    Clear();
                break;
            case Operation.CallTransferIdentify:
                TransferredTo(new TransferredToEndpoint.Input.Identify(invoke.InvokeId, Established));
                break;
            case Operation.CallTransferAbandon:
                TransferredTo(new TransferredToEndpoint.Input.Abandon());
                break;
            case Operation.CallTransferInitiate initiate:
                if (transferredEndpoint is TransferredEndpoint.State.CtIdle)
                    initiateReceived = initiate.Argument;
                Transferred(new TransferredEndpoint.Input.Initiate(invoke.InvokeId, initiate.Argument.SecondaryCall is not null, Active));
                break;
            case Operation.CallTransferSetup setup when type == H225MessageType.Setup && Arriving:
                ReceiveTransferSetup(invoke.InvokeId, setup.Argument);
                break;
            case Operation.CallTransferSetup:
                ReturnError(invoke.InvokeId, ErrorCode.InvalidCallState);
                break;
            case Operation.HoldNotific:
                Indicate(new H323Indication.Held());
                break;
            case Operation.RetrieveNotific:
                Indicate(new H323Indication.Retrieved());
                break;
            case Operation.CallTransferActive or Operation.CallTransferComplete or Operation.CallTransferUpdate or Operation.SubaddressTransfer
                or Operation.CallingName or Operation.AlertingName or Operation.ConnectedName or Operation.BusyName
                or Operation.DivertingLegInformation1 or Operation.DivertingLegInformation2 or Operation.DivertingLegInformation3
                or Operation.DivertingLegInformation4 or Operation.CfnrDivertedLegFailed:
                Indicate(new H323Indication.ServiceReceived(operation));
                break;
            default:
                NotRecognized(invoke, interpretation);
                break;
        }
    }

    private void NotRecognized(Invoke invoke, InterpretationApdu? interpretation)
    {
        Observe($"operation {invoke.Opcode} is not recognized");
        if (interpretation == InterpretationApdu.DiscardAnyUnrecognizedInvokePdu)
            return;
        Queue(new Reject { InvokeId = invoke.InvokeId, Problem = Problem.UnrecognizedOperation });
        if (interpretation == InterpretationApdu.ClearCallIfAnyInvokePduNotRecognized)
            Clear();
    }

    /// <summary>The SETUP that makes this call is still being read; a repeated one is no new call.</summary>
    private bool Arriving => !IsCalling && called is CalledSide.State.U0Null;

    /// <summary>29, facility rejected: what the sender wants done with its call when a service is not understood.</summary>
    private void Clear()
    {
        if (Arriving)
            RefuseSetup(29);
        else
            Release(29);
    }

    /// <summary>A SETUP that its own services forbid: answered without ever becoming a call.</summary>
    private void RefuseSetup(int cause)
    {
        SendReleaseComplete(cause);
        Stack.CloseConnection(Connection);
        Ended = true;
        Stack.Remove(this);
    }
}
