using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// divertingLegInformation1, local 20 (ECMA-174 3rd edition, annex A): tells the calling user's end of a diversion. No answer.
/// <code>30 {0A diversionReason, 0A subscriptionOption, PartyNumber nominatedNr, A9|AA extension}</code>
/// </summary>
public sealed record DivertingLegInformation1(
    DiversionReason Reason,
    SubscriptionOption SubscriptionOption,
    PartyNumber NominatedNumber,
    byte[]? Extension = null) : Operation
{
    internal const int Value = 20;
    private const int ExtensionTag = 9;

    public override Code Code => Code.Local(Value);

    internal static DivertingLegInformation1 Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "divertingLegInformation1");
        var operation = new DivertingLegInformation1(
            (DiversionReason)reader.ReadEnumerated("diversionReason"),
            (SubscriptionOption)reader.ReadEnumerated("subscriptionOption"),
            PartyNumber.Decode(ref reader, "nominatedNr"),
            ManufacturerExtension.Decode(ref reader, ExtensionTag));
        reader.Leave(scope);
        return operation;
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        writer.WriteEnumerated((int)Reason);
        writer.WriteEnumerated((int)SubscriptionOption);
        NominatedNumber.Encode(ref writer);
        writer.WriteEncoded(Extension);
        writer.Leave(mark);
    }
}
