using System.Text.RegularExpressions;

namespace Gateway.Codecs.Tests.H323;

/// <summary>
/// What the octet strings and open types of the random values hold. A fixture shows it in a comment behind the octets; comments nest.
/// </summary>
public sealed partial class ContentsTests
{
    [Theory]
    [InlineData("h225/random-user-information.jsonl", 1014)]
    [InlineData("h225/random-ras.jsonl", 7)]
    [InlineData("h245/random.jsonl", 36)]
    [InlineData("h450/random.jsonl", 543)]
    public void Every_nested_encoding_says_what_its_line_says_and_is_encoded_to_the_same_octets(string file, int count)
    {
        var contents = RandomMessage.Read(file)
            .SelectMany(message => Nested().Matches(message.Value).Select(match => (message.Line, message.Value, Match: match)))
            .ToList();
        Assert.Equal(count, contents.Count);
        var differences = contents
            .Select(nested => (nested.Line, Text: OpenTypes.Difference(
                nested.Match.Groups[2].Value,
                Convert.FromHexString(nested.Match.Groups[1].Value),
                Comment(nested.Value, nested.Match.Index + nested.Match.Length))))
            .Where(difference => difference.Text is not null);
        Assert.Empty(differences);
    }

    /// <summary>From the start of a comment's value to the end of that comment, outside strings.</summary>
    private static string Comment(string text, int start)
    {
        var quoted = false;
        for (int i = start, depth = 0; ; i++)
        {
            if (text[i] == '"')
                quoted = !quoted;
            else if (!quoted && text.AsSpan(i).StartsWith("/*"))
                depth++;
            else if (!quoted && text.AsSpan(i).StartsWith("*/") && depth-- == 0)
                return text[start..i];
        }
    }

    [GeneratedRegex("'([0-9A-F]*)'H/\\* ([A-Za-z0-9-]+) : ")]
    private static partial Regex Nested();
}
