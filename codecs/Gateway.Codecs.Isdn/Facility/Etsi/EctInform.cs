using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Etsi;

/// <summary>Whether the other user has answered (EN 300 369-1 V1.2.4, clause 7); the opposite of QSIG's numbers.</summary>
public enum EctCallStatus
{
    Alerting,
    Active,
}

/// <summary>
/// EctInform, 0.4.0.369.1.5 (EN 300 369-1 V1.2.4, clause 7): tells a remote user whom it is connected to now. No answer.
/// <code>30 {0A callStatus, PresentedNumberUnscreened redirectionNumber opt}</code>
/// </summary>
public sealed record EctInform(EctCallStatus Status, PresentedNumberUnscreened? RedirectionNumber = null) : Operation
{
    internal const int Arc = 5;

    public override Code Code => EtsiOperation.Ect("5");

    internal static EctInform Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "ectInform");
        var operation = new EctInform(
            (EctCallStatus)reader.ReadEnumerated("callStatus"),
            reader.AtEnd ? null : PresentedNumberUnscreened.Decode(ref reader, "redirectionNumber"));
        reader.Leave(scope);
        return operation;
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        writer.WriteEnumerated((int)Status);
        RedirectionNumber?.Encode(ref writer);
        writer.Leave(mark);
    }
}
