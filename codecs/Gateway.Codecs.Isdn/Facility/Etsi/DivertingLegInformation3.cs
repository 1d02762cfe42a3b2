using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Etsi;

/// <summary>
/// DivertingLegInformation3, local 19 (EN 300 207-1 V1.2.5, clause 7): the diverted-to user lets its number be shown, or not. No answer.
/// <code>01 presentationAllowedIndicator</code>
/// </summary>
public sealed record DivertingLegInformation3(bool PresentationAllowed) : Operation
{
    internal const int Value = 19;

    public override Code Code => Code.Local(Value);

    internal static DivertingLegInformation3 Decode(ref BerReader reader) =>
        new(reader.ReadBoolean("presentationAllowedIndicator"));

    internal override void EncodeArgument(ref BerWriter writer) => writer.WriteBoolean(PresentationAllowed);
}
