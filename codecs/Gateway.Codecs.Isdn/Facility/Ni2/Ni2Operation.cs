using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Qsig;

namespace Gateway.Codecs.Isdn.Facility.Ni2;

/// <summary>
/// National ISDN operation values (GR-2865, ANSI T1.643) under <see cref="Root"/>; names come with QSIG's local value 0.
/// </summary>
internal static class Ni2Operation
{
    public const string Root = "1.2.840.10005.0.";

    public static Operation? Decode(Code code, ref BerReader reader) => code.LocalValue == CallingName.Value
        ? new CallingName(NameArgument.Decode(ref reader))
        : Argument.NumberUnder(Root, code) switch
        {
            InformationFollowing.Arc => InformationFollowing.Decode(ref reader),
            TwoBChannelTransfer.Arc => TwoBChannelTransfer.Decode(ref reader),
            _ => null,
        };
}
