using Gateway.Codecs.Sip.Messages;

namespace Simulation.Tests.World;

/// <summary>
/// Watches the datagrams for what every REFER is owed: one final NOTIFY and no more (RFC 3515 2.4.4), whoever sent it, unless its sender refused to
/// hear (RFC 6665 4.2.2) or wanted no subscription (RFC 4488, RFC 7614).
/// </summary>
internal sealed class ReferWatch
{
    private readonly Dictionary<string, HashSet<uint>> accepted = [];
    private readonly Dictionary<string, HashSet<uint>> finals = [];
    private readonly HashSet<string> unheard = [];
    private readonly HashSet<(string CallId, uint CSeq)> unwanted = [];

    /// <summary>REFERs that were accepted, each once.</summary>
    public int Accepted => accepted.Values.Sum(refers => refers.Count);

    public SipMessage Watch(Node from, SipMessage message)
    {
        switch (message)
        {
            case SipRequest request when request.Method == SipMethod.Refer
                && (request.ReferSub == false || request.Requires("norefersub") || request.Requires("nosub") || request.Requires("explicitsub")):
                unwanted.Add((request.CallId, request.CSeq.Number));
                break;
            case SipResponse { IsSuccess: true } response when response.CSeq.Method == SipMethod.Refer && !unwanted.Contains((response.CallId, response.CSeq.Number)):
                Of(accepted, message.CallId).Add(response.CSeq.Number);
                break;
            case SipResponse { IsSuccess: true } response when response.CSeq.Method == SipMethod.Subscribe && !accepted.ContainsKey(response.CallId):
                // A subscription of its own (RFC 7614 4) is owed the same.
                Of(accepted, message.CallId).Add(response.CSeq.Number);
                break;
            case SipResponse { Status: >= 300 } response when response.CSeq.Method == SipMethod.Notify:
                unheard.Add(message.CallId);
                break;
            case SipRequest { SubscriptionState: { } state } request when request.Method == SipMethod.Notify && state.Is("terminated"):
                Of(finals, message.CallId).Add(request.CSeq.Number);
                break;
        }

        return message;
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
