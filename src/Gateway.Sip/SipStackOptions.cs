using Gateway.Sip.Dialogs;

namespace Gateway.Sip;

/// <summary>Reliable provisional responses, RFC 3262 (2002): as caller, what we ask for; as callee, what we send.</summary>
public enum ProvisionalReliability
{
    /// <summary>We do not know them: <c>Require: 100rel</c> is answered 420.</summary>
    Never,

    /// <summary>Sent where the caller requires them, or supports them and a session description rides along.</summary>
    Supported,

    /// <summary>Required as caller; as callee 421 answers who does not know them.</summary>
    Required,
}

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

    /// <summary>What becomes of reliable provisional responses (RFC 3262).</summary>
    public ProvisionalReliability Reliability { get; init; } = ProvisionalReliability.Supported;

    /// <summary>Session timers (RFC 4028).</summary>
    public SessionTimerOptions SessionTimer { get; init; } = new();

    /// <summary>Have the sender of a REFER subscribe by itself, where it can (RFC 7614): 421 to one that does not offer to, though it could.</summary>
    public bool ExplicitSubscriptions { get; init; }

    /// <summary>A SUBSCRIBE that refreshes for less is answered 423 (RFC 6665 4.2.1.1).</summary>
    public TimeSpan ShortestSubscription { get; init; } = TimeSpan.FromSeconds(32);

    /// <summary>Let an INVITE with Replaces take an early dialog that its peer started, which RFC 3891 3 answers 481 and some endpoints rely on.</summary>
    public bool ReplaceForeignEarly { get; init; }

    /// <summary>Honour <c>Refer-Sub: false</c> and its relatives; otherwise a subscription is made all the same.</summary>
    public bool ReferWithoutSubscription { get; init; } = true;

    /// <summary>Who may say what; null lets everybody in.</summary>
    public Security.AdmissionSettings? Admission { get; init; }

    /// <summary>With what the challenges of the other end of a flow are answered; nothing: they reach the user as refusals.</summary>
    public Func<Flow, IReadOnlyList<Security.DigestAccount>> Credentials { get; init; } = _ => [];

    /// <summary>
    /// The listener that sends a request too long for UDP over TCP instead (RFC 3261 18.1.1), by the flow it would have taken; null, or an
    /// answer of null: it goes by UDP however long it is.
    /// </summary>
    public Func<Flow, Listener?>? StreamFor { get; init; }
}
