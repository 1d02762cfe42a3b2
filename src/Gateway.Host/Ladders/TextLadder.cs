using System.Globalization;
using System.Text;

namespace Gateway.Host.Ladders;

/// <summary>Draws a ladder with characters, for terminals, logs and tickets.</summary>
public static class TextLadder
{
    private const int TimeWidth = 9;
    private const int MinimumGap = 12;
    private const int MaximumLabel = 64;

    public static string Draw(Ladder ladder)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        var columns = Columns(ladder);
        var text = new StringBuilder();
        text.AppendLine(ladder.Title).AppendLine(new string('=', ladder.Title.Length));
        if (ladder.Participants.Count == 0)
        {
            return text.AppendLine("(nothing was said)").ToString();
        }

        var head = Line(columns, ' ');
        for (var i = 0; i < columns.Length; i++)
        {
            Put(head, columns[i] - (ladder.Participants[i].Length / 2), ladder.Participants[i]);
        }

        Append(text, head);
        foreach (var row in ladder.Rows)
        {
            var line = Line(columns, '|');
            Put(line, 0, row.At.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture).PadLeft(TimeWidth - 2));
            switch (row)
            {
                case LadderRow.Message message:
                    DrawArrow(line, columns, Index(ladder, message.From), Index(ladder, message.To), Shorten(message.Label));
                    break;
                case LadderRow.Remark remark:
                    DrawRemark(line, columns[Index(ladder, remark.Where)], remark.Text);
                    break;
            }

            Append(text, line);
        }

        return text.ToString();
    }

    private static void DrawArrow(List<char> line, int[] columns, int from, int to, string label)
    {
        if (from == to)
        {
            Put(line, columns[from] + 1, $"-. {label}");
            return;
        }

        var (left, right) = (columns[Math.Min(from, to)], columns[Math.Max(from, to)]);
        for (var at = left + 1; at < right; at++)
        {
            line[at] = '-';
        }

        line[to > from ? right - 1 : left + 1] = to > from ? '>' : '<';
        Put(line, left + 2 + Math.Max(0, (right - left - 4 - label.Length) / 2), $"{label}");
    }

    private static void DrawRemark(List<char> line, int column, string text) => Put(line, column, $"* {text}");

    /// <summary>Columns far enough apart that every label fits between the lines it joins.</summary>
    private static int[] Columns(Ladder ladder)
    {
        var columns = new int[ladder.Participants.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = i == 0
                ? TimeWidth + Math.Max(2, ladder.Participants[0].Length / 2)
                : columns[i - 1] + Math.Max(MinimumGap, (ladder.Participants[i - 1].Length + ladder.Participants[i].Length) / 2 + 2);
            foreach (var message in ladder.Rows.OfType<LadderRow.Message>())
            {
                var (a, b) = (Index(ladder, message.From), Index(ladder, message.To));
                if (Math.Max(a, b) == i && a != b)
                {
                    columns[i] = Math.Max(columns[i], columns[Math.Min(a, b)] + Shorten(message.Label).Length + 6);
                }
            }
        }

        return columns;
    }

    private static int Index(Ladder ladder, string participant)
    {
        for (var i = 0; i < ladder.Participants.Count; i++)
        {
            if (ladder.Participants[i] == participant)
            {
                return i;
            }
        }

        return 0;
    }

    private static string Shorten(string label) => label.Length <= MaximumLabel ? label : label[..(MaximumLabel - 3)] + "...";

    private static List<char> Line(int[] columns, char mark)
    {
        var line = Enumerable.Repeat(' ', columns.Length == 0 ? TimeWidth : columns[^1] + 1).ToList();
        foreach (var column in columns)
        {
            line[column] = mark;
        }

        return line;
    }

    private static void Put(List<char> line, int at, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            while (line.Count <= at + i)
            {
                line.Add(' ');
            }

            line[at + i] = char.IsControl(text[i]) ? '?' : text[i];
        }
    }

    private static void Append(StringBuilder text, List<char> line) => text.AppendLine(new string([.. line]).TrimEnd());
}
