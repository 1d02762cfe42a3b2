using Gateway.Host.Options;

namespace Host.Tests.Options;

public class ConfigurationTests
{
    private static readonly string Shipped = File.ReadAllText(Repository.Under("gateway.json"));

    [Fact]
    public void The_shipped_configuration_is_good() => Assert.Empty(Problems(Shipped));

    [Theory]
    [InlineData("\"routes\"", "\"rotues\"", "rotues: unknown key; did you mean \"routes\"?")]
    [InlineData("\"to\": \"lab-etsi\"", "\"to\": \"lab-esti\"", "routes[2].to: there is no peer \"lab-esti\"; known: lab-h323, lab-etsi, lab-qsig, phones")]
    [InlineData("127.0.0.1:5060\" }", "127.0.0.1\" }", "listeners[0].bind: \"127.0.0.1\" is not an address with a port, like \"127.0.0.1:5060\" (line 9)")]
    [InlineData("\"onFailure\": \"fail\"", "\"onFailure\": \"explode\"", "transferPolicy.rules[1].onFailure: must be one of fail, fall-back (line 42)")]
    [InlineData("[\"ect\"] }", "[\"h450\"] }", "peers[1].methods[0]: \"h450\" needs an H.323 peer")]
    [InlineData("\"qsig-join\", \"bridge\"", "\"tbct\"", "transferPolicy.rules[1].methods[2]: there is no transfer method \"tbct\"; known: bridge, ect, h450, qsig-join, refer")]
    [InlineData("\"acceptStatus\": 202", "\"acceptStatus\": 204", "refer.acceptStatus: is 202 or 200, not 204")]
    [InlineData("{ \"id\": \"etsi\", \"called\": \"4*\"", "{ \"id\": \"h323\", \"called\": \"4*\"", "routes[2].id: \"h323\" is already the id of routes[1]")]
    [InlineData("\"called\": \"1*\"", "\"called\": \"~[\"", null)]
    [InlineData("\"sources\": [\"127.0.0.0/8\"]", "\"sources\": [\"loopback\"]", "peers[3].sources[0]: \"loopback\" is not a network like \"10.1.0.0/16\"")]
    [InlineData("\"id\": \"phones\", \"called\": \"1*\"", "\"id\": \"phones\"", "routes[1]: is never reached: \"phones\" above takes every call")]
    [InlineData("127.0.0.1:25003", "127.0.0.1:25001", "trunks[1].bind: 127.0.0.1:25001 is already taken by trunks[0].bind")]
    public void A_mistake_is_named_with_its_path_and_its_remedy(string good, string bad, string? said)
    {
        Assert.Contains(good, Shipped, StringComparison.Ordinal);
        var problems = Problems(Shipped.Replace(good, bad, StringComparison.Ordinal));
        if (said is null)
        {
            Assert.NotEmpty(problems);
            return;
        }

        Assert.Contains(said, problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{ \"node\": 3 }")]
    [InlineData("{ \"listeners\": null }")]
    [InlineData("{ \"peers\": [ null ] }")]
    [InlineData("{ \"node\": \"a\" ")]
    public void What_is_no_configuration_is_refused(string json) => Assert.NotEmpty(Problems(json));

    [Fact]
    public void An_answering_point_is_one_to_the_engine()
    {
        var read = ConfigurationReader.Read(Shipped.Replace("\"phones\", \"protocol\"", "\"phones\", \"emergencyCentre\": true, \"protocol\"", StringComparison.Ordinal), [])!;
        Assert.Equal(["phones"], EngineBinding.ToEngine(read).Peers.Where(peer => peer.EmergencyCentre).Select(peer => peer.Name));
    }

    private static List<string> Problems(string json)
    {
        var problems = new List<ConfigurationProblem>();
        if (ConfigurationReader.Read(json, problems) is { } configuration)
        {
            problems.AddRange(ConfigurationCheck.Problems(configuration));
        }

        return [.. problems.Select(problem => problem.ToString())];
    }
}
