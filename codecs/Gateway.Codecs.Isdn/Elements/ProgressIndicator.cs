namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Progress description, octet 4 bits 7 to 1; 16 to 19 are ISO/IEC coded (QSIG).</summary>
public enum ProgressDescription : byte
{
    NotEndToEndIsdn = 1,
    DestinationNonIsdn = 2,
    OriginationNonIsdn = 3,
    ReturnedToIsdn = 4,
    InterworkingChangedService = 5,
    InbandInformationAvailable = 8,
    InterworkingWithPublicNetwork = 16,
    InterworkingUnableToSupplyReleaseSignal = 17,
    InterworkingUnableToSupplyReleaseSignalBeforeAnswer = 18,
    InterworkingUnableToSupplyReleaseSignalAfterAnswer = 19,
}

/// <summary>Progress indicator, ITU-T Q.931 (05/1998) clause 4.5.23.</summary>
/// <remarks>
/// <code>
/// octet 3  1 | coding (2) | 0 | location (4)
/// octet 4  1 | progress description (7)
/// </code>
/// </remarks>
public sealed record ProgressIndicator(Location Location, ProgressDescription Description, CodingStandard Coding = CodingStandard.Itu) : Element
{
    public const byte Id = 0x1E;

    public override byte Identifier => Id;

    internal static ProgressIndicator? Decode(ref ElementReader reader)
    {
        var octet3 = reader.LastOfGroup();
        var octet4 = reader.LastOfGroup();
        reader.End();
        return reader.Faulted
            ? null
            : new((Location)(octet3 & 0x0F), (ProgressDescription)(octet4 & 0x7F), (CodingStandard)(octet3 >> 5 & 3));
    }

    internal override void EncodeContents(ref ElementWriter writer)
    {
        writer.Octet((byte)(0x80 | (int)Coding << 5 | (int)Location));
        writer.Octet((byte)(0x80 | (int)Description));
    }
}
