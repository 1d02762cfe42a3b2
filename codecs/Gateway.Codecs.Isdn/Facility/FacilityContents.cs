using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility;

/// <summary>Octet 3 of the Facility element, bits 5 to 1 (Q.932 05/98, 8.2.3).</summary>
public enum ProtocolProfile
{
    RemoteOperations = 0x11,
    Cmip = 0x12,
    Acse = 0x13,
    Gat = 0x16,
    NetworkingExtensions = 0x1F,
}

/// <summary>What to do with invocations of unknown operations (ECMA-165 4th edition, 11.3.3.5); absent means reject.</summary>
public enum Interpretation
{
    DiscardAnyUnrecognisedInvokePdu,
    ClearCallIfAnyInvokePduNotRecognised,
    RejectAnyUnrecognisedInvokePdu,
}

/// <summary>
/// Contents of a Facility or Extended facility element (Q.932 05/98, 8.2.3; ECMA-165 4th edition, 11.3.3).
/// <code>
/// octet 3    ext | spare 2 | protocol profile 5
/// octet 3a   1 | service discriminator 7              only if ext = 0: BE on DMS-100
///            [AA extension] [92 network protocol profile] [8B interpretation]    profile 1F only
///            A1..A4 component ...
/// </code>
/// </summary>
/// <param name="Profile">Protocol profile.</param>
/// <param name="ServiceDiscriminator">Octet 3a without its extension bit; null where octet 3 is the last.</param>
/// <param name="Extension">Network facility extension.</param>
/// <param name="NetworkProtocolProfile">What follows is not ROSE when present: 19 ACSE, 32 DSE; the element is then to be ignored.</param>
/// <param name="Interpretation">For unknown operations.</param>
/// <param name="Components">In the order they came.</param>
public sealed record FacilityContents(
    ProtocolProfile Profile,
    int? ServiceDiscriminator,
    NetworkFacilityExtension? Extension,
    int? NetworkProtocolProfile,
    Interpretation? Interpretation,
    IReadOnlyList<Component> Components)
{
    /// <summary>Octet 3a of Nortel's release link trunk (NIS-A211-1).</summary>
    public const int Dms100Discriminator = 0x3E;

    /// <summary>Components followed; an element of 255 octets with more would hold nothing but empty ones.</summary>
    private const int MostComponents = 24;

    private const int NfeTag = 10;
    private const int InterpretationTag = 11;
    private const int NetworkProtocolProfileTag = 18;

    /// <summary>Whether a receiver acts on the components; CMIP, ACSE and other network protocol profiles are passed over.</summary>
    public bool CarriesRemoteOperations =>
        Profile is ProtocolProfile.RemoteOperations or ProtocolProfile.NetworkingExtensions && NetworkProtocolProfile is null;

    /// <summary>Plain ROSE: ETSI services and NI-2 transfer.</summary>
    public static FacilityContents RemoteOperations(params IReadOnlyList<Component> components) =>
        new(ProtocolProfile.RemoteOperations, null, null, null, null, components);

    /// <summary>End to end through a QSIG network.</summary>
    public static FacilityContents Qsig(Interpretation interpretation, params IReadOnlyList<Component> components) =>
        new(ProtocolProfile.NetworkingExtensions, null, NetworkFacilityExtension.EndToEnd, null, interpretation, components);

    /// <summary>Release link trunk.</summary>
    public static FacilityContents Dms100(params IReadOnlyList<Component> components) =>
        new(ProtocolProfile.RemoteOperations, Dms100Discriminator, null, null, null, components);

    /// <summary>
    /// Decodes as far as it goes. On a fault the components before it stand and what follows is lost, since nothing tells
    /// where the next one would begin.
    /// </summary>
    public static FacilityContents Decode(ReadOnlySpan<byte> contents, out DecodeFault? fault)
    {
        if (contents.IsEmpty)
        {
            fault = new DecodeFault(DecodeFaultReason.EndOfInput, 0, "Q.932 8.2.3", "facility.profile");
            return new FacilityContents(default, null, null, null, null, []);
        }

        var profile = (ProtocolProfile)(contents[0] & 0x1F);
        int? discriminator = null;
        int start = 1;
        if ((contents[0] & 0x80) == 0)
        {
            if (contents.Length < 2 || (contents[1] & 0x80) == 0)
            {
                fault = new DecodeFault(DecodeFaultReason.EndOfInput, 8, "Q.931 4.5.1", "facility.serviceDiscriminator");
                return new FacilityContents(profile, null, null, null, null, []);
            }

            discriminator = contents[1] & 0x7F;
            start = 2;
        }

        var reader = new BerReader(contents, "facility", start);
        NetworkFacilityExtension? extension = null;
        int? networkProtocolProfile = null;
        Interpretation? interpretation = null;
        while (!reader.AtEnd)
        {
            if (reader.NextIs(BerTag.Context(NfeTag)))
            {
                extension = NetworkFacilityExtension.Decode(ref reader);
            }
            else if (reader.NextIs(BerTag.Context(NetworkProtocolProfileTag)))
            {
                networkProtocolProfile = reader.ReadInteger(BerTag.Context(NetworkProtocolProfileTag), "networkProtocolProfile");
            }
            else if (reader.NextIs(BerTag.Context(InterpretationTag)))
            {
                interpretation = (Interpretation)reader.ReadInteger(BerTag.Context(InterpretationTag), "interpretation");
            }
            else
            {
                break;
            }
        }

        var components = new List<Component>(1);
        while (!reader.AtEnd)
        {
            if (components.Count == MostComponents)
            {
                reader.Fail(DecodeFaultReason.TooLarge, "Q.932 (05/98) 8.2.3", "component");
                break;
            }

            Component? component = Component.Decode(ref reader);
            if (component is not null && !reader.Faulted)
            {
                components.Add(component);
            }
        }

        fault = reader.Fault;
        return new FacilityContents(profile, discriminator, extension, networkProtocolProfile, interpretation, components);
    }

    /// <summary>False when the destination is too small: 255 octets hold all that a single Facility element can carry.</summary>
    public bool TryEncode(Span<byte> destination, out int written)
    {
        written = 0;
        int start = ServiceDiscriminator is null ? 1 : 2;
        if (destination.Length < start)
        {
            return false;
        }

        destination[0] = (byte)((ServiceDiscriminator is null ? 0x80 : 0) | (int)Profile);
        if (ServiceDiscriminator is { } discriminator)
        {
            destination[1] = (byte)(0x80 | discriminator);
        }

        var writer = new BerWriter(destination[start..]);
        Extension?.Encode(ref writer);
        if (NetworkProtocolProfile is { } networkProtocolProfile)
        {
            writer.WriteInteger(BerTag.Context(NetworkProtocolProfileTag), networkProtocolProfile);
        }

        if (Interpretation is { } interpretation)
        {
            writer.WriteInteger(BerTag.Context(InterpretationTag), (int)interpretation);
        }

        foreach (Component component in Components)
        {
            component.Encode(ref writer);
        }

        written = writer.Overflowed ? 0 : start + writer.Written;
        return !writer.Overflowed;
    }
}
