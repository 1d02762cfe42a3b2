using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>perCallInfo of InfoRequestResponse (H.225.0 (12/2009) 7.15.2, Annex H).</summary>
public sealed record PerCallInfo : IPerType<PerCallInfo>
{
    public NonStandardParameter? NonStandardData { get; init; }
    public required int CallReferenceValue { get; init; }
    public required GloballyUniqueId ConferenceID { get; init; }
    public bool? Originator { get; init; }
    public IReadOnlyList<RtpSession>? Audio { get; init; }
    public IReadOnlyList<RtpSession>? Video { get; init; }
    public IReadOnlyList<TransportChannelInfo>? Data { get; init; }
    public required TransportChannelInfo H245 { get; init; }
    public required TransportChannelInfo CallSignalling { get; init; }
    public required CallType CallType { get; init; }
    public required uint BandWidth { get; init; }
    public required CallModel CallModel { get; init; }
    public CallIdentifier? CallIdentifier { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IReadOnlyList<GloballyUniqueId>? SubstituteConfIDs { get; init; }
    public IReadOnlyList<PerCallInfoPdu>? Pdu { get; init; }
    public CallLinkage? CallLinkage { get; init; }
    public RasUsageInformation? UsageInformation { get; init; }
    public CircuitInfo? CircuitInfo { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static PerCallInfo Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("perCallInfo", optionals: 5);
        return new PerCallInfo
        {
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            CallReferenceValue = reader.Integer(0, 65535),
            ConferenceID = GloballyUniqueId.Decode(ref reader),
            Originator = sequence.Optional() ? reader.Boolean() : null,
            Audio = sequence.Optional() ? reader.SequenceOf<RtpSession>() : null,
            Video = sequence.Optional() ? reader.SequenceOf<RtpSession>() : null,
            Data = sequence.Optional() ? reader.SequenceOf<TransportChannelInfo>() : null,
            H245 = TransportChannelInfo.Decode(ref reader),
            CallSignalling = TransportChannelInfo.Decode(ref reader),
            CallType = (CallType)NullChoice.Decode(ref reader, "CallType", root: 4),
            BandWidth = reader.Integer(0u, uint.MaxValue),
            CallModel = (CallModel)NullChoice.Decode(ref reader, "CallModel", root: 2),
            CallIdentifier = sequence.Addition(ref reader) ? CallIdentifier.Decode(ref reader) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            SubstituteConfIDs = sequence.Addition(ref reader) ? reader.SequenceOf<GloballyUniqueId>() : null,
            Pdu = sequence.Addition(ref reader) ? reader.SequenceOf<PerCallInfoPdu>() : null,
            CallLinkage = sequence.Addition(ref reader) ? CallLinkage.Decode(ref reader) : null,
            UsageInformation = sequence.Addition(ref reader) ? RasUsageInformation.Decode(ref reader) : null,
            CircuitInfo = sequence.Addition(ref reader) ? CircuitInfo.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 5, additions: 8, Extensions);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        writer.Integer(CallReferenceValue, 0, 65535);
        ConferenceID.Encode(ref writer);
        if (sequence.Optional(ref writer, Originator)) writer.Boolean(Originator.Value);
        if (sequence.Optional(ref writer, Audio)) writer.SequenceOf(Audio);
        if (sequence.Optional(ref writer, Video)) writer.SequenceOf(Video);
        if (sequence.Optional(ref writer, Data)) writer.SequenceOf(Data);
        H245.Encode(ref writer);
        CallSignalling.Encode(ref writer);
        NullChoice.Encode(ref writer, (int)CallType, root: 4);
        writer.Integer(BandWidth, 0u, uint.MaxValue);
        NullChoice.Encode(ref writer, (int)CallModel, root: 2);
        if (sequence.Addition(ref writer, CallIdentifier)) CallIdentifier.Encode(ref writer);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, SubstituteConfIDs)) writer.SequenceOf(SubstituteConfIDs);
        if (sequence.Addition(ref writer, Pdu)) writer.SequenceOf(Pdu);
        if (sequence.Addition(ref writer, CallLinkage)) CallLinkage.Encode(ref writer);
        if (sequence.Addition(ref writer, UsageInformation)) UsageInformation.Encode(ref writer);
        if (sequence.Addition(ref writer, CircuitInfo)) CircuitInfo.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>pdu of perCallInfo: a call signalling message, sent or received (H.225.0 (12/2009) 7.15.2, Annex H).</summary>
public sealed record PerCallInfoPdu : IPerType<PerCallInfoPdu>
{
    public required H323UuPdu H323pdu { get; init; }
    public required bool Sent { get; init; }

    public static PerCallInfoPdu Decode(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("pdu");
        var value = new PerCallInfoPdu
        {
            H323pdu = H323UuPdu.Decode(ref reader),
            Sent = reader.Boolean(),
        };
        sequence.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        H323pdu.Encode(ref writer);
        writer.Boolean(Sent);
    }
}
