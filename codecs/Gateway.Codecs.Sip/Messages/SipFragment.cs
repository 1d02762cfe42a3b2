using System.Buffers;
using System.Text;
using Gateway.Codecs.Sip.Headers;

namespace Gateway.Codecs.Sip.Messages;

/// <summary>
/// message/sipfrag;version=2.0 as the refer package uses it: a status line and, at most, Reason, Warning and Retry-After (RFC 3420 2,
/// RFC 3515 2.4.5). Nothing else of the target's response concerns the transferor, so nothing else is written; it is all skipped on receipt.
/// </summary>
public sealed record SipFragment(int Status, string Phrase)
{
    public const string MediaType = "message/sipfrag;version=2.0";

    public SipFragment(int status) : this(status, StatusPhrase.Of(status)) { }

    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public RetryAfter? RetryAfter { get; init; }

    public bool IsFinal => Status >= 200;

    /// <summary>Reads a body whose first line is a status line; a missing line end behind it is forgiven. Null and the fault otherwise.</summary>
    public static SipFragment? Decode(ReadOnlySpan<byte> octets, out SipFault? fault)
    {
        fault = null;
        int start = octets.IndexOfAnyExcept("\r\n "u8);
        if (start < 0)
        {
            fault = new SipFault(SipFaultReason.Empty, 0, "RFC 3515 2.4.5");
            return null;
        }
        // A fragment is a message that may end anywhere between two of its parts; let it end like one.
        byte[] message = [.. octets[start..].TrimEnd("\r\n "u8), .. "\r\n\r\n"u8];
        var decoded = SipMessage.Decode(message);
        if (decoded.Message is not SipResponse response || decoded.Fault?.Reason == SipFaultReason.Version)
        {
            fault = new SipFault(SipFaultReason.StartLine, start, "RFC 3515 2.4.5");
            return null;
        }
        return new SipFragment(response.Status, response.Phrase.Replace('\0', ' ').Replace('\r', ' ').Trim()) { Reasons = response.Reasons, Warnings = response.Warnings, RetryAfter = response.RetryAfter };
    }

    /// <summary>The fragment as a body, each line with its line end.</summary>
    public byte[] ToOctets()
    {
        var writer = new ArrayBufferWriter<byte>(128);
        Encode(writer);
        return writer.WrittenSpan.ToArray();
    }

    public void Encode(IBufferWriter<byte> destination)
    {
        var text = new StringBuilder();
        Line(text, $"SIP/2.0 {Status} {Phrase}");
        foreach (var reason in Reasons) Line(text, $"Reason: {reason}");
        foreach (string warning in Warnings) Line(text, $"Warning: {warning}");
        if (RetryAfter is { } later) Line(text, $"Retry-After: {later}");
        Encoding.UTF8.GetBytes(text.ToString(), destination);
    }

    static void Line(StringBuilder text, string line)
    {
        int start = text.Length;
        text.Append(line).Replace('\r', ' ', start, line.Length).Replace('\n', ' ', start, line.Length).Replace('\0', ' ', start, line.Length).Append("\r\n");
    }

    public bool Equals(SipFragment? other) => other is not null && Status == other.Status && Phrase == other.Phrase && RetryAfter == other.RetryAfter
        && Reasons.SequenceEqual(other.Reasons) && Warnings.SequenceEqual(other.Warnings);

    public override int GetHashCode() => HashCode.Combine(Status, Phrase, Reasons.Count);
}
