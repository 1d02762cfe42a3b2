using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Ni2;

/// <summary>
/// Two B-channel transfer, 1.2.840.10005.0.8 (GR-2865; enhanced explicit call transfer of ANSI T1.643): joins the call on whose reference it
/// is sent with another. Answer: empty or a tag, kept raw; the switch then clears both.
/// <code>30 {02 callReference, anything (D-channel identifier) opt}</code>
/// </summary>
/// <param name="CallReference">
/// The other call's two reference octets as the controller would send them, flag included: 8001h for the incoming call 1, in three octets
/// since integers are signed.
/// </param>
/// <param name="DChannelIdentifier">What follows, as it came: its coding could not be verified.</param>
public sealed record TwoBChannelTransfer(int CallReference, byte[]? DChannelIdentifier = null) : Operation
{
    internal const int Arc = 8;

    public override Code Code => Code.Global(Ni2Operation.Root + "8");

    internal static TwoBChannelTransfer Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "twoBChannelTransfer");
        var operation = new TwoBChannelTransfer(
            reader.ReadInteger("callReference"),
            reader.AtEnd ? null : reader.ReadRest("dChannelIdentifier").ToArray());
        reader.Leave(scope);
        return operation;
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        writer.WriteInteger(CallReference);
        writer.WriteEncoded(DChannelIdentifier);
        writer.Leave(mark);
    }
}
