using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450;

/// <summary>
/// Invoke (H.450.1 (02/1998) 8.4). Its invokeId is constrained to 0..65535 and so two aligned octets; in the three replies the same
/// number is length and two's complement.
/// </summary>
public sealed record Invoke : Ros
{
    public required int InvokeId { get; init; }
    public long? LinkedId { get; init; }
    public required Code Opcode { get; init; }

    /// <summary>The argument's complete encoding; <see cref="Operation.Decode"/> reads it.</summary>
    public CompleteEncoding? Argument { get; init; }

    internal static Invoke DecodeComponents(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("Invoke", optionals: 2);
        var value = new Invoke
        {
            InvokeId = reader.Integer(0, 65535),
            LinkedId = sequence.Optional() ? reader.Integer() : null,
            Opcode = Code.Decode(ref reader),
            Argument = sequence.Optional() ? reader.CompleteEncoding() : null,
        };
        sequence.End(ref reader);
        return value;
    }

    internal void EncodeComponents(ref PerWriter writer)
    {
        var sequence = writer.BeginPlainSequence(optionals: 2);
        writer.Integer(InvokeId, 0, 65535);
        if (sequence.Optional(ref writer, LinkedId))
            writer.Integer(LinkedId.Value);
        Opcode.Encode(ref writer);
        if (sequence.Optional(ref writer, Argument))
            writer.CompleteEncoding(Argument.Value);
        sequence.End(ref writer);
    }
}
