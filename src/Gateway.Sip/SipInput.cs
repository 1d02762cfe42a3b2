using Gateway.Codecs.Sip.Messages;

namespace Gateway.Sip;

/// <summary>What happens to the stack: something arrived, a timer fired, a message could not be sent, or the user wants something.</summary>
public abstract record SipInput
{
    private protected SipInput()
    {
    }

    /// <summary>A whole message.</summary>
    public sealed record Received(Flow Flow, SipMessage Message) : SipInput;

    /// <summary>Octets that should have been a message. A request that still says where it came from is refused.</summary>
    public sealed record Malformed(Flow Flow, SipDecoded Decoded) : SipInput;

    /// <summary>What a door has to say about a peer and no message tells: a connection that broke, or was turned away.</summary>
    /// <param name="Kind">The same for lines of one kind.</param>
    public sealed record Remarked(Flow Flow, string Kind, string Line) : SipInput;

    /// <summary>What was sent over this flow did not get through.</summary>
    /// <param name="Branch">The top Via branch of the message, or null when the flow itself is lost.</param>
    public sealed record TransportFailed(Flow Flow, string? Branch) : SipInput;

    public sealed record Expired(TimerKey Timer) : SipInput;

    /// <summary>There is too much to do, or no longer: requests outside of dialogs are refused while it lasts (RFC 3261 21.5.4).</summary>
    public sealed record Shedding(bool IsNeeded) : SipInput;
}
