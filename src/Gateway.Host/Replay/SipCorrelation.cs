using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Exchange;
using Gateway.Sip.Refer;
using Cause = Gateway.Engine.Legs.Cause;

namespace Gateway.Host.Replay;

/// <summary>Follows SIP by Call-ID and tags, pairs responses with their requests, and REFERs with their NOTIFYs.</summary>
internal sealed class SipCorrelation(CallTable calls, Causes causes)
{
    private readonly Dictionary<string, List<SipHop>> hops = [];
    private readonly Dictionary<string, List<SipTransaction>> transactions = [];
    private readonly SubscriptionTable subscriptions = new();

    public void Take(Trace trace, Seen.Sip seen)
    {
        SipFaults.OfBody(trace, seen);
        switch (seen.Message)
        {
            case SipRequest request when IsReadable(request):
                Request(trace, request);
                break;
            case SipResponse response when IsReadable(response):
                Response(trace, response);
                break;
        }
    }

    public void Close()
    {
        subscriptions.Close();
        foreach (var waiting in transactions.Values.SelectMany(ofCall => ofCall).Where(transaction => transaction is { Final: >= 200 and < 300, IsAcknowledged: false } && transaction.Method == SipMethod.Invite))
            waiting.Answer!.Faults.Add(ReplayFault.Sequence("noAck", "RFC 3261 13.2.2.4", $"no ACK follows {waiting.Final} to INVITE"));
    }

    /// <summary>The headers that name dialog and transaction are there.</summary>
    private static bool IsReadable(SipMessage message) =>
        message.Has(HeaderName.CallId) && message.Has(HeaderName.CSeq) && message.Has(HeaderName.From) && message.Has(HeaderName.To) && message.Has(HeaderName.Via)
        && CanBeRead(message);

    /// <summary>A header that is there may still be unreadable; the codec says so when it is asked for.</summary>
    private static bool CanBeRead(SipMessage message)
    {
        try
        {
            return (message.CallId, message.From, message.To, message.TopVia, message.CSeq) is { CallId: not null };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private void Request(Trace trace, SipRequest request)
    {
        var ofCall = TransactionsOf(request);
        var repeated = ofCall.LastOrDefault(transaction => transaction.IsOf(request) && transaction.Request.Seen.From.Name == trace.Seen.From.Name);
        var hop = Find(trace, request, out var fromCaller);
        if (repeated is not null)
        {
            (trace.Leg, trace.Call, trace.Transfer) = (repeated.Request.Leg, repeated.Request.Call, repeated.Request.Transfer);
            return;
        }

        if (request.Method == SipMethod.Invite && request.To.Tag is null && hop?.Joins(trace.Seen) != true)
            hop = SetUp(trace, request);
        else if (hop is null && request.To.Tag is not null)
            hop = Found(trace, request);
        if (hop is not null && trace.Leg is null)
        {
            (trace.Leg, trace.Call) = (hop.Leg, hop.Leg.Call);
            trace.Transfer ??= hop.Leg.Call.MadeBy;
        }

        var transaction = new SipTransaction(trace, request, hop);
        if (request.Method == SipMethod.Ack)
        {
            foreach (var invite in ofCall.Where(invite => invite.Method == SipMethod.Invite && invite.CSeq.Number == request.CSeq.Number))
                invite.IsAcknowledged = true;
            return;
        }

        ofCall.Add(transaction);
        hop?.Number(trace, request, fromCaller);
        if (hop is not null)
            InDialog(trace, request, hop, fromCaller);
        else if (request.Method == SipMethod.Refer)
            trace.Faults.Add(ReplayFault.Sequence("referOutsideDialog", "RFC 3515 2.4.2", "the REFER belongs to no dialog and names no call of its sender"));
    }

    private void InDialog(Trace trace, SipRequest request, SipHop hop, bool fromCaller)
    {
        var leg = hop.Leg;
        if (request.Method == SipMethod.Refer)
        {
            if (request.ReferTo is not { } referTo)
                return;
            var transfer = calls.Ask(trace, leg, fromCaller, TargetOf(referTo), "REFER", null, request.ReferredBy is { IsWildcard: false } by ? PartyOf(by) : null);
            subscriptions.Refer(trace, request, hop, transfer, fromCaller);
        }
        else if (request.Method == SipMethod.Notify)
        {
            if (subscriptions.Notify(trace, request, hop, fromCaller) is { Transfer: { } transfer } && ReferReport.Read(request.Body.Span) is { } report)
                Reported(trace, transfer, report);
        }
        else if (request.Method == SipMethod.Bye)
        {
            subscriptions.Bye(trace, hop, fromCaller);
            CallTable.End(trace, leg, fromCaller, request.Reasons.FirstOrDefault(reason => reason.IsQ850)?.Cause is { } cause ? new Cause(cause) : Cause.NormalCallClearing);
        }
    }

    private void Reported(Trace trace, CapturedTransfer transfer, ReferReport report)
    {
        if (report.Status is >= 180 and < 200)
            trace.Signs.Add(new Sign.TargetRang(transfer));
        else if (report.IsFinal)
            CallTable.Conclude(trace, transfer, report.Status < 300 ? null : CauseOf(report));
    }

    private Cause CauseOf(ReferReport report) =>
        report.Reasons.FirstOrDefault(reason => reason.IsQ850)?.Cause is { } cause ? new Cause(cause) : causes.FromSip(report.Status, report.Phrase);

    private void Response(Trace trace, SipResponse response)
    {
        var ofCall = TransactionsOf(response);
        var transaction = ofCall.LastOrDefault(known => known.IsAnsweredBy(response) && known.Request.Seen.From.Name == trace.Seen.To.Name)
            ?? ofCall.LastOrDefault(known => known.IsAnsweredBy(response))
            ?? SipFaults.Mispaired(trace, response, ofCall);
        if (transaction is null)
            return;
        (trace.Leg, trace.Call, trace.Transfer) = (transaction.Request.Leg, transaction.Request.Call, transaction.Request.Transfer);
        if (response.Status >= 200)
        {
            transaction.Final ??= response.Status;
            transaction.Answer ??= trace;
        }

        if (transaction.Hop is not { } hop)
            return;
        if (transaction.Method == SipMethod.Invite && transaction.IsInitial)
            Progress(trace, response, hop);
        else if (transaction.Method == SipMethod.Refer)
            Referred(trace, response);
    }

    private void Progress(Trace trace, SipResponse response, SipHop hop)
    {
        if (response.To.Tag is { } tag && response.Status < 300)
            hop.CalleeTags.Add(tag);
        switch (response.Status)
        {
            case 180:
                CallTable.Ring(trace, hop.Leg);
                break;
            case >= 200 and < 300:
                CallTable.Answer(trace, hop.Leg);
                break;
            // A challenge is followed by the same call with credentials.
            case >= 300 and not (401 or 407 or 422):
                CallTable.End(trace, hop.Leg, byCaller: false, causes.FromSip(response.Status, response.Phrase));
                break;
        }
    }

    private void Referred(Trace trace, SipResponse response)
    {
        subscriptions.Answered(trace, response);
        if (trace.Transfer is { } transfer && response.Status is >= 300 and not (401 or 407))
            CallTable.Conclude(trace, transfer, causes.FromSip(response.Status, response.Phrase));
    }

    private List<SipTransaction> TransactionsOf(SipMessage message)
    {
        if (!transactions.TryGetValue(message.CallId, out var ofCall))
            transactions[message.CallId] = ofCall = [];
        return ofCall;
    }

    private SipHop? Find(Trace trace, SipMessage message, out bool fromCaller)
    {
        fromCaller = true;
        if (!hops.TryGetValue(message.CallId, out var candidates))
            return null;
        // Behind a proxy the dialog shows on several hops; behind a translator on none that has these addresses.
        foreach (var hop in candidates.Where(hop => hop.Joins(trace.Seen)).Concat(candidates))
        {
            if (hop.Side(message) is { } caller)
            {
                fromCaller = caller;
                return hop;
            }
        }

        return null;
    }

    /// <summary>A new call, or the same INVITE one proxy further.</summary>
    private SipHop SetUp(Trace trace, SipRequest request)
    {
        var called = request.Uri.User is { Length: > 0 } user ? user : request.To.Uri.User is { Length: > 0 } name ? name : request.Uri.Host;
        var leg = calls.SetUp(trace, "sip", PartyOf(request.From), called, $"sip:{request.CallId}", request.ReferredBy is not null || request.Replaces is not null);
        return Keep(request.CallId, new SipHop(leg, request.From.Tag ?? ""));
    }

    private SipHop Found(Trace trace, SipRequest request)
    {
        var leg = calls.Found(trace, "sip", fromCaller: true, PartyOf(request.From), PartyOf(request.To), established: true);
        var hop = new SipHop(leg, request.From.Tag ?? "");
        hop.CalleeTags.Add(request.To.Tag!);
        return Keep(request.CallId, hop);
    }

    private SipHop Keep(string callId, SipHop hop)
    {
        if (!hops.TryGetValue(callId, out var list))
            hops[callId] = list = [];
        list.Add(hop);
        return hop;
    }

    private CapturedTarget TargetOf(ReferTo referTo)
    {
        if (referTo.Replaces is not { } replaces)
            return new CapturedTarget.Number(referTo.Target.User is { Length: > 0 } user ? user : referTo.Target.Host, null);
        // The tags are as the target sees them: from-tag is the transferor's (RFC 3891 3).
        var hop = hops.GetValueOrDefault(replaces.CallId)?.FirstOrDefault(hop => hop.Has(replaces.ToTag, replaces.FromTag));
        return hop is null ? new CapturedTarget.Missing(replaces.ToString()) : new CapturedTarget.Call(hop.Leg.Call, replaces.FromTag == hop.CallerTag);
    }

    private static string PartyOf(NameAddr address) => address.IsWildcard ? "*" : address.Uri.User is { Length: > 0 } user ? user : address.Uri.Host;
}
