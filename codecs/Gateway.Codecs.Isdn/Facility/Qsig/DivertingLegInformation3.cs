using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// divertingLegInformation3, local 22 (ECMA-174 3rd edition, annex A): the diverted-to user lets its number be shown, or not. No answer.
/// <code>30 {01 presentationAllowedIndicator, A0 {Name} redirectionName opt, A1|A2 extension}</code>
/// </summary>
public sealed record DivertingLegInformation3(bool PresentationAllowed, Name? RedirectionName = null, byte[]? Extension = null)
    : Operation
{
    internal const int Value = 22;
    private const int RedirectionNameTag = 0;
    private const int ExtensionTag = 1;

    public override Code Code => Code.Local(Value);

    internal static DivertingLegInformation3 Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "divertingLegInformation3");
        var operation = new DivertingLegInformation3(
            reader.ReadBoolean("presentationAllowedIndicator"),
            Name.DecodeTagged(ref reader, RedirectionNameTag, "redirectionName"),
            ManufacturerExtension.Decode(ref reader, ExtensionTag));
        reader.Leave(scope);
        return operation;
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        writer.WriteBoolean(PresentationAllowed);
        RedirectionName?.EncodeTagged(ref writer, RedirectionNameTag);
        writer.WriteEncoded(Extension);
        writer.Leave(mark);
    }
}
