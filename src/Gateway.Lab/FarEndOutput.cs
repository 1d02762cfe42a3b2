using System.Net;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.Sip.Messages;
using Gateway.H323;
using Gateway.Sip;

namespace Gateway.Lab;

/// <summary>All that a far end wants done, in order. A closed set.</summary>
public abstract record FarEndOutput
{
    private FarEndOutput()
    {
    }

    public sealed record SendSip(Flow Flow, SipMessage Message) : FarEndOutput;

    /// <summary>Opens a TCP connection; <see cref="H323Input.Connected"/> or <see cref="H323Input.Closed"/> is to follow.</summary>
    public sealed record OpenH323(ConnectionKey Connection, IPEndPoint Destination) : FarEndOutput;

    public sealed record SendH323(ConnectionKey Connection, H225Message Message) : FarEndOutput;

    /// <summary>Closes the connection once everything sent has gone out. Not answered.</summary>
    public sealed record CloseH323(ConnectionKey Connection) : FarEndOutput;

    /// <summary>One LAPD frame without flags and FCS.</summary>
    public sealed record SendFrame(byte[] Octets) : FarEndOutput;

    /// <summary>Starts a timer, or starts it anew. Keys are compared by <see cref="object.Equals(object)"/>.</summary>
    public sealed record StartTimer(object Key, TimeSpan Duration) : FarEndOutput;

    /// <summary>Stopping a timer that does not run does nothing.</summary>
    public sealed record StopTimer(object Key) : FarEndOutput;

    /// <summary>Something happened that the person at the far end notices.</summary>
    public sealed record Happened(FarEndEvent Event) : FarEndOutput;

    /// <summary>One line for the log: what was odd.</summary>
    public sealed record Observed(string Line) : FarEndOutput;
}
