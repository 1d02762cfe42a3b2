using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility.Types;
using Gateway.Engine.Legs;
using Gateway.Isdn.Transfer;
using IsdnReason = Gateway.Codecs.Isdn.Elements.RedirectionReason;
using RedirectionReason = Gateway.Engine.Legs.RedirectionReason;

namespace Gateway.Exchange.Legs.Isdn;

/// <summary>Numbers of Q.931 elements and Facility arguments in the engine's form, and back: '+' is type "international" (RFC 3398 8.2.1.1).</summary>
internal static class Numbers
{
    public static CalledPartyNumber Called(Party party) => new(TypeOf(party), NumberingPlan.E164, Digits(party));

    /// <summary>Null when there are no digits to send.</summary>
    public static CallingPartyNumber? Calling(Party party) => Digits(party) is { Length: > 0 } digits
        ? new CallingPartyNumber(TypeOf(party), NumberingPlan.E164, digits)
        {
            Presentation = party.Restricted ? PresentationIndicator.Restricted : PresentationIndicator.Allowed,
            Screening = ScreeningIndicator.UserProvidedNotScreened,
        }
        : null;

    /// <summary>Null when there are no digits to send.</summary>
    public static RedirectingNumber? Redirecting(Redirection redirection) => Digits(redirection.Party) is { Length: > 0 } digits
        ? new RedirectingNumber(TypeOf(redirection.Party), NumberingPlan.E164, digits)
        {
            Presentation = redirection.Party.Restricted ? PresentationIndicator.Restricted : PresentationIndicator.Allowed,
            Screening = ScreeningIndicator.UserProvidedNotScreened,
            Reason = redirection.Reason switch
            {
                RedirectionReason.Busy => IsdnReason.Busy,
                RedirectionReason.NoReply => IsdnReason.NoReply,
                RedirectionReason.Deflection => IsdnReason.Deflection,
                RedirectionReason.OutOfOrder => IsdnReason.OutOfOrder,
                RedirectionReason.Unconditional => IsdnReason.Unconditional,
                _ => IsdnReason.Unknown,
            },
        }
        : null;

    public static Redirection RedirectionOf(RedirectingNumber number) => new(PartyOf(number), number.Reason switch
    {
        IsdnReason.Busy => RedirectionReason.Busy,
        IsdnReason.NoReply => RedirectionReason.NoReply,
        IsdnReason.Deflection => RedirectionReason.Deflection,
        IsdnReason.OutOfOrder or IsdnReason.ByCalledTerminal => RedirectionReason.OutOfOrder,
        IsdnReason.Unconditional => RedirectionReason.Unconditional,
        _ => RedirectionReason.Unknown,
    });

    public static Party PartyOf(NumberElement number) =>
        new((number.Type == TypeOfNumber.International ? "+" : "") + number.Digits, Restricted: number.Presentation == PresentationIndicator.Restricted);

    public static Party PartyOf(PartyNumber number) =>
        new((number is PartyNumber.Public { Type: PublicTypeOfNumber.InternationalNumber } ? "+" : "") + number.Digits);

    public static Party PartyOf(TransferParty party)
    {
        var name = party.Name is Name.PresentationAllowed { Text: var text } ? text : null;
        return party.Number switch
        {
            PresentedNumberScreened.PresentationAllowed(var number, _) => PartyOf(number) with { DisplayName = name },
            PresentedNumberScreened.PresentationRestrictedNumber(var number, _) => PartyOf(number) with { Restricted = true },
            _ => new Party("", name, Restricted: true),
        };
    }

    public static TransferParty TransferPartyOf(Party party)
    {
        var digits = Digits(party);
        PresentedNumberScreened number = party.Restricted ? new PresentedNumberScreened.PresentationRestricted()
            : digits.Length == 0 ? new PresentedNumberScreened.NotAvailableDueToInterworking()
            : new PresentedNumberScreened.PresentationAllowed(
                party.Number.StartsWith('+') ? new PartyNumber.Public(PublicTypeOfNumber.InternationalNumber, digits) : new PartyNumber.Unknown(digits),
                ScreeningIndicator.UserProvidedNotScreened);
        return new TransferParty(number, party is { Restricted: false, DisplayName: { Length: > 0 and <= 50 } name } ? new Name.PresentationAllowed(name) : null);
    }

    /// <summary>Null when there are no digits to send.</summary>
    public static PartyNumber? NumberOf(Party party) => Digits(party) is not { Length: > 0 } digits ? null
        : party.Number.StartsWith('+') ? new PartyNumber.Public(PublicTypeOfNumber.InternationalNumber, digits)
        : new PartyNumber.Unknown(digits);

    private static TypeOfNumber TypeOf(Party party) => party.Number.StartsWith('+') ? TypeOfNumber.International : TypeOfNumber.Unknown;

    /// <summary>What can be dialled; a name that is no number gives none.</summary>
    private static string Digits(Party party) =>
        party.Number.TrimStart('+') is var digits && digits.All(c => char.IsAsciiDigit(c) || c is '*' or '#') ? digits : "";
}
