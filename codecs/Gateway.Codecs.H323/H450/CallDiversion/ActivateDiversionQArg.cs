using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.CallDiversion;

/// <summary>Argument of activateDiversionQ (H.450.3 (02/1998) 9).</summary>
public sealed record ActivateDiversionQArg : IPerType<ActivateDiversionQArg>
{
    public required Procedure Procedure { get; init; }
    public required BasicService BasicService { get; init; }
    public required EndpointAddress DivertedToAddress { get; init; }
    public required EndpointAddress ServedUserNr { get; init; }
    public required EndpointAddress ActivatingUserNr { get; init; }
    public ArgumentExtension? Extension { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static ActivateDiversionQArg Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ActivateDiversionQArg", optionals: 1);
        return new ActivateDiversionQArg
        {
            Procedure = (Procedure)reader.Enumerated(root: 3),
            BasicService = (BasicService)reader.Enumerated(root: 1),
            DivertedToAddress = EndpointAddress.Decode(ref reader),
            ServedUserNr = EndpointAddress.Decode(ref reader),
            ActivatingUserNr = EndpointAddress.Decode(ref reader),
            Extension = sequence.Optional() ? ArgumentExtension.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        writer.Enumerated((int)Procedure, root: 3);
        writer.Enumerated((int)BasicService, root: 1);
        DivertedToAddress.Encode(ref writer);
        ServedUserNr.Encode(ref writer);
        ActivatingUserNr.Encode(ref writer);
        if (sequence.Optional(ref writer, Extension))
            Extension.Encode(ref writer);
        sequence.End(ref writer);
    }
}
