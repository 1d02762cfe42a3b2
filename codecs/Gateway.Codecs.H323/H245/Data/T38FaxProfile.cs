using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Data;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record T38FaxProfile : IPerType<T38FaxProfile>
{
    public required bool FillBitRemoval { get; init; }

    public required bool TranscodingJBIG { get; init; }

    public required bool TranscodingMMR { get; init; }

    public int? Version { get; init; }

    public T38FaxRateManagement? T38FaxRateManagement { get; init; }

    public T38FaxUdpOptions? T38FaxUdpOptions { get; init; }

    public T38FaxTcpOptions? T38FaxTcpOptions { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static T38FaxProfile Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("T38FaxProfile");
        return new T38FaxProfile
        {
            FillBitRemoval = reader.Boolean(),
            TranscodingJBIG = reader.Boolean(),
            TranscodingMMR = reader.Boolean(),
            Version = sequence.Addition(ref reader) ? reader.Integer(0, 255) : null,
            T38FaxRateManagement = sequence.Addition(ref reader) ? (T38FaxRateManagement)NullChoice.Decode(ref reader, "T38FaxRateManagement", 2) : null,
            T38FaxUdpOptions = sequence.Addition(ref reader) ? T38FaxUdpOptions.Decode(ref reader) : null,
            T38FaxTcpOptions = sequence.Addition(ref reader) ? T38FaxTcpOptions.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 4, tail: Extensions);
        writer.Boolean(FillBitRemoval);
        writer.Boolean(TranscodingJBIG);
        writer.Boolean(TranscodingMMR);
        if (sequence.Addition(ref writer, Version))
            writer.Integer(Version.Value, 0, 255);
        if (sequence.Addition(ref writer, T38FaxRateManagement))
            NullChoice.Encode(ref writer, (int)T38FaxRateManagement.Value, 2);
        if (sequence.Addition(ref writer, T38FaxUdpOptions))
            T38FaxUdpOptions.Encode(ref writer);
        if (sequence.Addition(ref writer, T38FaxTcpOptions))
            T38FaxTcpOptions.Encode(ref writer);
        sequence.End(ref writer);
    }
}
