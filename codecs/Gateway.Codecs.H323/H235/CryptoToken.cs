using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H235;

/// <summary>CryptoToken (H.235.0 (01/2014) Annex A).</summary>
public abstract record CryptoToken : IPerType<CryptoToken>
{
    private CryptoToken()
    {
    }

    public sealed record CryptoPwdEncr(Encrypted Value) : CryptoToken;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : CryptoToken;

    public sealed record CryptoEncryptedToken : CryptoToken
    {
        public required ObjectIdentifier TokenOID { get; init; }
        public required Encrypted Token { get; init; }

        internal static CryptoEncryptedToken DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginPlainSequence("cryptoEncryptedToken");
            var value = new CryptoEncryptedToken
            {
                TokenOID = reader.ObjectIdentifier(),
                Token = Encrypted.Decode(ref reader),
            };
            sequence.End(ref reader);
            return value;
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            writer.ObjectIdentifier(TokenOID);
            Token.Encode(ref writer);
        }
    }

    public sealed record CryptoSignedToken : CryptoToken
    {
        public required ObjectIdentifier TokenOID { get; init; }
        public required Signed Token { get; init; }

        internal static CryptoSignedToken DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginPlainSequence("cryptoSignedToken");
            var value = new CryptoSignedToken
            {
                TokenOID = reader.ObjectIdentifier(),
                Token = Signed.Decode(ref reader),
            };
            sequence.End(ref reader);
            return value;
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            writer.ObjectIdentifier(TokenOID);
            Token.Encode(ref writer);
        }
    }

    public sealed record CryptoHashedToken : CryptoToken
    {
        public required ObjectIdentifier TokenOID { get; init; }
        public required ClearToken HashedVals { get; init; }
        public required Hashed Token { get; init; }

        internal static CryptoHashedToken DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginPlainSequence("cryptoHashedToken");
            var value = new CryptoHashedToken
            {
                TokenOID = reader.ObjectIdentifier(),
                HashedVals = ClearToken.Decode(ref reader),
                Token = Hashed.Decode(ref reader),
            };
            sequence.End(ref reader);
            return value;
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            writer.ObjectIdentifier(TokenOID);
            HashedVals.Encode(ref writer);
            Token.Encode(ref writer);
        }
    }

    public static CryptoToken Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("CryptoToken", root: 4);
        CryptoToken value = choice.Index switch
        {
            0 => CryptoEncryptedToken.DecodeContents(ref reader),
            1 => CryptoSignedToken.DecodeContents(ref reader),
            2 => CryptoHashedToken.DecodeContents(ref reader),
            3 => new CryptoPwdEncr(Encrypted.Decode(ref reader)),
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
            case CryptoEncryptedToken chosen: choice.Select(ref writer, 0); chosen.EncodeContents(ref writer); break;
            case CryptoSignedToken chosen: choice.Select(ref writer, 1); chosen.EncodeContents(ref writer); break;
            case CryptoHashedToken chosen: choice.Select(ref writer, 2); chosen.EncodeContents(ref writer); break;
            case CryptoPwdEncr chosen: choice.Select(ref writer, 3); chosen.Value.Encode(ref writer); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}
