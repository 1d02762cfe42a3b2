using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.CallDiversion;

/// <summary>Argument of deactivateDiversionQ (H.450.3 (02/1998) 9).</summary>
public sealed record DeactivateDiversionQArg : IPerType<DeactivateDiversionQArg>
{
    public required Procedure Procedure { get; init; }
    public required BasicService BasicService { get; init; }
    public required EndpointAddress ServedUserNr { get; init; }
    public required EndpointAddress DeactivatingUserNr { get; init; }
    public ArgumentExtension? Extension { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static DeactivateDiversionQArg Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("DeactivateDiversionQArg", optionals: 1);
        return new DeactivateDiversionQArg
        {
            Procedure = (Procedure)reader.Enumerated(root: 3),
            BasicService = (BasicService)reader.Enumerated(root: 1),
            ServedUserNr = EndpointAddress.Decode(ref reader),
            DeactivatingUserNr = EndpointAddress.Decode(ref reader),
            Extension = sequence.Optional() ? ArgumentExtension.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        writer.Enumerated((int)Procedure, root: 3);
        writer.Enumerated((int)BasicService, root: 1);
        ServedUserNr.Encode(ref writer);
        DeactivatingUserNr.Encode(ref writer);
        if (sequence.Optional(ref writer, Extension))
            Extension.Encode(ref writer);
        sequence.End(ref writer);
    }
}
