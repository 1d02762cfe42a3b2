using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Conferences;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record SubstituteConferenceIDCommand : IPerType<SubstituteConferenceIDCommand>
{
    public required byte[] ConferenceIdentifier { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static SubstituteConferenceIDCommand Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("SubstituteConferenceIDCommand");
        return new SubstituteConferenceIDCommand
        {
            ConferenceIdentifier = reader.OctetString(16),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.OctetString(ConferenceIdentifier, 16);
        sequence.End(ref writer);
    }
}
