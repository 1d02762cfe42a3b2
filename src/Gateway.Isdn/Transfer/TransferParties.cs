using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility.Etsi;
using Gateway.Codecs.Isdn.Facility.Qsig;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Isdn.Transfer;

/// <summary>The shapes in which the protocols tell an end of the other one.</summary>
internal static class TransferParties
{
    public static TransferParty Of(CallTransferComplete operation) => new(operation.RedirectionNumber, operation.RedirectionName);

    public static TransferParty Of(CallTransferUpdate operation) => new(operation.RedirectionNumber, operation.RedirectionName);

    public static TransferParty Of(CallTransferActive operation) => new(
        operation.ConnectedAddress switch
        {
            PresentedAddressScreened.PresentationAllowed allowed =>
                new PresentedNumberScreened.PresentationAllowed(allowed.Number, allowed.Screening),
            PresentedAddressScreened.PresentationRestrictedAddress restricted =>
                new PresentedNumberScreened.PresentationRestrictedNumber(restricted.Number, restricted.Screening),
            PresentedAddressScreened.PresentationRestricted => new PresentedNumberScreened.PresentationRestricted(),
            _ => new PresentedNumberScreened.NotAvailableDueToInterworking(),
        },
        operation.ConnectedName);

    public static TransferParty Of(EctInform operation) => new(operation.RedirectionNumber switch
    {
        PresentedNumberUnscreened.PresentationAllowed allowed =>
            new PresentedNumberScreened.PresentationAllowed(allowed.Number, ScreeningIndicator.NetworkProvided),
        PresentedNumberUnscreened.PresentationRestrictedNumber restricted =>
            new PresentedNumberScreened.PresentationRestrictedNumber(restricted.Number, ScreeningIndicator.NetworkProvided),
        PresentedNumberUnscreened.PresentationRestricted => new PresentedNumberScreened.PresentationRestricted(),
        _ => new PresentedNumberScreened.NotAvailableDueToInterworking(),
    });

    /// <summary>Redirection number of a NOTIFY (EN 300 369-1 V1.2.4, clause 9: remote users that speak no components).</summary>
    public static TransferParty Of(RedirectionNumber? number) => new(number switch
    {
        null or { Presentation: PresentationIndicator.NotAvailable } => new PresentedNumberScreened.NotAvailableDueToInterworking(),
        { Presentation: PresentationIndicator.Restricted, Digits: "" } => new PresentedNumberScreened.PresentationRestricted(),
        { Presentation: PresentationIndicator.Restricted } =>
            new PresentedNumberScreened.PresentationRestrictedNumber(NumberOf(number), number.Screening),
        _ => new PresentedNumberScreened.PresentationAllowed(NumberOf(number), number.Screening),
    });

    /// <summary>NumberDigits: 1 to 20 digits (ECMA-165 4th edition, annex B.1); star and hash are let through, as exchanges do.</summary>
    public static bool IsSendable(PartyNumber number) =>
        number.Digits.Length is > 0 and <= 20 && number.Digits.All(digit => char.IsAsciiDigit(digit) || digit is '*' or '#');

    /// <summary>A party of another network may have a name in place of a number.</summary>
    public static TransferParty Sendable(TransferParty party) => party.Number switch
    {
        PresentedNumberScreened.PresentationAllowed { Number: var shown } when !IsSendable(shown) =>
            party with { Number = new PresentedNumberScreened.NotAvailableDueToInterworking() },
        PresentedNumberScreened.PresentationRestrictedNumber { Number: var hidden } when !IsSendable(hidden) =>
            party with { Number = new PresentedNumberScreened.PresentationRestricted() },
        _ => party,
    };

    public static PresentedAddressScreened AddressOf(TransferParty party) => party.Number switch
    {
        PresentedNumberScreened.PresentationAllowed allowed =>
            new PresentedAddressScreened.PresentationAllowed(allowed.Number, allowed.Screening),
        PresentedNumberScreened.PresentationRestrictedNumber restricted =>
            new PresentedAddressScreened.PresentationRestrictedAddress(restricted.Number, restricted.Screening),
        PresentedNumberScreened.PresentationRestricted => new PresentedAddressScreened.PresentationRestricted(),
        _ => new PresentedAddressScreened.NotAvailableDueToInterworking(),
    };

    public static PresentedNumberUnscreened UnscreenedOf(TransferParty party) => party.Number switch
    {
        PresentedNumberScreened.PresentationAllowed allowed => new PresentedNumberUnscreened.PresentationAllowed(allowed.Number),
        PresentedNumberScreened.PresentationRestrictedNumber restricted =>
            new PresentedNumberUnscreened.PresentationRestrictedNumber(restricted.Number),
        PresentedNumberScreened.PresentationRestricted => new PresentedNumberUnscreened.PresentationRestricted(),
        _ => new PresentedNumberUnscreened.NotAvailableDueToInterworking(),
    };

    private static PartyNumber NumberOf(NumberElement number) => number.Plan switch
    {
        NumberingPlan.E164 => new PartyNumber.Public((PublicTypeOfNumber)number.Type, number.Digits),
        NumberingPlan.Private => new PartyNumber.Private((PrivateTypeOfNumber)number.Type, number.Digits),
        _ => new PartyNumber.Unknown(number.Digits),
    };
}
