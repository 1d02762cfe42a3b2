using Gateway.Codecs.Sip.Messages;
using Simulation.Tests.World;

namespace Simulation.Tests.Random;

/// <summary>
/// Watches the datagrams for what every REFER is owed: one final NOTIFY and no more (RFC 3515 2.4.4), whoever sent it, unless its sender refused to
/// hear (RFC 6665 4.2.2) or nobody answered at all.
/// </summary>
internal sealed class ReferWatch(Func<Node, SipMessage, SipMessage?>? next = null)
{
    private readonly Dictionary<string, HashSet<uint>> accepted = [];
    private readonly Dictionary<string, HashSet<uint>> finals = [];
    private readonly HashSet<string> unheard = [];

    /// <summary>REFERs that were accepted, each once.</summary>
    public int Accepted => accepted.Values.Sum(refers => refers.Count);

    public SipMessage? Watch(Node from, SipMessage message)
    {
        switch (message)
        {
            case SipResponse { IsSuccess: true } response when response.CSeq.Method == SipMethod.Refer:
                Of(accepted, message.CallId).Add(response.CSeq.Number);
                break;
            case SipResponse { Status: >= 300 } response when response.CSeq.Method == SipMethod.Notify:
                unheard.Add(message.CallId);
                break;
            case SipRequest { SubscriptionState: { } state } request when request.Method == SipMethod.Notify && state.Is("terminated"):
                Of(finals, message.CallId).Add(request.CSeq.Number);
                break;
        }

        return next is null ? message : next(from, message);
    }

    /// <summary>Looks at the end of the day.</summary>
    public void AssertTold()
    {
        foreach (var (callId, refers) in accepted)
        {
            var told = finals.TryGetValue(callId, out var tellings) ? tellings.Count : 0;
            if (told > refers.Count || (told < refers.Count && !unheard.Contains(callId)))
                Assert.Fail($"{refers.Count} REFERs of {callId} were accepted and told their end {told} times");
        }

        Assert.Empty(finals.Keys.Except(accepted.Keys));
    }

    private static HashSet<uint> Of(Dictionary<string, HashSet<uint>> sets, string key)
    {
        if (!sets.TryGetValue(key, out var set))
            sets.Add(key, set = []);
        return set;
    }
}
