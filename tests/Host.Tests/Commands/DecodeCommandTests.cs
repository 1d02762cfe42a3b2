using System.Text;
using System.Text.Json.Nodes;
using Gateway.Host.Commands;

namespace Host.Tests.Commands;

public class DecodeCommandTests
{
    // h3p-blind-ring-answer frame 20, the H4501SupplementaryService.
    private const string Initiate = "000110004d0001091700024004006300610072006f006c8107000a4d000406b8";

    [Fact]
    public void A_message_is_printed_field_by_field()
    {
        var run = CommandRun.Of(DecodeCommand.Create(), "h450", Initiate);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """
            h450
              serviceApdu:
                rosApdus:
                  [0]:
                    invoke:
                      invokeId: 77
                      opcode:
                        local: 9
                      operation: callTransferInitiate
                      argument:
                        callIdentity: 
                        reroutingNumber:
                          destinationAddress:
                            [0]:
                              h323ID: carol
                            [1]:
                              transportID:
                                ipAddress:
                                  ip: 10.77.0.4
                                  port: 1720

            """.ReplaceLineEndings("\n"),
            run.Output);
    }

    [Fact]
    public void Json_holds_kind_value_encoding_and_faults()
    {
        var run = CommandRun.Of(DecodeCommand.Create(), "h450", "--json", Initiate);
        var shown = JsonNode.Parse(run.Output)!;
        Assert.Equal("h450", (string?)shown["kind"]);
        Assert.Equal(Initiate, (string?)shown["reencoded"]);
        Assert.Empty(shown["faults"]!.AsArray());
        var invoke = shown["value"]!["serviceApdu"]!["rosApdus"]![0]!["invoke"]!;
        Assert.Equal("carol", (string?)invoke["argument"]!["reroutingNumber"]!["destinationAddress"]![0]!["h323ID"]);
    }

    [Fact]
    public void A_cut_message_ends_with_one_and_names_octet_and_clause()
    {
        var run = CommandRun.Of(DecodeCommand.Create(), "h450", "--json", Initiate[..^8]);
        Assert.Equal(1, run.ExitCode);
        var fault = JsonNode.Parse(run.Output)!["faults"]![0]!;
        Assert.Equal("endOfInput", (string?)fault["reason"]);
        Assert.True((int)fault["bitOffset"]! > 8 * 8);
        Assert.Contains("X.691", (string?)fault["clause"], StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_come_from_standard_input_one_a_line()
    {
        var run = CommandRun.Of(DecodeCommand.Create(() => new MemoryStream(Encoding.ASCII.GetBytes("02 01 7f\n\n00:01:73\n"))), "lapd", "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["02017f", "000173"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (string?)JsonNode.Parse(line)!["reencoded"]));
    }

    [Fact]
    public void Sip_is_read_as_text_too()
    {
        var refer = File.ReadAllBytes(Fixture.Path("sip/refer-rfc3515.sip"));
        var text = CommandRun.Of(DecodeCommand.Create(() => new MemoryStream(refer)), "sip", "--json");
        Assert.Equal(0, text.ExitCode);
        var shown = JsonNode.Parse(text.Output)!;
        Assert.Equal("REFER", (string?)shown["value"]!["method"]);
        Assert.Equal(text, CommandRun.Of(DecodeCommand.Create(), "sip", "--json", (string)shown["reencoded"]!));
    }

    [Fact]
    public void The_variant_says_what_a_facility_means()
    {
        // Operation 6 is EctExecute on an ETSI interface and pathReplaceRetain on a QSIG one.
        const string facility = "91a106020101020106";
        Assert.Contains("operation: ectExecute", CommandRun.Of(DecodeCommand.Create(), "facility", "--variant", "etsi", facility).Output, StringComparison.Ordinal);
        Assert.Contains("operationCode: 6", CommandRun.Of(DecodeCommand.Create(), "facility", facility).Output, StringComparison.Ordinal);
        Assert.Equal(1, CommandRun.Of(DecodeCommand.Create(), "facility", "--variant", "qsig", facility).ExitCode);
    }

    [Theory]
    [InlineData("decode: KIND h226: not one of sip h225 h225-uu ras h245 h450 q931 facility lapd iua", "h226", "00")]
    [InlineData("decode: --variant ss7: not one of etsi qsig ni2 dms", "facility", "--variant", "ss7", "00")]
    [InlineData("decode: HEX: not an even number of hexadecimal digits", "q931", "080")]
    [InlineData("decode: HEX: not an even number of hexadecimal digits", "q931", "08zz")]
    [InlineData("decode: HEX: not an even number of hexadecimal digits", "sip", "INVITE")]
    [InlineData("decode: --foo: no such option", "sip", "--foo")]
    public void Wrong_usage_is_one_line_and_two(string line, params string[] words)
    {
        var run = CommandRun.Of(DecodeCommand.Create(), words);
        Assert.Equal(new CommandRun(2, "", line + "\n"), run);
    }

    [Fact]
    public void What_a_terminal_would_act_upon_is_made_visible()
    {
        var display = "0802000105" + "28" + "03" + "1b5b4a";
        Assert.Contains("\\u001b[J", CommandRun.Of(DecodeCommand.Create(), "q931", display).Output, StringComparison.Ordinal);
    }
}
