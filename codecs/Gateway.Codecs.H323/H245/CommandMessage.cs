using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Conferences;
using Gateway.Codecs.H323.H245.Generic;
using Gateway.Codecs.H323.H245.Multiplexes;
using Gateway.Codecs.H323.H245.Security;

namespace Gateway.Codecs.H323.H245;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record CommandMessage : IPerType<CommandMessage>
{
    private CommandMessage() { }

    public sealed record NonStandard(NonStandardMessage Value) : CommandMessage;

    public sealed record MaintenanceLoopOffCommand(H245.MaintenanceLoopOffCommand Value) : CommandMessage;

    public sealed record SendTerminalCapabilitySet(H245.SendTerminalCapabilitySet Value) : CommandMessage;

    public sealed record EncryptionCommand(H245.Security.EncryptionCommand Value) : CommandMessage;

    public sealed record FlowControlCommand(H245.FlowControlCommand Value) : CommandMessage;

    public sealed record EndSessionCommand(H245.EndSessionCommand Value) : CommandMessage;

    public sealed record MiscellaneousCommand(H245.MiscellaneousCommand Value) : CommandMessage;

    public sealed record CommunicationModeCommand(H245.Conferences.CommunicationModeCommand Value) : CommandMessage;

    public sealed record ConferenceCommand(H245.Conferences.ConferenceCommand Value) : CommandMessage;

    public sealed record H223MultiplexReconfiguration(H245.Multiplexes.H223MultiplexReconfiguration Value) : CommandMessage;

    public sealed record NewATMVCCommand(H245.Multiplexes.NewATMVCCommand Value) : CommandMessage;

    public sealed record MobileMultilinkReconfigurationCommand(H245.Multiplexes.MobileMultilinkReconfigurationCommand Value) : CommandMessage;

    public sealed record GenericCommand(GenericMessage Value) : CommandMessage;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : CommandMessage;

    public static CommandMessage Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("CommandMessage", root: 7, additions: 6);
        CommandMessage value = choice.Index switch
        {
            0 => new NonStandard(NonStandardMessage.Decode(ref reader)),
            1 => new MaintenanceLoopOffCommand(H245.MaintenanceLoopOffCommand.Decode(ref reader)),
            2 => new SendTerminalCapabilitySet(H245.SendTerminalCapabilitySet.Decode(ref reader)),
            3 => new EncryptionCommand(H245.Security.EncryptionCommand.Decode(ref reader)),
            4 => new FlowControlCommand(H245.FlowControlCommand.Decode(ref reader)),
            5 => new EndSessionCommand(H245.EndSessionCommand.Decode(ref reader)),
            6 => new MiscellaneousCommand(H245.MiscellaneousCommand.Decode(ref reader)),
            7 => new CommunicationModeCommand(H245.Conferences.CommunicationModeCommand.Decode(ref reader)),
            8 => new ConferenceCommand(H245.Conferences.ConferenceCommand.Decode(ref reader)),
            9 => new H223MultiplexReconfiguration(H245.Multiplexes.H223MultiplexReconfiguration.Decode(ref reader)),
            10 => new NewATMVCCommand(H245.Multiplexes.NewATMVCCommand.Decode(ref reader)),
            11 => new MobileMultilinkReconfigurationCommand(H245.Multiplexes.MobileMultilinkReconfigurationCommand.Decode(ref reader)),
            12 => new GenericCommand(GenericMessage.Decode(ref reader)),
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
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case MaintenanceLoopOffCommand alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case SendTerminalCapabilitySet alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case EncryptionCommand alternative:
                choice.Select(ref writer, 3);
                alternative.Value.Encode(ref writer);
                break;
            case FlowControlCommand alternative:
                choice.Select(ref writer, 4);
                alternative.Value.Encode(ref writer);
                break;
            case EndSessionCommand alternative:
                choice.Select(ref writer, 5);
                alternative.Value.Encode(ref writer);
                break;
            case MiscellaneousCommand alternative:
                choice.Select(ref writer, 6);
                alternative.Value.Encode(ref writer);
                break;
            case CommunicationModeCommand alternative:
                choice.Select(ref writer, 7);
                alternative.Value.Encode(ref writer);
                break;
            case ConferenceCommand alternative:
                choice.Select(ref writer, 8);
                alternative.Value.Encode(ref writer);
                break;
            case H223MultiplexReconfiguration alternative:
                choice.Select(ref writer, 9);
                alternative.Value.Encode(ref writer);
                break;
            case NewATMVCCommand alternative:
                choice.Select(ref writer, 10);
                alternative.Value.Encode(ref writer);
                break;
            case MobileMultilinkReconfigurationCommand alternative:
                choice.Select(ref writer, 11);
                alternative.Value.Encode(ref writer);
                break;
            case GenericCommand alternative:
                choice.Select(ref writer, 12);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
