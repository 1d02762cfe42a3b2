using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// callTransferActive, local 11 (ECMA-178 3rd edition, annex A): the end that was alerting has answered. No answer.
/// <code>
/// 30 {PresentedAddressScreened connectedAddress, 40 basicCallInfoElements opt, Name connectedName opt, A9|AA extension}
/// </code>
/// </summary>
public sealed record CallTransferActive(
    PresentedAddressScreened ConnectedAddress,
    byte[]? InformationElements = null,
    Name? ConnectedName = null,
    byte[]? Extension = null) : Operation
{
    internal const int Value = 11;
    private const int ExtensionTag = 9;

    public override Code Code => Code.Local(Value);

    internal static CallTransferActive Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "callTransferActive");
        var operation = new CallTransferActive(
            PresentedAddressScreened.Decode(ref reader, "connectedAddress"),
            Pss1InformationElement.IsNext(ref reader) ? Pss1InformationElement.Decode(ref reader) : null,
            Name.IsNext(ref reader) ? Name.Decode(ref reader, "connectedName") : null,
            ManufacturerExtension.Decode(ref reader, ExtensionTag));
        reader.Leave(scope);
        return operation;
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        ConnectedAddress.Encode(ref writer);
        if (InformationElements is not null)
        {
            Pss1InformationElement.Encode(ref writer, InformationElements);
        }

        ConnectedName?.Encode(ref writer);
        writer.WriteEncoded(Extension);
        writer.Leave(mark);
    }
}
