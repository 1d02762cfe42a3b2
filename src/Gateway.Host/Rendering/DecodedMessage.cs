using System.Text.Json.Nodes;
using Gateway.Codecs.Asn1;

namespace Gateway.Host.Rendering;

/// <summary>One message taken apart for people to read.</summary>
/// <param name="Kind">As the command line names it.</param>
/// <param name="Value">Every field; a choice is an object with its alternative's name as the only key. Null when there is no message.</param>
/// <param name="Reencoded">The message as our codec writes it; null when it cannot.</param>
/// <param name="Faults">What is wrong, in the order in which it was found.</param>
public sealed record DecodedMessage(string Kind, JsonNode? Value, byte[]? Reencoded, IReadOnlyList<FoundFault> Faults);

/// <summary>A fault with its place in the whole input.</summary>
/// <param name="Path">Type names from the outermost inwards.</param>
/// <param name="Cause">The Q.850 cause with which the standard wants it answered, where it does.</param>
public sealed record FoundFault(string Reason, int BitOffset, string Clause, string Path, int? Cause = null)
{
    public static FoundFault Of(DecodeFault fault, int offsetOctets = 0, int? cause = null) =>
        new(Names.Camel(fault.Reason.ToString()), fault.BitOffset + (offsetOctets * 8), fault.Clause, fault.Path, cause);

    public override string ToString() =>
        $"{Reason} at octet {BitOffset / 8} bit {BitOffset % 8}{(Path.Length == 0 ? "" : $" in {Path}")} ({Clause}{(Cause is { } cause ? $"; answered with cause {cause}" : "")})";
}
