using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Registration;
using Gateway.Sip.Security;
using Stacks.Tests.Sip.Security;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip.Registration;

/// <summary>Our own binding at a registrar: RFC 3261 10.2, RFC 3608, RFC 5626 4.5.</summary>
public class RegistrationTests
{
    private readonly Network network = new();
    private readonly Phone gateway;
    private readonly ScriptedPeer registrar;

    public RegistrationTests()
    {
        gateway = new Phone(network, "gw", "198.51.100.1", new SipStackOptions { Credentials = _ => [DigestAccount.WithPassword("trunk", "secret")] });
        registrar = new ScriptedPeer(network, "registrar", "192.0.2.10");
    }

    private SipRequest Last => registrar.Request("REGISTER");

    /// <summary>How many were sent, repetitions not counted.</summary>
    private int Sent => registrar.Heard.OfType<SipRequest>().Select(request => request.CSeq.Number).Distinct().Count();

    [Fact]
    public void Registration_client_is_as_charted() => Chart.AssertApproved(
        "Sip.RegistrationClient",
        typeof(RegistrationClient),
        [
            new RegistrationClient.State.Registering(0),
            new RegistrationClient.State.Registered(),
            new RegistrationClient.State.Refreshing(),
            new RegistrationClient.State.Waiting(1),
            new RegistrationClient.State.Leaving(),
            new RegistrationClient.State.Unregistering(),
            new RegistrationClient.State.Ended(),
        ],
        [
            new RegistrationClient.Input.Accepted(Some.Response(200, "REGISTER"), TimeSpan.FromHours(1)),
            new RegistrationClient.Input.IntervalTooBrief(TimeSpan.FromHours(2)),
            new RegistrationClient.Input.Failed(new CallEnd(EndedBy.NoResponse), null),
            new RegistrationClient.Input.FlowLost(),
            new RegistrationClient.Input.Expired(SipTimer.RegistrationRefresh),
            new RegistrationClient.Input.Expired(SipTimer.RegistrationRetry),
            new RegistrationClient.Input.Leave(),
        ],
        value => value is SipResponse response ? $"{response.Status}" : null);

    [Fact]
    public void A_binding_is_asked_for_and_prolonged_before_it_ends()
    {
        Start();
        var first = Last;
        Assert.Equal(
            ("sip:carrier.example", "<sip:trunk@carrier.example>", "<sip:trunk@198.51.100.1:5060>", 3600),
            (first.Uri.ToString(), first.To.ToString(), first.Contact!.ToString(), first.Expires));
        Accept("Contact: <sip:other@10.0.0.1>;expires=20, <sip:trunk@198.51.100.1:5060>;expires=600\nExpires: 30\n");
        Assert.Equal(TimeSpan.FromSeconds(600), gateway.Only<SipIndication.Registered>().Granted);
        network.Run(TimeSpan.FromSeconds(535));
        Assert.Equal(1, Sent);
        network.Run(TimeSpan.FromSeconds(2));
        Assert.Equal((2, first.CallId, first.From.Tag, 2u), (Sent, Last.CallId, Last.From.Tag, Last.CSeq.Number));
        Accept("Contact: <sip:trunk@198.51.100.1:5060>;expires=40\n");
        network.Run(TimeSpan.FromSeconds(21));
        Assert.Equal(3, Sent);
    }

    [Fact]
    public void The_interval_of_a_423_is_asked_for_at_once()
    {
        Start(seconds: 60);
        Say("SIP/2.0 423 Interval Too Brief", "Min-Expires: 1800\n");
        Assert.Equal((1800, 2u), (Last.Expires, Last.CSeq.Number));
        Say("SIP/2.0 423 Interval Too Brief", "Min-Expires: 1800\n");
        Assert.Equal(423, gateway.Only<SipIndication.RegistrationLost>().Why.Status);
    }

    [Fact]
    public void A_challenge_is_answered_and_the_next_REGISTER_answers_ahead()
    {
        Start();
        Say("SIP/2.0 401 Unauthorized", "WWW-Authenticate: Digest realm=\"carrier\", nonce=\"n\", algorithm=SHA-256, qop=\"auth\"\n");
        Assert.Equal((2u, "trunk"), (Last.CSeq.Number, Last.Authorization[0]["username"]));
        Accept("Contact: <sip:trunk@198.51.100.1:5060>;expires=40\n");
        network.Run(TimeSpan.FromSeconds(21));
        Assert.Equal((3u, "00000002"), (Last.CSeq.Number, Last.Authorization[0]["nc"]));
    }

    [Fact]
    public void After_a_503_it_is_tried_again_when_the_registrar_said()
    {
        Start();
        Say("SIP/2.0 503 Service Unavailable", "Retry-After: 200\n");
        Assert.Equal(503, gateway.Only<SipIndication.RegistrationLost>().Why.Status);
        network.Run(TimeSpan.FromSeconds(199));
        Assert.Equal(1, Sent);
        network.Run(TimeSpan.FromSeconds(2));
        Assert.Equal(2, Sent);
        Accept("Contact: <sip:trunk@198.51.100.1:5060>;expires=600\n");
        gateway.Only<SipIndication.Registered>();
    }

    [Fact]
    public void Failures_in_a_row_wait_longer_and_longer_and_no_longer_than_half_an_hour()
    {
        Start();
        var waited = new List<double>();
        for (var failure = 0; failure < 8; failure++)
        {
            Say("SIP/2.0 500 Server Internal Error");
            var (count, since) = (Sent, network.Now);
            while (Sent == count && network.Now - since < TimeSpan.FromHours(1))
            {
                network.Run(TimeSpan.FromSeconds(1));
            }

            waited.Add(Math.Round((network.Now - since).TotalSeconds));
        }

        Assert.Equal([45, 90, 180, 360, 720, 1350, 1350, 1350], waited);
    }

    [Fact]
    public void A_registrar_that_does_not_answer_is_asked_again()
    {
        Start();
        network.Run(TimeSpan.FromSeconds(33));
        Assert.Equal(EndedBy.NoResponse, gateway.Only<SipIndication.RegistrationLost>().Why.By);
        var before = registrar.Heard.OfType<SipRequest>().Max(request => request.CSeq.Number);
        network.Run(TimeSpan.FromSeconds(60));
        Assert.Equal(before + 1, Last.CSeq.Number);
    }

    [Fact]
    public void The_binding_is_removed_when_it_is_no_longer_wanted()
    {
        var registration = Start();
        Accept("Contact: <sip:trunk@198.51.100.1:5060>;expires=600\n");
        gateway.Do(new SipCommand.Unregister(registration));
        network.Run(TimeSpan.FromMilliseconds(100));
        Assert.Equal(0, Last.Expires);
        Accept("");
        gateway.Only<SipIndication.RegistrationEnded>();
        network.RunOut();
        Assert.Equal((2, 0), (Sent, gateway.RunningTimers));
    }

    [Fact]
    public void A_binding_that_is_just_being_made_is_removed_behind_that()
    {
        var registration = Start();
        gateway.Do(new SipCommand.Unregister(registration));
        network.Run(TimeSpan.FromMilliseconds(100));
        Assert.Equal(1, Sent);
        Accept("Contact: <sip:trunk@198.51.100.1:5060>;expires=600\n");
        Assert.Equal((2, 0), (Sent, Last.Expires));
    }

    [Fact]
    public void A_lost_connection_is_registered_over_anew()
    {
        Start();
        Accept("Contact: <sip:trunk@198.51.100.1:5060>;expires=600\n");
        gateway.Do(new SipInput.TransportFailed(gateway.FlowTo(registrar.EndPoint), null));
        network.Run(TimeSpan.FromMilliseconds(100));
        Assert.Equal(2, Sent);
    }

    [Fact]
    public void The_service_route_is_told()
    {
        Start();
        Accept("Contact: <sip:trunk@198.51.100.1:5060>;expires=600\nService-Route: <sip:edge.example;lr>\n");
        Assert.Equal("<sip:edge.example;lr>", Assert.Single(gateway.Only<SipIndication.Registered>().ServiceRoutes).ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    public void Two_stacks_keep_a_binding_for_a_day_through_a_bad_network(int seed)
    {
        var lossy = new Network(seed) { Loss = seed == 0 ? 0 : 0.1, Jitter = TimeSpan.FromMilliseconds(30) };
        var server = new Phone(lossy, "server", "198.51.100.1", Doors.Under(new AdmissionRules { Digest = Doors.Alice, Registrar = new RegistrarRules("phones") }));
        var client = new Phone(lossy, "client", "192.0.2.10", new SipStackOptions { Credentials = _ => [DigestAccount.WithPassword("alice", "wonderland")] });
        var registration = client.Stack.NewRegistration();
        client.Do(new SipCommand.Register(registration, new RegistrationOrder(
            client.FlowTo(server.EndPoint), SipUri.Parse("sip:198.51.100.1")!, NameAddr.Create(SipUri.Parse("sip:alice@198.51.100.1")!), TimeSpan.FromMinutes(10))));
        lossy.Run(TimeSpan.FromSeconds(40));
        for (var quarter = 0; quarter < 96; quarter++)
        {
            Assert.Single(server.Stack.BindingsOf("phones", "alice", lossy.Now));
            lossy.Run(TimeSpan.FromMinutes(15));
        }

        Assert.False(client.Heard<SipIndication.RegistrationLost>());
        client.Do(new SipCommand.Unregister(registration));
        lossy.RunOut();
        Assert.Empty(server.Stack.BindingsOf("phones", "alice", lossy.Now));
        Assert.True(client.Stack.IsIdle && server.Stack.IsIdle);
    }

    private RegistrationHandle Start(int seconds = 3600)
    {
        var registration = gateway.Stack.NewRegistration();
        gateway.Do(new SipCommand.Register(registration, new RegistrationOrder(
            gateway.FlowTo(registrar.EndPoint), SipUri.Parse("sip:carrier.example")!, NameAddr.Create(SipUri.Parse("sip:trunk@carrier.example")!), TimeSpan.FromSeconds(seconds))));
        network.Run(TimeSpan.FromMilliseconds(100));
        return registration;
    }

    private void Accept(string headers) => Say("SIP/2.0 200 OK", headers);

    private void Say(string statusLine, string headers = "")
    {
        registrar.Answer(gateway, Last, statusLine, "r", headers);
        network.Run(TimeSpan.FromMilliseconds(100));
    }
}
