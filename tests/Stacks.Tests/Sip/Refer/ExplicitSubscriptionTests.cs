using Gateway.Codecs.Sip.Messages;
using Gateway.Sip;
using Gateway.Sip.Refer;

namespace Stacks.Tests.Sip.Refer;

/// <summary>The sender of a REFER subscribes by itself, or not at all: RFC 7614 (2015).</summary>
public class ExplicitSubscriptionTests
{
    private const string Explicit = "Refer-To: <sip:1003@198.51.100.1>\nRequire: explicitsub\n";
    private readonly Transferor transferor = new();

    [Fact]
    public void The_200_names_a_uri_nobody_guesses_and_no_notify_comes()
    {
        transferor.Refer(Explicit);
        transferor.Report(180, "Ringing");
        var accepted = transferor.Peer.Answer("REFER");
        Assert.Equal(200, accepted.Status);
        Assert.Equal("198.51.100.1", accepted.ReferEventsAt!.Uri.Host);
        Assert.Equal(0, transferor.Peer.Count("NOTIFY"));
        Assert.StartsWith("<", accepted["Refer-Events-At"], StringComparison.Ordinal);

        var first = User;
        transferor.Report(200, "OK");
        transferor.Refer(Explicit);
        Assert.NotEqual(first, User);
    }

    [Fact]
    public void A_subscription_to_it_is_told_the_state_and_its_end()
    {
        transferor.Refer(Explicit);
        transferor.Report(180, "Ringing");
        Subscribe("one");
        Assert.Equal((200, 240), (transferor.Peer.Answer("SUBSCRIBE").Status, transferor.Peer.Answer("SUBSCRIBE").Expires));
        Assert.Equal(("active", 180), Told);
        transferor.AnswerNotify();

        transferor.Report(486, "Busy Here");
        Assert.Equal(("terminated", 486), Told);
        transferor.AnswerNotify();
        Assert.Equal(2, transferor.Peer.Count("NOTIFY"));
    }

    [Fact]
    public void Several_may_subscribe_and_each_hears_the_end_once()
    {
        transferor.Refer(Explicit);
        Subscribe("one");
        transferor.AnswerNotify();
        Subscribe("two");
        transferor.AnswerNotify();
        transferor.Report(200, "OK");
        Assert.Equal(
            ["one@agent", "two@agent"],
            transferor.Peer.Heard.OfType<SipRequest>().Where(notify => notify.SubscriptionState!.Is("terminated")).Select(notify => notify.CallId).Distinct().Order());
    }

    [Fact]
    public void Who_subscribes_late_is_told_how_it_ended_for_64_seconds()
    {
        transferor.Refer(Explicit);
        transferor.Report(486, "Busy Here");
        transferor.Wait(60);
        Subscribe("late");
        Assert.Equal(("terminated", 486), Told);
        Assert.Equal("noresource", transferor.Peer.Request("NOTIFY").SubscriptionState!.Parameters["reason"]);
        transferor.AnswerNotify();

        transferor.Wait(5);
        Subscribe("too-late");
        Assert.Equal(403, transferor.Peer.Answer("SUBSCRIBE").Status);
        Assert.True(transferor.Gateway.Stack.IsIdle || transferor.Gateway.Indications.OfType<SipIndication.Ended>().Any() is false);
    }

    [Fact]
    public void A_fetch_is_one_notify()
    {
        transferor.Refer(Explicit);
        Subscribe("fetch", "Expires: 0\n");
        Assert.Equal(0, transferor.Peer.Answer("SUBSCRIBE").Expires);
        transferor.AnswerNotify();
        Assert.Equal("terminated", Told.State);
        transferor.AnswerNotify();
        var count = transferor.Peer.Count("NOTIFY");
        transferor.Report(200, "OK");
        Assert.Equal(count, transferor.Peer.Count("NOTIFY"));
    }

    [Theory]
    [InlineData("Event: presence\n", 489)]
    [InlineData("Event: refer\n", 403)]
    public void A_uri_that_was_never_named_tells_nothing(string headers, int status)
    {
        transferor.Refer(Explicit);
        transferor.Outside("SUBSCRIBE", "stranger@agent", "s1", $"{headers}Contact: <sip:1001@192.0.2.10:5060>\n", "guess");
        Assert.Equal(status, transferor.Peer.Answer("SUBSCRIBE").Status);
    }

    [Fact]
    public void Who_could_subscribe_by_itself_is_asked_to_where_that_is_wanted()
    {
        var wanting = new Transferor(new SipStackOptions { ExplicitSubscriptions = true });
        wanting.Refer("Refer-To: <sip:1003@198.51.100.1>\nSupported: explicitsub\n");
        Assert.Equal((421, "explicitsub"), (wanting.Peer.Answer("REFER").Status, Assert.Single(wanting.Peer.Answer("REFER").Require)));
        Assert.False(wanting.Gateway.Heard<SipIndication.ReferReceived>());

        wanting.Refer(Explicit);
        Assert.Equal(200, wanting.Peer.Answer("REFER").Status);
        wanting.Report(200, "OK");
        wanting.Refer("Refer-To: <sip:1003@198.51.100.1>\n");
        Assert.Equal(202, wanting.Peer.Answer("REFER").Status);
        Assert.Equal(1, wanting.Peer.Count("NOTIFY"));
    }

    [Theory]
    [InlineData(31, 423)]
    [InlineData(32, 200)]
    [InlineData(3600, 200)]
    public void A_refresh_that_is_too_short_is_a_423(int seconds, int status)
    {
        transferor.Refer("Refer-To: <sip:1003@198.51.100.1>\n");
        transferor.Inside("SUBSCRIBE", $"Event: refer\nContact: <sip:1001@192.0.2.10:5060>\nExpires: {seconds}\n");
        Assert.Equal((status, status == 423 ? 32 : null), (transferor.Peer.Answer("SUBSCRIBE").Status, transferor.Peer.Answer("SUBSCRIBE").MinExpires));
    }

    private string User => transferor.Peer.Answer("REFER").ReferEventsAt!.Uri.User;

    private (string State, int Status) Told => (
        transferor.Peer.Request("NOTIFY").SubscriptionState!.Token, ReferReport.Read(transferor.Peer.Request("NOTIFY").Body.Span)!.Status);

    private void Subscribe(string name, string headers = "") =>
        transferor.Outside("SUBSCRIBE", $"{name}@agent", name, $"Event: refer\nContact: <sip:1001@192.0.2.10:5060>\n{headers}", User);
}
