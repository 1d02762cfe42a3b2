namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Bits 7 and 6 of octet 3 of several elements: whose coding the contents follow.</summary>
public enum CodingStandard : byte
{
    Itu = 0,
    IsoIec = 1,
    National = 2,
    Network = 3,
}

/// <summary>Information transfer capability, octet 3 bits 5 to 1.</summary>
public enum TransferCapability : byte
{
    Speech = 0x00,
    UnrestrictedDigital = 0x08,
    RestrictedDigital = 0x09,
    Audio3100Hz = 0x10,
    UnrestrictedDigitalWithTones = 0x11,
    Video = 0x18,
}

/// <summary>Transfer mode, octet 4 bits 7 and 6.</summary>
public enum TransferMode : byte
{
    Circuit = 0,
    Packet = 2,
}

/// <summary>Information transfer rate, octet 4 bits 5 to 1.</summary>
public enum TransferRate : byte
{
    Packet = 0x00,
    Rate64 = 0x10,
    Rate2x64 = 0x11,
    Rate384 = 0x13,
    Rate1536 = 0x15,
    Rate1920 = 0x17,
    Multirate = 0x18,
}

/// <summary>User information layer 1 protocol, octet 5 bits 5 to 1.</summary>
public enum Layer1Protocol : byte
{
    V110 = 1,
    G711MuLaw = 2,
    G711ALaw = 3,
    G721 = 4,
    H221 = 5,
    H223 = 6,
    NonStandardRateAdaption = 7,
    V120 = 8,
    X31FlagStuffing = 9,
}

/// <summary>Bearer capability, ITU-T Q.931 (05/1998) clause 4.5.5.</summary>
/// <remarks>
/// <code>
/// octet 3    1 | coding (2) | transfer capability (5)
/// octet 4    ext | mode (2) | rate (5)          4a, 4b of older editions while ext = 0
/// octet 4.1  1 | rate multiplier (7)            only with rate 11000
/// octet 5..  layer identifier (bits 7 6: 01, 10, 11) and protocol, each group ended by bit 8 = 1
/// </code>
/// </remarks>
/// <param name="Structure">Octets 4a and 4b as received; normally none.</param>
/// <param name="Multiplier">Octet 4.1, with <see cref="TransferRate.Multirate"/> only.</param>
/// <param name="Protocols">Octets 5 to 7d as they stand.</param>
public sealed record BearerCapability(
    CodingStandard Coding,
    TransferCapability Capability,
    TransferMode Mode,
    TransferRate Rate,
    byte[] Structure,
    int? Multiplier,
    byte[] Protocols) : Element
{
    public const byte Id = 0x04;

    public override byte Identifier => Id;

    /// <summary><c>80 90 A3</c> or <c>80 90 A2</c>.</summary>
    public static BearerCapability Speech(Layer1Protocol law = Layer1Protocol.G711ALaw) => Circuit(TransferCapability.Speech, law);

    /// <summary><c>90 90 A3</c> or <c>90 90 A2</c>.</summary>
    public static BearerCapability Audio(Layer1Protocol law = Layer1Protocol.G711ALaw) => Circuit(TransferCapability.Audio3100Hz, law);

    /// <summary><c>88 90</c>.</summary>
    public static BearerCapability Data { get; } =
        new(CodingStandard.Itu, TransferCapability.UnrestrictedDigital, TransferMode.Circuit, TransferRate.Rate64, [], null, []);

    /// <summary><c>A8 80</c>: QSIG call-independent signalling, no bearer (ISO/IEC 11582).</summary>
    public static BearerCapability SignallingOnly { get; } =
        new(CodingStandard.IsoIec, TransferCapability.UnrestrictedDigital, TransferMode.Circuit, TransferRate.Packet, [], null, []);

    /// <summary>The layer 1 protocol of octet 5, when the element has that octet.</summary>
    public Layer1Protocol? Layer1 =>
        Protocols.Length > 0 && (Protocols[0] & 0x60) == 0x20 ? (Layer1Protocol)(Protocols[0] & 0x1F) : null;

    internal static BearerCapability? Decode(ref ElementReader reader)
    {
        var octet3 = reader.LastOfGroup();
        var octet4 = reader.Octet();
        var structure = (octet4 & 0x80) == 0 ? reader.Group() : [];
        var rate = (TransferRate)(octet4 & 0x1F);
        int? multiplier = rate == TransferRate.Multirate ? reader.LastOfGroup() & 0x7F : null;
        var protocols = reader.Rest();
        return reader.Faulted
            ? null
            : new((CodingStandard)(octet3 >> 5 & 3), (TransferCapability)(octet3 & 0x1F), (TransferMode)(octet4 >> 5 & 3), rate, structure, multiplier, protocols);
    }

    internal override void EncodeContents(ref ElementWriter writer)
    {
        writer.Octet((byte)(0x80 | (int)Coding << 5 | (int)Capability));
        writer.Octet((byte)((Structure.Length == 0 ? 0x80 : 0) | (int)Mode << 5 | (int)Rate));
        writer.Octets(Structure);
        if (Multiplier is { } multiplier)
            writer.Octet((byte)(0x80 | multiplier & 0x7F));
        writer.Octets(Protocols);
    }

    private static BearerCapability Circuit(TransferCapability capability, Layer1Protocol law) =>
        new(CodingStandard.Itu, capability, TransferMode.Circuit, TransferRate.Rate64, [], null, [(byte)(0xA0 | (int)law)]);
}
