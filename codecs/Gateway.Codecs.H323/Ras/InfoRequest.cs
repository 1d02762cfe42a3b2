using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>InfoRequest, IRQ (H.225.0 (12/2009) 7.15.1, Annex H).</summary>
public sealed record InfoRequest : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public required int CallReferenceValue { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public TransportAddress? ReplyAddress { get; init; }
    public CallIdentifier? CallIdentifier { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public UuiesRequested? UuiesRequested { get; init; }
    public CallLinkage? CallLinkage { get; init; }
    public RasUsageInfoTypes? UsageInfoRequested { get; init; }
    public Null? SegmentedResponseSupported { get; init; }
    public int? NextSegmentRequested { get; init; }
    public Null? CapacityInfoRequested { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }
    public AlternateGK? AssignedGatekeeper { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static InfoRequest DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("InfoRequest", optionals: 2);
        return new InfoRequest
        {
            RequestSeqNum = reader.Integer(1, 65535),
            CallReferenceValue = reader.Integer(0, 65535),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            ReplyAddress = sequence.Optional() ? TransportAddress.Decode(ref reader) : null,
            CallIdentifier = sequence.Addition(ref reader) ? CallIdentifier.Decode(ref reader) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            UuiesRequested = sequence.Addition(ref reader) ? UuiesRequested.Decode(ref reader) : null,
            CallLinkage = sequence.Addition(ref reader) ? CallLinkage.Decode(ref reader) : null,
            UsageInfoRequested = sequence.Addition(ref reader) ? RasUsageInfoTypes.Decode(ref reader) : null,
            SegmentedResponseSupported = sequence.Addition(ref reader) ? new Null() : null,
            NextSegmentRequested = sequence.Addition(ref reader) ? reader.Integer(0, 65535) : null,
            CapacityInfoRequested = sequence.Addition(ref reader) ? new Null() : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            AssignedGatekeeper = sequence.Addition(ref reader) ? AlternateGK.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, additions: 12, Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        writer.Integer(CallReferenceValue, 0, 65535);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Optional(ref writer, ReplyAddress)) ReplyAddress.Encode(ref writer);
        if (sequence.Addition(ref writer, CallIdentifier)) CallIdentifier.Encode(ref writer);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, UuiesRequested)) UuiesRequested.Encode(ref writer);
        if (sequence.Addition(ref writer, CallLinkage)) CallLinkage.Encode(ref writer);
        if (sequence.Addition(ref writer, UsageInfoRequested)) UsageInfoRequested.Encode(ref writer);
        sequence.Addition(ref writer, SegmentedResponseSupported);
        if (sequence.Addition(ref writer, NextSegmentRequested)) writer.Integer(NextSegmentRequested.Value, 0, 65535);
        sequence.Addition(ref writer, CapacityInfoRequested);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        if (sequence.Addition(ref writer, AssignedGatekeeper)) AssignedGatekeeper.Encode(ref writer);
        sequence.End(ref writer);
    }
}
