using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Etsi;

/// <summary>
/// DivertingLegInformation2, local 15 (EN 300 207-1 V1.2.5, clause 7): in the SETUP to the diverted-to user. No answer.
/// <code>
/// 30 {02 diversionCounter, 0A diversionReason, A1 {PresentedNumberUnscreened} divertingNumber opt,
///     A2 {PresentedNumberUnscreened} originalCalledNumber opt}
/// </code>
/// </summary>
public sealed record DivertingLegInformation2(
    int DiversionCounter,
    DiversionReason Reason,
    PresentedNumberUnscreened? DivertingNumber = null,
    PresentedNumberUnscreened? OriginalCalledNumber = null) : Operation
{
    internal const int Value = 15;
    private const int DivertingNumberTag = 1;
    private const int OriginalCalledNumberTag = 2;

    public override Code Code => Code.Local(Value);

    internal static DivertingLegInformation2 Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "divertingLegInformation2");
        var operation = new DivertingLegInformation2(
            reader.ReadInteger("diversionCounter"),
            (DiversionReason)reader.ReadEnumerated("diversionReason"),
            PresentedNumberUnscreened.DecodeTagged(ref reader, DivertingNumberTag, "divertingNumber"),
            PresentedNumberUnscreened.DecodeTagged(ref reader, OriginalCalledNumberTag, "originalCalledNumber"));
        reader.Leave(scope);
        return operation;
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        writer.WriteInteger(DiversionCounter);
        writer.WriteEnumerated((int)Reason);
        DivertingNumber?.EncodeTagged(ref writer, DivertingNumberTag);
        OriginalCalledNumber?.EncodeTagged(ref writer, OriginalCalledNumberTag);
        writer.Leave(mark);
    }
}
