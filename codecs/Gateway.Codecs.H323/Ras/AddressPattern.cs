using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.H323.Ras;

/// <summary>AddressPattern: a prefix or a range of numbers (H.225.0 (12/2009) 7.6, Annex H).</summary>
public abstract record AddressPattern : IPerType<AddressPattern>
{
    private AddressPattern()
    {
    }

    public sealed record Wildcard(AliasAddress Value) : AddressPattern;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : AddressPattern;

    public sealed record Range : AddressPattern
    {
        public required PartyNumber StartOfRange { get; init; }
        public required PartyNumber EndOfRange { get; init; }

        internal static Range DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginPlainSequence("range");
            var value = new Range
            {
                StartOfRange = PartyNumber.Decode(ref reader),
                EndOfRange = PartyNumber.Decode(ref reader),
            };
            sequence.End(ref reader);
            return value;
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            StartOfRange.Encode(ref writer);
            EndOfRange.Encode(ref writer);
        }
    }

    public static AddressPattern Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("AddressPattern", root: 2);
        AddressPattern value = choice.Index switch
        {
            0 => new Wildcard(AliasAddress.Decode(ref reader)),
            1 => Range.DecodeContents(ref reader),
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
            case Wildcard chosen: choice.Select(ref writer, 0); chosen.Value.Encode(ref writer); break;
            case Range chosen: choice.Select(ref writer, 1); chosen.EncodeContents(ref writer); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}
