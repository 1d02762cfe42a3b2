using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H450.CallDiversion;
using Gateway.Codecs.H323.H450.CallHold;
using Gateway.Codecs.H323.H450.CallTransfer;
using Gateway.Codecs.H323.H450.MessageWaiting;

namespace Gateway.Codecs.H323.H450;

/// <summary>What a <see cref="ReturnResult"/> of a known operation says. callTransferInitiate and callTransferSetup mostly say nothing.</summary>
public abstract record OperationResult
{
    private OperationResult()
    {
    }

    /// <summary>No result component, and so no opcode: the invoke with the same invokeId tells what succeeded.</summary>
    public sealed record Empty : OperationResult;

    /// <summary>Nothing but a manufacturer extension: H.450.2 except callTransferIdentify, H.450.3 except interrogateDiversionQ.</summary>
    public sealed record Extended(OperationCode Operation, ArgumentExtension Value) : OperationResult;

    public sealed record CallTransferIdentify(CTIdentifyRes Value) : OperationResult;

    public sealed record InterrogateDiversionQ(IReadOnlyList<IntResult> Value) : OperationResult;

    public sealed record RemoteHold(RemoteHoldRes Value) : OperationResult;

    public sealed record RemoteRetrieve(RemoteRetrieveRes Value) : OperationResult;

    public sealed record MwiActivate(IReadOnlyList<MixedExtension> Value) : OperationResult;

    public sealed record MwiDeactivate(IReadOnlyList<MixedExtension> Value) : OperationResult;

    public sealed record MwiInterrogate(IReadOnlyList<MwiInterrogateResElt> Value) : OperationResult;

    /// <summary>The result of an operation that we do not know, or that has none.</summary>
    public sealed record Unrecognized(Code Opcode, CompleteEncoding Result) : OperationResult;

    /// <summary>Reads the result. Null with a fault: it is mistyped.</summary>
    public static OperationResult? Decode(ReturnResult component, out DecodeFault? fault)
    {
        fault = null;
        if (component.Result is not { } returned)
            return new Empty();
        if (returned.Opcode is not Code.Local { Value: >= 0 and <= int.MaxValue and var number })
            return new Unrecognized(returned.Opcode, returned.Result);
        var code = (OperationCode)number;
        var contents = new OpenTypeContents(returned.Result);
        OperationResult result = code switch
        {
            OperationCode.CallTransferIdentify => new CallTransferIdentify(
                contents.Identified<CTIdentifyRes>(static r => r.CallIdentity, static r => r.ReroutingNumber)),
            OperationCode.CallTransferInitiate or OperationCode.CallTransferSetup or OperationCode.ActivateDiversionQ or
                OperationCode.DeactivateDiversionQ or OperationCode.CheckRestriction or OperationCode.CallRerouting
                => new Extended(code, contents.Mandatory<ArgumentExtension>()),
            OperationCode.InterrogateDiversionQ => new InterrogateDiversionQ(contents.List<IntResult>(0, 29)),
            OperationCode.RemoteHold => new RemoteHold(contents.Mandatory<RemoteHoldRes>()),
            OperationCode.RemoteRetrieve => new RemoteRetrieve(contents.Mandatory<RemoteRetrieveRes>()),
            OperationCode.MwiActivate => new MwiActivate(contents.List<MixedExtension>(0, 255)),
            OperationCode.MwiDeactivate => new MwiDeactivate(contents.List<MixedExtension>(0, 255)),
            OperationCode.MwiInterrogate => new MwiInterrogate(contents.List<MwiInterrogateResElt>(1, 64)),
            _ => new Unrecognized(returned.Opcode, returned.Result),
        };
        fault = contents.Fault;
        return fault is null ? result : null;
    }

    /// <summary>The component that answers invoke <paramref name="invokeId"/>. Null with a fault: the result breaks a constraint.</summary>
    public ReturnResult? ToReturnResult(long invokeId, out EncodeFault? fault, EmptyIdentityForm emptyIdentity = EmptyIdentityForm.Unpadded)
    {
        EncodeFault? broken = null;
        var result = this switch
        {
            Empty => null,
            Extended r => Returned(r.Operation, CompleteEncoding.Of(r.Value, out broken)),
            CallTransferIdentify r => Returned(OperationCode.CallTransferIdentify, Identified(r.Value)),
            InterrogateDiversionQ r => Returned(OperationCode.InterrogateDiversionQ, List(r.Value, 0, 29)),
            RemoteHold r => Returned(OperationCode.RemoteHold, CompleteEncoding.Of(r.Value, out broken)),
            RemoteRetrieve r => Returned(OperationCode.RemoteRetrieve, CompleteEncoding.Of(r.Value, out broken)),
            MwiActivate r => Returned(OperationCode.MwiActivate, List(r.Value, 0, 255)),
            MwiDeactivate r => Returned(OperationCode.MwiDeactivate, List(r.Value, 0, 255)),
            MwiInterrogate r => Returned(OperationCode.MwiInterrogate, List(r.Value, 1, 64)),
            Unrecognized r => new ReturnedResult { Opcode = r.Opcode, Result = r.Result },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        fault = broken;
        return broken is null ? new ReturnResult { InvokeId = invokeId, Result = result } : null;

        static ReturnedResult Returned(OperationCode code, CompleteEncoding result) => new() { Opcode = new Code.Local((long)code), Result = result };

        CompleteEncoding List<T>(IReadOnlyList<T> value, int min, int max) where T : IPerType<T> =>
            new(PerWriter.Encode(value, (ref writer, elements) => writer.SequenceOf(elements, min, max), out broken));

        CompleteEncoding Identified(CTIdentifyRes value) => CompleteEncoding.Of(
            value.CallIdentity.Length == 0 && emptyIdentity == EmptyIdentityForm.SingleSpace ? value with { CallIdentity = " " } : value,
            out broken,
            padsEmptyStrings: emptyIdentity == EmptyIdentityForm.Padded);
    }
}
