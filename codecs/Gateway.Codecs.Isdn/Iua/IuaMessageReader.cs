using System.Buffers.Binary;
using System.Collections.Immutable;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Isdn.Iua.Parameters;

namespace Gateway.Codecs.Isdn.Iua;

/// <summary>Takes a message apart: header, parameters, then what is missing. The first fault sticks.</summary>
internal ref struct IuaMessageReader
{
    private const int ParameterHeaderOctets = 4;

    private readonly ReadOnlySpan<byte> octets;
    private DecodeFault? fault;
    private ErrorCode? error;
    private string path;

    private IuaMessageReader(ReadOnlySpan<byte> octets)
    {
        this.octets = octets;
        path = "IUA";
    }

    internal static IuaDecoding Read(ReadOnlySpan<byte> octets)
    {
        var reader = new IuaMessageReader(octets);
        return new(reader.ReadMessage(), reader.fault, reader.error);
    }

    private IuaMessage? ReadMessage()
    {
        if (octets.Length < IuaMessage.HeaderOctets)
        {
            Fail(DecodeFaultReason.EndOfInput, octets.Length, "RFC 4233 3.1", ErrorCode.ProtocolError);
            return null;
        }

        if (octets[0] != IuaMessage.Version)
        {
            Fail(DecodeFaultReason.ValueOutOfRange, 0, "RFC 4233 3.1.1", ErrorCode.InvalidVersion);
            return null;
        }

        var type = (IuaMessageType)BinaryPrimitives.ReadUInt16BigEndian(octets[2..]);
        path = $"IUA.{type}";
        if (octets[2] is not (0 or 3 or 4 or 5))
            Fail(DecodeFaultReason.UnknownAlternative, 2, "RFC 4233 3.1.2", ErrorCode.UnsupportedMessageClass);
        else if (!Enum.IsDefined(type))
            Fail(DecodeFaultReason.UnknownAlternative, 3, "RFC 4233 3.1.2", ErrorCode.UnsupportedMessageType);
        var length = BinaryPrimitives.ReadUInt32BigEndian(octets[4..]);
        if (length is < IuaMessage.HeaderOctets || length > octets.Length)
        {
            var cut = length > octets.Length;
            Fail(cut ? DecodeFaultReason.EndOfInput : DecodeFaultReason.LengthOutOfRange, cut ? octets.Length : 4, "RFC 4233 3.1.3", ErrorCode.ProtocolError);
        }
        else if (octets.Length - length > 3)
        {
            // Up to three octets are padding of the last parameter, which some senders leave out of the length.
            Fail(DecodeFaultReason.TrailingOctets, (int)length, "RFC 4233 3.1.3", ErrorCode.ProtocolError);
        }

        var message = new IuaMessage(type, ReadParameters((int)Math.Clamp(length, IuaMessage.HeaderOctets, (uint)octets.Length)));
        FindMissing(message);
        return message;
    }

    private ImmutableArray<IuaParameter> ReadParameters(int end)
    {
        var parameters = ImmutableArray.CreateBuilder<IuaParameter>();
        for (var at = IuaMessage.HeaderOctets; at < end;)
        {
            if (end - at < ParameterHeaderOctets)
            {
                Fail(DecodeFaultReason.EndOfInput, end, "RFC 4233 3.1.4", ErrorCode.ProtocolError);
                break;
            }

            var tag = BinaryPrimitives.ReadUInt16BigEndian(octets[at..]);
            int length = BinaryPrimitives.ReadUInt16BigEndian(octets[(at + 2)..]);
            if (length < ParameterHeaderOctets || length > end - at)
            {
                var cut = length > end - at;
                Fail(cut ? DecodeFaultReason.EndOfInput : DecodeFaultReason.LengthOutOfRange, cut ? end : at + 2, "RFC 4233 3.1.4", ErrorCode.ProtocolError);
                break;
            }

            var value = octets.Slice(at + ParameterHeaderOctets, length - ParameterHeaderOctets);
            if (IuaParameter.Decode(tag, value) is { } known)
            {
                parameters.Add(known);
            }
            else
            {
                // An unknown parameter is passed over (3.1.4) and kept; a known one of another length is an error.
                parameters.Add(new UnknownParameter(tag, value.ToArray()));
                if (IuaParameter.IsKnown(tag))
                    Fail(DecodeFaultReason.LengthOutOfRange, at + 2, "RFC 4233 3.1.4", ErrorCode.ProtocolError);
            }

            at += length + 3 & ~3;
        }

        return parameters.DrainToImmutable();
    }

    private void FindMissing(IuaMessage message)
    {
        foreach (var tag in Mandatory(message.Type))
        {
            var found = false;
            foreach (var parameter in message.Parameters)
                found |= parameter.Tag == tag || tag == InterfaceIdentifier.Id && parameter.Tag == InterfaceIdentifierText.Id;
            if (!found)
                Fail(DecodeFaultReason.EndOfInput, octets.Length, "RFC 4233 3.3", ErrorCode.ProtocolError);
        }
    }

    /// <summary>The parameters that each message must have (clauses 3.2 and 3.3); an interface may be named by text instead.</summary>
    private static ReadOnlySpan<ushort> Mandatory(IuaMessageType type) => type switch
    {
        IuaMessageType.Error => [ErrorParameter.Id],
        IuaMessageType.Notify => [Status.Id],
        IuaMessageType.TeiStatusConfirm or IuaMessageType.TeiStatusIndication => [InterfaceIdentifier.Id, Dlci.Id, TeiStatus.Id],
        IuaMessageType.DataRequest or IuaMessageType.DataIndication or IuaMessageType.UnitDataRequest or IuaMessageType.UnitDataIndication =>
            [InterfaceIdentifier.Id, Dlci.Id, ProtocolData.Id],
        IuaMessageType.ReleaseRequest or IuaMessageType.ReleaseIndication => [InterfaceIdentifier.Id, Dlci.Id, ReleaseReason.Id],
        IuaMessageType.TeiStatusRequest or IuaMessageType.TeiQueryRequest or IuaMessageType.EstablishRequest or IuaMessageType.EstablishConfirm
            or IuaMessageType.EstablishIndication or IuaMessageType.ReleaseConfirm => [InterfaceIdentifier.Id, Dlci.Id],
        _ => [],
    };

    private void Fail(DecodeFaultReason reason, int octet, string clause, ErrorCode answer)
    {
        if (fault is not null)
            return;
        fault = new DecodeFault(reason, octet * 8, clause, path);
        error = answer;
    }
}
