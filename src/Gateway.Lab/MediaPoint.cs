using System.Net;

namespace Gateway.Lab;

/// <summary>Where speech goes.</summary>
public abstract record MediaPoint
{
    private MediaPoint()
    {
    }

    /// <summary>RTP to this address.</summary>
    public sealed record Rtp(IPEndPoint Address) : MediaPoint
    {
        public override string ToString() => Address.ToString();
    }

    /// <summary>A B-channel by its time slot.</summary>
    public sealed record Channel(int TimeSlot) : MediaPoint
    {
        public override string ToString() => $"channel {TimeSlot}";
    }

    /// <summary>Not over the gateway at all: the parties are joined inside the far end.</summary>
    public sealed record Inside : MediaPoint
    {
        public override string ToString() => "inside";
    }
}
