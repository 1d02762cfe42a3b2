using System.Xml.Linq;
using Gateway.Host.Ladders;

namespace Host.Tests.Ladders;

public class LadderTests
{
    private static readonly Ladder Sample = new(
        "Blind transfer",
        ["phone", "gateway", "endpoint"],
        [
            new LadderRow.Message(TimeSpan.Zero, "phone", "gateway", "REFER"),
            new LadderRow.Message(TimeSpan.FromMilliseconds(2), "gateway", "phone", "202 Accepted"),
            new LadderRow.Message(TimeSpan.FromMilliseconds(3), "gateway", "endpoint", "FACILITY callTransferInitiate"),
            new LadderRow.Remark(TimeSpan.FromMilliseconds(9), "gateway", "T1 succeeded"),
        ]);

    [Fact]
    public void Text_shows_each_arrow_from_its_sender_to_its_receiver()
    {
        var drawn = string.Join('\n', TextLadder.Draw(Sample).Split('\n').Select(line => line.TrimEnd()));
        Assert.Equal(
            """
            Blind transfer
            ==============
                     phone            gateway                           endpoint
              0.000    |-----REFER------>|                                  |
              0.002    |<-202 Accepted---|                                  |
              0.003    |                 |--FACILITY callTransferInitiate-->|
              0.009    |                 * T1 succeeded                     |

            """,
            drawn);
    }

    [Fact]
    public void Mermaid_keeps_statements_whole()
    {
        var drawn = MermaidLadder.Draw(Sample with { Rows = [new LadderRow.Message(TimeSpan.Zero, "phone", "gateway", "a;b\nc#d")] });
        Assert.Contains("P0->>P1: a,b c=d\n", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void Svg_is_well_formed_and_shows_every_label()
    {
        var drawn = XDocument.Parse(SvgLadder.Draw(Sample with { Title = "<&>" }));
        var texts = drawn.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToArray();
        Assert.Contains("<&>", texts);
        Assert.Contains("REFER", texts);
        Assert.Contains("T1 succeeded", texts);
    }

    [Fact]
    public void An_empty_ladder_says_so() => Assert.Contains("nothing was said", TextLadder.Draw(Ladder.Of("x", [])), StringComparison.Ordinal);

    [Fact]
    public void The_gateway_stands_in_the_middle()
    {
        var ladder = Ladder.Of(
            "x",
            [
                new LadderRow.Message(TimeSpan.Zero, "phone", "gateway", "1"),
                new LadderRow.Message(TimeSpan.Zero, "gateway", "b", "2"),
                new LadderRow.Message(TimeSpan.Zero, "gateway", "c", "3"),
                new LadderRow.Message(TimeSpan.Zero, "gateway", "d", "3"),
            ],
            "gateway");
        Assert.Equal(["phone", "b", "gateway", "c", "d"], ladder.Participants);
    }
}
