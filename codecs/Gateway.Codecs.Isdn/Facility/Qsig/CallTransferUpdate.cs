using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// callTransferUpdate, local 13 (ECMA-178 3rd edition, annex A): an end tells the other its own number and name after a transfer. No answer.
/// The name stands before the information elements here, unlike in complete and active.
/// <code>
/// 30 {PresentedNumberScreened redirectionNumber, Name redirectionName opt, 40 basicCallInfoElements opt, A9|AA extension}
/// </code>
/// </summary>
public sealed record CallTransferUpdate(
    PresentedNumberScreened RedirectionNumber,
    Name? RedirectionName = null,
    byte[]? InformationElements = null,
    byte[]? Extension = null) : Operation
{
    internal const int Value = 13;
    private const int ExtensionTag = 9;

    public override Code Code => Code.Local(Value);

    internal static CallTransferUpdate Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "callTransferUpdate");
        var operation = new CallTransferUpdate(
            PresentedNumberScreened.Decode(ref reader, "redirectionNumber"),
            Name.IsNext(ref reader) ? Name.Decode(ref reader, "redirectionName") : null,
            Pss1InformationElement.IsNext(ref reader) ? Pss1InformationElement.Decode(ref reader) : null,
            ManufacturerExtension.Decode(ref reader, ExtensionTag));
        reader.Leave(scope);
        return operation;
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        RedirectionNumber.Encode(ref writer);
        RedirectionName?.Encode(ref writer);
        if (InformationElements is not null)
        {
            Pss1InformationElement.Encode(ref writer, InformationElements);
        }

        writer.WriteEncoded(Extension);
        writer.Leave(mark);
    }
}
