using System.Diagnostics;
using System.Globalization;

namespace Gateway.Benchmarks.Load;

/// <summary>
/// The real service between SIPp and SIPp: how many calls and transfers a second, how long a REFER waits for its 202, what a held call costs,
/// and what is left when all is over. Every rate stands beside that of SIPp with itself in the same run.
/// </summary>
internal sealed class LoadRun
{
    private readonly LoadPlan plan;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly int calledPort = Sipp.FreePort();
    private readonly int targetPort = Sipp.FreePort();
    private Step? directCall;
    private Step? directTransfer;

    private LoadRun(LoadPlan plan) => this.plan = plan;

    public static int Go(string[] arguments)
    {
        if (arguments.Except(["--quick", .. Parts]).FirstOrDefault() is { } unknown)
        {
            Console.Error.WriteLine($"load: {unknown} is neither --quick nor one of {string.Join(' ', Parts)}");
            return 2;
        }

        if (Sipp.Program is null)
        {
            Console.Error.WriteLine("load: SIPp is not installed (Debian: sip-tester); without it nothing can be measured");
            return 2;
        }

        var parts = arguments.Intersect(Parts).ToArray();
        return new LoadRun(arguments.Contains("--quick") ? LoadPlan.Quick : LoadPlan.Full).Measure(parts.Length == 0 ? Parts : parts) ? 0 : 1;
    }

    private static readonly string[] Parts = ["ceilings", "calls", "transfers", "relayed", "held"];

    /// <summary>False when a part could not be measured; the others are.</summary>
    private bool Measure(string[] parts)
    {
        var table = new List<(string What, string Figure, string Aim)>();
        var whole = true;
        foreach (var (name, measure) in new (string, Func<IEnumerable<(string, string, string)>>)[]
            { ("ceilings", Ceilings), ("calls", Calls), ("transfers", () => Transfers("transfers", Traffic.Transfer, plan.Transfers)), ("relayed", () => Transfers("relayed REFERs", Traffic.Relayed, plan.Relayed)), ("held", new HeldCalls(plan, Say, calledPort, targetPort).Measure) })
        {
            if (!parts.Contains(name))
                continue;
            try
            {
                foreach (var row in measure())
                    table.Add(row);
            }
            catch (LoadFailure failure)
            {
                Say($"{name}: {failure.Message}");
                table.Add((name, $"not measured: {failure.Message}", ""));
                whole = false;
            }
        }

        Console.WriteLine();
        Console.WriteLine("| what | figure | aim |");
        Console.WriteLine("|---|---|---|");
        foreach (var (what, figure, aim) in table)
            Console.WriteLine($"| {what} | {figure} | {aim} |");
        return whole;
    }

    private IEnumerable<(string What, string Figure, string Aim)> Ceilings()
    {
        directCall = Highest(Traffic.DirectCall, plan.DirectCalls, through: false);
        yield return ("SIPp to SIPp, calls", $"{directCall.Achieved:N0}/s", "");
        directTransfer = Highest(Traffic.DirectTransfer, plan.DirectTransfers, through: false);
        yield return ("SIPp to SIPp, transfers", $"{directTransfer.Achieved:N0}/s", "");
    }

    private IEnumerable<(string What, string Figure, string Aim)> Calls()
    {
        var best = Highest(Traffic.Call, plan.Calls, through: true);
        yield return ("calls", Beside(best, directCall), "");
        yield return ("calls, messages", Messages(best, Traffic.Call, directCall, Traffic.DirectCall), "");
        yield return ("processor time of a call", $"{best.ProcessorMicrosecondsPerCall:N0} us, {best.AllocatedOctetsPerCall / 1024:N1} KiB allocated", "");
    }

    private IEnumerable<(string What, string Figure, string Aim)> Transfers(string what, Traffic traffic, double from)
    {
        var best = Highest(traffic, from, through: true);
        yield return (what, Beside(best, directTransfer), "0.5 of SIPp's");
        yield return ($"{what}, messages", Messages(best, traffic, directTransfer, Traffic.DirectTransfer), "");
        yield return ($"{what}, processor time of each", $"{best.ProcessorMicrosecondsPerCall:N0} us, {best.AllocatedOctetsPerCall / 1024:N1} KiB allocated", "");
        var steady = Steady(traffic, best.Offered * 0.7);
        yield return ($"{what}, REFER to 202 at 70 %, {steady.Offered:N0}/s for {plan.Steady.TotalSeconds:N0} s",
            $"p50 {Percentile(steady, 50):N0} ms, p99 {Percentile(steady, 99):N0} ms, p99.9 {Percentile(steady, 99.9):N0} ms{(steady.IsClean ? "" : " (NOT CLEAN)")}", "p99 < 10 ms");
    }

    /// <summary>
    /// From below: rises step by step as long as it is clean; what then fails twice ends it. Past its edge SIPp collapses, so nothing is tried beyond.
    /// Whatever a failure leaves behind is left to a service that is thrown away.
    /// </summary>
    private Step Highest(Traffic traffic, double from, bool through)
    {
        Say($"{traffic.Name}: from {from:N0}/s upwards");
        Step? best = null;
        var service = through ? WarmedUp(traffic) : null;
        try
        {
            for (var (rate, again) = (from, true); rate >= LoadPlan.LowestRate;)
            {
                var step = Offer.Steadily(traffic, Math.Round(rate), plan.Step, service, calledPort, targetPort);
                Say($"  {step}{(step.IsClean ? "" : "  not clean")}");
                if (step.IsClean)
                {
                    (best, rate, again) = (step, rate * plan.Growth, true);
                    Thread.Sleep(200);
                    continue;
                }

                if (best is not null && !again)
                    return best;
                (again, rate) = (false, best is null ? rate / 2 : rate);
                service?.Dispose();
                service = through ? WarmedUp(traffic) : null;
            }
        }
        finally
        {
            service?.Dispose();
        }

        throw new LoadFailure($"{traffic.Name}: not even {LoadPlan.LowestRate:N0}/s is clean");
    }

    private Step Steady(Traffic traffic, double rate)
    {
        Say($"{traffic.Name}: {rate:N0}/s for {plan.Steady.TotalSeconds:N0} s");
        using var service = WarmedUp(traffic);
        var step = Offer.Steadily(traffic, Math.Round(rate), plan.Steady, service, calledPort, targetPort);
        var end = service.Read();
        Say($"  {step}; resident {end.ResidentOctets >> 20} MiB, {end.Collections} collections, {end.FullCollections} of them full, {end.Paused.TotalMilliseconds:N0} ms paused in all");
        return step;
    }

    /// <summary>A service whose code is compiled as it will stay.</summary>
    private Service WarmedUp(Traffic traffic)
    {
        var service = Service.Start(calledPort, targetPort, traffic.Method);
        foreach (var rate in plan.WarmUp)
            Offer.Steadily(traffic, rate, plan.Step, service, calledPort, targetPort);
        return service;
    }

    private static double Percentile(Step step, double percent) => step.ResponseTimes is [] ? double.NaN
        : step.ResponseTimes[Math.Min(step.ResponseTimes.Length - 1, (int)(step.ResponseTimes.Length * percent / 100))];

    private static string Beside(Step step, Step? direct) => direct is null ? $"{step.Achieved:N0}/s" : $"{step.Achieved / direct.Achieved:N2} of SIPp's, {step.Achieved:N0}/s";

    private static string Messages(Step step, Traffic traffic, Step? direct, Traffic between) =>
        $"{(direct is null ? "" : $"{step.Achieved * traffic.Messages / (direct.Achieved * between.Messages):N2} of SIPp's, ")}{step.Achieved * traffic.Messages:N0}/s ({traffic.Messages} each)";

    private void Say(string line) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed:mm\\:ss} {line}"));
}
