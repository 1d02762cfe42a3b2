using System.Buffers.Binary;
using System.Collections.Immutable;
using Gateway.Codecs.Isdn.Iua.Parameters;

namespace Gateway.Codecs.Isdn.Iua;

/// <summary>A message of the ISDN Q.921 user adaptation layer, RFC 4233 clause 3: a D-channel over SCTP, layer 2 staying at the far end.</summary>
/// <remarks>
/// <code>
/// octet 1     version, 1
/// octet 2     reserved, 0
/// octet 3     message class
/// octet 4     message type
/// octets 5-8  length of the whole message, padding included
/// octet 9..   parameters; with class 5 interface identifier and DLCI come first
/// </code>
/// SCTP payload protocol 1, port 9900; one message a user message, one D-channel a stream, stream 0 for classes 0 to 4.
/// </remarks>
/// <param name="Parameters">In the order of the wire.</param>
public sealed record IuaMessage(IuaMessageType Type, params ImmutableArray<IuaParameter> Parameters)
{
    public const int HeaderOctets = 8;
    public const byte Version = 1;

    /// <summary>SCTP payload protocol identifier.</summary>
    public const uint PayloadProtocol = 1;

    public const int Port = 9900;

    /// <summary>0 management, 3 ASP state, 4 ASP traffic, 5 boundary primitives.</summary>
    public int MessageClass => (ushort)Type >> 8;

    /// <summary>A boundary primitive of one D-channel, the two headers of class 5 in front.</summary>
    public static IuaMessage Primitive(IuaMessageType type, uint interfaceIdentifier, Dlci dlci, params ReadOnlySpan<IuaParameter> parameters) =>
        new(type, [new InterfaceIdentifier(interfaceIdentifier), dlci, .. parameters]);

    /// <summary>The first such parameter.</summary>
    public TParameter? First<TParameter>()
        where TParameter : IuaParameter
    {
        foreach (var parameter in Parameters)
        {
            if (parameter is TParameter found)
                return found;
        }

        return null;
    }

    /// <summary>Reads one user message. Any octets give an answer: a message as far as it goes, and the fault that ended or marred it.</summary>
    public static IuaDecoding Decode(ReadOnlySpan<byte> octets) => IuaMessageReader.Read(octets);

    /// <summary>Writes the message; false when the destination is too small or a parameter too long for its length.</summary>
    public bool TryEncode(Span<byte> destination, out int written)
    {
        written = 0;
        if (destination.Length < HeaderOctets)
            return false;
        var at = HeaderOctets;
        foreach (var parameter in Parameters)
        {
            if (!parameter.TryEncode(destination[at..], out var octets))
                return false;
            at += octets;
        }

        destination[0] = Version;
        destination[1] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(destination[2..], (ushort)Type);
        BinaryPrimitives.WriteInt32BigEndian(destination[4..], at);
        written = at;
        return true;
    }

    /// <summary>The message as octets of its own; null when it cannot be written.</summary>
    public byte[]? Encode()
    {
        var length = HeaderOctets;
        foreach (var parameter in Parameters)
            length += parameter.EncodedOctets;
        var octets = new byte[length];
        return TryEncode(octets, out _) ? octets : null;
    }
}
