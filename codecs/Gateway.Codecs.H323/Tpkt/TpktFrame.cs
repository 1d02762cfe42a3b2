using System.Buffers;
using System.Buffers.Binary;
using Gateway.Codecs.Asn1;

namespace Gateway.Codecs.H323.Tpkt;

/// <summary>
/// The packet that carries one Q.931 message, or H.245 messages, on TCP: the header of RFC 1006 clause 6 (RFC 2126 4.3) without X.224.
/// <code>
/// octet 1   version, 3
/// octet 2   reserved, 0 (not looked at)
/// octet 3-4 length of the whole packet, these four octets included
/// </code>
/// RFC 1006 sets the minimum at 7 because of the X.224 header; without one an H.245 message of two octets makes a packet of 6. A packet
/// of 4 is a keep-alive of some peers and is passed over.
/// </summary>
public static class TpktFrame
{
    public const int HeaderOctets = 4;

    /// <summary>The largest packet, header included.</summary>
    public const int MaximumOctets = 65535;

    private const string Clause = "RFC 1006 clause 6";

    /// <summary>
    /// Splits the next packet off <paramref name="input"/>. False with no fault: more input is needed. False with a fault: the
    /// stream has lost its framing and cannot be read on. At most <paramref name="maximumOctets"/> ever need to be buffered.
    /// </summary>
    public static bool TryRead(
        ref ReadOnlySequence<byte> input,
        out ReadOnlySequence<byte> payload,
        out DecodeFault? fault,
        int maximumOctets = MaximumOctets)
    {
        Span<byte> header = stackalloc byte[HeaderOctets];
        while (true)
        {
            payload = default;
            var available = header[..(int)Math.Min(HeaderOctets, input.Length)];
            input.Slice(0, available.Length).CopyTo(available);
            fault = Check(available, maximumOctets, out var length);
            if (length == 0 || input.Length < length)
                return false;
            payload = input.Slice(HeaderOctets, length - HeaderOctets);
            input = input.Slice(length);
            if (length > HeaderOctets)
                return true;
        }
    }

    /// <inheritdoc cref="TryRead(ref ReadOnlySequence{byte}, out ReadOnlySequence{byte}, out DecodeFault?, int)"/>
    public static bool TryRead(
        ref ReadOnlySpan<byte> input,
        out ReadOnlySpan<byte> payload,
        out DecodeFault? fault,
        int maximumOctets = MaximumOctets)
    {
        while (true)
        {
            payload = default;
            fault = Check(input[..Math.Min(HeaderOctets, input.Length)], maximumOctets, out var length);
            if (length == 0 || input.Length < length)
                return false;
            payload = input[HeaderOctets..length];
            input = input[length..];
            if (length > HeaderOctets)
                return true;
        }
    }

    /// <summary>Writes the header of a packet with <paramref name="payloadOctets"/> behind it.</summary>
    public static void WriteHeader(Span<byte> destination, int payloadOctets)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(payloadOctets);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payloadOctets, MaximumOctets - HeaderOctets);
        destination[0] = 3;
        destination[1] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(destination[2..], (ushort)(payloadOctets + HeaderOctets));
    }

    /// <summary>Looks at what is there of a header; the length is 0 until it is known and good.</summary>
    private static DecodeFault? Check(scoped ReadOnlySpan<byte> header, int maximumOctets, out int length)
    {
        length = 0;
        if (header.Length > 0 && header[0] != 3)
            return new DecodeFault(DecodeFaultReason.Malformed, 0, Clause, "TPKT");
        if (header.Length < HeaderOctets)
            return null;
        int announced = BinaryPrimitives.ReadUInt16BigEndian(header[2..]);
        if (announced < HeaderOctets)
            return new DecodeFault(DecodeFaultReason.LengthOutOfRange, 16, Clause, "TPKT");
        if (announced > maximumOctets)
            return new DecodeFault(DecodeFaultReason.TooLarge, 16, Clause, "TPKT");
        length = announced;
        return null;
    }
}
