using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.H323.H450;

/// <summary>
/// EndpointAddress (H.450.1 (02/1998) 9, Addressing-Data-Elements): addresses that all name one endpoint. The additions came
/// with the edition of 2011.
/// </summary>
public sealed record EndpointAddress : IPerType<EndpointAddress>
{
    public required IReadOnlyList<AliasAddress> DestinationAddress { get; init; }
    public AliasAddress? RemoteExtensionAddress { get; init; }
    public PresentationIndicator? DestinationAddressPresentationIndicator { get; init; }
    public ScreeningIndicator? DestinationAddressScreeningIndicator { get; init; }
    public PresentationIndicator? RemoteExtensionAddressPresentationIndicator { get; init; }
    public ScreeningIndicator? RemoteExtensionAddressScreeningIndicator { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static EndpointAddress Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("EndpointAddress", optionals: 1);
        return new EndpointAddress
        {
            DestinationAddress = reader.SequenceOf<AliasAddress>(),
            RemoteExtensionAddress = sequence.Optional() ? AliasAddress.Decode(ref reader) : null,
            DestinationAddressPresentationIndicator = sequence.Addition(ref reader) ? (PresentationIndicator)NullChoice.Decode(ref reader, "PresentationIndicator", root: 3) : null,
            DestinationAddressScreeningIndicator = sequence.Addition(ref reader) ? (ScreeningIndicator)reader.Enumerated(root: 4) : null,
            RemoteExtensionAddressPresentationIndicator = sequence.Addition(ref reader) ? (PresentationIndicator)NullChoice.Decode(ref reader, "PresentationIndicator", root: 3) : null,
            RemoteExtensionAddressScreeningIndicator = sequence.Addition(ref reader) ? (ScreeningIndicator)reader.Enumerated(root: 4) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 4, tail: Extensions);
        writer.SequenceOf(DestinationAddress);
        if (sequence.Optional(ref writer, RemoteExtensionAddress))
            RemoteExtensionAddress.Encode(ref writer);
        if (sequence.Addition(ref writer, DestinationAddressPresentationIndicator))
            NullChoice.Encode(ref writer, (int)DestinationAddressPresentationIndicator.Value, root: 3);
        if (sequence.Addition(ref writer, DestinationAddressScreeningIndicator))
            writer.Enumerated((int)DestinationAddressScreeningIndicator.Value, root: 4);
        if (sequence.Addition(ref writer, RemoteExtensionAddressPresentationIndicator))
            NullChoice.Encode(ref writer, (int)RemoteExtensionAddressPresentationIndicator.Value, root: 3);
        if (sequence.Addition(ref writer, RemoteExtensionAddressScreeningIndicator))
            writer.Enumerated((int)RemoteExtensionAddressScreeningIndicator.Value, root: 4);
        sequence.End(ref writer);
    }
}
