using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Etsi;

/// <summary>
/// EctLinkIdRequest, 0.4.0.369.1.4 (EN 300 369-1 V1.2.4, clause 7): asks for an identity of the call on whose reference it is sent. No
/// argument. Answer: <see cref="EctLinkIdRequestResult"/>.
/// </summary>
public sealed record EctLinkIdRequest : Operation
{
    internal const int Arc = 4;

    public override Code Code => EtsiOperation.Ect("4");

    internal override void EncodeArgument(ref BerWriter writer)
    {
    }
}

/// <summary>
/// <code>02 linkId</code>
/// </summary>
public sealed record EctLinkIdRequestResult(int LinkId) : OperationResult
{
    public override Code? Code => EtsiOperation.Ect("4");

    internal static EctLinkIdRequestResult Decode(ref BerReader reader) => new(reader.ReadInteger("linkId"));

    internal override void EncodeResult(ref BerWriter writer) => writer.WriteInteger(LinkId);
}
