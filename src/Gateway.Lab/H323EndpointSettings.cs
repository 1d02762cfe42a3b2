using System.Net;
using Gateway.H323;

namespace Gateway.Lab;

/// <summary>An H.323 endpoint, and where the gateway is that it calls through.</summary>
/// <param name="Address">Its call signalling address.</param>
/// <param name="Gateway">Where it sends its calls, and those of a transfer whose rerouting number has no transport address.</param>
/// <param name="Media">RTP address of its first call; each further call takes the next even port, RTCP the odd one behind.</param>
/// <param name="Number">The number that calls when nobody else is named.</param>
public sealed record H323EndpointSettings(IPEndPoint Address, IPEndPoint Gateway, IPEndPoint Media, string Number)
{
    /// <summary>What its numbers begin with; any other is answered as unassigned. The first digit of <see cref="Number"/> unless told otherwise.</summary>
    public string Prefix { get; init; } = Number[..1];

    /// <summary>Media are proposed and taken in SETUP and its answers; without, they are opened by tunnelled H.245 after CONNECT.</summary>
    public bool FastConnect { get; init; } = true;

    public H323Timers Timers { get; init; } = new();

    public TimeSpan RingingTime { get; init; } = Subscribers.RingingTime;
}
