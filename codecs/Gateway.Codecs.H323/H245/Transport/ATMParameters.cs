using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Transport;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record ATMParameters : IPerType<ATMParameters>
{
    /// <summary>In octets.</summary>
    public required int MaxNTUSize { get; init; }

    public required bool AtmUBR { get; init; }

    public required bool AtmrtVBR { get; init; }

    public required bool AtmnrtVBR { get; init; }

    public required bool AtmABR { get; init; }

    public required bool AtmCBR { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static ATMParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ATMParameters");
        return new ATMParameters
        {
            MaxNTUSize = reader.Integer(0, 65535),
            AtmUBR = reader.Boolean(),
            AtmrtVBR = reader.Boolean(),
            AtmnrtVBR = reader.Boolean(),
            AtmABR = reader.Boolean(),
            AtmCBR = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(MaxNTUSize, 0, 65535);
        writer.Boolean(AtmUBR);
        writer.Boolean(AtmrtVBR);
        writer.Boolean(AtmnrtVBR);
        writer.Boolean(AtmABR);
        writer.Boolean(AtmCBR);
        sequence.End(ref writer);
    }
}
