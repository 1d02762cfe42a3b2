using Gateway.Codecs.Isdn.Elements;
using Gateway.Isdn;

namespace Stacks.Tests.Isdn.CallControl;

/// <summary>ITU-T Q.931 (05/1998) clause 5.8, error by error. Where libpri 1.6.0 gave the same answer, its frame in
/// fixtures/isdn/libpri-frames.json (raw-user-etsi, raw-etsi-errors) is named.</summary>
public class ErrorHandlingTests
{
    [Theory]
    [InlineData("0902 000a 62")] // 5.8.1 another protocol discriminator
    [InlineData("4302 0000 07 01 01 c2 18 03 a98385")] // maintenance
    [InlineData("08")] // 5.8.2 too short
    [InlineData("0802 00")]
    [InlineData("08f2 0001 62")] // 5.8.3.1 bits 5 to 8 of the length not zero
    [InlineData("0802 8007 05 04 03 8090a3 18 03 a98381")] // 5.8.3.2 e SETUP with the flag set
    [InlineData("0802 0007 5a 08 02 8190")] // 5.8.3.2 c RELEASE COMPLETE for no call
    [InlineData("0800 7b")] // dummy call reference
    [InlineData("0802 0007 7d 08 02 8190 14 01 00")] // STATUS Null for no call
    public void Discarded_without_an_answer(string hex)
    {
        var peer = new ScriptedPeer(new(IsdnSide.User));
        Assert.Equal("", peer.Say(hex));
        Assert.Equal("", peer.Told());
        Assert.NotEmpty(peer.Observed());
    }

    [Theory]
    [InlineData("0802 0007 62 1c 01 91")] // FACILITY
    [InlineData("0802 0007 75")] // raw-lapd-08: STATUS ENQUIRY
    [InlineData("0802 0007 45 08 02 8190")] // DISCONNECT
    [InlineData("0802 0007 4d 08 02 8190")] // RELEASE
    [InlineData("0802 0007 01")]
    [InlineData("0802 0007 50")]
    public void A_call_reference_not_in_use_is_answered_81(string hex)
    {
        var peer = new ScriptedPeer(new(IsdnSide.User));
        Assert.Equal("080280075a080281d1", peer.Say(hex));
        Assert.Equal(0, peer.Trunk.CallCount);
    }

    [Fact]
    public void A_status_for_a_call_that_is_none_is_released_with_101()
    {
        var peer = new ScriptedPeer(new(IsdnSide.User));
        Assert.Equal("080280075a080281e5", peer.Say("0802 0007 7d 08 02 829e 14 01 0a"));
    }

    [Fact]
    public void A_setup_without_bearer_capability_or_channel_is_refused_with_96()
    {
        var user = new ScriptedPeer(new(IsdnSide.User));
        Assert.Equal("080280015a080481e00418", user.Say("0802 0001 05"));
        Assert.Equal("080280015a080381e018", user.Say("0802 0001 05 04 03 8090a3"));
        Assert.Equal("080280015a080381e003", user.Say("0802 0001 05 04 03 8090a3 18 03 a98381 0301ff"));
        var network = new ScriptedPeer(new(IsdnSide.Network));
        Assert.Equal("", network.Say("0802 0001 05 04 03 8090a3"));
        Assert.Equal("Incoming", network.Told());
    }

    [Fact]
    public void A_setup_with_a_mandatory_element_in_error_is_refused_with_100()
    {
        var peer = new ScriptedPeer(new(IsdnSide.User));
        Assert.Equal("080280015a080381e404", peer.Say("0802 0001 05 04 01 80 18 03 a98381"));
        Assert.Equal("080280015a080381e418", peer.Say("0802 0001 05 04 03 8090a3 18 03 a983"));
        Assert.Equal("", peer.Told());
    }

    [Fact]
    public void A_disconnect_without_cause_clears_and_is_answered_with_96()
    {
        var peer = Active();
        Assert.Equal("080280014d080381e008", peer.Say("0802 0001 45"));
        Assert.Equal(31, peer.Last<CallIndication.Disconnecting>().Cause.Value);
    }

    [Fact]
    public void A_release_with_a_cause_in_error_clears_and_is_answered_with_100()
    {
        var peer = Active();
        Assert.Equal("080280015a080381e408", peer.Say("0802 0001 4d 08 01 82"));
        Assert.Equal(0, peer.Trunk.CallCount);
    }

    [Theory]
    [InlineData("0802 0001 03", "080280017d080381e01e14010a")] // PROGRESS without progress indicator: 96
    [InlineData("0802 0001 6e 27 00", "080280017d080381e02714010a")] // NOTIFY with an empty one
    [InlineData("0802 0001 03 1e 01 82", "080280017d080381e41e14010a")] // in error: 100
    [InlineData("0802 0001 7d 08 02 8190", "080280017d080381e01414010a")] // STATUS without call state
    [InlineData("0802 0001 62 03 01 ff 1c 01 91", "080280017d080381e00314010a")] // comprehension required: raw-etsi-errors
    public void A_message_short_of_what_it_must_have_is_ignored_and_answered_status(string hex, string status)
    {
        var peer = Active();
        Assert.Equal(status, peer.Say(hex));
        Assert.Equal("", peer.Told());
    }

    [Theory]
    [InlineData("0802 0001 62 1c 01 91 50 01 ff", "080280017d080381e35014010a")] // unknown: 99
    [InlineData("0802 0001 62 1c 01 91 6c 01 21", "080280017d080381e46c14010a")] // in error: 100
    [InlineData("0802 0001 62 1c 01 91 6c 05 21", "080280017d080381e46c14010a")] // cut off: 100
    public void Optional_elements_unknown_or_in_error_do_not_stop_the_message(string hex, string status)
    {
        var peer = Active();
        Assert.Equal(status, peer.Say(hex));
        Assert.Equal("FacilityReceived", peer.Told());
    }

    [Fact]
    public void A_release_with_an_unknown_element_is_answered_with_99()
    {
        var peer = Active();
        Assert.Equal("080280015a080381e350", peer.Say("0802 0001 4d 08 02 8290 50 01 ff"));
        Assert.Equal(16, peer.Last<CallIndication.Released>().Cause.Value);
    }

    [Theory]
    [InlineData("0802 0001 50", "080280017d080381e15014010a")] // unknown type: 97
    [InlineData("0802 0001 60 00 02 8105", "080280017d080381e56014010a")] // SEGMENT
    [InlineData("0802 0001 64 1c 01 91", "080280017d080381e56414010a")] // REGISTER on a live call: 101
    [InlineData("0802 0001 01", "080280017d080381e50114010a")] // ALERTING in Active
    public void A_message_unknown_or_out_of_place_is_answered_97_or_101(string hex, string status) => Assert.Equal(status, Active().Say(hex));

    [Fact]
    public void Enquiries_are_answered_with_the_state_of_either_side()
    {
        Assert.Equal("080280017d0802819e14010a", Active().Say("0802 0001 75"));
        var user = new ScriptedPeer(new(IsdnSide.User));
        user.Say("0802 0001 05 04 03 8090a3 18 03 a98381");
        Assert.Equal("080280017d0802819e140106", user.Say("0802 0001 75"));
        var network = new ScriptedPeer(new(IsdnSide.Network));
        network.Say("0802 0001 05 04 03 8090a3 18 03 a98381");
        Assert.Equal("080280017d0802829e140101", network.Say("0802 0001 75"));
    }

    [Fact]
    public void A_status_that_says_null_ends_the_call_and_any_other_does_not()
    {
        var peer = Active();
        Assert.Equal("", peer.Say("0802 0001 7d 08 02 82e5 14 01 0a"));
        Assert.Equal("", peer.Told());
        Assert.Equal("", peer.Say("0802 0001 7d 08 02 82e5 14 01 00"));
        Assert.Equal(101, peer.Last<CallIndication.Released>().Cause.Value);
        Assert.Equal(0, peer.Trunk.CallCount);
    }

    [Fact]
    public void A_setup_repeated_on_the_same_reference_changes_nothing()
    {
        var peer = new ScriptedPeer(new(IsdnSide.User));
        peer.Say("0802 0001 05 04 03 8090a3 18 03 a98381");
        Assert.Equal("", peer.Say("0802 0001 05 04 03 8090a3 18 03 a98381"));
        Assert.Equal("Incoming", peer.Told());
        Assert.Equal(1, peer.Trunk.CallCount);
    }

    [Fact]
    public void The_same_value_with_the_other_flag_is_another_call()
    {
        var peer = new ScriptedPeer(new(IsdnSide.User));
        peer.Say("0802 0001 05 04 03 8090a3 18 03 a98382");
        var ours = peer.Place(new() { Elements = [BearerCapability.Speech()] });
        peer.Say("0802 8001 5a 08 02 8291");
        Assert.Equal(0, peer.Trunk.StateOf(ours));
        Assert.Equal(6, peer.Trunk.StateOf(peer.Incoming()));
    }

    [Fact]
    public void A_facility_with_the_dummy_reference_belongs_to_no_call_and_clears_nothing()
    {
        var peer = Active();
        Assert.Equal("", peer.Say("0800 62 1c 01 91"));
        Assert.Single(peer.Outputs.OfType<IsdnOutput.UnboundFacilityReceived>());
        peer.Give(new IsdnInput.SendUnboundFacility([new FacilityElement([0x91])]));
        Assert.Equal("0800621c0191", peer.Answers());
    }

    [Fact]
    public void Facility_notify_and_status_pass_in_any_state()
    {
        var peer = new ScriptedPeer(new(IsdnSide.User));
        peer.Say("0802 0001 05 04 03 8090a3 18 03 a98381");
        peer.Say("0802 0001 62 1c 01 91");
        peer.Say("0802 0001 62");
        peer.Say("0802 0001 6e 27 01 f9");
        Assert.Equal("Incoming FacilityReceived FacilityReceived Notified", peer.Told());
        Assert.Equal("080280016e2701f9", peer.Want(peer.Incoming(), new CallRequest.Notify { Elements = [new NotificationIndicator(NotificationDescription.RemoteHold)] }));
    }

    [Fact]
    public void A_hundred_thousand_mutated_messages_leave_a_trunk_that_still_takes_a_call()
    {
        var random = new Random(2);
        string[] seeds =
        [
            "0802000105 04038090a31803a983817005813530303128034142431c0491a1020101", "0802000145080282901c0191", "080200014d08028290",
            "080200015a08028290", "08020001621c0491a1020101", "0802000124", "0802000131180181", "08020001280802829e14010a", "080280011803a98381",
            "080280010718 03a98381", "0802000046 1803a983817901 80", "08020000467901 87", "080200016e2701f9", "08020001757d",
        ];
        var octets = seeds.Select(seed => Convert.FromHexString(seed.Replace(" ", "", StringComparison.Ordinal))).ToArray();
        var peer = new ScriptedPeer(new(IsdnSide.User));
        for (var i = 0; i < 100_000; i++)
        {
            var message = (byte[])octets[random.Next(octets.Length)].Clone();
            for (var flips = random.Next(0, 4); flips > 0; flips--)
                message[random.Next(message.Length)] ^= (byte)(1 << random.Next(8));
            if (message.Length > 3 && random.Next(2) == 0)
                message[3] = (byte)random.Next(8);
            peer.Say(Convert.ToHexString(message, 0, random.Next(4) == 0 ? random.Next(message.Length + 1) : message.Length));
            peer.Outputs.Clear();
            if (i % 50 == 0)
                peer.Place(new() { Elements = [BearerCapability.Speech()] });
            Assert.InRange(peer.Trunk.CallCount, 0, 40);
            foreach (var timer in peer.Timers.ToArray().Where(timer => timer.Call is not null && random.Next(20) == 0 && peer.Timers.Contains(timer)))
                peer.Expire(timer.Timer, timer.Call);
        }

        peer.Say("0802 0000 46 79 01 87");
        Assert.Equal(0, peer.Trunk.CallCount);
        Assert.DoesNotContain(peer.Timers, timer => timer.Call is not null);
        peer.Outputs.Clear();
        peer.Say("0802 0001 05 04 03 8090a3 18 03 a98381");
        Assert.Equal("Incoming", peer.Told());
    }

    private static ScriptedPeer Active()
    {
        var peer = new ScriptedPeer(new(IsdnSide.User));
        peer.Say("0802 0001 05 04 03 8090a3 18 03 a98381");
        peer.Want(peer.Incoming(), new CallRequest.Answer());
        peer.Say("0802 0001 0f");
        peer.Outputs.Clear();
        return peer;
    }
}
