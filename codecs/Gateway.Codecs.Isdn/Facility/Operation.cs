using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Dms100;
using Gateway.Codecs.Isdn.Facility.Etsi;
using Gateway.Codecs.Isdn.Facility.Ni2;
using Gateway.Codecs.Isdn.Facility.Qsig;

namespace Gateway.Codecs.Isdn.Facility;

/// <summary>An operation with its argument (the invoke component of EN 300 196-1 V1.3.2, 11.2), one record per operation in the folder of its variant.</summary>
public abstract record Operation
{
    /// <summary>The value it is sent with.</summary>
    public abstract Code Code { get; }

    /// <summary>Which operation an Invoke asks for, and its argument; null with a fault when the argument is mistyped.</summary>
    public static Operation? Decode(FacilityVariant variant, Component.Invoke invoke, out DecodeFault? fault)
    {
        var reader = new BerReader(invoke.Argument, "argument");
        Operation? operation = variant switch
        {
            FacilityVariant.Qsig => QsigOperation.Decode(invoke.OperationCode, ref reader),
            FacilityVariant.Etsi => EtsiOperation.Decode(invoke.OperationCode, ref reader),
            FacilityVariant.Ni2 => Ni2Operation.Decode(invoke.OperationCode, ref reader),
            _ => Dms100Operation.Decode(invoke.OperationCode, ref reader),
        };
        fault = reader.Fault;
        return reader.Faulted ? null : operation ?? new UnknownOperation(invoke.OperationCode, invoke.Argument);
    }

    public Component.Invoke ToInvoke(int invokeId, int? linkedId = null)
    {
        // The longest argument has nine numbers and names of at most 60 octets each.
        Span<byte> octets = stackalloc byte[1024];
        var writer = new BerWriter(octets);
        EncodeArgument(ref writer);
        return new Component.Invoke(invokeId, linkedId, Code, Argument.From(octets, writer));
    }

    internal abstract void EncodeArgument(ref BerWriter writer);
}

/// <summary>An operation that the variant does not have, kept as it came.</summary>
public sealed record UnknownOperation(Code OperationCode, byte[]? Argument) : Operation
{
    public override Code Code => OperationCode;

    internal override void EncodeArgument(ref BerWriter writer) => writer.WriteEncoded(Argument);
}
