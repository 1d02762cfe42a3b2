using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.H323.Ras;

/// <summary>BandwidthDetails (H.225.0 (12/2009) 7.12.1, Annex H).</summary>
public sealed record BandwidthDetails : IPerType<BandwidthDetails>
{
    public required bool Sender { get; init; }
    public required bool Multicast { get; init; }
    public required uint Bandwidth { get; init; }
    public required TransportChannelInfo RtcpAddresses { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static BandwidthDetails Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("BandwidthDetails");
        return new BandwidthDetails
        {
            Sender = reader.Boolean(),
            Multicast = reader.Boolean(),
            Bandwidth = reader.Integer(0u, uint.MaxValue),
            RtcpAddresses = TransportChannelInfo.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Boolean(Sender);
        writer.Boolean(Multicast);
        writer.Integer(Bandwidth, 0u, uint.MaxValue);
        RtcpAddresses.Encode(ref writer);
        sequence.End(ref writer);
    }
}
