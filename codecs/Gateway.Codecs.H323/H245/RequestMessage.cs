using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Conferences;
using Gateway.Codecs.H323.H245.Generic;
using Gateway.Codecs.H323.H245.Modes;
using Gateway.Codecs.H323.H245.Multiplexes;

namespace Gateway.Codecs.H323.H245;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record RequestMessage : IPerType<RequestMessage>
{
    private RequestMessage() { }

    public sealed record NonStandard(NonStandardMessage Value) : RequestMessage;

    public sealed record MasterSlaveDetermination(H245.MasterSlaveDetermination Value) : RequestMessage;

    public sealed record TerminalCapabilitySet(H245.TerminalCapabilitySet Value) : RequestMessage;

    public sealed record OpenLogicalChannel(H245.OpenLogicalChannel Value) : RequestMessage;

    public sealed record CloseLogicalChannel(H245.CloseLogicalChannel Value) : RequestMessage;

    public sealed record RequestChannelClose(H245.RequestChannelClose Value) : RequestMessage;

    public sealed record MultiplexEntrySend(H245.Multiplexes.MultiplexEntrySend Value) : RequestMessage;

    public sealed record RequestMultiplexEntry(H245.Multiplexes.RequestMultiplexEntry Value) : RequestMessage;

    public sealed record RequestMode(H245.Modes.RequestMode Value) : RequestMessage;

    public sealed record RoundTripDelayRequest(H245.RoundTripDelayRequest Value) : RequestMessage;

    public sealed record MaintenanceLoopRequest(H245.MaintenanceLoopRequest Value) : RequestMessage;

    public sealed record CommunicationModeRequest(H245.Conferences.CommunicationModeRequest Value) : RequestMessage;

    public sealed record ConferenceRequest(H245.Conferences.ConferenceRequest Value) : RequestMessage;

    public sealed record MultilinkRequest(H245.Multiplexes.MultilinkRequest Value) : RequestMessage;

    public sealed record LogicalChannelRateRequest(H245.LogicalChannelRateRequest Value) : RequestMessage;

    public sealed record GenericRequest(GenericMessage Value) : RequestMessage;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : RequestMessage;

    public static RequestMessage Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("RequestMessage", root: 11, additions: 5);
        RequestMessage value = choice.Index switch
        {
            0 => new NonStandard(NonStandardMessage.Decode(ref reader)),
            1 => new MasterSlaveDetermination(H245.MasterSlaveDetermination.Decode(ref reader)),
            2 => new TerminalCapabilitySet(H245.TerminalCapabilitySet.Decode(ref reader)),
            3 => new OpenLogicalChannel(H245.OpenLogicalChannel.Decode(ref reader)),
            4 => new CloseLogicalChannel(H245.CloseLogicalChannel.Decode(ref reader)),
            5 => new RequestChannelClose(H245.RequestChannelClose.Decode(ref reader)),
            6 => new MultiplexEntrySend(H245.Multiplexes.MultiplexEntrySend.Decode(ref reader)),
            7 => new RequestMultiplexEntry(H245.Multiplexes.RequestMultiplexEntry.Decode(ref reader)),
            8 => new RequestMode(H245.Modes.RequestMode.Decode(ref reader)),
            9 => new RoundTripDelayRequest(H245.RoundTripDelayRequest.Decode(ref reader)),
            10 => new MaintenanceLoopRequest(H245.MaintenanceLoopRequest.Decode(ref reader)),
            11 => new CommunicationModeRequest(H245.Conferences.CommunicationModeRequest.Decode(ref reader)),
            12 => new ConferenceRequest(H245.Conferences.ConferenceRequest.Decode(ref reader)),
            13 => new MultilinkRequest(H245.Multiplexes.MultilinkRequest.Decode(ref reader)),
            14 => new LogicalChannelRateRequest(H245.LogicalChannelRateRequest.Decode(ref reader)),
            15 => new GenericRequest(GenericMessage.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 11);
        switch (this)
        {
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case MasterSlaveDetermination alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case TerminalCapabilitySet alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case OpenLogicalChannel alternative:
                choice.Select(ref writer, 3);
                alternative.Value.Encode(ref writer);
                break;
            case CloseLogicalChannel alternative:
                choice.Select(ref writer, 4);
                alternative.Value.Encode(ref writer);
                break;
            case RequestChannelClose alternative:
                choice.Select(ref writer, 5);
                alternative.Value.Encode(ref writer);
                break;
            case MultiplexEntrySend alternative:
                choice.Select(ref writer, 6);
                alternative.Value.Encode(ref writer);
                break;
            case RequestMultiplexEntry alternative:
                choice.Select(ref writer, 7);
                alternative.Value.Encode(ref writer);
                break;
            case RequestMode alternative:
                choice.Select(ref writer, 8);
                alternative.Value.Encode(ref writer);
                break;
            case RoundTripDelayRequest alternative:
                choice.Select(ref writer, 9);
                alternative.Value.Encode(ref writer);
                break;
            case MaintenanceLoopRequest alternative:
                choice.Select(ref writer, 10);
                alternative.Value.Encode(ref writer);
                break;
            case CommunicationModeRequest alternative:
                choice.Select(ref writer, 11);
                alternative.Value.Encode(ref writer);
                break;
            case ConferenceRequest alternative:
                choice.Select(ref writer, 12);
                alternative.Value.Encode(ref writer);
                break;
            case MultilinkRequest alternative:
                choice.Select(ref writer, 13);
                alternative.Value.Encode(ref writer);
                break;
            case LogicalChannelRateRequest alternative:
                choice.Select(ref writer, 14);
                alternative.Value.Encode(ref writer);
                break;
            case GenericRequest alternative:
                choice.Select(ref writer, 15);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
