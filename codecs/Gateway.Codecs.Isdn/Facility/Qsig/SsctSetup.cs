using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// ssctSetup, local 100 (ECMA-300 2nd edition, annex A): in the SETUP to the transferred-to user. No answer.
/// <code>30 {A1 {PresentedAddressScreened} transferringAddress opt, A2 {Name} transferringName opt, A3|A4 extension}</code>
/// </summary>
public sealed record SsctSetup(
    PresentedAddressScreened? TransferringAddress = null,
    Name? TransferringName = null,
    byte[]? Extension = null) : Operation
{
    internal const int Value = 100;
    private const int TransferringAddressTag = 1;
    private const int TransferringNameTag = 2;
    private const int ExtensionTag = 3;

    public override Code Code => Code.Local(Value);

    internal static SsctSetup Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "ssctSetup");
        var operation = new SsctSetup(
            PresentedAddressScreened.DecodeTagged(ref reader, TransferringAddressTag, "transferringAddress"),
            Name.DecodeTagged(ref reader, TransferringNameTag, "transferringName"),
            ManufacturerExtension.Decode(ref reader, ExtensionTag));
        reader.Leave(scope);
        return operation;
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        TransferringAddress?.EncodeTagged(ref writer, TransferringAddressTag);
        TransferringName?.EncodeTagged(ref writer, TransferringNameTag);
        writer.WriteEncoded(Extension);
        writer.Leave(mark);
    }
}
