using System.Globalization;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip;
using Gateway.Sip.Registration;
using Gateway.Sip.Security;
using Stacks.Tests.Sip.Security;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip.Registration;

/// <summary>The registrar for telephones: RFC 3261 10.3, RFC 3327 5.3.</summary>
public class RegistrarTests
{
    private readonly Network network = new();
    private readonly Phone gateway;
    private readonly ScriptedPeer phone;
    private int number;

    public RegistrarTests()
    {
        gateway = new Phone(network, "gw", "198.51.100.1", Doors.Under(new AdmissionRules { Registrar = new RegistrarRules("phones") { Contacts = 2, Users = 3 } }));
        phone = new ScriptedPeer(network, "phone", "203.0.113.9", 40000);
    }

    private IReadOnlyList<Binding> Bindings => gateway.Stack.BindingsOf("phones", "1001", network.Now);

    [Fact]
    public void A_contact_is_bound_to_the_way_its_request_came()
    {
        var answer = Register("Contact: <sip:1001@10.0.0.7:5062>;expires=120\n");
        Assert.Equal("<sip:1001@10.0.0.7:5062>;expires=120", Assert.Single(answer.Contacts).ToString());
        var binding = Assert.Single(Bindings);
        Assert.Equal(("sip:1001@10.0.0.7:5062", phone.EndPoint), (binding.Contact.ToString(), binding.Flow.Remote));
        Assert.Equal(("phones", "1001"), (gateway.Only<SipIndication.Bound>().Registrar, gateway.Only<SipIndication.Bound>().User));
    }

    [Fact]
    public void A_binding_ends_with_its_time_and_may_be_prolonged()
    {
        Register("Contact: <sip:1001@10.0.0.7>\nExpires: 100\n");
        network.Run(TimeSpan.FromSeconds(90));
        Assert.Equal(100, Register("Contact: <sip:1001@10.0.0.7>\nExpires: 100\n").Contacts[0].Expires);
        network.Run(TimeSpan.FromSeconds(99));
        Assert.Single(Bindings);
        network.Run(TimeSpan.FromSeconds(2));
        Assert.Empty(Bindings);
        gateway.Only<SipIndication.Bound>();
    }

    [Theory]
    [InlineData("Contact: <sip:1001@10.0.0.7>\n", 3600)]
    [InlineData("Contact: <sip:1001@10.0.0.7>\nExpires: 7200\n", 3600)]
    [InlineData("Contact: <sip:1001@10.0.0.7>;expires=70\nExpires: 7200\n", 70)]
    [InlineData("Contact: <sip:1001@10.0.0.7>;expires=forever\n", 3600)]
    [InlineData("Contact: <sip:1001@10.0.0.7>;expires=4294967296\n", 3600)]
    public void The_registrar_says_how_long(string headers, int seconds) => Assert.Equal(seconds, Register(headers).Contacts[0].Expires);

    [Fact]
    public void An_interval_that_is_too_brief_is_refused_with_the_least_that_is_taken()
    {
        var answer = Register("Contact: <sip:1001@10.0.0.7>;expires=59\n");
        Assert.Equal((423, 60), (answer.Status, answer.MinExpires));
        Assert.Empty(Bindings);
    }

    [Fact]
    public void The_preferred_contact_comes_first_and_the_newer_of_equals()
    {
        Register("Contact: <sip:a@10.0.0.7>;q=0.5\n", callId: "a");
        Register("Contact: <sip:b@10.0.0.8>;q=0.7\n", callId: "b");
        Assert.Equal(["b", "a"], Bindings.Select(binding => binding.Contact.User));
        Assert.Equal("<sip:b@10.0.0.8>;expires=3600;q=0.7", Register("").Contacts[0].ToString());
        Register("Contact: <sip:a@10.0.0.7>;q=0.7\n", callId: "a");
        Assert.Equal(["a", "b"], Bindings.Select(binding => binding.Contact.User));
    }

    [Fact]
    public void Contacts_are_removed_one_by_one_or_all_at_once()
    {
        Register("Contact: <sip:a@10.0.0.7>, <sip:b@10.0.0.7>\n");
        Assert.Equal("b", Assert.Single(Register("Contact: <sip:a@10.0.0.7>;expires=0\n").Contacts).Uri.User);
        Assert.Empty(Register("Contact: *\nExpires: 0\n", callId: "another").Contacts);
        Assert.Empty(Bindings);
    }

    [Theory]
    [InlineData("Contact: *\n")]
    [InlineData("Contact: *\nExpires: 60\n")]
    [InlineData("Contact: *, <sip:a@10.0.0.7>\nExpires: 0\n")]
    public void The_wildcard_stands_alone_and_removes(string headers)
    {
        Register("Contact: <sip:1001@10.0.0.7>\n");
        Assert.Equal(400, Register(headers).Status);
        Assert.Single(Bindings);
    }

    [Theory]
    [InlineData("Contact: <sip:a@10.0.0.7>;expires=0\n")]
    [InlineData("Contact: <sip:new@10.0.0.9>, <sip:a@10.0.0.7>\n")]
    [InlineData("Contact: *\nExpires: 0\n")]
    public void What_comes_behind_its_time_changes_nothing(string headers)
    {
        number = 10;
        Register("Contact: <sip:a@10.0.0.7>\n");
        number = 3;
        Assert.Equal(500, Register(headers).Status);
        Assert.Equal("a", Assert.Single(Bindings).Contact.User);
    }

    [Fact]
    public void Contacts_and_users_are_bounded()
    {
        Assert.Equal(403, Register("Contact: <sip:a@10.0.0.7>, <sip:b@10.0.0.7>, <sip:c@10.0.0.7>\n").Status);
        Assert.Empty(Bindings);
        Assert.Equal([200, 200, 200, 503], Enumerable.Range(1, 4).Select(user => Register("Contact: <sip:a@10.0.0.7>;expires=60\n", $"c{user}", $"100{user}").Status));
        network.Run(TimeSpan.FromSeconds(61));
        Assert.Equal(200, Register("Contact: <sip:a@10.0.0.7>\n", "c4", "1004").Status);
    }

    [Fact]
    public void Asking_changes_nothing_and_tells_everything()
    {
        Register("Contact: <sip:a@10.0.0.7>\n");
        network.Run(TimeSpan.FromSeconds(100));
        Assert.Equal(3500, Assert.Single(Register("").Contacts).Expires);
        gateway.Only<SipIndication.Bound>();
    }

    [Fact]
    public void The_path_between_is_kept_and_told()
    {
        var answer = Register("Contact: <sip:a@10.0.0.7>\nSupported: path\nPath: <sip:edge.example;lr>\n");
        Assert.Equal("<sip:edge.example;lr>", Assert.Single(answer.Paths).ToString());
        Assert.Equal("<sip:edge.example;lr>", Assert.Single(Bindings[0].Path).ToString());
    }

    [Fact]
    public void An_extension_that_is_required_and_unknown_is_a_420()
    {
        Assert.Equal(420, Register("Contact: <sip:a@10.0.0.7>\nRequire: outbound\n").Status);
        Assert.Equal(200, Register("Contact: <sip:a@10.0.0.7>\nRequire: path\n").Status);
    }

    [Fact]
    public void Where_no_telephone_registers_the_method_is_not_allowed()
    {
        var plain = new Phone(network, "plain", "198.51.100.2", Doors.Under(AdmissionRules.Open));
        phone.Say(network, plain, Text("Contact: <sip:a@10.0.0.7>\n", "x", "1001"));
        Assert.Equal(405, phone.Answer("REGISTER").Status);
    }

    [Theory]
    [InlineData("alice", 200)]
    [InlineData("bob", 403)]
    public void Who_proved_a_name_binds_that_name_alone(string user, int status)
    {
        var strict = new Phone(network, "strict", "198.51.100.2", Doors.Under(new AdmissionRules { Digest = Doors.Alice, Registrar = new RegistrarRules("phones") }));
        phone.Say(network, strict, Text("Contact: <sip:a@10.0.0.7>\n", "x", user));
        Assert.Equal(401, phone.Answer("REGISTER").Status);
        phone.Say(network, strict, Text("Contact: <sip:a@10.0.0.7>\n" + Doors.Answer(phone.Answer("REGISTER"), "REGISTER", "sip:198.51.100.1"), "x", user));
        Assert.Equal(status, phone.Answer("REGISTER").Status);
    }

    [Fact]
    public void Inside_a_call_of_a_telephone_requests_go_back_the_way_its_own_came()
    {
        phone.Say(network, gateway, Doors.Request("INVITE", 1, sentBy: "10.0.0.7:5062"));
        gateway.Do(new SipCommand.Answer(gateway.Only<SipIndication.IncomingCall>().Call, Some.Sdp));
        network.Run(TimeSpan.FromMilliseconds(100));
        phone.Say(network, gateway, Doors.Request("ACK", 1).Replace("To: <sip:3001@198.51.100.1>", $"To: <sip:3001@198.51.100.1>;tag={phone.Answer("INVITE").To.Tag}", StringComparison.Ordinal));
        gateway.Do(new SipCommand.Leave(gateway.Only<SipIndication.IncomingCall>().Call));
        network.Run(TimeSpan.FromMilliseconds(100));
        Assert.Equal("sip:alice@10.0.0.7:5062", phone.Request("BYE").Uri.ToString());
    }

    private SipResponse Register(string headers, string callId = "r1", string user = "1001")
    {
        phone.Say(network, gateway, Text(headers, callId, user));
        return phone.Answer("REGISTER");
    }

    private string Text(string headers, string callId, string user)
    {
        number++;
        return string.Create(CultureInfo.InvariantCulture, $"""
            REGISTER sip:198.51.100.1 SIP/2.0
            Via: SIP/2.0/UDP 10.0.0.7:5062;rport;branch=z9hG4bK{callId}-{number}-{network.Now.Ticks}
            From: <sip:{user}@198.51.100.1>;tag=a
            To: <sip:{user}@198.51.100.1>
            Call-ID: {callId}
            CSeq: {number} REGISTER
            Max-Forwards: 70
            {headers}Content-Length: 0

            """);
    }
}
