using Gateway.Codecs.Sip.Dns;
using Gateway.Host.Location;
using Gateway.Sip;

namespace Host.Tests.Location;

/// <summary>Locating SIP servers: RFC 3263 4.1 and 4.2, case by case.</summary>
public class ServerLocationTests
{
    private static readonly Listener Udp = new(SipTransport.Udp, "192.0.2.200", 5060);
    private static readonly Listener Tcp = new(SipTransport.Tcp, "192.0.2.200", 5060);
    private static readonly Listener Tls = new(SipTransport.Tls, "192.0.2.200", 5061);
    private static readonly Listener UdpV6 = new(SipTransport.Udp, "2001:db8::200", 5060);

    private static readonly string[] Hosts = ["a.example 100 A 192.0.2.1", "b.example 200 A 192.0.2.2", "example 300 A 192.0.2.9"];

    private static readonly string[] Services =
        [.. Hosts, "_sip._udp.example 50 SRV 10 0 5062 a.example", "_sip._udp.example 60 SRV 20 0 5063 b.example", "_sip._tcp.example 70 SRV 1 0 5064 a.example", "_sips._tcp.example 80 SRV 1 0 5065 b.example"];

    private static readonly string[] Rules =
        [.. Services, "example 40 NAPTR 20 1 s SIP+D2U \"\" _sip._udp.example", "example 40 NAPTR 10 2 s SIP+D2T \"\" _sip._tcp.example", "example 40 NAPTR 10 1 S SIPS+D2T \"\" _sips._tcp.example"];

    [Fact]
    public void NAPTR_rules_of_the_lowest_order_count_by_their_preference() => Assert.Equal(
        ("192.0.2.2:5065;transport=tls 192.0.2.1:5064;transport=tcp", "NAPTR example, SRV _sips._tcp.example, SRV _sip._tcp.example, A b.example, A a.example", 40u),
        Locate("example", Rules));

    [Fact]
    public void Rules_for_transports_that_we_have_not_do_not_count() => Assert.Equal(
        "192.0.2.1:5062;transport=udp 192.0.2.2:5063;transport=udp", Locate("example", Rules, [Udp]).Places);

    [Theory]
    [InlineData("example 40 NAPTR 1 1 u SIP+D2T !^.*$!sip:x@example! .")]
    [InlineData("example 40 NAPTR 1 1 a SIP+D2T \"\" a.example")]
    [InlineData("example 40 NAPTR 1 1 s E2U+sip \"\" a.example")]
    [InlineData("example 40 NAPTR 1 1 s SIP+D2T !x!y! _sip._tcp.example")]
    public void Rules_that_are_not_for_this_leave_the_services_to_be_asked_for(string rule) => Assert.Equal(
        "192.0.2.1:5062;transport=udp 192.0.2.2:5063;transport=udp 192.0.2.1:5064;transport=tcp", Locate("example", [.. Services, rule], [Udp, Tcp]).Places);

    [Fact]
    public void Without_NAPTR_every_transport_of_ours_is_asked_for_by_SRV() => Assert.Equal(
        ("192.0.2.1:5062;transport=udp 192.0.2.2:5063;transport=udp 192.0.2.1:5064;transport=tcp 192.0.2.2:5065;transport=tls",
            "NAPTR example, SRV _sip._udp.example, SRV _sip._tcp.example, SRV _sips._tcp.example, A a.example, A b.example", 50u),
        Locate("example", Services));

    [Theory]
    [InlineData("example;transport=tcp", "192.0.2.1:5064;transport=tcp", "SRV _sip._tcp.example, A a.example")]
    [InlineData("example;transport=tls", "192.0.2.2:5065;transport=tls", "SRV _sips._tcp.example, A b.example")]
    public void A_transport_that_is_named_needs_no_NAPTR(string name, string places, string asked)
    {
        var found = Locate(name, Rules);
        Assert.Equal((places, asked), (found.Places, found.Asked));
    }

    [Theory]
    [InlineData("a.example:5090", "192.0.2.1:5090;transport=udp")]
    [InlineData("a.example:5090;transport=tls", "192.0.2.1:5090;transport=tls")]
    [InlineData("example:5060", "192.0.2.9:5060;transport=udp")]
    public void A_port_that_is_named_needs_nothing_but_addresses(string name, string places)
    {
        var found = Locate(name, Rules);
        Assert.Equal(places, found.Places);
        Assert.StartsWith("A ", found.Asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.example", "192.0.2.1:5060;transport=udp")]
    [InlineData("a.example;transport=tcp", "192.0.2.1:5060;transport=tcp")]
    [InlineData("a.example;transport=tls", "192.0.2.1:5061;transport=tls")]
    public void A_name_without_services_is_a_host_at_the_usual_port(string name, string places) => Assert.Equal(places, Locate(name, Hosts).Places);

    [Fact]
    public void Without_UDP_of_ours_a_host_is_called_by_what_we_have() => Assert.Equal("192.0.2.1:5061;transport=tls", Locate("a.example", Hosts, [Tls]).Places);

    /// <summary>RFC 2782: a target of "." means that the service is decidedly not there; its host is not called behind its back.</summary>
    [Fact]
    public void A_domain_that_says_it_has_no_service_is_not_called() => Assert.Equal(
        "example says that it has no SIP service", Locate("example;transport=tcp", [.. Hosts, "_sip._tcp.example 10 SRV 0 0 1 ."]).Places);

    [Fact]
    public void Both_families_are_asked_for_when_we_have_both_in_our_order()
    {
        string[] both = ["a.example 9 A 192.0.2.1", "a.example 9 AAAA 2001:db8::1"];
        Assert.Equal("[2001:db8::1]:5060;transport=udp 192.0.2.1:5060;transport=udp", Locate("a.example:5060", both, [UdpV6, Udp]).Places);
        Assert.Equal("[2001:db8::1]:5060;transport=udp", Locate("a.example:5060", both, [UdpV6]).Places);
    }

    [Fact]
    public void Another_name_of_a_host_is_followed_and_its_time_counts() => Assert.Equal(
        ("192.0.2.1:5060;transport=udp", "A sbc.example", 7u), Locate("sbc.example:5060", [.. Hosts, "sbc.example 7 CNAME c.example", "c.example 99 CNAME a.example"]));

    [Fact]
    public void Names_that_lead_in_a_circle_lead_nowhere() => Assert.Equal(
        "x.example has no address", Locate("x.example:5060", ["x.example 7 CNAME y.example", "y.example 7 CNAME x.example"]).Places);

    [Fact]
    public void What_nobody_has_is_lost() => Assert.Equal("nobody has no NAPTR, SRV or address record", Locate("nobody", Rules).Places);

    /// <summary>A server that fails says nothing about what there is: no other transport and no host may be guessed from that.</summary>
    [Theory]
    [InlineData(DnsType.Naptr, "example", false)]
    [InlineData(DnsType.Naptr, "example", true)]
    [InlineData(DnsType.Srv, "_sip._udp.example", false)]
    public void A_question_that_failed_is_no_answer(DnsType type, string name, bool services) =>
        Assert.Equal($"{type} failed", Locate("example", services ? Services : Hosts, failing: new DnsQuestion(Zone.Name(name), type)).Places);

    [Fact]
    public void A_service_that_answered_is_used_when_another_one_failed_but_not_for_long()
    {
        var found = Locate("example", Services, failing: new DnsQuestion(Zone.Name("_sips._tcp.example"), DnsType.Srv));
        Assert.Equal(("192.0.2.1:5062;transport=udp 192.0.2.2:5063;transport=udp 192.0.2.1:5064;transport=tcp", 0u), (found.Places, found.Ttl));
    }

    [Fact]
    public void A_domain_with_thousands_of_hosts_is_not_asked_for_all_of_them()
    {
        var many = Enumerable.Range(0, 2_000).SelectMany(i => new[] { $"_sip._udp.example 9 SRV {i} 0 5060 h{i}.example", $"h{i}.example 9 A 10.0.{i / 250}.{i % 250}" });
        var found = Locate("example;transport=udp", [.. many]);
        Assert.Equal(ServerLocation.MostPlaces, found.Places.Split(' ').Length);
        Assert.Equal(ServerLocation.MostPlaces + 1, found.Asked.Split(", ").Length);
    }

    /// <summary>Asks as the service does, and of this zone.</summary>
    private static (string Places, string Asked, uint? Ttl) Locate(string name, string[] zone, Listener[]? doors = null, DnsQuestion? failing = null)
    {
        var location = new ServerLocation(doors ?? [Udp, Tcp, Tls], _ => 0);
        var place = (SipPlace.Named)SipPlace.Parse(name, null)!;
        var records = Zone.Records(zone);
        var (answers, asked) = (new Dictionary<DnsQuestion, DnsAnswer>(), new List<string>());
        while (location.Next(place, answers) is LocationStep.Ask(var questions))
        {
            foreach (var question in questions)
            {
                Assert.False(answers.ContainsKey(question));
                asked.Add($"{question.Type.ToString().ToUpperInvariant()} {question.Name}");
                var response = new DnsMessage(1) { IsResponse = true, Question = question, Answers = [.. records.Where(record => record is DnsRecord.Alias || (record.Owner == question.Name && Zone.TypeOf(record) == question.Type) || (record is DnsRecord.Address && zone.Any(line => line.EndsWith($"CNAME {record.Owner}", StringComparison.Ordinal))))] };
                answers.Add(question, question == failing ? new DnsAnswer.Failed($"{question.Type} failed") : DnsAnswer.Of(question, response));
            }
        }

        return location.Next(place, answers) switch
        {
            LocationStep.Found(var places, var ttl) => (string.Join(' ', places), string.Join(", ", asked), ttl),
            LocationStep.Lost(var why) => (why, string.Join(", ", asked), null),
            _ => throw new InvalidOperationException(),
        };
    }
}
