using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>DisplayName: a name in a language (RFC 1766 tag) (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record DisplayName : IPerType<DisplayName>
{
    public string? Language { get; init; }
    public required string Name { get; init; }

    public static DisplayName Decode(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("DisplayName", optionals: 1);
        var value = new DisplayName
        {
            Language = sequence.Optional() ? reader.String(PerAlphabet.Ia5) : null,
            Name = reader.String(PerAlphabet.Bmp, 1, 80),
        };
        sequence.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginPlainSequence(optionals: 1);
        if (sequence.Optional(ref writer, Language)) writer.String(Language, PerAlphabet.Ia5);
        writer.String(Name, PerAlphabet.Bmp, 1, 80);
        sequence.End(ref writer);
    }
}
