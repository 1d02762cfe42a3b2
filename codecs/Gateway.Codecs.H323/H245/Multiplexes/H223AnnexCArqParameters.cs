using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H223AnnexCArqParameters : IPerType<H223AnnexCArqParameters>
{
    public required H223AnnexCArqParametersNumberOfRetransmissions NumberOfRetransmissions { get; init; }

    /// <summary>In octets.</summary>
    public required int SendBufferSize { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H223AnnexCArqParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H223AnnexCArqParameters");
        return new H223AnnexCArqParameters
        {
            NumberOfRetransmissions = H223AnnexCArqParametersNumberOfRetransmissions.Decode(ref reader),
            SendBufferSize = reader.Integer(0, 16777215),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        NumberOfRetransmissions.Encode(ref writer);
        writer.Integer(SendBufferSize, 0, 16777215);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, H223AnnexCArqParameters).</summary>
public abstract record H223AnnexCArqParametersNumberOfRetransmissions : IPerType<H223AnnexCArqParametersNumberOfRetransmissions>
{
    private H223AnnexCArqParametersNumberOfRetransmissions() { }

    public sealed record Finite(int Value) : H223AnnexCArqParametersNumberOfRetransmissions;

    public sealed record Infinite : H223AnnexCArqParametersNumberOfRetransmissions;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : H223AnnexCArqParametersNumberOfRetransmissions;

    public static H223AnnexCArqParametersNumberOfRetransmissions Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("H223AnnexCArqParametersNumberOfRetransmissions", root: 2);
        H223AnnexCArqParametersNumberOfRetransmissions value = choice.Index switch
        {
            0 => new Finite(reader.Integer(0, 16)),
            1 => new Infinite(),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 2);
        switch (this)
        {
            case Finite alternative:
                choice.Select(ref writer, 0);
                writer.Integer(alternative.Value, 0, 16);
                break;
            case Infinite:
                choice.Select(ref writer, 1);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
