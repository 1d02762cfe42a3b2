using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// ssctInitiate, local 99 (ECMA-300 2nd edition, annex A): asks the far PINX to transfer its user to a number in a single step.
/// Answer: empty, then the call is cleared.
/// <code>
/// 30 {PartyNumber rerouteingNumber, PresentedAddressScreened transferredAddress, 01 awaitConnect, A1 {Name} transferredName opt,
///     A2 {PresentedAddressScreened} transferringAddress opt, A3 {Name} transferringName opt, A4|A5 extension}
/// </code>
/// </summary>
/// <param name="RerouteingNumber">The transferred-to user.</param>
/// <param name="TransferredAddress">The user who is sent there.</param>
/// <param name="AwaitConnect">True: the call is released when the target answers; false: when it alerts.</param>
/// <param name="TransferredName">The transferred user's name.</param>
/// <param name="TransferringAddress">Who transfers.</param>
/// <param name="TransferringName">The name of who transfers.</param>
/// <param name="Extension">Manufacturer specific.</param>
public sealed record SsctInitiate(
    PartyNumber RerouteingNumber,
    PresentedAddressScreened TransferredAddress,
    bool AwaitConnect,
    Name? TransferredName = null,
    PresentedAddressScreened? TransferringAddress = null,
    Name? TransferringName = null,
    byte[]? Extension = null) : Operation
{
    internal const int Value = 99;
    private const int TransferredNameTag = 1;
    private const int TransferringAddressTag = 2;
    private const int TransferringNameTag = 3;
    private const int ExtensionTag = 4;

    public override Code Code => Code.Local(Value);

    internal static SsctInitiate Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "ssctInitiate");
        var operation = new SsctInitiate(
            PartyNumber.Decode(ref reader, "rerouteingNumber"),
            PresentedAddressScreened.Decode(ref reader, "transferredAddress"),
            reader.ReadBoolean("awaitConnect"),
            Name.DecodeTagged(ref reader, TransferredNameTag, "transferredName"),
            PresentedAddressScreened.DecodeTagged(ref reader, TransferringAddressTag, "transferringAddress"),
            Name.DecodeTagged(ref reader, TransferringNameTag, "transferringName"),
            ManufacturerExtension.Decode(ref reader, ExtensionTag));
        reader.Leave(scope);
        return operation;
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        RerouteingNumber.Encode(ref writer);
        TransferredAddress.Encode(ref writer);
        writer.WriteBoolean(AwaitConnect);
        TransferredName?.EncodeTagged(ref writer, TransferredNameTag);
        TransferringAddress?.EncodeTagged(ref writer, TransferringAddressTag);
        TransferringName?.EncodeTagged(ref writer, TransferringNameTag);
        writer.WriteEncoded(Extension);
        writer.Leave(mark);
    }
}
