using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Host.Rendering;

namespace Gateway.Host.Commands;

/// <summary>
/// <c>gateway decode KIND HEX...</c>: one message, field by field. Hexadecimal digits may stand in several words, with spaces, colons or
/// dashes between them. Without HEX the messages come from <c>--file</c> or standard input, one a line; SIP may stand there as it is
/// on the wire, one message in all. Lines in front that begin with # are comments.
/// </summary>
public static class DecodeCommand
{
    /// <summary>The exact characters, since nobody puts this into a web page.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The variants by their names on the command line.</summary>
    internal static readonly IReadOnlyDictionary<string, FacilityVariant> Variants = new Dictionary<string, FacilityVariant>
    {
        ["etsi"] = FacilityVariant.Etsi,
        ["qsig"] = FacilityVariant.Qsig,
        ["ni2"] = FacilityVariant.Ni2,
        ["dms"] = FacilityVariant.Dms100,
    };

    /// <param name="standardInput">Where messages come from when none is on the command line; the console's when null.</param>
    public static Command Create(Func<Stream>? standardInput = null)
    {
        var kind = new Argument<string>("KIND") { Description = string.Join(' ', MessageDecoder.Kinds.Keys) };
        var hex = new Argument<string[]>("HEX") { Description = "The message; from --file or standard input, one a line, when absent", Arity = ArgumentArity.ZeroOrMore };
        var file = new Option<FileInfo?>("--file") { Description = "Read messages from this file; SIP may be plain text" };
        var variant = new Option<string?>("--variant") { Description = $"Whose operations Facility elements hold: {string.Join(' ', Variants.Keys)}" };
        var json = new Option<bool>("--json") { Description = "{kind, value, reencoded, faults} a line, for machines" };
        var command = new Command("decode", "Takes one message apart, field by field") { kind, hex, file, variant, json };
        command.SetAction(parsed =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (!MessageDecoder.Kinds.TryGetValue(parsed.GetValue(kind)!, out var what))
                return Refuse(errors, $"KIND {parsed.GetValue(kind)}: not one of {string.Join(' ', MessageDecoder.Kinds.Keys)}");
            if (parsed.GetValue(variant) is { } word && !Variants.ContainsKey(word))
                return Refuse(errors, $"--variant {word}: not one of {string.Join(' ', Variants.Keys)}");
            FacilityVariant? operations = parsed.GetValue(variant) is { } named ? Variants[named] : null;

            var words = parsed.GetValue(hex) ?? [];
            if (words.FirstOrDefault(word => word.StartsWith("--", StringComparison.Ordinal)) is { } option)
                return Refuse(errors, $"{option}: no such option");
            byte[] input;
            try
            {
                input = words.Length > 0 ? Encoding.UTF8.GetBytes(string.Concat(words))
                    : parsed.GetValue(file) is { } from ? File.ReadAllBytes(from.FullName)
                    : ReadAll(standardInput ?? Console.OpenStandardInput);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return Refuse(errors, $"{parsed.GetValue(file)?.Name ?? "standard input"}: {e.Message}");
            }

            if (Messages(what, input, out var problem, mayBeText: words.Length == 0) is not { } messages)
                return Refuse(errors, problem);
            var bad = false;
            for (var i = 0; i < messages.Count; i++)
            {
                var decoded = MessageDecoder.Decode(what, messages[i], operations);
                bad |= decoded.Faults.Count > 0;
                if (parsed.GetValue(json))
                    output.WriteLine(ToJson(decoded).ToJsonString(Plain));
                else
                    Print(output, decoded, messages.Count > 1 ? i + 1 : null);
            }

            return bad ? ExitCode.Bad : ExitCode.Done;
        });
        return command;
    }

    /// <summary>The messages of the input; null, and why, when it cannot be read.</summary>
    public static IReadOnlyList<byte[]>? Messages(MessageKind kind, byte[] input, out string problem, bool mayBeText = true)
    {
        problem = "";
        while (input is [(byte)'#', ..])
            input = input[(input.IndexOf((byte)'\n') is >= 0 and var end ? end + 1 : input.Length)..];
        var lines = Encoding.Latin1.GetString(input).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0)
        {
            problem = "HEX: no message on the command line, and none in the input";
            return null;
        }

        if (mayBeText && kind == MessageKind.Sip && Octets(lines[0]) is null)
            return [WithLineEnds(input)];
        var messages = new List<byte[]>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (Octets(lines[i]) is not { } octets)
            {
                problem = $"HEX{(lines.Length > 1 ? $" message {i + 1}" : "")}: not an even number of hexadecimal digits";
                return null;
            }

            messages.Add(octets);
        }

        return messages;
    }

    private static JsonObject ToJson(DecodedMessage decoded) => new()
    {
        ["kind"] = decoded.Kind,
        ["value"] = decoded.Value,
        ["reencoded"] = decoded.Reencoded is { } octets ? RecordTree.Hex(octets) : null,
        ["faults"] = new JsonArray([.. decoded.Faults.Select(fault => new JsonObject
        {
            ["reason"] = fault.Reason, ["bitOffset"] = fault.BitOffset, ["clause"] = fault.Clause, ["path"] = fault.Path, ["cause"] = fault.Cause,
        })]),
    };

    private static void Print(TextWriter output, DecodedMessage decoded, int? number)
    {
        output.WriteLine(number is { } n ? $"{decoded.Kind} {n}" : decoded.Kind);
        if (decoded.Value is { } value)
            TextTree.Write(output, value, indent: 1);
        foreach (var fault in decoded.Faults)
            output.WriteLine($"FAULT {fault}");
    }

    private static byte[]? Octets(string text)
    {
        var digits = string.Concat(text.Where(c => c is not (' ' or '\t' or ':' or '-')));
        return digits.Length is > 0 && digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits) : null;
    }

    /// <summary>Text from an editor has bare line feeds; the wire has not.</summary>
    private static byte[] WithLineEnds(byte[] text) => text.AsSpan().Contains((byte)'\r')
        ? text
        : Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(text).ReplaceLineEndings("\r\n"));

    private static byte[] ReadAll(Func<Stream> open)
    {
        using var input = open();
        using var copy = new MemoryStream();
        input.CopyTo(copy);
        return copy.ToArray();
    }

    private static int Refuse(TextWriter errors, string problem)
    {
        errors.WriteLine($"decode: {problem}");
        return ExitCode.Usage;
    }
}
