using System.Net;
using Gateway.Sip;

namespace Gateway.Lab;

/// <summary>A SIP telephone, and where the gateway is that it calls through.</summary>
/// <param name="Listener">Where it listens.</param>
/// <param name="Gateway">Where it sends its calls, without registering.</param>
/// <param name="Media">RTP address of its first call; each further call takes the next even port.</param>
/// <param name="Numbers">The numbers it is called by; it calls as the first.</param>
public sealed record SipPhoneSettings(Listener Listener, IPEndPoint Gateway, IPEndPoint Media, IReadOnlyList<string> Numbers)
{
    /// <summary>Calls at once; one more is refused with 486. A call that takes another's place is always taken.</summary>
    public int Lines { get; init; } = 2;

    public TimeSpan RingingTime { get; init; } = Subscribers.RingingTime;

    /// <summary>Hang up when the transfer that was asked for has succeeded, as telephones do.</summary>
    public bool LeaveWhenTransferred { get; init; } = true;
}
