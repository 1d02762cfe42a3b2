using Gateway.Codecs.Isdn.Facility;

namespace Gateway.Codecs.Tests.Fuzz;

/// <summary>A Facility element with each component read into its operation or result in one variant; null where that is refused.</summary>
internal sealed record TypedFacility(FacilityContents Contents, object?[] Components)
{
    public static TypedFacility? Decode(FacilityVariant variant, ReadOnlySpan<byte> octets, out Fault? at)
    {
        var contents = FacilityContents.Decode(octets, out var fault);
        at = Fault.Of(fault);
        if (fault is not null)
            return null;
        var typed = new object?[contents.Components.Count];
        for (var i = 0; i < typed.Length; i++)
        {
            typed[i] = contents.Components[i] switch
            {
                Component.Invoke invoke => Operation.Decode(variant, invoke, out _),
                Component.ReturnResult result => OperationResult.Decode(variant, result, out _),
                _ => null,
            };
        }
        return new TypedFacility(contents, typed);
    }

    /// <summary>Null when it is more than elements of this size take.</summary>
    public byte[]? Encode()
    {
        Span<byte> octets = stackalloc byte[16384];
        var contents = Contents with
        {
            Components = [.. Contents.Components.Select((component, i) => (component, Components[i]) switch
            {
                (Component.Invoke invoke, Operation operation) when Fits(invoke.Argument) => operation.ToInvoke(invoke.InvokeId, invoke.LinkedId),
                (Component.ReturnResult result, OperationResult typed) when Fits(result.Result) => typed.ToReturnResult(result.InvokeId),
                _ => component,
            })],
        };
        return contents.TryEncode(octets, out var written) ? octets[..written].ToArray() : null;
    }

    /// <summary>A Facility element has 255 octets at most; longer contents, which no element carries, are for decoding only.</summary>
    private static bool Fits(byte[]? argument) => argument is null || argument.Length <= 255;
}
