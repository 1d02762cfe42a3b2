using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450;

/// <summary>ReturnResult (H.450.1 (02/1998) 8.4). A success that has nothing to say carries no result and so no opcode.</summary>
public sealed record ReturnResult : Ros
{
    public required long InvokeId { get; init; }
    public ReturnedResult? Result { get; init; }

    internal static ReturnResult DecodeComponents(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("ReturnResult", optionals: 1);
        var value = new ReturnResult
        {
            InvokeId = reader.Integer(),
            Result = sequence.Optional() ? ReturnedResult.Decode(ref reader) : null,
        };
        sequence.End(ref reader);
        return value;
    }

    internal void EncodeComponents(ref PerWriter writer)
    {
        var sequence = writer.BeginPlainSequence(optionals: 1);
        writer.Integer(InvokeId);
        if (sequence.Optional(ref writer, Result))
            Result.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>The result component of ReturnResult: opcode and the result's complete encoding, which <see cref="OperationResult.Decode"/> reads.</summary>
public sealed record ReturnedResult : IPerType<ReturnedResult>
{
    public required Code Opcode { get; init; }
    public required CompleteEncoding Result { get; init; }

    public static ReturnedResult Decode(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("result");
        var value = new ReturnedResult
        {
            Opcode = Code.Decode(ref reader),
            Result = reader.CompleteEncoding(),
        };
        sequence.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        Opcode.Encode(ref writer);
        writer.CompleteEncoding(Result);
    }
}
