using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Transport;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record AuthorizationParameters : IPerType<AuthorizationParameters>
{
    public NonStandardParameter? NonStandardData { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static AuthorizationParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("AuthorizationParameters", optionals: 1);
        return new AuthorizationParameters
        {
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandardData))
            NonStandardData.Encode(ref writer);
        sequence.End(ref writer);
    }
}
