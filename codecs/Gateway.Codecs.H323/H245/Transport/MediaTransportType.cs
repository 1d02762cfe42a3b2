using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Transport;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record MediaTransportType : IPerType<MediaTransportType>
{
    private MediaTransportType() { }

    public sealed record IpUDP : MediaTransportType;

    public sealed record IpTCP : MediaTransportType;

    public sealed record AtmAAL5UNIDIR : MediaTransportType;

    public sealed record AtmAAL5BIDIR : MediaTransportType;

    public sealed record AtmAAL5Compressed : MediaTransportType
    {
        public required bool VariableDelta { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static AtmAAL5Compressed DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MediaTransportType.atm-AAL5-compressed");
            return new AtmAAL5Compressed
            {
                VariableDelta = reader.Boolean(),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.Boolean(VariableDelta);
            sequence.End(ref writer);
        }
    }

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : MediaTransportType;

    public static MediaTransportType Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("MediaTransportType", root: 4, additions: 1);
        MediaTransportType value = choice.Index switch
        {
            0 => new IpUDP(),
            1 => new IpTCP(),
            2 => new AtmAAL5UNIDIR(),
            3 => new AtmAAL5BIDIR(),
            4 => AtmAAL5Compressed.DecodeContents(ref reader),
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
            case IpUDP:
                choice.Select(ref writer, 0);
                break;
            case IpTCP:
                choice.Select(ref writer, 1);
                break;
            case AtmAAL5UNIDIR:
                choice.Select(ref writer, 2);
                break;
            case AtmAAL5BIDIR:
                choice.Select(ref writer, 3);
                break;
            case AtmAAL5Compressed alternative:
                choice.Select(ref writer, 4);
                alternative.EncodeContents(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
