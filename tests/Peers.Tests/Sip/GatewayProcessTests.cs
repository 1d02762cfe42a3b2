using System.Text.Json;

namespace Peers.Tests.Sip;

/// <summary>What is shipped, as it is shipped: the executable, a configuration file, signals and log lines.</summary>
public class GatewayProcessTests
{
    private const string Configuration =
        """
        {
          "schemaVersion": 1,
          "node": "gateway-under-test",
          "listeners": [
            { "id": "sip", "protocol": "sip-udp", "bind": "127.0.0.1:0" },
            { "id": "h323", "protocol": "h323-tcp", "bind": "127.0.0.1:0" }
          ],
          "peers": [
            { "id": "lab-h323", "protocol": "h323", "address": "127.0.0.1:0", "methods": ["h450"] },
            { "id": "phones", "protocol": "sip", "sources": ["127.0.0.0/8"] }
          ],
          "routes": [{ "id": "h323", "called": "3*", "to": "lab-h323" }],
          "transferPolicy": { "rules": [{ "id": "phones-may-transfer", "action": "allow", "initiator": "phones", "methods": ["h450"] }] },
          "lab": { "h323": "127.0.0.1:0" }
        }
        """;

    [PeerFact(Peer.Sipp)]
    public async Task The_executable_transfers_a_call_logs_it_under_one_id_and_stops_when_told()
    {
        await using GatewayProcess gateway = await GatewayProcess.Start(Configuration);
        await Sipp.Call("blind", gateway.Sip, "3001", "3002");
        JsonElement record = await gateway.Noted("transfer.record");
        Assert.Equal("Succeeded", record.GetProperty("outcome").GetString());
        Assert.Equal("h450", record.GetProperty("methods").GetString());
        JsonElement arrived = await gateway.Noted("call.arrived");
        Assert.Equal(record.GetProperty("correlation_id").GetString(), arrived.GetProperty("correlation_id").GetString());
        Assert.Equal(0, await gateway.Stop());
    }
}
