using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>StimulusControl: H.248 stimulus signalling of H.323 (12/2009) Annex L (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record StimulusControl : IPerType<StimulusControl>
{
    public NonStandardParameter? NonStandard { get; init; }
    public Null? IsText { get; init; }
    public byte[]? H248Message { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static StimulusControl Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("StimulusControl", optionals: 3);
        return new StimulusControl
        {
            NonStandard = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            IsText = sequence.Optional() ? new Null() : null,
            H248Message = sequence.Optional() ? reader.OctetString() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandard)) NonStandard.Encode(ref writer);
        sequence.Optional(ref writer, IsText);
        if (sequence.Optional(ref writer, H248Message)) writer.OctetString(H248Message);
        sequence.End(ref writer);
    }
}
