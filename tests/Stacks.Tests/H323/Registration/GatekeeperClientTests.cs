using System.Net;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.Ras;
using Gateway.H323;
using Gateway.H323.Registration;

namespace Stacks.Tests.H323.Registration;

/// <summary>The gatekeeper's answers are those that GnuGk 5.15.0 once gave; only the sequence number is put in the place of theirs.</summary>
public class GatekeeperClientTests
{
    private static readonly CallKey Call = new(7);

    private static readonly CallIdentifiers Identifiers = new(4711, new GloballyUniqueId(1), new GloballyUniqueId(2));

    private readonly GatekeeperClient client = new(new GatekeeperSettings(
        new IPEndPoint(IPAddress.Parse("10.0.0.1"), 1720), new IPEndPoint(IPAddress.Parse("10.0.0.1"), 1719),
        [new AliasAddress.DialledDigits("1001"), new AliasAddress.H323ID("gateway")], new H323Settings().Endpoint, TimeSpan.FromSeconds(300)));

    private readonly Dictionary<RasTimerKey, TimeSpan> timers = [];

    [Fact]
    public void A_registration_is_confirmed_and_kept_alive_with_a_light_request()
    {
        var request = Assert.IsType<RegistrationRequest>(Sent(Give(new GatekeeperInput.Register())));
        Assert.False(request.KeepAlive);
        Assert.Equal(2, request.TerminalAlias!.Count);

        var outputs = Give(new GatekeeperInput.Received(Confirm(request, 300)));
        Assert.False(string.IsNullOrEmpty(outputs.OfType<GatekeeperOutput.Registered>().Single().EndpointIdentifier));
        Assert.Equal(TimeSpan.FromSeconds(280), timers[new RasTimerKey(null, RasTimer.Refresh)]);

        var light = Assert.IsType<RegistrationRequest>(Sent(Expire(null, RasTimer.Refresh)));
        Assert.True(light.KeepAlive);
        Assert.NotNull(light.EndpointIdentifier);
        Assert.Null(light.TerminalAlias);
        Assert.DoesNotContain(Give(new GatekeeperInput.Received(Confirm(light, 300))), output => output is GatekeeperOutput.Registered);
    }

    [Fact]
    public void A_silent_gatekeeper_is_asked_three_times_with_one_number_and_again_after_a_pause()
    {
        var first = Sent(Give(new GatekeeperInput.Register()));
        Assert.Equal(first.SequenceNumber, Sent(Expire(null, RasTimer.Request)).SequenceNumber);
        Assert.Equal(first.SequenceNumber, Sent(Expire(null, RasTimer.Request)).SequenceNumber);
        Assert.Contains(Expire(null, RasTimer.Request), output => output is GatekeeperOutput.Unregistered { Reason: null });
        Assert.NotEqual(first.SequenceNumber, Sent(Expire(null, RasTimer.Retry)).SequenceNumber);
    }

    [Fact]
    public void A_gatekeeper_that_forgot_us_gets_a_full_registration()
    {
        Register();
        var light = Sent(Expire(null, RasTimer.Refresh));
        var outputs = Give(new GatekeeperInput.Received(new RegistrationReject
        {
            RequestSeqNum = light.SequenceNumber!.Value,
            ProtocolIdentifier = ObjectIdentifier.Parse("0.0.8.2250.0.7"),
            RejectReason = new RegistrationRejectReason.FullRegistrationRequired(),
        }));
        Assert.IsType<RegistrationRejectReason.FullRegistrationRequired>(outputs.OfType<GatekeeperOutput.Unregistered>().Single().Reason);
        Assert.False(Assert.IsType<RegistrationRequest>(Sent(outputs)).KeepAlive);
    }

    [Fact]
    public void An_endpoint_that_is_put_out_confirms_and_registers_again_after_a_pause()
    {
        Register();
        var outputs = Give(new GatekeeperInput.Received(new UnregistrationRequest { RequestSeqNum = 99, CallSignalAddress = [] }));
        Assert.Equal(99, Assert.IsType<UnregistrationConfirm>(Sent(outputs)).RequestSeqNum);
        Assert.Contains(outputs, output => output is GatekeeperOutput.Unregistered);
        Assert.Null(Assert.IsType<GatekeeperOutput.Refused>(Assert.Single(Give(Admit()))).Reason);
        Assert.IsType<RegistrationRequest>(Sent(Expire(null, RasTimer.Retry)));
    }

    [Fact]
    public void A_call_is_admitted_to_where_the_gatekeeper_says_and_disengaged_when_it_is_over()
    {
        Register();
        var request = Assert.IsType<AdmissionRequest>(Sent(Give(Admit())));
        Assert.Equal(4711, request.CallReferenceValue);
        Assert.Equal(new AliasAddress.DialledDigits("1003"), request.DestinationInfo![0]);
        AssertEncodes(request);

        var confirm = Captured<AdmissionConfirm>() with { RequestSeqNum = request.RequestSeqNum };
        var admitted = Give(new GatekeeperInput.Received(confirm)).OfType<GatekeeperOutput.Admitted>().Single();
        Assert.Equal(1720, admitted.Destination!.Port);
        Assert.DoesNotContain(timers.Keys, timer => timer.Call is not null);

        var disengage = Assert.IsType<DisengageRequest>(Sent(Give(new GatekeeperInput.Disengage(Call))));
        Assert.Equal(DisengageReason.NormalDrop, disengage.DisengageReason);
        AssertEncodes(disengage);
        Give(new GatekeeperInput.Received(Captured<DisengageConfirm>() with { RequestSeqNum = disengage.RequestSeqNum }));
        Assert.DoesNotContain(timers.Keys, timer => timer.Call is not null);
    }

    [Fact]
    public void A_refused_call_says_why()
    {
        Register();
        var request = Sent(Give(Admit()));
        var reject = Captured<AdmissionReject>() with { RequestSeqNum = request.SequenceNumber!.Value };
        Assert.Equal(reject.RejectReason, Give(new GatekeeperInput.Received(reject)).OfType<GatekeeperOutput.Refused>().Single().Reason);
        Assert.Empty(Give(new GatekeeperInput.Disengage(Call)));
    }

    [Fact]
    public void A_gatekeeper_that_needs_longer_is_given_the_time_it_asks_for()
    {
        Register();
        var request = Sent(Give(Admit()));
        Give(new GatekeeperInput.Received(new RequestInProgress { RequestSeqNum = request.SequenceNumber!.Value, Delay = 9000 }));
        Assert.Equal(TimeSpan.FromSeconds(9), timers[new RasTimerKey(Call, RasTimer.Request)]);
    }

    [Fact]
    public void The_gatekeeper_ends_a_call()
    {
        Register();
        var request = Sent(Give(Admit()));
        Give(new GatekeeperInput.Received(Captured<AdmissionConfirm>() with { RequestSeqNum = request.SequenceNumber!.Value }));
        var demand = Captured<DisengageRequest>() with { RequestSeqNum = 55, CallReferenceValue = 4711, CallIdentifier = new CallIdentifier { Guid = new GloballyUniqueId(2) } };
        var outputs = Give(new GatekeeperInput.Received(demand));
        Assert.Equal(55, Assert.IsType<DisengageConfirm>(Sent(outputs)).RequestSeqNum);
        Assert.Equal(Call, outputs.OfType<GatekeeperOutput.Disengaged>().Single().Call);
    }

    [Fact]
    public void Without_registration_no_call_is_admitted() => Assert.Null(Assert.IsType<GatekeeperOutput.Refused>(Assert.Single(Give(Admit()))).Reason);

    [Fact]
    public void An_answer_to_nothing_is_noted() =>
        Assert.IsType<GatekeeperOutput.Observed>(Assert.Single(Give(new GatekeeperInput.Received(Captured<AdmissionConfirm>()))));

    [Fact]
    public void The_setup_of_an_admitted_call_carries_the_identifiers_that_were_asked_about()
    {
        var world = new World();
        var us = world.Add("us");
        var peer = world.Add("peer");
        us.Give(new H323Input.PlaceCall(us.NextCall(), peer.Address, new H323Party("1003"), Identifiers: Identifiers));
        world.Run();
        Assert.Equal(Identifiers, peer.Only<H323Indication.IncomingCall>(peer.Incoming()).Identifiers);
    }

    private static GatekeeperInput.Admit Admit() => new(Call, Identifiers, false, new H323Party("1003"), new H323Party("1001"));

    private void Register() => Give(new GatekeeperInput.Received(Confirm(Assert.IsType<RegistrationRequest>(Sent(Give(new GatekeeperInput.Register()))), 300)));

    private static RegistrationConfirm Confirm(RegistrationRequest request, uint timeToLive)
    {
        AssertEncodes(request);
        return Captured<RegistrationConfirm>() with { RequestSeqNum = request.RequestSeqNum, TimeToLive = timeToLive };
    }

    private static void AssertEncodes(RasMessage message)
    {
        var octets = PerWriter.Encode(message, out var fault);
        Assert.Null(fault);
        PerReader.Decode<RasMessage>(octets, out var decoded);
        Assert.Null(decoded);
    }

    private IReadOnlyList<GatekeeperOutput> Expire(CallKey? call, RasTimer timer)
    {
        var key = new RasTimerKey(call, timer);
        Assert.True(timers.Remove(key), $"{key} does not run");
        return Give(new GatekeeperInput.Expired(key));
    }

    private IReadOnlyList<GatekeeperOutput> Give(GatekeeperInput input)
    {
        var outputs = client.Handle(input);
        foreach (var output in outputs)
        {
            if (output is GatekeeperOutput.StartTimer start)
                timers[start.Timer] = start.Duration;
            if (output is GatekeeperOutput.StopTimer stop)
                Assert.True(timers.Remove(stop.Timer));
        }
        return outputs;
    }

    private static RasMessage Sent(IReadOnlyList<GatekeeperOutput> outputs) => outputs.OfType<GatekeeperOutput.Send>().Last().Message;

    private static T Captured<T>() where T : RasMessage =>
        Fixture.Words("h225/captured-ras.txt")
            .Select(words => PerReader.Decode<RasMessage>(Convert.FromHexString(words[4]), out _))
            .OfType<T>().First();
}
