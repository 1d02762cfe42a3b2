using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Transport;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record GenericTransportParameters : IPerType<GenericTransportParameters>
{
    public NonStandardParameter? NonStandardData { get; init; }

    public uint? AverageRate { get; init; }

    public uint? Burst { get; init; }

    public uint? PeakRate { get; init; }

    public uint? MaxPktSize { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static GenericTransportParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("GenericTransportParameters", optionals: 5);
        return new GenericTransportParameters
        {
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            AverageRate = sequence.Optional() ? reader.Integer(1u, 4294967295u) : null,
            Burst = sequence.Optional() ? reader.Integer(1u, 4294967295u) : null,
            PeakRate = sequence.Optional() ? reader.Integer(1u, 4294967295u) : null,
            MaxPktSize = sequence.Optional() ? reader.Integer(1u, 4294967295u) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 5, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandardData))
            NonStandardData.Encode(ref writer);
        if (sequence.Optional(ref writer, AverageRate))
            writer.Integer(AverageRate.Value, 1, 4294967295);
        if (sequence.Optional(ref writer, Burst))
            writer.Integer(Burst.Value, 1, 4294967295);
        if (sequence.Optional(ref writer, PeakRate))
            writer.Integer(PeakRate.Value, 1, 4294967295);
        if (sequence.Optional(ref writer, MaxPktSize))
            writer.Integer(MaxPktSize.Value, 1, 4294967295);
        sequence.End(ref writer);
    }
}
