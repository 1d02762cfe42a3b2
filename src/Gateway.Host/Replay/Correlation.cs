using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.Ras;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Codecs.Sip.Messages;
using Gateway.Exchange;
using Gateway.Host.Ladders;
using Gateway.Host.Rendering;

namespace Gateway.Host.Replay;

/// <summary>Takes the messages of a capture in their order and finds out what they mean for which call and transfer.</summary>
internal static class Correlation
{
    /// <param name="variant">Whose operations the D-channels carry; null lets each element tell.</param>
    public static (IReadOnlyList<Trace> Traces, CallTable Calls) Of(IReadOnlyList<Seen> messages, Causes causes, FacilityVariant? variant)
    {
        var calls = new CallTable();
        var sip = new SipCorrelation(calls, causes);
        var h225 = new H225Correlation(calls);
        var isdn = new IsdnCorrelation(calls);
        var traces = new List<Trace>(messages.Count);
        foreach (var seen in messages)
        {
            var trace = new Trace(seen, NameOf(seen));
            traces.Add(trace);
            var faults = new List<FoundFault>();
            switch (seen)
            {
                case Seen.Sip message:
                    sip.Take(trace, message);
                    break;
                case Seen.H225 message:
                    trace.Apdus = Apdu.Of(message, faults);
                    h225.Take(trace, message);
                    break;
                case Seen.Isdn message:
                    trace.Apdus = Apdu.Of(message, variant, faults);
                    isdn.Take(trace, message);
                    break;
                case Seen.Unreadable unreadable:
                    trace.Faults.Add(new ReplayFault("unreadable", null, "", unreadable.Reason));
                    break;
            }

            trace.Faults.AddRange(faults.Select(ReplayFault.Of));
        }

        sip.Close();
        h225.Close();
        isdn.Close();
        Admissions(traces, calls);
        return (traces, calls);
    }

    private static string NameOf(Seen seen) => seen switch
    {
        Seen.Sip { Message: SipRequest request } => request.Method.Name,
        Seen.Sip { Message: SipResponse response } => $"{response.Status} {response.Phrase}",
        Seen.H225 { Message: { } message } => MessageLabel.Name(Enum.IsDefined(message.MessageType) ? message.MessageType.ToString() : $"{(int)message.MessageType:X2}"),
        Seen.Isdn { Message: { } message } => MessageLabel.Name(Enum.IsDefined(message.Type) ? message.Type.ToString() : $"{(int)message.Type:X2}"),
        Seen.Ras { Message: { } message } => Names.Camel(message.GetType().Name),
        _ => "unreadable",
    };

    /// <summary>What endpoint and gatekeeper say of a call bears its identifier; the answers bear the number of the question.</summary>
    private static void Admissions(List<Trace> traces, CallTable calls)
    {
        var byIdentifier = calls.Calls.Where(call => call.Identifier is not null).ToLookup(call => call.Identifier!);
        var asked = new Dictionary<(string, string, int), CapturedCall>();
        foreach (var trace in traces)
        {
            if (trace.Seen is not Seen.Ras { Message: { } message })
                continue;
            if (IdentifierOf(message) is { } identifier)
            {
                trace.Call = byIdentifier[identifier].FirstOrDefault();
                if (trace.Call is { } call && message.SequenceNumber is { } number)
                    asked[(trace.Seen.From.Name, trace.Seen.To.Name, number)] = call;
            }
            else if (message.SequenceNumber is { } answered)
            {
                trace.Call = asked.GetValueOrDefault((trace.Seen.To.Name, trace.Seen.From.Name, answered));
            }
        }
    }

    private static string? IdentifierOf(RasMessage message) => (message switch
    {
        AdmissionRequest request => request.CallIdentifier,
        DisengageRequest request => request.CallIdentifier,
        BandwidthRequest request => request.CallIdentifier,
        _ => null,
    })?.Guid.ToString();
}
