using System.Net;
using Gateway.Host.Options;
using Gateway.Sip;
using Gateway.Sip.Security;

namespace Host.Tests.Options;

public sealed class SecurityOptionsTests : IDisposable
{
    private const string Sources = "\"sources\": [\"127.0.0.0/8\"]";

    private static readonly string Shipped = File.ReadAllText(Repository.Under("gateway.json"));

    private readonly string secret = Path.GetTempFileName();

    public SecurityOptionsTests() => File.WriteAllText(secret, "wonderland\n");

    public void Dispose() => File.Delete(secret);

    [Fact]
    public void A_peer_is_challenged_as_the_configuration_says()
    {
        var peer = Peer($$"""
            "authentication": { "methods": ["REFER"], "algorithms": ["md5"], "users": [ { "user": "1001", "password": { "secret": "file:{{secret}}" } } ] },
            "register": { "user": "gw" },
            "allowedTransports": ["udp", "tls"], "requestsPerSecond": 20,
            "credentials": [ { "user": "trunk", "realm": "carrier", "password": { "secret": "file:{{secret}}" } } ]
            """);
        var digest = peer.Admission.Digest!;
        Assert.Equal(("gateway-1", "1001"), (digest.Realm, Assert.Single(digest.Accounts).User));
        Assert.Equal(Digest.Ha1(DigestAlgorithm.Md5, "1001", "gateway-1", "wonderland"), digest.Accounts[0].Ha1(DigestAlgorithm.Md5, "gateway-1"));
        Assert.Equal(DigestAlgorithm.Md5, Assert.Single(digest.Algorithms));
        Assert.True(digest.Challenges("REFER") && !digest.Challenges("INVITE"));
        Assert.True(peer.Admission.Allows(SipTransport.Tls) && !peer.Admission.Allows(SipTransport.Tcp));
        Assert.Equal(new Rate(20, 40), peer.Admission.Rate);
        Assert.Equal(("gw", TimeSpan.FromHours(1)), (peer.Account!.User, peer.Account.Interval));
        Assert.Equal("phones", peer.Admission.Registrar?.Name);
        Assert.Null(Assert.Single(peer.Credentials).Ha1(DigestAlgorithm.Md5, "elsewhere"));
        Assert.NotNull(peer.Credentials[0].Ha1(DigestAlgorithm.Sha256, "carrier"));
    }

    [Theory]
    [InlineData("\"requestsPerSecond\": 20", 60, 3600)]
    [InlineData("\"registrarSeconds\": 90", 60, 90)]
    [InlineData("\"registrarSeconds\": 10", 10, 10)]
    public void Telephones_are_registered_as_long_as_the_configuration_says(string keys, int least, int most)
    {
        var rules = Peer(keys).Admission.Registrar!;
        Assert.Equal((TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most)), (rules.Least, rules.Most));
    }

    [Fact]
    public void The_key_of_the_nonces_is_another_at_each_start()
    {
        var configuration = Read(Shipped, []);
        Assert.NotEqual(Key(), Key());
        byte[] Key() => ExchangeBinding.ToExchange(configuration!, [], null).Admission!.Key.ToArray();
    }

    [Theory]
    [InlineData("\"authentication\": { \"users\": [] }", "peers[3].authentication.users: is empty, so that nobody is let in")]
    [InlineData("\"authentication\": { \"users\": [ { \"user\": \"a\" } ] }", "peers[3].authentication.users[0]: needs a password, or H(A1)")]
    [InlineData("\"authentication\": { \"users\": [ { \"user\": \"a\", \"ha1Md5\": { \"secret\": \"env:PATH\" } } ] }", "peers[3].authentication.users[0]: needs a password, or H(A1) for each of SHA-256, MD5")]
    [InlineData("\"authentication\": { \"methods\": [\"ACK\"], \"users\": [ { \"user\": \"a\", \"password\": { \"secret\": \"env:PATH\" } } ] }", "peers[3].authentication.methods[0]: ACK is never challenged (RFC 3261 22.1)")]
    [InlineData("\"authentication\": { \"methods\": [\"refer\"], \"users\": [ { \"user\": \"a\", \"password\": { \"secret\": \"env:PATH\" } } ] }", "peers[3].authentication.methods[0]: methods are written in capitals")]
    [InlineData("\"credentials\": [ { \"user\": \"a\", \"password\": { \"secret\": \"env:NOBODY_SETS_THIS\" } } ]", "peers[3].credentials[0].password.secret: the environment variable \"NOBODY_SETS_THIS\" is not set")]
    [InlineData("\"credentials\": [ { \"user\": \"a\", \"password\": { \"secret\": \"swordfish\" } } ]", "peers[3].credentials[0].password.secret: is \"env:NAME\" or \"file:PATH\", never the secret itself")]
    [InlineData("\"credentials\": [ { \"user\": \"a\", \"ha1Md5\": { \"secret\": \"env:PATH\" } } ]", "peers[3].credentials[0].realm: H(A1) is good for one realm: name it")]
    [InlineData("\"allowedTransports\": []", "peers[3].allowedTransports: is empty, so that nothing is let in; name a transport or leave it out")]
    [InlineData("\"register\": { \"seconds\": 5 }", "peers[3].register.user: needs the name under which the peer knows us")]
    [InlineData("\"register\": { \"user\": \"gw\", \"seconds\": 5 }", "peers[3].register.seconds: is from 60 to 86400")]
    [InlineData("\"registrarSeconds\": 0", "peers[3].registrarSeconds: is from 1 to 86400")]
    [InlineData("\"requestsPerSecond\": 0", "peers[3].requestsPerSecond: is at least 1")]
    public void A_mistake_is_named_with_its_path_and_its_remedy(string keys, string said) =>
        Assert.Contains(said, Problems(Shipped.Replace(Sources, $"{Sources}, {keys}", StringComparison.Ordinal)));

    [Theory]
    [InlineData("unanswered", 0, "is at least 1, not 0")]
    [InlineData("lockoutSeconds", 0, "is at least 1, not 0")]
    [InlineData("wrongPasswordsPerSource", -1, "is at least 1, not -1")]
    [InlineData("wrongPasswords", -1, "is at least 0, not -1")]
    public void A_bound_of_nothing_is_a_mistake(string key, int value, string said) => Assert.Contains(
        $"admission.{key}: {said}",
        Problems(Shipped.Replace("\"numbering\"", $"\"admission\": {{ \"{key}\": {value} }}, \"numbering\"", StringComparison.Ordinal)));

    [Fact]
    public void What_is_for_SIP_peers_is_refused_at_others() => Assert.Contains(
        "peers[0].requestsPerSecond: is for SIP peers",
        Problems(Shipped.Replace("\"methods\": [\"h450\"]", "\"methods\": [\"h450\"], \"requestsPerSecond\": 5", StringComparison.Ordinal)));

    private static Gateway.Exchange.PeerAddress Peer(string keys)
    {
        var problems = new List<ConfigurationProblem>();
        var configuration = Read(Shipped.Replace(Sources, $"{Sources}, {keys}", StringComparison.Ordinal), problems);
        Assert.Empty(problems);
        var settings = ExchangeBinding.ToExchange(configuration!, [], null);
        return settings.PeerOf(new Flow(new Listener(SipTransport.Udp, "127.0.0.1", 5060), new IPEndPoint(IPAddress.Loopback, 5099)))!;
    }

    private static GatewayConfiguration? Read(string json, List<ConfigurationProblem> problems)
    {
        var configuration = ConfigurationReader.Read(json, problems);
        problems.AddRange(configuration is null ? [] : ConfigurationCheck.Problems(configuration));
        return configuration;
    }

    private static List<string> Problems(string json)
    {
        var problems = new List<ConfigurationProblem>();
        Read(json, problems);
        return [.. problems.Select(problem => problem.ToString())];
    }
}
