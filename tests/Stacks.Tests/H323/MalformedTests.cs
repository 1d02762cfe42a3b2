using System.Net;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H450;
using Gateway.H323;

namespace Stacks.Tests.H323;

/// <summary>Bad input gets the answer that Q.931 5.8, H.225.0 and H.450.1 prescribe, and one line that says where it was wrong.</summary>
public class MalformedTests
{
    private readonly World world = new();
    private readonly Endpoint us;
    private readonly Endpoint peer;

    public MalformedTests()
    {
        us = world.Add("us");
        peer = world.Add("peer");
    }

    [Theory]
    [InlineData("04038090A3", 96, "MandatoryMissing")]
    [InlineData("04038090A37E000405205555", 100, "MandatoryContents")]
    [InlineData("7E00020520", 96, "MandatoryMissing")]
    public void A_setup_without_its_mandatory_elements_is_answered_with_release_complete(string elements, int cause, string kind)
    {
        var connection = Accept();
        Receive(connection, Convert.FromHexString("0802000105" + elements));
        var answer = Assert.Single(us.Sent);
        Assert.Equal(H225MessageType.ReleaseComplete, answer.MessageType);
        Assert.Equal(cause, answer.Cause!.Value);
        Assert.Equal(new CallReference(1, true), answer.CallReference);
        Assert.Contains(us.Observed, line => line.Contains(kind, StringComparison.Ordinal) && line.Contains("octet", StringComparison.Ordinal));
        Assert.Equal(0, us.Stack.CallCount);
    }

    [Fact]
    public void A_connect_that_cannot_be_read_is_answered_with_status_and_ignored()
    {
        var call = us.Call(peer, media: us.Media);
        world.Run();
        var reference = us.Sent[0].CallReference!.Value.Value;
        Receive(us.Connection, [0x08, 0x02, (byte)(0x80 | (reference >> 8)), (byte)reference, 0x07, 0x7E, 0x00, 0x02, 0x05, 0x22]);
        var status = us.Sent[^1];
        Assert.Equal(H225MessageType.Status, status.MessageType);
        Assert.Equal(100, status.Cause!.Value);
        Assert.Equal(1, status.CallState!.Value.Value);
        Assert.Empty(us.Heard<H323Indication.Answered>(call));
        Assert.Equal(1, us.Stack.CallCount);
    }

    [Fact]
    public void A_release_complete_that_cannot_be_read_clears_all_the_same()
    {
        var call = us.Call(peer, media: us.Media);
        world.Run();
        var reference = us.Sent[0].CallReference!.Value.Value;
        Receive(us.Connection, [0x08, 0x02, (byte)(0x80 | (reference >> 8)), (byte)reference, 0x5A, 0x7E, 0x00, 0x02, 0x05, 0x25]);
        Assert.Null(us.Only<H323Indication.Released>(call).Cause);
    }

    [Fact]
    public void A_message_type_that_does_not_exist_is_answered_with_status_97()
    {
        us.Call(peer, media: us.Media);
        world.Run();
        var reference = us.Sent[0].CallReference!.Value.Value;
        Receive(us.Connection, [0x08, 0x02, (byte)(0x80 | (reference >> 8)), (byte)reference, 0x46]);
        Assert.Equal(H225MessageType.Status, us.Sent[^1].MessageType);
        Assert.Equal(97, us.Sent[^1].Cause!.Value);
    }

    [Fact]
    public void Octets_that_are_no_message_are_noted_and_the_call_lives()
    {
        us.Call(peer, media: us.Media);
        world.Run();
        var sent = us.Sent.Count;
        us.Give(new H323Input.Malformed(us.Connection, new DecodeFault(DecodeFaultReason.Malformed, 0, "Q.931 (05/1998) 5.8.1", "H225Message"), FramingLost: false));
        Assert.Equal(sent, us.Sent.Count);
        Assert.Equal(1, us.Stack.CallCount);
        Assert.Contains("octet 0", Assert.Single(us.Observed), StringComparison.Ordinal);
    }

    [Fact]
    public void Lost_framing_closes_the_connection_and_ends_its_calls()
    {
        var call = us.Call(peer, media: us.Media);
        world.Run();
        us.Give(new H323Input.Malformed(us.Connection, new DecodeFault(DecodeFaultReason.Malformed, 0, "RFC 1006 clause 6", "TPKT"), FramingLost: true));
        world.Run();
        Assert.Equal(27, us.Only<H323Indication.Released>(call).Cause);
        Assert.Equal(0, peer.Stack.CallCount);
        Assert.Empty(us.Timers);
    }

    [Theory]
    [InlineData("0001000009000228", null, 1)] // absent: reject, local 40 is nobody's
    [InlineData("2001000009000228", null, 0)] // discard
    [InlineData("2401000009000228", 29, 1)] // clear the call
    public void An_unknown_invoke_is_answered_as_its_interpretation_says(string apdu, int? clearing, int rejects)
    {
        // invokeId 9, local operation: two octets of length and number would be 0001 28.
        var octets = Convert.FromHexString(apdu[..^4] + "0128");
        var (call, reference) = Establish();
        us.Give(new H323Input.Received(us.Connection, Facility(reference, octets), []));
        world.Run();
        Assert.Equal(clearing, us.Heard<H323Indication.Released>(call).Select(released => released.Cause).SingleOrDefault());
        Assert.Equal(rejects, us.Sent.Count(message => message.UserInformation?.H323UuPdu.H4501SupplementaryService is { } services && services.Any(IsRejectOfNine)));
    }

    [Fact]
    public void A_transfer_request_that_cannot_be_read_is_rejected_as_mistyped()
    {
        var (call, reference) = Establish();
        // invokeId 9, callTransferInitiate, argument of one octet that ends in the middle.
        us.Give(new H323Input.Received(us.Connection, Facility(reference, Convert.FromHexString("0001100009000109012F")), []));
        Assert.Contains(us.Sent[^1].UserInformation!.H323UuPdu.H4501SupplementaryService!, IsRejectOfNine);
        Assert.Empty(us.Heard<H323Indication.TransferRequested>(call));
    }

    [Fact]
    public void Answers_that_nobody_waits_for_are_noted_and_ignored()
    {
        var (call, reference) = Establish();
        var sent = us.Sent.Count;
        foreach (var apdu in (string[])["000140010C", "0001800105000103", "0001C00109400101"])
            us.Give(new H323Input.Received(us.Connection, Facility(reference, Convert.FromHexString(apdu)), []));
        Assert.Equal(3, us.Observed.Count);
        Assert.Equal(sent, us.Sent.Count);
        Assert.Empty(us.Heard<H323Indication.TransferInitiated>(call));
    }

    [Fact]
    public void Unreadable_h245_is_answered_with_function_not_supported_and_the_call_lives()
    {
        var (call, reference) = Establish();
        var facility = Facility(reference);
        us.Give(new H323Input.Received(us.Connection, facility with
        {
            UserInformation = new H323UserInformation { H323UuPdu = facility.UserInformation!.H323UuPdu with { H245Control = [new(new byte[] { 0x02 })] } },
        }, []));
        Assert.Single(us.Sent[^1].UserInformation!.H323UuPdu.H245Control!);
        Assert.Empty(us.Heard<H323Indication.Released>(call));
    }

    [Fact]
    public void A_caller_that_floods_before_it_is_answered_fills_no_memory()
    {
        peer.Call(us, media: peer.Media);
        world.Run();
        var facility = Facility(peer.Sent[0].CallReference!.Value, Convert.FromHexString("000100000900010128"));
        facility = facility with
        {
            UserInformation = new H323UserInformation { H323UuPdu = facility.UserInformation!.H323UuPdu with { H245Control = [new(Convert.FromHexString("090009"))] } },
        };
        for (var i = 0; i < 1000; i++)
            us.Give(new H323Input.Received(us.Connection, facility, []));
        Assert.Empty(us.Sent);
        us.Give(new H323Input.Alert(us.Incoming()));
        Assert.Equal(64, us.Sent[0].UserInformation!.H323UuPdu.H245Control!.Count);
        Assert.Equal(64, us.Sent[0].UserInformation!.H323UuPdu.H4501SupplementaryService!.Count);
    }

    [Fact]
    public void No_damage_to_a_captured_conversation_makes_the_stack_throw_or_leak()
    {
        foreach (var file in Directory.EnumerateFiles(Fixture.Path("h225/calls"), "*.txt").Order(StringComparer.Ordinal))
        {
            var frames = Fixture.Words(file).ToList();
            for (var seed = 0; seed < 40; seed++)
                Damage(frames, new Random(seed));
        }
    }

    /// <summary>Every message of a conversation arrives, some damaged, some twice, some not at all, on one connection of a stack whose user takes every call and transfer.</summary>
    private static void Damage(List<string[]> frames, Random random)
    {
        var world = new World();
        var us = world.Add("us", new H323Settings { FastConnect = random.Next(2) == 0, TerminalType = 50 });
        us.Manners = (call, indication) =>
        {
            H323Input? answer = indication switch
            {
                H323Indication.IncomingCall => new H323Input.Answer(call, us.Media),
                H323Indication.TransferRequested => random.Next(3) switch
                {
                    0 => new H323Input.RefuseTransfer(call, ErrorCode.NotAvailable),
                    1 => new H323Input.CompleteTransfer(call),
                    _ => new H323Input.AcceptTransfer(call, us.Place(us.NextCall(), us.Address, "1003", us.Media)),
                },
                H323Indication.IdentifyRequested => new H323Input.AnswerIdentify(call, [new AliasAddress.DialledDigits("1003")]),
                _ => null,
            };
            if (answer is not null)
                us.Then(answer);
        };
        var connection = us.NextConnection();
        us.Give(new H323Input.Connected(connection, new IPEndPoint(IPAddress.Loopback, 4000)));
        var script = new IPEndPoint(IPAddress.Parse("10.77.0.3"), 1720);
        world.Scripted.Add(script);
        var placed = us.NextCall();
        us.Give(us.Place(placed, script, "1002", us.Media));
        world.Run();
        var (outgoing, reference) = (us.Connection, us.Sent[0].CallReference!.Value with { FromDestination = true });
        foreach (var frame in frames)
        {
            var octets = Convert.FromHexString(frame[3]);
            for (var flips = random.Next(4); flips > 0; flips--)
                octets[random.Next(octets.Length)] ^= (byte)(1 << random.Next(8));
            for (var times = random.Next(3); times > 0; times--)
            {
                var decoding = H225Message.Decode(octets);
                var ours = random.Next(3) == 0;
                us.Give(decoding.Message is { } message
                    ? new H323Input.Received(ours ? outgoing : connection, ours ? message with { CallReference = reference } : message, decoding.ElementFaults)
                    : new H323Input.Malformed(connection, decoding.Fault!.Value, FramingLost: false));
                world.Run();
            }
            if (random.Next(6) == 0)
            {
                us.Give(random.Next(5) switch
                {
                    0 => new H323Input.TransferAbandon(placed),
                    1 => new H323Input.ChangeMedia(placed, us.Media),
                    2 => new H323Input.Hold(placed),
                    3 => new H323Input.SendServices(placed, []),
                    _ => new H323Input.Retrieve(placed),
                });
                world.Run();
            }
            if (random.Next(4) == 0 && us.Timers.Count > 0)
            {
                var timer = us.Timers.Keys.ElementAt(random.Next(us.Timers.Count));
                us.Timers.Remove(timer);
                us.Give(new H323Input.Expired(timer));
                world.Run();
            }
        }
        us.Give(new H323Input.Closed(connection, "done"));
        world.Run();
        foreach (var call in us.Told.Where(told => told.Indication is H323Indication.IncomingCall).Select(told => told.Call).Append(placed).ToList())
        {
            us.Give(new H323Input.Release(call, 16));
            world.Run();
            Assert.Single(us.Heard<H323Indication.Released>(call));
        }
        Assert.All(us.Timers.Keys, timer => Assert.DoesNotContain(us.Told, told => told.Call == timer.Call && told.Indication is H323Indication.Released));
    }

    private (CallKey Call, CallReference Reference) Establish()
    {
        peer.Manners = (call, indication) =>
        {
            if (indication is H323Indication.IncomingCall)
                peer.Then(new H323Input.Answer(call, peer.Media));
        };
        var call = us.Call(peer, media: us.Media);
        world.Run();
        us.Only<H323Indication.Answered>(call);
        return (call, us.Sent[0].CallReference!.Value with { FromDestination = true });
    }

    private static H225Message Facility(CallReference reference, params byte[][] apdus) => new()
    {
        MessageType = H225MessageType.Facility,
        CallReference = reference,
        UserInformation = new H323UserInformation
        {
            H323UuPdu = new H323UuPdu
            {
                H323MessageBody = new H323MessageBody.Empty(),
                H245Tunnelling = true,
                H4501SupplementaryService = apdus.Length > 0 ? [.. apdus.Select(apdu => new CompleteEncoding(apdu))] : null,
            },
        },
    };

    /// <summary>ROS reject, invokeId 9.</summary>
    private static bool IsRejectOfNine(CompleteEncoding apdu) => Convert.ToHexString(apdu.Octets.Span).StartsWith("0001C00109", StringComparison.Ordinal);

    private ConnectionKey Accept()
    {
        var connection = us.NextConnection();
        us.Give(new H323Input.Connected(connection, peer.Address));
        return connection;
    }

    private void Receive(ConnectionKey connection, byte[] octets)
    {
        var decoding = H225Message.Decode(octets);
        Assert.Null(decoding.Fault);
        us.Give(new H323Input.Received(connection, decoding.Message!, decoding.ElementFaults));
        world.Run();
    }
}
