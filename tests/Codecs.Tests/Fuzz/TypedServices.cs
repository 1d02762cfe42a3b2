using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H450;

namespace Gateway.Codecs.Tests.Fuzz;

/// <summary>A supplementary service with each component read into its operation, result or error; null where that is refused.</summary>
internal sealed record TypedServices(H4501SupplementaryService Service, object?[] Components)
{
    /// <summary>Each is a decode of its own, whose bounds add up.</summary>
    private const int ComponentsTyped = 4;

    public static TypedServices? Decode(ReadOnlySpan<byte> octets, out Fault? at)
    {
        var service = PerReader.Decode<H4501SupplementaryService>(octets, out var fault);
        at = Fault.Of(fault);
        if (fault is not null)
            return null;
        if (service.ServiceApdu is not ServiceApdus.RosApdus { Value: var components })
            return new TypedServices(service, []);
        var typed = new object?[Math.Min(ComponentsTyped, components.Count)];
        for (var i = 0; i < typed.Length; i++)
            typed[i] = Typed(components[i]);
        return new TypedServices(service, typed);
    }

    /// <summary>Null when a typed value may be received but not sent.</summary>
    public byte[]? Encode()
    {
        var service = Service;
        if (Service.ServiceApdu is ServiceApdus.RosApdus { Value: var components })
        {
            var written = components.Select((component, i) => i < Components.Length && Components[i] is { } typed ? Written(typed, component) : component).ToArray();
            if (Array.IndexOf(written, null) >= 0)
                return null;
            service = Service with { ServiceApdu = new ServiceApdus.RosApdus(written!) };
        }
        var octets = PerWriter.Encode(service, out var fault);
        return fault is null ? octets : null;
    }

    private static object? Typed(Ros component)
    {
        DecodeFault? fault = null;
        return component switch
        {
            Invoke invoke => Operation.Decode(invoke, out fault),
            ReturnResult result => OperationResult.Decode(result, out fault),
            ReturnError error => OperationError.Decode(error, out fault),
            _ => null,
        };
    }

    private static Ros? Written(object typed, Ros component) => (typed, component) switch
    {
        // No callIdentity and no address: shortened to what was read, it may look like the form that some peers pad.
        (Operation.CallTransferInitiate { Argument: { CallIdentity: "", ReroutingNumber.DestinationAddress.Count: 0 } }, _) => component,
        (OperationResult.CallTransferIdentify { Value: { CallIdentity: "", ReroutingNumber.DestinationAddress.Count: 0 } }, _) => component,
        (Operation operation, Invoke invoke) => operation.ToInvoke(invoke.InvokeId, out _) is { } written ? written with { LinkedId = invoke.LinkedId } : null,
        (OperationResult result, ReturnResult returned) => result.ToReturnResult(returned.InvokeId, out _),
        (OperationError error, ReturnError returned) => error.ToReturnError(returned.InvokeId, out _),
        _ => component,
    };
}
