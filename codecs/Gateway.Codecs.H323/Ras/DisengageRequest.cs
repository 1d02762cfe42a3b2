using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>DisengageRequest, DRQ (H.225.0 (12/2009) 7.14.1, Annex H).</summary>
public sealed record DisengageRequest : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public required string EndpointIdentifier { get; init; }
    public required GloballyUniqueId ConferenceID { get; init; }
    public required int CallReferenceValue { get; init; }
    public required DisengageReason DisengageReason { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public CallIdentifier? CallIdentifier { get; init; }
    public string? GatekeeperIdentifier { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public bool? AnsweredCall { get; init; }
    public CallLinkage? CallLinkage { get; init; }
    public CallCapacity? Capacity { get; init; }
    public CircuitInfo? CircuitInfo { get; init; }
    public RasUsageInformation? UsageInformation { get; init; }
    public CallTerminationCause? TerminationCause { get; init; }
    public IReadOnlyList<ServiceControlSession>? ServiceControl { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static DisengageRequest DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("DisengageRequest", optionals: 1);
        return new DisengageRequest
        {
            RequestSeqNum = reader.Integer(1, 65535),
            EndpointIdentifier = reader.String(PerAlphabet.Bmp, 1, 128),
            ConferenceID = GloballyUniqueId.Decode(ref reader),
            CallReferenceValue = reader.Integer(0, 65535),
            DisengageReason = (DisengageReason)NullChoice.Decode(ref reader, "DisengageReason", root: 3),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            CallIdentifier = sequence.Addition(ref reader) ? CallIdentifier.Decode(ref reader) : null,
            GatekeeperIdentifier = sequence.Addition(ref reader) ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            AnsweredCall = sequence.Addition(ref reader) ? reader.Boolean() : null,
            CallLinkage = sequence.Addition(ref reader) ? CallLinkage.Decode(ref reader) : null,
            Capacity = sequence.Addition(ref reader) ? CallCapacity.Decode(ref reader) : null,
            CircuitInfo = sequence.Addition(ref reader) ? CircuitInfo.Decode(ref reader) : null,
            UsageInformation = sequence.Addition(ref reader) ? RasUsageInformation.Decode(ref reader) : null,
            TerminationCause = sequence.Addition(ref reader) ? CallTerminationCause.Decode(ref reader) : null,
            ServiceControl = sequence.Addition(ref reader) ? reader.SequenceOf<ServiceControlSession>() : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 13, Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        writer.String(EndpointIdentifier, PerAlphabet.Bmp, 1, 128);
        ConferenceID.Encode(ref writer);
        writer.Integer(CallReferenceValue, 0, 65535);
        NullChoice.Encode(ref writer, (int)DisengageReason, root: 3);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Addition(ref writer, CallIdentifier)) CallIdentifier.Encode(ref writer);
        if (sequence.Addition(ref writer, GatekeeperIdentifier)) writer.String(GatekeeperIdentifier, PerAlphabet.Bmp, 1, 128);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, AnsweredCall)) writer.Boolean(AnsweredCall.Value);
        if (sequence.Addition(ref writer, CallLinkage)) CallLinkage.Encode(ref writer);
        if (sequence.Addition(ref writer, Capacity)) Capacity.Encode(ref writer);
        if (sequence.Addition(ref writer, CircuitInfo)) CircuitInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, UsageInformation)) UsageInformation.Encode(ref writer);
        if (sequence.Addition(ref writer, TerminationCause)) TerminationCause.Encode(ref writer);
        if (sequence.Addition(ref writer, ServiceControl)) writer.SequenceOf(ServiceControl);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        sequence.End(ref writer);
    }
}

/// <summary>DisengageReason (H.225.0 (12/2009) 7.14.1, Annex H).</summary>
public enum DisengageReason
{
    ForcedDrop,
    NormalDrop,
    UndefinedReason,
}
