using System.Collections.Concurrent;
using System.Net;
using Gateway.Host.Ladders;

namespace Gateway.Host;

/// <summary>Hears every message that the nodes of one process send, and knows whose address is whose; for ladders of live traffic.</summary>
public sealed class WireTap(TimeProvider clock)
{
    private readonly ConcurrentDictionary<EndPoint, string> names = new();
    private readonly ConcurrentQueue<(TimeSpan At, string From, EndPoint To, string Label)> heard = new();
    private readonly ConcurrentQueue<(TimeSpan At, string Where, string Text)> remarks = new();
    private long start = clock.GetTimestamp();

    /// <summary>This address belongs to that node.</summary>
    public void Name(EndPoint address, string node) => names[address] = node;

    /// <summary>A node hands a message to the network.</summary>
    public void Hear(string from, EndPoint to, string label) => heard.Enqueue((clock.GetElapsedTime(start), from, to, label));

    /// <summary>Something worth a line at a node's column.</summary>
    public void Remark(string where, string text) => remarks.Enqueue((clock.GetElapsedTime(start), where, text));

    /// <summary>Draws what was heard since the last ladder, and begins anew.</summary>
    public Ladder Take(string title, string middle)
    {
        var rows = new List<LadderRow>();
        while (heard.TryDequeue(out var message))
        {
            rows.Add(new LadderRow.Message(message.At, message.From, names.GetValueOrDefault(message.To) ?? message.To.ToString()!, message.Label));
        }

        while (remarks.TryDequeue(out var remark))
        {
            rows.Add(new LadderRow.Remark(remark.At, remark.Where, remark.Text));
        }

        start = clock.GetTimestamp();
        return Ladder.Of(title, [.. rows.OrderBy(row => row.At)], middle);
    }
}
