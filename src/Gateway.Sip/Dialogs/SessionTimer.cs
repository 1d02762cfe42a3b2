using Transition = Gateway.Sip.Transition<Gateway.Sip.Dialogs.SessionTimer.State, Gateway.Sip.Dialogs.SessionTimer.Output>;

namespace Gateway.Sip.Dialogs;

/// <summary>
/// The session timer of an established call: RFC 4028 (2005) 7.2, 9 and 10. What is agreed in each 2xx to INVITE, re-INVITE and UPDATE
/// is <see cref="SessionInterval"/>.
/// </summary>
public static class SessionTimer
{
    public abstract record State
    {
        /// <summary>No interval was agreed.</summary>
        public sealed record Off : State;

        /// <summary>We refresh, at half the interval.</summary>
        public sealed record Refreshing(TimeSpan Interval) : State;

        /// <summary>The peer refreshes.</summary>
        public sealed record Watching(TimeSpan Interval) : State;
    }

    public abstract record Input
    {
        /// <summary>A 2xx to a session refresh request says so; a null interval says that there is no timer (any more).</summary>
        public sealed record Agreed(TimeSpan? Interval, bool WeRefresh) : Input;

        public sealed record Expired(SipTimer Timer) : Input;

        /// <summary>Our refresh was refused, or met another exchange; there is time to try again.</summary>
        public sealed record RefreshFailed : Input;

        public sealed record UsageEnded : Input;
    }

    public abstract record Output
    {
        public sealed record Start(SipTimer Timer, TimeSpan Duration) : Output;

        public sealed record Stop(SipTimer Timer) : Output;

        public sealed record Refresh : Output;

        /// <summary>No refresh came in time: BYE.</summary>
        public sealed record LoseUsage : Output;

        /// <summary>Nothing is done, and this is why.</summary>
        public sealed record Ignored(string Why) : Output
        {
            public static readonly Ignored Stale = new("stale timer");
        }
    }

    public static Transition Handle(State state, Input input) => (state, input) switch
    {
        (_, Input.Agreed(null, _) or Input.UsageEnded) => new(
            new State.Off(),
            state is State.Off ? [] : [new Output.Stop(SipTimer.SessionRefresh), new Output.Stop(SipTimer.SessionExpiry)]),
        (_, Input.Agreed({ } interval, true)) => new(
            new State.Refreshing(interval),
            [new Output.Start(SipTimer.SessionRefresh, interval / 2), new Output.Start(SipTimer.SessionExpiry, interval - Margin(interval))]),
        (_, Input.Agreed({ } interval, false)) => new(
            new State.Watching(interval),
            [new Output.Stop(SipTimer.SessionRefresh), new Output.Start(SipTimer.SessionExpiry, interval - Margin(interval))]),
        (State.Refreshing, Input.Expired(SipTimer.SessionRefresh)) => new(state, [new Output.Refresh()]),
        (State.Refreshing(var interval), Input.RefreshFailed) => new(state, [new Output.Start(SipTimer.SessionRefresh, interval / 12)]),
        (_, Input.RefreshFailed) => new(state, []),
        (State.Refreshing or State.Watching, Input.Expired(SipTimer.SessionExpiry)) => new(
            new State.Off(), [new Output.Stop(SipTimer.SessionRefresh), new Output.LoseUsage()]),
        _ => new(state, [Output.Ignored.Stale]),
    };

    /// <summary>RFC 4028 10: the BYE goes out a third of the interval before its end, but no more than 32 s.</summary>
    private static TimeSpan Margin(TimeSpan interval) => interval / 3 < SipTimers.SixtyFourT1 ? interval / 3 : SipTimers.SixtyFourT1;
}
