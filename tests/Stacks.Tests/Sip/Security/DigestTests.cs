using Gateway.Sip.Security;

namespace Stacks.Tests.Sip.Security;

/// <summary>The worked examples of the documents: RFC 7616 3.9.1 and RFC 2617 3.5.</summary>
public class DigestTests
{
    private const string Nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
    private const string Cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

    [Theory]
    [InlineData(DigestAlgorithm.Md5, "8ca523f5e9506fed4657c9700eebdbec")]
    [InlineData(DigestAlgorithm.Sha256, "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1")]
    public void The_response_is_that_of_RFC_7616(DigestAlgorithm algorithm, string response)
    {
        var ha1 = Digest.Ha1(algorithm, "Mufasa", "http-auth@example.org", "Circle of Life");
        Assert.Equal(response, Digest.Response(algorithm, ha1, "GET", "/dir/index.html", Nonce, "auth", 1, Cnonce, []));
    }

    [Fact]
    public void The_response_is_that_of_RFC_2617()
    {
        var ha1 = Digest.Ha1(DigestAlgorithm.Md5, "Mufasa", "testrealm@host.com", "Circle Of Life");
        Assert.Equal("939e7578ed9e3c518a452acee763bce9", ha1);
        Assert.Equal(
            "6629fae49393a05397450978507c4ef1",
            Digest.Response(DigestAlgorithm.Md5, ha1, "GET", "/dir/index.html", "dcd98b7102dd2f0e8b11d0f600bfb0c093", "auth", 1, "0a4f113b", []));
    }

    [Fact]
    public void Without_qop_neither_count_nor_cnonce_counts()
    {
        var ha1 = Digest.Ha1(DigestAlgorithm.Md5, "Mufasa", "testrealm@host.com", "Circle Of Life");
        // What RFC 2069 would say to the challenge of RFC 2617 3.5; computed with md5sum.
        Assert.Equal(
            "670fd8c2df070c60b045671b8b24ff02",
            Digest.Response(DigestAlgorithm.Md5, ha1, "GET", "/dir/index.html", "dcd98b7102dd2f0e8b11d0f600bfb0c093", null, 7, "other", []));
    }

    [Fact]
    public void With_auth_int_the_body_counts()
    {
        string Of(string body) => Digest.Response(
            DigestAlgorithm.Sha256, "00", "REFER", "sip:a", "n", "auth-int", 1, "c", System.Text.Encoding.UTF8.GetBytes(body));
        Assert.NotEqual(Of("one"), Of("two"));
    }

    [Fact]
    public void An_account_by_H_A1_is_good_for_its_realm_and_algorithm_alone()
    {
        var account = DigestAccount.WithHa1("Mufasa", "testrealm@host.com", "939E7578ED9E3C518A452ACEE763BCE9", null);
        Assert.Equal("939e7578ed9e3c518a452acee763bce9", account.Ha1(DigestAlgorithm.Md5, "testrealm@host.com"));
        Assert.Null(account.Ha1(DigestAlgorithm.Sha256, "testrealm@host.com"));
        Assert.Null(account.Ha1(DigestAlgorithm.Md5, "elsewhere"));
        Assert.Equal("Mufasa", account.ToString());
    }
}
