using System.Net;
using Gateway.Sip.Security;

namespace Stacks.Tests.Sip.Security;

public class SourceTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8::1", "2001:db8::ffff:1", true)]
    [InlineData("2001:db8:0:0:1::", "2001:db8:0:1:1::", false)]
    [InlineData("::c000:0201", "192.0.2.1", false)]
    public void A_source_is_an_IPv4_address_or_an_IPv6_network_of_64_bits(string one, string other, bool same) =>
        Assert.Equal(same, Source.Of(IPAddress.Parse(one)) == Source.Of(IPAddress.Parse(other)));

    [Fact]
    public void The_table_of_rates_is_bounded_and_forgets_who_was_quiet_longest()
    {
        var rates = new SourceRates<int>(3);
        var rate = new Rate(0, 1);
        Assert.All(Enumerable.Range(0, 1_000), source => Assert.True(rates.Take(source, rate, default)));
        Assert.Equal(3, rates.Count);
        Assert.False(rates.Take(997, rate, default));
        Assert.True(rates.Take(0, rate, default));
        Assert.False(rates.Take(997, rate, default));
        Assert.True(rates.Take(998, rate, default));
    }

    [Fact]
    public void A_bucket_fills_with_time_and_not_above_its_brim()
    {
        var rates = new SourceRates<int>(1);
        var rate = new Rate(10, 2);
        bool[] At(double seconds) => [.. Enumerable.Range(0, 3).Select(_ => rates.Take(1, rate, TimeSpan.FromSeconds(seconds)))];
        Assert.Equal([true, true, false], At(0));
        Assert.Equal([true, false, false], At(0.1));
        Assert.Equal([true, true, false], At(100));
    }

    [Fact]
    public void Used_nonces_are_bounded_and_one_that_was_forgotten_is_stale()
    {
        var nonces = new Nonces(Doors.Key, TimeSpan.FromHours(1), 2);
        var all = Enumerable.Range(0, 4).Select(_ => nonces.Next("r", IPAddress.Loopback, default)).ToArray();
        NonceVerdict Use(int index, uint count = 1) => nonces.Use(all[index], "r", IPAddress.Loopback, count, default);
        Assert.Equal([NonceVerdict.Fresh, NonceVerdict.Fresh, NonceVerdict.Fresh], [Use(0), Use(1), Use(2)]);
        Assert.Equal(2, nonces.Remembered);
        Assert.Equal(NonceVerdict.Stale, Use(0));
        Assert.Equal(NonceVerdict.Replayed, Use(1));
        Assert.Equal(NonceVerdict.Fresh, Use(3));
        Assert.Equal(NonceVerdict.Foreign, nonces.Use(all[3], "another realm", IPAddress.Loopback, 2, default));
        Assert.Equal(NonceVerdict.Foreign, new Nonces(new byte[32], TimeSpan.FromHours(1), 2).Use(all[3], "r", IPAddress.Loopback, 2, default));
    }
}
