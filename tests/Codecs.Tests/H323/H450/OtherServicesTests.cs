using System.Text.Json;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.H323.H450;

namespace Gateway.Codecs.Tests.H323.H450;

/// <summary>H.450.3 and H.450.7 operations outside the random set: <c>fixtures/h450/services.json</c>.</summary>
public sealed class OtherServicesTests
{
    private static readonly JsonElement[] Entries = [.. JsonDocument.Parse(Fixture.Text("h450/services.json")).RootElement.EnumerateArray()];

    public static TheoryData<string> Names() => [.. Entries.Select(entry => entry.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_entry_decodes_to_its_fields_encodes_to_its_octets_and_faults_at_every_cut(string name)
    {
        var entry = Entries.Single(e => e.GetProperty("name").GetString() == name);
        var octets = Convert.FromHexString(entry.GetProperty("hex").GetString()!);
        var code = entry.GetProperty("operation").GetInt32();
        var (value, again, fault) = Read(code, octets);
        Assert.Null(fault);
        Assert.Null(JsonForm.Difference(value, entry.GetProperty("fields")));
        Assert.Equal(Convert.ToHexString(octets), Convert.ToHexString(again!));
        for (var cut = 0; cut < octets.Length; cut++)
            Assert.True(Read(code, octets[..cut]).Fault?.BitOffset <= cut * 8);
    }

    private static (object? Value, byte[]? Again, DecodeFault? Fault) Read(int code, byte[] octets)
    {
        DecodeFault? fault;
        if (code >= 0)
        {
            var operation = Operation.Decode(new Invoke { InvokeId = 1, Opcode = new Code.Local(code), Argument = new(octets) }, out fault);
            return (operation?.GetType().GetProperty("Argument")!.GetValue(operation), operation?.ToInvoke(1, out _)?.Argument?.Octets.ToArray(), fault);
        }
        var returned = new ReturnedResult { Opcode = new Code.Local(-code), Result = new(octets) };
        var result = OperationResult.Decode(new ReturnResult { InvokeId = 1, Result = returned }, out fault);
        return (result?.GetType().GetProperty("Value")!.GetValue(result), result?.ToReturnResult(1, out _)?.Result?.Result.Octets.ToArray(), fault);
    }
}
