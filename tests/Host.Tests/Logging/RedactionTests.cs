using Gateway.Host.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Host.Tests.Logging;

public class RedactionTests
{
    private const string Number = "442079460123";

    private readonly Redaction redaction = new(2);

    [Theory]
    [InlineData("+442079460123 for 3001, cause 17", "+xxxxxxxxxx23 for xx01, cause 17")]
    [InlineData("sip:442079460123@pbx.example", "sip:xxxxxxxxxx23@pbx.example")]
    [InlineData("<sip:u442079460123@x?Replaces=1>", "<sip:uxxxxxxxxxx23@x?Replaces=1>")]
    [InlineData("Refer-To=%3Csip%3A3001%40x%3E", "Refer-To=%3Csip%3Axx01%40x%3E")]
    [InlineData("sip:%33%300%31@x", "sip:xx0%31@x")]
    [InlineData("tel:201.555(0123)", "tel:xxx.xxx(xx23)")]
    [InlineData("tel:+1-201-555-0123;x", "tel:+x-xxx-xxx-xx23;x")]
    [InlineData("+44 20 7946 0123", "+xx xx xxxx xx23")]
    [InlineData("020-7946-0123", "xxx-xxxx-xx23")]
    [InlineData("3001: busy", "xx01: busy")]
    [InlineData("to 3001:5:60", "to xx01:5:60")]
    public void A_number_is_hidden_wherever_it_stands(string text, string told) => Assert.Equal(told, redaction.Of(text));

    [Theory]
    [InlineData("T10234 of C10001 by L20002")]
    [InlineData("019a9fb0-1234-7abc-8def-001122334455 is now 019a9fb0-9999-7abc-8def-001122334455")]
    [InlineData("(Call-ID 38482-76298@192.0.2.1) and CallId = 1234567@x")]
    [InlineData("Call-ID: 12345678@x\r\nVia: x;branch=z9hG4bK12345678;rport\r\nTo: x;tag=12345678")]
    [InlineData("CallReference { Value = 32767, FromDestination = True }")]
    [InlineData("Session-ID ab30317f1a784dc48ff824d0d3715d86")]
    [InlineData("192.0.2.100:5060;transport=udp, [2001:db8::1234]:5061, 2001:db8:1234::/64")]
    [InlineData("carrier.example:5061 (RFC 3261 13.2.2.4, Q.931 (05/1998) 5.8)")]
    [InlineData("sip 486 Busy Here, 12:34:56, 999 ms")]
    public void What_finds_a_line_again_is_not_damaged(string text) => Assert.Equal(text, redaction.Of(text));

    [Fact]
    public void Every_value_of_a_line_is_covered_however_deep()
    {
        var written = new Dictionary<string, string>();
        foreach (bool json in new[] { false, true })
        {
            using var output = new StringWriter();
            using (var logger = LogQueue.CreateLogger(new() { ShowLastDigits = 2 }, verbose: true, json, output))
            {
                var log = logger.ForContext("called", $"sip:{Number}@x").ForContext("uri", new Uri($"sip:{Number}@x"))
                    .ForContext("list", new object[] { Number, new[] { Number } })
                    .ForContext("party", new { Name = Number, Deeper = new { Number } }, destructureObjects: true)
                    .ForContext("headers", new Dictionary<string, string> { [Number] = $"<tel:+{Number}>" });
                log.Error(new InvalidOperationException($"no {Number}", new FormatException(Number)), "{Number:l} with {@Lines}", Number, new[] { $"To: {Number}" });
            }

            written[json ? "json" : "human"] = output.ToString();
        }

        Assert.All(written.Values, text => Assert.DoesNotContain(Number[..8], text, StringComparison.Ordinal));
        Assert.Contains("xxxxxxxxxx23 with", written["human"], StringComparison.Ordinal);
        Assert.Contains("\"called\":\"sip:xxxxxxxxxx23@x\"", written["json"], StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: no xxxxxxxxxx23", written["json"], StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_stay_as_they_are()
    {
        using var output = new StringWriter();
        using (var logger = LogQueue.CreateLogger(new() { ShowLastDigits = 0 }, verbose: false, json: true, output))
        {
            new NoteLog(logger).Write(LogEventLevel.Information, "text", ("correlation_id", "1234567890"), ("call_id", "C12345"), ("peer", "pbx-4711"), ("called", "1234"));
        }

        Assert.Contains("\"correlation_id\":\"1234567890\",\"call_id\":\"C12345\",\"peer\":\"pbx-4711\",\"called\":\"xxxx\"", output.ToString(), StringComparison.Ordinal);
    }
}
