using System.Text;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;
using Gateway.Exchange;
using Gateway.Lab;
using Gateway.Sip;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S58 to S62, S67 and click to dial: what SIP telephones may also do with REFER, and what becomes of it.</summary>
public class SipMechanics
{
    [Fact]
    public void A_second_REFER_after_the_first_failed_is_told_under_its_own_id()
    {
        var world = World();
        var call = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.Transfer(call, "1386"));
        world.Run(5);
        world.Alice.Do(new FarEndInput.Transfer(call, "1301"));
        world.Run(8);

        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        Assert.Equal(["486", "200"], world.Alice.Seen.OfType<FarEndEvent.TransferEnded>().Select(ended => ended.Why![..3]));
        world.AssertLadder();
        AssertOver(world);
    }

    [Fact]
    public void Who_wants_no_subscription_is_told_nothing_and_the_transfer_comes_about()
    {
        var world = World();
        Change(world, refer => refer with { ReferSub = false });
        Blind(world);

        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        Assert.Empty(world.Alice.Seen.OfType<FarEndEvent.TransferProgress>());
        world.AssertLadder();
        AssertOver(world);
    }

    [Fact]
    public void What_is_required_and_not_known_is_420_and_the_call_stays()
    {
        var world = World();
        Change(world, refer => refer with { Require = ["foo"] });
        Blind(world);

        Assert.StartsWith("420", world.Alice.Saw<FarEndEvent.TransferEnded>().Why, StringComparison.Ordinal);
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        world.AssertLadder();
        AssertOver(world);
    }

    [Fact]
    public void Who_must_say_in_whose_name_and_does_not_is_429()
    {
        var world = World(settings => settings with { Peers = [.. settings.Peers.Select(peer => peer with { ReferredByRequired = true })] });
        Change(world, refer => refer with { ReferredBy = null });
        Blind(world);

        Assert.StartsWith("429", world.Alice.Saw<FarEndEvent.TransferEnded>().Why, StringComparison.Ordinal);
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        AssertOver(world);
    }

    [Fact]
    public void A_peer_that_is_not_offered_REFER_gets_405()
    {
        var world = World(settings => settings with { Peers = [.. settings.Peers.Select(peer => peer with { Refer = ReferTerms.NotOffered })] });
        Blind(world);
        Assert.StartsWith("405", world.Alice.Saw<FarEndEvent.TransferEnded>().Why, StringComparison.Ordinal);
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        AssertOver(world);
    }

    [Fact]
    public void Who_refuses_the_first_NOTIFY_hears_no_more_and_the_transfer_comes_about()
    {
        var world = World();
        world.Network.MeddleSip = (from, message) => from == world.Alice && message is SipResponse { CSeq.Method: var method } response && method == SipMethod.Notify
            ? Copied(response, 481)
            : message;
        Blind(world);

        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        world.AssertLadder();
        Assert.Equal(TransferOutcome.Succeeded, Assert.Single(world.Gateway.Records).Outcome);
        AssertOver(world);
    }

    [Fact]
    public void A_target_that_has_moved_is_called_where_it_is_if_the_policy_lets_it()
    {
        var world = World();
        Moved(world, "<sip:1386@10.0.1.3>;q=0.2, <sip:1301@10.0.1.3>;q=0.7");
        Blind(world, "1399");

        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        world.AssertLadder();
        AssertOver(world);
    }

    [Fact]
    public void A_target_reached_by_a_detour_is_forbidden_all_the_same()
    {
        var world = World(rules: [new TransferRule { Id = "premium", Action = RuleAction.Deny, Target = "1301" }, VirtualWorld.Allow(OnFailure.FallBack, "bridge")]);
        Moved(world, "<sip:1301@10.0.1.3>");
        Blind(world, "1399");

        Assert.StartsWith("403", world.Alice.Saw<FarEndEvent.TransferEnded>().Why, StringComparison.Ordinal);
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        world.AssertLadder();
        AssertOver(world);
    }

    [Fact]
    public void A_REFER_outside_any_call_has_two_parties_connected()
    {
        var world = World(settings => settings with
        {
            Peers = [.. settings.Peers.Select(peer => peer with { Refer = ReferTerms.ClickToDial })],
            SipOptions = settings.SipOptions with { UnrelatedRefers = true },
        });
        ClickToDial(world);
        world.Run(10);

        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        world.AssertLadder();
        Assert.Equal(TransferOutcome.Succeeded, Assert.Single(world.Gateway.Records).Outcome);
        AssertOver(world);
    }

    [Theory]
    [InlineData("1286", 486)]
    [InlineData("9999", 404)]
    public void Whoever_of_the_two_is_not_reached_is_what_the_clicker_hears(string first, int status)
    {
        var world = World(settings => settings with
        {
            Peers = [.. settings.Peers.Select(peer => peer with { Refer = ReferTerms.ClickToDial })],
            SipOptions = settings.SipOptions with { UnrelatedRefers = true },
        });
        var told = ClickToDial(world, first);
        world.Run(10);
        Assert.Contains($"SIP/2.0 {status}", told.ToString(), StringComparison.Ordinal);
        AssertOver(world);
    }

    [Fact]
    public void Nobody_clicks_who_was_not_let()
    {
        var world = World();
        ClickToDial(world);
        world.Run(10);
        Assert.Contains(world.Transcript.Lines, line => line.Contains("403", StringComparison.Ordinal));
        Assert.Empty(world.Bob.Connections);
        AssertOver(world);
    }

    private static VirtualWorld World(Func<ExchangeSettings, ExchangeSettings>? with = null, TransferRule[]? rules = null) =>
        new(rules: rules ?? [VirtualWorld.Allow(OnFailure.FallBack, "bridge")], with: with);

    private static void Blind(VirtualWorld world, string target = "1301")
    {
        var call = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.Transfer(call, target));
        world.Run(12);
    }

    private static void Change(VirtualWorld world, Func<SipRequest, SipRequest> change) => world.Network.MeddleSip = (from, message) =>
        from == world.Alice && message is SipRequest { Method: var method } refer && method == SipMethod.Refer ? change(refer) : message;

    /// <summary>Carol does not hear the call for 1399; it is answered 302 in her place.</summary>
    private static void Moved(VirtualWorld world, string contacts) => world.Network.MeddleSip = (from, message) =>
    {
        if (from != world.Gateway || message is not SipRequest { Method: var method, Uri.User: "1399" } invite)
            return message;
        if (method == SipMethod.Invite)
            Answer(world, world.Carol, Literal($"SIP/2.0 302 Moved Temporarily\n{Copied(invite, "moved")}Contact: {contacts}\nContent-Length: 0\n\n"));
        return null;
    };

    private static StringBuilder ClickToDial(VirtualWorld world, string first = "1201")
    {
        var told = new StringBuilder();
        world.Network.MeddleSip = (from, message) =>
        {
            if (from == world.Gateway && message is SipRequest { CallId: "click@alice" } notify)
            {
                told.Append(Encoding.UTF8.GetString(notify.Body.Span));
                // Whoever clicks is not the telephone at that address.
                Answer(world, world.Alice, Literal($"SIP/2.0 200 OK\n{Copied(notify, null)}Content-Length: 0\n\n"));
                return null;
            }

            return message;
        };
        Answer(world, world.Alice, Literal(
            $"""
            REFER sip:{first}@10.0.0.1 SIP/2.0
            Via: SIP/2.0/UDP 10.0.1.1:5060;branch=z9hG4bK-click
            Max-Forwards: 70
            From: <sip:1101@10.0.1.1>;tag=click
            To: <sip:{first}@10.0.0.1>
            Call-ID: click@alice
            CSeq: 1 REFER
            Contact: <sip:1101@10.0.1.1>
            Refer-To: <sip:1301@10.0.0.1>
            Content-Length: 0


            """));
        return told;
    }

    private static void Answer(VirtualWorld world, FarNode by, SipMessage message) =>
        world.After(TimeSpan.FromSeconds(0.01), () => world.Network.Send(by, new Flow(by.Sip!, new(world.Gateway.Address, 5060)), message));

    private static string Copied(SipRequest request, string? tag) => string.Concat(request.Lines
        .Where(line => line.Name is "Via" or "From" or "To" or "Call-ID" or "CSeq")
        .Select(line => $"{line.Name}: {line.Value}{(line.Name == "To" && tag is not null ? $";tag={tag}" : "")}\n"));

    private static SipMessage Copied(SipResponse response, int status) => Literal($"SIP/2.0 {status} No\n" + string.Concat(response.Lines
        .Where(line => line.Name is "Via" or "From" or "To" or "Call-ID" or "CSeq").Select(line => $"{line.Name}: {line.Value}\n")) + "Content-Length: 0\n\n");

    private static SipMessage Literal(string text) => SipMessage.Decode(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"))).Message!;

    private static void AssertOver(VirtualWorld world)
    {
        world.Network.MeddleSip = (_, message) => message;
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }
}
