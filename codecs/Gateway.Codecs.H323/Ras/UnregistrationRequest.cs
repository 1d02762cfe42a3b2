using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>UnregistrationRequest, URQ (H.225.0 (12/2009) 7.10.1, Annex H).</summary>
public sealed record UnregistrationRequest : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public required IReadOnlyList<TransportAddress> CallSignalAddress { get; init; }
    public IReadOnlyList<AliasAddress>? EndpointAlias { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public string? EndpointIdentifier { get; init; }
    public IReadOnlyList<Endpoint>? AlternateEndpoints { get; init; }
    public string? GatekeeperIdentifier { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public UnregRequestReason? Reason { get; init; }
    public IReadOnlyList<AddressPattern>? EndpointAliasPattern { get; init; }
    public IReadOnlyList<SupportedPrefix>? SupportedPrefixes { get; init; }
    public IReadOnlyList<AlternateGK>? AlternateGatekeeper { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }
    public AlternateGK? AssignedGatekeeper { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static UnregistrationRequest DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("UnregistrationRequest", optionals: 3);
        return new UnregistrationRequest
        {
            RequestSeqNum = reader.Integer(1, 65535),
            CallSignalAddress = reader.SequenceOf<TransportAddress>(),
            EndpointAlias = sequence.Optional() ? reader.SequenceOf<AliasAddress>() : null,
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            EndpointIdentifier = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            AlternateEndpoints = sequence.Addition(ref reader) ? reader.SequenceOf<Endpoint>() : null,
            GatekeeperIdentifier = sequence.Addition(ref reader) ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            Reason = sequence.Addition(ref reader) ? UnregRequestReason.Decode(ref reader) : null,
            EndpointAliasPattern = sequence.Addition(ref reader) ? reader.SequenceOf<AddressPattern>() : null,
            SupportedPrefixes = sequence.Addition(ref reader) ? reader.SequenceOf<SupportedPrefix>() : null,
            AlternateGatekeeper = sequence.Addition(ref reader) ? reader.SequenceOf<AlternateGK>() : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            AssignedGatekeeper = sequence.Addition(ref reader) ? AlternateGK.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, additions: 11, Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        writer.SequenceOf(CallSignalAddress);
        if (sequence.Optional(ref writer, EndpointAlias)) writer.SequenceOf(EndpointAlias);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Optional(ref writer, EndpointIdentifier)) writer.String(EndpointIdentifier, PerAlphabet.Bmp, 1, 128);
        if (sequence.Addition(ref writer, AlternateEndpoints)) writer.SequenceOf(AlternateEndpoints);
        if (sequence.Addition(ref writer, GatekeeperIdentifier)) writer.String(GatekeeperIdentifier, PerAlphabet.Bmp, 1, 128);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, Reason)) Reason.Encode(ref writer);
        if (sequence.Addition(ref writer, EndpointAliasPattern)) writer.SequenceOf(EndpointAliasPattern);
        if (sequence.Addition(ref writer, SupportedPrefixes)) writer.SequenceOf(SupportedPrefixes);
        if (sequence.Addition(ref writer, AlternateGatekeeper)) writer.SequenceOf(AlternateGatekeeper);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        if (sequence.Addition(ref writer, AssignedGatekeeper)) AssignedGatekeeper.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>UnregRequestReason (H.225.0 (12/2009) 7.10.1, Annex H).</summary>
public abstract record UnregRequestReason : IPerType<UnregRequestReason>
{
    private UnregRequestReason()
    {
    }

    public sealed record ReregistrationRequired : UnregRequestReason;
    public sealed record TtlExpired : UnregRequestReason;
    public sealed record SecurityDenial : UnregRequestReason;
    public sealed record UndefinedReason : UnregRequestReason;
    public sealed record Maintenance : UnregRequestReason;
    public sealed record SecurityError(SecurityErrors2 Value) : UnregRequestReason;
    public sealed record RegisterWithAssignedGK : UnregRequestReason;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : UnregRequestReason;

    public static UnregRequestReason Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("UnregRequestReason", root: 4, additions: 3);
        UnregRequestReason value = choice.Index switch
        {
            0 => new ReregistrationRequired(),
            1 => new TtlExpired(),
            2 => new SecurityDenial(),
            3 => new UndefinedReason(),
            4 => new Maintenance(),
            5 => new SecurityError((SecurityErrors2)NullChoice.Decode(ref reader, "SecurityErrors2", root: 6)),
            6 => new RegisterWithAssignedGK(),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 4);
        switch (this)
        {
            case ReregistrationRequired: choice.Select(ref writer, 0); break;
            case TtlExpired: choice.Select(ref writer, 1); break;
            case SecurityDenial: choice.Select(ref writer, 2); break;
            case UndefinedReason: choice.Select(ref writer, 3); break;
            case Maintenance: choice.Select(ref writer, 4); break;
            case SecurityError chosen: choice.Select(ref writer, 5); NullChoice.Encode(ref writer, (int)chosen.Value, root: 6); break;
            case RegisterWithAssignedGK: choice.Select(ref writer, 6); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}
