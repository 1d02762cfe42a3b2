using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Host.Ladders;

namespace Gateway.Host.Replay;

/// <summary>A message in a few words: its name, and what it carries. An answer is named by what it answers, which only the capture as a whole tells.</summary>
internal static class Labels
{
    public static string Of(Trace trace) => trace.Seen switch
    {
        // What is damaged may lack what a label is made of.
        { Faults.Count: > 0 } => trace.Message,
        Seen.Sip { Message: { } message } => MessageLabel.Of(message),
        Seen.H225 { Message: { } message } => Join(trace, message.Cause?.Value, message.UserInformation?.H323UuPdu.H245Control ?? []),
        Seen.Isdn { Message: { } message } => Join(trace, message.First<Cause>()?.Value, []),
        _ => trace.Message,
    };

    private static string Join(Trace trace, int? cause, IReadOnlyList<CompleteEncoding> tunnelled)
    {
        IEnumerable<string?> parts = [trace.Message, cause is { } value ? $"cause {value}" : null, .. trace.Apdus.Select(apdu => $"{apdu}"), .. tunnelled.Select(MessageLabel.Control)];
        return string.Join(' ', parts.OfType<string>());
    }
}
