using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.CallDiversion;

/// <summary>Argument of checkRestriction (H.450.3 (02/1998) 9).</summary>
public sealed record CheckRestrictionArg : IPerType<CheckRestrictionArg>
{
    public required EndpointAddress ServedUserNr { get; init; }
    public required BasicService BasicService { get; init; }
    public required EndpointAddress DivertedToNr { get; init; }
    public ArgumentExtension? Extension { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static CheckRestrictionArg Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CheckRestrictionArg", optionals: 1);
        return new CheckRestrictionArg
        {
            ServedUserNr = EndpointAddress.Decode(ref reader),
            BasicService = (BasicService)reader.Enumerated(root: 1),
            DivertedToNr = EndpointAddress.Decode(ref reader),
            Extension = sequence.Optional() ? ArgumentExtension.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        ServedUserNr.Encode(ref writer);
        writer.Enumerated((int)BasicService, root: 1);
        DivertedToNr.Encode(ref writer);
        if (sequence.Optional(ref writer, Extension))
            Extension.Encode(ref writer);
        sequence.End(ref writer);
    }
}
