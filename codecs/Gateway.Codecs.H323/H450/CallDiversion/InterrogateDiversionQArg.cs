using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.CallDiversion;

/// <summary>Argument of interrogateDiversionQ (H.450.3 (02/1998) 9).</summary>
public sealed record InterrogateDiversionQArg : IPerType<InterrogateDiversionQArg>
{
    public required Procedure Procedure { get; init; }
    public BasicService BasicService { get; init; }
    public required EndpointAddress ServedUserNr { get; init; }
    public required EndpointAddress InterrogatingUserNr { get; init; }
    public ArgumentExtension? Extension { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static InterrogateDiversionQArg Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("InterrogateDiversionQArg", optionals: 2);
        return new InterrogateDiversionQArg
        {
            Procedure = (Procedure)reader.Enumerated(root: 3),
            BasicService = sequence.Optional() ? (BasicService)reader.Enumerated(root: 1) : BasicService.AllServices,
            ServedUserNr = EndpointAddress.Decode(ref reader),
            InterrogatingUserNr = EndpointAddress.Decode(ref reader),
            Extension = sequence.Optional() ? ArgumentExtension.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        writer.Enumerated((int)Procedure, root: 3);
        if (sequence.Optional(ref writer, BasicService != BasicService.AllServices))
            writer.Enumerated((int)BasicService, root: 1);
        ServedUserNr.Encode(ref writer);
        InterrogatingUserNr.Encode(ref writer);
        if (sequence.Optional(ref writer, Extension))
            Extension.Encode(ref writer);
        sequence.End(ref writer);
    }
}
