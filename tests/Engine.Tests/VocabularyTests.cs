using System.Text.RegularExpressions;

namespace Engine.Tests;

/// <summary>The engine speaks of legs, parties and transfers, and of no protocol: neither in its code nor in its comments.</summary>
public partial class VocabularyTests
{
    private static readonly string[] Forbidden =
        ["sip", "sdp", "isdn", "qsig", "q931", "q921", "q932", "h323", "h225", "h245", "h450", "ect", "tbct", "rlt", "refer", "replaces-header", "invite", "dialog", "apdu", "notify"];

    // The contract's own comments say once what a leg may be.
    private static readonly string[] Allowed = ["one dialog, call reference or connection"];

    [Fact]
    public void No_word_of_any_protocol_is_in_the_engine()
    {
        var sources = Directory.GetFiles(Repository.Under("src", "Gateway.Engine"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToArray();
        Assert.NotEmpty(sources);
        var found = sources.SelectMany(file => Words(File.ReadAllText(file)).Intersect(Forbidden).Select(word => $"{Path.GetFileName(file)}: {word}"));
        Assert.Empty(found);
    }

    private static HashSet<string> Words(string text)
    {
        text = Allowed.Aggregate(text, (rest, phrase) => rest.Replace(phrase, "", StringComparison.Ordinal));
        return [.. Designation().Replace(text, "$1$2").Split(' ').Concat(Hump().Matches(Designation().Replace(text, "$1$2")).Select(match => match.Value)).Select(word => word.ToLowerInvariant())];
    }

    // H.450 and Q.931 become H450 and Q931.
    [GeneratedRegex(@"\b([HQ])\.(\d{3})\b")]
    private static partial Regex Designation();

    // A word, or one hump of a name.
    [GeneratedRegex(@"[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*")]
    private static partial Regex Hump();
}
