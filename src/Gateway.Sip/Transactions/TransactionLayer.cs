using System.Collections.Immutable;
using System.Net;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Sip.Transactions;

/// <summary>All running transactions, and the matching of messages to them: RFC 3261 (2002) 17.1.3, 17.2.3, 18.1.2, 18.2.</summary>
/// <param name="streamFor">From where a request too long for UDP is sent over TCP; null: from nowhere.</param>
internal sealed class TransactionLayer(Turn turn, IIdentifierSource identifiers, Func<Flow, Listener?>? streamFor = null)
{
    /// <summary>The longest request sent by UDP, in octets, where the path MTU is not known (RFC 3261 18.1.1).</summary>
    private const int LongestDatagram = 1300;

    private readonly Dictionary<ClientKey, ClientTransaction> clients = [];
    private readonly Dictionary<ServerKey, ServerTransaction> servers = [];
    private readonly Dictionary<long, ClientTransaction> clientOwners = [];
    private readonly Dictionary<long, ServerTransaction> serverOwners = [];

    /// <summary>Clients that hear by a connection, by where it leads.</summary>
    private readonly Dictionary<IPEndPoint, HashSet<ClientTransaction>> connected = [];
    private readonly Dictionary<(string CallId, string FromTag, CSeq CSeq), long> firstArrivals = [];

    /// <summary>Server transactions that run.</summary>
    public int Serving => servers.Count;

    /// <summary>The request is one that is being served, or the ACK of its failure.</summary>
    public bool IsServing(SipRequest request) => servers.ContainsKey(ServerKey.Of(request));

    public bool IsEmpty => clients.Count == 0 && servers.Count == 0;

    /// <summary>Sends a request that wants an answer. Its Via is made here.</summary>
    public ClientTransaction Send(SipRequest request, Flow flow, RequestUser user)
    {
        var stamped = Stamp(request, flow);
        ClientTransaction transaction = request.Method == SipMethod.Invite
            ? new ClientTransaction.Invite(turn.NewOwner(), stamped, flow, user)
            : new ClientTransaction.NonInvite(turn.NewOwner(), stamped, flow, user);
        if (!flow.IsReliable && streamFor is not null && stamped.Request.EncodedLength > LongestDatagram && streamFor(flow) is { } stream)
        {
            var way = new Flow(stream, flow.Remote);
            transaction.Take(way, Stamp(request, way));
        }

        Begin(transaction);
        return transaction;
    }

    /// <summary>Sends the CANCEL of a request: same branch, same CSeq number (RFC 3261 9.1).</summary>
    public void Cancel(ClientTransaction cancelled, IReadOnlyList<Reason> reasons, RequestUser user)
    {
        var invite = cancelled.Request;
        var cancel = new SipRequest(SipMethod.Cancel, invite.Uri)
        {
            Vias = [invite.TopVia],
            From = invite.From,
            To = invite.To,
            CallId = invite.CallId,
            CSeq = new CSeq(invite.CSeq.Number, SipMethod.Cancel),
            Routes = invite.Routes,
            MaxForwards = 70,
            Reasons = reasons,
            SessionId = invite.SessionId,
        };
        var transaction = new ClientTransaction.NonInvite(turn.NewOwner(), new Stamped(cancel, cancelled.Key.Branch), cancelled.Way, user);
        if (!clients.ContainsKey(transaction.Key))
        {
            Begin(transaction);
        }
    }

    private void Begin(ClientTransaction transaction)
    {
        clients.Add(transaction.Key, transaction);
        clientOwners[transaction.Owner] = transaction;
        if (transaction.Way.IsReliable)
        {
            if (!connected.TryGetValue(transaction.Way.Remote, out var others))
            {
                connected.Add(transaction.Way.Remote, others = []);
            }

            others.Add(transaction);
        }

        Act(transaction, transaction.Begin());
    }

    private void Remove(ClientTransaction transaction)
    {
        clients.Remove(transaction.Key);
        if (transaction.Way.IsReliable && connected.TryGetValue(transaction.Way.Remote, out var others) && others.Remove(transaction) && others.Count == 0)
        {
            connected.Remove(transaction.Way.Remote);
        }
    }

    /// <summary>Waits no longer for a final response than one could still be repeated.</summary>
    public void Abandon(ClientTransaction transaction) => Act(transaction, transaction.Abandon());

    /// <summary>A Via of our own on top (RFC 3261 8.1.1.7, 18.1.1), and packed: it may be kept for half a minute, or for the life of a call.</summary>
    public Stamped Stamp(SipRequest request, Flow flow)
    {
        var branch = Via.MagicCookie + identifiers.NextBranch();
        return new((SipRequest)request.Packed(Via.Create(NameOf(flow.Local.Transport), flow.Local.Host, flow.Local.Port, branch)), branch);
    }

    public void Respond(ServerTransaction transaction, SipResponse response)
    {
        Act(transaction, transaction.Respond((SipResponse)response.Packed()));
        if (response.IsFinal)
        {
            transaction.Rest();
        }
    }

    private static string NameOf(SipTransport transport) => transport switch
    {
        SipTransport.Udp => "UDP",
        SipTransport.Tcp => "TCP",
        _ => transport.ToString().ToUpperInvariant(),
    };

    public void Receive(Flow flow, SipMessage message)
    {
        switch (message)
        {
            case SipResponse response:
                ReceiveResponse(response);
                break;
            case SipRequest request:
                ReceiveRequest(flow, request);
                break;
        }
    }

    /// <summary>True when the timer belongs to a transaction.</summary>
    public bool Expire(TimerKey timer)
    {
        if (clientOwners.TryGetValue(timer.Owner, out var client))
        {
            Act(client, client.Expire(timer.Timer));
            return true;
        }

        if (serverOwners.TryGetValue(timer.Owner, out var server))
        {
            Act(server, server.Expire(timer.Timer));
            return true;
        }

        return false;
    }

    /// <summary>A message with this branch, or everything on this flow, did not get through (RFC 3261 18.4).</summary>
    public void FailTransport(Flow flow, string? branch)
    {
        if (branch is null && flow.IsReliable)
        {
            // Answers of ours find another connection when there are any (RFC 3261 18.2.2); answers to us have lost theirs.
            foreach (var client in connected.GetValueOrDefault(flow.Remote)?.Where(client => client.Way.Carries(flow)).ToList() ?? [])
            {
                Act(client, client.FailTransport());
            }

            return;
        }

        foreach (var client in clients.Values.Where(client => branch is null ? client.Way == flow : client.Key.Branch == branch).ToList())
        {
            if (client.Way == client.Flow)
            {
                Act(client, client.FailTransport());
            }
            else
            {
                // RFC 3261 18.1.1: no connection is to be had, so the long request goes by UDP after all.
                Remove(client);
                client.Take(client.Flow, Stamp(client.Request, client.Flow));
                Begin(client);
            }
        }

        foreach (var server in servers.Values.Where(server => branch is null ? server.Flow == flow : server.Key.Branch == branch).ToList())
        {
            Act(server, server.FailTransport());
        }
    }

    /// <summary>The INVITE that a CANCEL means, if it runs.</summary>
    public ServerTransaction? Cancelled(SipRequest cancel) => servers.GetValueOrDefault(ServerKey.OfCancelled(cancel));

    /// <summary>RFC 3261 8.2.2.2: the same request came by another path before and is being served.</summary>
    public bool IsMerged(ServerTransaction transaction) =>
        transaction.Request.To.Tag is null && firstArrivals.TryGetValue(Arrival(transaction.Request), out var first) && first != transaction.Owner;

    private static (string, string, CSeq) Arrival(SipRequest request) => (request.CallId, request.From.Tag ?? "", request.CSeq);

    /// <summary>Where a response to this request goes: RFC 3261 18.2.2 with RFC 3581 4.</summary>
    public static Flow ReplyFlow(Flow flow, Via via)
    {
        if (flow.IsReliable)
        {
            return flow;
        }

        var address = IPAddress.TryParse(via.Received ?? via.Host, out var seen) ? seen : flow.Remote.Address;
        var port = via.Rport ?? via.Port ?? 5060;
        return port == flow.Remote.Port && address.Equals(flow.Remote.Address) ? flow : flow with { Remote = new IPEndPoint(address, port) };
    }

    private void ReceiveResponse(SipResponse response)
    {
        if (response.Vias.Count != 1)
        {
            // RFC 3261 8.1.3.3: misrouted.
            turn.Observe(response.CallId, $"{response.Status} with {response.Vias.Count} Via dropped (RFC 3261 8.1.3.3)");
            return;
        }

        var key = new ClientKey(response.TopVia.Branch ?? "", response.CSeq.Method);
        if (!clients.TryGetValue(key, out var client))
        {
            turn.Observe(response.CallId, $"{response.Status} to {response.CSeq} with branch {key.Branch} matches no transaction (RFC 3261 17.1.3)");
        }
        else if (client.Request.CSeq != response.CSeq || client.Request.CallId != response.CallId)
        {
            turn.Observe(response.CallId, $"{response.Status} to {response.CSeq} has the branch of {client.Request.CSeq} but is not its answer (RFC 3261 8.2.6.2)");
        }
        else
        {
            Act(client, client.Receive(response));
        }
    }

    private void ReceiveRequest(Flow flow, SipRequest received)
    {
        var key = ServerKey.Of(received);
        if (servers.TryGetValue(key, out var running))
        {
            Act(running, running.Receive(received));
            return;
        }

        if (received.Method == SipMethod.Ack)
        {
            turn.Events.Enqueue(new TransactionEvent.Ack(received));
            return;
        }

        var request = Complete(flow, received);
        var reply = ReplyFlow(flow, request.TopVia);
        ServerTransaction transaction = request.Method == SipMethod.Invite
            ? new ServerTransaction.Invite(turn.NewOwner(), key, request, flow, reply)
            : new ServerTransaction.NonInvite(turn.NewOwner(), key, request, flow, reply);
        servers.Add(transaction.Key, transaction);
        serverOwners.Add(transaction.Owner, transaction);
        if (request.To.Tag is null)
        {
            firstArrivals.TryAdd(Arrival(request), transaction.Owner);
        }

        Act(transaction, transaction.Begin());
        turn.Events.Enqueue(new TransactionEvent.Request(transaction));
    }

    /// <summary>RFC 3261 18.2.1, RFC 3581 4: the topmost Via learns where the request really came from.</summary>
    public static SipRequest Complete(Flow flow, SipRequest request) => request with
    {
        Vias = [request.TopVia.WithReceived(Plain(flow.Remote.Address), flow.Remote.Port), .. request.Vias.Skip(1)],
    };

    /// <summary>The address alone: no IPv6 scope, and IPv4 as itself on a dual-stack socket.</summary>
    private static string Plain(IPAddress address) =>
        (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : new IPAddress(address.GetAddressBytes())).ToString();

    private void Act(ClientTransaction transaction, ImmutableArray<TransactionOutput> outputs)
    {
        foreach (var output in outputs)
        {
            switch (output)
            {
                case TransactionOutput.PassResponse(var response):
                    turn.Events.Enqueue(new TransactionEvent.Response(transaction, response));
                    break;
                case TransactionOutput.TimedOut:
                    turn.Events.Enqueue(new TransactionEvent.ClientFailed(transaction, Dialogs.EndedBy.NoResponse));
                    break;
                case TransactionOutput.TransportError:
                    turn.Events.Enqueue(new TransactionEvent.ClientFailed(transaction, Dialogs.EndedBy.TransportError));
                    break;
                default:
                    Act(transaction.Owner, transaction.Way, transaction.Request.CallId, output);
                    break;
            }
        }

        if (transaction.IsTerminated && clientOwners.Remove(transaction.Owner))
        {
            Remove(transaction);
            if (clientOwners.Count == 0)
            {
                // What a busy hour took is given back.
                clientOwners.TrimExcess();
                clients.TrimExcess();
            }

            turn.Events.Enqueue(new TransactionEvent.ClientEnded(transaction));
        }
    }

    private void Act(ServerTransaction transaction, ImmutableArray<TransactionOutput> outputs)
    {
        foreach (var output in outputs)
        {
            switch (output)
            {
                case TransactionOutput.PassAck(var ack):
                    turn.Events.Enqueue(new TransactionEvent.Ack(ack));
                    break;
                case TransactionOutput.TimedOut:
                    turn.Events.Enqueue(new TransactionEvent.ServerFailed(transaction, Dialogs.EndedBy.NoAck));
                    break;
                case TransactionOutput.TransportError:
                    turn.Events.Enqueue(new TransactionEvent.ServerFailed(transaction, Dialogs.EndedBy.TransportError));
                    break;
                default:
                    Act(transaction.Owner, transaction.Flow, transaction.Request.CallId, output);
                    break;
            }
        }

        if (transaction.IsTerminated && serverOwners.Remove(transaction.Owner))
        {
            servers.Remove(transaction.Key);
            if (servers.Count == 0)
            {
                servers.TrimExcess();
                serverOwners.TrimExcess();
                firstArrivals.TrimExcess();
            }

            if (transaction.Request.To.Tag is null && !IsMerged(transaction))
            {
                firstArrivals.Remove(Arrival(transaction.Request));
            }

            if (transaction.Call is not null)
            {
                turn.Events.Enqueue(new TransactionEvent.ServerEnded(transaction));
            }
        }
    }

    private void Act(long owner, Flow flow, string callId, TransactionOutput output)
    {
        switch (output)
        {
            case TransactionOutput.Send(var message):
                turn.Send(flow, message);
                break;
            case TransactionOutput.Start(var timer, var doublings):
                turn.Start(owner, timer, SipTimers.Duration(timer, flow.IsReliable, doublings));
                break;
            case TransactionOutput.Stop(var timer):
                turn.Stop(owner, timer);
                break;
            case TransactionOutput.Ignored ignored when ignored == TransactionOutput.Ignored.Unexpected || ignored == TransactionOutput.Ignored.Misuse:
                turn.Observe(callId, $"transaction {owner}: {ignored.Why}");
                break;
        }
    }
}
