using System.Collections.Immutable;
using System.Text;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Sip.Refer;

/// <summary>
/// What a NOTIFY of the refer package says of the referenced request: a message/sipfrag (RFC 3420) of a Status-Line and, at most,
/// Reason headers. Nothing else of the target's response is told (RFC 3515 4).
/// </summary>
/// <param name="Status">100 to 699.</param>
public sealed record ReferReport(int Status, string Phrase, ImmutableArray<Reason> Reasons)
{
    public const string ContentType = "message/sipfrag;version=2.0";

    public static readonly ReferReport Trying = new(100, "Trying", []);

    public bool IsFinal => Status >= 200;

    public SipContent ToContent() => new(ContentType, new SipFragment(Status, Phrase) { Reasons = Reasons }.ToOctets());

    /// <summary>
    /// Reads the Status-Line and the Reason headers; null when there is no Status-Line. Line ends may be missing at the end or be a
    /// bare LF, as peers send it.
    /// </summary>
    public static ReferReport? Read(ReadOnlySpan<byte> body)
    {
        var lines = Encoding.UTF8.GetString(body).Split('\n', StringSplitOptions.TrimEntries);
        var status = lines[0].Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        if (status.Length < 2 || !status[0].Equals("SIP/2.0", StringComparison.OrdinalIgnoreCase)
            || status[1].Length != 3 || !int.TryParse(status[1], out var code) || code is < 100 or > 699)
        {
            return null;
        }

        var reasons = ImmutableArray.CreateBuilder<Reason>();
        foreach (var line in lines.AsSpan(1))
        {
            const string name = "Reason:";
            if (line.StartsWith(name, StringComparison.OrdinalIgnoreCase) && Reason.Parse(line[name.Length..].Trim()) is { } reason)
            {
                reasons.Add(reason);
            }
        }

        return new ReferReport(code, status.Length == 3 ? status[2] : "", reasons.ToImmutable());
    }
}
