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

        try
        {
            var parts = arguments.Intersect(Parts).ToArray();
            new LoadRun(arguments.Contains("--quick") ? LoadPlan.Quick : LoadPlan.Full).Measure(parts.Length == 0 ? Parts : parts);
            return 0;
        }
        catch (LoadFailure failure)
        {
            Console.Error.WriteLine($"load: {failure.Message}");
            return 1;
        }
    }

    private static readonly string[] Parts = ["ceilings", "calls", "transfers", "held"];

    private void Measure(string[] parts)
    {
        var table = new List<(string What, string Figure, string Aim)>();
        Step? call = null, refer = null;
        if (parts.Contains("ceilings"))
        {
            call = Highest(Traffic.DirectCall, plan.DirectCalls, through: false);
            refer = Highest(Traffic.DirectTransfer, plan.DirectTransfers, through: false);
            table.Add(("SIPp to SIPp, calls", $"{call.Achieved:N0}/s", ""));
            table.Add(("SIPp to SIPp, transfers", $"{refer.Achieved:N0}/s", ""));
        }

        if (parts.Contains("calls"))
        {
            var best = Highest(Traffic.Call, plan.Calls, through: true);
            table.Add(("calls", Beside(best, call), ""));
            table.Add(("calls, messages", Messages(best, Traffic.Call, call, Traffic.DirectCall), ""));
            table.Add(("processor time of a call", $"{best.ProcessorMicrosecondsPerCall:N0} us, {best.AllocatedOctetsPerCall / 1024:N1} KiB allocated", ""));
        }

        if (parts.Contains("transfers"))
        {
            var best = Highest(Traffic.Transfer, plan.Transfers, through: true);
            table.Add(("transfers", Beside(best, refer), "half"));
            table.Add(("transfers, messages", Messages(best, Traffic.Transfer, refer, Traffic.DirectTransfer), ""));
            table.Add(("processor time of a transfer", $"{best.ProcessorMicrosecondsPerCall:N0} us, {best.AllocatedOctetsPerCall / 1024:N1} KiB allocated", ""));
            var steady = Steady(best.Offered * 0.7);
            table.Add(($"REFER to 202 at 70 %, {steady.Offered:N0}/s for {plan.Steady.TotalSeconds:N0} s",
                $"p50 {Percentile(steady, 50):N0} ms, p99 {Percentile(steady, 99):N0} ms, p99.9 {Percentile(steady, 99.9):N0} ms{(steady.IsClean ? "" : " (NOT CLEAN)")}", "p99 < 10 ms"));
        }

        if (parts.Contains("held"))
            table.AddRange(new HeldCalls(plan, Say, calledPort, targetPort).Measure());

        Console.WriteLine();
        Console.WriteLine("| what | figure | aim |");
        Console.WriteLine("|---|---|---|");
        foreach (var (what, figure, aim) in table)
            Console.WriteLine($"| {what} | {figure} | {aim} |");
    }

    /// <summary>From below: rises by a fifth as long as it is clean; what then fails twice ends it. Past its edge SIPp collapses, so nothing is tried beyond.</summary>
    private Step Highest(Traffic traffic, double from, bool through)
    {
        Say($"{traffic.Name}: from {from:N0}/s upwards");
        Step? best = null;
        using var service = through ? Service.Start(calledPort, targetPort) : null;
        if (service is not null)
            WarmUp(traffic, service);
        for (var (rate, again) = (from, true); ; )
        {
            var step = Offer.Steadily(traffic, Math.Round(rate), plan.Step, service, calledPort, targetPort);
            Say($"  {step}{(step.IsClean ? "" : "  not clean")}");
            if (step.IsClean)
                (best, rate, again) = (step, rate * 1.2, true);
            else if (again && service?.IsUp != false)
                // What the first try left behind must not spoil the second.
                (again, rate) = (false, best is null ? rate / 2 : rate);
            else
                return best ?? throw new LoadFailure($"{traffic.Name}: not even {rate:N0}/s is clean");
            Thread.Sleep(again ? 200 : 2000);
        }
    }

    private Step Steady(double rate)
    {
        Say($"{Traffic.Transfer.Name}: {rate:N0}/s for {plan.Steady.TotalSeconds:N0} s");
        using var service = Service.Start(calledPort, targetPort);
        WarmUp(Traffic.Transfer, service);
        var step = Offer.Steadily(Traffic.Transfer, Math.Round(rate), plan.Steady, service, calledPort, targetPort);
        var end = service.Read();
        Say($"  {step}; resident {end.ResidentOctets >> 20} MiB, {end.Collections} collections, {end.FullCollections} of them full, {end.Paused.TotalMilliseconds:N0} ms paused in all");
        return step;
    }

    /// <summary>Until the code is compiled as it will stay.</summary>
    private void WarmUp(Traffic traffic, Service service)
    {
        foreach (var rate in plan.WarmUp)
            Offer.Steadily(traffic, rate, plan.Step, service, calledPort, targetPort);
    }

    private static double Percentile(Step step, double percent) => step.ResponseTimes is [] ? double.NaN
        : step.ResponseTimes[Math.Min(step.ResponseTimes.Length - 1, (int)(step.ResponseTimes.Length * percent / 100))];

    private static string Beside(Step step, Step? direct) => direct is null ? $"{step.Achieved:N0}/s" : $"{step.Achieved / direct.Achieved:N2} of SIPp's, {step.Achieved:N0}/s";

    private static string Messages(Step step, Traffic traffic, Step? direct, Traffic between) =>
        $"{(direct is null ? "" : $"{step.Achieved * traffic.Messages / (direct.Achieved * between.Messages):N2} of SIPp's, ")}{step.Achieved * traffic.Messages:N0}/s ({traffic.Messages} each)";

    private void Say(string line) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed:mm\\:ss} {line}"));
}
