namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Low layer compatibility, ITU-T Q.931 (05/1998) clause 4.5.19. It is between the users: carried as it stands, readable where it
/// follows the figure.</summary>
/// <remarks>
/// <code>
/// octet 3    ext | coding (2) | transfer capability (5)
/// octet 3a   1 | negotiation indicator | 0 0 0 0 0 0     present when ext of octet 3 is 0
/// octet 4..  as in <see cref="BearerCapability"/>
/// </code>
/// </remarks>
public sealed record LowLayerCompatibility(byte[] Contents) : Element
{
    public const byte Id = 0x7C;

    public override byte Identifier => Id;

    /// <summary>Octet 3a: true when out-band negotiation is possible.</summary>
    public bool NegotiationPossible => Contents is [< 0x80, var octet3a, ..] && (octet3a & 0x40) != 0;

    /// <summary>The rest, which has the octets of a bearer capability; null when it is not coded so.</summary>
    public BearerCapability? Attributes
    {
        get
        {
            ReadOnlySpan<byte> octets = Contents is [< 0x80 and var octet3, >= 0x80, .. var rest] ? [(byte)(octet3 | 0x80), .. rest] : Contents;
            var reader = new ElementReader(octets, 0);
            return BearerCapability.Decode(ref reader);
        }
    }

    internal static LowLayerCompatibility Decode(ref ElementReader reader) => new(reader.Rest());

    internal override void EncodeContents(ref ElementWriter writer) => writer.Octets(Contents);
}
