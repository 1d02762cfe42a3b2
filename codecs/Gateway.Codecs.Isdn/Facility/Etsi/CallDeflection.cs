using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Etsi;

/// <summary>
/// CallDeflection, local 13 (EN 300 207-1 V1.2.5, clause 7): at S/T, sends a call that is not answered yet to another number. Answer: empty.
/// <code>30 {Address deflectionAddress, 01 presentationAllowedDivertedToUser opt}</code>
/// </summary>
public sealed record CallDeflection(Address DeflectionAddress, bool? PresentationAllowedDivertedToUser = null) : Operation
{
    internal const int Value = 13;

    public override Code Code => Code.Local(Value);

    internal static CallDeflection Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "callDeflection");
        var operation = new CallDeflection(
            Address.Decode(ref reader, "deflectionAddress"),
            reader.NextIs(Asn1Tag.Boolean) ? reader.ReadBoolean("presentationAllowedDivertedToUser") : null);
        reader.Leave(scope);
        return operation;
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        DeflectionAddress.Encode(ref writer);
        if (PresentationAllowedDivertedToUser is { } allowed)
        {
            writer.WriteBoolean(allowed);
        }

        writer.Leave(mark);
    }
}
