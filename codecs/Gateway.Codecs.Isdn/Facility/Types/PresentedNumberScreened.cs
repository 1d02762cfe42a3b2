using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Elements;

namespace Gateway.Codecs.Isdn.Facility.Types;

/// <summary>
/// A screened number and whether it may be shown (EN 300 196-1 V1.3.2, annex D.3; ECMA-165 4th edition, annex B.1).
/// <code>A0 {PartyNumber, 0A screening} allowed | 81 00 restricted | 82 00 not available | A3 {PartyNumber, 0A screening} restricted</code>
/// </summary>
public abstract record PresentedNumberScreened
{
    private PresentedNumberScreened()
    {
    }

    public sealed record PresentationAllowed(PartyNumber Number, ScreeningIndicator Screening) : PresentedNumberScreened;

    public sealed record PresentationRestricted : PresentedNumberScreened;

    public sealed record NotAvailableDueToInterworking : PresentedNumberScreened;

    /// <summary>Known to the network, not to be shown to the user.</summary>
    public sealed record PresentationRestrictedNumber(PartyNumber Number, ScreeningIndicator Screening) : PresentedNumberScreened;

    internal static PresentedNumberScreened Decode(ref BerReader reader, string name)
    {
        if (reader.NextIs(BerTag.Context(0)) || reader.NextIs(BerTag.Context(3)))
        {
            bool allowed = reader.NextIs(BerTag.Context(0));
            BerReader.Scope scope = reader.Enter(BerTag.Context(allowed ? 0 : 3), name);
            PartyNumber number = PartyNumber.Decode(ref reader, "partyNumber");
            var screening = (ScreeningIndicator)reader.ReadEnumerated("screeningIndicator");
            reader.Leave(scope);
            return allowed ? new PresentationAllowed(number, screening) : new PresentationRestrictedNumber(number, screening);
        }

        if (reader.NextIs(BerTag.Context(2)))
        {
            reader.ReadNull(BerTag.Context(2), name);
            return new NotAvailableDueToInterworking();
        }

        reader.ReadNull(BerTag.Context(1), name);
        return new PresentationRestricted();
    }

    internal void Encode(ref BerWriter writer)
    {
        switch (this)
        {
            case PresentationAllowed allowed:
                EncodeNumber(ref writer, 0, allowed.Number, allowed.Screening);
                break;
            case PresentationRestricted:
                writer.WriteNull(BerTag.Context(1));
                break;
            case NotAvailableDueToInterworking:
                writer.WriteNull(BerTag.Context(2));
                break;
            case PresentationRestrictedNumber restricted:
                EncodeNumber(ref writer, 3, restricted.Number, restricted.Screening);
                break;
        }
    }

    private static void EncodeNumber(ref BerWriter writer, int tag, PartyNumber number, ScreeningIndicator screening)
    {
        int mark = writer.Enter(BerTag.Context(tag));
        number.Encode(ref writer);
        writer.WriteEnumerated((int)screening);
        writer.Leave(mark);
    }
}
