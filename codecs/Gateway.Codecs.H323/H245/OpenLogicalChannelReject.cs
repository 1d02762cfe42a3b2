using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Generic;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record OpenLogicalChannelReject : IPerType<OpenLogicalChannelReject>
{
    public required int ForwardLogicalChannelNumber { get; init; }

    public required OpenLogicalChannelRejectCause Cause { get; init; }

    public IReadOnlyList<GenericMessage>? GenericInformation { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static OpenLogicalChannelReject Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("OpenLogicalChannelReject");
        return new OpenLogicalChannelReject
        {
            ForwardLogicalChannelNumber = reader.Integer(1, 65535),
            Cause = (OpenLogicalChannelRejectCause)NullChoice.Decode(ref reader, "OpenLogicalChannelRejectCause", 6, 10),
            GenericInformation = sequence.Addition(ref reader) ? reader.SequenceOf<GenericMessage>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 1, tail: Extensions);
        writer.Integer(ForwardLogicalChannelNumber, 1, 65535);
        NullChoice.Encode(ref writer, (int)Cause, 6);
        if (sequence.Addition(ref writer, GenericInformation))
            writer.SequenceOf(GenericInformation);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, OpenLogicalChannelReject).</summary>
public enum OpenLogicalChannelRejectCause
{
    Unspecified,
    UnsuitableReverseParameters,
    DataTypeNotSupported,
    DataTypeNotAvailable,
    UnknownDataType,
    DataTypeALCombinationNotSupported,
    MulticastChannelNotAllowed,
    InsufficientBandwidth,
    SeparateStackEstablishmentFailed,
    InvalidSessionID,
    MasterSlaveConflict,
    WaitForCommunicationMode,
    InvalidDependentChannel,
    ReplacementForRejected,
    SecurityDenied,
    QoSControlNotSupported,
}
