using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.H225;

/// <summary>CryptoH323Token (H.225.0 (12/2009) 7.6, Annex H).</summary>
public abstract record CryptoH323Token : IPerType<CryptoH323Token>
{
    private CryptoH323Token()
    {
    }

    public sealed record CryptoEPPwdEncr(Encrypted Value) : CryptoH323Token;
    public sealed record CryptoGKPwdEncr(Encrypted Value) : CryptoH323Token;
    public sealed record CryptoEPCert(Signed Value) : CryptoH323Token;
    public sealed record CryptoGKCert(Signed Value) : CryptoH323Token;
    public sealed record CryptoFastStart(Signed Value) : CryptoH323Token;
    public sealed record NestedcryptoToken(CryptoToken Value) : CryptoH323Token;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : CryptoH323Token;

    public sealed record CryptoEPPwdHash : CryptoH323Token
    {
        public required AliasAddress Alias { get; init; }
        public required uint TimeStamp { get; init; }
        public required Hashed Token { get; init; }

        internal static CryptoEPPwdHash DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginPlainSequence("cryptoEPPwdHash");
            var value = new CryptoEPPwdHash
            {
                Alias = AliasAddress.Decode(ref reader),
                TimeStamp = reader.Integer(1u, uint.MaxValue),
                Token = Hashed.Decode(ref reader),
            };
            sequence.End(ref reader);
            return value;
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            Alias.Encode(ref writer);
            writer.Integer(TimeStamp, 1u, uint.MaxValue);
            Token.Encode(ref writer);
        }
    }

    public sealed record CryptoGKPwdHash : CryptoH323Token
    {
        public required string GatekeeperId { get; init; }
        public required uint TimeStamp { get; init; }
        public required Hashed Token { get; init; }

        internal static CryptoGKPwdHash DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginPlainSequence("cryptoGKPwdHash");
            var value = new CryptoGKPwdHash
            {
                GatekeeperId = reader.String(PerAlphabet.Bmp, 1, 128),
                TimeStamp = reader.Integer(1u, uint.MaxValue),
                Token = Hashed.Decode(ref reader),
            };
            sequence.End(ref reader);
            return value;
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            writer.String(GatekeeperId, PerAlphabet.Bmp, 1, 128);
            writer.Integer(TimeStamp, 1u, uint.MaxValue);
            Token.Encode(ref writer);
        }
    }

    public static CryptoH323Token Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("CryptoH323Token", root: 8);
        CryptoH323Token value = choice.Index switch
        {
            0 => CryptoEPPwdHash.DecodeContents(ref reader),
            1 => CryptoGKPwdHash.DecodeContents(ref reader),
            2 => new CryptoEPPwdEncr(Encrypted.Decode(ref reader)),
            3 => new CryptoGKPwdEncr(Encrypted.Decode(ref reader)),
            4 => new CryptoEPCert(Signed.Decode(ref reader)),
            5 => new CryptoGKCert(Signed.Decode(ref reader)),
            6 => new CryptoFastStart(Signed.Decode(ref reader)),
            7 => new NestedcryptoToken(CryptoToken.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 8);
        switch (this)
        {
            case CryptoEPPwdHash chosen: choice.Select(ref writer, 0); chosen.EncodeContents(ref writer); break;
            case CryptoGKPwdHash chosen: choice.Select(ref writer, 1); chosen.EncodeContents(ref writer); break;
            case CryptoEPPwdEncr chosen: choice.Select(ref writer, 2); chosen.Value.Encode(ref writer); break;
            case CryptoGKPwdEncr chosen: choice.Select(ref writer, 3); chosen.Value.Encode(ref writer); break;
            case CryptoEPCert chosen: choice.Select(ref writer, 4); chosen.Value.Encode(ref writer); break;
            case CryptoGKCert chosen: choice.Select(ref writer, 5); chosen.Value.Encode(ref writer); break;
            case CryptoFastStart chosen: choice.Select(ref writer, 6); chosen.Value.Encode(ref writer); break;
            case NestedcryptoToken chosen: choice.Select(ref writer, 7); chosen.Value.Encode(ref writer); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}
