using System.Diagnostics;

namespace Gateway.Benchmarks.Load;

/// <summary>A kind of traffic: who calls with which scenario, and who answers.</summary>
/// <param name="Messages">On the wire in front of and behind whoever is measured, for each call.</param>
/// <param name="Method">By which the service transfers.</param>
internal sealed record Traffic(string Name, string Caller, string Called, string? Target, int Messages, string Method = "bridge")
{
    public static readonly Traffic DirectCall = new("SIPp to SIPp, call", "call", "answer", null, 6);
    public static readonly Traffic DirectTransfer = new("SIPp to SIPp, REFER", "transfer", "referred", null, 12);
    public static readonly Traffic Call = new("gateway, call", "call", "answer", null, 13);
    public static readonly Traffic Transfer = new("gateway, transfer", "transfer", "moved", "target", 33);
    public static readonly Traffic Relayed = new("gateway, relayed REFER", "transfer", "referred", null, 24, "refer");
}

/// <summary>What became of calls offered at one rate.</summary>
internal sealed record Step(double Offered, double Achieved, int Wanted, int Successful, int Retransmissions, TimeSpan Processor, long AllocatedOctets, double[] ResponseTimes)
{
    /// <summary>Every call went as its scenario says, as fast as it was offered, and less than one message in a thousand calls had to be repeated.</summary>
    public bool IsClean => Successful == Wanted && Achieved >= 0.95 * Offered && Retransmissions <= Wanted / 1000;

    public double ProcessorMicrosecondsPerCall => Processor.TotalMicroseconds / Math.Max(1, Successful);

    public double AllocatedOctetsPerCall => (double)AllocatedOctets / Math.Max(1, Successful);

    public override string ToString() =>
        $"{Offered,7:N0}/s offered, {Achieved,7:N0}/s done, {Wanted - Successful} of {Wanted} failed, {Retransmissions} repeated"
        + (Processor > TimeSpan.Zero ? $", {ProcessorMicrosecondsPerCall:N0} us and {AllocatedOctetsPerCall / 1024:N0} KiB a call" : "");
}

/// <summary>Offers traffic at a given rate for a given time, to SIPp itself or to the service.</summary>
internal static class Offer
{
    /// <param name="service">Null: to whoever answers, at once.</param>
    public static Step Steadily(Traffic traffic, double rate, TimeSpan time, Service? service, int calledPort, int targetPort)
    {
        var calls = (int)(rate * time.TotalSeconds);
        using var called = Sipp.Answer(traffic.Called, calledPort, calls);
        using var target = traffic.Target is { } scenario ? Sipp.Answer(scenario, targetPort, calls) : null;
        var before = service?.Read() ?? default;
        var clock = Stopwatch.StartNew();
        using var caller = Sipp.Call(traffic.Caller, service?.Port ?? calledPort, rate, calls, "-trace_rtt", "-rtt_freq", "1");
        // Whoever falls behind repeats for half a minute; that need not be seen to its end.
        var limit = time * 1.25 + TimeSpan.FromSeconds(2);
        var ended = caller.Ends(limit) && called.Ends(limit - clock.Elapsed + TimeSpan.FromSeconds(1))
            && (target?.Ends(limit - clock.Elapsed + TimeSpan.FromSeconds(1)) ?? true);
        var after = service?.Read() ?? default;
        SippStatistics counted = caller.Statistics(), answered = called.Statistics(), targeted = target?.Statistics() ?? default;
        var good = ended && called.EndedWell && target?.EndedWell != false ? counted.Successful : Math.Min(counted.Successful, calls - 1);
        return new(
            rate, counted.RatePerSecond, calls, good, counted.Retransmissions + answered.Retransmissions + targeted.Retransmissions,
            after.Processor - before.Processor, after.AllocatedOctets - before.AllocatedOctets, caller.ResponseTimes());
    }
}
