using Gateway.Codecs.Sip.Dns;
using Gateway.Host.Location;

namespace Host.Tests.Location;

public class HostsFileTests
{
    private const string Text = "# hosts\n127.0.0.1\tlocalhost\n::1 localhost ip6-localhost\n10.0.0.5  sbc.carrier.example sbc # the carrier's\r\n10.0.0.6 SBC.Carrier.Example\n\nnonsense sbc2\n10.0.0.7\n";

    [Theory]
    [InlineData(DnsType.A, "localhost", "127.0.0.1")]
    [InlineData(DnsType.Aaaa, "localhost", "::1")]
    [InlineData(DnsType.A, "sbc", "10.0.0.5")]
    [InlineData(DnsType.A, "sbc.carrier.example", "10.0.0.5 10.0.0.6")]
    [InlineData(DnsType.Aaaa, "sbc.carrier.example", "")]
    [InlineData(DnsType.Naptr, "sbc.carrier.example", "")]
    [InlineData(DnsType.Srv, "_sip._udp.sbc.carrier.example", "")]
    public void A_name_in_it_is_a_host_and_nothing_else(DnsType type, string name, string addresses)
    {
        var records = (DnsAnswer.Records)HostsFile.Answer(new DnsQuestion(Zone.Name(name), type), Text)!;
        Assert.Equal(addresses, string.Join(' ', records.All.Cast<DnsRecord.Address>().Select(record => record.Value)));
        Assert.Equal(60u, records.Ttl);
    }

    [Theory]
    [InlineData("carrier.example")]
    [InlineData("carrier's")]
    [InlineData("sbc2")]
    [InlineData("10.0.0.7")]
    [InlineData("_sip._udp")]
    public void Of_other_names_it_knows_nothing(string name) => Assert.Null(HostsFile.Answer(new DnsQuestion(Zone.Name(name), DnsType.A), Text));
}
