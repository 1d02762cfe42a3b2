using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>RegistrationReject, RRJ (H.225.0 (12/2009) 7.9.3, Annex H).</summary>
public sealed record RegistrationReject : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public required ObjectIdentifier ProtocolIdentifier { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public required RegistrationRejectReason RejectReason { get; init; }
    public string? GatekeeperIdentifier { get; init; }
    public AltGKInfo? AltGKInfo { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public FeatureSet? FeatureSet { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }
    public AlternateGK? AssignedGatekeeper { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static RegistrationReject DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RegistrationReject", optionals: 2);
        return new RegistrationReject
        {
            RequestSeqNum = reader.Integer(1, 65535),
            ProtocolIdentifier = reader.ObjectIdentifier(),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            RejectReason = RegistrationRejectReason.Decode(ref reader),
            GatekeeperIdentifier = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            AltGKInfo = sequence.Addition(ref reader) ? AltGKInfo.Decode(ref reader) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            FeatureSet = sequence.Addition(ref reader) ? FeatureSet.Decode(ref reader) : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            AssignedGatekeeper = sequence.Addition(ref reader) ? AlternateGK.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, additions: 7, Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        writer.ObjectIdentifier(ProtocolIdentifier);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        RejectReason.Encode(ref writer);
        if (sequence.Optional(ref writer, GatekeeperIdentifier)) writer.String(GatekeeperIdentifier, PerAlphabet.Bmp, 1, 128);
        if (sequence.Addition(ref writer, AltGKInfo)) AltGKInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, FeatureSet)) FeatureSet.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        if (sequence.Addition(ref writer, AssignedGatekeeper)) AssignedGatekeeper.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>RegistrationRejectReason (H.225.0 (12/2009) 7.9.3, Annex H).</summary>
public abstract record RegistrationRejectReason : IPerType<RegistrationRejectReason>
{
    private RegistrationRejectReason()
    {
    }

    public sealed record DiscoveryRequired : RegistrationRejectReason;
    public sealed record InvalidRevision : RegistrationRejectReason;
    public sealed record InvalidCallSignalAddress : RegistrationRejectReason;
    public sealed record InvalidRASAddress : RegistrationRejectReason;
    public sealed record DuplicateAlias(IReadOnlyList<AliasAddress> Value) : RegistrationRejectReason;
    public sealed record InvalidTerminalType : RegistrationRejectReason;
    public sealed record UndefinedReason : RegistrationRejectReason;
    public sealed record TransportNotSupported : RegistrationRejectReason;
    public sealed record TransportQOSNotSupported : RegistrationRejectReason;
    public sealed record ResourceUnavailable : RegistrationRejectReason;
    public sealed record InvalidAlias : RegistrationRejectReason;
    public sealed record SecurityDenial : RegistrationRejectReason;
    public sealed record FullRegistrationRequired : RegistrationRejectReason;
    public sealed record AdditiveRegistrationNotSupported : RegistrationRejectReason;
    public sealed record GenericDataReason : RegistrationRejectReason;
    public sealed record NeededFeatureNotSupported : RegistrationRejectReason;
    public sealed record SecurityError(SecurityErrors Value) : RegistrationRejectReason;
    public sealed record RegisterWithAssignedGK : RegistrationRejectReason;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : RegistrationRejectReason;

    public sealed record InvalidTerminalAliases : RegistrationRejectReason
    {
        public IReadOnlyList<AliasAddress>? TerminalAlias { get; init; }
        public IReadOnlyList<AddressPattern>? TerminalAliasPattern { get; init; }
        public IReadOnlyList<SupportedPrefix>? SupportedPrefixes { get; init; }

        public ExtensionTail? Extensions { get; init; }

        internal static InvalidTerminalAliases DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("invalidTerminalAliases", optionals: 3);
            return new InvalidTerminalAliases
            {
                TerminalAlias = sequence.Optional() ? reader.SequenceOf<AliasAddress>() : null,
                TerminalAliasPattern = sequence.Optional() ? reader.SequenceOf<AddressPattern>() : null,
                SupportedPrefixes = sequence.Optional() ? reader.SequenceOf<SupportedPrefix>() : null,
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(optionals: 3, tail: Extensions);
            if (sequence.Optional(ref writer, TerminalAlias)) writer.SequenceOf(TerminalAlias);
            if (sequence.Optional(ref writer, TerminalAliasPattern)) writer.SequenceOf(TerminalAliasPattern);
            if (sequence.Optional(ref writer, SupportedPrefixes)) writer.SequenceOf(SupportedPrefixes);
            sequence.End(ref writer);
        }
    }

    public static RegistrationRejectReason Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("RegistrationRejectReason", root: 8, additions: 11);
        RegistrationRejectReason value = choice.Index switch
        {
            0 => new DiscoveryRequired(),
            1 => new InvalidRevision(),
            2 => new InvalidCallSignalAddress(),
            3 => new InvalidRASAddress(),
            4 => new DuplicateAlias(reader.SequenceOf<AliasAddress>()),
            5 => new InvalidTerminalType(),
            6 => new UndefinedReason(),
            7 => new TransportNotSupported(),
            8 => new TransportQOSNotSupported(),
            9 => new ResourceUnavailable(),
            10 => new InvalidAlias(),
            11 => new SecurityDenial(),
            12 => new FullRegistrationRequired(),
            13 => new AdditiveRegistrationNotSupported(),
            14 => InvalidTerminalAliases.DecodeContents(ref reader),
            15 => new GenericDataReason(),
            16 => new NeededFeatureNotSupported(),
            17 => new SecurityError((SecurityErrors)NullChoice.Decode(ref reader, "SecurityErrors", root: 16)),
            18 => new RegisterWithAssignedGK(),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 8);
        switch (this)
        {
            case DiscoveryRequired: choice.Select(ref writer, 0); break;
            case InvalidRevision: choice.Select(ref writer, 1); break;
            case InvalidCallSignalAddress: choice.Select(ref writer, 2); break;
            case InvalidRASAddress: choice.Select(ref writer, 3); break;
            case DuplicateAlias chosen: choice.Select(ref writer, 4); writer.SequenceOf(chosen.Value); break;
            case InvalidTerminalType: choice.Select(ref writer, 5); break;
            case UndefinedReason: choice.Select(ref writer, 6); break;
            case TransportNotSupported: choice.Select(ref writer, 7); break;
            case TransportQOSNotSupported: choice.Select(ref writer, 8); break;
            case ResourceUnavailable: choice.Select(ref writer, 9); break;
            case InvalidAlias: choice.Select(ref writer, 10); break;
            case SecurityDenial: choice.Select(ref writer, 11); break;
            case FullRegistrationRequired: choice.Select(ref writer, 12); break;
            case AdditiveRegistrationNotSupported: choice.Select(ref writer, 13); break;
            case InvalidTerminalAliases chosen: choice.Select(ref writer, 14); chosen.EncodeContents(ref writer); break;
            case GenericDataReason: choice.Select(ref writer, 15); break;
            case NeededFeatureNotSupported: choice.Select(ref writer, 16); break;
            case SecurityError chosen: choice.Select(ref writer, 17); NullChoice.Encode(ref writer, (int)chosen.Value, root: 16); break;
            case RegisterWithAssignedGK: choice.Select(ref writer, 18); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}
