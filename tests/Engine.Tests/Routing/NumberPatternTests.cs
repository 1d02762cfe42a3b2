using Gateway.Engine.Routing;

namespace Engine.Tests.Routing;

public class NumberPatternTests
{
    [Theory]
    [InlineData("200", "200", true)]
    [InlineData("200", "2000", false)]
    [InlineData("20*", "2000", true)]
    [InlineData("20*", "20", true)]
    [InlineData("20*", "120", false)]
    [InlineData("*", "", true)]
    [InlineData("~^2[0-9]{2}$", "212", true)]
    [InlineData("~^2[0-9]{2}$", "2121", false)]
    public void A_pattern_is_a_number_a_prefix_or_an_expression(string notation, string number, bool matches) =>
        Assert.Equal(matches, new NumberPattern(notation).Matches(number));

    [Theory]
    [InlineData("00*", "+*", "0044207", "+44207")]
    [InlineData("0*", "+44*", "0207", "+44207")]
    [InlineData("999", "112", "999", "112")]
    [InlineData("~^9([0-9]+)$", "$1", "9200", "200")]
    [InlineData("00*", "+*", "44", null)]
    public void A_rewriting_keeps_what_the_star_or_group_covered(string match, string replace, string number, string? expected) =>
        Assert.Equal(expected, new NumberPattern(match).Rewrite(number, replace));

    [Fact]
    public void An_expression_that_would_backtrack_for_ever_does_not()
    {
        var pattern = new NumberPattern("~^(1+)+$");
        Assert.False(pattern.Matches(new string('1', 50_000) + "2"));
    }

    [Fact]
    public void An_expression_that_cannot_be_read_is_refused_when_it_is_configured() =>
        Assert.ThrowsAny<ArgumentException>(() => new NumberPattern("~("));
}
