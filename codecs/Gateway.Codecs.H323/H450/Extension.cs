using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450;

/// <summary>Extension (H.450.1 (02/1998) 9): a manufacturer's identifier and an open type that only the manufacturer knows.</summary>
public sealed record Extension : IPerType<Extension>
{
    public required ObjectIdentifier ExtensionId { get; init; }
    public required byte[] ExtensionArgument { get; init; }

    public static Extension Decode(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("Extension");
        var value = new Extension
        {
            ExtensionId = reader.ObjectIdentifier(),
            ExtensionArgument = reader.OpenType(),
        };
        sequence.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        writer.ObjectIdentifier(ExtensionId);
        writer.OpenType(ExtensionArgument);
    }
}
