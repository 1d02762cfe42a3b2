using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>CHOICE, not extensible (H.245 (05/2011) Annex A).</summary>
public abstract record NonStandardIdentifier : IPerType<NonStandardIdentifier>
{
    private NonStandardIdentifier() { }

    public sealed record Object(ObjectIdentifier Value) : NonStandardIdentifier;

    public sealed record H221NonStandard : NonStandardIdentifier
    {
        public required int T35CountryCode { get; init; }

        public required int T35Extension { get; init; }

        public required int ManufacturerCode { get; init; }

        internal static H221NonStandard DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginPlainSequence("NonStandardIdentifier.h221NonStandard");
            var value = new H221NonStandard
            {
                T35CountryCode = reader.Integer(0, 255),
                T35Extension = reader.Integer(0, 255),
                ManufacturerCode = reader.Integer(0, 65535),
            };
            sequence.End(ref reader);
            return value;
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            writer.Integer(T35CountryCode, 0, 255);
            writer.Integer(T35Extension, 0, 255);
            writer.Integer(ManufacturerCode, 0, 65535);
        }
    }

    public static NonStandardIdentifier Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("NonStandardIdentifier", root: 2);
        NonStandardIdentifier value = choice.Index switch
        {
            0 => new Object(reader.ObjectIdentifier()),
            _ => H221NonStandard.DecodeContents(ref reader),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        switch (this)
        {
            case Object alternative:
                writer.PlainChoice(0, 2);
                writer.ObjectIdentifier(alternative.Value);
                break;
            case H221NonStandard alternative:
                writer.PlainChoice(1, 2);
                alternative.EncodeContents(ref writer);
                break;
        }
    }
}
