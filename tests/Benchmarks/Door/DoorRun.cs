using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Tests.Fuzz;
using Gateway.Transport;
using Serilog.Events;

namespace Gateway.Benchmarks.Door;

/// <summary>
/// Everything bad there is, through the SIP door of the running service: the cases of a folder (PROTOS c07-sip, or messages as octets) and damaged
/// fixtures. Behind each case goes a good OPTIONS; its 200 shows that the service lives and heard the case. At the end, when the transaction timers
/// have run out, memory must be back where it was.
/// </summary>
internal sealed class DoorRun : IAsyncDisposable
{
    /// <summary>A called number whose far end is busy, so that what gets through ends by itself.</summary>
    private const string Called = "3086";

    private const int DamagedPerFence = 20;

    /// <summary>What the process may hold more after the second round than after the first: collections leave gaps.</summary>
    private const long Tolerance = 512 << 10;

    /// <summary>Longer than Timer H and J, 64 T1 (RFC 3261 17.2), and the memory of ended dialogs, 64 s.</summary>
    private static readonly TimeSpan TimersRunOut = TimeSpan.FromSeconds(110);

    private readonly DoorService service;
    private readonly UdpClient phone;
    private readonly SortedDictionary<string, int> answers = new(StringComparer.Ordinal);
    private readonly HashSet<string> answered = new(StringComparer.Ordinal);
    private readonly List<string> failures = [];
    private int fences;
    private int messages;

    private DoorRun(DoorService service)
    {
        this.service = service;
        phone = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        phone.Client.ReceiveBufferSize = 4 << 20;
        phone.Connect(service.Sip);
    }

    public static async Task<int> Go(string[] arguments)
    {
        var damaged = 200_000;
        var folders = new List<string>();
        foreach (var argument in arguments)
        {
            if (int.TryParse(argument, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
            {
                damaged = number;
            }
            else if (Directory.Exists(argument))
            {
                folders.Add(argument);
            }
            else
            {
                Console.Error.WriteLine($"no folder {argument}: give folders of cases (unpack PROTOS c07-sip, or one message a file), and how many damaged fixtures to send");
                return 2;
            }
        }

        await using var service = await DoorService.Start();
        await using var run = new DoorRun(service);
        return await run.Attack(folders, damaged);
    }

    public ValueTask DisposeAsync()
    {
        phone.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Two rounds of the same: after the first the tables have their size, and the second may add nothing.</summary>
    private async Task<int> Attack(IReadOnlyList<string> folders, int damaged)
    {
        long before = 0, after = 0;
        for (var round = 1; round <= 2 && failures.Count == 0; round++)
        {
            await Round(round, folders, damaged);
            Console.Error.WriteLine($"round {round}: waiting {TimersRunOut.TotalSeconds:N0} s for the timers of what is left");
            await Task.Delay(TimersRunOut);
            await Fence($"round {round}");
            // Our own memory is not to be measured.
            answered.Clear();
            answered.TrimExcess();
            (before, after) = (after, GC.GetTotalMemory(forceFullCollection: true));
        }

        if (after - before > Tolerance)
        {
            failures.Add($"{(after - before) >> 10:N0} KiB more after the second round than after the first");
        }

        if (service.LinesOf(LogEventLevel.Error) + service.LinesOf(LogEventLevel.Fatal) is var errors and > 0)
        {
            failures.Add($"{errors} log lines of level Error: {service.FirstError}");
        }

        var warnings = service.LinesOf(LogEventLevel.Warning);
        if (warnings > messages)
        {
            failures.Add($"{warnings:N0} warnings about {messages:N0} messages");
        }

        Console.WriteLine($"{messages:N0} messages in two rounds, {warnings:N0} log lines of level Warning, memory {(after - before) / 1024.0:+#,0;-#,0;0} KiB");
        Console.WriteLine($"answers: {string.Join(", ", answers.Select(pair => $"{pair.Value:N0} times {pair.Key}"))}");
        failures.ForEach(Console.WriteLine);
        Console.WriteLine(failures.Count > 0 ? "failed" : "nothing broken");
        return failures.Count > 0 ? 1 : 0;
    }

    private async Task Round(int round, IReadOnlyList<string> folders, int damaged)
    {
        foreach (var folder in folders)
        {
            var cases = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToList();
            Console.Error.WriteLine($"round {round}: {folder}: {cases.Count:N0} cases");
            foreach (var file in cases)
            {
                foreach (var message in CaseFile.Messages(File.ReadAllBytes(file), round, Called, (IPEndPoint)phone.Client.LocalEndPoint!))
                {
                    await Send(message);
                }

                await Fence(file);
            }
        }

        var decoder = Decoders.Named("sip");
        var mutator = new Mutator(4475, decoder.Words);
        var clock = Stopwatch.StartNew();
        for (var sent = 0; sent < damaged && failures.Count == 0; sent++)
        {
            await Send(mutator.Next(decoder.Fixtures).ToArray());
            if (sent % DamagedPerFence == 0)
            {
                await Fence($"damaged input {sent}");
            }

            if (clock.Elapsed > TimeSpan.FromSeconds(10))
            {
                Console.Error.WriteLine($"round {round}: damaged fixtures: {sent:N0} of {damaged:N0}");
                clock.Restart();
            }
        }
    }

    private async Task Send(ReadOnlyMemory<byte> message)
    {
        if (message.Length <= DatagramPort.MaximumOctets)
        {
            messages++;
            await phone.SendAsync(message);
        }
    }

    /// <summary>Wants an answer to an OPTIONS, which is repeated as the standard has it. What else arrives meanwhile is counted.</summary>
    private async Task Fence(string behind)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"fence-{++fences}");
        var options = Encoding.ASCII.GetBytes(
            $"OPTIONS sip:gateway.invalid SIP/2.0\r\nVia: SIP/2.0/UDP {phone.Client.LocalEndPoint};rport;branch=z9hG4bK{id}\r\nFrom: <sip:fence@example.invalid>;tag=1\r\n"
            + $"To: <sip:gateway.invalid>\r\nCall-ID: {id}\r\nCSeq: 1 OPTIONS\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await phone.SendAsync(options);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1 << attempt));
            try
            {
                while (true)
                {
                    var datagram = (await phone.ReceiveAsync(patience.Token)).Buffer;
                    if (SipMessage.Decode(datagram).Message is not SipResponse response)
                    {
                        continue;
                    }

                    var callId = response[HeaderName.CallId] ?? "";
                    if (callId == id)
                    {
                        return;
                    }

                    if (!callId.StartsWith("fence-", StringComparison.Ordinal) && answered.Add($"{callId} {response[HeaderName.CSeq]} {response.Status}"))
                    {
                        var status = response.Status.ToString(CultureInfo.InvariantCulture);
                        answers[status] = answers.GetValueOrDefault(status) + 1;
                    }
                }
            }
            catch (OperationCanceledException)
            {
                // Once more.
            }
        }

        failures.Add($"no answer to a good OPTIONS behind {behind}");
    }
}
