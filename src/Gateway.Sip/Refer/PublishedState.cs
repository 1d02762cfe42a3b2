namespace Gateway.Sip.Refer;

/// <summary>
/// The state of a referenced request under a URI of its own, which the sender of the REFER was told by Refer-Events-At: RFC 7614 (2015) 4. It
/// outlives the request for those who ask late.
/// </summary>
/// <param name="Token">The user part of the URI: unguessable, as whoever knows it is told.</param>
internal sealed class PublishedState(string token)
{
    public string Token => token;

    public ReferReport Current { get; set; } = ReferReport.Trying;

    /// <summary>The subscriptions to it.</summary>
    public List<NotifierUsage> Watchers { get; } = [];
}
