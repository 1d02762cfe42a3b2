namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Switchhook, ITU-T Q.932 (05/1998) clause 8.2: the state of the handset of a stimulus terminal.</summary>
/// <remarks>
/// <code>
/// octet 3  1 | switchhook value (7): 0 on hook, 1 off hook
/// </code>
/// </remarks>
public sealed record SwitchHook(byte Value) : Element
{
    public const byte Id = 0x36;

    public override byte Identifier => Id;

    internal static SwitchHook? Decode(ref ElementReader reader)
    {
        var octet3 = reader.LastOfGroup();
        reader.End();
        return reader.Faulted ? null : new((byte)(octet3 & 0x7F));
    }

    internal override void EncodeContents(ref ElementWriter writer) => writer.Octet((byte)(0x80 | Value));
}
