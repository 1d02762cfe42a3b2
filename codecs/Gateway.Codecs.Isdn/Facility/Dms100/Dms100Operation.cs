using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Dms100;

/// <summary>Release link trunk operation values (Nortel NIS-A211-1). The switch wants invoke identity = operation value.</summary>
internal static class Dms100Operation
{
    public static Operation? Decode(Code code, ref BerReader reader) => code.LocalValue switch
    {
        RltOperationIndication.Value => new RltOperationIndication(),
        RltThirdParty.Value => RltThirdParty.Decode(ref reader),
        _ => null,
    };

    public static OperationResult? DecodeResult(Code code, ref BerReader reader) => code.LocalValue switch
    {
        RltOperationIndication.Value => RltOperationIndicationResult.Decode(ref reader),
        _ => null,
    };
}

/// <summary>Local error values of release link trunk (Nortel NIS-A211-1).</summary>
public enum RltError
{
    BridgeFail = 0x10,
    CallIdNotFound = 0x11,
    NotAllowed = 0x12,
    SwitchEquipmentCongestion = 0x13,
}
