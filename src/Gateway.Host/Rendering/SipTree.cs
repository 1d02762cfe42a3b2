using System.Text;
using System.Text.Json.Nodes;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Sdp;

namespace Gateway.Host.Rendering;

/// <summary>
/// A SIP message as fields. Headers stand in their order as they were written; those that say who transfers whom where are read as
/// well, and so are the bodies that we know.
/// </summary>
internal static class SipTree
{
    public static FoundFault Of(SipFault fault, int offsetOctets = 0) => new(
        Names.Camel(fault.Reason.ToString()),
        (fault.Octet + offsetOctets) * 8,
        fault.Clause,
        fault.Header == HeaderName.Other ? "SIP" : $"SIP.{fault.Header}");

    public static JsonObject Of(SipMessage message, ReadOnlySpan<byte> input, ICollection<FoundFault> faults)
    {
        var shown = new JsonObject();
        switch (message)
        {
            case SipRequest request:
                shown["method"] = request.Method.Name;
                shown["requestUri"] = request.Uri.ToString();
                break;
            case SipResponse response:
                shown["status"] = response.Status;
                shown["phrase"] = response.Phrase;
                break;
        }

        shown["headers"] = new JsonArray([.. message.Lines.Select(line => new JsonObject { ["name"] = line.Name, ["value"] = line.Value })]);
        if (message.ReferTo is { } referTo)
        {
            shown["referTo"] = new JsonObject { ["target"] = referTo.Target.ToString(), ["method"] = referTo.Method?.Name };
            if (referTo.Replaces is { } named)
                shown["referTo"]!["replaces"] = Of(named);
        }

        if (message.Replaces is { } replaces)
            shown["replaces"] = Of(replaces);
        if (message.SubscriptionState is { } state)
            shown["subscriptionState"] = state.Token;
        if (message.Body.Length > 0)
            shown["body"] = Body(message, Math.Max(0, input.LastIndexOf(message.Body.Span)), faults);
        return shown;
    }

    private static JsonObject Of(Replaces replaces) => new()
    {
        ["callId"] = replaces.CallId,
        ["toTag"] = replaces.ToTag,
        ["fromTag"] = replaces.FromTag,
        ["earlyOnly"] = replaces.EarlyOnly,
    };

    private static JsonNode? Body(SipMessage message, int offset, ICollection<FoundFault> faults)
    {
        var type = message.ContentType?.Token;
        SipFault? fault = null;
        object? value = type switch
        {
            not null when type.Equals(SessionDescription.MediaType, StringComparison.OrdinalIgnoreCase) => SessionDescription.Decode(message.Body.Span, out fault),
            not null when type.Equals("message/sipfrag", StringComparison.OrdinalIgnoreCase) => SipFragment.Decode(message.Body.Span, out fault),
            _ => null,
        };
        if (fault is { } found)
            faults.Add(Of(found, offset));
        return value is null
            ? JsonValue.Create(Encoding.UTF8.GetString(message.Body.Span))
            : new RecordTree(message.Body, faults, null).Of(value, value.GetType());
    }
}
