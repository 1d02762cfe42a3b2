using System.Net;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H245;
using Gateway.Codecs.H323.H450;
using Gateway.H323;
using Gateway.H323.Transfer;

namespace Stacks.Tests.H323;

/// <summary>
/// Our stack in the place of one party of a captured call: the others say, octet for octet, what H323Plus, OPAL and ooh323c once said; only the call
/// reference is put in the place of theirs.
/// </summary>
public class CapturedPeerTests
{
    private static readonly IPEndPoint Bob = new(IPAddress.Parse("10.77.0.3"), 1720);
    private static readonly IPEndPoint Carol = new(IPAddress.Parse("10.77.0.4"), 1720);

    private readonly World world = new();
    private readonly Endpoint us;
    private (ConnectionKey Connection, CallReference Reference) line;

    public CapturedPeerTests()
    {
        us = world.Add("us", new H323Settings { FastConnect = false, TerminalType = 50 });
        world.Scripted.Add(Bob);
        world.Scripted.Add(Carol);
    }

    [Fact]
    public void A_captured_caller_gets_its_channels_by_tunnelled_h245_and_its_digit_is_told()
    {
        var script = new Script("h3p-basic-tunnelled");
        var call = Accept(script, 4);
        us.Give(new H323Input.Answer(call, us.Media));
        Play(script, 10, 11, 13, 15, 18);
        Assert.Equal(new IPEndPoint(IPAddress.Parse("10.77.0.2"), 5000), us.Only<H323Indication.MediaChanged>(call).Media!.Rtp);
        Play(script, 20);
        Assert.Equal("5", us.Only<H323Indication.UserInput>(call).Digits);
        Play(script, 22);
        Assert.Equal(16, us.Only<H323Indication.Released>(call).Cause);
        Assert.Empty(us.Observed);
        Assert.Empty(us.Timers);
    }

    [Fact]
    public void A_captured_called_party_gets_its_channels_by_tunnelled_h245()
    {
        var script = new Script("h3p-basic-tunnelled");
        var call = CallBob(script, 6, 8, 12, 14, 16, 17);
        Assert.Equal(new IPEndPoint(IPAddress.Parse("10.77.0.3"), 5000), us.Only<H323Indication.MediaChanged>(call).Media!.Rtp);
    }

    [Fact]
    public void A_captured_called_party_takes_our_fast_connect()
    {
        var fast = world.Add("fast");
        var script = new Script("h3p-basic-faststart");
        var call = fast.NextCall();
        fast.Give(fast.Place(call, Bob, "1002", fast.Media));
        world.Run();
        foreach (var frame in (int[])[6, 8, 10])
            fast.Give(script.Received(frame, fast.Connection, fast.Sent[0].CallReference));
        Assert.Equal(new IPEndPoint(IPAddress.Parse("10.77.0.3"), 5000), fast.Only<H323Indication.Answered>(call).Media!.Rtp);
        Assert.Empty(fast.Timers);
    }

    [Fact]
    public void H323Plus_as_transferred_endpoint_reports_success_in_release_complete()
    {
        var script = new Script("h3p-blind-ring-answer");
        var call = CallBob(script, 6, 8, 12, 14, 15, 18);
        UseInvokeIdsUpTo(76, call);
        us.Give(new H323Input.TransferInitiate(call, "", CarolsAddresses));
        Assert.Equal(77, Assert.IsType<Invoke>(LastComponent()).InvokeId);
        Play(script, 31);
        Assert.IsType<TransferOutcome.Succeeded>(us.Only<H323Indication.TransferInitiated>(call).Outcome);
        var released = us.Only<H323Indication.Released>(call);
        Assert.Null(released.Cause);
        Assert.IsType<ReleaseCompleteReason.FacilityCallDeflection>(released.Reason);
        Assert.Empty(us.Timers);
    }

    [Fact]
    public void H323Plus_as_transferred_endpoint_reports_a_busy_target_and_the_call_stays()
    {
        var script = new Script("h3p-blind-busy");
        var call = CallBob(script, 6, 8, 13, 14, 16, 19);
        UseInvokeIdsUpTo(76, call);
        us.Give(new H323Input.TransferInitiate(call, "", CarolsAddresses));
        Play(script, 31);
        Assert.Equal(new TransferOutcome.Refused(ErrorCode.NotAvailable), us.Only<H323Indication.TransferInitiated>(call).Outcome);
        Assert.Empty(us.Heard<H323Indication.Released>(call));
    }

    [Fact]
    public void H323Plus_as_transferred_endpoint_refuses_and_the_call_stays()
    {
        var script = new Script("h3p-blind-refused-by-b");
        var call = CallBob(script, 6, 8);
        UseInvokeIdsUpTo(76, call);
        us.Give(new H323Input.TransferInitiate(call, "", CarolsAddresses));
        Play(script, 22);
        Assert.Equal(new TransferOutcome.Refused(ErrorCode.EstablishmentFailure), us.Only<H323Indication.TransferInitiated>(call).Outcome);
        Assert.Empty(us.Heard<H323Indication.Released>(call));
    }

    [Fact]
    public void The_false_success_of_H323Plus_in_answer_to_our_clearing_is_not_believed()
    {
        var script = new Script("h3p-blind-unreachable");
        var call = CallBob(script, 6, 8, 13, 14, 17, 19);
        UseInvokeIdsUpTo(76, call);
        us.Give(new H323Input.TransferInitiate(call, "", CarolsAddresses));
        us.Expire(call, H323Timer.CtT3);
        us.Give(new H323Input.Release(call, 16));
        Play(script, 27);
        Assert.IsType<TransferOutcome.TimedOut>(us.Only<H323Indication.TransferInitiated>(call).Outcome);
        Assert.Single(us.Heard<H323Indication.Released>(call));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_false_success_of_H323Plus_as_its_user_hangs_up_is_not_believed_after_CT_T3(bool givenUp)
    {
        var script = new Script("gateway-h3p-result-while-clearing");
        var call = CallBob(script, 8, 10);
        us.Give(new H323Input.TransferInitiate(call, "", CarolsAddresses));
        if (givenUp)
            us.Expire(call, H323Timer.CtT3);
        Play(script, 22);
        var outcome = us.Only<H323Indication.TransferInitiated>(call).Outcome;
        Assert.IsType(givenUp ? typeof(TransferOutcome.TimedOut) : typeof(TransferOutcome.Succeeded), outcome);
        Assert.Empty(us.Heard<H323Indication.TransferSucceededLate>(call));
        Assert.Equal(16, us.Only<H323Indication.Released>(call).Cause);
    }

    [Fact]
    public void OPAL_as_transferred_endpoint_reports_success_before_the_target_is_there()
    {
        var script = new Script("opal-b-early-result");
        var call = CallBob(script, [.. script.From(3, 2).TakeWhile(frame => frame < 21)]);
        UseInvokeIdsUpTo(76, call);
        us.Give(new H323Input.TransferInitiate(call, "", CarolsAddresses));
        Play(script, 35);
        Assert.IsType<TransferOutcome.Succeeded>(us.Only<H323Indication.TransferInitiated>(call).Outcome);
    }

    [Fact]
    public void A_transfer_with_consultation_between_two_captured_H323Plus_succeeds()
    {
        var script = new Script("h3p-consult-ok");
        var first = CallBob(script, 6, 8, 14, 16, 17, 19);
        us.Give(new H323Input.Hold(first));
        var toBob = line;

        us.Determination = script.Determination(4, 2);
        var second = Place(Carol);
        Play(script, 29, 31, 35, 37, 38, 40);
        us.Give(new H323Input.TransferIdentify(second));
        Play(script, 45);
        var found = us.Only<H323Indication.TransferIdentified>(second);
        Assert.Equal("1", found.CallIdentity);
        Assert.Equal(new AliasAddress.H323ID("carol"), found.ReroutingNumber[1]);

        us.Give(new H323Input.Retrieve(first));
        us.Give(new H323Input.TransferInitiate(first, found.CallIdentity!, found.ReroutingNumber, second));
        Assert.Equal(script.Apdu(48), LastApdu());
        Play(script, 56);
        Assert.Empty(us.Heard<H323Indication.TransferInitiated>(first));
        us.Give(script.Received(63, toBob.Connection, toBob.Reference));
        Assert.IsType<TransferOutcome.Succeeded>(us.Only<H323Indication.TransferInitiated>(first).Outcome);
        us.Only<H323Indication.Released>(first);
        us.Only<H323Indication.Released>(second);
        Assert.Empty(us.Timers);
    }

    [Fact]
    public void In_the_place_of_the_transferred_endpoint_we_answer_as_H323Plus_did()
    {
        var script = new Script("h3p-blind-ring-answer");
        var call = Accept(script, 4);
        us.Give(new H323Input.Answer(call, us.Media));
        Play(script, 10, 11, 13, 16, 17, 20);
        var requested = us.Only<H323Indication.TransferRequested>(call);
        Assert.Equal("", requested.CallIdentity);
        Assert.Equal(new AliasAddress.H323ID("carol"), requested.ReroutingNumber[0]);

        var newCall = us.NextCall();
        us.Give(new H323Input.AcceptTransfer(call, us.Place(newCall, Carol, "1003", us.Media)));
        Connected();
        Play(script, 27);
        Assert.Empty(us.Heard<H323Indication.TransferSucceeded>(call));
        Play(script, 29);
        us.Only<H323Indication.TransferSucceeded>(call);
        Assert.Equal(script.Apdu(31), LastApdu());
        us.Only<H323Indication.Released>(call);
        Play(script, 38);
        us.Only<H323Indication.Answered>(newCall);
    }

    [Fact]
    public void A_target_without_H450_is_a_success_when_it_alerts()
    {
        var script = new Script("oo-c-no-h450");
        var call = Accept(script, 4);
        us.Give(new H323Input.Answer(call, us.Media));
        Play(script, 10);
        var newCall = us.NextCall();
        us.Give(new H323Input.AcceptTransfer(call, us.Place(newCall, Carol, "1003", us.Media)));
        Connected();
        Play(script, 16);
        Assert.Empty(us.Heard<H323Indication.TransferSucceeded>(call));
        Play(script, 18);
        us.Only<H323Indication.TransferSucceeded>(call);
        Play(script, 20);
        us.Only<H323Indication.Answered>(newCall);
    }

    [Fact]
    public void A_target_that_takes_the_space_for_an_identity_fails_the_transfer_and_both_calls_are_as_they_should_be()
    {
        var script = new Script("h3p-blind-space-identity");
        var call = Accept(script, 4);
        us.Give(new H323Input.Answer(call, us.Media));
        Play(script, 21);
        Assert.Equal("", us.Only<H323Indication.TransferRequested>(call).CallIdentity);
        var newCall = us.NextCall();
        us.Give(new H323Input.AcceptTransfer(call, us.Place(newCall, Carol, "1003", us.Media)));
        Connected();
        Play(script, 28);
        Assert.Equal(ErrorCode.UnrecognizedCallIdentity, us.Only<H323Indication.TransferFailed>(call).Error);
        us.Only<H323Indication.Released>(newCall);
        Assert.Equal(1, us.Stack.CallCount);
    }

    [Fact]
    public void In_the_place_of_the_target_of_a_blind_transfer_we_answer_as_H323Plus_did()
    {
        var script = new Script("h3p-blind-ring-answer");
        var call = Accept(script, 24);
        Assert.Null(us.Only<H323Indication.IncomingCall>(call).Transferred!.Replaces);
        us.Give(new H323Input.Proceed(call));
        Assert.Null(us.Sent[^1].UserInformation!.H323UuPdu.H4501SupplementaryService);
        us.Give(new H323Input.Alert(call));
        Assert.Equal(H225MessageType.Alerting, us.Sent[^1].MessageType);
        Assert.Equal(script.Apdu(29), LastApdu());
        us.Give(new H323Input.Answer(call, us.Media));
        Assert.Null(us.Sent[^1].UserInformation!.H323UuPdu.H4501SupplementaryService);
    }

    [Fact]
    public void In_the_place_of_the_target_of_a_consultation_we_answer_as_H323Plus_did()
    {
        var script = new Script("h3p-consult-ok");
        var consultation = Accept(script, 27);
        us.Give(new H323Input.Answer(consultation, us.Media));
        Play(script, 33, 34, 36, 39, 41, 43);
        us.Only<H323Indication.IdentifyRequested>(consultation);
        us.Give(new H323Input.AnswerIdentify(consultation, CarolsAddresses));
        Assert.Equal(script.Apdu(45), LastApdu());

        var call = Accept(script, 53);
        Assert.Equal(consultation, us.Only<H323Indication.IncomingCall>(call).Transferred!.Replaces);
        us.Give(new H323Input.Answer(call, us.Media));
        Assert.Equal(script.Apdu(61), LastApdu());
    }

    [Fact]
    public void A_call_to_our_space_identity_is_an_ordinary_blind_one()
    {
        var call = Accept(new Script("h3p-blind-space-identity"), 26);
        Assert.Null(us.Only<H323Indication.IncomingCall>(call).Transferred!.Replaces);
    }

    [Fact]
    public void OPAL_puts_us_on_hold_with_notification_and_pause_and_takes_us_back()
    {
        var script = new Script("opal-hold");
        var call = Accept(script, 4);
        us.Give(new H323Input.Answer(call, us.Media));
        foreach (var frame in script.From(2, 3).Where(frame => frame is > 4 and < 24))
            Play(script, frame);
        us.Only<H323Indication.Held>(call);
        Assert.Null(us.Heard<H323Indication.MediaChanged>(call).Last().Media);
        foreach (var frame in script.From(2, 3).Where(frame => frame is >= 24 and < 33))
            Play(script, frame);
        us.Only<H323Indication.Retrieved>(call);
        Assert.Empty(us.Heard<H323Indication.Released>(call));
    }

    private static readonly IReadOnlyList<AliasAddress> CarolsAddresses =
    [
        new AliasAddress.TransportID(new Gateway.Codecs.H323.H225.TransportAddress.IpAddress { Ip = Carol.Address, Port = Carol.Port }), new AliasAddress.H323ID("carol"),
    ];

    private CallKey CallBob(Script script, params int[] frames)
    {
        us.Determination = script.Determination(3, 2);
        var call = Place(Bob);
        Play(script, frames);
        us.Only<H323Indication.Answered>(call);
        return call;
    }

    private CallKey Accept(Script script, int frame)
    {
        var connection = us.NextConnection();
        us.Give(new H323Input.Connected(connection, Bob));
        var setup = script.Received(frame, connection, null);
        us.Determination = script.Determination(script.Sender(frame), script.Receiver(frame));
        line = (connection, setup.Message.CallReference!.Value with { FromDestination = true });
        us.Give(setup);
        return us.Incoming();
    }

    /// <summary>On the line that was opened last.</summary>
    private void Play(Script script, params int[] frames)
    {
        foreach (var frame in frames)
            us.Give(script.Received(frame, line.Connection, line.Reference));
    }

    private CallKey Place(IPEndPoint to)
    {
        var call = us.NextCall();
        us.Give(us.Place(call, to, "1003", us.Media));
        Connected();
        return call;
    }

    private void Connected()
    {
        world.Run();
        line = (us.Connection, us.Sent[^1].CallReference!.Value);
    }

    private CompleteEncoding LastApdu() => us.Sent.Last(message => message.UserInformation!.H323UuPdu.H4501SupplementaryService is not null)
        .UserInformation!.H323UuPdu.H4501SupplementaryService![^1];

    private Ros LastComponent()
    {
        var service = LastApdu().Decode<H4501SupplementaryService>(out var fault);
        Assert.Null(fault);
        return Assert.Single(Assert.IsType<ServiceApdus.RosApdus>(service.ServiceApdu).Value);
    }

    /// <summary>The command loop that made the captures numbered its own invokes from 77.</summary>
    private void UseInvokeIdsUpTo(int last, CallKey call)
    {
        for (var id = 1; id <= last; id++)
            us.Give(new H323Input.Hold(call));
    }

    private sealed class Script
    {
        private readonly Dictionary<int, (int From, int To, byte[] Octets)> frames;

        public Script(string name) => frames = Fixture.Words($"h225/calls/{name}.txt")
            .ToDictionary(
                words => int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture),
                words => (words[1][0] - '0', words[2][0] - '0', Convert.FromHexString(words[3])));

        public IEnumerable<int> From(int from, int to) => frames.Where(frame => frame.Value.From == from && frame.Value.To == to).Select(frame => frame.Key);

        public H323Input.Received Received(int frame, ConnectionKey connection, CallReference? ours)
        {
            var message = Decode(frame);
            // Theirs carry the flag that ours do not.
            return new H323Input.Received(
                connection, ours is { } reference ? message with { CallReference = reference with { FromDestination = !reference.FromDestination } } : message, []);
        }

        public int Sender(int frame) => frames[frame].From;

        public int Receiver(int frame) => frames[frame].To;

        /// <summary>A statusDeterminationNumber of ours that makes the party's captured decision right.</summary>
        public int? Determination(int from, int to)
        {
            var messages = From(from, to).SelectMany(frame => Decode(frame).UserInformation?.H323UuPdu.H245Control ?? [])
                .Select(encoding => encoding.Decode<MultimediaSystemControlMessage>(out _)).ToList();
            var number = messages.OfType<MultimediaSystemControlMessage.Request>().Select(request => request.Value)
                .OfType<RequestMessage.MasterSlaveDetermination>().FirstOrDefault()?.Value.StatusDeterminationNumber;
            var decision = messages.OfType<MultimediaSystemControlMessage.Response>().Select(response => response.Value)
                .OfType<ResponseMessage.MasterSlaveDeterminationAck>().FirstOrDefault()?.Value.Decision;
            return number is null || decision is null ? null : (decision == MasterSlaveDecision.Master ? number - 1 : number + 1) & 0xFFFFFF;
        }

        public CompleteEncoding Apdu(int frame) => Assert.Single(Decode(frame).UserInformation!.H323UuPdu.H4501SupplementaryService!);

        private H225Message Decode(int frame)
        {
            var decoding = H225Message.Decode(frames[frame].Octets);
            Assert.Null(decoding.Fault);
            Assert.DoesNotContain(decoding.ElementFaults, fault => fault.IsMandatory);
            return decoding.Message!;
        }
    }
}
