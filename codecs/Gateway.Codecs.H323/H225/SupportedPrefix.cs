using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>SupportedPrefix: digits that choose this protocol (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record SupportedPrefix : IPerType<SupportedPrefix>
{
    public NonStandardParameter? NonStandardData { get; init; }
    public required AliasAddress Prefix { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static SupportedPrefix Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("SupportedPrefix", optionals: 1);
        return new SupportedPrefix
        {
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            Prefix = AliasAddress.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        Prefix.Encode(ref writer);
        sequence.End(ref writer);
    }
}
