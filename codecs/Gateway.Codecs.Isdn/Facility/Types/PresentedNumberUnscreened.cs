using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Types;

/// <summary>
/// A number and whether it may be shown (EN 300 196-1 V1.3.2, annex D.3; ECMA-165 4th edition, annex B.1). Unlike
/// <see cref="PresentedNumberScreened"/> the tag stands directly around the number, without a screening indicator.
/// <code>A0 {PartyNumber} allowed | 81 00 restricted | 82 00 not available | A3 {PartyNumber} restricted</code>
/// </summary>
public abstract record PresentedNumberUnscreened
{
    private PresentedNumberUnscreened()
    {
    }

    public sealed record PresentationAllowed(PartyNumber Number) : PresentedNumberUnscreened;

    public sealed record PresentationRestricted : PresentedNumberUnscreened;

    public sealed record NotAvailableDueToInterworking : PresentedNumberUnscreened;

    /// <summary>Known to the network, not to be shown to the user.</summary>
    public sealed record PresentationRestrictedNumber(PartyNumber Number) : PresentedNumberUnscreened;

    internal static PresentedNumberUnscreened Decode(ref BerReader reader, string name)
    {
        if (PartyNumber.DecodeTagged(ref reader, 0, name) is { } allowed)
        {
            return new PresentationAllowed(allowed);
        }

        if (PartyNumber.DecodeTagged(ref reader, 3, name) is { } restricted)
        {
            return new PresentationRestrictedNumber(restricted);
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
                allowed.Number.EncodeTagged(ref writer, 0);
                break;
            case PresentationRestricted:
                writer.WriteNull(BerTag.Context(1));
                break;
            case NotAvailableDueToInterworking:
                writer.WriteNull(BerTag.Context(2));
                break;
            case PresentationRestrictedNumber restricted:
                restricted.Number.EncodeTagged(ref writer, 3);
                break;
        }
    }

    /// <summary>Inside an explicit [<paramref name="tag"/>]; null when the next element is another.</summary>
    internal static PresentedNumberUnscreened? DecodeTagged(ref BerReader reader, int tag, string name)
    {
        if (!reader.NextIs(BerTag.Context(tag)))
        {
            return null;
        }

        BerReader.Scope scope = reader.Enter(BerTag.Context(tag), name);
        PresentedNumberUnscreened number = Decode(ref reader, "presentedNumber");
        reader.Leave(scope);
        return number;
    }

    internal void EncodeTagged(ref BerWriter writer, int tag)
    {
        int mark = writer.Enter(BerTag.Context(tag));
        Encode(ref writer);
        writer.Leave(mark);
    }
}
