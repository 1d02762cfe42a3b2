using System.Collections.Immutable;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Isdn.Transfer;

namespace Gateway.Isdn;

/// <summary>A call of one trunk. Never used again within the life of the trunk, unlike a call reference.</summary>
public readonly record struct IsdnCallId(int Value)
{
    public override string ToString() => $"call {Value}";
}

/// <summary>A timer of the trunk, or of one of its calls.</summary>
public readonly record struct IsdnTimerKey(IsdnTimer Timer, IsdnCallId? Call)
{
    public override string ToString() => Call is { } call ? $"{Timer} of {call}" : $"{Timer}";
}

/// <summary>What a trunk is told. A closed set.</summary>
public abstract record IsdnInput
{
    private IsdnInput()
    {
    }

    /// <summary>Bring the data link up and keep it up.</summary>
    public sealed record Start : IsdnInput;

    /// <summary>Take the data link down; calls are gone at once.</summary>
    public sealed record Stop : IsdnInput;

    /// <summary>One LAPD frame without flags and FCS. A copy is made of what is kept.</summary>
    public sealed record FrameReceived(ReadOnlyMemory<byte> Octets) : IsdnInput;

    /// <summary>A timer started by <see cref="IsdnOutput.StartTimer"/> ran out. One that was stopped meanwhile is dropped.</summary>
    public sealed record Expired(IsdnTimerKey Timer) : IsdnInput;

    /// <summary>Something is wanted of a call; <see cref="CallRequest.Setup"/> makes it.</summary>
    public sealed record Request(IsdnCallId Call, CallRequest What) : IsdnInput;

    /// <summary>Something is wanted of the transfer services.</summary>
    public sealed record Transfer(TransferRequest What) : IsdnInput;

    /// <summary>A FACILITY message that belongs to no call (dummy call reference).</summary>
    public sealed record SendUnboundFacility(ImmutableArray<Element> Elements) : IsdnInput;

    /// <summary>Put a channel, or with null the whole interface, back to idle (Q.931 (05/1998) 5.5). Calls on it are released.</summary>
    public sealed record Restart(int? Channel) : IsdnInput;
}
