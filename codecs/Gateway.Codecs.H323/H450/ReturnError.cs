using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450;

/// <summary>ReturnError (H.450.1 (02/1998) 8.4).</summary>
public sealed record ReturnError : Ros
{
    public required long InvokeId { get; init; }
    public required Code Errcode { get; init; }

    /// <summary>The parameter's complete encoding; <see cref="OperationError.Decode"/> reads it.</summary>
    public CompleteEncoding? Parameter { get; init; }

    internal static ReturnError DecodeComponents(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("ReturnError", optionals: 1);
        var value = new ReturnError
        {
            InvokeId = reader.Integer(),
            Errcode = Code.Decode(ref reader),
            Parameter = sequence.Optional() ? reader.CompleteEncoding() : null,
        };
        sequence.End(ref reader);
        return value;
    }

    internal void EncodeComponents(ref PerWriter writer)
    {
        var sequence = writer.BeginPlainSequence(optionals: 1);
        writer.Integer(InvokeId);
        Errcode.Encode(ref writer);
        if (sequence.Optional(ref writer, Parameter))
            writer.CompleteEncoding(Parameter.Value);
        sequence.End(ref writer);
    }
}
