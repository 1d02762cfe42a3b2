using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>InfoRequestNak, INAK (H.225.0 (12/2009) 7.15.4, Annex H).</summary>
public sealed record InfoRequestNak : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public required InfoRequestNakReason NakReason { get; init; }
    public AltGKInfo? AltGKInfo { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static InfoRequestNak DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("InfoRequestNak", optionals: 5);
        return new InfoRequestNak
        {
            RequestSeqNum = reader.Integer(1, 65535),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            NakReason = InfoRequestNakReason.Decode(ref reader),
            AltGKInfo = sequence.Optional() ? AltGKInfo.Decode(ref reader) : null,
            Tokens = sequence.Optional() ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Optional() ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Optional() ? IntegrityCheckValue.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 5, tail: Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        NakReason.Encode(ref writer);
        if (sequence.Optional(ref writer, AltGKInfo)) AltGKInfo.Encode(ref writer);
        if (sequence.Optional(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Optional(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Optional(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>InfoRequestNakReason (H.225.0 (12/2009) 7.15.4, Annex H).</summary>
public abstract record InfoRequestNakReason : IPerType<InfoRequestNakReason>
{
    private InfoRequestNakReason()
    {
    }

    public sealed record NotRegistered : InfoRequestNakReason;
    public sealed record SecurityDenial : InfoRequestNakReason;
    public sealed record UndefinedReason : InfoRequestNakReason;
    public sealed record SecurityError(SecurityErrors2 Value) : InfoRequestNakReason;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : InfoRequestNakReason;

    public static InfoRequestNakReason Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("InfoRequestNakReason", root: 3, additions: 1);
        InfoRequestNakReason value = choice.Index switch
        {
            0 => new NotRegistered(),
            1 => new SecurityDenial(),
            2 => new UndefinedReason(),
            3 => new SecurityError((SecurityErrors2)NullChoice.Decode(ref reader, "SecurityErrors2", root: 6)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 3);
        switch (this)
        {
            case NotRegistered: choice.Select(ref writer, 0); break;
            case SecurityDenial: choice.Select(ref writer, 1); break;
            case UndefinedReason: choice.Select(ref writer, 2); break;
            case SecurityError chosen: choice.Select(ref writer, 3); NullChoice.Encode(ref writer, (int)chosen.Value, root: 6); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}
