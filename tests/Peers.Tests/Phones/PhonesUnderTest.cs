using Gateway.Engine.Transfers;
using Gateway.Host;
using Gateway.Host.Options;
using Gateway.Lab;

namespace Peers.Tests.Phones;

/// <summary>The gateway with real telephones around it, each a peer of its own, and all of them allowed to transfer.</summary>
internal static class PhonesUnderTest
{
    public static Task<ServiceUnderTest> Serve(params Phone[] phones) => Serve([], phones);

    /// <param name="methods">Those that the telephones know; they are tried first.</param>
    public static async Task<ServiceUnderTest> Serve(string[] methods, params Phone[] phones)
    {
        ServiceUnderTest service = await ServiceUnderTest.Start(change: configuration => configuration with
        {
            Peers = [.. phones.Select(phone => new PeerOptions { Id = $"phone-{phone.Number}", Protocol = PeerProtocol.Sip, Address = phone.Local, Methods = methods }), .. configuration.Peers],
            Routes = [.. phones.Select(phone => new RouteOptions { Id = $"to-{phone.Number}", Called = phone.Number, To = $"phone-{phone.Number}" }), .. configuration.Routes],
            TransferPolicy = configuration.TransferPolicy with
            {
                Rules = [.. configuration.TransferPolicy.Rules.Select(rule => rule with { Initiator = null, Methods = [.. methods, .. rule.Methods] })],
            },
        });
        foreach (Phone phone in phones)
            phone.Gateway = service.Sip;
        return service;
    }

    /// <summary>A built-in far end: <c>endpoint</c>, or the switch of a trunk.</summary>
    public static FarEndHost FarEnd(this ServiceUnderTest service, string name) => name == "endpoint" ? service.Lab.Endpoint! : service.Lab.Switches[name];

    /// <summary>A far end calls, and this is its call.</summary>
    public static async Task<FarEndCall> Dials(this ServiceUnderTest service, string farEnd, string number)
    {
        service.FarEnd(farEnd).Tell(new FarEndInput.Dial(number));
        return (await service.Sees<FarEndEvent.Dialled>(farEnd)).Call;
    }

    /// <summary>The next transfer that ends: who transferred whom to whom, and how.</summary>
    public static async Task Transfers(this ServiceUnderTest service, string transferor, string transferee, string target, string method)
    {
        TransferRecord record = await service.Record();
        Assert.Equal(TransferOutcome.Succeeded, record.Outcome);
        Assert.Equal((transferor, transferee, target), (record.TransferorParty.Number, record.TransfereeParty?.Number, record.TargetParty?.Number));
        Assert.Equal(method, record.MethodsTried[^1]);
    }
}
