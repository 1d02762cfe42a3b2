using System.Collections.Immutable;
using Gateway.Codecs.Sip.Messages;
using Outputs = System.Collections.Immutable.ImmutableArray<Gateway.Sip.Transactions.TransactionOutput>;

namespace Gateway.Sip.Transactions;

/// <summary>How a response finds its request: top branch and method of CSeq (RFC 3261 17.1.3).</summary>
internal readonly record struct ClientKey(string Branch, SipMethod Method);

/// <summary>A request as it goes out, and the branch of its Via.</summary>
internal readonly record struct Stamped(SipRequest Request, string Branch);

/// <summary>A running client transaction: its machine's state, the request and the user it reports to.</summary>
internal abstract class ClientTransaction(long owner, Stamped stamped, Flow flow, RequestUser user)
{
    public long Owner { get; } = owner;

    public SipRequest Request { get; private set; } = stamped.Request;

    /// <summary>The flow that was asked for.</summary>
    public Flow Flow { get; } = flow;

    /// <summary>The way it really takes: another one when the request is too long for UDP (RFC 3261 18.1.1).</summary>
    public Flow Way { get; private set; } = flow;

    /// <summary>Who sent the request; the transaction hands it back with each event.</summary>
    public RequestUser User { get; } = user;

    /// <summary>Whose challenges the request answers, and how often it or its forerunners did.</summary>
    public ImmutableDictionary<Security.ProtectionSpace, int> Answered { get; set; } = ImmutableDictionary<Security.ProtectionSpace, int>.Empty;

    public ClientKey Key { get; private set; } = KeyOf(stamped);

    public abstract bool IsTerminated { get; }

    /// <summary>Takes another way than was asked for, or the one that was; to be begun then, perhaps again.</summary>
    public void Take(Flow way, Stamped stamped) => (Way, Request, Key) = (way, stamped.Request, KeyOf(stamped));

    private static ClientKey KeyOf(Stamped stamped) => new(stamped.Branch, stamped.Request.Method);

    public abstract Outputs Begin();

    public abstract Outputs Receive(SipResponse response);

    public abstract Outputs Expire(SipTimer timer);

    public abstract Outputs FailTransport();

    /// <summary>Nobody waits for the final response any more.</summary>
    public abstract Outputs Abandon();

    public sealed class Invite(long owner, Stamped stamped, Flow flow, RequestUser user) : ClientTransaction(owner, stamped, flow, user)
    {
        private InviteClientTransaction.State state = new InviteClientTransaction.State.Terminated();

        public override bool IsTerminated => state is InviteClientTransaction.State.Terminated;

        public override Outputs Begin() => Commit(InviteClientTransaction.Begin(Request, Way.IsReliable));

        public override Outputs Receive(SipResponse response) => Handle(
            response.IsProvisional ? new InviteClientTransaction.Input.Provisional(response)
            : response.IsSuccess ? new InviteClientTransaction.Input.Success(response)
            : new InviteClientTransaction.Input.Failure(response));

        public override Outputs Expire(SipTimer timer) => Handle(new InviteClientTransaction.Input.Expired(timer));

        public override Outputs FailTransport() => Handle(new InviteClientTransaction.Input.TransportFailed());

        public override Outputs Abandon() => Handle(new InviteClientTransaction.Input.Abandoned());

        private Outputs Handle(InviteClientTransaction.Input input) => Commit(InviteClientTransaction.Handle(state, input));

        private Outputs Commit(Transition<InviteClientTransaction.State, TransactionOutput> transition)
        {
            state = transition.Next;
            return transition.Outputs;
        }
    }

    public sealed class NonInvite(long owner, Stamped stamped, Flow flow, RequestUser user) : ClientTransaction(owner, stamped, flow, user)
    {
        private NonInviteClientTransaction.State state = new NonInviteClientTransaction.State.Terminated();

        public override bool IsTerminated => state is NonInviteClientTransaction.State.Terminated;

        public override Outputs Begin() => Commit(NonInviteClientTransaction.Begin(Request, Way.IsReliable));

        public override Outputs Receive(SipResponse response) => Handle(
            response.IsProvisional ? new NonInviteClientTransaction.Input.Provisional(response)
            : new NonInviteClientTransaction.Input.Final(response));

        public override Outputs Expire(SipTimer timer) => Handle(new NonInviteClientTransaction.Input.Expired(timer));

        public override Outputs FailTransport() => Handle(new NonInviteClientTransaction.Input.TransportFailed());

        // Timer F ends it in any case.
        public override Outputs Abandon() => [];

        private Outputs Handle(NonInviteClientTransaction.Input input) => Commit(NonInviteClientTransaction.Handle(state, input));

        private Outputs Commit(Transition<NonInviteClientTransaction.State, TransactionOutput> transition)
        {
            state = transition.Next;
            return transition.Outputs;
        }
    }
}
