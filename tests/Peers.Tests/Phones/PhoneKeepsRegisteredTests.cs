using System.Net;
using Gateway.Host.Options;
using Gateway.Lab;
using Gateway.Sip;
using Gateway.Sip.Security;

namespace Peers.Tests.Phones;

/// <summary>Real telephones that stay registered: they renew in time, with a nonce that has become stale, and over connections (RFC 3261 10.2.4, RFC 7616 3.3, RFC 5626).</summary>
public sealed class PhoneKeepsRegisteredTests : IDisposable
{
    private readonly string secret = Path.GetTempFileName();
    private readonly Certificates authority = new();

    public PhoneKeepsRegisteredTests() => File.WriteAllText(secret, "wonderland\n");

    public void Dispose()
    {
        File.Delete(secret);
        authority.Dispose();
    }

    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip)]
    [InlineData(Peer.Linphone)]
    internal async Task It_renews_in_time_although_its_nonce_has_grown_old(Peer make)
    {
        await using ServiceUnderTest service = await Serve(peer => peer with
        {
            RegistrarSeconds = 4,
            Authentication = new AuthenticationOptions
            {
                Algorithms = [DigestAlgorithm.Md5],
                Users = [new AccountOptions { User = "1101", Password = new SecretOptions { Secret = $"file:{secret}" } }],
            },
        });
        await using Phone phone = await Phone.Start(make, "1101", service.Sip, "wonderland");
        await Proof(phone);
        for (int renewal = 0; renewal < 2; renewal++)
        {
            (TracedMessage challenge, TracedMessage proof) = await Proof(phone);

            // linphone tries the nonce it has, baresip asks for one each time.
            Assert.True(make == Peer.Linphone == challenge.Header("WWW-Authenticate").Contains("stale=true", StringComparison.Ordinal), $"{challenge}");
            TracedMessage renewed = await phone.Wire.Next(message => message.Answers(proof), "answer");
            Assert.Equal(200, renewed.Status);
            Assert.Contains("expires=4", renewed.Header("Contact"), StringComparison.Ordinal);
        }

        await IsCalledAndTransfers(service, phone);
    }

    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip, SipTransport.Tcp)]
    [InlineData(Peer.Baresip, SipTransport.Tls)]
    [InlineData(Peer.Linphone, SipTransport.Tcp)]
    [InlineData(Peer.Linphone, SipTransport.Tls)]
    internal async Task It_registers_over_a_connection_and_is_called_over_it(Peer make, SipTransport transport)
    {
        await using ServiceUnderTest service = await Serve(peer => peer with { AllowedTransports = [transport] });
        await using Phone phone = await Phone.Start(make, "1101", service.Gateway.SipDoors[$"{transport}"], transport: transport, authority: authority);
        await IsCalledAndTransfers(service, phone);
        await phone.Unregister();
    }

    /// <summary>It is asked who it is, and proves it with that very nonce.</summary>
    private static async Task<(TracedMessage Challenge, TracedMessage Proof)> Proof(Phone phone)
    {
        TracedMessage challenge = await phone.Wire.Next(message => message is { IsSent: false, Method: "REGISTER", Status: 401 }, "challenge");
        string nonce = challenge.Header("WWW-Authenticate").Split("nonce=")[1].Split(',')[0];
        return (challenge, await phone.Wire.Next(
            message => message is { IsSent: true, Method: "REGISTER" } && message.Header("Authorization").Contains($"nonce={nonce}", StringComparison.Ordinal), "REGISTER with its nonce"));
    }

    private static async Task IsCalledAndTransfers(ServiceUnderTest service, Phone phone)
    {
        FarEndCall dialled = await service.Dials("etsi", "1101");
        string taken = await phone.TakesCall();
        service.FarEnd("etsi").Tell(new FarEndInput.HangUp(dialled));
        await phone.Ends(taken);
        string call = await phone.Call("3001");
        await phone.Transfer(call, "3002");
        await phone.IsNotified(call, 200);
        await phone.Ends(call);
        await service.Transfers("1101", "3001", "3002", "h450");
    }

    private Task<ServiceUnderTest> Serve(Func<PeerOptions, PeerOptions> change)
    {
        (string certificate, string key) = authority.Issue("gateway", "127.0.0.1");
        return ServiceUnderTest.Start(change: configuration => configuration with
        {
            Admission = configuration.Admission with { NonceSeconds = 1 },
            Listeners =
            [
                .. configuration.Listeners,
                new ListenerOptions { Id = $"{SipTransport.Tcp}", Protocol = ListenerProtocol.SipTcp, Bind = new IPEndPoint(IPAddress.Loopback, 0) },
                new ListenerOptions
                {
                    Id = $"{SipTransport.Tls}", Protocol = ListenerProtocol.SipTls, Bind = new IPEndPoint(IPAddress.Loopback, 0),
                    Tls = new TlsOptions { Certificate = certificate, Key = key, Trust = authority.Trust },
                },
            ],
            Peers = [.. configuration.Peers.Select(peer => peer.Protocol == PeerProtocol.Sip ? change(peer) : peer)],
        });
    }
}
