using System.Text.Json;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.H323.H450.CallTransfer;

namespace Gateway.Codecs.Tests.H323.H450;

/// <summary>H.450.1 to .8 against octets that others made: see <c>fixtures/h450/index.md</c>.</summary>
public sealed class H4501SupplementaryServiceTests
{
    private static readonly IReadOnlyList<RandomMessage> Random = RandomMessage.Read("h450/random.jsonl");

    private static readonly JsonElement[] Golden = [.. JsonDocument.Parse(Fixture.Text("h450/golden.json")).RootElement.EnumerateArray()];

    public static TheoryData<string> GoldenNames() => [.. Golden.Select(entry => entry.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(GoldenNames))]
    public void A_golden_entry_decodes_to_its_fields_and_encodes_to_its_octets(string name)
    {
        var entry = Golden.Single(e => e.GetProperty("name").GetString() == name);
        var type = entry.GetProperty("asn1Type").GetString()!;
        var octets = Convert.FromHexString(entry.GetProperty("hex").GetString()!);
        var fields = entry.GetProperty("fields");
        if (name.EndsWith("-padded", StringComparison.Ordinal))
        {
            var operation = Operation.Decode(new Invoke { InvokeId = 1, Opcode = new Code.Local(9), Argument = new(octets) }, out var none);
            Assert.Null(none);
            Assert.Null(JsonForm.Difference(Assert.IsType<Operation.CallTransferInitiate>(operation).Argument, fields));
            return;
        }
        var reading = OpenTypes.ByName[type](octets);
        Assert.Null(reading.Fault);
        Assert.Null(JsonForm.Difference(reading.Value, fields.TryGetProperty("apdu", out var apdu) ? apdu : fields));
        Assert.Equal(Convert.ToHexString(octets), Convert.ToHexString(reading.Again));
        if (!fields.TryGetProperty("openTypeContents", out var contents))
            return;
        var nested = OpenTypes.ByName[contents.GetProperty("type").GetString()!](OpenType(reading.Value));
        Assert.Null(nested.Fault);
        Assert.Null(JsonForm.Difference(nested.Value, contents.GetProperty("value")));
        Assert.Equal(OpenType(reading.Value), nested.Again);
    }

    [Fact]
    public void Every_random_apdu_says_what_its_line_says_and_is_encoded_to_the_octets_it_came_in()
    {
        Assert.Equal(400, Random.Count);
        var differences = Random
            .Select(message => (message.Line, Text: OpenTypes.Difference("H4501SupplementaryService", message.Octets, message.Value)))
            .Where(difference => difference.Text is not null);
        Assert.Empty(differences);
    }

    [Fact]
    public void Every_random_component_is_known_by_its_code_and_written_again_from_its_typed_form()
    {
        foreach (var component in Random.SelectMany(message => Components(Decode(message.Octets))))
        {
            switch (component)
            {
                case Invoke { LinkedId: null } invoke:
                    var operation = Operation.Decode(invoke, out var fault);
                    Assert.Null(fault);
                    Same(invoke, operation!.ToInvoke(invoke.InvokeId, out _));
                    break;
                case ReturnResult result:
                    var returned = OperationResult.Decode(result, out fault);
                    Assert.Null(fault);
                    Same(result, returned!.ToReturnResult(result.InvokeId, out _));
                    break;
                case ReturnError error:
                    var why = OperationError.Decode(error, out fault);
                    Assert.Null(fault);
                    Same(error, why!.ToReturnError(error.InvokeId, out _));
                    break;
            }
        }

        static void Same(Ros expected, Ros? actual) =>
            Assert.Equal(Convert.ToHexString(PerWriter.Encode(expected)), Convert.ToHexString(PerWriter.Encode(actual!)));
    }

    [Fact]
    public void Every_captured_apdu_says_what_PTLib_read_in_it()
    {
        var lines = File.ReadAllLines(Fixture.Path("h450/captured.jsonl"));
        Assert.Equal(158, lines.Length);
        foreach (var line in lines)
        {
            var json = JsonDocument.Parse(line).RootElement;
            var octets = Convert.FromHexString(json.GetProperty("hex").GetString()!);
            var apdu = Decode(octets);
            Assert.Equal(octets, PerWriter.Encode(apdu));
            foreach (var (component, expected) in Components(apdu).Zip(json.GetProperty("ros").EnumerateArray()))
                CheckCaptured(component, expected);
        }
    }

    private static void CheckCaptured(Ros component, JsonElement expected)
    {
        Assert.Equal(expected.GetProperty("kind").GetString(), component.GetType().Name, ignoreCase: true);
        var id = expected.GetProperty("invokeId").GetInt64();
        var name = expected.TryGetProperty("name", out var named) ? named.GetString() : null;
        switch (component)
        {
            case Invoke invoke:
                Assert.Equal(id, invoke.InvokeId);
                var operation = Operation.Decode(invoke, out var fault);
                Assert.Null(fault);
                Assert.Equal(name, operation!.GetType().Name, ignoreCase: true);
                if (operation is Operation.CallTransferInitiate { Argument: var initiate })
                    CheckCaptured(initiate.CallIdentity, initiate.ReroutingNumber, invoke.Argument!.Value, expected);
                else if (operation is Operation.CallTransferSetup { Argument: var setup })
                    Assert.Equal(expected.GetProperty("callIdentity").GetString(), setup.CallIdentity);
                break;
            case ReturnResult result:
                Assert.Equal(id, result.InvokeId);
                var returned = OperationResult.Decode(result, out fault);
                Assert.Null(fault);
                if (name is null)
                    Assert.IsType<OperationResult.Empty>(returned);
                else
                    CheckCaptured(
                        Assert.IsType<OperationResult.CallTransferIdentify>(returned).Value.CallIdentity,
                        ((OperationResult.CallTransferIdentify)returned).Value.ReroutingNumber, result.Result!.Result, expected);
                break;
            case ReturnError error:
                Assert.Equal(id, error.InvokeId);
                Assert.Equal(name, Assert.IsType<OperationError.Plain>(OperationError.Decode(error, out _)).Error.ToString(), ignoreCase: true);
                break;
        }
    }

    private static void CheckCaptured(string identity, EndpointAddress address, CompleteEncoding contents, JsonElement expected)
    {
        // PTLib reads the padded form as an empty address list; we read what its sender meant.
        var wanted = expected.GetProperty("reroutingNumber").EnumerateArray().Select(alias => alias.EnumerateObject().Single()).ToList();
        if (wanted.Count == 0)
        {
            Assert.Equal(0, contents.Octets.Span[1]);
            Assert.NotEmpty(address.DestinationAddress);
            return;
        }
        Assert.Equal(expected.GetProperty("callIdentity").GetString(), identity);
        Assert.Equal(wanted.Count, address.DestinationAddress.Count);
        foreach (var (alias, one) in address.DestinationAddress.Zip(wanted))
        {
            var text = alias switch
            {
                Codecs.H323.H225.AliasAddress.DialledDigits a => a.Value,
                Codecs.H323.H225.AliasAddress.H323ID a => a.Value,
                Codecs.H323.H225.AliasAddress.UrlID a => a.Value,
                Codecs.H323.H225.AliasAddress.TransportID { Value: Codecs.H323.H225.TransportAddress.IpAddress ip } => $"ip${ip.Ip}:{ip.Port}",
                _ => alias.ToString(),
            };
            Assert.Equal(one.Value.GetString(), text);
        }
    }

    internal static IEnumerable<Ros> Components(H4501SupplementaryService apdu) =>
        apdu.ServiceApdu is ServiceApdus.RosApdus components ? components.Value : [];

    private static H4501SupplementaryService Decode(byte[] octets)
    {
        var apdu = PerReader.Decode<H4501SupplementaryService>(octets, out var fault);
        Assert.Null(fault);
        return apdu;
    }

    private static byte[] OpenType(object apdu) => Components((H4501SupplementaryService)apdu).Single() switch
    {
        Invoke invoke => invoke.Argument!.Value.Octets.ToArray(),
        ReturnResult result => result.Result!.Result.Octets.ToArray(),
        ReturnError error => error.Parameter!.Value.Octets.ToArray(),
        _ => [],
    };
}
