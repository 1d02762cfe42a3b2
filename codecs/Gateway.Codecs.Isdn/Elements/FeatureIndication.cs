namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Status indicator, octet 4.</summary>
public enum FeatureStatus : byte
{
    Deactivated = 0,
    Activated = 1,
    Prompt = 2,
    Pending = 3,
}

/// <summary>Feature indication, ITU-T Q.932 (05/1998) clause 8.2: what became of a feature.</summary>
/// <remarks>
/// <code>
/// octets 3, 3a  feature identifier number, as in <see cref="FeatureActivation"/>
/// octet 4       status indicator
/// </code>
/// </remarks>
public sealed record FeatureIndication(int Number, FeatureStatus Status, bool Extended = false) : Element
{
    public const byte Id = 0x39;

    public override byte Identifier => Id;

    internal static FeatureIndication? Decode(ref ElementReader reader)
    {
        var (number, extended) = FeatureActivation.DecodeNumber(ref reader);
        var status = (FeatureStatus)reader.Octet();
        reader.End();
        return reader.Faulted ? null : new(number, status, extended);
    }

    internal override void EncodeContents(ref ElementWriter writer)
    {
        FeatureActivation.EncodeNumber(ref writer, Number, Extended);
        writer.Octet((byte)Status);
    }
}
