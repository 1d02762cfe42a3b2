using Gateway.Engine.Legs;
using Gateway.Engine.Transfers;

namespace Gateway.Exchange;

/// <summary>When transfers are told to fail too often, or to be too many.</summary>
public sealed record TransferWatchSettings
{
    /// <summary>How long a transfer counts.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>It is told when a greater share fails, once, until a lesser share than <see cref="CalmShare"/> does.</summary>
    public double AlarmShare { get; init; } = 0.05;

    /// <inheritdoc cref="AlarmShare"/>
    public double CalmShare { get; init; } = 0.04;

    /// <summary>Fewer transfers than these say nothing.</summary>
    public int LeastTransfers { get; init; } = 20;

    /// <summary>It is told when one party asks for more in <see cref="BulkWindow"/>, once in that time.</summary>
    public int Bulk { get; init; } = 10;

    /// <inheritdoc cref="Bulk"/>
    public TimeSpan BulkWindow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Transfers, and parties, that are remembered.</summary>
    public int Remembered { get; init; } = 100_000;
}

/// <summary>Looks at what is asked and what comes of it, and says in words what an operator has to hear of. What it remembers is bounded.</summary>
public sealed class TransferWatch(TransferWatchSettings settings)
{
    public const string Failing = "transfers.failing";
    public const string TooMany = "transfers.too-many";

    private readonly Queue<(TimeSpan At, bool Failed)> ended = [];
    private readonly Dictionary<(PeerName Peer, string? Number), Asker> askers = [];
    private int failed;
    private bool alarmed;

    /// <summary>A transfer ended. Refused ones do not count: nothing was tried.</summary>
    public string? Ended(TransferOutcome outcome, TimeSpan now)
    {
        if (outcome == TransferOutcome.Refused)
        {
            return null;
        }

        while (ended.TryPeek(out var oldest) && (oldest.At <= now - settings.Window || ended.Count == settings.Remembered))
        {
            failed -= ended.Dequeue().Failed ? 1 : 0;
        }

        ended.Enqueue((now, outcome == TransferOutcome.Failed));
        failed += outcome == TransferOutcome.Failed ? 1 : 0;
        var share = (double)failed / ended.Count;
        if (alarmed)
        {
            alarmed = share >= settings.CalmShare;
            return null;
        }

        alarmed = ended.Count >= settings.LeastTransfers && share > settings.AlarmShare;
        return alarmed ? $"{failed} of {ended.Count} transfers failed within {settings.Window.TotalMinutes:0} minutes" : null;
    }

    /// <summary>Somebody asks for a transfer, allowed or not.</summary>
    public string? Asked(PeerName peer, string? number, TimeSpan now)
    {
        if (!askers.TryGetValue((peer, number), out var asker))
        {
            MakeRoom(now);
            askers.Add((peer, number), asker = new Asker());
        }

        asker.Asked.Enqueue(now);
        while (asker.Asked.Peek() <= now - settings.BulkWindow || asker.Asked.Count > settings.Bulk + 1)
        {
            asker.Asked.Dequeue();
        }

        if (asker.Asked.Count <= settings.Bulk || asker.ToldAt > now - settings.BulkWindow)
        {
            return null;
        }

        asker.ToldAt = now;
        return $"{number ?? "unknown"} at {peer} asked for more than {settings.Bulk} transfers within {settings.BulkWindow.TotalSeconds:0} seconds";
    }

    // Whoever was quiet for so long is not missed; when all ask at once, all are forgotten.
    private void MakeRoom(TimeSpan now)
    {
        if (askers.Count < settings.Remembered)
        {
            return;
        }

        foreach (var (key, _) in askers.Where(pair => pair.Value.Asked.Last() <= now - settings.BulkWindow).ToArray())
        {
            askers.Remove(key);
        }

        if (askers.Count == settings.Remembered)
        {
            askers.Clear();
        }
    }

    private sealed class Asker
    {
        public Queue<TimeSpan> Asked { get; } = new(1);

        public TimeSpan? ToldAt { get; set; }
    }
}
