using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Conferences;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RequestAllTerminalIDsResponse : IPerType<RequestAllTerminalIDsResponse>
{
    public required IReadOnlyList<TerminalInformation> TerminalInformation { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RequestAllTerminalIDsResponse Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RequestAllTerminalIDsResponse");
        return new RequestAllTerminalIDsResponse
        {
            TerminalInformation = reader.SequenceOf<TerminalInformation>(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.SequenceOf(TerminalInformation);
        sequence.End(ref writer);
    }
}
