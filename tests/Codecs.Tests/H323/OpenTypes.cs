using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;
using Gateway.Codecs.H323.H245;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.H323.H450.CallDiversion;
using Gateway.Codecs.H323.H450.CallHold;
using Gateway.Codecs.H323.H450.CallTransfer;
using Gateway.Codecs.H323.H450.NameIdentification;
using Gateway.Codecs.H323.Ras;

namespace Gateway.Codecs.Tests.H323;

/// <summary>Reads an open type by the name its fixture gives it, and writes it again.</summary>
internal static class OpenTypes
{
    /// <param name="Again">The value encoded again.</param>
    /// <param name="Difference">Compares the value with value notation, as <see cref="ValueNotation.Difference{T}"/> does.</param>
    public sealed record Reading(object Value, DecodeFault? Fault, byte[] Again, Func<string, string?> Difference);

    public static readonly Dictionary<string, Func<byte[], Reading>> ByName = new()
    {
        ["H323-UserInformation"] = Of<H323UserInformation>,
        ["H235Key"] = Of<H235Key>,
        ["KeySignedMaterial"] = Of<KeySignedMaterial>,
        ["MultimediaSystemControlMessage"] = Of<MultimediaSystemControlMessage>,
        ["OpenLogicalChannel"] = Of<OpenLogicalChannel>,
        ["RasMessage"] = Of<RasMessage>,

        // Each is a ClearToken with some components left out.
        ["ClearToken"] = Of<ClearToken>,
        ["FastStartToken"] = Of<ClearToken>,
        ["PwdCertToken"] = Of<ClearToken>,
        ["H4501SupplementaryService"] = Of<H4501SupplementaryService>,
        ["DummyArg"] = Of<ArgumentExtension>,
        ["DummyRes"] = Of<ArgumentExtension>,
        ["CTInitiateArg"] = Of<CTInitiateArg>,
        ["CTSetupArg"] = Of<CTSetupArg>,
        ["CTIdentifyRes"] = Of<CTIdentifyRes>,
        ["CTUpdateArg"] = Of<CTUpdateArg>,
        ["CTActiveArg"] = Of<CTActiveArg>,
        ["CTCompleteArg"] = Of<CTCompleteArg>,
        ["SubaddressTransferArg"] = Of<SubaddressTransferArg>,
        ["DivertingLegInformation1Arg"] = Of<DivertingLegInformation1Arg>,
        ["DivertingLegInformation2Arg"] = Of<DivertingLegInformation2Arg>,
        ["DivertingLegInformation3Arg"] = Of<DivertingLegInformation3Arg>,
        ["CallReroutingArg"] = Of<CallReroutingArg>,
        ["HoldNotificArg"] = Of<HoldNotificArg>,
        ["RetrieveNotificArg"] = Of<RetrieveNotificArg>,
        ["RemoteHoldArg"] = Of<RemoteHoldArg>,
        ["RemoteHoldRes"] = Of<RemoteHoldRes>,
        ["RemoteRetrieveArg"] = Of<RemoteRetrieveArg>,
        ["RemoteRetrieveRes"] = Of<RemoteRetrieveRes>,
        ["NameArg"] = Of<NameArg>,
        ["PAR-unspecified"] = Of<UnspecifiedParameter>,
    };

    /// <summary>What parts the octets from the value that their fixture gives; null when nothing does.</summary>
    public static string? Difference(string type, byte[] octets, string value)
    {
        var reading = ByName[type](octets);
        if (reading.Fault is { } fault)
            return $"{type}: {fault}";
        if (reading.Difference(value) is { } difference)
            return $"{type}: {difference}";
        return reading.Again.AsSpan().SequenceEqual(octets) ? null : $"{type}: {Convert.ToHexString(octets)} became {Convert.ToHexString(reading.Again)}";
    }

    private static Reading Of<T>(byte[] octets) where T : class, IPerType<T>
    {
        var value = PerReader.Decode<T>(octets, out var fault);
        return new Reading(value, fault, PerWriter.Encode(value), expected => ValueNotation.Difference(value, expected));
    }
}
