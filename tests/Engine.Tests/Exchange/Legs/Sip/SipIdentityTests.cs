namespace Engine.Tests.Exchange.Legs.Sip;

/// <summary>A party of which nothing is known but a host is nobody with a number (RFC 3325 9.1), least of all a user at ours.</summary>
public class SipIdentityTests
{
    private ThreePeers peers = new();

    [Theory]
    [InlineData("<sip:inside.example>", "<sip:1@192.0.2.1>", "1")]
    [InlineData("<sips:inside.example;x=1>", "<sip:1@192.0.2.1>", "1")]
    [InlineData("<sip:inside.example>, <tel:+15550100>", "<sip:1@192.0.2.1>", "+15550100")]
    [InlineData("<sip:inside.example>", "<sip:192.0.2.1>", null)]
    public void A_host_that_is_asserted_is_passed_over_and_a_host_that_calls_is_anonymous(string asserted, string from, string? number)
    {
        peers.Invite(from, $"P-Asserted-Identity: {asserted}\r\n");

        var invite = peers.To(ThreePeers.Pbx, "INVITE");
        Assert.Equal(number ?? "anonymous", invite.From.Uri.User);
        Assert.Equal(number is null ? [] : [number], invite.AssertedIdentities.Select(identity => identity.Uri.User));
        Assert.DoesNotContain("inside.example", invite.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id", false, null)]
    [InlineData("user", false, null)]
    [InlineData("none", false, "1")]
    [InlineData("id", true, "1")]
    public void Who_hides_in_a_REFER_is_named_to_the_target_only_where_that_is_trusted(string privacy, bool trusted, string? named)
    {
        peers = new ThreePeers(trusted);
        peers.Invite("<sip:1@192.0.2.1>", "");
        peers.Answer(peers.To(ThreePeers.Pbx, "INVITE"), ThreePeers.Pbx);
        peers.Say(ThreePeers.Caller, "ACK", "<sip:1@192.0.2.1>", "", "", 1);
        peers.Say(ThreePeers.Caller, "REFER", "<sip:1@192.0.2.1>", $"Refer-To: <sip:203.0.113.9>\r\nReferred-By: <sip:1@192.0.2.1>\r\nPrivacy: {privacy}\r\n", "");

        Assert.Equal(named, peers.To(ThreePeers.Tenant, "INVITE").ReferredBy?.Uri.User);
    }

    [Fact]
    public void A_target_that_is_a_host_is_shown_to_the_transferee_as_anonymous_and_asserted_to_nobody()
    {
        peers.Invite("<sip:1@192.0.2.1>", "");
        peers.Answer(peers.To(ThreePeers.Pbx, "INVITE"), ThreePeers.Pbx);
        peers.Say(ThreePeers.Caller, "ACK", "<sip:1@192.0.2.1>", "", "", 1);
        peers.Say(ThreePeers.Caller, "REFER", "<sip:1@192.0.2.1>", "Refer-To: <sip:203.0.113.9;x-m=8:orgid:5f2b>\r\n", "");
        Assert.Equal("sip:203.0.113.9;x-m=8:orgid:5f2b", peers.To(ThreePeers.Tenant, "INVITE").Uri.ToString());
        peers.Answer(peers.To(ThreePeers.Tenant, "INVITE"), ThreePeers.Tenant);
        // The transferee takes the media of its new party, and is then told who that is.
        peers.Answer(peers.To(ThreePeers.Pbx, "INVITE"), ThreePeers.Pbx);

        var told = peers.To(ThreePeers.Pbx, "INVITE");
        Assert.Empty(told.AssertedIdentities);
        Assert.Equal(["id"], told.Privacy);
        Assert.DoesNotContain("orgid", told.ToString(), StringComparison.Ordinal);
    }
}
