namespace Gateway.Codecs.Isdn.Iua.Parameters;

/// <summary>Heartbeat data, RFC 4233 clause 3.3.2.5: whatever the sender put there, given back in the acknowledgement.</summary>
public sealed record HeartbeatData(byte[] Octets) : IuaParameter
{
    public const ushort Id = 0x0009;

    public override ushort Tag => Id;

    internal override int ValueOctets => Octets.Length;

    internal static HeartbeatData Decode(ReadOnlySpan<byte> value) => new(value.ToArray());

    internal override void EncodeValue(Span<byte> value) => Octets.CopyTo(value);
}
