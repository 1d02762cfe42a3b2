namespace Peers.Tests;

/// <summary>What happens, in order; one waits for the next that fits, and what was passed over stays to be asked for.</summary>
/// <param name="show">How one is told in a failure.</param>
internal sealed class Awaited<T>(Func<T, string?>? show = null)
{
    private readonly Lock gate = new();
    private readonly List<T> seen = [];
    private readonly List<T> unasked = [];
    private TaskCompletionSource more = New();

    /// <summary>Everything so far.</summary>
    public IReadOnlyList<T> Seen
    {
        get
        {
            lock (gate)
                return [.. seen];
        }
    }

    public void Add(T one)
    {
        TaskCompletionSource told;
        lock (gate)
        {
            seen.Add(one);
            unasked.Add(one);
            (told, more) = (more, New());
        }

        told.SetResult();
    }

    /// <summary>The next that fits and was not given out yet. Fails when it does not come in time.</summary>
    public Task<T> Next(Func<T, bool> fits, string what) => Wait(unasked, fits, what, take: true);

    /// <summary>The first that fits, given out or not; it stays to be asked for.</summary>
    public Task<T> First(Func<T, bool> fits, string what) => Wait(seen, fits, what, take: false);

    private async Task<T> Wait(List<T> among, Func<T, bool> fits, string what, bool take)
    {
        using var deadline = new CancellationTokenSource(ServiceUnderTest.Patience);
        while (true)
        {
            Task changed;
            bool isLate = deadline.IsCancellationRequested;
            lock (gate)
            {
                int found = among.FindIndex(one => fits(one));
                if (found >= 0)
                {
                    T one = among[found];
                    if (take)
                        unasked.RemoveAt(found);
                    return one;
                }

                changed = more.Task;
            }

            try
            {
                await changed.WaitAsync(deadline.Token);
            }
            catch (OperationCanceledException) when (!isLate)
            {
                // Where the whole machine stood still, it may have come meanwhile: it is looked for once more.
            }
            catch (OperationCanceledException late)
            {
                throw new TimeoutException($"no {what}; there was:\n{string.Join('\n', Seen.Select(one => show is null ? one?.ToString() : show(one)))}", late);
            }
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
