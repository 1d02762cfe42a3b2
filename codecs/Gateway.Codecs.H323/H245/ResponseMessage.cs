using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Conferences;
using Gateway.Codecs.H323.H245.Generic;
using Gateway.Codecs.H323.H245.Modes;
using Gateway.Codecs.H323.H245.Multiplexes;

namespace Gateway.Codecs.H323.H245;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record ResponseMessage : IPerType<ResponseMessage>
{
    private ResponseMessage() { }

    public sealed record NonStandard(NonStandardMessage Value) : ResponseMessage;

    public sealed record MasterSlaveDeterminationAck(H245.MasterSlaveDeterminationAck Value) : ResponseMessage;

    public sealed record MasterSlaveDeterminationReject(H245.MasterSlaveDeterminationReject Value) : ResponseMessage;

    public sealed record TerminalCapabilitySetAck(H245.TerminalCapabilitySetAck Value) : ResponseMessage;

    public sealed record TerminalCapabilitySetReject(H245.TerminalCapabilitySetReject Value) : ResponseMessage;

    public sealed record OpenLogicalChannelAck(H245.OpenLogicalChannelAck Value) : ResponseMessage;

    public sealed record OpenLogicalChannelReject(H245.OpenLogicalChannelReject Value) : ResponseMessage;

    public sealed record CloseLogicalChannelAck(H245.CloseLogicalChannelAck Value) : ResponseMessage;

    public sealed record RequestChannelCloseAck(H245.RequestChannelCloseAck Value) : ResponseMessage;

    public sealed record RequestChannelCloseReject(H245.RequestChannelCloseReject Value) : ResponseMessage;

    public sealed record MultiplexEntrySendAck(H245.Multiplexes.MultiplexEntrySendAck Value) : ResponseMessage;

    public sealed record MultiplexEntrySendReject(H245.Multiplexes.MultiplexEntrySendReject Value) : ResponseMessage;

    public sealed record RequestMultiplexEntryAck(H245.Multiplexes.RequestMultiplexEntryAck Value) : ResponseMessage;

    public sealed record RequestMultiplexEntryReject(H245.Multiplexes.RequestMultiplexEntryReject Value) : ResponseMessage;

    public sealed record RequestModeAck(H245.Modes.RequestModeAck Value) : ResponseMessage;

    public sealed record RequestModeReject(H245.Modes.RequestModeReject Value) : ResponseMessage;

    public sealed record RoundTripDelayResponse(H245.RoundTripDelayResponse Value) : ResponseMessage;

    public sealed record MaintenanceLoopAck(H245.MaintenanceLoopAck Value) : ResponseMessage;

    public sealed record MaintenanceLoopReject(H245.MaintenanceLoopReject Value) : ResponseMessage;

    public sealed record CommunicationModeResponse(H245.Conferences.CommunicationModeResponse Value) : ResponseMessage;

    public sealed record ConferenceResponse(H245.Conferences.ConferenceResponse Value) : ResponseMessage;

    public sealed record MultilinkResponse(H245.Multiplexes.MultilinkResponse Value) : ResponseMessage;

    public sealed record LogicalChannelRateAcknowledge(H245.LogicalChannelRateAcknowledge Value) : ResponseMessage;

    public sealed record LogicalChannelRateReject(H245.LogicalChannelRateReject Value) : ResponseMessage;

    public sealed record GenericResponse(GenericMessage Value) : ResponseMessage;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : ResponseMessage;

    public static ResponseMessage Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("ResponseMessage", root: 19, additions: 6);
        ResponseMessage value = choice.Index switch
        {
            0 => new NonStandard(NonStandardMessage.Decode(ref reader)),
            1 => new MasterSlaveDeterminationAck(H245.MasterSlaveDeterminationAck.Decode(ref reader)),
            2 => new MasterSlaveDeterminationReject(H245.MasterSlaveDeterminationReject.Decode(ref reader)),
            3 => new TerminalCapabilitySetAck(H245.TerminalCapabilitySetAck.Decode(ref reader)),
            4 => new TerminalCapabilitySetReject(H245.TerminalCapabilitySetReject.Decode(ref reader)),
            5 => new OpenLogicalChannelAck(H245.OpenLogicalChannelAck.Decode(ref reader)),
            6 => new OpenLogicalChannelReject(H245.OpenLogicalChannelReject.Decode(ref reader)),
            7 => new CloseLogicalChannelAck(H245.CloseLogicalChannelAck.Decode(ref reader)),
            8 => new RequestChannelCloseAck(H245.RequestChannelCloseAck.Decode(ref reader)),
            9 => new RequestChannelCloseReject(H245.RequestChannelCloseReject.Decode(ref reader)),
            10 => new MultiplexEntrySendAck(H245.Multiplexes.MultiplexEntrySendAck.Decode(ref reader)),
            11 => new MultiplexEntrySendReject(H245.Multiplexes.MultiplexEntrySendReject.Decode(ref reader)),
            12 => new RequestMultiplexEntryAck(H245.Multiplexes.RequestMultiplexEntryAck.Decode(ref reader)),
            13 => new RequestMultiplexEntryReject(H245.Multiplexes.RequestMultiplexEntryReject.Decode(ref reader)),
            14 => new RequestModeAck(H245.Modes.RequestModeAck.Decode(ref reader)),
            15 => new RequestModeReject(H245.Modes.RequestModeReject.Decode(ref reader)),
            16 => new RoundTripDelayResponse(H245.RoundTripDelayResponse.Decode(ref reader)),
            17 => new MaintenanceLoopAck(H245.MaintenanceLoopAck.Decode(ref reader)),
            18 => new MaintenanceLoopReject(H245.MaintenanceLoopReject.Decode(ref reader)),
            19 => new CommunicationModeResponse(H245.Conferences.CommunicationModeResponse.Decode(ref reader)),
            20 => new ConferenceResponse(H245.Conferences.ConferenceResponse.Decode(ref reader)),
            21 => new MultilinkResponse(H245.Multiplexes.MultilinkResponse.Decode(ref reader)),
            22 => new LogicalChannelRateAcknowledge(H245.LogicalChannelRateAcknowledge.Decode(ref reader)),
            23 => new LogicalChannelRateReject(H245.LogicalChannelRateReject.Decode(ref reader)),
            24 => new GenericResponse(GenericMessage.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 19);
        switch (this)
        {
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case MasterSlaveDeterminationAck alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case MasterSlaveDeterminationReject alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case TerminalCapabilitySetAck alternative:
                choice.Select(ref writer, 3);
                alternative.Value.Encode(ref writer);
                break;
            case TerminalCapabilitySetReject alternative:
                choice.Select(ref writer, 4);
                alternative.Value.Encode(ref writer);
                break;
            case OpenLogicalChannelAck alternative:
                choice.Select(ref writer, 5);
                alternative.Value.Encode(ref writer);
                break;
            case OpenLogicalChannelReject alternative:
                choice.Select(ref writer, 6);
                alternative.Value.Encode(ref writer);
                break;
            case CloseLogicalChannelAck alternative:
                choice.Select(ref writer, 7);
                alternative.Value.Encode(ref writer);
                break;
            case RequestChannelCloseAck alternative:
                choice.Select(ref writer, 8);
                alternative.Value.Encode(ref writer);
                break;
            case RequestChannelCloseReject alternative:
                choice.Select(ref writer, 9);
                alternative.Value.Encode(ref writer);
                break;
            case MultiplexEntrySendAck alternative:
                choice.Select(ref writer, 10);
                alternative.Value.Encode(ref writer);
                break;
            case MultiplexEntrySendReject alternative:
                choice.Select(ref writer, 11);
                alternative.Value.Encode(ref writer);
                break;
            case RequestMultiplexEntryAck alternative:
                choice.Select(ref writer, 12);
                alternative.Value.Encode(ref writer);
                break;
            case RequestMultiplexEntryReject alternative:
                choice.Select(ref writer, 13);
                alternative.Value.Encode(ref writer);
                break;
            case RequestModeAck alternative:
                choice.Select(ref writer, 14);
                alternative.Value.Encode(ref writer);
                break;
            case RequestModeReject alternative:
                choice.Select(ref writer, 15);
                alternative.Value.Encode(ref writer);
                break;
            case RoundTripDelayResponse alternative:
                choice.Select(ref writer, 16);
                alternative.Value.Encode(ref writer);
                break;
            case MaintenanceLoopAck alternative:
                choice.Select(ref writer, 17);
                alternative.Value.Encode(ref writer);
                break;
            case MaintenanceLoopReject alternative:
                choice.Select(ref writer, 18);
                alternative.Value.Encode(ref writer);
                break;
            case CommunicationModeResponse alternative:
                choice.Select(ref writer, 19);
                alternative.Value.Encode(ref writer);
                break;
            case ConferenceResponse alternative:
                choice.Select(ref writer, 20);
                alternative.Value.Encode(ref writer);
                break;
            case MultilinkResponse alternative:
                choice.Select(ref writer, 21);
                alternative.Value.Encode(ref writer);
                break;
            case LogicalChannelRateAcknowledge alternative:
                choice.Select(ref writer, 22);
                alternative.Value.Encode(ref writer);
                break;
            case LogicalChannelRateReject alternative:
                choice.Select(ref writer, 23);
                alternative.Value.Encode(ref writer);
                break;
            case GenericResponse alternative:
                choice.Select(ref writer, 24);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
