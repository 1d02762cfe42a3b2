using System.Net;
using Gateway.Codecs.H323.H225;

namespace Gateway.H323;

/// <summary>All that the stack wants done, to be acted on in order.</summary>
public abstract record H323Output
{
    private H323Output() { }

    /// <summary>Opens a TCP connection; <see cref="H323Input.Connected"/> or <see cref="H323Input.Closed"/> follows.</summary>
    public sealed record OpenConnection(ConnectionKey Connection, IPEndPoint Destination) : H323Output;

    public sealed record Send(ConnectionKey Connection, H225Message Message) : H323Output
    {
        /// <summary>The call it belongs to; null when it answers for none.</summary>
        public CallKey? Call { get; init; }
    }

    /// <summary>Closes the connection once everything sent has gone out. Not answered.</summary>
    public sealed record CloseConnection(ConnectionKey Connection) : H323Output;

    public sealed record StartTimer(TimerKey Timer, TimeSpan Duration) : H323Output;

    public sealed record StopTimer(TimerKey Timer) : H323Output;

    /// <summary>Tells the user of the stack.</summary>
    public sealed record Indicate(CallKey Call, H323Indication Indication) : H323Output;

    /// <summary>One line for the log: what was wrong and what was done about it.</summary>
    public sealed record Observed(CallKey? Call, ConnectionKey? Connection, string Line) : H323Output
    {
        /// <summary>The same for lines of one kind.</summary>
        public string Reason { get; init; } = "";

        /// <summary>Who opened the connection; null when we did, or there is none.</summary>
        public IPEndPoint? Source { get; init; }
    }

    /// <summary>A machine took an input.</summary>
    public sealed record Moved(CallKey Call, string Machine, object From, object Input, object To) : H323Output;
}
