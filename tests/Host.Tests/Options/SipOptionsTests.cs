using System.Net;
using Gateway.Exchange.Peers;
using Gateway.Host.Options;
using Gateway.Sip;

namespace Host.Tests.Options;

/// <summary>Listeners, transports and secrets in <c>gateway.json</c>.</summary>
public sealed class SipOptionsTests : IDisposable
{
    private const string Sip = "{ \"id\": \"sip\", \"protocol\": \"sip-udp\", \"bind\": \"127.0.0.1:5060\" }";

    private readonly Certificates authority = new();

    public void Dispose() => authority.Dispose();

    [Fact]
    public void Every_transport_with_its_certificates_is_good()
    {
        var (certificate, key) = authority.Issue("gateway", "localhost");
        Assert.Empty(Problems(
            $$"""
            {
              "listeners": [
                {{Sip}},
                { "id": "tcp", "protocol": "sip-tcp", "bind": "0.0.0.0:5060", "advertise": "sip.example.net" },
                { "id": "tls", "protocol": "sip-tls", "bind": "[::]:5061", "advertise": "[2001:db8::1]:5061",
                  "tls": { "certificate": "{{Json(certificate)}}", "key": "{{Json(key)}}", "trust": "{{Json(authority.Trust)}}", "clientCertificate": "require", "minimumVersion": "tls13" } }
              ],
              "peers": [
                { "id": "a", "protocol": "sip", "transport": "tcp", "addresses": ["192.0.2.1:5060", "192.0.2.2:5060;transport=udp"], "probeSeconds": 30, "outboundProxy": "192.0.2.9:5060" },
                { "id": "b", "protocol": "sip", "address": "[2001:db8::2]:5061", "transport": "tls", "domain": "b.example", "tlsName": "sbc.b.example" }
              ],
              "sip": { "maximumMessageOctets": 16384, "connections": { "perSource": 10, "keepAliveSeconds": 30 } }
            }
            """));
    }

    [Theory]
    [InlineData("\"protocol\": \"sip-tsl\"", "listeners[1].protocol: must be one of sip-udp, sip-tcp, sip-tls, h323-tcp (line 1)")]
    [InlineData("\"protocol\": \"sip-tls\", \"bind\": \"127.0.0.1:5061\"", "listeners[1].tls: a sip-tls listener needs a certificate")]
    [InlineData("\"protocol\": \"sip-tls\", \"tls\": { \"certificate\": \"nowhere.pem\" }", "listeners[1].tls.certificate: there is no file \"nowhere.pem\"")]
    [InlineData("\"protocol\": \"sip-tcp\", \"tls\": { \"certificate\": \"nowhere.pem\" }", "listeners[1].tls: is for listeners of protocol sip-tls")]
    [InlineData("\"protocol\": \"sip-tls\", \"tls\": { \"certifcate\": \"a.pem\" }", "listeners[1].tls.certifcate: unknown key; did you mean \"certificate\"?")]
    [InlineData("\"protocol\": \"sip-tls\", \"tls\": { \"keyPassword\": { \"secret\": \"1234\" } }", "listeners[1].tls.keyPassword.secret: is \"env:NAME\" or \"file:PATH\", never the secret itself")]
    [InlineData("\"protocol\": \"sip-tls\", \"tls\": { \"clientCertificate\": \"require\" }", "listeners[1].tls.trust: clients' certificates need an authority to lead to: name its PEM file")]
    [InlineData("\"protocol\": \"sip-tcp\", \"bind\": \"0.0.0.0:5060\"", "listeners[1].advertise: peers cannot answer to 0.0.0.0: name the host or address they reach this listener by")]
    [InlineData("\"protocol\": \"sip-tcp\", \"bind\": \"127.0.0.1:5060\", \"advertise\": \"a b\"", "listeners[1].advertise: \"a b\" is not a host, or host and port, like \"sip.example.net:5060\"")]
    public void A_mistake_in_a_listener_is_named(string listener, string said) =>
        Assert.Contains(said, Problems($"{{ \"listeners\": [ {Sip}, {{ \"id\": \"new\", {listener} }} ] }}"));

    [Theory]
    [InlineData("\"address\": \"192.0.2.1:5060\", \"transport\": \"tcp\"", "peers[0].transport: no listener has transport tcp")]
    [InlineData("\"address\": \"[2001:db8::1]:5060\"", "peers[0].transport: no udp listener is bound to an address of the same family as [2001:db8::1]:5060")]
    [InlineData("\"addresses\": [\"192.0.2.1\"]", "peers[0].addresses[0]: \"192.0.2.1\" is not an address with a port, like \"10.0.0.1:5060\" or \"10.0.0.1:5061;transport=tls\", and no name, like \"sip.example.net\"")]
    [InlineData("\"address\": \"192.0.2.1\"", "peers[0].address: \"192.0.2.1\" is not an address with a port, like \"127.0.0.1:5060\", and no name, like \"sip.example.net\" (line 1)")]
    [InlineData("\"address\": \"a.example\", \"transport\": \"tcp\"", "peers[0].transport: no listener has transport tcp")]
    [InlineData("\"addresses\": [\"a.example;transport=tls\"]", "peers[0].addresses[0]: no listener has transport tls")]
    [InlineData("\"protocol\": \"h323\", \"address\": \"a.example\"", "peers[0].address: names are for SIP peers; give an address with a port")]
    [InlineData("\"addresses\": [\"192.0.2.1:5060;transport=tls\"]", "peers[0].addresses[0]: no listener has transport tls")]
    [InlineData("\"addresses\": [\"192.0.2.1:5060\"], \"address\": \"192.0.2.1:5060\"", "peers[0].addresses: stands beside \"address\"; keep one of them")]
    [InlineData("\"sources\": [\"192.0.2.0/24\"], \"probeSeconds\": 5", "peers[0].probeSeconds: there is no address to ask")]
    [InlineData("\"address\": \"192.0.2.1:5060\", \"outboundProxy\": \"a proxy\"", "peers[0].outboundProxy: \"a proxy\" is not an address with a port, like \"10.0.0.1:5060\" or \"10.0.0.1:5061;transport=tls\", and no name, like \"sip.example.net\"")]
    [InlineData("\"address\": \"192.0.2.1:5060\", \"transport\": \"sctp\"", "peers[0].transport: must be one of udp, tcp, tls (line 1)")]
    public void A_mistake_in_the_way_to_a_peer_is_named(string peer, string said) =>
        Assert.Contains(said, Problems($"{{ \"listeners\": [ {Sip} ], \"peers\": [ {{ \"id\": \"p\", \"protocol\": \"sip\", {peer} }} ] }}"));

    /// <summary>RFC 4028 5.</summary>
    [Theory]
    [InlineData("\"minimumSeconds\": 60", "sip.sessionTimer.minimumSeconds: must be at least 90")]
    [InlineData("\"minimumSeconds\": 600, \"intervalSeconds\": 300", "sip.sessionTimer.intervalSeconds: must be at least minimumSeconds, 600")]
    public void A_session_that_would_need_refreshing_too_often_is_refused(string timer, string said) =>
        Assert.Contains(said, Problems($"{{ \"sip\": {{ \"sessionTimer\": {{ {timer} }} }} }}"));

    [Theory]
    [InlineData("\"attempts\": 0", "dns.attempts: is at least 1, not 0")]
    [InlineData("\"minimumSeconds\": 60, \"maximumSeconds\": 30", "dns.maximumSeconds: must be at least minimumSeconds, 60")]
    [InlineData("\"servers\": [\"dns.example\"]", "dns.servers[0]: \"dns.example\" is not an address with a port, like \"127.0.0.1:5060\" (line 1)")]
    public void A_mistake_in_how_names_are_resolved_is_named(string dns, string said) => Assert.Contains(said, Problems($"{{ \"dns\": {{ {dns} }} }}"));

    [Fact]
    public void Bounds_of_connections_are_bounded() =>
        Assert.Contains("sip.connections.idleSeconds: is at least 1, not 0", Problems("{ \"sip\": { \"connections\": { \"idleSeconds\": 0 } } }"));

    [Theory]
    [InlineData("192.0.2.1:5060", "192.0.2.1:5060", SipTransport.Udp)]
    [InlineData("192.0.2.1:5061;transport=tls", "192.0.2.1:5061", SipTransport.Tls)]
    [InlineData("[2001:db8::1]:5060;transport=tcp", "[2001:db8::1]:5060", SipTransport.Tcp)]
    public void A_destination_is_read(string text, string remote, SipTransport transport)
    {
        Assert.True(SipDestination.TryParse(text, SipTransport.Udp, out var destination));
        Assert.Equal(new SipDestination(IPEndPoint.Parse(remote), transport), destination);
    }

    [Theory]
    [InlineData("2001:db8::1:5060")]
    [InlineData("192.0.2.1")]
    [InlineData("192.0.2.1:0")]
    [InlineData("192.0.2.1:5060;transport=sctp")]
    [InlineData("")]
    public void What_is_no_destination_is_not(string text) => Assert.False(SipDestination.TryParse(text, SipTransport.Udp, out _));

    [Fact]
    public void A_secret_is_the_first_line_of_its_file()
    {
        var file = authority.In("secret");
        File.WriteAllText(file, "open sesame\nand more\n");
        Assert.Equal("open sesame", new SecretOptions { Secret = $"file:{file}" }.Read(out var problem));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("env:NO_SUCH_VARIABLE_HERE", "the environment variable \"NO_SUCH_VARIABLE_HERE\" is not set")]
    [InlineData("open sesame", "is \"env:NAME\" or \"file:PATH\", never the secret itself")]
    public void A_secret_that_is_not_to_be_had_is_said_without_saying_it(string secret, string said)
    {
        var options = new SecretOptions { Secret = secret };
        Assert.Null(options.Read(out var problem));
        Assert.Equal(said, problem);
        Assert.DoesNotContain("sesame", options.ToString(), StringComparison.Ordinal);
    }

    private static string Json(string path) => path.Replace("\\", "\\\\", StringComparison.Ordinal);

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
