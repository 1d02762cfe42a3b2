using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>InfoRequestResponse, IRR (H.225.0 (12/2009) 7.15.2, Annex H).</summary>
public sealed record InfoRequestResponse : RasMessage
{
    public NonStandardParameter? NonStandardData { get; init; }
    public required int RequestSeqNum { get; init; }
    public required EndpointType EndpointType { get; init; }
    public required string EndpointIdentifier { get; init; }
    public required TransportAddress RasAddress { get; init; }
    public required IReadOnlyList<TransportAddress> CallSignalAddress { get; init; }
    public IReadOnlyList<AliasAddress>? EndpointAlias { get; init; }
    public IReadOnlyList<PerCallInfo>? PerCallInfo { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public bool? NeedResponse { get; init; }
    public CallCapacity? Capacity { get; init; }
    public InfoRequestResponseStatus? IrrStatus { get; init; }
    public bool? Unsolicited { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static InfoRequestResponse DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("InfoRequestResponse", optionals: 3);
        return new InfoRequestResponse
        {
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            RequestSeqNum = reader.Integer(1, 65535),
            EndpointType = EndpointType.Decode(ref reader),
            EndpointIdentifier = reader.String(PerAlphabet.Bmp, 1, 128),
            RasAddress = TransportAddress.Decode(ref reader),
            CallSignalAddress = reader.SequenceOf<TransportAddress>(),
            EndpointAlias = sequence.Optional() ? reader.SequenceOf<AliasAddress>() : null,
            PerCallInfo = sequence.Optional() ? reader.SequenceOf<PerCallInfo>() : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            NeedResponse = sequence.Addition(ref reader) ? reader.Boolean() : null,
            Capacity = sequence.Addition(ref reader) ? CallCapacity.Decode(ref reader) : null,
            IrrStatus = sequence.Addition(ref reader) ? InfoRequestResponseStatus.Decode(ref reader) : null,
            Unsolicited = sequence.Addition(ref reader) ? reader.Boolean() : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, additions: 8, Extensions);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        writer.Integer(RequestSeqNum, 1, 65535);
        EndpointType.Encode(ref writer);
        writer.String(EndpointIdentifier, PerAlphabet.Bmp, 1, 128);
        RasAddress.Encode(ref writer);
        writer.SequenceOf(CallSignalAddress);
        if (sequence.Optional(ref writer, EndpointAlias)) writer.SequenceOf(EndpointAlias);
        if (sequence.Optional(ref writer, PerCallInfo)) writer.SequenceOf(PerCallInfo);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, NeedResponse)) writer.Boolean(NeedResponse.Value);
        if (sequence.Addition(ref writer, Capacity)) Capacity.Encode(ref writer);
        if (sequence.Addition(ref writer, IrrStatus)) IrrStatus.Encode(ref writer);
        if (sequence.Addition(ref writer, Unsolicited)) writer.Boolean(Unsolicited.Value);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        sequence.End(ref writer);
    }
}

/// <summary>InfoRequestResponseStatus (H.225.0 (12/2009) 7.15.2, Annex H).</summary>
public abstract record InfoRequestResponseStatus : IPerType<InfoRequestResponseStatus>
{
    private InfoRequestResponseStatus()
    {
    }

    public sealed record Complete : InfoRequestResponseStatus;
    public sealed record Incomplete : InfoRequestResponseStatus;
    public sealed record Segment(int Value) : InfoRequestResponseStatus;
    public sealed record InvalidCall : InfoRequestResponseStatus;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : InfoRequestResponseStatus;

    public static InfoRequestResponseStatus Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("InfoRequestResponseStatus", root: 4);
        InfoRequestResponseStatus value = choice.Index switch
        {
            0 => new Complete(),
            1 => new Incomplete(),
            2 => new Segment(reader.Integer(0, 65535)),
            3 => new InvalidCall(),
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
            case Complete: choice.Select(ref writer, 0); break;
            case Incomplete: choice.Select(ref writer, 1); break;
            case Segment chosen: choice.Select(ref writer, 2); writer.Integer(chosen.Value, 0, 65535); break;
            case InvalidCall: choice.Select(ref writer, 3); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}
