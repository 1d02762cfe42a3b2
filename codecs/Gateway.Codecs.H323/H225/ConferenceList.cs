using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>ConferenceList: one conference that may be chosen (FACILITY with conferenceListChoice) (H.225.0 (12/2009) Annex H).</summary>
public sealed record ConferenceList : IPerType<ConferenceList>
{
    public GloballyUniqueId? ConferenceID { get; init; }
    public AliasAddress? ConferenceAlias { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static ConferenceList Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ConferenceList", optionals: 3);
        return new ConferenceList
        {
            ConferenceID = sequence.Optional() ? GloballyUniqueId.Decode(ref reader) : null,
            ConferenceAlias = sequence.Optional() ? AliasAddress.Decode(ref reader) : null,
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, tail: Extensions);
        if (sequence.Optional(ref writer, ConferenceID)) ConferenceID.Value.Encode(ref writer);
        if (sequence.Optional(ref writer, ConferenceAlias)) ConferenceAlias.Encode(ref writer);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        sequence.End(ref writer);
    }
}
