using System.Text.RegularExpressions;

namespace House.Tests;

/// <summary>How a standard is cited: its document, the edition where it has editions, and the clause.</summary>
internal static partial class Citation
{
    private const string Editioned = @"(?:[GHQTVX]\.\d{2,4}(?:\.\d+)*|ECMA-\d+|EN 300 \d{3}(?:-\d)?|ISO/IEC \d+(?:-\d)?)(?![\w.]*\d)";

    private const string Edition = @" (?:\(\d\d/\d{4}\)|\d+(?:st|nd|rd|th) edition|V\d+\.\d+\.\d+)";

    private const string Place = @"(?:clauses? |[Aa]nnex(?:es)? |[Tt]able |[Ff]igures? |[Ss]ection |SDL |\d+\.\d|[A-E]\.\d|(?<=RFC \d+ (?:\(\d{4}\) )?)\d)";

    /// <summary>A document that can be looked up: an edition is named, or it is its own edition.</summary>
    public static Regex Document { get; } = new(Editioned + @"|RFC \d+|HEP3|GR-2865|NIS-A211-1");

    public static Regex Dated { get; } = new(Editioned + Edition + @"|RFC \d+");

    public static Regex Clause { get; } = new(Place);

    /// <summary>Documents without numbered clauses, or whose clauses were not at hand; they are cited by name alone.</summary>
    public static Regex Unclaused { get; } = new("HEP3|GR-2865|NIS-A211-1");

    /// <summary>The documents a text cites clauses of without saying, there or elsewhere in it, which edition it has read.</summary>
    public static IEnumerable<string> Undated(string comments) =>
        ClauseOf().Matches(comments).Select(match => match.Groups[1].Value).Distinct()
            .Where(document => !Regex.IsMatch(comments, Regex.Escape(document) + Edition));

    /// <summary>Editions in another form than those of <see cref="Edition"/>: years of two digits, years alone.</summary>
    public static Regex OddEdition { get; } = new(Editioned + @" \((?:\d\d/)?\d{2}\)|" + Editioned + @" \(\d{4}\)");

    /// <summary>All comments of a source, as one line.</summary>
    public static string Comments(string text) => string.Join(' ', Comment().Matches(text).Select(match => match.Groups[1].Value));

    [GeneratedRegex("(" + Editioned + "),? " + Place)]
    private static partial Regex ClauseOf();

    [GeneratedRegex(@"//+(.*)")]
    private static partial Regex Comment();
}
