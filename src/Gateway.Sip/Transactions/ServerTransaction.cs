using System.Collections.Immutable;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Dialogs;
using Outputs = System.Collections.Immutable.ImmutableArray<Gateway.Sip.Transactions.TransactionOutput>;

namespace Gateway.Sip.Transactions;

/// <summary>
/// How a repeated request, an ACK or a CANCEL finds its transaction: top branch, sent-by and method, ACK counting as INVITE
/// (RFC 3261 17.2.3). A peer of RFC 2543 has no such branch; then Call-ID, From tag, CSeq and the whole top Via stand in for it.
/// </summary>
internal readonly record struct ServerKey(string Branch, string Host, int Port, SipMethod Method)
{
    public static ServerKey Of(SipRequest request) => Of(request, request.Method == SipMethod.Ack ? SipMethod.Invite : request.Method);

    /// <summary>The transaction that a CANCEL means.</summary>
    public static ServerKey OfCancelled(SipRequest cancel) => Of(cancel, SipMethod.Invite);

    private static ServerKey Of(SipRequest request, SipMethod method)
    {
        var via = request.TopVia;
        var branch = via.Branch;
        return new(
            Via.IsUnique(branch) ? branch : $"{request.CallId} {request.From.Tag} {request.CSeq.Number} {branch}",
            via.Host.ToLowerInvariant(),
            via.Port ?? 5060,
            method);
    }
}

/// <summary>A running server transaction: its machine's state, the request, and where responses go.</summary>
internal abstract class ServerTransaction(long owner, ServerKey key, SipRequest request, Flow source, Flow flow)
{
    private bool resting;

    public long Owner { get; } = owner;

    /// <summary>The request, its top Via completed by what the transport saw.</summary>
    public SipRequest Request { get; private set; } = request;

    /// <summary>Where the request came from.</summary>
    public Flow Source { get; } = source;

    /// <summary>Where responses go (RFC 3261 18.2.2, RFC 3581 4).</summary>
    public Flow Flow { get; } = flow;

    public ServerKey Key { get; } = key;

    /// <summary>The call that the request belongs to.</summary>
    public CallSession? Call { get; set; }

    public abstract bool IsTerminated { get; }

    /// <summary>A final response is out. The request is kept as long as it may come again, or as the call lasts, and is made small for that.</summary>
    public void Rest()
    {
        if (!resting)
        {
            (resting, Request) = (true, (SipRequest)Request.Packed());
        }
    }

    public abstract Outputs Begin();

    /// <summary>The same request again, or the ACK of a final response.</summary>
    public abstract Outputs Receive(SipRequest request);

    public abstract Outputs Respond(SipResponse response);

    public abstract Outputs Expire(SipTimer timer);

    public abstract Outputs FailTransport();

    public sealed class Invite(long owner, ServerKey key, SipRequest request, Flow source, Flow flow) : ServerTransaction(owner, key, request, source, flow)
    {
        private InviteServerTransaction.State state = new InviteServerTransaction.State.Terminated();

        public override bool IsTerminated => state is InviteServerTransaction.State.Terminated;

        public override Outputs Begin() =>
            Commit(InviteServerTransaction.Begin(Request.Respond(100), Flow.IsReliable));

        public override Outputs Receive(SipRequest request) => Handle(
            request.Method == SipMethod.Ack ? new InviteServerTransaction.Input.Ack(request)
            : new InviteServerTransaction.Input.InviteAgain());

        public override Outputs Respond(SipResponse response) => Handle(
            response.IsProvisional ? new InviteServerTransaction.Input.Provisional(response)
            : response.IsSuccess ? new InviteServerTransaction.Input.Success(response)
            : new InviteServerTransaction.Input.Failure(response));

        public override Outputs Expire(SipTimer timer) => Handle(new InviteServerTransaction.Input.Expired(timer));

        public override Outputs FailTransport() => Handle(new InviteServerTransaction.Input.TransportFailed());

        private Outputs Handle(InviteServerTransaction.Input input) => Commit(InviteServerTransaction.Handle(state, input));

        private Outputs Commit(Transition<InviteServerTransaction.State, TransactionOutput> transition)
        {
            state = transition.Next;
            return transition.Outputs;
        }
    }

    public sealed class NonInvite(long owner, ServerKey key, SipRequest request, Flow source, Flow flow) : ServerTransaction(owner, key, request, source, flow)
    {
        private NonInviteServerTransaction.State state = new NonInviteServerTransaction.State.Terminated();

        public override bool IsTerminated => state is NonInviteServerTransaction.State.Terminated;

        public override Outputs Begin() => Commit(NonInviteServerTransaction.Begin());

        public override Outputs Receive(SipRequest request) => Handle(new NonInviteServerTransaction.Input.RequestAgain());

        public override Outputs Respond(SipResponse response) => Handle(
            response.IsProvisional ? new NonInviteServerTransaction.Input.Provisional(response)
            : new NonInviteServerTransaction.Input.Final(response));

        public override Outputs Expire(SipTimer timer) => Handle(new NonInviteServerTransaction.Input.Expired(timer));

        public override Outputs FailTransport() => Handle(new NonInviteServerTransaction.Input.TransportFailed());

        private Outputs Handle(NonInviteServerTransaction.Input input) => Commit(NonInviteServerTransaction.Handle(state, input));

        private Outputs Commit(Transition<NonInviteServerTransaction.State, TransactionOutput> transition)
        {
            state = transition.Next;
            return transition.Outputs;
        }
    }
}
