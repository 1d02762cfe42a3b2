using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Dms100;
using Gateway.Codecs.Isdn.Facility.Etsi;
using Gateway.Codecs.Isdn.Facility.Qsig;

namespace Gateway.Codecs.Isdn.Facility;

/// <summary>What a ReturnResult brings (the return result component of EN 300 196-1 V1.3.2, 11.2), one record per operation that has a result.</summary>
public abstract record OperationResult
{
    /// <summary>The operation it belongs to; null where the operation has no result and the value is left out.</summary>
    public abstract Code? Code { get; }

    /// <summary>The result of a ReturnResult; null with a fault when it is mistyped.</summary>
    public static OperationResult? Decode(FacilityVariant variant, Component.ReturnResult component, out DecodeFault? fault)
    {
        fault = null;
        if (component.OperationCode is not { } code)
        {
            return new EmptyResult();
        }

        var reader = new BerReader(component.Result, "result");
        OperationResult? result = variant switch
        {
            FacilityVariant.Qsig => QsigOperation.DecodeResult(code, ref reader),
            FacilityVariant.Etsi => EtsiOperation.DecodeResult(code, ref reader),
            FacilityVariant.Dms100 => Dms100Operation.DecodeResult(code, ref reader),
            _ => null,
        };
        fault = reader.Fault;
        return reader.Faulted ? null : result ?? new UnknownResult(code, component.Result);
    }

    public Component.ReturnResult ToReturnResult(int invokeId)
    {
        Span<byte> octets = stackalloc byte[256];
        var writer = new BerWriter(octets);
        EncodeResult(ref writer);
        return new Component.ReturnResult(invokeId, Code, Argument.From(octets, writer));
    }

    internal abstract void EncodeResult(ref BerWriter writer);
}

/// <summary>Success, and nothing more to say.</summary>
public sealed record EmptyResult : OperationResult
{
    public override Code? Code => null;

    internal override void EncodeResult(ref BerWriter writer)
    {
    }
}

/// <summary>A result that the variant does not define, kept as it came.</summary>
public sealed record UnknownResult(Code OperationCode, byte[]? Result) : OperationResult
{
    public override Code? Code => OperationCode;

    internal override void EncodeResult(ref BerWriter writer) => writer.WriteEncoded(Result);
}
