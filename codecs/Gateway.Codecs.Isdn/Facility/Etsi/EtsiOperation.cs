using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Etsi;

/// <summary>
/// ETSI operation values: explicit call transfer (EN 300 369-1 V1.2.4, clause 7) under <see cref="EctRoot"/> except EctExecute, diversion
/// (EN 300 207-1 V1.2.5, clause 7) as local values.
/// </summary>
internal static class EtsiOperation
{
    public const string EctRoot = "0.4.0.369.1.";

    public static Operation? Decode(Code code, ref BerReader reader) => code.LocalValue is { } local
        ? DecodeLocal(local, ref reader)
        : DecodeEct(Argument.NumberUnder(EctRoot, code), ref reader);

    public static OperationResult? DecodeResult(Code code, ref BerReader reader) => Argument.NumberUnder(EctRoot, code) switch
    {
        EctLinkIdRequest.Arc => EctLinkIdRequestResult.Decode(ref reader),
        EctLoopTest.Arc => EctLoopTestResult.Decode(ref reader),
        _ => null,
    };

    public static Code Ect(string arc) => Code.Global(EctRoot + arc);

    private static Operation? DecodeLocal(int value, ref BerReader reader) => value switch
    {
        EctExecute.Value => new EctExecute(),
        CallDeflection.Value => CallDeflection.Decode(ref reader),
        CallRerouting.Value => CallRerouting.Decode(ref reader),
        DivertingLegInformation1.Value => DivertingLegInformation1.Decode(ref reader),
        DivertingLegInformation2.Value => DivertingLegInformation2.Decode(ref reader),
        DivertingLegInformation3.Value => DivertingLegInformation3.Decode(ref reader),
        _ => null,
    };

    private static Operation? DecodeEct(int? arc, ref BerReader reader) => arc switch
    {
        ExplicitEctExecute.Arc => ExplicitEctExecute.Decode(ref reader),
        RequestSubaddress.Arc => new RequestSubaddress(),
        SubaddressTransfer.Arc => SubaddressTransfer.Decode(ref reader),
        EctLinkIdRequest.Arc => new EctLinkIdRequest(),
        EctInform.Arc => EctInform.Decode(ref reader),
        EctLoopTest.Arc => EctLoopTest.Decode(ref reader),
        _ => null,
    };
}
