namespace Gateway.Codecs.Isdn.Iua.Parameters;

/// <summary>Diagnostic information, RFC 4233 clause 3.3.3.1: the first octets of the message that was wrong.</summary>
public sealed record DiagnosticInformation(byte[] Octets) : IuaParameter
{
    public const ushort Id = 0x0007;

    public override ushort Tag => Id;

    internal override int ValueOctets => Octets.Length;

    internal static DiagnosticInformation Decode(ReadOnlySpan<byte> value) => new(value.ToArray());

    internal override void EncodeValue(Span<byte> value) => Octets.CopyTo(value);
}
