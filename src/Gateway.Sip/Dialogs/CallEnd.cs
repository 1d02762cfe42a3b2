using Gateway.Codecs.Sip.Messages;

namespace Gateway.Sip.Dialogs;

/// <summary>What ended a call.</summary>
public enum EndedBy
{
    /// <summary>We did: our BYE, CANCEL or refusal is through.</summary>
    Ourselves,

    /// <summary>The peer's BYE.</summary>
    Bye,

    /// <summary>The peer's CANCEL before we answered.</summary>
    Cancel,

    /// <summary>A final response of the peer, 300 to 699.</summary>
    Refusal,

    /// <summary>No response within Timer B or F (RFC 3261 8.1.3.1: to be taken as 408).</summary>
    NoResponse,

    /// <summary>The request could not be sent (RFC 3261 8.1.3.1: to be taken as 503).</summary>
    TransportError,

    /// <summary>Our 2xx, or a reliable provisional response, was never acknowledged.</summary>
    NoAck,

    /// <summary>Nobody refreshed the session in time (RFC 4028 10); we sent BYE.</summary>
    SessionExpired,
}

/// <summary>Why a call ended.</summary>
/// <param name="Message">The message that ended it, with its Reason, Retry-After or Contact; null when none did.</param>
public sealed record CallEnd(EndedBy By, SipMessage? Message = null)
{
    public static readonly CallEnd Ourselves = new(EndedBy.Ourselves);

    /// <summary>The status this end amounts to, or null after a BYE, a CANCEL or an end of our own.</summary>
    public int? Status => By switch
    {
        EndedBy.Refusal => (Message as SipResponse)?.Status,
        EndedBy.NoResponse or EndedBy.NoAck or EndedBy.SessionExpired => 408,
        EndedBy.TransportError => 503,
        _ => null,
    };
}
