using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>ANSI-41-UIM (H.225.0 (12/2009) 7.6, Annex H). Digits are of <c>0123456789#*abc</c>.</summary>
public sealed record Ansi41Uim : IPerType<Ansi41Uim>
{
    public string? Imsi { get; init; }
    public string? Min { get; init; }
    public string? Mdn { get; init; }
    public string? Msisdn { get; init; }
    public string? Esn { get; init; }
    public string? Mscid { get; init; }
    public required SystemId SystemId { get; init; }
    public byte[]? SystemMyTypeCode { get; init; }
    public byte[]? SystemAccessType { get; init; }
    public byte[]? QualificationInformationCode { get; init; }
    public string? Sesn { get; init; }
    public string? Soc { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static Ansi41Uim Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ANSI-41-UIM", optionals: 11);
        return new Ansi41Uim
        {
            Imsi = sequence.Optional() ? reader.String(DigitAlphabets.Tbcd, 3, 16) : null,
            Min = sequence.Optional() ? reader.String(DigitAlphabets.Tbcd, 3, 16) : null,
            Mdn = sequence.Optional() ? reader.String(DigitAlphabets.Tbcd, 3, 16) : null,
            Msisdn = sequence.Optional() ? reader.String(DigitAlphabets.Tbcd, 3, 16) : null,
            Esn = sequence.Optional() ? reader.String(DigitAlphabets.Tbcd, 16, 16) : null,
            Mscid = sequence.Optional() ? reader.String(DigitAlphabets.Tbcd, 3, 16) : null,
            SystemId = SystemId.Decode(ref reader),
            SystemMyTypeCode = sequence.Optional() ? reader.OctetString(1) : null,
            SystemAccessType = sequence.Optional() ? reader.OctetString(1) : null,
            QualificationInformationCode = sequence.Optional() ? reader.OctetString(1) : null,
            Sesn = sequence.Optional() ? reader.String(DigitAlphabets.Tbcd, 16, 16) : null,
            Soc = sequence.Optional() ? reader.String(DigitAlphabets.Tbcd, 3, 16) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 11, tail: Extensions);
        if (sequence.Optional(ref writer, Imsi)) writer.String(Imsi, DigitAlphabets.Tbcd, 3, 16);
        if (sequence.Optional(ref writer, Min)) writer.String(Min, DigitAlphabets.Tbcd, 3, 16);
        if (sequence.Optional(ref writer, Mdn)) writer.String(Mdn, DigitAlphabets.Tbcd, 3, 16);
        if (sequence.Optional(ref writer, Msisdn)) writer.String(Msisdn, DigitAlphabets.Tbcd, 3, 16);
        if (sequence.Optional(ref writer, Esn)) writer.String(Esn, DigitAlphabets.Tbcd, 16, 16);
        if (sequence.Optional(ref writer, Mscid)) writer.String(Mscid, DigitAlphabets.Tbcd, 3, 16);
        SystemId.Encode(ref writer);
        if (sequence.Optional(ref writer, SystemMyTypeCode)) writer.OctetString(SystemMyTypeCode, 1);
        if (sequence.Optional(ref writer, SystemAccessType)) writer.OctetString(SystemAccessType, 1);
        if (sequence.Optional(ref writer, QualificationInformationCode)) writer.OctetString(QualificationInformationCode, 1);
        if (sequence.Optional(ref writer, Sesn)) writer.String(Sesn, DigitAlphabets.Tbcd, 16, 16);
        if (sequence.Optional(ref writer, Soc)) writer.String(Soc, DigitAlphabets.Tbcd, 3, 16);
        sequence.End(ref writer);
    }
}

/// <summary>system-id of ANSI-41-UIM (H.225.0 (12/2009) Annex H).</summary>
public abstract record SystemId : IPerType<SystemId>
{
    private SystemId()
    {
    }

    public sealed record Sid(string Value) : SystemId;
    public sealed record Mid(string Value) : SystemId;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : SystemId;

    public static SystemId Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("system-id", root: 2);
        SystemId value = choice.Index switch
        {
            0 => new Sid(reader.String(DigitAlphabets.Tbcd, 1, 4)),
            1 => new Mid(reader.String(DigitAlphabets.Tbcd, 1, 4)),
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
            case Sid chosen: choice.Select(ref writer, 0); writer.String(chosen.Value, DigitAlphabets.Tbcd, 1, 4); break;
            case Mid chosen: choice.Select(ref writer, 1); writer.String(chosen.Value, DigitAlphabets.Tbcd, 1, 4); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}
