using Gateway.Codecs.Sip.Messages;
using Transition = Gateway.Sip.Transition<Gateway.Sip.Refer.ReferSubscriber.State, Gateway.Sip.Refer.ReferSubscriber.Output>;

namespace Gateway.Sip.Refer;

/// <summary>
/// The sender of a REFER as subscriber to its outcome: RFC 6665 (2012) Figure 1 (subscriber) with RFC 3515 (2003) 2.4 and
/// RFC 7647 (2015). Tolerant: a NOTIFY may overtake the 2xx, a single final one is enough, and a repeated one is answered.
/// </summary>
public static class ReferSubscriber
{
    public abstract record State
    {
        /// <summary>The REFER is out.</summary>
        public sealed record Referring : State;

        /// <summary>[notify_wait]: accepted, no NOTIFY yet.</summary>
        public sealed record NotifyWait : State;

        /// <summary>[pending, active]</summary>
        /// <param name="Accepted">The 2xx to the REFER came; a NOTIFY may overtake it.</param>
        /// <param name="CallOver">The INVITE usage ended; the last NOTIFY gets 64*T1 more.</param>
        public sealed record Active(bool Accepted, bool CallOver = false) : State;

        /// <summary>[terminated]</summary>
        public sealed record Terminated : State;
    }

    public abstract record Input
    {
        /// <summary>2xx to the REFER.</summary>
        /// <param name="Subscribed">False when the peer echoed that there is no subscription (RFC 4488, RFC 7614).</param>
        public sealed record Accepted(SipResponse Response, bool Subscribed) : Input;

        /// <summary>300 to 699 to the REFER.</summary>
        public sealed record Refused(SipResponse Response) : Input;

        /// <summary>No final response to the REFER.</summary>
        public sealed record Unanswered(Dialogs.EndedBy By) : Input;

        /// <summary>NOTIFY with Subscription-State active or pending.</summary>
        public sealed record Notified(ReferReport? Report) : Input;

        /// <summary>NOTIFY with Subscription-State terminated.</summary>
        /// <param name="Unusable">There is a body, but it cannot be read.</param>
        public sealed record Terminated(ReferReport? Report, string? Reason, bool Unusable) : Input;

        /// <summary>The call whose party was referred is over; many a peer ends it before it tells the outcome, or instead.</summary>
        public sealed record CallOver : Input;

        /// <summary>Timer N, or the time the notifier promised.</summary>
        public sealed record Expired(SipTimer Timer) : Input;
    }

    public abstract record Output
    {
        /// <summary>Answers the NOTIFY.</summary>
        public sealed record Respond(int Status) : Output;

        public sealed record Start(SipTimer Timer) : Output;

        public sealed record Stop(SipTimer Timer) : Output;

        public sealed record IndicateAccepted(SipResponse Response) : Output;

        public sealed record IndicateRejected(Dialogs.CallEnd Why) : Output;

        public sealed record IndicateProgress(ReferReport Report) : Output;

        /// <summary>Nothing more will be told. Null: the outcome stays unknown.</summary>
        public sealed record IndicateOutcome(ReferReport? Report, string? Reason) : Output;

        /// <summary>Nothing is done, and this is why.</summary>
        public sealed record Ignored(string Why) : Output
        {
            public static readonly Ignored Absorbed = new("absorbed");
            public static readonly Ignored Stale = new("stale timer");
            public static readonly Ignored NoStatusLine = new("no Status-Line in the NOTIFY");
        }
    }

    public static Transition Handle(State state, Input input) => state switch
    {
        State.Referring referring => InReferring(referring, input),
        State.NotifyWait waiting => InNotifyWait(waiting, input),
        State.Active active => InActive(active, input),
        _ => InTerminated(state, input),
    };

    private static Transition InReferring(State.Referring state, Input input) => input switch
    {
        Input.Accepted(var response, true) => new(
            new State.NotifyWait(), [new Output.IndicateAccepted(response), new Output.Start(SipTimer.N)]),
        Input.Accepted(var response, false) => new(
            new State.Terminated(), [new Output.IndicateAccepted(response), new Output.IndicateOutcome(null, "no subscription")]),
        Input.Refused(var response) => new(
            new State.Terminated(), [new Output.IndicateRejected(new Dialogs.CallEnd(Dialogs.EndedBy.Refusal, response))]),
        Input.Unanswered(var by) => new(
            new State.Terminated(), [new Output.IndicateRejected(new Dialogs.CallEnd(by))]),
        Input.Notified(var report) => Progress(new State.Active(false), report, new Output.Start(SipTimer.Subscription)),
        Input.Terminated last => Outcome(last),
        Input.CallOver => new(state, [Output.Ignored.Absorbed]),
        _ => new(state, [Output.Ignored.Stale]),
    };

    private static Transition InNotifyWait(State.NotifyWait state, Input input) => input switch
    {
        Input.Notified(var report) => Progress(
            new State.Active(true), report, new Output.Stop(SipTimer.N), new Output.Start(SipTimer.Subscription)),
        Input.Terminated last => Outcome(last, new Output.Stop(SipTimer.N)),
        Input.Expired(SipTimer.N) => new(new State.Terminated(), [new Output.IndicateOutcome(null, "no NOTIFY")]),
        Input.Expired => new(state, [Output.Ignored.Stale]),
        _ => new(state, [Output.Ignored.Absorbed]),
    };

    private static Transition InActive(State.Active state, Input input) => input switch
    {
        Input.Accepted(var response, _) when !state.Accepted => new(
            state with { Accepted = true }, [new Output.IndicateAccepted(response)]),
        Input.Notified(var report) => Progress(state, report, new Output.Start(SipTimer.Subscription)),
        Input.Terminated last when state.CallOver => Outcome(last, new Output.Stop(SipTimer.Subscription), new Output.Stop(SipTimer.N)),
        Input.Terminated last => Outcome(last, new Output.Stop(SipTimer.Subscription)),
        Input.CallOver when !state.CallOver => new(state with { CallOver = true }, [new Output.Start(SipTimer.N)]),
        Input.CallOver => new(state, [Output.Ignored.Absorbed]),
        Input.Expired(SipTimer.N) when state.CallOver => new(
            new State.Terminated(), [new Output.Stop(SipTimer.Subscription), new Output.IndicateOutcome(null, "no last NOTIFY")]),
        Input.Expired(SipTimer.Subscription) when state.CallOver => new(
            new State.Terminated(), [new Output.Stop(SipTimer.N), new Output.IndicateOutcome(null, "subscription expired")]),
        Input.Expired(SipTimer.Subscription) => new(
            new State.Terminated(), [new Output.IndicateOutcome(null, "subscription expired")]),
        // The NOTIFY proved that the REFER was taken, whatever became of its response.
        Input.Accepted or Input.Refused or Input.Unanswered => new(state, [Output.Ignored.Absorbed]),
        _ => new(state, [Output.Ignored.Stale]),
    };

    private static Transition InTerminated(State state, Input input) => input switch
    {
        // Some peers repeat the final NOTIFY as a new request; it says nothing new.
        Input.Terminated => new(state, [new Output.Respond(200), Output.Ignored.Absorbed]),
        Input.Notified => new(state, [new Output.Respond(481)]),
        Input.Expired => new(state, [Output.Ignored.Stale]),
        _ => new(state, [Output.Ignored.Absorbed]),
    };

    private static Transition Progress(State next, ReferReport? report, params ReadOnlySpan<Output> timers) => new(
        next,
        report is null
            ? [new Output.Respond(200), .. timers, Output.Ignored.NoStatusLine]
            : [new Output.Respond(200), .. timers, new Output.IndicateProgress(report)]);

    private static Transition Outcome(Input.Terminated last, params ReadOnlySpan<Output> timers) => new(
        new State.Terminated(),
        [new Output.Respond(last.Unusable ? 400 : 200), .. timers, new Output.IndicateOutcome(last.Report, last.Reason)]);
}
