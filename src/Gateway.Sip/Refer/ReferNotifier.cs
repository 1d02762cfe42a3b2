using Gateway.Codecs.Sip.Messages;
using Transition = Gateway.Sip.Transition<Gateway.Sip.Refer.ReferNotifier.State, Gateway.Sip.Refer.ReferNotifier.Output>;

namespace Gateway.Sip.Refer;

/// <summary>
/// The receiver of a REFER as notifier of its implicit subscription: RFC 6665 (2012) Figure 2 (notifier) with RFC 3515 (2003)
/// 2.4.4 to 2.4.6. One NOTIFY is outstanding at most; each carries the full state, so what waits behind it is only the newest
/// report.
/// </summary>
public static class ReferNotifier
{
    /// <summary>A NOTIFY to be sent: the report, and the reason when it terminates the subscription.</summary>
    public sealed record Notification(ReferReport Report, string? TerminatedReason)
    {
        public bool IsLast => TerminatedReason is not null;
    }

    public abstract record State
    {
        /// <summary>[resp_wait]: the REFER waits for the user's decision.</summary>
        public sealed record Deciding : State;

        /// <summary>[active]</summary>
        /// <param name="Current">The newest report, told or not.</param>
        /// <param name="Waiting">What is sent as soon as the outstanding NOTIFY is answered and the pace allows.</param>
        /// <param name="Outstanding">A NOTIFY has not been answered.</param>
        /// <param name="Paced">The last NOTIFY is less than a second old.</param>
        public sealed record Active(ReferReport Current, Notification? Waiting, bool Outstanding, bool Paced) : State;

        /// <summary>[terminated], but the last NOTIFY has not been answered.</summary>
        /// <param name="Retried">It was refused with Retry-After once; a second time is enough.</param>
        public sealed record Closing(Notification Last, bool Retried = false) : State;

        /// <summary>[terminated]: no NOTIFY will be sent any more.</summary>
        public sealed record Terminated : State;
    }

    public abstract record Input
    {
        /// <summary>User: the REFER is accepted.</summary>
        /// <param name="Subscribed">False when the parties agreed on no subscription (RFC 4488, RFC 7614).</param>
        public sealed record Accept(SipResponse Response, bool Subscribed) : Input
        {
            /// <summary>How far the referenced request is when the subscription begins; more than trying when it was made by SUBSCRIBE (RFC 7614).</summary>
            public ReferReport Current { get; init; } = ReferReport.Trying;
        }

        /// <summary>User: the REFER is refused.</summary>
        public sealed record Reject(SipResponse Response) : Input;

        /// <summary>User: the state of the referenced request; the first final report is the last.</summary>
        public sealed record Notify(ReferReport Report) : Input;

        /// <summary>2xx, or a refusal that leaves the subscription alone.</summary>
        public sealed record Delivered : Input;

        /// <summary>A refusal with Retry-After; <see cref="SipTimer.NotifyPace"/> runs that long.</summary>
        public sealed record RetryLater(Notification Refused) : Input;

        /// <summary>A refusal that removes the subscription, or no answer at all (RFC 6665 4.2.2).</summary>
        public sealed record Undeliverable : Input;

        /// <summary>SUBSCRIBE with a time.</summary>
        public sealed record Refreshed : Input;

        /// <summary>SUBSCRIBE with Expires: 0.</summary>
        public sealed record Unsubscribed : Input;

        public sealed record Expired(SipTimer Timer) : Input;
    }

    public abstract record Output
    {
        public sealed record Respond(SipResponse Response) : Output;

        public sealed record SendNotify(Notification Notification) : Output;

        public sealed record Start(SipTimer Timer) : Output;

        public sealed record Stop(SipTimer Timer) : Output;

        /// <summary>The subscription is gone and its dialog usage with it.</summary>
        public sealed record Finished(bool Delivered) : Output;

        /// <summary>Nothing is done, and this is why.</summary>
        public sealed record Ignored(string Why) : Output
        {
            public static readonly Ignored Absorbed = new("absorbed");
            public static readonly Ignored Stale = new("stale timer");
            public static readonly Ignored Unheard = new("nobody is subscribed any more");
            public static readonly Ignored Misuse = new("not possible in this state");
        }
    }

    public static Transition Handle(State state, Input input) => state switch
    {
        State.Deciding deciding => InDeciding(deciding, input),
        State.Active active => InActive(active, input),
        State.Closing closing => InClosing(closing, input),
        _ => InTerminated(state, input),
    };

    private static Transition InDeciding(State.Deciding state, Input input) => input switch
    {
        // RFC 3515 2.4.4: the first NOTIFY goes at once, behind the 2xx.
        Input.Accept(var response, true) { Current: { IsFinal: true } current } => new(
            new State.Closing(new Notification(current, "noresource")),
            [new Output.Respond(response), new Output.SendNotify(new Notification(current, "noresource"))]),
        Input.Accept(var response, true) { Current: var current } => new(
            new State.Active(current, null, true, true),
            [
                new Output.Respond(response), new Output.SendNotify(new Notification(current, null)),
                new Output.Start(SipTimer.Subscription), new Output.Start(SipTimer.NotifyPace),
            ]),
        Input.Accept(var response, false) => new(
            new State.Terminated(), [new Output.Respond(response), new Output.Finished(true)]),
        Input.Reject(var response) => new(
            new State.Terminated(), [new Output.Respond(response), new Output.Finished(true)]),
        Input.Notify => new(state, [Output.Ignored.Misuse]),
        Input.Expired => new(state, [Output.Ignored.Stale]),
        _ => new(state, [Output.Ignored.Absorbed]),
    };

    private static Transition InActive(State.Active state, Input input) => input switch
    {
        // The first final report is the last; nothing takes it back.
        Input.Notify when state.Current.IsFinal => new(state, [Output.Ignored.Misuse]),
        // The sender knows that much.
        Input.Notify(var report) when report == state.Current => new(state, [Output.Ignored.Absorbed]),
        Input.Notify(var report) => Next(state with { Current = report, Waiting = Told(report, state.Waiting) }),
        Input.Delivered => Next(state with { Outstanding = false }),
        // Full state: what was refused is worth repeating only when nothing newer waits.
        Input.RetryLater(var refused) => new(
            state with { Outstanding = false, Paced = true, Waiting = state.Waiting ?? refused }, []),
        Input.Undeliverable => new(
            new State.Terminated(),
            [new Output.Stop(SipTimer.Subscription), new Output.Stop(SipTimer.NotifyPace), new Output.Finished(false)]),
        Input.Expired(SipTimer.NotifyPace) => Next(state with { Paced = false }),
        // RFC 6665 4.2.1.4 and 4.2.2: the last NOTIFY tells the state so far; the referenced request goes on.
        Input.Expired(SipTimer.Subscription) or Input.Unsubscribed => Next(
            state.Waiting is { IsLast: true } ? state : state with { Waiting = new Notification(state.Current, "timeout") }),
        // Each NOTIFY states the full duration anew and starts it anew, so that the two agree.
        Input.Refreshed => Next(state with { Waiting = state.Waiting ?? new Notification(state.Current, null) }),
        Input.Accept or Input.Reject => new(state, [Output.Ignored.Misuse]),
        _ => new(state, [Output.Ignored.Stale]),
    };

    private static Transition InClosing(State.Closing state, Input input) => input switch
    {
        Input.Delivered => new(new State.Terminated(), [new Output.Stop(SipTimer.NotifyPace), new Output.Finished(true)]),
        Input.Undeliverable => new(
            new State.Terminated(), [new Output.Stop(SipTimer.NotifyPace), new Output.Finished(false)]),
        Input.RetryLater when !state.Retried => new(state with { Retried = true }, []),
        Input.RetryLater => new(new State.Terminated(), [new Output.Stop(SipTimer.NotifyPace), new Output.Finished(false)]),
        Input.Expired(SipTimer.NotifyPace) => new(state, [new Output.SendNotify(state.Last)]),
        Input.Notify => new(state, [Output.Ignored.Unheard]),
        Input.Accept or Input.Reject => new(state, [Output.Ignored.Misuse]),
        Input.Expired => new(state, [Output.Ignored.Stale]),
        _ => new(state, [Output.Ignored.Absorbed]),
    };

    private static Transition InTerminated(State state, Input input) => new(state, [input switch
    {
        Input.Notify => Output.Ignored.Unheard,
        Input.Accept or Input.Reject => Output.Ignored.Misuse,
        Input.Expired => Output.Ignored.Stale,
        _ => Output.Ignored.Absorbed,
    }]);

    private static Notification Told(ReferReport report, Notification? waiting) =>
        new(report, report.IsFinal ? "noresource" : waiting?.TerminatedReason);

    /// <summary>Sends what waits: the last one as soon as nothing is outstanding, others not faster than the pace.</summary>
    private static Transition Next(State.Active state, params ReadOnlySpan<Output> outputs) => state switch
    {
        { Waiting: null } or { Outstanding: true } => new(state, [.. outputs]),
        { Waiting: { IsLast: true } last } => new(
            new State.Closing(last),
            [
                .. outputs, new Output.Stop(SipTimer.Subscription), new Output.Stop(SipTimer.NotifyPace), new Output.SendNotify(last),
            ]),
        { Paced: true } => new(state, [.. outputs]),
        _ => new(
            state with { Waiting = null, Outstanding = true, Paced = true },
            [
                .. outputs, new Output.SendNotify(state.Waiting), new Output.Start(SipTimer.Subscription),
                new Output.Start(SipTimer.NotifyPace),
            ]),
    };
}
