using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// ssctDigitInfo, local 102 (ECMA-300 2nd edition, annex A): the remaining digits of the transferred-to number. No answer.
/// <code>30 {A1 {PartyNumber} rerouteingNumber opt, 82 00 sendingComplete opt, A3|A4 extension}</code>
/// </summary>
public sealed record SsctDigitInfo(PartyNumber? RerouteingNumber = null, bool SendingComplete = false, byte[]? Extension = null)
    : Operation
{
    internal const int Value = 102;
    private const int RerouteingNumberTag = 1;
    private const int SendingCompleteTag = 2;
    private const int ExtensionTag = 3;

    public override Code Code => Code.Local(Value);

    internal static SsctDigitInfo Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "ssctDigitInfo");
        PartyNumber? number = PartyNumber.DecodeTagged(ref reader, RerouteingNumberTag, "rerouteingNumber");
        bool complete = reader.NextIs(BerTag.Context(SendingCompleteTag));
        if (complete)
        {
            reader.ReadNull(BerTag.Context(SendingCompleteTag), "sendingComplete");
        }

        var operation = new SsctDigitInfo(number, complete, ManufacturerExtension.Decode(ref reader, ExtensionTag));
        reader.Leave(scope);
        return operation;
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        RerouteingNumber?.EncodeTagged(ref writer, RerouteingNumberTag);
        if (SendingComplete)
        {
            writer.WriteNull(BerTag.Context(SendingCompleteTag));
        }

        writer.WriteEncoded(Extension);
        writer.Leave(mark);
    }
}
