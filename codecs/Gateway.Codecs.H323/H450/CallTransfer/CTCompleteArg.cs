using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.CallTransfer;

/// <summary>CTCompleteArg (H.450.2 (02/1998) 9): tells an endpoint that its call was transferred by an entity on the way.</summary>
public sealed record CTCompleteArg : IPerType<CTCompleteArg>
{
    public required EndDesignation EndDesignation { get; init; }
    public required EndpointAddress RedirectionNumber { get; init; }
    /// <summary>Complete Q.931 information elements (H225InformationElement).</summary>
    public byte[]? BasicCallInfoElements { get; init; }
    public string? RedirectionInfo { get; init; }
    public CallStatus CallStatus { get; init; }
    public ArgumentExtension? ArgumentExtension { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static CTCompleteArg Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CTCompleteArg", optionals: 4);
        return new CTCompleteArg
        {
            EndDesignation = (EndDesignation)reader.Enumerated(root: 2),
            RedirectionNumber = EndpointAddress.Decode(ref reader),
            BasicCallInfoElements = sequence.Optional() ? reader.OctetString() : null,
            RedirectionInfo = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            CallStatus = sequence.Optional() ? (CallStatus)reader.Enumerated(root: 2) : CallStatus.Answered,
            ArgumentExtension = sequence.Optional() ? ArgumentExtension.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 4, tail: Extensions);
        writer.Enumerated((int)EndDesignation, root: 2);
        RedirectionNumber.Encode(ref writer);
        if (sequence.Optional(ref writer, BasicCallInfoElements))
            writer.OctetString(BasicCallInfoElements);
        if (sequence.Optional(ref writer, RedirectionInfo))
            writer.String(RedirectionInfo, PerAlphabet.Bmp, 1, 128);
        if (sequence.Optional(ref writer, CallStatus != CallStatus.Answered))
            writer.Enumerated((int)CallStatus, root: 2);
        if (sequence.Optional(ref writer, ArgumentExtension))
            ArgumentExtension.Encode(ref writer);
        sequence.End(ref writer);
    }
}
