using System.Diagnostics;

namespace Gateway.Benchmarks.Load;

/// <summary>What a call costs that is up and silent: memory of its own, and processor time of others set up beside it.</summary>
internal sealed class HeldCalls(LoadPlan plan, Action<string> say, int calledPort, int targetPort)
{
    /// <summary>INVITE and 200 of both legs of a call, as these scenarios and the service write them.</summary>
    private const int OwnMessagesOctets = 2251;

    private sealed record Level(int Held, double Octets, double Resident, double ProcessorMicroseconds, double AllocatedOctets);

    public IEnumerable<(string What, string Figure, string Aim)> Measure()
    {
        using var service = Service.Start(calledPort, targetPort, Traffic.Call.Method);
        using var answering = Sipp.Answer("answer", calledPort, calls: null);
        // Code is compiled then, and what belongs to the process and not to a call is there.
        Probe(service, plan.HeldWarmUp);
        Thread.Sleep(plan.EmptyAfter);
        var empty = service.Settle();
        say($"held: empty, heap {empty.HeapOctets >> 10:N0} KiB, resident {empty.ResidentOctets >> 20:N0} MiB");
        var alone = Probe(service, plan.ProbeCalls);
        say($"held: none, a call {alone.Processor:N0} us and {alone.Allocated / 1024:N1} KiB allocated");
        yield return ("no calls held", $"a call {alone.Processor:N0} us, {alone.Allocated / 1024:N1} KiB allocated", "");
        var levels = new List<Level>();
        var holding = new List<Sipp>();
        try
        {
            var clock = Stopwatch.StartNew();
            var ends = plan.Levels.Zip([0, .. plan.Levels]).Aggregate(TimeSpan.Zero, (sum, pair) => sum + LevelTime(pair.First - pair.Second));
            foreach (var (held, before) in plan.Levels.Zip([0, .. plan.Levels]))
            {
                holding.Add(Sipp.Call("hold", service.Port, plan.HoldRate, held - before, "-d", $"{(ends - clock.Elapsed).TotalMilliseconds:0}"));
                while (holding[^1].Statistics().Created < held - before && !holding[^1].HasEnded)
                    Thread.Sleep(250);
                levels.Add(AtLevel(service, empty, held, holding));
            }

            say("held: all are hung up");
            foreach (var sipp in holding)
            {
                if (!sipp.Ends(ends - clock.Elapsed + TimeSpan.FromSeconds((plan.Levels[^1] / plan.HoldRate * 1.5) + 10)) || !sipp.EndedWell)
                    throw new LoadFailure($"held calls were lost: {sipp.Statistics()}");
            }
        }
        finally
        {
            holding.ForEach(sipp => sipp.Dispose());
        }

        Thread.Sleep(plan.ZeroAfter);
        var last = service.Settle();
        say($"held: none any more, heap {last.HeapOctets >> 10:N0} KiB, resident {last.ResidentOctets >> 20:N0} MiB");
        foreach (var level in levels)
        {
            yield return ($"{level.Held:N0} calls held",
                $"{level.Octets / 1024:N1} KiB heap and {level.Resident / 1024:N1} KiB resident each ({OwnMessagesOctets / 1024.0:N1} of it could be messages); another call {level.ProcessorMicroseconds:N0} us, {level.AllocatedOctets / 1024:N1} KiB allocated", "< 4 KiB beyond its messages; flat");
        }

        var calls = plan.Levels[^1] + ((plan.Levels.Length + 1) * plan.ProbeCalls);
        yield return ($"{plan.ZeroAfter.TotalSeconds:N0} s after the last of {calls:N0} calls",
            $"{(last.HeapOctets - empty.HeapOctets) / 1024.0:N0} KiB heap more than before, {(last.HeapOctets - empty.HeapOctets) / calls:N1} octets a call; resident {last.ResidentOctets >> 20:N0} MiB, before {empty.ResidentOctets >> 20:N0} MiB", "zero");
    }

    private TimeSpan LevelTime(int calls) => TimeSpan.FromSeconds((calls / plan.HoldRate * 1.1) + 4) + plan.Probe + plan.Linger;

    private Level AtLevel(Service service, ServiceReading empty, int held, List<Sipp> holding)
    {
        var step = Probe(service, plan.ProbeCalls);
        Thread.Sleep(plan.Linger);
        var up = holding.Sum(sipp => sipp.Statistics().Current);
        var full = service.Settle();
        if (up != held)
            throw new LoadFailure($"{held} calls were to be held, {up} are");
        var level = new Level(held, (double)(full.HeapOctets - empty.HeapOctets) / held, (double)(full.ResidentOctets - empty.ResidentOctets) / held, step.Processor, step.Allocated);
        say($"held: {held:N0}, heap {level.Octets / 1024:N1} KiB and resident {level.Resident / 1024:N1} KiB each, another call {level.ProcessorMicroseconds:N0} us and {level.AllocatedOctets / 1024:N1} KiB allocated");
        return level;
    }

    /// <summary>Some calls more at an easy rate: processor time and allocation of each.</summary>
    private (double Processor, double Allocated) Probe(Service service, int calls)
    {
        var before = service.Read();
        using var caller = Sipp.Call("call", service.Port, plan.ProbeRate, calls);
        if (!caller.Ends(TimeSpan.FromSeconds((calls / plan.ProbeRate * 1.5) + 5)) || !caller.EndedWell)
            throw new LoadFailure($"calls beside those held were lost: {caller.Statistics()} {caller.Complaint()}");
        var after = service.Read();
        return ((after.Processor - before.Processor).TotalMicroseconds / calls, (double)(after.AllocatedOctets - before.AllocatedOctets) / calls);
    }
}
