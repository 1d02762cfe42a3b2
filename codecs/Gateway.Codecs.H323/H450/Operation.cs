using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H450.CallDiversion;
using Gateway.Codecs.H323.H450.CallHold;
using Gateway.Codecs.H323.H450.CallTransfer;
using Gateway.Codecs.H323.H450.MessageWaiting;
using Gateway.Codecs.H323.H450.NameIdentification;

namespace Gateway.Codecs.H323.H450;

/// <summary>
/// An operation of H.450.2, .3, .4, .7 or .8 with its argument, as an <see cref="Invoke"/> carries it. Whether it is answered:
/// H.450.2 (02/1998) 9 and the clauses 9 of the others.
/// </summary>
public abstract record Operation
{
    private Operation()
    {
    }

    // H.450.8
    public sealed record CallingName(NameArg Argument) : Operation;

    public sealed record AlertingName(NameArg Argument) : Operation;

    public sealed record ConnectedName(NameArg Argument) : Operation;

    public sealed record BusyName(NameArg Argument) : Operation;

    // H.450.2
    public sealed record CallTransferIdentify(ArgumentExtension? Argument = null) : Operation;

    public sealed record CallTransferAbandon(ArgumentExtension? Argument = null) : Operation;

    public sealed record CallTransferInitiate(CTInitiateArg Argument) : Operation;

    public sealed record CallTransferSetup(CTSetupArg Argument) : Operation;

    public sealed record CallTransferActive(CTActiveArg Argument) : Operation;

    public sealed record CallTransferComplete(CTCompleteArg Argument) : Operation;

    public sealed record CallTransferUpdate(CTUpdateArg Argument) : Operation;

    public sealed record SubaddressTransfer(SubaddressTransferArg Argument) : Operation;

    // H.450.3
    public sealed record ActivateDiversionQ(ActivateDiversionQArg Argument) : Operation;

    public sealed record DeactivateDiversionQ(DeactivateDiversionQArg Argument) : Operation;

    public sealed record InterrogateDiversionQ(InterrogateDiversionQArg Argument) : Operation;

    public sealed record CheckRestriction(CheckRestrictionArg Argument) : Operation;

    public sealed record CallRerouting(CallReroutingArg Argument) : Operation;

    public sealed record DivertingLegInformation1(DivertingLegInformation1Arg Argument) : Operation;

    public sealed record DivertingLegInformation2(DivertingLegInformation2Arg Argument) : Operation;

    public sealed record DivertingLegInformation3(DivertingLegInformation3Arg Argument) : Operation;

    public sealed record DivertingLegInformation4(DivertingLegInformation4Arg Argument) : Operation;

    public sealed record CfnrDivertedLegFailed(ArgumentExtension? Argument = null) : Operation;

    // H.450.4
    public sealed record HoldNotific(HoldNotificArg? Argument = null) : Operation;

    public sealed record RetrieveNotific(RetrieveNotificArg? Argument = null) : Operation;

    public sealed record RemoteHold(RemoteHoldArg? Argument = null) : Operation;

    public sealed record RemoteRetrieve(RemoteRetrieveArg? Argument = null) : Operation;

    // H.450.7
    public sealed record MwiActivate(MwiActivateArg Argument) : Operation;

    public sealed record MwiDeactivate(MwiDeactivateArg Argument) : Operation;

    public sealed record MwiInterrogate(MwiInterrogateArg Argument) : Operation;

    /// <summary>An operation that we do not know; how it is answered depends on the interpretation APDU.</summary>
    public sealed record Unrecognized(Code Opcode, CompleteEncoding? Argument) : Operation;

    /// <summary>Reads the argument of an invoke. Null with a fault: it is mistyped, or missing where it is mandatory.</summary>
    public static Operation? Decode(Invoke invoke, out DecodeFault? fault)
    {
        fault = null;
        if (invoke.Opcode is not Code.Local { Value: >= 0 and <= int.MaxValue and var code })
            return new Unrecognized(invoke.Opcode, invoke.Argument);
        var argument = new OpenTypeContents(invoke.Argument);
        Operation operation = (OperationCode)code switch
        {
            OperationCode.CallingName => new CallingName(argument.Mandatory<NameArg>()),
            OperationCode.AlertingName => new AlertingName(argument.Mandatory<NameArg>()),
            OperationCode.ConnectedName => new ConnectedName(argument.Mandatory<NameArg>()),
            OperationCode.BusyName => new BusyName(argument.Mandatory<NameArg>()),
            OperationCode.CallTransferIdentify => new CallTransferIdentify(argument.Optional<ArgumentExtension>()),
            OperationCode.CallTransferAbandon => new CallTransferAbandon(argument.Optional<ArgumentExtension>()),
            OperationCode.CallTransferInitiate => new CallTransferInitiate(argument.Identified<CTInitiateArg>(static a => a.CallIdentity, static a => a.ReroutingNumber)),
            OperationCode.CallTransferSetup => new CallTransferSetup(argument.Identified<CTSetupArg>(static a => a.CallIdentity, static a => a.TransferringNumber)),
            OperationCode.CallTransferActive => new CallTransferActive(argument.Mandatory<CTActiveArg>()),
            OperationCode.CallTransferComplete => new CallTransferComplete(argument.Mandatory<CTCompleteArg>()),
            OperationCode.CallTransferUpdate => new CallTransferUpdate(argument.Mandatory<CTUpdateArg>()),
            OperationCode.SubaddressTransfer => new SubaddressTransfer(argument.Mandatory<SubaddressTransferArg>()),
            OperationCode.ActivateDiversionQ => new ActivateDiversionQ(argument.Mandatory<ActivateDiversionQArg>()),
            OperationCode.DeactivateDiversionQ => new DeactivateDiversionQ(argument.Mandatory<DeactivateDiversionQArg>()),
            OperationCode.InterrogateDiversionQ => new InterrogateDiversionQ(argument.Mandatory<InterrogateDiversionQArg>()),
            OperationCode.CheckRestriction => new CheckRestriction(argument.Mandatory<CheckRestrictionArg>()),
            OperationCode.CallRerouting => new CallRerouting(argument.Mandatory<CallReroutingArg>()),
            OperationCode.DivertingLegInformation1 => new DivertingLegInformation1(argument.Mandatory<DivertingLegInformation1Arg>()),
            OperationCode.DivertingLegInformation2 => new DivertingLegInformation2(argument.Mandatory<DivertingLegInformation2Arg>()),
            OperationCode.DivertingLegInformation3 => new DivertingLegInformation3(argument.Mandatory<DivertingLegInformation3Arg>()),
            OperationCode.DivertingLegInformation4 => new DivertingLegInformation4(argument.Mandatory<DivertingLegInformation4Arg>()),
            OperationCode.CfnrDivertedLegFailed => new CfnrDivertedLegFailed(argument.Optional<ArgumentExtension>()),
            OperationCode.HoldNotific => new HoldNotific(argument.Optional<HoldNotificArg>()),
            OperationCode.RetrieveNotific => new RetrieveNotific(argument.Optional<RetrieveNotificArg>()),
            OperationCode.RemoteHold => new RemoteHold(argument.Optional<RemoteHoldArg>()),
            OperationCode.RemoteRetrieve => new RemoteRetrieve(argument.Optional<RemoteRetrieveArg>()),
            OperationCode.MwiActivate => new MwiActivate(argument.Mandatory<MwiActivateArg>()),
            OperationCode.MwiDeactivate => new MwiDeactivate(argument.Mandatory<MwiDeactivateArg>()),
            OperationCode.MwiInterrogate => new MwiInterrogate(argument.Mandatory<MwiInterrogateArg>()),
            _ => new Unrecognized(invoke.Opcode, invoke.Argument),
        };
        fault = argument.Fault;
        return fault is null ? operation : null;
    }

    /// <summary>The invoke that carries this operation. Null with a fault: the argument breaks a constraint.</summary>
    public Invoke? ToInvoke(int invokeId, out EncodeFault? fault, EmptyIdentityForm emptyIdentity = EmptyIdentityForm.Unpadded)
    {
        EncodeFault? broken = null;
        var (code, argument) = this switch
        {
            CallingName o => (Local(OperationCode.CallingName), Mandatory(o.Argument)),
            AlertingName o => (Local(OperationCode.AlertingName), Mandatory(o.Argument)),
            ConnectedName o => (Local(OperationCode.ConnectedName), Mandatory(o.Argument)),
            BusyName o => (Local(OperationCode.BusyName), Mandatory(o.Argument)),
            CallTransferIdentify o => (Local(OperationCode.CallTransferIdentify), Optional(o.Argument)),
            CallTransferAbandon o => (Local(OperationCode.CallTransferAbandon), Optional(o.Argument)),
            CallTransferInitiate o => (Local(OperationCode.CallTransferInitiate), Identified(o.Argument, o.Argument.CallIdentity, static a => a with { CallIdentity = " " })),
            CallTransferSetup o => (Local(OperationCode.CallTransferSetup), Identified(o.Argument, o.Argument.CallIdentity, static a => a with { CallIdentity = " " })),
            CallTransferActive o => (Local(OperationCode.CallTransferActive), Mandatory(o.Argument)),
            CallTransferComplete o => (Local(OperationCode.CallTransferComplete), Mandatory(o.Argument)),
            CallTransferUpdate o => (Local(OperationCode.CallTransferUpdate), Mandatory(o.Argument)),
            SubaddressTransfer o => (Local(OperationCode.SubaddressTransfer), Mandatory(o.Argument)),
            ActivateDiversionQ o => (Local(OperationCode.ActivateDiversionQ), Mandatory(o.Argument)),
            DeactivateDiversionQ o => (Local(OperationCode.DeactivateDiversionQ), Mandatory(o.Argument)),
            InterrogateDiversionQ o => (Local(OperationCode.InterrogateDiversionQ), Mandatory(o.Argument)),
            CheckRestriction o => (Local(OperationCode.CheckRestriction), Mandatory(o.Argument)),
            CallRerouting o => (Local(OperationCode.CallRerouting), Mandatory(o.Argument)),
            DivertingLegInformation1 o => (Local(OperationCode.DivertingLegInformation1), Mandatory(o.Argument)),
            DivertingLegInformation2 o => (Local(OperationCode.DivertingLegInformation2), Mandatory(o.Argument)),
            DivertingLegInformation3 o => (Local(OperationCode.DivertingLegInformation3), Mandatory(o.Argument)),
            DivertingLegInformation4 o => (Local(OperationCode.DivertingLegInformation4), Mandatory(o.Argument)),
            CfnrDivertedLegFailed o => (Local(OperationCode.CfnrDivertedLegFailed), Optional(o.Argument)),
            HoldNotific o => (Local(OperationCode.HoldNotific), Optional(o.Argument)),
            RetrieveNotific o => (Local(OperationCode.RetrieveNotific), Optional(o.Argument)),
            RemoteHold o => (Local(OperationCode.RemoteHold), Optional(o.Argument)),
            RemoteRetrieve o => (Local(OperationCode.RemoteRetrieve), Optional(o.Argument)),
            MwiActivate o => (Local(OperationCode.MwiActivate), Mandatory(o.Argument)),
            MwiDeactivate o => (Local(OperationCode.MwiDeactivate), Mandatory(o.Argument)),
            MwiInterrogate o => (Local(OperationCode.MwiInterrogate), Mandatory(o.Argument)),
            Unrecognized o => (o.Opcode, o.Argument),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        fault = broken;
        return broken is null ? new Invoke { InvokeId = invokeId, Opcode = code, Argument = argument } : null;

        static Code Local(OperationCode code) => new Code.Local((long)code);

        CompleteEncoding? Mandatory(IPerValue value) => CompleteEncoding.Of(value, out broken);

        CompleteEncoding? Optional(IPerValue? value) => value is null ? null : Mandatory(value);

        CompleteEncoding? Identified<T>(T value, string identity, Func<T, T> spaced) where T : IPerType<T> => CompleteEncoding.Of(
            identity.Length == 0 && emptyIdentity == EmptyIdentityForm.SingleSpace ? spaced(value) : value,
            out broken,
            padsEmptyStrings: emptyIdentity == EmptyIdentityForm.Padded);
    }
}
