using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Etsi;

/// <summary>
/// DivertingLegInformation1, local 18 (EN 300 207-1 V1.2.5, clause 7): tells the calling private network of a diversion. No answer.
/// <code>30 {0A diversionReason, 0A subscriptionOption, PresentedNumberUnscreened divertedToNumber opt}</code>
/// </summary>
public sealed record DivertingLegInformation1(
    DiversionReason Reason,
    SubscriptionOption SubscriptionOption,
    PresentedNumberUnscreened? DivertedToNumber = null) : Operation
{
    internal const int Value = 18;

    public override Code Code => Code.Local(Value);

    internal static DivertingLegInformation1 Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "divertingLegInformation1");
        var operation = new DivertingLegInformation1(
            (DiversionReason)reader.ReadEnumerated("diversionReason"),
            (SubscriptionOption)reader.ReadEnumerated("subscriptionOption"),
            reader.AtEnd ? null : PresentedNumberUnscreened.Decode(ref reader, "divertedToNumber"));
        reader.Leave(scope);
        return operation;
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        writer.WriteEnumerated((int)Reason);
        writer.WriteEnumerated((int)SubscriptionOption);
        DivertedToNumber?.Encode(ref writer);
        writer.Leave(mark);
    }
}
