using System.Globalization;
using System.Xml.Linq;

namespace Gateway.Host.Ladders;

/// <summary>Draws a ladder as a picture for browsers and documents.</summary>
public static class SvgLadder
{
    private const int CharacterWidth = 7;
    private const int RowHeight = 28;
    private const int Top = 76;
    private const int Left = 110;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Draw(Ladder ladder)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        var gap = Math.Max(160, (CharacterWidth * ladder.Rows.OfType<LadderRow.Message>().Select(row => row.Label.Length).DefaultIfEmpty(0).Max()) + 30);
        var width = Left + (gap * Math.Max(1, ladder.Participants.Count));
        var height = Top + (RowHeight * (ladder.Rows.Count + 1));
        var columns = ladder.Participants.Select((name, index) => (name, Left + (index * gap))).ToDictionary();

        var picture = new XElement(
            Svg + "svg",
            new XAttribute("width", width),
            new XAttribute("height", height),
            new XAttribute("font-family", "monospace"),
            new XAttribute("font-size", 12),
            new XElement(Svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", "white")),
            Text(12, 24, ladder.Title, "start", bold: true));
        foreach (var (name, x) in columns)
        {
            picture.Add(Text(x, 54, name, "middle", bold: true), Line(x, 62, x, height - 8, "#999"));
        }

        for (var i = 0; i < ladder.Rows.Count; i++)
        {
            var y = Top + (i * RowHeight) + 14;
            picture.Add(Text(8, y, ladder.Rows[i].At.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture), "start"));
            picture.Add(ladder.Rows[i] switch
            {
                LadderRow.Message message => Arrow(columns[message.From], columns[message.To], y, message.Label),
                LadderRow.Remark remark when columns.TryGetValue(remark.Where, out var x) => [Text(x + 6, y, remark.Text, "start", colour: "#06c")],
                _ => [],
            });
        }

        return picture.ToString();
    }

    private static IEnumerable<XElement> Arrow(int from, int to, int y, string label)
    {
        var back = to > from ? -7 : 7;
        yield return Line(from, y, to, y, "black");
        yield return new XElement(
            Svg + "polygon",
            new XAttribute("points", string.Create(CultureInfo.InvariantCulture, $"{to},{y} {to + back},{y - 4} {to + back},{y + 4}")));
        yield return Text((from + to) / 2, y - 5, label, "middle");
    }

    private static XElement Line(int x1, int y1, int x2, int y2, string colour) =>
        new(Svg + "line", new XAttribute("x1", x1), new XAttribute("y1", y1), new XAttribute("x2", x2), new XAttribute("y2", y2), new XAttribute("stroke", colour));

    private static XElement Text(int x, int y, string text, string anchor, bool bold = false, string colour = "black") =>
        new(
            Svg + "text",
            new XAttribute("x", x),
            new XAttribute("y", y),
            new XAttribute("text-anchor", anchor),
            new XAttribute("fill", colour),
            bold ? new XAttribute("font-weight", "bold") : null,
            string.Concat(text.Select(c => char.IsControl(c) ? '?' : c)));
}
