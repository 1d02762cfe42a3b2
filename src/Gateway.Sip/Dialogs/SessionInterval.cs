using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Sip.Dialogs;

/// <summary>The session timers that an installation wants: RFC 4028 (2005) 4 and 5.</summary>
public sealed record SessionTimerOptions
{
    /// <summary>How long a session lives without a refresh, when nobody wants it shorter.</summary>
    public TimeSpan Interval { get; init; } = SipTimers.Table[SipTimer.SessionExpiry].Default;

    /// <summary>The shortest interval that is taken; 90 s is the least that may stand here.</summary>
    public TimeSpan Minimum { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Asks for a timer; otherwise one is only kept that the peer asks for.</summary>
    public bool Offered { get; init; } = true;
}

/// <summary>What both sides say about the life of a session: Session-Expires and Min-SE of RFC 4028 (2005).</summary>
internal static class SessionInterval
{
    public const string OptionTag = "timer";

    /// <summary>RFC 4028 5: what holds without a Min-SE.</summary>
    private const int LeastSeconds = 90;

    /// <summary>RFC 4028 7.1, 7.4: what our request asks for. In a running session with a timer the roles stay.</summary>
    /// <param name="leastSeconds">The Min-SE of a 422, or 0.</param>
    public static SipRequest Ask(SipRequest request, SessionTimerOptions options, SessionTimer.State running, int leastSeconds)
    {
        SessionExpires? wanted = running switch
        {
            SessionTimer.State.Refreshing(var interval) => new(Math.Max((int)interval.TotalSeconds, leastSeconds), Refresher.Uac),
            SessionTimer.State.Watching(var interval) => new(Math.Max((int)interval.TotalSeconds, leastSeconds), Refresher.Uas),
            _ when options.Offered => new(Math.Max((int)options.Interval.TotalSeconds, leastSeconds)),
            _ => null,
        };
        return wanted is null ? request : request with { SessionExpires = wanted, MinSe = Stated(options, leastSeconds) };
    }

    /// <summary>RFC 4028 9: the shortest interval we take, when this request asks for less and its sender knows what 422 means; else null.</summary>
    public static int? TooSmall(SipRequest request, SessionTimerOptions options) =>
        request.SessionExpires is { } asked && asked.Seconds < Least(options) && request.Supports(OptionTag) ? Least(options) : null;

    /// <summary>RFC 4028 9 with Table 2: puts into the 2xx to this request what we agree on.</summary>
    public static SipResponse Agree(SipRequest request, SipResponse response, SessionTimerOptions options)
    {
        var asked = request.SessionExpires;
        if (asked is null && !options.Offered)
        {
            return response;
        }

        // The asked interval may be made shorter, though never shorter than the Min-SE; one that was not asked for is ours to choose.
        var ours = Math.Max((int)options.Interval.TotalSeconds, Math.Max(Least(options), request.MinSe ?? 0));
        var refresher = request.Supports(OptionTag) ? asked?.Refresher ?? Refresher.Uac : Refresher.Uas;
        return response with
        {
            SessionExpires = new SessionExpires(asked is { } said ? Math.Min(said.Seconds, ours) : ours, refresher),
            // Whoever is to refresh must know of it.
            Require = refresher == Refresher.Uac && !response.Requires(OptionTag) ? [.. response.Require, OptionTag] : response.Require,
        };
    }

    private static int Least(SessionTimerOptions options) => Math.Max(LeastSeconds, (int)options.Minimum.TotalSeconds);

    private static int? Stated(SessionTimerOptions options, int leastSeconds) =>
        Math.Max(Least(options), leastSeconds) is var least && least > LeastSeconds ? least : null;
}
