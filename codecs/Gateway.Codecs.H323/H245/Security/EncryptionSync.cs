using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Generic;

namespace Gateway.Codecs.H323.H245.Security;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record EncryptionSync : IPerType<EncryptionSync>
{
    public NonStandardParameter? NonStandard { get; init; }

    public required int SynchFlag { get; init; }

    public required byte[] H235Key { get; init; }

    public IReadOnlyList<EscrowData>? Escrowentry { get; init; }

    public GenericParameter? GenericParameter { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static EncryptionSync Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("EncryptionSync", optionals: 2);
        return new EncryptionSync
        {
            NonStandard = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            SynchFlag = reader.Integer(0, 255),
            H235Key = reader.OctetString(1, 65535),
            Escrowentry = sequence.Optional() ? reader.SequenceOf<EscrowData>(1, 256) : null,
            GenericParameter = sequence.Addition(ref reader) ? GenericParameter.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, additions: 1, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandard))
            NonStandard.Encode(ref writer);
        writer.Integer(SynchFlag, 0, 255);
        writer.OctetString(H235Key, 1, 65535);
        if (sequence.Optional(ref writer, Escrowentry))
            writer.SequenceOf(Escrowentry, 1, 256);
        if (sequence.Addition(ref writer, GenericParameter))
            GenericParameter.Encode(ref writer);
        sequence.End(ref writer);
    }
}
