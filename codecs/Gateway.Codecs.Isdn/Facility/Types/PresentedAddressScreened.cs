using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Elements;

namespace Gateway.Codecs.Isdn.Facility.Types;

/// <summary>
/// A screened number with its subaddress and whether it may be shown (EN 300 196-1 V1.3.2, annex D.3; ECMA-165 4th edition, annex B.1).
/// <code>
/// A0 {PartyNumber, 0A screening, PartySubaddress opt} allowed | 81 00 restricted | 82 00 not available
/// A3 {PartyNumber, 0A screening, PartySubaddress opt} restricted
/// </code>
/// </summary>
public abstract record PresentedAddressScreened
{
    private PresentedAddressScreened()
    {
    }

    public sealed record PresentationAllowed(PartyNumber Number, ScreeningIndicator Screening, PartySubaddress? Subaddress = null)
        : PresentedAddressScreened;

    public sealed record PresentationRestricted : PresentedAddressScreened;

    public sealed record NotAvailableDueToInterworking : PresentedAddressScreened;

    /// <summary>Known to the network, not to be shown to the user.</summary>
    public sealed record PresentationRestrictedAddress(PartyNumber Number, ScreeningIndicator Screening, PartySubaddress? Subaddress = null)
        : PresentedAddressScreened;

    internal static PresentedAddressScreened Decode(ref BerReader reader, string name)
    {
        if (reader.NextIs(BerTag.Context(0)) || reader.NextIs(BerTag.Context(3)))
        {
            bool allowed = reader.NextIs(BerTag.Context(0));
            BerReader.Scope scope = reader.Enter(BerTag.Context(allowed ? 0 : 3), name);
            PartyNumber number = PartyNumber.Decode(ref reader, "partyNumber");
            var screening = (ScreeningIndicator)reader.ReadEnumerated("screeningIndicator");
            PartySubaddress? subaddress =
                PartySubaddress.IsNext(ref reader) ? PartySubaddress.Decode(ref reader, "partySubaddress") : null;
            reader.Leave(scope);
            return allowed
                ? new PresentationAllowed(number, screening, subaddress)
                : new PresentationRestrictedAddress(number, screening, subaddress);
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
                EncodeAddress(ref writer, 0, allowed.Number, allowed.Screening, allowed.Subaddress);
                break;
            case PresentationRestricted:
                writer.WriteNull(BerTag.Context(1));
                break;
            case NotAvailableDueToInterworking:
                writer.WriteNull(BerTag.Context(2));
                break;
            case PresentationRestrictedAddress restricted:
                EncodeAddress(ref writer, 3, restricted.Number, restricted.Screening, restricted.Subaddress);
                break;
        }
    }

    /// <summary>Inside an explicit [<paramref name="tag"/>]; null when the next element is another.</summary>
    internal static PresentedAddressScreened? DecodeTagged(ref BerReader reader, int tag, string name)
    {
        if (!reader.NextIs(BerTag.Context(tag)))
        {
            return null;
        }

        BerReader.Scope scope = reader.Enter(BerTag.Context(tag), name);
        PresentedAddressScreened address = Decode(ref reader, "presentedAddress");
        reader.Leave(scope);
        return address;
    }

    internal void EncodeTagged(ref BerWriter writer, int tag)
    {
        int mark = writer.Enter(BerTag.Context(tag));
        Encode(ref writer);
        writer.Leave(mark);
    }

    private static void EncodeAddress(
        ref BerWriter writer, int tag, PartyNumber number, ScreeningIndicator screening, PartySubaddress? subaddress)
    {
        int mark = writer.Enter(BerTag.Context(tag));
        number.Encode(ref writer);
        writer.WriteEnumerated((int)screening);
        subaddress?.Encode(ref writer);
        writer.Leave(mark);
    }
}
