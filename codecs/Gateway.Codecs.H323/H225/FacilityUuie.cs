using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.H225;

/// <summary>Facility-UUIE, body of FACILITY (H.225.0 (12/2009) 7.4.1, Annex H).</summary>
public sealed record FacilityUuie : H323MessageBody
{
    public required ObjectIdentifier ProtocolIdentifier { get; init; }

    /// <summary>Where to call instead, with reason callForwarded, routeCallToGatekeeper or routeCallToMC.</summary>
    public TransportAddress? AlternativeAddress { get; init; }

    public IReadOnlyList<AliasAddress>? AlternativeAliasAddress { get; init; }
    public GloballyUniqueId? ConferenceID { get; init; }
    public required FacilityReason Reason { get; init; }
    public CallIdentifier? CallIdentifier { get; init; }
    public IReadOnlyList<AliasAddress>? DestExtraCallInfo { get; init; }
    public AliasAddress? RemoteExtensionAddress { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IReadOnlyList<ConferenceList>? Conferences { get; init; }
    public TransportAddress? H245Address { get; init; }

    /// <summary>Each is one complete OpenLogicalChannel of H.245.</summary>
    public IReadOnlyList<CompleteEncoding>? FastStart { get; init; }

    public bool? MultipleCalls { get; init; }
    public bool? MaintainConnection { get; init; }
    public Null? FastConnectRefused { get; init; }
    public IReadOnlyList<ServiceControlSession>? ServiceControl { get; init; }
    public CircuitInfo? CircuitInfo { get; init; }
    public FeatureSet? FeatureSet { get; init; }
    public EndpointType? DestinationInfo { get; init; }
    public H245Security? H245SecurityMode { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static FacilityUuie DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("Facility-UUIE", optionals: 3);
        return new FacilityUuie
        {
            ProtocolIdentifier = reader.ObjectIdentifier(),
            AlternativeAddress = sequence.Optional() ? TransportAddress.Decode(ref reader) : null,
            AlternativeAliasAddress = sequence.Optional() ? reader.SequenceOf<AliasAddress>() : null,
            ConferenceID = sequence.Optional() ? GloballyUniqueId.Decode(ref reader) : null,
            Reason = (FacilityReason)NullChoice.Decode(ref reader, "FacilityReason", root: 4, additions: 7),
            CallIdentifier = sequence.Addition(ref reader) ? CallIdentifier.Decode(ref reader) : null,
            DestExtraCallInfo = sequence.Addition(ref reader) ? reader.SequenceOf<AliasAddress>() : null,
            RemoteExtensionAddress = sequence.Addition(ref reader) ? AliasAddress.Decode(ref reader) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            Conferences = sequence.Addition(ref reader) ? reader.SequenceOf<ConferenceList>() : null,
            H245Address = sequence.Addition(ref reader) ? TransportAddress.Decode(ref reader) : null,
            FastStart = sequence.Addition(ref reader) ? reader.SequenceOf(static (ref r) => r.CompleteEncoding()) : null,
            MultipleCalls = sequence.Addition(ref reader) ? reader.Boolean() : null,
            MaintainConnection = sequence.Addition(ref reader) ? reader.Boolean() : null,
            FastConnectRefused = sequence.Addition(ref reader) ? new Null() : null,
            ServiceControl = sequence.Addition(ref reader) ? reader.SequenceOf<ServiceControlSession>() : null,
            CircuitInfo = sequence.Addition(ref reader) ? CircuitInfo.Decode(ref reader) : null,
            FeatureSet = sequence.Addition(ref reader) ? FeatureSet.Decode(ref reader) : null,
            DestinationInfo = sequence.Addition(ref reader) ? EndpointType.Decode(ref reader) : null,
            H245SecurityMode = sequence.Addition(ref reader) ? H245Security.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, additions: 16, Extensions);
        writer.ObjectIdentifier(ProtocolIdentifier);
        if (sequence.Optional(ref writer, AlternativeAddress)) AlternativeAddress.Encode(ref writer);
        if (sequence.Optional(ref writer, AlternativeAliasAddress)) writer.SequenceOf(AlternativeAliasAddress);
        if (sequence.Optional(ref writer, ConferenceID)) ConferenceID.Value.Encode(ref writer);
        NullChoice.Encode(ref writer, (int)Reason, root: 4);
        if (sequence.Addition(ref writer, CallIdentifier)) CallIdentifier.Encode(ref writer);
        if (sequence.Addition(ref writer, DestExtraCallInfo)) writer.SequenceOf(DestExtraCallInfo);
        if (sequence.Addition(ref writer, RemoteExtensionAddress)) RemoteExtensionAddress.Encode(ref writer);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, Conferences)) writer.SequenceOf(Conferences);
        if (sequence.Addition(ref writer, H245Address)) H245Address.Encode(ref writer);
        if (sequence.Addition(ref writer, FastStart)) writer.SequenceOf(FastStart, static (ref w, v) => w.CompleteEncoding(v));
        if (sequence.Addition(ref writer, MultipleCalls)) writer.Boolean(MultipleCalls.Value);
        if (sequence.Addition(ref writer, MaintainConnection)) writer.Boolean(MaintainConnection.Value);
        sequence.Addition(ref writer, FastConnectRefused);
        if (sequence.Addition(ref writer, ServiceControl)) writer.SequenceOf(ServiceControl);
        if (sequence.Addition(ref writer, CircuitInfo)) CircuitInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, FeatureSet)) FeatureSet.Encode(ref writer);
        if (sequence.Addition(ref writer, DestinationInfo)) DestinationInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, H245SecurityMode)) H245SecurityMode.Encode(ref writer);
        sequence.End(ref writer);
    }
}
