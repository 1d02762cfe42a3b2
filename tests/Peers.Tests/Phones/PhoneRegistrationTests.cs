using System.Globalization;
using Gateway.Host.Options;
using Gateway.Lab;
using Gateway.Sip.Security;

namespace Peers.Tests.Phones;

/// <summary>Real telephones that register with the gateway (RFC 3261 10.3), without a password as it is shipped, and by digest (RFC 3261 22, RFC 8760).</summary>
public sealed class PhoneRegistrationTests : IDisposable
{
    private readonly string secret = Path.GetTempFileName();

    public PhoneRegistrationTests() => File.WriteAllText(secret, "wonderland\n");

    public void Dispose() => File.Delete(secret);

    /// <summary>Calls for a number that nobody registered go to the telephone at the configured address, as the README says.</summary>
    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Linphone, Peer.Baresip)]
    internal async Task It_is_called_by_its_number_until_it_takes_leave(Peer make, Peer other)
    {
        await using Phone stays = await Phone.Start(other, "1000");
        await using ServiceUnderTest service = await ServiceUnderTest.Start(stays.Local);
        stays.Gateway = service.Sip;
        await using Phone phone = await Phone.Start(make, "1101", service.Sip);

        string placed = await stays.Dial("1101");
        string call = await phone.TakesCall();
        await stays.IsUp(placed);
        await phone.SpeaksTo(call, stays, placed);
        await phone.HangUp(call);
        await stays.Ends(placed);

        FarEndCall dialled = await service.Dials("etsi", "1101");
        call = await phone.TakesCall();
        service.FarEnd("etsi").Tell(new FarEndInput.HangUp(dialled));
        await phone.Ends(call);

        await phone.Unregister();
        await service.Dials("endpoint", "1101");
        await IsCalledInstead(stays);
        Assert.Equal(2, phone.Wire.Seen.Count(message => message is { IsSent: false, IsInitialInvite: true }));
    }

    /// <summary>No forking: the last to register is called alone (the row of RFC 3261 16.6 in the stack's deviations).</summary>
    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Linphone, Peer.Baresip)]
    internal async Task Of_two_with_one_number_the_later_is_called_until_it_takes_leave(Peer earlier, Peer later)
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        await using Phone first = await Phone.Start(earlier, "1101", service.Sip);
        await using Phone second = await Phone.Start(later, "1101", service.Sip);
        FarEndCall dialled = await service.Dials("endpoint", "1101");
        string call = await second.TakesCall();
        service.FarEnd("endpoint").Tell(new FarEndInput.HangUp(dialled));
        await second.Ends(call);
        Assert.DoesNotContain(first.Wire.Seen, message => message.Method == "INVITE");

        await second.Unregister();
        dialled = await service.Dials("endpoint", "1101");
        call = await first.TakesCall();
        service.FarEnd("endpoint").Tell(new FarEndInput.HangUp(dialled));
        await first.Ends(call);
    }

    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Linphone, DigestAlgorithm.Sha256, DigestAlgorithm.Md5)]
    [InlineData(Peer.Linphone, DigestAlgorithm.Md5)]
    [InlineData(Peer.Baresip, DigestAlgorithm.Md5)]
    internal async Task It_proves_who_it_is_to_call_and_to_transfer(Peer make, params DigestAlgorithm[] algorithms)
    {
        await using ServiceUnderTest service = await Challenging(algorithms);
        await using Phone asks = await Phone.Start(make, "1101", service.Sip, "wonderland");
        await using Phone takes = await Phone.Start(make, "1102", service.Sip, "wonderland");

        string call = await asks.Call("3001");
        await asks.Hold(call);
        await asks.Resume(call);
        await asks.Transfer(call, "1102");
        string taken = await takes.TakesCall();
        await asks.IsNotified(call, 200);
        await asks.Ends(call);
        await service.Transfers("1101", "3001", "1102", "h450");
        await takes.HangUp(taken);
        await takes.IsAnswered(taken, "BYE", 200);

        string first = await asks.Call("3001");
        await asks.Hold(first);
        string second = await asks.Call("3002");
        await asks.TransferTo(first, second);
        await asks.IsNotified(first, 200);
        await asks.Ends(first);
        await asks.Leave(second);
        await service.Transfers("1101", "3001", "3002", "h450");

        await asks.Unregister();
        Proved(asks, algorithms[0], "REGISTER", "INVITE", "REFER", "BYE");
        Proved(takes, algorithms[0], "REGISTER", "BYE");
    }

    [PeerTheory(Peer.Baresip, Peer.Linphone)]
    [InlineData(Peer.Linphone, DigestAlgorithm.Sha256, DigestAlgorithm.Md5)]
    [InlineData(Peer.Baresip, DigestAlgorithm.Md5)]
    internal async Task With_a_wrong_password_it_is_neither_called_nor_calls(Peer make, params DigestAlgorithm[] algorithms)
    {
        await using Phone stays = await Phone.Start(make, "1000");
        await using ServiceUnderTest service = await Challenging(algorithms, stays);
        await using Phone phone = await Phone.StartRefused(make, "1101", service.Sip, "looking-glass");

        await service.Dials("endpoint", "1101");
        await IsCalledInstead(stays);
        Assert.DoesNotContain(phone.Wire.Seen, message => message.Method == "INVITE");

        string call = await phone.Dial("4001");
        await phone.Ends(call);
        await service.Logged(line => line.RenderMessage(CultureInfo.InvariantCulture).Contains("wrong credentials of 1101", StringComparison.Ordinal), "wrong credentials");

        // baresip goes on guessing until it is heard no more.
        Assert.DoesNotContain(phone.Wire.Seen, message => message is { IsSent: false, Method: "INVITE", Status: not (401 or 403) });
    }

    /// <param name="elsewhere">Who is called for numbers that nobody registered.</param>
    private Task<ServiceUnderTest> Challenging(DigestAlgorithm[] algorithms, Phone? elsewhere = null) => ServiceUnderTest.Start(elsewhere?.Local, configuration => configuration with
    {
        Peers = [.. configuration.Peers.Select(peer => peer.Protocol != PeerProtocol.Sip ? peer : peer with
        {
            Authentication = new AuthenticationOptions
            {
                Algorithms = algorithms,
                Users = [.. new[] { "1101", "1102" }.Select(user => new AccountOptions { User = user, Password = new SecretOptions { Secret = $"file:{secret}" } })],
            },
        })],
    });

    private static Task<TracedMessage> IsCalledInstead(Phone stays) => stays.Wire.Next(message => message is { IsSent: false, IsInitialInvite: true, Called: "1101" }, "INVITE of 1101");

    /// <summary>Nothing but ACK and CANCEL was let in without credentials, and those were by the algorithm that is offered first.</summary>
    /// <param name="methods">What it must have proved.</param>
    private static void Proved(Phone phone, DigestAlgorithm algorithm, params string[] methods)
    {
        IReadOnlyList<TracedMessage> wire = phone.Wire.Seen;
        TracedMessage challenge = wire.First(message => message is { IsSent: false, Method: "REGISTER" });
        Assert.Equal(401, challenge.Status);
        Assert.Contains(IsSha256(algorithm) ? "algorithm=SHA-256" : "algorithm=MD5", challenge.Header("WWW-Authenticate"), StringComparison.Ordinal);

        var proved = new HashSet<string>();
        foreach (TracedMessage request in wire.Where(message => message is { IsSent: true, IsRequest: true, Method: not ("ACK" or "CANCEL") }))
        {
            string credentials = request.Header("Authorization");
            int? status = wire.LastOrDefault(message => message.Answers(request))?.Status;
            if (credentials.Length == 0)
                Assert.True(status is null or 401, $"{status} to\n{request}");
            else
                Assert.Equal(IsSha256(algorithm), credentials.Contains("algorithm=SHA-256", StringComparison.Ordinal));
            if (status is >= 200 and < 300)
                proved.Add(request.Method);
        }

        Assert.Equal(methods.Order(), proved.Order());
    }

    private static bool IsSha256(DigestAlgorithm algorithm) => algorithm == DigestAlgorithm.Sha256;
}
