using Gateway.Codecs.H323.H225;

namespace Gateway.H323;

/// <summary>Somebody who calls, is called, or answered.</summary>
/// <param name="Number">Digits, or null when only names are known. Goes into the number element and, as dialledDigits, into the aliases.</param>
public sealed record H323Party(string? Number)
{
    /// <summary>0 unknown, 1 international, 2 national, 4 subscriber (Q.931 (05/1998) 4.5.10).</summary>
    public byte TypeOfNumber { get; init; }

    /// <summary>Names and addresses besides the number, in order.</summary>
    public IReadOnlyList<AliasAddress> Aliases { get; init; } = [];

    /// <summary>Text for the Display element, without the zero octet that some stacks append.</summary>
    public string? Display { get; init; }

    /// <summary>The party asks not to be shown.</summary>
    public bool Restricted { get; init; }

    public bool Equals(H323Party? other) =>
        other is not null && Number == other.Number && TypeOfNumber == other.TypeOfNumber && Display == other.Display
        && Restricted == other.Restricted && Aliases.SequenceEqual(other.Aliases);

    public override int GetHashCode() => HashCode.Combine(Number, TypeOfNumber, Display, Restricted, Aliases.Count);

    public override string ToString() => Number ?? (Aliases.Count > 0 ? Aliases[0].ToString() : null) ?? Display ?? "nobody";

    /// <summary>The number as dialledDigits, then the other names; what H.225.0 (12/2009) 7.6 has no room for is left out.</summary>
    internal IReadOnlyList<AliasAddress> AllAliases() =>
        Number is { Length: > 0 and <= 128 } digits && digits.All(DigitAlphabet.Contains)
            ? [new AliasAddress.DialledDigits(digits), .. Aliases.Where(IsSendable)]
            : [.. Aliases.Where(IsSendable)];

    private static bool IsSendable(AliasAddress alias) => alias switch
    {
        AliasAddress.DialledDigits dialled => dialled.Value.Length is > 0 and <= 128 && dialled.Value.All(DigitAlphabet.Contains),
        AliasAddress.H323ID name => name.Value.Length is > 0 and <= 256,
        AliasAddress.UrlID url => IsIa5(url.Value),
        AliasAddress.EmailID email => IsIa5(email.Value),
        _ => true,
    };

    private static bool IsIa5(string text) => text.Length is > 0 and <= 512 && text.All(char.IsAscii);

    /// <summary>What a message says of a party: the number element wins over dialledDigits.</summary>
    internal static H323Party? From(NumberElement? number, IReadOnlyList<AliasAddress>? aliases, string? display)
    {
        if (number is null && aliases is not { Count: > 0 } && display is null)
            return null;
        var digits = number?.Digits is { Length: > 0 } sent ? sent : aliases?.OfType<AliasAddress.DialledDigits>().FirstOrDefault()?.Value;
        return new H323Party(digits ?? FromPartyNumber(aliases))
        {
            TypeOfNumber = number?.TypeOfNumber ?? 0,
            Aliases = [.. (aliases ?? []).Where(alias => alias is not AliasAddress.DialledDigits dialled || dialled.Value != digits)],
            Display = display is { Length: > 0 } ? display : null,
            Restricted = number?.Presentation is 1,
        };
    }

    private const string DigitAlphabet = "0123456789#*,";

    private static string? FromPartyNumber(IReadOnlyList<AliasAddress>? aliases) =>
        aliases?.OfType<AliasAddress.PartyNumber>().Select(alias => alias.Value switch
        {
            PartyNumber.E164Number e164 => e164.Value.PublicNumberDigits,
            PartyNumber.PrivateNumber own => own.Value.PrivateNumberDigits,
            _ => null,
        }).FirstOrDefault(digits => digits is not null);
}
