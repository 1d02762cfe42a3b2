using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>
/// h323-message-body (H.225.0 (12/2009) Annex H). <see cref="Empty"/> goes with a FACILITY that only transports, in older editions.
/// </summary>
public abstract record H323MessageBody : IPerType<H323MessageBody>
{
    private protected H323MessageBody()
    {
    }

    public sealed record Empty : H323MessageBody;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : H323MessageBody;

    public static H323MessageBody Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("h323-message-body", root: 7, additions: 6);
        H323MessageBody value = choice.Index switch
        {
            0 => SetupUuie.DecodeContents(ref reader),
            1 => CallProceedingUuie.DecodeContents(ref reader),
            2 => ConnectUuie.DecodeContents(ref reader),
            3 => AlertingUuie.DecodeContents(ref reader),
            4 => InformationUuie.DecodeContents(ref reader),
            5 => ReleaseCompleteUuie.DecodeContents(ref reader),
            6 => FacilityUuie.DecodeContents(ref reader),
            7 => ProgressUuie.DecodeContents(ref reader),
            8 => new Empty(),
            9 => StatusUuie.DecodeContents(ref reader),
            10 => StatusInquiryUuie.DecodeContents(ref reader),
            11 => SetupAcknowledgeUuie.DecodeContents(ref reader),
            12 => NotifyUuie.DecodeContents(ref reader),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 7);
        switch (this)
        {
            case SetupUuie: choice.Select(ref writer, 0); break;
            case CallProceedingUuie: choice.Select(ref writer, 1); break;
            case ConnectUuie: choice.Select(ref writer, 2); break;
            case AlertingUuie: choice.Select(ref writer, 3); break;
            case InformationUuie: choice.Select(ref writer, 4); break;
            case ReleaseCompleteUuie: choice.Select(ref writer, 5); break;
            case FacilityUuie: choice.Select(ref writer, 6); break;
            case ProgressUuie: choice.Select(ref writer, 7); break;
            case Empty: choice.Select(ref writer, 8); break;
            case StatusUuie: choice.Select(ref writer, 9); break;
            case StatusInquiryUuie: choice.Select(ref writer, 10); break;
            case SetupAcknowledgeUuie: choice.Select(ref writer, 11); break;
            case NotifyUuie: choice.Select(ref writer, 12); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        EncodeContents(ref writer);
        choice.End(ref writer);
    }

    private protected virtual void EncodeContents(ref PerWriter writer)
    {
    }
}
