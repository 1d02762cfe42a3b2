using System.Globalization;
using System.Text;

namespace Gateway.Host.Ladders;

/// <summary>Writes a ladder as a Mermaid sequence diagram, for wikis and issue trackers.</summary>
public static class MermaidLadder
{
    public static string Draw(Ladder ladder)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        var text = new StringBuilder("sequenceDiagram\n");
        text.Append(CultureInfo.InvariantCulture, $"    title {Clean(ladder.Title)}\n");
        var names = ladder.Participants.Select((participant, index) => (participant, $"P{index}")).ToDictionary();
        foreach (var (participant, name) in names)
        {
            text.Append(CultureInfo.InvariantCulture, $"    participant {name} as {Clean(participant)}\n");
        }

        foreach (var row in ladder.Rows)
        {
            text.Append(row switch
            {
                LadderRow.Message message => $"    {names[message.From]}->>{names[message.To]}: {Clean(message.Label)}\n",
                LadderRow.Remark remark when names.TryGetValue(remark.Where, out var name) => $"    Note over {name}: {Clean(remark.Text)}\n",
                _ => "",
            });
        }

        return text.ToString();
    }

    /// <summary>Characters that end a statement in Mermaid, or a line, become harmless.</summary>
    private static string Clean(string text) =>
        string.Concat(text.Select(c => c switch { ';' => ',', '#' => '=', _ when char.IsControl(c) => ' ', _ => c }));
}
