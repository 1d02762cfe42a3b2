namespace Gateway.Codecs.Isdn.Elements;

/// <summary>CUG indication, octet 3 bits 3 to 1.</summary>
public enum ClosedUserGroupIndication : byte
{
    Selection = 1,
    OutgoingAccess = 2,
}

/// <summary>Closed user group, ITU-T Q.931 (05/1998) clause 4.6.1.</summary>
/// <remarks>
/// <code>
/// octet 3   1 | 0 0 0 0 | indication (3)
/// octet 4.. 0 | index code, up to 4 IA5 characters
/// </code>
/// </remarks>
public sealed record ClosedUserGroup(ClosedUserGroupIndication Indication, string Index) : Element
{
    public const byte Id = 0x47;

    public override byte Identifier => Id;

    internal static ClosedUserGroup? Decode(ref ElementReader reader)
    {
        var octet3 = reader.LastOfGroup();
        var index = reader.Text(reader.Remaining);
        return reader.Faulted ? null : new((ClosedUserGroupIndication)(octet3 & 7), index);
    }

    internal override void EncodeContents(ref ElementWriter writer)
    {
        writer.Octet((byte)(0x80 | (int)Indication));
        writer.Text(Index);
    }
}
