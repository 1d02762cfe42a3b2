using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>DataRate (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record DataRate : IPerType<DataRate>
{
    public NonStandardParameter? NonStandardData { get; init; }

    /// <summary>Units of 100 bit/s.</summary>
    public required uint ChannelRate { get; init; }

    public int? ChannelMultiplier { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static DataRate Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("DataRate", optionals: 2);
        return new DataRate
        {
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            ChannelRate = reader.Integer(0u, uint.MaxValue),
            ChannelMultiplier = sequence.Optional() ? reader.Integer(1, 256) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        writer.Integer(ChannelRate, 0u, uint.MaxValue);
        if (sequence.Optional(ref writer, ChannelMultiplier)) writer.Integer(ChannelMultiplier.Value, 1, 256);
        sequence.End(ref writer);
    }
}
