using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Dms100;

/// <summary>
/// RLT third party, local 2 (Nortel NIS-A211-1): joins the call on whose reference it is sent with the one of this identity. Answer: empty.
/// <code>30 {80 callId, 81 reason}</code>
/// </summary>
public sealed record RltThirdParty(int CallId, int Reason = 0) : Operation
{
    internal const int Value = 2;
    private const int CallIdTag = 0;
    private const int ReasonTag = 1;

    /// <summary>The only invoke identity it may be sent with.</summary>
    public const int InvokeId = Value;

    public override Code Code => Code.Local(Value);

    internal static RltThirdParty Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "rltThirdParty");
        var operation = new RltThirdParty(
            reader.ReadInteger(BerTag.Context(CallIdTag), "callId"),
            reader.NextIs(BerTag.Context(ReasonTag)) ? reader.ReadInteger(BerTag.Context(ReasonTag), "reason") : 0);
        reader.Leave(scope);
        return operation;
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        writer.WriteInteger(BerTag.Context(CallIdTag), CallId);
        writer.WriteInteger(BerTag.Context(ReasonTag), Reason);
        writer.Leave(mark);
    }
}
