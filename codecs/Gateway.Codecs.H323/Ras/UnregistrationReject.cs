using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>UnregistrationReject, URJ (H.225.0 (12/2009) 7.10.3, Annex H).</summary>
public sealed record UnregistrationReject : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public required UnregRejectReason RejectReason { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public AltGKInfo? AltGKInfo { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static UnregistrationReject DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("UnregistrationReject", optionals: 1);
        return new UnregistrationReject
        {
            RequestSeqNum = reader.Integer(1, 65535),
            RejectReason = UnregRejectReason.Decode(ref reader),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            AltGKInfo = sequence.Addition(ref reader) ? AltGKInfo.Decode(ref reader) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 5, Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        RejectReason.Encode(ref writer);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Addition(ref writer, AltGKInfo)) AltGKInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        sequence.End(ref writer);
    }
}

/// <summary>UnregRejectReason (H.225.0 (12/2009) 7.10.3, Annex H).</summary>
public abstract record UnregRejectReason : IPerType<UnregRejectReason>
{
    private UnregRejectReason()
    {
    }

    public sealed record NotCurrentlyRegistered : UnregRejectReason;
    public sealed record CallInProgress : UnregRejectReason;
    public sealed record UndefinedReason : UnregRejectReason;
    public sealed record PermissionDenied : UnregRejectReason;
    public sealed record SecurityDenial : UnregRejectReason;
    public sealed record SecurityError(SecurityErrors2 Value) : UnregRejectReason;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : UnregRejectReason;

    public static UnregRejectReason Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("UnregRejectReason", root: 3, additions: 3);
        UnregRejectReason value = choice.Index switch
        {
            0 => new NotCurrentlyRegistered(),
            1 => new CallInProgress(),
            2 => new UndefinedReason(),
            3 => new PermissionDenied(),
            4 => new SecurityDenial(),
            5 => new SecurityError((SecurityErrors2)NullChoice.Decode(ref reader, "SecurityErrors2", root: 6)),
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
            case NotCurrentlyRegistered: choice.Select(ref writer, 0); break;
            case CallInProgress: choice.Select(ref writer, 1); break;
            case UndefinedReason: choice.Select(ref writer, 2); break;
            case PermissionDenied: choice.Select(ref writer, 3); break;
            case SecurityDenial: choice.Select(ref writer, 4); break;
            case SecurityError chosen: choice.Select(ref writer, 5); NullChoice.Encode(ref writer, (int)chosen.Value, root: 6); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}
