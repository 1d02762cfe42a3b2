using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H235;

/// <summary>ECKASDH: elliptic curve key agreement (H.235.0 (01/2014) Annex A).</summary>
public abstract record ECKASDH : IPerType<ECKASDH>
{
    private ECKASDH()
    {
    }

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : ECKASDH;

    public sealed record Eckasdhp : ECKASDH
    {
        public required ECPoint PublicKey { get; init; }
        public required BitString Modulus { get; init; }
        public required ECPoint Base { get; init; }
        public required BitString WeierstrassA { get; init; }
        public required BitString WeierstrassB { get; init; }

        internal static Eckasdhp DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginPlainSequence("eckasdhp");
            var value = new Eckasdhp
            {
                PublicKey = ECPoint.Decode(ref reader),
                Modulus = reader.BitString(0, 511),
                Base = ECPoint.Decode(ref reader),
                WeierstrassA = reader.BitString(0, 511),
                WeierstrassB = reader.BitString(0, 511),
            };
            sequence.End(ref reader);
            return value;
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            PublicKey.Encode(ref writer);
            writer.BitString(Modulus, 0, 511);
            Base.Encode(ref writer);
            writer.BitString(WeierstrassA, 0, 511);
            writer.BitString(WeierstrassB, 0, 511);
        }
    }

    public sealed record Eckasdh2 : ECKASDH
    {
        public required ECPoint PublicKey { get; init; }
        public required BitString FieldSize { get; init; }
        public required ECPoint Base { get; init; }
        public required BitString WeierstrassA { get; init; }
        public required BitString WeierstrassB { get; init; }

        internal static Eckasdh2 DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginPlainSequence("eckasdh2");
            var value = new Eckasdh2
            {
                PublicKey = ECPoint.Decode(ref reader),
                FieldSize = reader.BitString(0, 511),
                Base = ECPoint.Decode(ref reader),
                WeierstrassA = reader.BitString(0, 511),
                WeierstrassB = reader.BitString(0, 511),
            };
            sequence.End(ref reader);
            return value;
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            PublicKey.Encode(ref writer);
            writer.BitString(FieldSize, 0, 511);
            Base.Encode(ref writer);
            writer.BitString(WeierstrassA, 0, 511);
            writer.BitString(WeierstrassB, 0, 511);
        }
    }

    public static ECKASDH Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("ECKASDH", root: 2);
        ECKASDH value = choice.Index switch
        {
            0 => Eckasdhp.DecodeContents(ref reader),
            1 => Eckasdh2.DecodeContents(ref reader),
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
            case Eckasdhp chosen: choice.Select(ref writer, 0); chosen.EncodeContents(ref writer); break;
            case Eckasdh2 chosen: choice.Select(ref writer, 1); chosen.EncodeContents(ref writer); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

/// <summary>ECpoint: affine coordinates of a point of an elliptic curve (H.235.0 (01/2014) Annex A).</summary>
public sealed record ECPoint : IPerType<ECPoint>
{
    public BitString? X { get; init; }
    public BitString? Y { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static ECPoint Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ECpoint", optionals: 2);
        return new ECPoint
        {
            X = sequence.Optional() ? reader.BitString(0, 511) : null,
            Y = sequence.Optional() ? reader.BitString(0, 511) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        if (sequence.Optional(ref writer, X)) writer.BitString(X.Value, 0, 511);
        if (sequence.Optional(ref writer, Y)) writer.BitString(Y.Value, 0, 511);
        sequence.End(ref writer);
    }
}
