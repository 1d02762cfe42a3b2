using System.Text;
using Gateway.Engine.Policy;
using Gateway.Host.Records;
using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S79 between SIP telephones: what is kept of transfers says no number, can be read with the keys of then, and shows who changed it.</summary>
public class SipRecords
{
    private static readonly RecordKey Old = new("old", [.. Enumerable.Repeat((byte)1, 32)]), New = new("new", [.. Enumerable.Repeat((byte)2, 32)]);

    [Fact]
    public void Kept_records_hide_numbers_outlive_their_key_and_show_what_was_changed()
    {
        var world = new VirtualWorld(rules: [VirtualWorld.Allow(OnFailure.Fail, "bridge")]);
        byte nonce = 0;
        var file = new List<string>();
        var call = world.Call(world.Alice, "1201");
        foreach (var (target, keys) in new (string, RecordKey[])[] { ("1386", [Old]), ("1303", [Old]), ("1301", [New, Old]) })
        {
            world.Alice.Do(new FarEndInput.Transfer(call, target));
            world.Run(8);
            var chain = new RecordChain(keys, octets => octets.Fill(++nonce));
            chain.GoOnBehind(file);
            file.Add(chain.Seal(RecordText.Of(world.Gateway.Records[^1], "gateway", DateTimeOffset.UnixEpoch + world.Now)));
            world.Transcript.Say($"record {file.Count} sealed with the key {keys[0]}");
        }

        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        Assert.All(new[] { "1101", "1201", "1386", "1303", "1301" }, number => Assert.DoesNotContain(number, string.Concat(file), StringComparison.Ordinal));
        Assert.Empty(RecordChain.Faults(file, [New, Old]));
        Assert.Equal(["1386", "1303", "1301"], file.Select(line => Read(line, [New, Old])).Select(text => text[(text.IndexOf("\"target\":\"", StringComparison.Ordinal) + 10)..][..4]));
        Assert.Null(SealedRecord.Parse(file[0])!.Open([New]));

        file[1] = file[1][..60] + (file[1][60] == 'A' ? 'B' : 'A') + file[1][61..];
        var fault = RecordChain.Faults(file, [New, Old]).First();
        Assert.StartsWith("line 2: ", fault, StringComparison.Ordinal);
        world.Transcript.Say($"somebody changed record 2: {fault}");
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }

    private static string Read(string line, RecordKey[] keys) => Encoding.UTF8.GetString(SealedRecord.Parse(line)!.Open(keys)!);
}
