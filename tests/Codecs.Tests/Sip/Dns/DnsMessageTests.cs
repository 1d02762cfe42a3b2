using System.Net;
using Gateway.Codecs.Sip.Dns;

namespace Gateway.Codecs.Tests.Sip.Dns;

/// <summary>DNS messages (RFC 1035 4.1) as dnsmasq writes them, and damaged ones.</summary>
public class DnsMessageTests
{
    private const string Fixtures = "sip/dns/dnsmasq.txt";

    [Fact]
    public void A_query_is_written_as_it_stands_in_the_standard()
    {
        var query = new DnsMessage(0x1000) { RecursionDesired = true, Question = new DnsQuestion(Name("sbc1.carrier.example"), DnsType.A) };
        Assert.Equal(Octets("query", "A/sbc1.carrier.example"), query.Encode());
        Assert.Equivalent(query, DnsMessage.Decode(query.Encode(), out _), strict: true);
    }

    [Theory]
    [InlineData("A/sbc1.carrier.example", "sbc1.carrier.example 120 192.0.2.1")]
    [InlineData("AAAA/sbc1.carrier.example", "sbc1.carrier.example 120 2001:db8::1")]
    [InlineData("A/sbc.carrier.example", "sbc.carrier.example 120 is sbc1.carrier.example", "sbc1.carrier.example 120 192.0.2.1")]
    [InlineData("SRV/_sip._udp.carrier.example", "_sip._udp.carrier.example 120 10 40 sbc2.carrier.example:5062", "_sip._udp.carrier.example 120 10 60 sbc1.carrier.example:5060")]
    [InlineData("SRV/_sip._tcp.carrier.example", "_sip._tcp.carrier.example 120 0 0 .:1")]
    [InlineData(
        "NAPTR/carrier.example",
        "carrier.example 120 20 50 S SIP+D2U // _sip._udp.carrier.example",
        "carrier.example 120 10 50 S SIPS+D2T // _sips._tcp.carrier.example")]
    [InlineData("AAAA/sbc2.carrier.example")]
    public void An_answer_is_read_record_by_record(string question, params string[] records)
    {
        var message = DnsMessage.Decode(Octets("answer", question), out var fault)!;
        Assert.Null(fault);
        Assert.True(message is { IsResponse: true, IsTruncated: false, RecursionAvailable: true, ResponseCode: DnsResponseCode.NoError });
        Assert.Equal(question, $"{message.Question!.Value.Type.ToString().ToUpperInvariant()}/{message.Question.Value.Name}");
        Assert.Equal(records, message.Answers.Select(Words));
    }

    [Fact]
    public void A_name_that_is_not_there_is_a_name_error() =>
        Assert.Equal(DnsResponseCode.NameError, DnsMessage.Decode(Octets("answer", "A/nobody.example"), out _)!.ResponseCode);

    [Fact]
    public void Of_an_answer_that_was_cut_no_record_is_read_and_the_whole_one_has_all()
    {
        var cut = DnsMessage.Decode(Octets("answer", "A/many.carrier.example"), out _)!;
        Assert.Equal((true, 0), (cut.IsTruncated, cut.Answers.Length));
        var whole = DnsMessage.Decode(Octets("answer", "A/many.carrier.example/over/TCP"), out _)!;
        Assert.Equal(40, whole.Answers.OfType<DnsRecord.Address>().Select(record => record.Value).Distinct().Count());
    }

    [Fact]
    public void What_was_read_is_written_and_read_again_alike()
    {
        foreach (var octets in Fixture.Words(Fixtures).Select(words => Convert.FromHexString(words[2])))
        {
            var message = DnsMessage.Decode(octets, out _)!;
            var again = DnsMessage.Decode(message.Encode(), out _)!;
            Assert.Equal(message.Answers.AsEnumerable(), again.Answers.AsEnumerable());
            Assert.Equal(message with { Answers = [] }, again with { Answers = [] });
        }
    }

    [Fact]
    public void Every_cut_is_a_fault_at_or_before_the_cut()
    {
        // Behind the answers nothing is read.
        foreach (var octets in Fixture.Words(Fixtures).Where(words => words[1] != "A/many.carrier.example").Select(words => Convert.FromHexString(words[2])).Where(octets => octets[11] == 0))
        {
            for (var length = 0; length < octets.Length; length++)
            {
                Assert.Null(DnsMessage.Decode(octets.AsSpan(0, length), out var fault));
                Assert.True(fault is { Reason: DnsFaultReason.Truncated } cut && cut.Octet <= length);
            }
        }
    }

    /// <summary>RFC 1035 4.1.4: a pointer leads to a prior occurrence, so that none leads in a circle.</summary>
    [Theory]
    [InlineData("C00C", DnsFaultReason.Pointer)]
    [InlineData("C00D", DnsFaultReason.Pointer)]
    [InlineData("C0FF", DnsFaultReason.Pointer)]
    [InlineData("0161C00C", DnsFaultReason.Pointer)]
    [InlineData("0161C00E", DnsFaultReason.Pointer)]
    [InlineData("40", DnsFaultReason.Name)]
    [InlineData("80", DnsFaultReason.Name)]
    [InlineData("022E61", DnsFaultReason.Name)]
    [InlineData("0220E4", DnsFaultReason.Name)]
    public void A_name_that_is_none_is_a_fault(string name, DnsFaultReason reason)
    {
        Assert.Null(DnsMessage.Decode(Convert.FromHexString($"000080000001000000000000{name}{new string('0', 300)}"), out var fault));
        Assert.Equal(reason, fault!.Value.Reason);
    }

    [Fact]
    public void A_name_has_255_octets_at_most()
    {
        var label = "3F" + string.Concat(Enumerable.Repeat("61", 63));
        string Query(string last) => $"000000000001000000000000{label}{label}{label}{last}0000010001";
        Assert.Equal(253, DnsMessage.Decode(Convert.FromHexString(Query("3D" + string.Concat(Enumerable.Repeat("62", 61)))), out _)!.Question!.Value.Name.Text.Length);
        Assert.Null(DnsMessage.Decode(Convert.FromHexString(Query("3E" + string.Concat(Enumerable.Repeat("62", 62)))), out var fault));
        Assert.Equal(DnsFaultReason.Name, fault!.Value.Reason);
    }

    /// <summary>Each record of 12 octets would otherwise bring a name of 250.</summary>
    [Fact]
    public void Compression_cannot_make_a_small_message_large()
    {
        var label = "3F" + string.Concat(Enumerable.Repeat("61", 63));
        var record = "C00C" + "00050001" + "00000000" + "0002" + "C00C";
        var octets = Convert.FromHexString($"000080000001" + "0064" + "00000000" + $"{label}{label}{label}00" + "00050001" + string.Concat(Enumerable.Repeat(record, 100)));
        Assert.Null(DnsMessage.Decode(octets, out var fault));
        Assert.Equal(DnsFaultReason.TooLarge, fault!.Value.Reason);
    }

    [Theory]
    [InlineData("0001", "0005C000020100", DnsFaultReason.RecordData)]
    [InlineData("001C", "0004C0000201", DnsFaultReason.RecordData)]
    [InlineData("0021", "000600000000000000", DnsFaultReason.RecordData)]
    [InlineData("0021", "00090000000000000000FF", DnsFaultReason.RecordData)]
    [InlineData("0023", "000500000000FF", DnsFaultReason.Truncated)]
    public void Data_that_do_not_fit_their_type_are_a_fault(string type, string data, DnsFaultReason reason)
    {
        Assert.Null(DnsMessage.Decode(Convert.FromHexString($"0000800000000001000000000{"0"}{type}000100000000{data}"), out var fault));
        Assert.Equal(reason, fault!.Value.Reason);
    }

    [Theory]
    [InlineData("00", "0010", "0001", "00000000", 0)]
    [InlineData("00", "0001", "0003", "00000000", 0)]
    [InlineData("00", "0001", "0001", "80000000", 1)]
    public void Other_types_and_classes_are_passed_over_and_a_TTL_without_sense_is_none(string owner, string type, string @class, string ttl, int records)
    {
        var message = DnsMessage.Decode(Convert.FromHexString($"000080000000000100000000{owner}{type}{@class}{ttl}0004C0000201"), out var fault);
        Assert.Null(fault);
        Assert.Equal(records, message!.Answers.Length);
        Assert.All(message.Answers, record => Assert.Equal(0u, record.Ttl));
    }

    [Theory]
    [InlineData("carrier.example.", "carrier.example")]
    [InlineData("_sip._udp.carrier.example", "_sip._udp.carrier.example")]
    [InlineData("", null)]
    [InlineData(".", null)]
    [InlineData("a..b", null)]
    [InlineData("a b", null)]
    [InlineData("ä.example", null)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example", null)]
    public void A_name_is_read_from_text(string text, string? name) => Assert.Equal(name, DnsName.Parse(text)?.Text);

    [Fact]
    public void Case_does_not_tell_names_apart() => Assert.Equal(Name("SBC.Carrier.example"), Name("sbc.carrier.EXAMPLE"));

    private static DnsName Name(string text) => DnsName.Parse(text)!.Value;

    private static byte[] Octets(string what, string question) => Convert.FromHexString(Fixture.Words(Fixtures).Single(words => words[0] == what && words[1] == question)[2]);

    private static string Words(DnsRecord record) => $"{record.Owner} {record.Ttl} " + record switch
    {
        DnsRecord.Address(_, _, var address) => $"{address}",
        DnsRecord.Alias(_, _, var target) => $"is {target}",
        DnsRecord.Service(_, _, var priority, var weight, var port, var target) => $"{priority} {weight} {target}:{port}",
        DnsRecord.NamingAuthority(_, _, var order, var preference, var flags, var services, var regexp, var replacement) =>
            $"{order} {preference} {flags} {services} /{regexp}/ {replacement}",
        _ => "",
    };
}
