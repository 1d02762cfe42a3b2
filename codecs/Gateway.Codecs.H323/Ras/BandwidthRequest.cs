using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>BandwidthRequest, BRQ (H.225.0 (12/2009) 7.12.1, Annex H).</summary>
public sealed record BandwidthRequest : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public required string EndpointIdentifier { get; init; }
    public required GloballyUniqueId ConferenceID { get; init; }
    public required int CallReferenceValue { get; init; }
    public CallType? CallType { get; init; }

    /// <summary>Units of 100 bit/s, both directions together.</summary>
    public required uint BandWidth { get; init; }

    public NonStandardParameter? NonStandardData { get; init; }
    public CallIdentifier? CallIdentifier { get; init; }
    public string? GatekeeperIdentifier { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public bool? AnsweredCall { get; init; }
    public CallLinkage? CallLinkage { get; init; }
    public CallCapacity? Capacity { get; init; }
    public RasUsageInformation? UsageInformation { get; init; }
    public IReadOnlyList<BandwidthDetails>? BandwidthDetails { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }
    public TransportQos? TransportQOS { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static BandwidthRequest DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("BandwidthRequest", optionals: 2);
        return new BandwidthRequest
        {
            RequestSeqNum = reader.Integer(1, 65535),
            EndpointIdentifier = reader.String(PerAlphabet.Bmp, 1, 128),
            ConferenceID = GloballyUniqueId.Decode(ref reader),
            CallReferenceValue = reader.Integer(0, 65535),
            CallType = sequence.Optional() ? (CallType)NullChoice.Decode(ref reader, "CallType", root: 4) : null,
            BandWidth = reader.Integer(0u, uint.MaxValue),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            CallIdentifier = sequence.Addition(ref reader) ? CallIdentifier.Decode(ref reader) : null,
            GatekeeperIdentifier = sequence.Addition(ref reader) ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            AnsweredCall = sequence.Addition(ref reader) ? reader.Boolean() : null,
            CallLinkage = sequence.Addition(ref reader) ? CallLinkage.Decode(ref reader) : null,
            Capacity = sequence.Addition(ref reader) ? CallCapacity.Decode(ref reader) : null,
            UsageInformation = sequence.Addition(ref reader) ? RasUsageInformation.Decode(ref reader) : null,
            BandwidthDetails = sequence.Addition(ref reader) ? reader.SequenceOf<BandwidthDetails>() : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            TransportQOS = sequence.Addition(ref reader) ? TransportQos.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, additions: 12, Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        writer.String(EndpointIdentifier, PerAlphabet.Bmp, 1, 128);
        ConferenceID.Encode(ref writer);
        writer.Integer(CallReferenceValue, 0, 65535);
        if (sequence.Optional(ref writer, CallType)) NullChoice.Encode(ref writer, (int)CallType.Value, root: 4);
        writer.Integer(BandWidth, 0u, uint.MaxValue);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Addition(ref writer, CallIdentifier)) CallIdentifier.Encode(ref writer);
        if (sequence.Addition(ref writer, GatekeeperIdentifier)) writer.String(GatekeeperIdentifier, PerAlphabet.Bmp, 1, 128);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, AnsweredCall)) writer.Boolean(AnsweredCall.Value);
        if (sequence.Addition(ref writer, CallLinkage)) CallLinkage.Encode(ref writer);
        if (sequence.Addition(ref writer, Capacity)) Capacity.Encode(ref writer);
        if (sequence.Addition(ref writer, UsageInformation)) UsageInformation.Encode(ref writer);
        if (sequence.Addition(ref writer, BandwidthDetails)) writer.SequenceOf(BandwidthDetails);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        if (sequence.Addition(ref writer, TransportQOS)) TransportQOS.Encode(ref writer);
        sequence.End(ref writer);
    }
}
