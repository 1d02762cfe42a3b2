using System.Globalization;
using Gateway.Engine.Transfers;
using Gateway.Host.Options;
using Gateway.Lab;
using Gateway.Sip.Security;

namespace Peers.Tests.Sip;

/// <summary>SIPp at the door of the running service: who is challenged, who challenges us, who registers where, and what happens in overload.</summary>
public sealed class SippSecurityTests : IDisposable
{
    private readonly string secret = Path.GetTempFileName();

    public SippSecurityTests() => File.WriteAllText(secret, "secret\n");

    private SecretOptions Password => new() { Secret = $"file:{secret}" };

    public void Dispose() => File.Delete(secret);

    [PeerFact(Peer.Sipp)]
    public async Task A_telephone_proves_who_it_is_for_each_INVITE_and_REFER()
    {
        await using ServiceUnderTest service = await Challenging("INVITE", "REFER");
        await Sipp.Prove("challenged", service.Sip, "3001", "1001", "secret", target: "3900");
        Assert.Equal(TransferOutcome.Refused, (await service.Record()).Outcome);
    }

    [PeerFact(Peer.Sipp)]
    public async Task A_challenge_may_be_answered_more_than_once()
    {
        await using ServiceUnderTest service = await Challenging("INVITE", "REFER");
        await Sipp.Prove("proven-again", service.Sip, "3001", "1001", "secret", target: "3900");
        Assert.Equal(TransferOutcome.Refused, (await service.Record()).Outcome);
    }

    [PeerFact(Peer.Sipp)]
    public async Task A_wrong_password_opens_nothing()
    {
        await using ServiceUnderTest service = await Challenging("INVITE");
        await Sipp.Prove("wrong-password", service.Sip, "3001", "1001", "guess");
        await service.Logged(line => line.RenderMessage(CultureInfo.InvariantCulture).Contains("wrong credentials of 1001", StringComparison.Ordinal), "wrong credentials");
    }

    [PeerFact(Peer.Sipp)]
    public async Task Who_guesses_is_not_heard_for_a_while_even_when_the_guess_is_right()
    {
        await using ServiceUnderTest service = await Challenging(configuration => configuration with { Admission = new AdmissionOptions { WrongPasswords = 2 } }, "INVITE");
        await Sipp.Prove("wrong-password", service.Sip, "3001", "1001", "guess");
        await Sipp.Prove("locked-out", service.Sip, "3001", "1001", "guess again");
        await Sipp.Prove("locked-out", service.Sip, "3001", "1001", "secret");
        await service.Logged(line => line.RenderMessage(CultureInfo.InvariantCulture).Contains("1001 from 127.0.0.1 is not heard for 300 s", StringComparison.Ordinal), "the lockout");
    }

    [PeerFact(Peer.Sipp)]
    public async Task A_carrier_that_challenges_is_answered_for_INVITE_and_BYE()
    {
        await using Sipp carrier = await Sipp.Answer("challenges");
        await using ServiceUnderTest service = await ServiceUnderTest.Start(carrier.Local, configuration => Change(configuration, peer => peer with
        {
            Credentials = [new AccountOptions { User = "trunk", Password = Password }],
        }));
        service.Lab.Endpoint!.Tell(new FarEndInput.Dial("1001"));
        var up = await service.Sees<FarEndEvent.Answered>("endpoint");
        service.Lab.Endpoint!.Tell(new FarEndInput.HangUp(up.Call));
        await carrier.Ends();
    }

    [PeerFact(Peer.Sipp)]
    public async Task The_service_registers_at_a_carrier_and_takes_leave_when_it_stops()
    {
        await using Sipp carrier = await Sipp.Answer("registrar");
        await using ServiceUnderTest service = await ServiceUnderTest.Start(carrier.Local, configuration => Change(configuration, peer => peer with
        {
            Register = new RegisterOptions { User = "trunk" },
            Credentials = [new AccountOptions { User = "trunk", Password = Password }],
        }));
        await service.Noted("sip.registered");
        await service.Gateway.StopAsync(ServiceUnderTest.Patience);
        await carrier.Ends();
    }

    [PeerFact(Peer.Sipp)]
    public async Task A_telephone_that_registered_is_called_where_it_did()
    {
        await using ServiceUnderTest service = await Challenging("REGISTER");
        var local = await Sipp.Prove("register", service.Sip, "1001", "1001", "secret", uri: $"{service.Sip}");
        await service.Noted("sip.bound");
        await using Sipp phone = await Sipp.Answer("answer", local);
        service.Lab.Endpoint!.Tell(new FarEndInput.Dial("1001"));
        var up = await service.Sees<FarEndEvent.Answered>("endpoint");
        service.Lab.Endpoint!.Tell(new FarEndInput.HangUp(up.Call));
        await phone.Ends();
    }

    [PeerFact(Peer.Sipp)]
    public async Task Who_leaves_too_many_calls_unanswered_is_told_to_come_later()
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start(change: configuration => configuration with
        {
            Admission = configuration.Admission with { Transactions = 1 },
        });
        await using Sipp first = await Sipp.Begin("stay", service.Sip, "3001");
        await service.Sees<FarEndEvent.Answered>("endpoint");
        await Sipp.Call("overloaded", service.Sip, "3001");
    }

    private Task<ServiceUnderTest> Challenging(params string[] methods) => Challenging(configuration => configuration, methods);

    private Task<ServiceUnderTest> Challenging(Func<GatewayConfiguration, GatewayConfiguration> change, params string[] methods) => ServiceUnderTest.Start(change: configuration => Change(change(configuration), peer => peer with
    {
        // SIPp knows MD5 alone.
        Authentication = new AuthenticationOptions
        {
            Methods = methods,
            Algorithms = [DigestAlgorithm.Md5],
            Users = [new AccountOptions { User = "1001", Password = Password }],
        },
    }));

    private static GatewayConfiguration Change(GatewayConfiguration configuration, Func<PeerOptions, PeerOptions> change) => configuration with
    {
        Peers = [.. configuration.Peers.Select(peer => peer.Protocol == PeerProtocol.Sip ? change(peer) : peer)],
    };
}
