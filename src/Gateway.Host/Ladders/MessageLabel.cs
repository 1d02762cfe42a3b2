using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H245;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Lapd;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Refer;
using IsdnCause = Gateway.Codecs.Isdn.Elements.Cause;
using IsdnOperation = Gateway.Codecs.Isdn.Facility.Operation;
using Operation = Gateway.Codecs.H323.H450.Operation;

namespace Gateway.Host.Ladders;

/// <summary>One message as engineers call it: the name, and what it carries for a transfer.</summary>
public static class MessageLabel
{
    public static string Of(SipMessage message) => message switch
    {
        SipRequest { ReferTo: { } referTo } refer => $"{refer.Method} {(referTo.Replaces is null ? "to" : "to (Replaces)")} {(referTo.Target.HasUser ? referTo.Target.User : referTo.Target.Host)}",
        SipRequest request when ReferReport.Read(request.Body.Span) is { } report =>
            $"{request.Method} {report.Status} {report.Phrase}{string.Concat(report.Reasons.Select(reason => $" {reason.Protocol};cause={reason.Cause}"))}",
        SipRequest request => $"{request.Method}{(request.Replaces is null ? "" : " (Replaces)")}",
        // The answer to a malformed request may lack what the request lacked.
        SipResponse response => $"{response.Status} {response.Phrase}{(response[HeaderName.CSeq] is { } cseq ? $" ({cseq.Split(' ')[^1]})" : "")}",
        _ => message.GetType().Name,
    };

    public static string Of(H225Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var pdu = message.UserInformation?.H323UuPdu;
        return Join(
            Name(message.MessageType.ToString()),
            [
                message.Cause is { } cause ? $"cause {cause.Value}" : null,
                .. (pdu?.H4501SupplementaryService ?? []).SelectMany(Components),
                .. (pdu?.H245Control ?? []).Select(Control),
            ]);
    }

    /// <summary>The label of a frame that carries a message; null for frames that only keep the link.</summary>
    public static string? Of(ReadOnlySpan<byte> frame, FacilityVariant variant) =>
        LapdFrame.Decode(frame).Frame is LapdFrame.Information information && Q931Message.Decode(information.Payload).Message is { } message
            ? Of(message, variant)
            : null;

    public static string Of(Q931Message message, FacilityVariant variant)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Join(
            Name(message.Type.ToString()),
            [
                message.First<IsdnCause>() is { } cause ? $"cause {cause.Value}" : null,
                .. message.All<FacilityElement>().SelectMany(facility => FacilityContents.Decode(facility.Contents, out _).Components.Select(component => Describe(component, variant))),
            ]);
    }

    /// <summary>The components of one H4501SupplementaryService, as words.</summary>
    public static IEnumerable<string> Components(CompleteEncoding service)
    {
        var decoded = service.Decode<H4501SupplementaryService>(out var fault);
        return fault is null && decoded.ServiceApdu is ServiceApdus.RosApdus(var components)
            ? components.Select(Describe)
            : ["H.450 unreadable"];
    }

    /// <summary>A tunnelled H.245 message, by the name of its alternative.</summary>
    public static string Control(CompleteEncoding encoding)
    {
        var decoded = encoding.Decode<MultimediaSystemControlMessage>(out var fault);
        object? named = decoded switch
        {
            _ when fault is not null => null,
            MultimediaSystemControlMessage.Request(var request) => request,
            MultimediaSystemControlMessage.Response(var response) => response,
            MultimediaSystemControlMessage.Command(var command) => command,
            MultimediaSystemControlMessage.Indication(var indication) => indication,
            _ => null,
        };
        return named is null ? "H.245 unreadable" : Lower(named.GetType().Name);
    }

    private static string Describe(Ros component) => component switch
    {
        Invoke invoke => Operation.Decode(invoke, out _) is { } operation and not Operation.Unrecognized ? Lower(operation.GetType().Name) : $"invoke {invoke.Opcode}",
        ReturnResult => "result",
        ReturnError error => $"error {error.Errcode}",
        Reject => "reject",
        _ => component.GetType().Name,
    };

    private static string Describe(Component component, FacilityVariant variant) => component switch
    {
        Component.Invoke invoke => IsdnOperation.Decode(variant, invoke, out _) is { } operation ? Lower(operation.GetType().Name) : $"invoke {invoke.OperationCode}",
        Component.ReturnResult => "result",
        Component.ReturnError error => $"error {error.ErrorCode}",
        _ => "reject",
    };

    private static string Join(string name, IEnumerable<string?> parts) => string.Join(' ', parts.OfType<string>().Prepend(name));

    /// <summary>ReleaseComplete to RELEASE COMPLETE.</summary>
    public static string Name(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {c}" : $"{c}")).ToUpperInvariant();

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
