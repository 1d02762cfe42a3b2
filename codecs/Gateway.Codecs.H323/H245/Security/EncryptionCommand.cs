using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Security;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record EncryptionCommand : IPerType<EncryptionCommand>
{
    private EncryptionCommand() { }

    public sealed record EncryptionSE(byte[] Value) : EncryptionCommand;

    public sealed record EncryptionIVRequest : EncryptionCommand;

    public sealed record EncryptionAlgorithmID : EncryptionCommand
    {
        public required int H233AlgorithmIdentifier { get; init; }

        public required NonStandardParameter AssociatedAlgorithm { get; init; }

        internal static EncryptionAlgorithmID DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginPlainSequence("EncryptionCommand.encryptionAlgorithmID");
            var value = new EncryptionAlgorithmID
            {
                H233AlgorithmIdentifier = reader.Integer(0, 255),
                AssociatedAlgorithm = NonStandardParameter.Decode(ref reader),
            };
            sequence.End(ref reader);
            return value;
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            writer.Integer(H233AlgorithmIdentifier, 0, 255);
            AssociatedAlgorithm.Encode(ref writer);
        }
    }

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : EncryptionCommand;

    public static EncryptionCommand Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("EncryptionCommand", root: 3);
        EncryptionCommand value = choice.Index switch
        {
            0 => new EncryptionSE(reader.OctetString()),
            1 => new EncryptionIVRequest(),
            2 => EncryptionAlgorithmID.DecodeContents(ref reader),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 3);
        switch (this)
        {
            case EncryptionSE alternative:
                choice.Select(ref writer, 0);
                writer.OctetString(alternative.Value);
                break;
            case EncryptionIVRequest:
                choice.Select(ref writer, 1);
                break;
            case EncryptionAlgorithmID alternative:
                choice.Select(ref writer, 2);
                alternative.EncodeContents(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
