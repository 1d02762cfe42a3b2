using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// divertingLegInformation2, local 21 (ECMA-174 3rd edition, annex A): in the SETUP to the diverted-to user. No answer.
/// <code>
/// 30 {02 diversionCounter, 0A diversionReason, 80 originalDiversionReason opt, A1 {PresentedNumberUnscreened} divertingNr opt,
///     A2 {PresentedNumberUnscreened} originalCalledNr opt, A3 {Name} redirectingName opt, A4 {Name} originalCalledName opt,
///     A5|A6 extension}
/// </code>
/// </summary>
public sealed record DivertingLegInformation2(
    int DiversionCounter,
    DiversionReason Reason,
    DiversionReason? OriginalReason = null,
    PresentedNumberUnscreened? DivertingNumber = null,
    PresentedNumberUnscreened? OriginalCalledNumber = null,
    Name? RedirectingName = null,
    Name? OriginalCalledName = null,
    byte[]? Extension = null) : Operation
{
    internal const int Value = 21;
    private const int OriginalReasonTag = 0;
    private const int DivertingNumberTag = 1;
    private const int OriginalCalledNumberTag = 2;
    private const int RedirectingNameTag = 3;
    private const int OriginalCalledNameTag = 4;
    private const int ExtensionTag = 5;

    public override Code Code => Code.Local(Value);

    internal static DivertingLegInformation2 Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "divertingLegInformation2");
        var operation = new DivertingLegInformation2(
            reader.ReadInteger("diversionCounter"),
            (DiversionReason)reader.ReadEnumerated("diversionReason"),
            reader.NextIs(BerTag.Context(OriginalReasonTag))
                ? (DiversionReason)reader.ReadInteger(BerTag.Context(OriginalReasonTag), "originalDiversionReason")
                : null,
            PresentedNumberUnscreened.DecodeTagged(ref reader, DivertingNumberTag, "divertingNr"),
            PresentedNumberUnscreened.DecodeTagged(ref reader, OriginalCalledNumberTag, "originalCalledNr"),
            Name.DecodeTagged(ref reader, RedirectingNameTag, "redirectingName"),
            Name.DecodeTagged(ref reader, OriginalCalledNameTag, "originalCalledName"),
            ManufacturerExtension.Decode(ref reader, ExtensionTag));
        reader.Leave(scope);
        return operation;
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        writer.WriteInteger(DiversionCounter);
        writer.WriteEnumerated((int)Reason);
        if (OriginalReason is { } originalReason)
        {
            writer.WriteInteger(BerTag.Context(OriginalReasonTag), (int)originalReason);
        }

        DivertingNumber?.EncodeTagged(ref writer, DivertingNumberTag);
        OriginalCalledNumber?.EncodeTagged(ref writer, OriginalCalledNumberTag);
        RedirectingName?.EncodeTagged(ref writer, RedirectingNameTag);
        OriginalCalledName?.EncodeTagged(ref writer, OriginalCalledNameTag);
        writer.WriteEncoded(Extension);
        writer.Leave(mark);
    }
}
