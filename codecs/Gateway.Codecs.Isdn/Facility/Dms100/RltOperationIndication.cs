using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Dms100;

/// <summary>
/// RLT operation indication, local 1 (Nortel NIS-A211-1): in the SETUP of the second call, asks for its identity. No argument. Answer, in
/// ALERTING or CONNECT: <see cref="RltOperationIndicationResult"/>.
/// </summary>
public sealed record RltOperationIndication : Operation
{
    internal const int Value = 1;

    /// <summary>The only invoke identity it may be sent with.</summary>
    public const int InvokeId = Value;

    public override Code Code => Code.Local(Value);

    internal override void EncodeArgument(ref BerWriter writer)
    {
    }
}

/// <summary>
/// <code>80 callId, 24 bits</code>
/// </summary>
public sealed record RltOperationIndicationResult(int CallId) : OperationResult
{
    private const int CallIdTag = 0;

    public override Code? Code => Facility.Code.Local(RltOperationIndication.Value);

    internal static RltOperationIndicationResult Decode(ref BerReader reader) =>
        new(reader.ReadInteger(BerTag.Context(CallIdTag), "callId"));

    internal override void EncodeResult(ref BerWriter writer) => writer.WriteInteger(BerTag.Context(CallIdTag), CallId);
}
