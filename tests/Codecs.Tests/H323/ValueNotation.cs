using System.Collections;
using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H450.CallDiversion;
using Gateway.Codecs.H323.H450.CallTransfer;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.Tests.H323;

/// <summary>
/// Writes a decoded record as ASN.1 value notation (X.680) and compares it with a line of a fixture of random values.
/// Property names are the ASN.1 identifiers in .NET case, so the comparison ignores case and hyphens of identifiers;
/// everything else has to agree token for token.
/// </summary>
internal static partial class ValueNotation
{
    /// <summary>Null when the record says what the line says, otherwise the place where they part.</summary>
    public static string? Difference<T>(T value, string expected) where T : notnull
    {
        var actual = new List<string>();
        Write(value, typeof(T), actual);
        List<string> wanted = Tokens(expected);
        int a = 0, w = 0;
        for (; w < wanted.Count; w++)
        {
            if (wanted[w] == Elided)
            {
                // The line shows only the first items of a very long list.
                for (int depth = 0; a < actual.Count && (depth > 0 || actual[a] != "}"); a++)
                    depth += actual[a] switch { "{" => 1, "}" => -1, _ => 0 };
                continue;
            }
            if (a >= actual.Count || !Same(actual[a], wanted[w]))
                return $"wanted … {string.Join(' ', wanted.Skip(Math.Max(0, w - 8)).Take(16))}\n   got … {string.Join(' ', actual.Skip(Math.Max(0, a - 8)).Take(16))}";
            a++;
            if (wanted[w] == "toBeSigned") w = OpenType(actual, a, wanted, w);
        }
        return a == actual.Count ? null : $"more than wanted: {string.Join(' ', actual.Skip(a).Take(16))}";
    }

    /// <summary>After the identifier of an open type stand its type and value, where the record has octets: they are decoded here.</summary>
    private static int OpenType(List<string> actual, int a, List<string> wanted, int w)
    {
        byte[] octets = Convert.FromHexString(actual[a][1..^2]);
        var contents = new List<string>();
        if (wanted[w + 1] == "KeySignedMaterial")
            Write(PerReader.Decode<KeySignedMaterial>(octets, out _), typeof(KeySignedMaterial), contents);
        else
            Write(PerReader.Decode<ClearToken>(octets, out _), typeof(ClearToken), contents);
        actual.RemoveAt(a);
        actual.InsertRange(a, contents);
        return w + 2;
    }

    private const string Elided = "/*first*/";
    private const string Digest = "/*SHA-256*/";
    private const string Count = "/*characters*/";

    /// <summary>The octets of a hex or bit string, unused bits zero.</summary>
    private static byte[] Octets(string token)
    {
        string digits = token[1..^2];
        if (token[^1] == 'H')
            return Convert.FromHexString(digits + (digits.Length % 2 == 0 ? "" : "0"));
        digits = digits.PadRight((digits.Length + 7) / 8 * 8, '0');
        return [.. digits.Chunk(8).Select(bits => Convert.ToByte(new string(bits), 2))];
    }

    private static bool Same(string actual, string wanted)
    {
        // A shortened string of octets or bits comes with a digest of all of them, one of characters with their number.
        if (wanted.StartsWith(Digest, StringComparison.Ordinal))
            return Convert.ToHexStringLower(SHA256.HashData(Octets(actual))) == wanted[Digest.Length..];
        if (wanted.StartsWith(Count, StringComparison.Ordinal))
            return $"{actual.Length - 2}" == wanted[Count.Length..];
        return string.Equals(actual, wanted, char.IsLetter(wanted[0]) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }

    private static void Write(object value, Type declared, List<string> to)
    {
        switch (value)
        {
            case bool b: to.Add(b ? "TRUE" : "FALSE"); break;
            case int or uint or long: to.Add(value.ToString()!); break;
            case string s: to.Add($"\"{s.Replace("\"", "\"\"", StringComparison.Ordinal)}\""); break;
            case byte[] octets: to.Add(Hex(octets)); break;
            case CompleteEncoding encoding: to.Add(Hex(encoding.Octets.ToArray())); break;
            case IPAddress address: to.Add(Hex(address.GetAddressBytes())); break;
            case BitString bits: to.Add(Bits(bits)); break;
            case ObjectIdentifier identifier: to.AddRange(["{", .. identifier.ToString().Split('.'), "}"]); break;
            case GloballyUniqueId identifier: to.Add($"'{identifier.ToString().ToUpperInvariant()}'H"); break;
            case Null: to.Add("NULL"); break;
            case ScreeningIndicator or EndDesignation or CallStatus or DiversionReason or SubscriptionOption: to.Add(value.ToString()!); break;
            // Every other enum stands for a CHOICE of NULLs.
            case Enum alternative: to.AddRange([alternative.ToString(), ":", "NULL"]); break;
            case IEnumerable list: WriteList(list, declared.GetGenericArguments()[0], to); break;
            default: WriteRecord(value, declared, to); break;
        }
    }

    public static string Hex(ReadOnlySpan<byte> octets) => $"'{Convert.ToHexString(octets)}'H";

    private static string Bits(BitString bits) => bits.Length > 0 && bits.Length % 4 == 0
        ? $"'{Convert.ToHexString(bits.Octets)[..(bits.Length / 4)]}'H"
        : $"'{string.Concat(Enumerable.Range(0, bits.Length).Select(i => bits[i] ? '1' : '0'))}'B";

    private static void WriteList(IEnumerable list, Type element, List<string> to)
    {
        to.Add("{");
        bool first = true;
        foreach (object item in list)
        {
            if (!first) to.Add(",");
            Write(item, element, to);
            first = false;
        }
        to.Add("}");
    }

    private static void WriteRecord(object value, Type declared, List<string> to)
    {
        // A CHOICE is an abstract record; its alternatives are the records below it.
        if (!declared.IsAbstract)
        {
            WriteSequence(value, to);
            return;
        }
        Type type = value.GetType();
        to.Add(Alternative(type));
        to.Add(":");
        PropertyInfo[] parts = [.. Components(type)];
        // An empty SEQUENCE may still be extended; NULL may not.
        if (parts.Length == 0 && type.IsNested && type.GetProperty("Extensions") is null) to.Add("NULL");
        else if (parts is [{ Name: "Value" } part]) Write(part.GetValue(value)!, part.PropertyType, to);
        else WriteSequence(value, to);
    }

    private static void WriteSequence(object value, List<string> to)
    {
        to.Add("{");
        bool first = true;
        foreach (PropertyInfo part in Components(value.GetType()))
        {
            object? component = part.GetValue(value);
            if (component is null) continue;
            if (!first) to.Add(",");
            to.Add(part.Name);
            Write(component, part.PropertyType, to);
            first = false;
        }
        to.Add("}");
    }

    /// <summary>The identifier of an alternative: the name of its record, without the Uuie of message bodies.</summary>
    internal static string Alternative(Type type) => type.Name.EndsWith("Uuie", StringComparison.Ordinal) ? type.Name[..^4] : type.Name;

    /// <summary>The components of a SEQUENCE in schema order.</summary>
    internal static IEnumerable<PropertyInfo> Components(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.Name is not ("Extensions" or "EqualityContract") && property.CanWrite)
        .OrderBy(property => property.MetadataToken);

    /// <summary>Tokens of a value without its comments; identifiers lose their hyphens.</summary>
    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (int i = 0; i < text.Length;)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
            }
            else if (c == '/' && text[i + 1] == '*')
            {
                int end = EndOfComment(text, i);
                if (Shortened().Match(text[i..end]) is { Success: true } digest)
                {
                    tokens[^1] = Digest + digest.Groups[1].Value;
                }
                else if (text.AsSpan(i).StartsWith("/* first "))
                {
                    if (tokens[^1][0] == '"') tokens[^1] = Count + text[i..end].Split(' ')[4];
                    else if (tokens[^1] == ",") tokens[^1] = Elided;
                    else tokens.Add(Elided);
                }
                i = end;
            }
            else if (c == '"')
            {
                int j = i + 1;
                while (text[j] != '"' || (j + 1 < text.Length && text[j + 1] == '"')) j += text[j] == '"' ? 2 : 1;
                tokens.Add(text[i..(j + 1)]);
                i = j + 1;
            }
            else if (c == '\'')
            {
                int j = text.IndexOf('\'', i + 1) + 2;
                tokens.Add(text[i..j]);
                i = j;
            }
            else if (char.IsLetterOrDigit(c) || c == '-')
            {
                int j = i + 1;
                while (j < text.Length && (char.IsLetterOrDigit(text[j]) || text[j] == '-')) j++;
                tokens.Add(char.IsLetter(c) ? text[i..j].Replace("-", "", StringComparison.Ordinal) : text[i..j]);
                i = j;
            }
            else
            {
                tokens.Add(c.ToString());
                i++;
            }
        }
        return tokens;
    }

    [GeneratedRegex("^/\\* \\d+ (?:octets|bits), SHA-256 (?:of the octets )?([0-9a-f]{64})")]
    private static partial Regex Shortened();

    private static int EndOfComment(string text, int start)
    {
        int depth = 0;
        for (int i = start; ; i++)
        {
            if (text[i] == '/' && text[i + 1] == '*') { depth++; i++; }
            else if (text[i] == '*' && text[i + 1] == '/' && --depth == 0) return i + 2;
            else if (text[i] == '*' && text[i + 1] == '/') i++;
            // Comments hold values, and a string in a value may hold anything.
            else if (text[i] == '"' && depth > 0) i = text.IndexOf('"', i + 1) is var q and > 0 ? q : i;
        }
    }
}
