using System.Net;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.H323.H450.CallTransfer;
using Gateway.H323;
using Gateway.H323.Transfer;
using Gateway.Lab;

namespace Stacks.Tests.Lab;

/// <summary>The endpoint against an H.323 stack that the test commands, message by message.</summary>
public class H323EndpointTests
{
    private static readonly IPEndPoint FarAddress = LabWorld.At("192.0.2.1:1721");
    private static readonly IPEndPoint GatewayAddress = LabWorld.At("192.0.2.2:1720");
    private static readonly H323Media Ours = BareH323.Media("192.0.2.2", 40000);

    private readonly LabWorld world = new();
    private readonly FarEndNode far;
    private readonly BareH323 gateway;

    public H323EndpointTests()
    {
        gateway = new BareH323(world, GatewayAddress);
        far = new FarEndNode(
            world,
            new H323Endpoint(new H323EndpointSettings(FarAddress, GatewayAddress, LabWorld.At("192.0.2.1:32000"), "3001"), new CountedKeys(1000)),
            FarAddress);
    }

    [Fact]
    public void A_subscriber_rings_answers_and_is_cleared()
    {
        var call = gateway.Dial(FarAddress, "3001", Ours);
        world.Run(0.2);
        gateway.Only<H323Indication.Alerting>(call);
        world.Run();
        var answered = gateway.Only<H323Indication.Answered>(call);
        Assert.Equal("192.0.2.1:32000", answered.Media!.Rtp.ToString());
        Assert.Equal("3001", answered.Connected!.Number);
        Assert.Equal("3001-1001 192.0.2.2:40000", far.Who);
        gateway.Give(new H323Input.Release(call, 16));
        world.Run();
        Assert.Equal("CalledBy Answered Released", far.Story);
    }

    [Theory]
    [InlineData("3086", 17)]
    [InlineData("3003", 21)]
    [InlineData("4001", 1)]
    public void Some_subscribers_refuse(string number, int cause)
    {
        var call = gateway.Dial(FarAddress, number, Ours);
        world.Run();
        Assert.Equal(cause, gateway.Only<H323Indication.Released>(call).Cause);
    }

    [Fact]
    public void One_subscriber_rings_for_ever()
    {
        var call = gateway.Dial(FarAddress, "3080", Ours);
        world.Run(60);
        gateway.Only<H323Indication.Alerting>(call);
        Assert.Empty(far.Connections);
        Assert.Equal(1, gateway.Stack.CallCount);
    }

    [Fact]
    public void Media_known_only_after_the_answer_are_told_then()
    {
        var call = gateway.Dial(FarAddress, "3001", null);
        world.Run();
        Assert.Equal("3001-1001 held", far.Who);
        gateway.Give(new H323Input.ChangeMedia(call, Ours));
        world.Run();
        Assert.Equal("3001-1001 192.0.2.2:40000", far.Who);
    }

    [Fact]
    public void A_subscriber_dials_out_and_two_calls_have_media_addresses_of_their_own()
    {
        var first = far.Dial("1001", "3007");
        far.Dial("1002");
        world.Run();
        foreach (var incoming in gateway.Told.Where(told => told.What is H323Indication.IncomingCall).ToArray())
        {
            gateway.Give(new H323Input.Alert(incoming.Call));
            gateway.Give(new H323Input.Answer(incoming.Call, Ours));
        }

        world.Run();
        Assert.Equal("3007-1001 192.0.2.2:40000, 3001-1002 192.0.2.2:40000", far.Who);
        Assert.Equal(["192.0.2.1:32000", "192.0.2.1:32002"], far.Connections.Select(connection => connection.Local!.ToString()!));
        far.Give(new FarEndInput.HangUp(first));
        world.Run();
        Assert.Equal("3001-1002 192.0.2.2:40000", far.Who);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(30)]
    public void A_destination_that_says_nothing_is_given_up_when_T303_expires(int seconds)
    {
        var silent = LabWorld.At("192.0.2.9:1720");
        _ = new BareH323(world, silent);
        var timers = new H323Timers { T303 = TimeSpan.FromSeconds(seconds) };
        var patient = new FarEndNode(
            world,
            new H323Endpoint(new H323EndpointSettings(LabWorld.At("192.0.2.8:1720"), silent, LabWorld.At("192.0.2.8:32000"), "3001") { Timers = timers }, new CountedKeys(3000)),
            LabWorld.At("192.0.2.8:1720"));
        patient.Dial("1001");
        world.Run(seconds - 1);
        Assert.Equal("Dialled", patient.Story);
        world.Run(2);
        Assert.Equal("Dialled Released", patient.Story);
    }

    [Fact]
    public void A_destination_that_takes_no_connection_releases_the_call()
    {
        var alone = new FarEndNode(
            world, new H323Endpoint(new H323EndpointSettings(LabWorld.At("192.0.2.3:1720"), LabWorld.At("192.0.2.4:1720"), LabWorld.At("192.0.2.3:5000"), "1"), new CountedKeys(8000)));
        alone.Dial("2");
        world.Run();
        Assert.Equal(27, alone.Only<FarEndEvent.Released>().Cause);
    }

    [Fact]
    public void The_media_of_a_call_can_be_moved()
    {
        var call = Up("3001");
        gateway.Give(new H323Input.ChangeMedia(call, BareH323.Media("192.0.2.9", 42000)));
        world.Run();
        Assert.Equal("3001-1001 192.0.2.9:42000", far.Who);
    }

    [Theory]
    [InlineData("3002")]
    [InlineData("3080")]
    public void A_blind_transfer_to_another_subscriber_succeeds_when_it_is_alerted(string number)
    {
        var call = Up("3001");
        gateway.Give(new H323Input.TransferInitiate(call, "", [new AliasAddress.DialledDigits(number), AddressOf(FarAddress)]));
        world.Run();
        Assert.IsType<TransferOutcome.Succeeded>(gateway.Only<H323Indication.TransferInitiated>(call).Outcome);
        gateway.Only<H323Indication.Released>(call);
        Assert.Equal(new FarEndEvent.Moved(new FarEndCall(1), new FarEndCall(2)), far.Only<FarEndEvent.Moved>());
        Assert.Equal(
            number == "3002" ? "3001-3002 192.0.2.1:32004, 3002-3001 192.0.2.1:32002" : "", far.Who);
    }

    [Theory]
    [InlineData("3086")]
    [InlineData("3003")]
    public void A_blind_transfer_to_one_who_refuses_gives_an_error_and_the_call_stays(string number)
    {
        var call = Up("3001");
        gateway.Give(new H323Input.TransferInitiate(call, "", [new AliasAddress.DialledDigits(number), AddressOf(FarAddress)]));
        world.Run();
        Assert.IsType<TransferOutcome.Refused>(gateway.Only<H323Indication.TransferInitiated>(call).Outcome);
        far.Only<FarEndEvent.TransferFailed>();
        Assert.Equal("3001-1001 192.0.2.2:40000", far.Who);
    }

    [Fact]
    public void A_rerouting_number_without_an_address_is_called_through_the_gateway()
    {
        var call = Up("3001");
        gateway.Give(new H323Input.TransferInitiate(call, "", [new AliasAddress.DialledDigits("4001")]));
        world.Run();
        var incoming = gateway.Only<H323Indication.IncomingCall>(gateway.Incoming());
        Assert.Equal("4001", incoming.Called!.Number);
        Assert.Equal("3001", incoming.Calling!.Number);
        Assert.NotNull(incoming.Transferred);
        gateway.Give(new H323Input.Alert(gateway.Incoming()));
        gateway.Give(new H323Input.Answer(gateway.Incoming(), BareH323.Media("192.0.2.2", 44000)));
        world.Run();
        Assert.IsType<TransferOutcome.Succeeded>(gateway.Only<H323Indication.TransferInitiated>(call).Outcome);
        Assert.Equal("3001-4001 192.0.2.2:44000", far.Who);
    }

    [Fact]
    public void A_rerouting_number_that_is_neither_number_nor_address_is_refused()
    {
        var call = Up("3001");
        gateway.Give(new H323Input.TransferInitiate(call, "", [new AliasAddress.H323ID("somebody")]));
        world.Run();
        Assert.Equal(
            new TransferOutcome.Refused(ErrorCode.InvalidReroutingNumber), gateway.Only<H323Indication.TransferInitiated>(call).Outcome);
    }

    [Fact]
    public void An_attended_transfer_connects_the_subscribers_of_both_calls()
    {
        var first = Up("3001");
        var second = Up("3002");
        gateway.Give(new H323Input.TransferIdentify(second));
        world.Run();
        var identified = gateway.Only<H323Indication.TransferIdentified>(second);
        Assert.Contains(new AliasAddress.DialledDigits("3002"), identified.ReroutingNumber);
        gateway.Give(new H323Input.TransferInitiate(first, identified.CallIdentity!, identified.ReroutingNumber, second));
        world.Run();
        Assert.IsType<TransferOutcome.Succeeded>(gateway.Only<H323Indication.TransferInitiated>(first).Outcome);
        Assert.Equal("3001-3002 192.0.2.1:32006, 3002-3001 192.0.2.1:32004", far.Who);
        Assert.Equal(2, far.Events.OfType<FarEndEvent.Moved>().Count());
        Assert.Equal(0, gateway.Stack.CallCount);
    }

    [Fact]
    public void A_transfer_with_an_identity_nobody_gave_out_fails()
    {
        var call = Up("3001");
        gateway.Give(new H323Input.TransferInitiate(call, "9999", [new AliasAddress.DialledDigits("3002"), AddressOf(FarAddress)]));
        world.Run();
        Assert.IsType<TransferOutcome.Refused>(gateway.Only<H323Indication.TransferInitiated>(call).Outcome);
        Assert.Equal("3001-1001 192.0.2.2:40000", far.Who);
    }

    [Fact]
    public void The_new_party_of_a_join_is_noted()
    {
        var call = Up("3001");
        gateway.Give(new H323Input.SendServices(call,
        [
            new Operation.CallTransferComplete(new CTCompleteArg
            {
                EndDesignation = EndDesignation.PrimaryEnd,
                RedirectionNumber = new EndpointAddress { DestinationAddress = [new AliasAddress.DialledDigits("4001")] },
            }),
        ]));
        world.Run();
        Assert.Equal("3001-4001 192.0.2.2:40000", far.Who);
    }

    [Fact]
    public void A_subscriber_transfers_blind_and_hears_the_outcome()
    {
        var call = Up("3001");
        far.Give(new FarEndInput.Transfer(new FarEndCall(1), "4001"));
        world.Run();
        Assert.Equal([new AliasAddress.DialledDigits("4001")], gateway.Only<H323Indication.TransferRequested>(call).ReroutingNumber);
        gateway.Give(new H323Input.CompleteTransfer(call));
        world.Run();
        Assert.True(far.Only<FarEndEvent.TransferEnded>().Succeeded);
        Assert.Empty(far.Connections);
    }

    [Fact]
    public void A_subscriber_transfers_with_consultation()
    {
        var first = Up("3001", "1001");
        var second = Up("3001", "1002");
        far.Give(new FarEndInput.TransferTo(new FarEndCall(1), new FarEndCall(2)));
        world.Run();
        gateway.Only<H323Indication.IdentifyRequested>(second);
        gateway.Give(new H323Input.AnswerIdentify(second, [new AliasAddress.DialledDigits("1002")]));
        world.Run();
        var requested = gateway.Only<H323Indication.TransferRequested>(first);
        Assert.NotEqual("", requested.CallIdentity);
        gateway.Give(new H323Input.RefuseTransfer(first, ErrorCode.NotAvailable));
        world.Run();
        Assert.Equal(new FarEndEvent.TransferEnded(new FarEndCall(1), false, "NotAvailable"), far.Only<FarEndEvent.TransferEnded>());
        Assert.Equal(2, far.Connections.Count);
    }

    private CallKey Up(string number, string from = "1001")
    {
        var call = gateway.Dial(FarAddress, number, Ours, from);
        world.Run();
        gateway.Only<H323Indication.Answered>(call);
        return call;
    }

    private static AliasAddress.TransportID AddressOf(IPEndPoint address) =>
        new(new TransportAddress.IpAddress { Ip = address.Address, Port = address.Port });
}
