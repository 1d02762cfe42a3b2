using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H222LogicalChannelParameters : IPerType<H222LogicalChannelParameters>
{
    public required int ResourceID { get; init; }

    public required int SubChannelID { get; init; }

    public int? PcrPid { get; init; }

    public byte[]? ProgramDescriptors { get; init; }

    public byte[]? StreamDescriptors { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H222LogicalChannelParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H222LogicalChannelParameters", optionals: 3);
        return new H222LogicalChannelParameters
        {
            ResourceID = reader.Integer(0, 65535),
            SubChannelID = reader.Integer(0, 8191),
            PcrPid = sequence.Optional() ? reader.Integer(0, 8191) : null,
            ProgramDescriptors = sequence.Optional() ? reader.OctetString() : null,
            StreamDescriptors = sequence.Optional() ? reader.OctetString() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, tail: Extensions);
        writer.Integer(ResourceID, 0, 65535);
        writer.Integer(SubChannelID, 0, 8191);
        if (sequence.Optional(ref writer, PcrPid))
            writer.Integer(PcrPid.Value, 0, 8191);
        if (sequence.Optional(ref writer, ProgramDescriptors))
            writer.OctetString(ProgramDescriptors);
        if (sequence.Optional(ref writer, StreamDescriptors))
            writer.OctetString(StreamDescriptors);
        sequence.End(ref writer);
    }
}
