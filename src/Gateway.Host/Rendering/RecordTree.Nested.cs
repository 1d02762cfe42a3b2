using System.Reflection;
using System.Text.Json.Nodes;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H245;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Lapd;
using Gateway.Codecs.Isdn.Messages;
using BearerCapability = Gateway.Codecs.H323.H225.BearerCapability;
using CallState = Gateway.Codecs.H323.H225.CallState;
using Cause = Gateway.Codecs.H323.H225.Cause;
using NotificationIndicator = Gateway.Codecs.H323.H225.NotificationIndicator;
using NumberElement = Gateway.Codecs.H323.H225.NumberElement;
using Operation = Gateway.Codecs.H323.H450.Operation;
using OperationResult = Gateway.Codecs.H323.H450.OperationResult;
using ProgressIndicator = Gateway.Codecs.H323.H225.ProgressIndicator;
using ProtocolData = Gateway.Codecs.Isdn.Iua.Parameters.ProtocolData;

namespace Gateway.Host.Rendering;

/// <summary>The places where one standard's message lies in another's octets.</summary>
internal sealed partial class RecordTree
{
    /// <summary>Octets whose contents the name of their field tells; null for all others.</summary>
    private JsonArray? Nested(PropertyInfo property, object field) => (property.Name, field) switch
    {
        (nameof(H323UuPdu.H4501SupplementaryService), IReadOnlyList<CompleteEncoding> encodings) => Each<H4501SupplementaryService>(encodings),
        (nameof(H323UuPdu.H245Control) or nameof(SetupUuie.ParallelH245Control), IReadOnlyList<CompleteEncoding> encodings) =>
            Each<MultimediaSystemControlMessage>(encodings),
        (nameof(SetupUuie.FastStart), IReadOnlyList<CompleteEncoding> encodings) => Each<OpenLogicalChannel>(encodings),
        (nameof(TunnelledSignallingMessage.MessageContent), IReadOnlyList<byte[]> messages) => Tunnelled(messages),
        _ => null,
    };

    /// <summary>Records that hold octets which only the whole record can explain.</summary>
    private JsonObject? Known(object value) => value switch
    {
        Invoke invoke => Show(invoke),
        ReturnResult result => Show(result),
        ReturnError error => Show(error),
        InformationElement element => Show(element),
        FacilityElement element => With(Fields(element), "contents", Facility(element.Contents)),
        Component component => Show(component),
        ProtocolData data => With(Fields(data), "message", Layer3(data.Message)),
        LapdFrame.Information frame => With(Fields(frame), "payload", Layer3(frame.Payload)),
        LapdFrame.Unnumbered { Function: UnnumberedFunction.UnnumberedInformation, Address.Sapi: LapdAddress.ManagementSapi } frame =>
            With(Fields(frame), "payload", Management(frame.Payload)),
        _ => null,
    };

    /// <summary>What a Facility element holds, from octet 3 on.</summary>
    public JsonNode Facility(byte[] contents)
    {
        var offset = Locate(contents);
        var facility = FacilityContents.Decode(contents, out var fault);
        Note(fault, offset);
        return Fields(facility);
    }

    /// <summary>A layer 3 message in a frame.</summary>
    public JsonNode? Layer3(byte[] octets)
    {
        var offset = Locate(octets);
        var decoding = Q931Message.Decode(octets);
        Note(decoding.Fault, offset);
        foreach (var fault in decoding.ElementFaults)
            faults.Add(FoundFault.Of(fault.Fault, offset, fault.CauseValue));
        return decoding.Message is { } message ? Of(message, typeof(Q931Message)) : JsonValue.Create(Hex(octets));
    }

    private JsonNode Management(byte[] octets)
    {
        var offset = Locate(octets);
        var (message, fault) = TeiManagement.Decode(octets);
        Note(fault, offset);
        return message is null ? JsonValue.Create(Hex(octets)) : Fields(message);
    }

    private JsonArray Each<T>(IReadOnlyList<CompleteEncoding> encodings)
        where T : IPerType<T> => [.. encodings.Select(Open<T>)];

    private JsonNode? Open<T>(CompleteEncoding encoding)
        where T : IPerType<T>
    {
        var offset = Locate(encoding);
        var value = encoding.Decode<T>(out var fault);
        Note(fault, offset);
        return fault is null ? Of(value, typeof(T)) : JsonValue.Create(Hex(encoding.Octets.Span));
    }

    /// <summary>Annex M of H.323 tunnels QSIG and ISUP; the former begins with the discriminator of Q.931.</summary>
    private JsonArray Tunnelled(IReadOnlyList<byte[]> messages) =>
        [.. messages.Select(octets => octets is [Q931Message.Q931Discriminator, ..] ? Layer3(octets) : JsonValue.Create(Hex(octets)))];

    private JsonObject Show(Invoke invoke)
    {
        var operation = Operation.Decode(invoke, out var fault);
        Note(fault, Locate(invoke.Argument));
        return Explained(Fields(invoke), "operation", operation, "argument", operation is null or Operation.Unrecognized);
    }

    private JsonObject Show(ReturnResult component)
    {
        var result = OperationResult.Decode(component, out var fault);
        Note(fault, Locate(component.Result?.Result));
        var shown = Fields(component);
        if (component.Result is not null && shown["result"] is JsonObject returned)
            Explained(returned, "operation", result, "result", result is null or OperationResult.Unrecognized);
        return shown;
    }

    private JsonObject Show(ReturnError component)
    {
        var error = OperationError.Decode(component, out var fault);
        Note(fault, Locate(component.Parameter));
        var shown = Fields(component);
        if (error is OperationError.Plain plain)
            shown["error"] = Of(plain.Error, typeof(ErrorCode));
        else if (error is not (null or OperationError.Unrecognized))
            shown["error"] = Of(error, typeof(OperationError));
        return shown;
    }

    private JsonObject Show(Component component)
    {
        var shown = Fields(component);
        if (variant is not { } known)
            return shown;
        switch (component)
        {
            case Component.Invoke invoke:
                var operation = Codecs.Isdn.Facility.Operation.Decode(known, invoke, out var fault);
                Note(fault, Locate(invoke.Argument));
                Explained(shown, "operation", operation, "argument", operation is null or UnknownOperation);
                break;
            case Component.ReturnResult { OperationCode: not null } returned:
                var result = Codecs.Isdn.Facility.OperationResult.Decode(known, returned, out fault);
                Note(fault, Locate(returned.Result));
                Explained(shown, "operation", result, "result", result is null or UnknownResult);
                break;
        }

        return shown;
    }

    /// <summary>Puts the name of an operation, and what its octets say, in place of the octets.</summary>
    private JsonObject Explained(JsonObject shown, string nameKey, object? value, string contentsKey, bool unknown)
    {
        if (unknown || value is null)
            return shown;
        shown.Remove(contentsKey);
        shown[nameKey] = Names.Alternative(value.GetType());
        var contents = Fields(value);
        if (contents.Count == 1 && contents.First() is { Key: "argument" or "value" } only)
            shown[contentsKey] = only.Value?.DeepClone();
        else if (contents.Count > 0)
            shown[contentsKey] = contents;
        return shown;
    }

    private JsonObject Show(InformationElement element)
    {
        var shown = Fields(element);
        if (element.Codeset != 0)
            return shown;
        object? meaning = element.Identifier switch
        {
            ElementIdentifier.BearerCapability => BearerCapability.Read(element.Contents),
            ElementIdentifier.Cause => Cause.Read(element.Contents),
            ElementIdentifier.CallState => CallState.Read(element.Contents),
            ElementIdentifier.ProgressIndicator => ProgressIndicator.Read(element.Contents),
            ElementIdentifier.NotificationIndicator => NotificationIndicator.Read(element.Contents),
            ElementIdentifier.CallingPartyNumber or ElementIdentifier.CalledPartyNumber or ElementIdentifier.ConnectedNumber =>
                NumberElement.Read(element.Contents),
            ElementIdentifier.Display or ElementIdentifier.Keypad => element.ToText(),
            _ => null,
        };
        if (meaning is not null)
            shown["value"] = Of(meaning, meaning.GetType());
        return shown;
    }

    private static JsonObject With(JsonObject shown, string key, JsonNode? contents)
    {
        shown[key] = contents;
        return shown;
    }

    private void Note(DecodeFault? fault, int offsetOctets)
    {
        if (fault is { } found)
            faults.Add(FoundFault.Of(found, offsetOctets));
    }

    /// <summary>Where nested octets begin in the input. They are met in the order of the wire, so each is looked for behind the one before.</summary>
    private int Locate(ReadOnlySpan<byte> octets)
    {
        if (octets.IsEmpty)
            return cursor;
        var found = input.Span[cursor..].IndexOf(octets);
        if (found < 0)
            return cursor;
        cursor += found;
        return cursor;
    }

    private int Locate(CompleteEncoding? encoding) => encoding is { } held ? Locate(held.Octets.Span) : cursor;
}
