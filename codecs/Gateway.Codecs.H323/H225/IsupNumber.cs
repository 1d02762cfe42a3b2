using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>IsupNumber: a number as ISUP carries it (H.225.0 (12/2009) 7.6, Annex H). Digits are of <c>0123456789ABCDE</c>.</summary>
public abstract record IsupNumber : IPerType<IsupNumber>
{
    private IsupNumber()
    {
    }

    public sealed record E164Number(IsupPublicPartyNumber Value) : IsupNumber;
    public sealed record DataPartyNumber(string Value) : IsupNumber;
    public sealed record TelexPartyNumber(string Value) : IsupNumber;
    public sealed record PrivateNumber(IsupPrivatePartyNumber Value) : IsupNumber;
    public sealed record NationalStandardPartyNumber(string Value) : IsupNumber;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : IsupNumber;

    public static IsupNumber Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("IsupNumber", root: 5);
        IsupNumber value = choice.Index switch
        {
            0 => new E164Number(IsupPublicPartyNumber.Decode(ref reader)),
            1 => new DataPartyNumber(reader.String(DigitAlphabets.Isup, 1, 128)),
            2 => new TelexPartyNumber(reader.String(DigitAlphabets.Isup, 1, 128)),
            3 => new PrivateNumber(IsupPrivatePartyNumber.Decode(ref reader)),
            4 => new NationalStandardPartyNumber(reader.String(DigitAlphabets.Isup, 1, 128)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 5);
        switch (this)
        {
            case E164Number chosen: choice.Select(ref writer, 0); chosen.Value.Encode(ref writer); break;
            case DataPartyNumber chosen: choice.Select(ref writer, 1); writer.String(chosen.Value, DigitAlphabets.Isup, 1, 128); break;
            case TelexPartyNumber chosen: choice.Select(ref writer, 2); writer.String(chosen.Value, DigitAlphabets.Isup, 1, 128); break;
            case PrivateNumber chosen: choice.Select(ref writer, 3); chosen.Value.Encode(ref writer); break;
            case NationalStandardPartyNumber chosen: choice.Select(ref writer, 4); writer.String(chosen.Value, DigitAlphabets.Isup, 1, 128); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

/// <summary>IsupPublicPartyNumber (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record IsupPublicPartyNumber : IPerType<IsupPublicPartyNumber>
{
    public required NatureOfAddress NatureOfAddress { get; init; }
    public required string Address { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static IsupPublicPartyNumber Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("IsupPublicPartyNumber");
        return new IsupPublicPartyNumber
        {
            NatureOfAddress = (NatureOfAddress)NullChoice.Decode(ref reader, "NatureOfAddress", root: 8),
            Address = reader.String(DigitAlphabets.Isup, 1, 128),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        NullChoice.Encode(ref writer, (int)NatureOfAddress, root: 8);
        writer.String(Address, DigitAlphabets.Isup, 1, 128);
        sequence.End(ref writer);
    }
}

/// <summary>IsupPrivatePartyNumber (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record IsupPrivatePartyNumber : IPerType<IsupPrivatePartyNumber>
{
    public required PrivateTypeOfNumber PrivateTypeOfNumber { get; init; }
    public required string Address { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static IsupPrivatePartyNumber Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("IsupPrivatePartyNumber");
        return new IsupPrivatePartyNumber
        {
            PrivateTypeOfNumber = (PrivateTypeOfNumber)NullChoice.Decode(ref reader, "PrivateTypeOfNumber", root: 6),
            Address = reader.String(DigitAlphabets.Isup, 1, 128),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        NullChoice.Encode(ref writer, (int)PrivateTypeOfNumber, root: 6);
        writer.String(Address, DigitAlphabets.Isup, 1, 128);
        sequence.End(ref writer);
    }
}
