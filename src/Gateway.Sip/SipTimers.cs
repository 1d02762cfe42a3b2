using System.Collections.Frozen;

namespace Gateway.Sip;

/// <summary>One row of the timer table.</summary>
/// <param name="Default">Over unreliable transport, before any doubling.</param>
/// <param name="Clause">Document and clause that defines it.</param>
public sealed record SipTimerDefinition(SipTimer Timer, TimeSpan Default, string Clause);

/// <summary>
/// The one table of durations. RFC 3261 Table 4: T1 = 500 ms (round trip estimate), T2 = 4 s (longest interval between
/// retransmissions), T4 = 5 s (longest life of a message in the network).
/// </summary>
public static class SipTimers
{
    public static readonly TimeSpan T1 = TimeSpan.FromMilliseconds(500);
    public static readonly TimeSpan T2 = TimeSpan.FromSeconds(4);
    public static readonly TimeSpan T4 = TimeSpan.FromSeconds(5);

    /// <summary>A number of doublings that surely reaches T2.</summary>
    public const int Saturated = 8;

    public static readonly TimeSpan SixtyFourT1 = 64 * T1;

    /// <summary>Every timer with its default and clause, in the order of <see cref="SipTimer"/>.</summary>
    public static readonly FrozenDictionary<SipTimer, SipTimerDefinition> Table = new SipTimerDefinition[]
    {
        new(SipTimer.A, T1, "RFC 3261 17.1.1.2"),
        new(SipTimer.B, SixtyFourT1, "RFC 3261 17.1.1.2"),
        new(SipTimer.D, TimeSpan.FromSeconds(32), "RFC 3261 17.1.1.2"),
        new(SipTimer.E, T1, "RFC 3261 17.1.2.2"),
        new(SipTimer.F, SixtyFourT1, "RFC 3261 17.1.2.2"),
        new(SipTimer.G, T1, "RFC 3261 17.2.1"),
        new(SipTimer.H, SixtyFourT1, "RFC 3261 17.2.1"),
        new(SipTimer.I, T4, "RFC 3261 17.2.1"),
        new(SipTimer.J, SixtyFourT1, "RFC 3261 17.2.2"),
        new(SipTimer.K, T4, "RFC 3261 17.1.2.2"),
        new(SipTimer.L, SixtyFourT1, "RFC 6026 7.1"),
        new(SipTimer.M, SixtyFourT1, "RFC 6026 7.2"),
        new(SipTimer.N, SixtyFourT1, "RFC 6665 4.1.2.4"),
        new(SipTimer.AnswerRetransmission, T1, "RFC 3261 13.3.1.4"),
        new(SipTimer.AnswerTimeout, SixtyFourT1, "RFC 3261 13.3.1.4"),
        new(SipTimer.CancelTimeout, SixtyFourT1, "RFC 3261 9.1"),
        new(SipTimer.Glare, TimeSpan.FromSeconds(2), "RFC 3261 14.1"),
        new(SipTimer.ProvisionalRetransmission, T1, "RFC 3262 3"),
        new(SipTimer.ProvisionalTimeout, SixtyFourT1, "RFC 3262 3"),
        new(SipTimer.ProvisionalRepetition, TimeSpan.FromMinutes(1), "RFC 3261 13.3.1.1"),
        new(SipTimer.SessionRefresh, TimeSpan.FromSeconds(900), "RFC 4028 10"),
        new(SipTimer.SessionExpiry, TimeSpan.FromSeconds(1800), "RFC 4028 4"),
        new(SipTimer.Tombstone, TimeSpan.FromSeconds(64), "RFC 3891 3"),
        new(SipTimer.Subscription, TimeSpan.FromSeconds(240), "RFC 3515 2.4.4"),
        new(SipTimer.PublishedState, 2 * SixtyFourT1, "RFC 7614 4.4"),
        new(SipTimer.NotifyPace, TimeSpan.FromSeconds(1), "RFC 3515 3.10"),
        new(SipTimer.RegistrationRefresh, TimeSpan.FromSeconds(3536), "RFC 3261 10.2.4"),
        new(SipTimer.RegistrationRetry, TimeSpan.FromSeconds(60), "RFC 5626 4.5"),
    }.ToFrozenDictionary(row => row.Timer);

    /// <summary>
    /// The duration of a timer. Retransmission timers double up to T2 (A and those of provisional responses: without limit, another timer ends them); D, I, J and K are zero over
    /// a reliable transport; a reliable provisional response is said again less often.
    /// </summary>
    /// <param name="doublings">How often a retransmission timer has fired already.</param>
    public static TimeSpan Duration(SipTimer timer, bool reliable, int doublings = 0)
    {
        var once = Table[timer].Default;
        return timer switch
        {
            SipTimer.A or SipTimer.ProvisionalRetransmission => once * (1 << Math.Min(doublings, Saturated)),
            SipTimer.E or SipTimer.G or SipTimer.AnswerRetransmission => Min(once * (1 << Math.Min(doublings, Saturated)), T2),
            // RFC 3262 3.
            SipTimer.ProvisionalRepetition => reliable ? TimeSpan.FromSeconds(150) : once,
            SipTimer.D or SipTimer.I or SipTimer.J or SipTimer.K => reliable ? TimeSpan.Zero : once,
            _ => once,
        };
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
