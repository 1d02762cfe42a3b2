using System.Threading.Channels;
using Gateway.Lab;

namespace Gateway.Host.Demo;

/// <summary>Somebody at a telephone who does one thing after another and waits to see what comes of it.</summary>
internal sealed class Person(string name, FarEndHost host, ChannelReader<FarEndEvent> seen)
{
    /// <summary>Longer than anything in the lab takes; a step that needs more has failed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly List<FarEndEvent> unread = [];

    /// <summary>Calls a number and waits until somebody answers.</summary>
    public async Task<FarEndCall> CallAsync(string number)
    {
        host.Tell(new FarEndInput.Dial(number));
        var call = (await WhenAsync<FarEndEvent.Dialled>(dialled => dialled.Number == number, $"dial {number}").ConfigureAwait(false)).Call;
        await WhenAsync<FarEndEvent.Answered>(answered => answered.Call == call, $"hear {number} answer").ConfigureAwait(false);
        return call;
    }

    public void Do(FarEndInput action) => host.Tell(action);

    /// <summary>Waits for an event; what else is seen meanwhile stays to be asked for.</summary>
    /// <exception cref="DemoFailedException">It does not come.</exception>
    public async Task<TEvent> WhenAsync<TEvent>(Func<TEvent, bool> isIt, string what)
        where TEvent : FarEndEvent
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (true)
            {
                if (unread.OfType<TEvent>().FirstOrDefault(isIt) is { } found)
                {
                    unread.Remove(found);
                    return found;
                }

                unread.Add(await seen.ReadAsync(patience.Token).ConfigureAwait(false));
            }
        }
        catch (OperationCanceledException)
        {
            throw new DemoFailedException($"{name} waited in vain to {what}; seen instead: {string.Join("; ", unread)}");
        }
    }

    /// <summary>True when the event was already seen, without waiting.</summary>
    public bool HasSeen<TEvent>(Func<TEvent, bool> isIt)
        where TEvent : FarEndEvent
    {
        while (seen.TryRead(out var one))
        {
            unread.Add(one);
        }

        return unread.OfType<TEvent>().Any(isIt);
    }
}

/// <summary>A demonstration did not go as it must.</summary>
public sealed class DemoFailedException : Exception
{
    public DemoFailedException()
    {
    }

    public DemoFailedException(string message)
        : base(message)
    {
    }

    public DemoFailedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
