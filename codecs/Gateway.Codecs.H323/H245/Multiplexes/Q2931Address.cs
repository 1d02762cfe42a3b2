using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record Q2931Address : IPerType<Q2931Address>
{
    public required Q2931AddressAddress Address { get; init; }

    public byte[]? Subaddress { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static Q2931Address Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("Q2931Address", optionals: 1);
        return new Q2931Address
        {
            Address = Q2931AddressAddress.Decode(ref reader),
            Subaddress = sequence.Optional() ? reader.OctetString(1, 20) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        Address.Encode(ref writer);
        if (sequence.Optional(ref writer, Subaddress))
            writer.OctetString(Subaddress, 1, 20);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, Q2931Address).</summary>
public abstract record Q2931AddressAddress : IPerType<Q2931AddressAddress>
{
    private Q2931AddressAddress() { }

    public sealed record InternationalNumber(string Value) : Q2931AddressAddress;

    public sealed record NsapAddress(byte[] Value) : Q2931AddressAddress;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : Q2931AddressAddress;

    public static Q2931AddressAddress Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("Q2931AddressAddress", root: 2);
        Q2931AddressAddress value = choice.Index switch
        {
            0 => new InternationalNumber(reader.String(PerAlphabet.Numeric, 1, 16)),
            1 => new NsapAddress(reader.OctetString(1, 20)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 2);
        switch (this)
        {
            case InternationalNumber alternative:
                choice.Select(ref writer, 0);
                writer.String(alternative.Value, PerAlphabet.Numeric, 1, 16);
                break;
            case NsapAddress alternative:
                choice.Select(ref writer, 1);
                writer.OctetString(alternative.Value, 1, 20);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
