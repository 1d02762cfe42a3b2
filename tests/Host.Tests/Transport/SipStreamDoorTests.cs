using System.Net;
using System.Net.Sockets;
using Gateway.Codecs.Sip.Messages;
using Gateway.Transport.Sip;
using static Host.Tests.Transport.DoorStage;

namespace Host.Tests.Transport;

/// <summary>SIP over TCP (RFC 3261 18), on loopback.</summary>
public class SipStreamDoorTests
{
    [Fact]
    public async Task Messages_are_told_apart_however_they_are_cut()
    {
        await using var stage = await Open();
        await using var stream = await stage.Connect();
        var octets = Octets(Asking(1) + Asking(2, "Content-Type: text/plain\nContent-Length: 5\n\nhello") + Asking(3));
        foreach (var piece in octets.Chunk(37))
        {
            await stream.WriteAsync(piece);
        }

        foreach (var number in new uint[] { 1, 2, 3 })
        {
            Assert.Equal(number, (await stage.Received()).Decoded.Message!.CSeq.Number);
        }
    }

    [Fact]
    public async Task A_double_line_end_is_answered_with_one()
    {
        await using var stage = await Open();
        await using var stream = await stage.Connect();
        await stream.WriteAsync("\r\n\r\n"u8.ToArray());
        Assert.Equal("\r\n", await Read(stream, 2));
    }

    [Theory]
    [InlineData("Content-Length: 5000000\n\n", 513)]
    [InlineData("Content-Length: none\n\n", 400)]
    [InlineData("\n", 400)]
    public async Task A_stream_whose_framing_is_lost_is_answered_and_closed(string end, int status)
    {
        await using var stage = await Open(new SipStreamSettings { Linger = TimeSpan.FromMilliseconds(300) });
        stage.Does = (connection, decoded) =>
        {
            stage.Door.Send(connection.Number, connection.Remote, ((SipRequest)decoded.Message!).Respond(decoded.Fault!.Value.Status, "gw"));
            return default;
        };
        await using var stream = await stage.Connect();
        await stream.WriteAsync(Octets(Asking(1, end) + Asking(2)));
        Assert.StartsWith($"SIP/2.0 {status} ", await Read(stream, 4096), StringComparison.Ordinal);
        Assert.Contains("framing lost", (await stage.Closed()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Octets_without_end_are_cut_off_at_the_limit()
    {
        await using var stage = await Open(new SipStreamSettings { Limits = new SipLimits(2000), Linger = TimeSpan.FromMilliseconds(1) });
        await using var stream = await stage.Connect();
        await stream.WriteAsync(Octets(new string('x', 4000)));
        Assert.Equal(SipFaultReason.TooLarge, (await stage.Received()).Decoded.Fault!.Value.Reason);
        Assert.Equal("", await End(() => Task.FromResult(stream)));
    }

    [Fact]
    public async Task A_connection_to_the_same_place_is_used_again_in_both_directions()
    {
        await using var here = await Open();
        await using var there = await Open();
        Assert.True(here.Door.Send(null, there.Local, Message(Asking(1))));
        Assert.True(here.Door.Send(null, there.Local, Message(Asking(2))));
        var first = (await there.Received()).Connection;
        var second = (await there.Received()).Connection;
        Assert.Same(first, second);
        Assert.True(there.Door.Send(null, first.Remote, Message(Asking(3))));
        Assert.Equal(3u, (await here.Received()).Decoded.Message!.CSeq.Number);
        Assert.Equal((1, 1), (here.Door.Count, there.Door.Count));
    }

    [Fact]
    public async Task What_cannot_be_delivered_is_told_message_by_message()
    {
        await using var stage = await Open();
        using var deaf = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var refusing = (IPEndPoint)deaf.LocalEndPoint!;
        Assert.True(stage.Door.Send(null, refusing, Message(Asking(1))));
        Assert.Equal(1u, (await stage.NotSent()).CSeq.Number);
        var closed = await stage.Closed();
        Assert.Equal(("cannot connect: ConnectionRefused", true), (closed.Text, closed.IsFailure));
        Assert.False(stage.Door.Send(1, refusing, Message(Asking(2))));
    }

    [Fact]
    public async Task A_peer_that_does_not_read_loses_its_connection_and_nobody_else_does()
    {
        await using var stage = await Open(new SipStreamSettings { WaitingMessages = 8 });
        await using var deaf = await stage.Connect();
        await using var awake = await stage.Connect();
        await deaf.WriteAsync(Octets(Asking(1)));
        var connection = (await stage.Received()).Connection;
        var long_ = Message(Asking(2, $"Content-Type: text/plain\nContent-Length: 60000\n\n{new string('x', 60000)}"));
        var closed = stage.Closed();
        while (!closed.IsCompleted)
        {
            // One may be refused while the system still takes what waits: only then it is the peer.
            stage.Door.Send(connection.Number, connection.Remote, long_);
            await Task.Yield();
        }

        Assert.Contains("does not read", (await closed).Text, StringComparison.Ordinal);
        await awake.WriteAsync(Octets(Asking(3)));
        Assert.Equal(3u, (await stage.Received()).Decoded.Message!.CSeq.Number);
    }

    [Fact]
    public async Task One_source_gets_no_more_connections_than_its_share()
    {
        await using var stage = await Open(new SipStreamSettings { PerSource = 1 });
        var first = await stage.Connect();
        await first.WriteAsync(Octets(Asking(1)));
        await stage.Received();
        Assert.Equal("", await End(stage.Connect));
        Assert.Equal(IPAddress.Loopback, (await stage.TurnedAway()).Address);
        await first.DisposeAsync();
        await stage.Closed();
    }

    [Fact]
    public async Task A_silent_connection_is_closed()
    {
        var clock = new HandClock();
        await using var stage = await Open(new SipStreamSettings { Idle = TimeSpan.FromSeconds(60) }, clock: clock);
        await using var stream = await stage.Connect();
        await stream.WriteAsync(Octets(Asking(1)));
        await stage.Received();
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(1, stage.Door.Count);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("", await Read(stream, 1));
        Assert.Equal("idle for 60 s", (await stage.Closed()).Text);
    }

    [Fact]
    public async Task A_flow_of_ours_is_kept_alive_and_closed_when_nobody_answers()
    {
        var clock = new HandClock();
        await using var stage = await Open(new SipStreamSettings { KeepAlive = TimeSpan.FromSeconds(30) }, clock: clock);
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        Assert.True(stage.Door.Send(null, (IPEndPoint)server.LocalEndpoint, Message(Asking(1))));
        using var client = await server.AcceptTcpClientAsync();
        var stream = client.GetStream();
        await Read(stream, Message(Asking(1)).EncodedLength);
        clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("\r\n\r\n", await Read(stream, 4));
        await stream.WriteAsync(Octets("\n" + Asking(2)));
        Assert.Equal(2u, (await stage.Received()).Decoded.Message!.CSeq.Number);
        clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("\r\n\r\n", await Read(stream, 4));
        clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Contains("RFC 5626 4.4.1", (await stage.Closed()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_of_the_internet_is_the_listeners_own()
    {
        if (!Socket.OSSupportsIPv6)
        {
            return;
        }

        await using var stage = await Open(address: IPAddress.IPv6Loopback);
        await using var other = await Open(address: IPAddress.IPv6Loopback);
        Assert.True(stage.Door.Send(null, other.Local, Message(Asking(1))));
        Assert.Equal(IPAddress.IPv6Loopback, (await other.Received()).Connection.Remote.Address);
    }

    /// <summary>Reads to the end, which comes as a reset when it comes while something is under way.</summary>
    private static async Task<string> End(Func<Task<Stream>> connect)
    {
        try
        {
            await using var stream = await connect();
            return await Read(stream, 1);
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException)
        {
            return "";
        }
    }
}
