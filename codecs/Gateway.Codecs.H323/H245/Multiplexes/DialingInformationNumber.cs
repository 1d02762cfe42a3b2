using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record DialingInformationNumber : IPerType<DialingInformationNumber>
{
    public required string NetworkAddress { get; init; }

    public string? SubAddress { get; init; }

    public required IReadOnlyList<DialingInformationNetworkType> NetworkType { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static DialingInformationNumber Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("DialingInformationNumber", optionals: 1);
        return new DialingInformationNumber
        {
            NetworkAddress = reader.String(PerAlphabet.Numeric, 0, 40),
            SubAddress = sequence.Optional() ? reader.String(PerAlphabet.Ia5, 1, 40) : null,
            NetworkType = reader.SequenceOf<DialingInformationNetworkType>(1, 255),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        writer.String(NetworkAddress, PerAlphabet.Numeric, 0, 40);
        if (sequence.Optional(ref writer, SubAddress))
            writer.String(SubAddress, PerAlphabet.Ia5, 1, 40);
        writer.SequenceOf(NetworkType, 1, 255);
        sequence.End(ref writer);
    }
}
