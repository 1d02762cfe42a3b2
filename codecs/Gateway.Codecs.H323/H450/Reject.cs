using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450;

/// <summary>Reject (H.450.1 (02/1998) 8.4): the component itself was not understood.</summary>
public sealed record Reject : Ros
{
    public required long InvokeId { get; init; }
    public required Problem Problem { get; init; }

    internal static Reject DecodeComponents(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("Reject");
        var value = new Reject
        {
            InvokeId = reader.Integer(),
            Problem = Problem.Decode(ref reader),
        };
        sequence.End(ref reader);
        return value;
    }

    internal void EncodeComponents(ref PerWriter writer)
    {
        writer.Integer(InvokeId);
        Problem.Encode(ref writer);
    }
}
