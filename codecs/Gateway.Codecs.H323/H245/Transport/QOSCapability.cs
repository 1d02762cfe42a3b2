using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Transport;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record QOSCapability : IPerType<QOSCapability>
{
    public NonStandardParameter? NonStandardData { get; init; }

    public RSVPParameters? RsvpParameters { get; init; }

    public ATMParameters? AtmParameters { get; init; }

    public bool? LocalQoS { get; init; }

    public GenericTransportParameters? GenericTransportParameters { get; init; }

    public ServicePriority? ServicePriority { get; init; }

    public AuthorizationParameters? AuthorizationParameter { get; init; }

    public QOSDescriptor? QosDescriptor { get; init; }

    public int? DscpValue { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static QOSCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("QOSCapability", optionals: 3);
        return new QOSCapability
        {
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            RsvpParameters = sequence.Optional() ? RSVPParameters.Decode(ref reader) : null,
            AtmParameters = sequence.Optional() ? ATMParameters.Decode(ref reader) : null,
            LocalQoS = sequence.Addition(ref reader) ? reader.Boolean() : null,
            GenericTransportParameters = sequence.Addition(ref reader) ? GenericTransportParameters.Decode(ref reader) : null,
            ServicePriority = sequence.Addition(ref reader) ? ServicePriority.Decode(ref reader) : null,
            AuthorizationParameter = sequence.Addition(ref reader) ? AuthorizationParameters.Decode(ref reader) : null,
            QosDescriptor = sequence.Addition(ref reader) ? QOSDescriptor.Decode(ref reader) : null,
            DscpValue = sequence.Addition(ref reader) ? reader.Integer(0, 63) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, additions: 6, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandardData))
            NonStandardData.Encode(ref writer);
        if (sequence.Optional(ref writer, RsvpParameters))
            RsvpParameters.Encode(ref writer);
        if (sequence.Optional(ref writer, AtmParameters))
            AtmParameters.Encode(ref writer);
        if (sequence.Addition(ref writer, LocalQoS))
            writer.Boolean(LocalQoS.Value);
        if (sequence.Addition(ref writer, GenericTransportParameters))
            GenericTransportParameters.Encode(ref writer);
        if (sequence.Addition(ref writer, ServicePriority))
            ServicePriority.Encode(ref writer);
        if (sequence.Addition(ref writer, AuthorizationParameter))
            AuthorizationParameter.Encode(ref writer);
        if (sequence.Addition(ref writer, QosDescriptor))
            QosDescriptor.Encode(ref writer);
        if (sequence.Addition(ref writer, DscpValue))
            writer.Integer(DscpValue.Value, 0, 63);
        sequence.End(ref writer);
    }
}
