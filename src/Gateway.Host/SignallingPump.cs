using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Gateway.Host;

/// <summary>A synchronous node with three doors: take an input at an instant, hand over outputs, say when to be woken.</summary>
/// <remarks>Instants count from the start of the pump.</remarks>
public interface ISignallingNode<in TInput, TOutput>
{
    /// <summary>When <see cref="Wake"/> wants to be called next; null when no timer runs.</summary>
    TimeSpan? Next { get; }

    /// <summary>One turn: takes one input and appends what follows from it, in order.</summary>
    void Take(TInput input, TimeSpan instant, ICollection<TOutput> outputs);

    /// <summary>One turn per timer that is due at <paramref name="instant"/>.</summary>
    void Wake(TimeSpan instant, ICollection<TOutput> outputs);
}

/// <summary>
/// The only loop: one bounded channel, one reader, and the only reader of the clock. Everything that happens to a node comes
/// through here, one input at a time, so the node needs no lock and a recorded input sequence replays exactly.
/// </summary>
public sealed partial class SignallingPump<TInput, TOutput> : IAsyncDisposable
    where TInput : class
{
    /// <summary>Timers of signalling take hundreds of milliseconds: with nothing else to do they are looked at that often, and no oftener. Any input looks at them, too.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(5);

    private readonly Channel<TInput?> inputs;
    private readonly ISignallingNode<TInput, TOutput> node;
    private readonly Action<TOutput> act;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly ITimer alarm;
    private readonly List<TOutput> outputs = [];
    private readonly int capacity;
    private readonly long start;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan? armed;
    private bool started;

    /// <param name="act">Carries out one output; called by the loop, must not block.</param>
    /// <param name="capacity">Inputs that may wait; one more is refused by <see cref="Post"/>.</param>
    public SignallingPump(ISignallingNode<TInput, TOutput> node, Action<TOutput> act, TimeProvider clock, ILogger logger, int capacity = 16384)
    {
        ArgumentNullException.ThrowIfNull(clock);
        (this.node, this.act, this.clock, this.logger, this.capacity) = (node, act, clock, logger, capacity);
        inputs = Channel.CreateBounded<TInput?>(new BoundedChannelOptions(capacity)
        {
            SingleReader = true,
            FullMode = BoundedChannelFullMode.Wait,
            // Whoever hands something in wakes the loop's own thread, and no other on the way.
            AllowSynchronousContinuations = true,
        });
        start = clock.GetTimestamp();
        // A null input is only a nudge: the loop looks at its timers whenever it turns.
        alarm = clock.CreateTimer(_ => inputs.Writer.TryWrite(null), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The pump's own instant.</summary>
    public TimeSpan Now => clock.GetElapsedTime(start);

    /// <summary>True above three quarters of the capacity: new calls should be refused, calls in progress keep the rest.</summary>
    public bool Overloaded => inputs.Reader.Count > capacity / 4 * 3;

    /// <summary>True above seven eighths: there is no room left for anything that may as well be lost.</summary>
    public bool Crowded => inputs.Reader.Count > capacity / 8 * 7;

    /// <summary>Begins to turn, on a thread of its own: handing each input from thread to thread costs more than most turns.</summary>
    public void Start()
    {
        started = true;
        new Thread(Run) { IsBackground = true, Name = "pump" }.Start();
    }

    /// <summary>Hands in one input; false when the channel is full or the pump stopped, and the input is then dropped.</summary>
    public bool Post(TInput input) => inputs.Writer.TryWrite(input);

    /// <summary>Hands in one input and waits for room, for streams that can be made to wait; false when the pump stopped.</summary>
    public async ValueTask<bool> PostAsync(TInput input)
    {
        // Yields, as it is the loop that makes room, and it must not be held up by whoever waited.
        while (await inputs.Writer.WaitToWriteAsync().AsTask().ConfigureAwait(ConfigureAwaitOptions.ForceYielding))
        {
            if (inputs.Writer.TryWrite(input))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Ends the loop after everything handed in so far was processed.</summary>
    public async ValueTask DisposeAsync()
    {
        inputs.Writer.TryComplete();
        if (started)
        {
            await ended.Task.ConfigureAwait(false);
        }

        await alarm.DisposeAsync().ConfigureAwait(false);
    }

    private void Run()
    {
        using var woken = new ManualResetEventSlim(initialState: false, spinCount: 0);
        var reader = inputs.Reader;
        while (true)
        {
            while (reader.TryRead(out var input))
            {
                Turn(input);
            }

#pragma warning disable CA2012 // Its result is taken once, when it is there.
            var more = reader.WaitToReadAsync().GetAwaiter();
#pragma warning restore CA2012
            if (!more.IsCompleted)
            {
                woken.Reset();
                more.UnsafeOnCompleted(woken.Set);
                woken.Wait();
            }

            if (!more.GetResult())
            {
                break;
            }
        }

        ended.SetResult();
    }

    private void Turn(TInput? input)
    {
        var instant = Now;
        try
        {
            if (node.Next <= instant)
            {
                node.Wake(instant, outputs);
            }

            if (input is null)
            {
                // The alarm rang, perhaps a little early; it must be set again even for the same instant.
                armed = null;
            }
            else
            {
                node.Take(input, instant, outputs);
            }
        }
#pragma warning disable CA1031 // Whatever a turn threw, the other calls must go on; the node has already let go of the call it failed on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogTurnFailed(e, input?.ToString());
        }

        foreach (var output in outputs)
        {
            Act(output);
        }

        outputs.Clear();
        Arm(instant);
    }

    private void Act(TOutput output)
    {
        try
        {
            act(output);
        }
#pragma warning disable CA1031 // One output that cannot be carried out must not keep the others back.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogOutputFailed(e, output?.ToString());
        }
    }

    private void Arm(TimeSpan instant)
    {
        if (node.Next is not { } next)
        {
            return;
        }

        var due = next > instant + Grain ? next : instant + Grain;
        // An alarm that rings too early only costs a look, and most timers are stopped before they are due; one that rang already is gone.
        if (armed is not { } set || due < set || set <= instant)
        {
            armed = due;
            alarm.Change(due - instant, Timeout.InfiniteTimeSpan);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "A turn failed on {Input}; the service goes on")]
    private partial void LogTurnFailed(Exception e, string? input);

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Output} could not be carried out; the service goes on")]
    private partial void LogOutputFailed(Exception e, string? output);
}
