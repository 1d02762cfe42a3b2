using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450;

/// <summary>What a <see cref="ReturnError"/> says (H.450.1 (02/1998) 8.4).</summary>
public abstract record OperationError
{
    private OperationError()
    {
    }

    /// <summary>An error of the lists in <see cref="ErrorCode"/> without parameter.</summary>
    public sealed record Plain(ErrorCode Error) : OperationError;

    /// <summary>unspecified (1008), with the manufacturer's reason.</summary>
    public sealed record Unspecified(UnspecifiedParameter? Parameter) : OperationError;

    /// <summary>undefined (2002), with manufacturer extensions.</summary>
    public sealed record Undefined(IReadOnlyList<MixedExtension>? Parameter) : OperationError;

    /// <summary>An error that we do not know.</summary>
    public sealed record Unrecognized(Code Errcode, CompleteEncoding? Parameter) : OperationError;

    /// <summary>Reads the error. Null with a fault: its parameter is mistyped.</summary>
    public static OperationError? Decode(ReturnError component, out DecodeFault? fault)
    {
        fault = null;
        if (component.Errcode is not Code.Local { Value: >= 0 and <= int.MaxValue and var number } || !Enum.IsDefined((ErrorCode)number))
            return new Unrecognized(component.Errcode, component.Parameter);
        var contents = new OpenTypeContents(component.Parameter);
        OperationError error = (ErrorCode)number switch
        {
            ErrorCode.Unspecified => new Unspecified(contents.Optional<UnspecifiedParameter>()),
            ErrorCode.Undefined => new Undefined(component.Parameter is null ? null : contents.List<MixedExtension>(0, 255)),
            var code => new Plain(code),
        };
        fault = contents.Fault;
        return fault is null ? error : null;
    }

    /// <summary>The component that answers invoke <paramref name="invokeId"/>. Null with a fault: the parameter breaks a constraint.</summary>
    public ReturnError? ToReturnError(long invokeId, out EncodeFault? fault)
    {
        EncodeFault? broken = null;
        (Code Code, CompleteEncoding? Parameter) written = this switch
        {
            Plain e => (Local(e.Error), null),
            Unspecified e => (Local(ErrorCode.Unspecified), e.Parameter is null ? null : CompleteEncoding.Of(e.Parameter, out broken)),
            Undefined e => (Local(ErrorCode.Undefined), e.Parameter is null ? null : new CompleteEncoding(PerWriter.Encode(
                e.Parameter, static (ref writer, elements) => writer.SequenceOf(elements, 0, 255), out broken))),
            Unrecognized e => (e.Errcode, e.Parameter),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        fault = broken;
        return broken is null ? new ReturnError { InvokeId = invokeId, Errcode = written.Code, Parameter = written.Parameter } : null;

        static Code Local(ErrorCode code) => new Code.Local((long)code);
    }
}
