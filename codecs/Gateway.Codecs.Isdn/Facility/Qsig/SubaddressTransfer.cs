using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// subaddressTransfer, local 14 (ECMA-178 3rd edition, annex A): an end tells the other its subaddress after a transfer. No answer.
/// <code>30 {PartySubaddress redirectionSubaddress, A0|A1 extension}</code>
/// </summary>
public sealed record SubaddressTransfer(PartySubaddress RedirectionSubaddress, byte[]? Extension = null) : Operation
{
    internal const int Value = 14;
    private const int ExtensionTag = 0;

    public override Code Code => Code.Local(Value);

    internal static SubaddressTransfer Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "subaddressTransfer");
        var operation = new SubaddressTransfer(
            PartySubaddress.Decode(ref reader, "redirectionSubaddress"),
            ManufacturerExtension.Decode(ref reader, ExtensionTag));
        reader.Leave(scope);
        return operation;
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        RedirectionSubaddress.Encode(ref writer);
        writer.WriteEncoded(Extension);
        writer.Leave(mark);
    }
}
