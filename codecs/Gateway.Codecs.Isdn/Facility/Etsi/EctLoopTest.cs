using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Etsi;

/// <summary>What the other network knows of a transfer identity (EN 300 369-1 V1.2.4, clause 7).</summary>
public enum LoopResult
{
    InsufficientInformation,
    NoLoopExists,
    SimultaneousTransfer,
}

/// <summary>
/// EctLoopTest, 0.4.0.369.1.6 (EN 300 369-1 V1.2.4, clause 7): guards against transfers in a circle between private networks. Answer:
/// <see cref="EctLoopTestResult"/>.
/// <code>02 callTransferIdentity</code>
/// </summary>
public sealed record EctLoopTest(int CallTransferIdentity) : Operation
{
    internal const int Arc = 6;

    public override Code Code => EtsiOperation.Ect("6");

    internal static EctLoopTest Decode(ref BerReader reader) => new(reader.ReadInteger("callTransferIdentity"));

    internal override void EncodeArgument(ref BerWriter writer) => writer.WriteInteger(CallTransferIdentity);
}

/// <summary>
/// <code>0A loopResult</code>
/// </summary>
public sealed record EctLoopTestResult(LoopResult LoopResult) : OperationResult
{
    public override Code? Code => EtsiOperation.Ect("6");

    internal static EctLoopTestResult Decode(ref BerReader reader) => new((LoopResult)reader.ReadEnumerated("loopResult"));

    internal override void EncodeResult(ref BerWriter writer) => writer.WriteEnumerated((int)LoopResult);
}
