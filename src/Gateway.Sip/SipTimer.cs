namespace Gateway.Sip;

/// <summary>The timers of this stack by their standard names; durations come from <see cref="SipTimers"/>.</summary>
public enum SipTimer
{
    /// <summary>Timer A: INVITE request retransmission.</summary>
    A,

    /// <summary>Timer B: INVITE transaction timeout.</summary>
    B,

    /// <summary>Timer D: wait for retransmissions of a final response to INVITE.</summary>
    D,

    /// <summary>Timer E: non-INVITE request retransmission.</summary>
    E,

    /// <summary>Timer F: non-INVITE transaction timeout.</summary>
    F,

    /// <summary>Timer G: INVITE final response retransmission.</summary>
    G,

    /// <summary>Timer H: wait for the ACK of a final response other than 2xx.</summary>
    H,

    /// <summary>Timer I: wait for ACK retransmissions.</summary>
    I,

    /// <summary>Timer J: wait for retransmissions of a non-INVITE request.</summary>
    J,

    /// <summary>Timer K: wait for retransmissions of a non-INVITE response.</summary>
    K,

    /// <summary>Timer L: wait for retransmissions of an accepted INVITE.</summary>
    L,

    /// <summary>Timer M: wait for further 2xx responses to an INVITE.</summary>
    M,

    /// <summary>Timer N: a subscriber waits for the first NOTIFY.</summary>
    N,

    /// <summary>Retransmission of a 2xx to INVITE by the UAS core.</summary>
    AnswerRetransmission,

    /// <summary>The UAS core gives up waiting for the ACK of its 2xx.</summary>
    AnswerTimeout,

    /// <summary>A cancelled INVITE never got a final response.</summary>
    CancelTimeout,

    /// <summary>Back-off after a re-INVITE was answered 491.</summary>
    Glare,

    /// <summary>Retransmission of a reliable provisional response by the UAS core.</summary>
    ProvisionalRetransmission,

    /// <summary>The UAS core gives up waiting for a PRACK.</summary>
    ProvisionalTimeout,

    /// <summary>A call that rings long is said to ring again, so that no proxy gives it up.</summary>
    ProvisionalRepetition,

    /// <summary>We refresh the session.</summary>
    SessionRefresh,

    /// <summary>The session was not refreshed in time and is ended.</summary>
    SessionExpiry,

    /// <summary>A finished dialog is remembered, so that Replaces naming it is answered 603 and not 481.</summary>
    Tombstone,

    /// <summary>A refer subscription ends by itself.</summary>
    Subscription,

    /// <summary>The published state of a finished referenced request is kept for those who subscribe late.</summary>
    PublishedState,

    /// <summary>The least distance of two NOTIFY requests of one subscription.</summary>
    NotifyPace,

    /// <summary>Our binding at a registrar is prolonged.</summary>
    RegistrationRefresh,

    /// <summary>A registration that failed is tried again.</summary>
    RegistrationRetry,
}

/// <summary>Names one running timer: the transaction, dialog or subscription that owns it, and which of its timers it is.</summary>
public readonly record struct TimerKey(long Owner, SipTimer Timer)
{
    public override string ToString() => $"{Timer}#{Owner}";
}
