using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.H323.Ras;

/// <summary>RasMessage, one to a datagram (H.225.0 (12/2009) 7.7, Annex H).</summary>
public abstract record RasMessage : IPerType<RasMessage>
{
    private protected RasMessage()
    {
    }

    /// <summary>Several confirms for one ARQ, in order of preference (H.225.0 (12/2009) 7.21, Annex H).</summary>
    public sealed record AdmissionConfirmSequence(IReadOnlyList<Ras.AdmissionConfirm> Value) : RasMessage;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : RasMessage;

    /// <summary>requestSeqNum, which the answer repeats. A sequence of confirms has that of its first; null where there is none.</summary>
    public int? SequenceNumber => this switch
    {
        GatekeeperRequest message => message.RequestSeqNum,
        GatekeeperConfirm message => message.RequestSeqNum,
        GatekeeperReject message => message.RequestSeqNum,
        RegistrationRequest message => message.RequestSeqNum,
        RegistrationConfirm message => message.RequestSeqNum,
        RegistrationReject message => message.RequestSeqNum,
        UnregistrationRequest message => message.RequestSeqNum,
        UnregistrationConfirm message => message.RequestSeqNum,
        UnregistrationReject message => message.RequestSeqNum,
        AdmissionRequest message => message.RequestSeqNum,
        AdmissionConfirm message => message.RequestSeqNum,
        AdmissionReject message => message.RequestSeqNum,
        BandwidthRequest message => message.RequestSeqNum,
        BandwidthConfirm message => message.RequestSeqNum,
        BandwidthReject message => message.RequestSeqNum,
        DisengageRequest message => message.RequestSeqNum,
        DisengageConfirm message => message.RequestSeqNum,
        DisengageReject message => message.RequestSeqNum,
        LocationRequest message => message.RequestSeqNum,
        LocationConfirm message => message.RequestSeqNum,
        LocationReject message => message.RequestSeqNum,
        InfoRequest message => message.RequestSeqNum,
        InfoRequestResponse message => message.RequestSeqNum,
        NonStandardMessage message => message.RequestSeqNum,
        UnknownMessageResponse message => message.RequestSeqNum,
        RequestInProgress message => message.RequestSeqNum,
        ResourcesAvailableIndicate message => message.RequestSeqNum,
        ResourcesAvailableConfirm message => message.RequestSeqNum,
        InfoRequestAck message => message.RequestSeqNum,
        InfoRequestNak message => message.RequestSeqNum,
        ServiceControlIndication message => message.RequestSeqNum,
        ServiceControlResponse message => message.RequestSeqNum,
        AdmissionConfirmSequence { Value: [var first, ..] } => first.RequestSeqNum,
        _ => null,
    };

    public static RasMessage Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("RasMessage", root: 25, additions: 8);
        RasMessage value = choice.Index switch
        {
            0 => GatekeeperRequest.DecodeContents(ref reader),
            1 => GatekeeperConfirm.DecodeContents(ref reader),
            2 => GatekeeperReject.DecodeContents(ref reader),
            3 => RegistrationRequest.DecodeContents(ref reader),
            4 => RegistrationConfirm.DecodeContents(ref reader),
            5 => RegistrationReject.DecodeContents(ref reader),
            6 => UnregistrationRequest.DecodeContents(ref reader),
            7 => UnregistrationConfirm.DecodeContents(ref reader),
            8 => UnregistrationReject.DecodeContents(ref reader),
            9 => AdmissionRequest.DecodeContents(ref reader),
            10 => AdmissionConfirm.DecodeContents(ref reader),
            11 => AdmissionReject.DecodeContents(ref reader),
            12 => BandwidthRequest.DecodeContents(ref reader),
            13 => BandwidthConfirm.DecodeContents(ref reader),
            14 => BandwidthReject.DecodeContents(ref reader),
            15 => DisengageRequest.DecodeContents(ref reader),
            16 => DisengageConfirm.DecodeContents(ref reader),
            17 => DisengageReject.DecodeContents(ref reader),
            18 => LocationRequest.DecodeContents(ref reader),
            19 => LocationConfirm.DecodeContents(ref reader),
            20 => LocationReject.DecodeContents(ref reader),
            21 => InfoRequest.DecodeContents(ref reader),
            22 => InfoRequestResponse.DecodeContents(ref reader),
            23 => NonStandardMessage.DecodeContents(ref reader),
            24 => UnknownMessageResponse.DecodeContents(ref reader),
            25 => RequestInProgress.DecodeContents(ref reader),
            26 => ResourcesAvailableIndicate.DecodeContents(ref reader),
            27 => ResourcesAvailableConfirm.DecodeContents(ref reader),
            28 => InfoRequestAck.DecodeContents(ref reader),
            29 => InfoRequestNak.DecodeContents(ref reader),
            30 => ServiceControlIndication.DecodeContents(ref reader),
            31 => ServiceControlResponse.DecodeContents(ref reader),
            32 => new AdmissionConfirmSequence(reader.SequenceOf<Ras.AdmissionConfirm>(Ras.AdmissionConfirm.DecodeContents)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 25);
        switch (this)
        {
            case GatekeeperRequest: choice.Select(ref writer, 0); break;
            case GatekeeperConfirm: choice.Select(ref writer, 1); break;
            case GatekeeperReject: choice.Select(ref writer, 2); break;
            case RegistrationRequest: choice.Select(ref writer, 3); break;
            case RegistrationConfirm: choice.Select(ref writer, 4); break;
            case RegistrationReject: choice.Select(ref writer, 5); break;
            case UnregistrationRequest: choice.Select(ref writer, 6); break;
            case UnregistrationConfirm: choice.Select(ref writer, 7); break;
            case UnregistrationReject: choice.Select(ref writer, 8); break;
            case AdmissionRequest: choice.Select(ref writer, 9); break;
            case AdmissionConfirm: choice.Select(ref writer, 10); break;
            case AdmissionReject: choice.Select(ref writer, 11); break;
            case BandwidthRequest: choice.Select(ref writer, 12); break;
            case BandwidthConfirm: choice.Select(ref writer, 13); break;
            case BandwidthReject: choice.Select(ref writer, 14); break;
            case DisengageRequest: choice.Select(ref writer, 15); break;
            case DisengageConfirm: choice.Select(ref writer, 16); break;
            case DisengageReject: choice.Select(ref writer, 17); break;
            case LocationRequest: choice.Select(ref writer, 18); break;
            case LocationConfirm: choice.Select(ref writer, 19); break;
            case LocationReject: choice.Select(ref writer, 20); break;
            case InfoRequest: choice.Select(ref writer, 21); break;
            case InfoRequestResponse: choice.Select(ref writer, 22); break;
            case NonStandardMessage: choice.Select(ref writer, 23); break;
            case UnknownMessageResponse: choice.Select(ref writer, 24); break;
            case RequestInProgress: choice.Select(ref writer, 25); break;
            case ResourcesAvailableIndicate: choice.Select(ref writer, 26); break;
            case ResourcesAvailableConfirm: choice.Select(ref writer, 27); break;
            case InfoRequestAck: choice.Select(ref writer, 28); break;
            case InfoRequestNak: choice.Select(ref writer, 29); break;
            case ServiceControlIndication: choice.Select(ref writer, 30); break;
            case ServiceControlResponse: choice.Select(ref writer, 31); break;
            case AdmissionConfirmSequence chosen:
                choice.Select(ref writer, 32);
                writer.SequenceOf(chosen.Value, static (ref w, v) => v.EncodeContents(ref w));
                break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        EncodeContents(ref writer);
        choice.End(ref writer);
    }

    private protected virtual void EncodeContents(ref PerWriter writer)
    {
    }
}
