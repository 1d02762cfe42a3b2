using System.Net;
using Gateway.Sip;

namespace Peers.Tests.Phones;

/// <summary>
/// A real softphone with somebody in front of it. What it does is told to it; what it notices comes from its own events, and what went over the
/// wire from its own trace.
/// </summary>
internal abstract class Phone(string number, IPEndPoint local) : IAsyncDisposable
{
    // An INVITE is sent again when it is challenged.
    private readonly HashSet<string> dialled = [];

    public string Number { get; } = number;

    public IPEndPoint Local { get; } = local;

    /// <summary>Whom it calls, whatever the number.</summary>
    public IPEndPoint? Gateway { get; set; }

    /// <summary>Every SIP message sent or received.</summary>
    public Awaited<TracedMessage> Wire { get; } = new();

    /// <summary>It listens when this returns, and is registered if it is to be.</summary>
    /// <param name="registrar">Where it registers, and through which it calls.</param>
    /// <param name="password">With what it answers challenges, under its number.</param>
    /// <param name="transport">Over what it registers and calls.</param>
    /// <param name="authority">Whom it trusts over TLS.</param>
    public static async Task<Phone> Start(
        Peer make, string number, IPEndPoint? registrar = null, string? password = null, SipTransport transport = SipTransport.Udp, Certificates? authority = null)
    {
        Phone phone = await Make(make, number, registrar, password, transport, authority);
        if (registrar is not null)
            await phone.Wire.Next(message => message is { IsSent: false, Method: "REGISTER", Status: 200 }, "registration");
        return phone;
    }

    /// <summary>It listens when this returns, and was not let in with that password.</summary>
    public static async Task<Phone> StartRefused(Peer make, string number, IPEndPoint registrar, string password)
    {
        Phone phone = await Make(make, number, registrar, password);
        TracedMessage proof = await phone.Wire.Next(
            message => message is { IsSent: true, IsRequest: true, Method: "REGISTER" } && message.Header("Authorization").Length > 0, "REGISTER with credentials");
        await phone.Wire.Next(message => message.Answers(proof) && message.Status == 401, "401 to the credentials");
        return phone;
    }

    /// <summary>Takes leave of the registrar.</summary>
    public async Task Unregister()
    {
        await EndRegistration();
        TracedMessage leave = await Wire.Next(
            message => message is { IsSent: true, IsRequest: true, Method: "REGISTER" }
                && (message.Header("Expires") == "0" || message.Header("Contact").Contains(";expires=0", StringComparison.Ordinal)),
            "REGISTER that ends");
        await Wire.Next(
            message => message is { IsSent: false, Method: "REGISTER", Status: 200 } && message.CallId == leave.CallId
                && !message.Header("Contact").Contains($"{Local}", StringComparison.Ordinal),
            "200 without its binding");
    }

    /// <summary>Dials and gives the Call-ID.</summary>
    public async Task<string> Dial(string number)
    {
        await DialUri(Uri(number));
        TracedMessage invite = await Wire.Next(
            message => message.IsInitialInvite && message.IsSent && message.Called == number && !dialled.Contains(message.CallId), $"INVITE of {number}");
        dialled.Add(invite.CallId);
        return invite.CallId;
    }

    /// <summary>Dials, and waits until the other side has answered.</summary>
    public async Task<string> Call(string number)
    {
        string call = await Dial(number);
        await IsUp(call);
        return call;
    }

    /// <summary>Waits until it rings, and gives the Call-ID.</summary>
    public abstract Task<string> Rings();

    public abstract Task Answer(string call);

    /// <summary>Waits until it rings, answers, and gives the Call-ID.</summary>
    public async Task<string> TakesCall()
    {
        string call = await Rings();
        await Answer(call);
        await IsUp(call);
        return call;
    }

    public abstract Task IsUp(string call);

    /// <summary>Waits until the other side of a call we placed is alerted.</summary>
    public abstract Task HearsRinging(string call);

    /// <summary>Holds the other party, and gives what was agreed.</summary>
    public async Task<TracedMessage> Hold(string call)
    {
        await StartHold(call);
        return await Reinvites(call);
    }

    /// <summary>Takes the other party back, and gives what was agreed.</summary>
    public async Task<TracedMessage> Resume(string call)
    {
        await EndHold(call);
        return await Reinvites(call);
    }

    public abstract Task HangUp(string call);

    /// <summary>Hangs up, unless the other side is faster.</summary>
    public async Task Leave(string call)
    {
        try
        {
            await HangUp(call);
        }
        catch (InvalidOperationException)
        {
            // There is no such call any more.
        }

        await Ends(call);
    }

    /// <summary>Waits until the call is over, whoever ended it.</summary>
    public abstract Task Ends(string call);

    /// <summary>Asks that the other party call this number.</summary>
    public abstract Task Transfer(string call, string number);

    /// <summary>Asks that the other party of one call take over that of another.</summary>
    public abstract Task TransferTo(string call, string target);

    /// <summary>Waits until a NOTIFY of the implicit subscription tells this status (RFC 3515 2.4.5).</summary>
    public Task<TracedMessage> IsNotified(string call, int status) => Wire.Next(
        message => message is { IsSent: false, IsRequest: true, Method: "NOTIFY" } && message.CallId == call
            && message.Body.StartsWith($"SIP/2.0 {status} ", StringComparison.Ordinal),
        $"NOTIFY {status}");

    /// <summary>Waits for the answer to what this telephone asked for, by method.</summary>
    public Task<TracedMessage> IsAnswered(string call, string method, int status) =>
        Wire.Next(message => !message.IsSent && message.CallId == call && message.Method == method && message.Status == status, $"{status} to {method}");

    /// <summary>Waits until it is asked this by the gateway, within this call.</summary>
    public Task<TracedMessage> IsAsked(string call, string method) =>
        Wire.Next(message => message is { IsSent: false, IsRequest: true } && message.CallId == call && message.Method == method, method);

    /// <summary>Waits until it asks this of the gateway, within this call.</summary>
    public Task<TracedMessage> Asks(string call, string method) =>
        Wire.Next(message => message is { IsSent: true, IsRequest: true } && message.CallId == call && message.Method == method, method);

    /// <summary>Waits until this call is told to send its audio to where that call of another telephone listens.</summary>
    public async Task SpeaksTo(string call, Phone other, string otherCall)
    {
        TracedMessage listens = await other.Wire.First(message => message.IsSent && message.CallId == otherCall && message.Audio is not null, $"SDP from {other.Number}");
        TracedMessage speaks = await Wire.Next(
            message => !message.IsSent && message.CallId == call && Equals(message.Audio, listens.Audio), $"SDP of {other.Number} to {Number}");
        Assert.Equal("sendrecv", speaks.Direction);
    }

    /// <summary>Whether this was never asked of it in this call.</summary>
    public bool WasNeverAsked(string call, string method) =>
        !Wire.Seen.Any(message => message is { IsSent: false, IsRequest: true } && message.CallId == call && message.Method == method);

    public abstract ValueTask DisposeAsync();

    protected string Uri(string number) => $"sip:{number}@{Gateway ?? throw new InvalidOperationException("no gateway yet")}";

    protected abstract Task EndRegistration();

    protected abstract Task DialUri(string uri);

    protected abstract Task StartHold(string call);

    protected abstract Task EndHold(string call);

    private static async Task<Phone> Make(
        Peer make, string number, IPEndPoint? registrar, string? password, SipTransport transport = SipTransport.Udp, Certificates? authority = null)
    {
        Phone phone = make switch
        {
            Peer.Baresip => await Baresip.Start(number, registrar, password, transport, authority),
            Peer.Linphone => await Linphone.Start(number, registrar, password, transport, authority),
            _ => throw new ArgumentException($"{make} is no telephone", nameof(make)),
        };
        phone.Gateway = registrar;
        return phone;
    }

    private async Task<TracedMessage> Reinvites(string call)
    {
        TracedMessage asked = await Wire.Next(
            message => message is { IsSent: true, IsRequest: true, Method: "INVITE", IsInitialInvite: false } && message.CallId == call, "re-INVITE");
        return await Wire.Next(
            message => !message.IsSent && message.CallId == call && message.Header("CSeq") == asked.Header("CSeq") && message.Status >= 200, "answer to re-INVITE");
    }
}
