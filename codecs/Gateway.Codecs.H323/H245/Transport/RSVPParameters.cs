using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Transport;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RSVPParameters : IPerType<RSVPParameters>
{
    public QOSMode? QosMode { get; init; }

    public uint? TokenRate { get; init; }

    public uint? BucketSize { get; init; }

    public uint? PeakRate { get; init; }

    public uint? MinPoliced { get; init; }

    public uint? MaxPktSize { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RSVPParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RSVPParameters", optionals: 6);
        return new RSVPParameters
        {
            QosMode = sequence.Optional() ? (QOSMode)NullChoice.Decode(ref reader, "QOSMode", 2) : null,
            TokenRate = sequence.Optional() ? reader.Integer(1u, 4294967295u) : null,
            BucketSize = sequence.Optional() ? reader.Integer(1u, 4294967295u) : null,
            PeakRate = sequence.Optional() ? reader.Integer(1u, 4294967295u) : null,
            MinPoliced = sequence.Optional() ? reader.Integer(1u, 4294967295u) : null,
            MaxPktSize = sequence.Optional() ? reader.Integer(1u, 4294967295u) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 6, tail: Extensions);
        if (sequence.Optional(ref writer, QosMode))
            NullChoice.Encode(ref writer, (int)QosMode.Value, 2);
        if (sequence.Optional(ref writer, TokenRate))
            writer.Integer(TokenRate.Value, 1, 4294967295);
        if (sequence.Optional(ref writer, BucketSize))
            writer.Integer(BucketSize.Value, 1, 4294967295);
        if (sequence.Optional(ref writer, PeakRate))
            writer.Integer(PeakRate.Value, 1, 4294967295);
        if (sequence.Optional(ref writer, MinPoliced))
            writer.Integer(MinPoliced.Value, 1, 4294967295);
        if (sequence.Optional(ref writer, MaxPktSize))
            writer.Integer(MaxPktSize.Value, 1, 4294967295);
        sequence.End(ref writer);
    }
}
