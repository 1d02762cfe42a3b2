using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Host.Rendering;
using H450Operation = Gateway.Codecs.H323.H450.Operation;
using H450Result = Gateway.Codecs.H323.H450.OperationResult;
using IsdnOperation = Gateway.Codecs.Isdn.Facility.Operation;
using IsdnResult = Gateway.Codecs.Isdn.Facility.OperationResult;

namespace Gateway.Host.Replay;

/// <summary>One remote operations component of a message.</summary>
/// <param name="Kind"><c>invoke</c>, <c>returnResult</c>, <c>returnError</c> or <c>reject</c>.</param>
/// <param name="Operation">Its name; that of the invoke it answers where it has none of its own.</param>
/// <param name="Error">Name or number of the error or problem, and its number.</param>
/// <param name="Value">The operation or result as the codec has it, or null.</param>
public sealed record Apdu(string Kind, string? Operation, long? InvokeId, (string Name, int Number)? Error = null, object? Value = null)
{
    public bool IsInvoke => Kind == "invoke";

    public override string ToString() => Kind switch
    {
        "invoke" => Operation ?? "invoke",
        "returnResult" => $"{Operation} result".TrimStart(),
        _ => $"{Operation} {(Kind == "reject" ? "reject" : "error")} {Error?.Name}".TrimStart(),
    };

    /// <summary>The components of H.450.1 in a message of H.225.0; what cannot be read becomes a fault.</summary>
    public static IReadOnlyList<Apdu> Of(Seen.H225 seen, ICollection<FoundFault> faults)
    {
        var apdus = new List<Apdu>();
        foreach (var encoding in seen.Message?.UserInformation?.H323UuPdu.H4501SupplementaryService ?? [])
        {
            var offset = Math.Max(0, seen.Octets.AsSpan().IndexOf(encoding.Octets.Span));
            var service = encoding.Decode<H4501SupplementaryService>(out var fault);
            Note(fault, offset, faults);
            if (fault is null && service.ServiceApdu is ServiceApdus.RosApdus(var components))
                apdus.AddRange(components.Select(component => Of(component, offset, faults)));
        }

        return apdus;
    }

    /// <summary>The components in the Facility elements of a message of the D-channel.</summary>
    public static IReadOnlyList<Apdu> Of(Seen.Isdn seen, FacilityVariant? variant, ICollection<FoundFault> faults)
    {
        var apdus = new List<Apdu>();
        foreach (var element in seen.Message?.All<FacilityElement>() ?? [])
        {
            var offset = Math.Max(0, seen.Octets.AsSpan().IndexOf(element.Contents));
            var facility = FacilityContents.Decode(element.Contents, out var fault);
            Note(fault, offset, faults);
            if (facility.CarriesRemoteOperations)
                apdus.AddRange(facility.Components.Select(component => Of(component, variant ?? Told(facility), offset, faults)));
        }

        return apdus;
    }

    /// <summary>What an element tells of its interface: National ISDN has identifiers of its own, networking extensions are otherwise QSIG's, the discriminator is Nortel's.</summary>
    private static FacilityVariant Told(FacilityContents facility) => facility switch
    {
        _ when facility.Components.Any(component => component is Component.Invoke { OperationCode.GlobalValue: { } code } && code.StartsWith("1.2.840.10005.", StringComparison.Ordinal)) => FacilityVariant.Ni2,
        { Profile: ProtocolProfile.NetworkingExtensions } => FacilityVariant.Qsig,
        { ServiceDiscriminator: FacilityContents.Dms100Discriminator } => FacilityVariant.Dms100,
        _ => FacilityVariant.Etsi,
    };

    private static Apdu Of(Ros component, int offset, ICollection<FoundFault> faults)
    {
        DecodeFault? fault;
        switch (component)
        {
            case Invoke invoke:
                var operation = H450Operation.Decode(invoke, out fault);
                Note(fault, offset, faults);
                return new Apdu("invoke", Name(invoke.Opcode), invoke.InvokeId, Value: operation);
            case ReturnResult result:
                var value = H450Result.Decode(result, out fault);
                Note(fault, offset, faults);
                return new Apdu("returnResult", result.Result is { } returned ? Name(returned.Opcode) : null, result.InvokeId, Value: value);
            case ReturnError error:
                OperationError.Decode(error, out fault);
                Note(fault, offset, faults);
                var number = error.Errcode is Codecs.H323.H450.Code.Local local ? (int)local.Value : -1;
                return new Apdu("returnError", null, error.InvokeId, (Enum.IsDefined((ErrorCode)number) ? Names.Camel(((ErrorCode)number).ToString()) : $"{number}", number));
            case Reject reject:
                return new Apdu("reject", null, reject.InvokeId, (reject.Problem.ToString(), -1));
            default:
                return new Apdu("unknown", null, null);
        }
    }

    private static string Name(Codecs.H323.H450.Code code) => code switch
    {
        Codecs.H323.H450.Code.Local local when Enum.IsDefined((OperationCode)local.Value) => Names.Camel(((OperationCode)local.Value).ToString()),
        Codecs.H323.H450.Code.Local local => $"{local.Value}",
        Codecs.H323.H450.Code.Global global => $"{global.Value}",
        _ => "",
    };

    private static Apdu Of(Component component, FacilityVariant variant, int offset, ICollection<FoundFault> faults)
    {
        DecodeFault? fault;
        switch (component)
        {
            case Component.Invoke invoke:
                var operation = IsdnOperation.Decode(variant, invoke, out fault);
                Note(fault, offset, faults);
                return new Apdu("invoke", operation is null or UnknownOperation ? $"{invoke.OperationCode}" : Names.Camel(operation.GetType().Name), invoke.InvokeId, Value: operation);
            case Component.ReturnResult result:
                var value = IsdnResult.Decode(variant, result, out fault);
                Note(fault, offset, faults);
                // Results of National ISDN carry a value that no operation is named by.
                var name = result.OperationCode is not { } code ? null
                    : IsdnOperation.Decode(variant, new Component.Invoke(0, null, code, null), out _) is { } known and not UnknownOperation ? Names.Camel(known.GetType().Name)
                    : value is not (null or UnknownResult or EmptyResult) ? Trimmed(value.GetType().Name) : null;
                return new Apdu("returnResult", name, result.InvokeId, Value: value);
            case Component.ReturnError error:
                var number = error.ErrorCode.LocalValue ?? -1;
                return new Apdu("returnError", null, error.InvokeId, (Enum.IsDefined((GeneralError)number) ? Names.Camel(((GeneralError)number).ToString()) : $"{error.ErrorCode}", number));
            case Component.Reject reject:
                return new Apdu("reject", null, reject.InvokeId, ($"{Names.Camel(reject.Problem.Kind.ToString())} {reject.Problem.Value}", -1));
            default:
                return new Apdu("unknown", null, null);
        }
    }

    private static string Trimmed(string type) => Names.Camel(type.EndsWith("Result", StringComparison.Ordinal) ? type[..^6] : type);

    private static void Note(DecodeFault? fault, int offsetOctets, ICollection<FoundFault> faults)
    {
        if (fault is { } found)
            faults.Add(FoundFault.Of(found, offsetOctets));
    }
}
