using Gateway.Engine.Transfers;
using Gateway.Engine;
using Gateway.Host.Options;
using Gateway.Lab;
using Gateway.Sip.Security;

namespace Peers.Tests.Sip;

/// <summary>
/// SIPp that loses every tenth message of what it sends and hears, by its own dice: both sides repeat (RFC 3261 17, 13.3.1.4, RFC 3262 3), every call comes to its
/// good end, and none stays behind.
/// </summary>
public sealed class SippLossTests : IDisposable
{
    private const int LostPercent = 10, Calls = 20;

    private readonly string secret = Path.GetTempFileName();

    public SippLossTests() => File.WriteAllText(secret, "secret\n");

    public void Dispose() => File.Delete(secret);

    [PeerTheory(Peer.Sipp)]
    [InlineData("call")]
    [InlineData("reliable-caller")]
    [InlineData("update")]
    public async Task A_caller_comes_through(string scenario)
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        await Sipp.Call(scenario, service.Sip, "3001", calls: Calls, lostPercent: LostPercent);
        await NothingIsLeft(service, Calls);
    }

    [PeerTheory(Peer.Sipp)]
    [InlineData("lossy-blind", "3001", "3002", "h450", 1)]
    [InlineData("lossy-blind", "4001", "3002", "bridge", 1)]
    [InlineData("lossy-attended", "4001", "4002", "ect", 2)]
    [InlineData("lossy-attended", "3001", "4002", "bridge", 2)]
    public async Task A_transferor_is_told_the_outcome(string scenario, string transferee, string target, string method, int calls)
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        await Sipp.Call(scenario, service.Sip, transferee, target, Calls, lostPercent: LostPercent);
        for (int transfer = 0; transfer < Calls; transfer++)
        {
            TransferRecord record = await service.Record();
            Assert.Equal((TransferOutcome.Succeeded, method), (record.Outcome, record.MethodsTried[^1]));

            // Whom the gateway has joined go on talking through it.
            if (method == "bridge")
                service.Lab.Switches["etsi"].Tell(new FarEndInput.HangUp((await service.Sees<FarEndEvent.CalledBy>("etsi")).Call));
        }

        await NothingIsLeft(service, calls * Calls);
    }

    [PeerTheory(Peer.Sipp)]
    [InlineData("lossy-answer")]
    [InlineData("lossy-reliable-called")]
    public async Task A_called_telephone_comes_through(string scenario)
    {
        await using Sipp phone = await Sipp.Answer(scenario, calls: Calls, lostPercent: LostPercent);
        await using ServiceUnderTest service = await ServiceUnderTest.Start(phone.Local);
        // One number that calls another many times at once looks like a loop.
        for (int call = 0; call < Calls; call++)
            service.Lab.Endpoint!.Tell(new FarEndInput.Dial("1001", $"{3100 + call}"));
        for (int call = 0; call < Calls; call++)
            service.Lab.Endpoint!.Tell(new FarEndInput.HangUp((await service.Sees<FarEndEvent.Answered>("endpoint")).Call));
        await phone.Ends();
        await NothingIsLeft(service, Calls);
    }

    [PeerFact(Peer.Sipp)]
    public async Task A_telephone_registers_and_proves_who_it_is()
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start(change: configuration => configuration with
        {
            Peers = [.. configuration.Peers.Select(peer => peer.Protocol != PeerProtocol.Sip ? peer : peer with
            {
                Authentication = new AuthenticationOptions
                {
                    Algorithms = [DigestAlgorithm.Md5],
                    Users = [new AccountOptions { User = "1001", Password = new SecretOptions { Secret = $"file:{secret}" } }],
                },
            })],
        });
        await Sipp.Prove("register", service.Sip, "1001", "1001", "secret", uri: $"{service.Sip}", calls: Calls, lostPercent: LostPercent);
        await service.Noted("sip.bound");
    }

    private static async Task NothingIsLeft(ServiceUnderTest service, int calls)
    {
        for (int call = 0; call < calls; call++)
            await service.Noted(NoteEvents.CallEnded);
    }
}
