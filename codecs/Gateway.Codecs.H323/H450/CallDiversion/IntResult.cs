using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.CallDiversion;

/// <summary>IntResult (H.450.3 (02/1998) 9): one activated diversion in the result of interrogateDiversionQ.</summary>
public sealed record IntResult : IPerType<IntResult>
{
    public required EndpointAddress ServedUserNr { get; init; }
    public required BasicService BasicService { get; init; }
    public required Procedure Procedure { get; init; }
    public required EndpointAddress DivertedToAddress { get; init; }
    public bool RemoteEnabled { get; init; }
    public ArgumentExtension? Extension { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static IntResult Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("IntResult", optionals: 2);
        return new IntResult
        {
            ServedUserNr = EndpointAddress.Decode(ref reader),
            BasicService = (BasicService)reader.Enumerated(root: 1),
            Procedure = (Procedure)reader.Enumerated(root: 3),
            DivertedToAddress = EndpointAddress.Decode(ref reader),
            RemoteEnabled = sequence.Optional() && reader.Boolean(),
            Extension = sequence.Optional() ? ArgumentExtension.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        ServedUserNr.Encode(ref writer);
        writer.Enumerated((int)BasicService, root: 1);
        writer.Enumerated((int)Procedure, root: 3);
        DivertedToAddress.Encode(ref writer);
        if (sequence.Optional(ref writer, RemoteEnabled))
            writer.Boolean(RemoteEnabled);
        if (sequence.Optional(ref writer, Extension))
            Extension.Encode(ref writer);
        sequence.End(ref writer);
    }
}
