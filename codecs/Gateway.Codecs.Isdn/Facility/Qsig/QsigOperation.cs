using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// QSIG operation values (ECMA-164, -174, -176, -178, -300; 12/2001 editions). Editions of 1993 wrote them as object identifiers under
/// <see cref="Root"/> with the same last arc: accepted, never sent.
/// </summary>
internal static class QsigOperation
{
    public const string Root = "1.3.12.9.";

    public static Operation? Decode(Code code, ref BerReader reader) => Number(code) switch
    {
        CallingName.Value => new CallingName(NameArgument.Decode(ref reader)),
        CalledName.Value => new CalledName(NameArgument.Decode(ref reader)),
        ConnectedName.Value => new ConnectedName(NameArgument.Decode(ref reader)),
        BusyName.Value => new BusyName(NameArgument.Decode(ref reader)),
        PathReplacePropose.Value => PathReplacePropose.Decode(ref reader),
        PathReplaceSetup.Value => PathReplaceSetup.Decode(ref reader),
        PathReplaceRetain.Value => PathReplaceRetain.Decode(ref reader),
        PathReplaceInvite.Value => PathReplaceInvite.Decode(ref reader),
        CallTransferIdentify.Value => CallTransferIdentify.Decode(ref reader),
        CallTransferAbandon.Value => CallTransferAbandon.Decode(ref reader),
        CallTransferInitiate.Value => CallTransferInitiate.Decode(ref reader),
        CallTransferSetup.Value => CallTransferSetup.Decode(ref reader),
        CallTransferActive.Value => CallTransferActive.Decode(ref reader),
        CallTransferComplete.Value => CallTransferComplete.Decode(ref reader),
        CallTransferUpdate.Value => CallTransferUpdate.Decode(ref reader),
        SubaddressTransfer.Value => SubaddressTransfer.Decode(ref reader),
        CallRerouteing.Value => CallRerouteing.Decode(ref reader),
        DivertingLegInformation1.Value => DivertingLegInformation1.Decode(ref reader),
        DivertingLegInformation2.Value => DivertingLegInformation2.Decode(ref reader),
        DivertingLegInformation3.Value => DivertingLegInformation3.Decode(ref reader),
        CfnrDivertedLegFailed.Value => CfnrDivertedLegFailed.Decode(ref reader),
        SsctInitiate.Value => SsctInitiate.Decode(ref reader),
        SsctSetup.Value => SsctSetup.Decode(ref reader),
        SsctPostDial.Value => SsctPostDial.Decode(ref reader),
        SsctDigitInfo.Value => SsctDigitInfo.Decode(ref reader),
        _ => null,
    };

    public static OperationResult? DecodeResult(Code code, ref BerReader reader) =>
        Number(code) switch
        {
            CallTransferIdentify.Value => CallTransferIdentifyResult.Decode(ref reader),
            PathReplaceSetup.Value or PathReplaceRetain.Value or CallTransferInitiate.Value or CallTransferSetup.Value
                or CallRerouteing.Value or SsctInitiate.Value => DummyResult.Decode(Number(code)!.Value, ref reader),
            _ => null,
        };

    private static int? Number(Code code) => code.LocalValue ?? Argument.NumberUnder(Root, code);
}
