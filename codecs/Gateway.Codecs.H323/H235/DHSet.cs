using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H235;

/// <summary>DHset: Diffie-Hellman values up to 2048 bits (H.235.0 (01/2014) Annex A).</summary>
public sealed record DHSet : IPerType<DHSet>
{
    public required BitString Halfkey { get; init; }
    public required BitString ModSize { get; init; }
    public required BitString Generator { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static DHSet Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("DHset");
        return new DHSet
        {
            Halfkey = reader.BitString(0, 2048),
            ModSize = reader.BitString(0, 2048),
            Generator = reader.BitString(0, 2048),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.BitString(Halfkey, 0, 2048);
        writer.BitString(ModSize, 0, 2048);
        writer.BitString(Generator, 0, 2048);
        sequence.End(ref writer);
    }
}

/// <summary>DHsetExt: Diffie-Hellman values of 2049 to 65536 bits (H.235.0 (01/2014) Annex A).</summary>
public sealed record DHSetExt : IPerType<DHSetExt>
{
    public required BitString Halfkey { get; init; }
    public BitString? ModSize { get; init; }
    public BitString? Generator { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static DHSetExt Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("DHsetExt", optionals: 2);
        return new DHSetExt
        {
            Halfkey = reader.BitString(2049, 65536),
            ModSize = sequence.Optional() ? reader.BitString(2049, 65536) : null,
            Generator = sequence.Optional() ? reader.BitString(2049, 65536) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        writer.BitString(Halfkey, 2049, 65536);
        if (sequence.Optional(ref writer, ModSize)) writer.BitString(ModSize.Value, 2049, 65536);
        if (sequence.Optional(ref writer, Generator)) writer.BitString(Generator.Value, 2049, 65536);
        sequence.End(ref writer);
    }
}
