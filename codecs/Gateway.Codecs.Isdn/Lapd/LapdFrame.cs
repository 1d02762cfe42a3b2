using Gateway.Codecs.Asn1;

namespace Gateway.Codecs.Isdn.Lapd;

/// <summary>Supervisory functions, octet 4 bits 8 to 1 of an S frame.</summary>
public enum SupervisoryFunction : byte
{
    ReceiveReady = 0x01,
    ReceiveNotReady = 0x05,
    Reject = 0x09,
}

/// <summary>Unnumbered functions, octet 4 of a U frame with the P/F bit zero.</summary>
public enum UnnumberedFunction : byte
{
    UnnumberedInformation = 0x03,
    DisconnectedMode = 0x0F,
    Disconnect = 0x43,
    UnnumberedAcknowledgement = 0x63,
    SetAsynchronousBalancedModeExtended = 0x6F,
    FrameReject = 0x87,
    ExchangeIdentification = 0xAF,
}

/// <summary>A LAPD frame, modulo 128, without flags and FCS: ITU-T Q.921 (09/1997) clause 3.</summary>
/// <remarks>
/// <code>
/// octets 2, 3  address
/// I    octet 4  N(S) (7) | 0      octet 5  N(R) (7) | P      octet 6..  information
/// S    octet 4  0 0 0 0 | S S | 0 1   octet 5  N(R) (7) | P/F
/// U    octet 4  M M M | P/F | M M | 1 1   octet 5..  information of UI, XID, FRMR
/// </code>
/// </remarks>
public abstract record LapdFrame
{
    private LapdFrame(LapdAddress address) => Address = address;

    public LapdAddress Address { get; init; }

    /// <summary>Information frame.</summary>
    /// <param name="SendSequence">N(S), 0 to 127.</param>
    /// <param name="ReceiveSequence">N(R), 0 to 127.</param>
    public sealed record Information(LapdAddress Address, byte SendSequence, byte ReceiveSequence, bool Poll, byte[] Payload)
        : LapdFrame(Address);

    /// <summary>RR, RNR or REJ.</summary>
    public sealed record Supervisory(LapdAddress Address, SupervisoryFunction Function, byte ReceiveSequence, bool PollFinal)
        : LapdFrame(Address);

    /// <summary>SABME, DM, UI, DISC, UA, FRMR or XID; only UI, FRMR and XID have a payload.</summary>
    public sealed record Unnumbered(LapdAddress Address, UnnumberedFunction Function, bool PollFinal, byte[] Payload)
        : LapdFrame(Address);

    /// <summary>Reads a frame. Exactly one of the two is there.</summary>
    public static LapdDecoding Decode(ReadOnlySpan<byte> octets)
    {
        if (octets.Length < 3)
            return Fault(DecodeFaultReason.EndOfInput, octets.Length);
        if ((octets[0] & 1) != 0)
            return Fault(DecodeFaultReason.Malformed, 0);
        if ((octets[1] & 1) == 0)
            return Fault(DecodeFaultReason.Malformed, 1);
        var address = new LapdAddress((byte)(octets[0] >> 2), (octets[0] & 2) != 0, (byte)(octets[1] >> 1));
        var control = octets[2];
        if ((control & 3) == 3)
            return DecodeUnnumbered(address, control, octets[3..]);
        if (octets.Length < 4)
            return Fault(DecodeFaultReason.EndOfInput, octets.Length);
        var receive = (byte)(octets[3] >> 1);
        var pollFinal = (octets[3] & 1) != 0;
        if ((control & 1) == 0)
            return new(new Information(address, (byte)(control >> 1), receive, pollFinal, octets[4..].ToArray()), null);
        if (!Enum.IsDefined((SupervisoryFunction)control))
            return Fault(DecodeFaultReason.UnknownAlternative, 2);
        return octets.Length == 4
            ? new(new Supervisory(address, (SupervisoryFunction)control, receive, pollFinal), null)
            : Fault(DecodeFaultReason.TrailingOctets, 4);
    }

    /// <summary>Writes the frame; false when the destination is too small.</summary>
    public bool TryEncode(Span<byte> destination, out int written)
    {
        var payload = this switch { Information i => i.Payload, Unnumbered u => u.Payload, _ => [] };
        var header = this is Unnumbered ? 3 : 4;
        written = 0;
        if (destination.Length < header + payload.Length)
            return false;
        destination[0] = (byte)(Address.Sapi << 2 | (Address.CommandResponseBit ? 2 : 0));
        destination[1] = (byte)(Address.Tei << 1 | 1);
        switch (this)
        {
            case Information frame:
                destination[2] = (byte)(frame.SendSequence << 1);
                destination[3] = (byte)(frame.ReceiveSequence << 1 | (frame.Poll ? 1 : 0));
                break;
            case Supervisory frame:
                destination[2] = (byte)frame.Function;
                destination[3] = (byte)(frame.ReceiveSequence << 1 | (frame.PollFinal ? 1 : 0));
                break;
            case Unnumbered frame:
                destination[2] = (byte)((int)frame.Function | (frame.PollFinal ? 0x10 : 0));
                break;
        }

        payload.CopyTo(destination[header..]);
        written = header + payload.Length;
        return true;
    }

    /// <summary>The frame as octets of its own.</summary>
    public byte[] Encode()
    {
        var payload = this switch { Information i => i.Payload.Length, Unnumbered u => u.Payload.Length, _ => 0 };
        var octets = new byte[payload + (this is Unnumbered ? 3 : 4)];
        TryEncode(octets, out _);
        return octets;
    }

    private static LapdDecoding DecodeUnnumbered(LapdAddress address, byte control, ReadOnlySpan<byte> payload)
    {
        var function = (UnnumberedFunction)(control & ~0x10);
        if (!Enum.IsDefined(function))
            return Fault(DecodeFaultReason.UnknownAlternative, 2);
        var carries = function is UnnumberedFunction.UnnumberedInformation or UnnumberedFunction.ExchangeIdentification or UnnumberedFunction.FrameReject;
        if (payload.Length > 0 && !carries)
            return Fault(DecodeFaultReason.TrailingOctets, 3);
        if (function == UnnumberedFunction.FrameReject && payload.Length != 5)
            return Fault(DecodeFaultReason.LengthOutOfRange, 3 + Math.Min(payload.Length, 5));
        return new(new Unnumbered(address, function, (control & 0x10) != 0, payload.ToArray()), null);
    }

    private static LapdDecoding Fault(DecodeFaultReason reason, int octet) =>
        new(null, new DecodeFault(reason, octet * 8, "Q.921 (09/1997) 3.6.11", "LAPD"));
}

/// <summary>A frame, or why there is none; such a frame is discarded or answered as clause 5.8.5 of Q.921 (09/1997) says.</summary>
public readonly record struct LapdDecoding(LapdFrame? Frame, DecodeFault? Fault);
