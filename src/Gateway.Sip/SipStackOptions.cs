namespace Gateway.Sip;

/// <summary>What may differ from one installation to the next.</summary>
public sealed record SipStackOptions
{
    /// <summary>User-Agent and Server header; null sends none.</summary>
    public string? Product { get; init; }

    /// <summary>202 as RFC 3515 has it and older peers expect, or 200 as RFC 7647 demands.</summary>
    public int ReferAcceptStatus { get; init; } = 202;

    /// <summary>How long a refer subscription lives behind its last NOTIFY; longer than a call can ring.</summary>
    public TimeSpan SubscriptionDuration { get; init; } = SipTimers.Table[SipTimer.Subscription].Default;

    /// <summary>Take a REFER while another one on the same dialog runs, instead of answering 491.</summary>
    public bool ConcurrentRefers { get; init; }

    /// <summary>Take a REFER outside a dialog that names none of ours by Target-Dialog, instead of answering 403.</summary>
    public bool UnrelatedRefers { get; init; }

    /// <summary>
    /// Send requests inside a dialog back the way it came, instead of to the peer's Contact or first route: for peers behind address
    /// translators, whose Contact leads nowhere.
    /// </summary>
    public bool KeepFlow { get; init; }

    /// <summary>Honour <c>Refer-Sub: false</c> and its relatives; otherwise a subscription is made all the same.</summary>
    public bool ReferWithoutSubscription { get; init; } = true;

    /// <summary>Who may say what; null lets everybody in.</summary>
    public Security.AdmissionSettings? Admission { get; init; }
}
