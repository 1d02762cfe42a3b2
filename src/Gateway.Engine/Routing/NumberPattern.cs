using System.Text.RegularExpressions;

namespace Gateway.Engine.Routing;

/// <summary>
/// Which numbers a rule is about. Three notations: <c>+4420*</c> is a prefix, <c>~^00([1-9].*)$</c> is a regular expression,
/// anything else is one number. Expressions run without backtracking, in time linear in the number, so that no wall clock is needed.
/// </summary>
public sealed class NumberPattern
{
    private readonly string text;
    private readonly Regex? expression;
    private readonly bool prefix;

    /// <exception cref="ArgumentException">The expression cannot be read.</exception>
    public NumberPattern(string notation)
    {
        ArgumentNullException.ThrowIfNull(notation);
        if (notation.StartsWith('~'))
            expression = new Regex(notation[1..], RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        prefix = expression is null && notation.EndsWith('*');
        text = prefix ? notation[..^1] : notation;
    }

    public bool Matches(string number) =>
        expression?.IsMatch(number)
        ?? (prefix ? number.StartsWith(text, StringComparison.Ordinal) : number == text);

    /// <summary>The rewritten number, or null when the pattern does not match.</summary>
    public string? Rewrite(string number, string replacement)
    {
        if (!Matches(number))
            return null;
        if (expression is not null)
            return expression.Replace(number, replacement, 1);
        return prefix ? replacement.Replace("*", number[text.Length..], StringComparison.Ordinal) : replacement;
    }
}
