using System.Collections.Immutable;
using Gateway.Codecs.Isdn.Elements;

namespace Gateway.Isdn;

/// <summary>What can be wanted of a call. A closed set; each says which states take it. In another state it changes nothing and
/// <see cref="IsdnOutput.Observed"/> tells; after the call ended it is dropped.</summary>
public abstract record CallRequest
{
    private CallRequest()
    {
    }

    /// <summary>Further elements for the message: facilities, numbers, display, progress. Sorted when sent.</summary>
    public ImmutableArray<Element> Elements { get; init; } = [];

    /// <summary>SETUP of a new call. <see cref="Elements"/> hold the bearer capability and the numbers.</summary>
    /// <remarks>
    /// A Channel identification is added from the free channels, unless the elements have one:
    /// <see cref="ChannelIdentification.SignallingOnly"/> makes a call without bearer. Without a link or a free channel the
    /// answer is <see cref="CallIndication.Released"/> at once, cause 38 or 34.
    /// </remarks>
    public sealed record Setup : CallRequest;

    /// <summary>SETUP ACKNOWLEDGE: the number is incomplete. For an incoming call not yet answered in any way.</summary>
    public sealed record MoreInformation : CallRequest;

    /// <summary>INFORMATION: further digits (Called party number or Keypad facility), Sending complete.</summary>
    public sealed record Information : CallRequest;

    /// <summary>CALL PROCEEDING, for an incoming call.</summary>
    public sealed record Proceed : CallRequest;

    /// <summary>ALERTING, for an incoming call.</summary>
    public sealed record Alert : CallRequest;

    /// <summary>PROGRESS, for an incoming call before it is answered. In-band information is said when the elements have no Progress
    /// indicator; CALL PROCEEDING goes ahead of it when nothing was sent yet.</summary>
    public sealed record Progress : CallRequest;

    /// <summary>CONNECT, for an incoming call.</summary>
    public sealed record Answer : CallRequest;

    /// <summary>Ends the call in any state, by the message the state asks for: RELEASE COMPLETE where nothing was answered yet, else
    /// DISCONNECT. <see cref="CallIndication.Released"/> follows and carries this cause unless the peer was first.</summary>
    public sealed record Disconnect(Cause Cause) : CallRequest;

    /// <summary>FACILITY, in any state of a living call.</summary>
    public sealed record Facility : CallRequest;

    /// <summary>NOTIFY, with the indicator among the elements; in any state of a living call.</summary>
    public sealed record Notify : CallRequest;

    /// <summary>HOLD, for a call that is active or alerting at the far end. Not in QSIG.</summary>
    public sealed record Hold : CallRequest;

    /// <summary>HOLD ACKNOWLEDGE, the good answer to <see cref="CallIndication.HoldRequested"/>. The channel is free then.</summary>
    public sealed record AcknowledgeHold : CallRequest;

    /// <summary>HOLD REJECT.</summary>
    public sealed record RejectHold(Cause Cause) : CallRequest;

    /// <summary>RETRIEVE of a call that was held by us.</summary>
    public sealed record Retrieve : CallRequest;

    /// <summary>RETRIEVE ACKNOWLEDGE, the good answer to <see cref="CallIndication.RetrieveRequested"/>. The channel is the one among the
    /// elements, or the one before the hold, or another, as far as free; with none free the trunk rejects with cause 44.</summary>
    public sealed record AcknowledgeRetrieve : CallRequest;

    /// <summary>RETRIEVE REJECT.</summary>
    public sealed record RejectRetrieve(Cause Cause) : CallRequest;
}
