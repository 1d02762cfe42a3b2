using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Data;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record T38FaxTcpOptions : IPerType<T38FaxTcpOptions>
{
    public required bool T38TCPBidirectionalMode { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static T38FaxTcpOptions Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("T38FaxTcpOptions");
        return new T38FaxTcpOptions
        {
            T38TCPBidirectionalMode = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Boolean(T38TCPBidirectionalMode);
        sequence.End(ref writer);
    }
}
