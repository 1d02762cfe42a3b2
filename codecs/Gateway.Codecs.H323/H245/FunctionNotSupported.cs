using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record FunctionNotSupported : IPerType<FunctionNotSupported>
{
    public required FunctionNotSupportedCause Cause { get; init; }

    public byte[]? ReturnedFunction { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static FunctionNotSupported Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("FunctionNotSupported", optionals: 1);
        return new FunctionNotSupported
        {
            Cause = (FunctionNotSupportedCause)NullChoice.Decode(ref reader, "FunctionNotSupportedCause", 3),
            ReturnedFunction = sequence.Optional() ? reader.OctetString() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        NullChoice.Encode(ref writer, (int)Cause, 3);
        if (sequence.Optional(ref writer, ReturnedFunction))
            writer.OctetString(ReturnedFunction);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, FunctionNotSupported).</summary>
public enum FunctionNotSupportedCause
{
    SyntaxError,
    SemanticError,
    UnknownFunction,
}
