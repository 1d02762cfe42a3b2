namespace Gateway.H323.Registration;

/// <summary>The timers of RAS (H.225.0 (12/2009) 7.19 recommends the values).</summary>
public enum RasTimer
{
    /// <summary>A request waits for its answer: 3 s, two repetitions; ARQ 5 s.</summary>
    Request,

    /// <summary>The registration is renewed: 20 s before its time to live ends, but not before half of it.</summary>
    Refresh,

    /// <summary>After a refusal or silence 30 s, after URQ 5 s; ours.</summary>
    Retry,
}

/// <summary>Names one running timer.</summary>
/// <param name="Call">Null for the registration itself.</param>
public readonly record struct RasTimerKey(CallKey? Call, RasTimer Timer);
