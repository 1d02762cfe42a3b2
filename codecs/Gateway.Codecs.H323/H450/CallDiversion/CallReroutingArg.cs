using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.CallDiversion;

/// <summary>Argument of callRerouting (H.450.3 (02/1998) 9).</summary>
public sealed record CallReroutingArg : IPerType<CallReroutingArg>
{
    public required DiversionReason ReroutingReason { get; init; }
    public DiversionReason? OriginalReroutingReason { get; init; }
    public required EndpointAddress CalledAddress { get; init; }
    public required int DiversionCounter { get; init; }
    public required byte[] H225InfoElement { get; init; }
    public required EndpointAddress LastReroutingNr { get; init; }
    public required SubscriptionOption SubscriptionOption { get; init; }
    public PartySubaddress? CallingPartySubaddress { get; init; }
    public required EndpointAddress CallingNumber { get; init; }
    public string? CallingInfo { get; init; }
    public EndpointAddress? OriginalCalledNr { get; init; }
    public string? RedirectingInfo { get; init; }
    public string? OriginalCalledInfo { get; init; }
    public ArgumentExtension? Extension { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static CallReroutingArg Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CallReroutingArg", optionals: 7);
        return new CallReroutingArg
        {
            ReroutingReason = (DiversionReason)reader.Enumerated(root: 4),
            OriginalReroutingReason = sequence.Optional() ? (DiversionReason)reader.Enumerated(root: 4) : null,
            CalledAddress = EndpointAddress.Decode(ref reader),
            DiversionCounter = reader.Integer(1, 15),
            H225InfoElement = reader.OctetString(),
            LastReroutingNr = EndpointAddress.Decode(ref reader),
            SubscriptionOption = (SubscriptionOption)reader.Enumerated(root: 3),
            CallingPartySubaddress = sequence.Optional() ? PartySubaddress.Decode(ref reader) : null,
            CallingNumber = EndpointAddress.Decode(ref reader),
            CallingInfo = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            OriginalCalledNr = sequence.Optional() ? EndpointAddress.Decode(ref reader) : null,
            RedirectingInfo = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            OriginalCalledInfo = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            Extension = sequence.Optional() ? ArgumentExtension.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 7, tail: Extensions);
        writer.Enumerated((int)ReroutingReason, root: 4);
        if (sequence.Optional(ref writer, OriginalReroutingReason))
            writer.Enumerated((int)OriginalReroutingReason.Value, root: 4);
        CalledAddress.Encode(ref writer);
        writer.Integer(DiversionCounter, 1, 15);
        writer.OctetString(H225InfoElement);
        LastReroutingNr.Encode(ref writer);
        writer.Enumerated((int)SubscriptionOption, root: 3);
        if (sequence.Optional(ref writer, CallingPartySubaddress))
            CallingPartySubaddress.Encode(ref writer);
        CallingNumber.Encode(ref writer);
        if (sequence.Optional(ref writer, CallingInfo))
            writer.String(CallingInfo, PerAlphabet.Bmp, 1, 128);
        if (sequence.Optional(ref writer, OriginalCalledNr))
            OriginalCalledNr.Encode(ref writer);
        if (sequence.Optional(ref writer, RedirectingInfo))
            writer.String(RedirectingInfo, PerAlphabet.Bmp, 1, 128);
        if (sequence.Optional(ref writer, OriginalCalledInfo))
            writer.String(OriginalCalledInfo, PerAlphabet.Bmp, 1, 128);
        if (sequence.Optional(ref writer, Extension))
            Extension.Encode(ref writer);
        sequence.End(ref writer);
    }
}
