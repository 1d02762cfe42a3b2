using System.Collections;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.Tests.H323;

/// <summary>
/// What the octet strings and open types of the random values hold. A fixture shows it in a comment behind the octets; comments nest.
/// </summary>
public sealed partial class ContentsTests
{
    [Theory]
    [InlineData("h225/random-user-information.jsonl", "H323-UserInformation", 1017)]
    [InlineData("h225/random-ras.jsonl", "RasMessage", 7)]
    [InlineData("h245/random.jsonl", "MultimediaSystemControlMessage", 36)]
    [InlineData("h450/random.jsonl", "H4501SupplementaryService", 544)]
    public void Every_nested_encoding_says_what_its_line_says_and_is_encoded_to_the_same_octets(string file, string type, int count)
    {
        var found = 0;
        var differences = new List<string>();
        foreach (var message in RandomMessage.Read(file))
        {
            var byDigest = new Dictionary<string, byte[]>();
            foreach (Match match in Nested().Matches(message.Value))
            {
                // Long octets are shown by their digest: they are looked for in what was decoded around them.
                if (match.Groups["digest"] is { Success: true } && byDigest.Count == 0)
                    Digest(OpenTypes.ByName[type](message.Octets).Value, byDigest);
                var octets = match.Groups["digest"] is { Success: true } digest ? byDigest[digest.Value] : Convert.FromHexString(match.Groups["octets"].Value);
                var name = match.Groups["type"].Value;
                found++;
                if (OpenTypes.Difference(name, octets, Comment(message.Value, match.Index + match.Length)) is { } difference)
                    differences.Add($"line {message.Line} {difference}");
                if (byDigest.Count > 0)
                    Digest(OpenTypes.ByName[name](octets).Value, byDigest);
            }
        }
        Assert.Empty(differences);
        Assert.Equal(count, found);
    }

    /// <summary>Every octet string in a record, by its SHA-256.</summary>
    private static void Digest(object value, Dictionary<string, byte[]> into)
    {
        if (value is CompleteEncoding encoding)
            value = encoding.Octets.ToArray();
        if (value is byte[] octets)
        {
            into[Convert.ToHexStringLower(SHA256.HashData(octets))] = octets;
            return;
        }
        var parts = value is IEnumerable list and not string
            ? list.Cast<object?>()
            : ValueNotation.Components(value.GetType()).Select(component => component.GetValue(value));
        foreach (var part in parts)
        {
            if (part is byte[] or CompleteEncoding or IEnumerable and not string || part?.GetType().Namespace?.StartsWith("Gateway.Codecs.H323", StringComparison.Ordinal) == true)
                Digest(part, into);
        }
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

    [GeneratedRegex("'(?:(?<octets>[0-9A-F]*)|[0-9A-F.]*)'H(?:/\\* [0-9]+ octets, SHA-256 (?<digest>[0-9a-f]{64}) \\*/)?/\\* (?<type>[A-Za-z0-9-]+) : ")]
    private static partial Regex Nested();
}
