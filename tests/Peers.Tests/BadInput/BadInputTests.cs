using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Gateway.Engine;
using Gateway.Lab;
using Peers.Tests.Isdn;
using Peers.Tests.Sip;
using Serilog.Events;

namespace Peers.Tests.BadInput;

/// <summary>
/// What does not follow its standard, sent to each door of the running service while a telephone has a call: the prescribed answer, one log
/// line that says what is wrong in which octet by which clause, and the call stays.
/// </summary>
public partial class BadInputTests
{
    /// <summary>All behind the bearer capability of the SETUP that H323Plus 1.28.0 sent: fixtures/h225/captured.txt, gk-arj-transfer 18.</summary>
    private const string RestOfSetup =
        "2806616c696365006c058131303031700581313030327e00ae0520b8060008914a00070240040061006c0069006300650180433422c00900003d0a74"
        + "6573742068336570000019312e302e31202848333233706c75732076312e32382e30290000000101804335000a4d000106b8000a89617c0de3f1118b"
        + "b372555ff7abb9005d0f8007000a4d0002a06e11005485617c0de3f1118bb372555ff7abb9010001001d1a0031003000380036003400300030003000"
        + "33005f0065006e006400700100010002800180";

    [PeerFact(Peer.Sipp)]
    public Task A_TPKT_that_ends_early_is_logged_and_its_connection_closed() => BesideACall(async service =>
    {
        using Socket door = await Connect(service);
        await door.SendAsync(Convert.FromHexString("0300004008020001"));
        door.Shutdown(SocketShutdown.Send);
        Assert.Empty(await ReadToEnd(door));
        return ("EndOfInput", "octet 8 ", "RFC 1006 clause 6");
    });

    [PeerFact(Peer.Sipp)]
    public Task A_TPKT_with_an_impossible_length_is_logged_and_its_connection_closed() => BesideACall(async service =>
    {
        using Socket door = await Connect(service);
        await door.SendAsync(Convert.FromHexString("03000003"));
        Assert.Empty(await ReadToEnd(door));
        return ("LengthOutOfRange", "octet 2 ", "RFC 1006 clause 6");
    });

    [PeerFact(Peer.Sipp)]
    public Task A_stream_that_is_not_TPKT_is_logged_and_its_connection_closed() => BesideACall(async service =>
    {
        using Socket door = await Connect(service);
        await door.SendAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray());
        Assert.Empty(await ReadToEnd(door));
        return ("Malformed", "octet 0 ", "RFC 1006 clause 6");
    });

    [PeerFact(Peer.Sipp)]
    public Task The_largest_TPKT_full_of_nonsense_is_logged_and_read_over() => BesideACall(async service =>
    {
        using Socket door = await Connect(service);
        byte[] packet = new byte[65535];
        (packet[0], packet[2], packet[3]) = (3, 0xFF, 0xFF);
        await door.SendAsync(packet);
        return ("", "octet 0 ", "Q.931 (05/1998)");
    });

    [PeerFact(Peer.Sipp)]
    public Task A_SETUP_without_bearer_capability_is_cleared_with_cause_96() => BesideACall(async service =>
    {
        Assert.Equal(96, await CauseOfRefusal(service, "0802000105" + RestOfSetup));
        return ("MandatoryMissing BearerCapability", "octet", "H.225.0");
    });

    /// <summary>The protocolIdentifier of SETUP says that 127 octets of it follow; there are two.</summary>
    [PeerFact(Peer.Sipp)]
    public Task A_SETUP_with_a_length_beyond_its_end_is_cleared_with_cause_100() => BesideACall(async service =>
    {
        Assert.Equal(100, await CauseOfRefusal(service, "0802000105" + "04038090A3" + "7E00060520807F0008"));
        return ("EndOfInput", "octet", "X.691");
    });

    [PeerFact(Peer.Sipp)]
    public Task A_datagram_of_nonsense_at_the_SIP_door_is_logged() => BesideACall(async service =>
    {
        using var phone = new UdpClient();
        await phone.SendAsync(Convert.FromHexString("00FFDEADBEEF"), service.Sip);
        return ("", "octet", "RFC 3261");
    });

    [PeerFact(Peer.Sipp)]
    public Task A_request_without_CSeq_at_the_SIP_door_is_a_bad_request() => BesideACall(async service =>
    {
        using var phone = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        string request = string.Create(
            CultureInfo.InvariantCulture,
            $"OPTIONS sip:{service.Sip} SIP/2.0\r\nVia: SIP/2.0/UDP {phone.Client.LocalEndPoint};branch=z9hG4bKbad\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:c@d>\r\nCall-ID: bad\r\nMax-Forwards: 70\r\n\r\n");
        await phone.SendAsync(Encoding.ASCII.GetBytes(request), service.Sip);
        UdpReceiveResult answer = await phone.ReceiveAsync().WaitAsync(ServiceUnderTest.Patience);
        Assert.StartsWith("SIP/2.0 400 ", Encoding.ASCII.GetString(answer.Buffer), StringComparison.Ordinal);
        return ("CSeq", "octet", "RFC 3261");
    });

    /// <summary>RTCP would have the port behind it (RFC 3550 11), which there is not; the call is made all the same.</summary>
    [Fact]
    public async Task An_offer_of_the_last_port_reaches_the_far_end()
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        using var phone = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        const string offer = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 65535 RTP/AVP 8\r\n";
        string invite = string.Create(
            CultureInfo.InvariantCulture,
            $"INVITE sip:3001@{service.Sip} SIP/2.0\r\nVia: SIP/2.0/UDP {phone.Client.LocalEndPoint};branch=z9hG4bKlast\r\nFrom: <sip:1001@b>;tag=1\r\nTo: <sip:3001@d>\r\nCall-ID: last\r\nCSeq: 1 INVITE\r\nMax-Forwards: 70\r\nContact: <sip:1001@{phone.Client.LocalEndPoint}>\r\nContent-Type: application/sdp\r\nContent-Length: {offer.Length}\r\n\r\n{offer}");
        await phone.SendAsync(Encoding.ASCII.GetBytes(invite), service.Sip);
        await service.Sees<FarEndEvent.Answered>("endpoint");
        Assert.DoesNotContain(service.Log, line => line.Level >= LogEventLevel.Error);
    }

    [PeerFact(Peer.Sipp, Peer.Libpri)]
    public async Task A_frame_of_nonsense_on_the_D_channel_of_a_call_is_logged_and_the_call_stays()
    {
        await using Libpri peer = await Libpri.Start("network", "euroisdn");
        await using var relay = new UdpRelay(new IPEndPoint(IPAddress.Loopback, peer.Port));
        await using ServiceUnderTest service = await LibpriServiceTests.Between(peer, "etsi", relay.Local);
        Task phone = Sipp.Call("stay", service.Sip, "4001");
        await LibpriServiceTests.Answer(peer, 1, "4001");
        await service.Noted(NoteEvents.CallAnswered);

        relay.Inject(Convert.FromHexString("FFDEADBEEF0000"));
        using (var stranger = new UdpClient())
            await stranger.SendAsync(Convert.FromHexString("00017F0000"), service.Gateway.Trunks["etsi"]); // DISC, were it the peer's
        await Told(service, ("", "octet", "Q.921"));

        await peer.Send("hangup 1 16");
        await phone;
        Assert.Single(service.Log, TellsAFault);
    }

    /// <summary>libpri carries the component as it is; its length says ten octets, and there are four.</summary>
    [PeerFact(Peer.Sipp, Peer.Libpri)]
    public async Task A_component_that_ends_early_in_a_FACILITY_is_logged_and_its_call_stays()
    {
        await using Libpri peer = await Libpri.Start("network", "euroisdn");
        await using ServiceUnderTest service = await LibpriServiceTests.Between(peer, "etsi");
        Task phone = Sipp.Call("stay", service.Sip, "4001");
        await LibpriServiceTests.Answer(peer, 1, "4001");
        await service.Noted(NoteEvents.CallAnswered);

        await peer.Send("facility 1 91a10a02010102");
        await Told(service, ("", "octet", "X.690"));

        await peer.Send("hangup 1 16");
        await phone;
        Assert.Single(service.Log, TellsAFault);
    }

    /// <summary>Does something bad beside a call, and says what the one log line about it must hold.</summary>
    private static async Task BesideACall(Func<ServiceUnderTest, Task<(string Reason, string Octet, string Clause)>> bad)
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        Task phone = Sipp.Call("stay", service.Sip, "3001");
        FarEndCall call = (await service.Sees<FarEndEvent.Answered>("endpoint")).Call;
        await service.Noted(NoteEvents.CallAnswered);

        await Told(service, await bad(service));

        service.Lab.Endpoint!.Tell(new FarEndInput.HangUp(call));
        await phone;
        Assert.Single(service.Log, TellsAFault);
    }

    private static async Task Told(ServiceUnderTest service, (string Reason, string Octet, string Clause) what)
    {
        LogEvent line = await service.Logged(TellsAFault, "line about a fault");
        Assert.Equal(LogEventLevel.Warning, line.Level);
        Assert.All([what.Reason, what.Octet, what.Clause], part => Assert.Contains(part, Text(line), StringComparison.Ordinal));
    }

    internal static bool TellsAFault(LogEvent line) => Fault().IsMatch(Text(line));

    private static string Text(LogEvent line) => line.RenderMessage(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[A-Z][A-Za-z]+( in \S+)? at octet \d+( bit \d in \S+)? \(.+\)")]
    private static partial Regex Fault();

    private static async Task<int> CauseOfRefusal(ServiceUnderTest service, string message)
    {
        using Socket door = await Connect(service);
        byte[] octets = Convert.FromHexString(message);
        await door.SendAsync((byte[])[3, 0, 0, (byte)(4 + octets.Length), .. octets]);
        byte[] answer = await ReadToEnd(door);

        // RELEASE COMPLETE for our call reference, its first element the cause: location, value.
        Assert.Equal("080280015A08", Convert.ToHexString(answer.AsSpan(4, 6)));
        return answer[12] & 0x7F;
    }

    private static async Task<Socket> Connect(ServiceUnderTest service)
    {
        var door = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await door.ConnectAsync(service.Gateway.H323!);
        return door;
    }

    /// <summary>All the service says until it closes; a reset is a way to close.</summary>
    private static async Task<byte[]> ReadToEnd(Socket door)
    {
        using var deadline = new CancellationTokenSource(ServiceUnderTest.Patience);
        using var all = new MemoryStream();
        byte[] buffer = new byte[4096];
        try
        {
            while (await door.ReceiveAsync(buffer, deadline.Token) is var octets and > 0)
                all.Write(buffer, 0, octets);
        }
        catch (SocketException)
        {
            // Closed the hard way.
        }

        return all.ToArray();
    }
}
