using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Conferences;
using Gateway.Codecs.H323.H245.Generic;
using Gateway.Codecs.H323.H245.Modes;
using Gateway.Codecs.H323.H245.Multiplexes;

namespace Gateway.Codecs.H323.H245;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record IndicationMessage : IPerType<IndicationMessage>
{
    private IndicationMessage() { }

    public sealed record NonStandard(NonStandardMessage Value) : IndicationMessage;

    public sealed record FunctionNotUnderstood(H245.FunctionNotUnderstood Value) : IndicationMessage;

    public sealed record MasterSlaveDeterminationRelease(H245.MasterSlaveDeterminationRelease Value) : IndicationMessage;

    public sealed record TerminalCapabilitySetRelease(H245.TerminalCapabilitySetRelease Value) : IndicationMessage;

    public sealed record OpenLogicalChannelConfirm(H245.OpenLogicalChannelConfirm Value) : IndicationMessage;

    public sealed record RequestChannelCloseRelease(H245.RequestChannelCloseRelease Value) : IndicationMessage;

    public sealed record MultiplexEntrySendRelease(H245.Multiplexes.MultiplexEntrySendRelease Value) : IndicationMessage;

    public sealed record RequestMultiplexEntryRelease(H245.Multiplexes.RequestMultiplexEntryRelease Value) : IndicationMessage;

    public sealed record RequestModeRelease(H245.Modes.RequestModeRelease Value) : IndicationMessage;

    public sealed record MiscellaneousIndication(H245.MiscellaneousIndication Value) : IndicationMessage;

    public sealed record JitterIndication(H245.JitterIndication Value) : IndicationMessage;

    public sealed record H223SkewIndication(H245.Multiplexes.H223SkewIndication Value) : IndicationMessage;

    public sealed record NewATMVCIndication(H245.Multiplexes.NewATMVCIndication Value) : IndicationMessage;

    public sealed record UserInput(UserInputIndication Value) : IndicationMessage;

    public sealed record H2250MaximumSkewIndication(H245.H2250MaximumSkewIndication Value) : IndicationMessage;

    public sealed record McLocationIndication(MCLocationIndication Value) : IndicationMessage;

    public sealed record ConferenceIndication(H245.Conferences.ConferenceIndication Value) : IndicationMessage;

    public sealed record VendorIdentification(H245.VendorIdentification Value) : IndicationMessage;

    public sealed record FunctionNotSupported(H245.FunctionNotSupported Value) : IndicationMessage;

    public sealed record MultilinkIndication(H245.Multiplexes.MultilinkIndication Value) : IndicationMessage;

    public sealed record LogicalChannelRateRelease(H245.LogicalChannelRateRelease Value) : IndicationMessage;

    public sealed record FlowControlIndication(H245.FlowControlIndication Value) : IndicationMessage;

    public sealed record MobileMultilinkReconfigurationIndication(H245.Multiplexes.MobileMultilinkReconfigurationIndication Value) : IndicationMessage;

    public sealed record GenericIndication(GenericMessage Value) : IndicationMessage;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : IndicationMessage;

    public static IndicationMessage Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("IndicationMessage", root: 14, additions: 10);
        IndicationMessage value = choice.Index switch
        {
            0 => new NonStandard(NonStandardMessage.Decode(ref reader)),
            1 => new FunctionNotUnderstood(H245.FunctionNotUnderstood.Decode(ref reader)),
            2 => new MasterSlaveDeterminationRelease(H245.MasterSlaveDeterminationRelease.Decode(ref reader)),
            3 => new TerminalCapabilitySetRelease(H245.TerminalCapabilitySetRelease.Decode(ref reader)),
            4 => new OpenLogicalChannelConfirm(H245.OpenLogicalChannelConfirm.Decode(ref reader)),
            5 => new RequestChannelCloseRelease(H245.RequestChannelCloseRelease.Decode(ref reader)),
            6 => new MultiplexEntrySendRelease(H245.Multiplexes.MultiplexEntrySendRelease.Decode(ref reader)),
            7 => new RequestMultiplexEntryRelease(H245.Multiplexes.RequestMultiplexEntryRelease.Decode(ref reader)),
            8 => new RequestModeRelease(H245.Modes.RequestModeRelease.Decode(ref reader)),
            9 => new MiscellaneousIndication(H245.MiscellaneousIndication.Decode(ref reader)),
            10 => new JitterIndication(H245.JitterIndication.Decode(ref reader)),
            11 => new H223SkewIndication(H245.Multiplexes.H223SkewIndication.Decode(ref reader)),
            12 => new NewATMVCIndication(H245.Multiplexes.NewATMVCIndication.Decode(ref reader)),
            13 => new UserInput(UserInputIndication.Decode(ref reader)),
            14 => new H2250MaximumSkewIndication(H245.H2250MaximumSkewIndication.Decode(ref reader)),
            15 => new McLocationIndication(MCLocationIndication.Decode(ref reader)),
            16 => new ConferenceIndication(H245.Conferences.ConferenceIndication.Decode(ref reader)),
            17 => new VendorIdentification(H245.VendorIdentification.Decode(ref reader)),
            18 => new FunctionNotSupported(H245.FunctionNotSupported.Decode(ref reader)),
            19 => new MultilinkIndication(H245.Multiplexes.MultilinkIndication.Decode(ref reader)),
            20 => new LogicalChannelRateRelease(H245.LogicalChannelRateRelease.Decode(ref reader)),
            21 => new FlowControlIndication(H245.FlowControlIndication.Decode(ref reader)),
            22 => new MobileMultilinkReconfigurationIndication(H245.Multiplexes.MobileMultilinkReconfigurationIndication.Decode(ref reader)),
            23 => new GenericIndication(GenericMessage.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 14);
        switch (this)
        {
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case FunctionNotUnderstood alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case MasterSlaveDeterminationRelease alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case TerminalCapabilitySetRelease alternative:
                choice.Select(ref writer, 3);
                alternative.Value.Encode(ref writer);
                break;
            case OpenLogicalChannelConfirm alternative:
                choice.Select(ref writer, 4);
                alternative.Value.Encode(ref writer);
                break;
            case RequestChannelCloseRelease alternative:
                choice.Select(ref writer, 5);
                alternative.Value.Encode(ref writer);
                break;
            case MultiplexEntrySendRelease alternative:
                choice.Select(ref writer, 6);
                alternative.Value.Encode(ref writer);
                break;
            case RequestMultiplexEntryRelease alternative:
                choice.Select(ref writer, 7);
                alternative.Value.Encode(ref writer);
                break;
            case RequestModeRelease alternative:
                choice.Select(ref writer, 8);
                alternative.Value.Encode(ref writer);
                break;
            case MiscellaneousIndication alternative:
                choice.Select(ref writer, 9);
                alternative.Value.Encode(ref writer);
                break;
            case JitterIndication alternative:
                choice.Select(ref writer, 10);
                alternative.Value.Encode(ref writer);
                break;
            case H223SkewIndication alternative:
                choice.Select(ref writer, 11);
                alternative.Value.Encode(ref writer);
                break;
            case NewATMVCIndication alternative:
                choice.Select(ref writer, 12);
                alternative.Value.Encode(ref writer);
                break;
            case UserInput alternative:
                choice.Select(ref writer, 13);
                alternative.Value.Encode(ref writer);
                break;
            case H2250MaximumSkewIndication alternative:
                choice.Select(ref writer, 14);
                alternative.Value.Encode(ref writer);
                break;
            case McLocationIndication alternative:
                choice.Select(ref writer, 15);
                alternative.Value.Encode(ref writer);
                break;
            case ConferenceIndication alternative:
                choice.Select(ref writer, 16);
                alternative.Value.Encode(ref writer);
                break;
            case VendorIdentification alternative:
                choice.Select(ref writer, 17);
                alternative.Value.Encode(ref writer);
                break;
            case FunctionNotSupported alternative:
                choice.Select(ref writer, 18);
                alternative.Value.Encode(ref writer);
                break;
            case MultilinkIndication alternative:
                choice.Select(ref writer, 19);
                alternative.Value.Encode(ref writer);
                break;
            case LogicalChannelRateRelease alternative:
                choice.Select(ref writer, 20);
                alternative.Value.Encode(ref writer);
                break;
            case FlowControlIndication alternative:
                choice.Select(ref writer, 21);
                alternative.Value.Encode(ref writer);
                break;
            case MobileMultilinkReconfigurationIndication alternative:
                choice.Select(ref writer, 22);
                alternative.Value.Encode(ref writer);
                break;
            case GenericIndication alternative:
                choice.Select(ref writer, 23);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
