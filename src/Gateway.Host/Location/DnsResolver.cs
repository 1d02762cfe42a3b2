using System.Buffers.Binary;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using Gateway.Codecs.Sip.Dns;
using Gateway.Host.Options;

namespace Gateway.Host.Location;

/// <summary>
/// Looks into the hosts file, and asks the configured resolvers, or the system's, one after the other: by UDP from a port of its own and with an id that nobody can guess
/// (RFC 5452 4), and by TCP when the answer was cut (RFC 7766 5).
/// </summary>
internal sealed class DnsResolver(DnsOptions options, TimeProvider clock)
{
    private const int DnsPort = 53;

    /// <summary>More than a server may send by UDP to who says nothing of sizes (RFC 1035 4.2.1).</summary>
    private const int LongestDatagram = 4_096;

    public async Task<DnsAnswer> AskAsync(DnsQuestion question, CancellationToken cancellation)
    {
        if (await HostsFile.AnswerAsync(question, cancellation).ConfigureAwait(false) is { } known)
        {
            return known;
        }

        DnsAnswer failed = new DnsAnswer.Failed($"{question}: no DNS server is known");
        for (var attempt = 0; attempt < options.Attempts; attempt++)
        {
            foreach (var server in options.Servers.Count > 0 ? options.Servers : OfSystem())
            {
                var answer = await AskAsync(server, question, cancellation).ConfigureAwait(false);
                if (answer is DnsAnswer.Records)
                {
                    return answer;
                }

                failed = answer;
            }
        }

        return failed;
    }

    private async Task<DnsAnswer> AskAsync(IPEndPoint server, DnsQuestion question, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds), clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            var query = new DnsMessage((ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1)) { RecursionDesired = true, Question = question };
            var (response, fault) = await ByUdpAsync(server, query, both.Token).ConfigureAwait(false);
            if (response is { IsTruncated: true })
            {
                (response, fault) = await ByTcpAsync(server, query, both.Token).ConfigureAwait(false);
            }

            return response is null ? new DnsAnswer.Failed($"{question}: what {server} answers is no DNS message: {fault}")
                : DnsAnswer.Of(question, response) is DnsAnswer.Failed(var why) ? new DnsAnswer.Failed($"{why} by {server}")
                : DnsAnswer.Of(question, response);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new DnsAnswer.Failed($"{question}: no answer of {server} in {options.TimeoutSeconds} s");
        }
        catch (SocketException e)
        {
            return new DnsAnswer.Failed($"{question}: {server} cannot be asked: {e.SocketErrorCode}");
        }
        catch (IOException e)
        {
            return new DnsAnswer.Failed($"{question}: {server} cannot be asked: {e.Message}");
        }
    }

    private static async Task<(DnsMessage? Response, DnsFault? Fault)> ByUdpAsync(IPEndPoint server, DnsMessage query, CancellationToken cancellation)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(server, cancellation).ConfigureAwait(false);
        await socket.SendAsync(query.Encode(), cancellation).ConfigureAwait(false);
        var datagram = new byte[LongestDatagram];
        while (true)
        {
            var length = await socket.ReceiveAsync(datagram, cancellation).ConfigureAwait(false);
            if (IsAnswer(query, datagram.AsSpan(0, length), out var response, out var fault))
            {
                return (response, fault);
            }
        }
    }

    private static async Task<(DnsMessage? Response, DnsFault? Fault)> ByTcpAsync(IPEndPoint server, DnsMessage query, CancellationToken cancellation)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server, cancellation).ConfigureAwait(false);
        await using var stream = new NetworkStream(socket);

        // RFC 1035 4.2.2: length (2 octets), message.
        var octets = query.Encode();
        var framed = new byte[2 + octets.Length];
        BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)octets.Length);
        octets.CopyTo(framed, 2);
        await stream.WriteAsync(framed, cancellation).ConfigureAwait(false);
        var head = new byte[2];
        await stream.ReadExactlyAsync(head, cancellation).ConfigureAwait(false);
        var message = new byte[BinaryPrimitives.ReadUInt16BigEndian(head)];
        await stream.ReadExactlyAsync(message, cancellation).ConfigureAwait(false);
        return IsAnswer(query, message, out var response, out var fault) ? (response, fault) : throw new IOException("what came by TCP answers something else");
    }

    /// <summary>RFC 5452 9.1: what does not repeat id and question is somebody else's. What repeats the id and cannot be read is ours, alas.</summary>
    private static bool IsAnswer(DnsMessage query, ReadOnlySpan<byte> octets, out DnsMessage? response, out DnsFault? fault)
    {
        response = DnsMessage.Decode(octets, out fault);
        return response is null
            ? octets.Length >= 2 && BinaryPrimitives.ReadUInt16BigEndian(octets) == query.Id
            : response.IsResponse && response.Id == query.Id && response.Question == query.Question;
    }

    /// <summary>Looked up each time: a system may move to another network.</summary>
    private static IPEndPoint[] OfSystem()
    {
        try
        {
            return
            [
                .. NetworkInterface.GetAllNetworkInterfaces()
                    .SelectMany(one => one.GetIPProperties().DnsAddresses)
                    .Where(address => !address.IsIPv6SiteLocal)
                    .Distinct()
                    .Select(address => new IPEndPoint(address, DnsPort)),
            ];
        }
        catch (NetworkInformationException)
        {
            // The same as a system that has none, and told as that.
            return [];
        }
    }
}
