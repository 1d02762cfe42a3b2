namespace Gateway.Codecs.Isdn.Iua.Parameters;

/// <summary>A parameter kept as it came: unknown here, or with a value that is not of its form.</summary>
public sealed record UnknownParameter(ushort UnknownTag, byte[] Value) : IuaParameter
{
    public override ushort Tag => UnknownTag;

    internal override int ValueOctets => Value.Length;

    internal override void EncodeValue(Span<byte> value) => Value.CopyTo(value);
}
