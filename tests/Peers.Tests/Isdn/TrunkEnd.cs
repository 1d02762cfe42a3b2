using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Isdn;
using Gateway.Isdn.Transfer;

namespace Peers.Tests.Isdn;

/// <summary>Our trunk on a UDP socket with real timers, for tests against a real stack.</summary>
internal sealed class TrunkEnd : IAsyncDisposable
{
    private const int OctetsInPlaceOfFcs = 2;

    private readonly UdpClient socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly Channel<IsdnInput> inputs = Channel.CreateUnbounded<IsdnInput>();
    private readonly Channel<IsdnOutput> outputs = Channel.CreateUnbounded<IsdnOutput>();
    private readonly List<IsdnOutput> passed = [];
    private readonly Dictionary<IsdnTimerKey, Timer> timers = [];
    private readonly CancellationTokenSource stop = new();
    private readonly IsdnTrunk trunk;
    private readonly Task running;
    private int lastCall;

    private TrunkEnd(IsdnTrunkSettings settings, int peerPort)
    {
        trunk = new IsdnTrunk(settings);
        socket.Connect(IPAddress.Loopback, peerPort);
        running = Task.WhenAll(Receive(), Turn());
    }

    public static async Task<TrunkEnd> Start(Libpri peer, IsdnTrunkSettings settings)
    {
        var end = new TrunkEnd(settings, peer.Port);
        end.Give(new IsdnInput.Start());
        await end.Expect<IsdnOutput.LinkUp>();
        await peer.Expect("DCHAN_UP");
        return end;
    }

    /// <summary>An answered call from here; libpri numbers calls in the order they begin.</summary>
    public async Task<IsdnCallId> Call(Libpri peer, string number, bool answer = true)
    {
        IsdnCallId call = trunk.NewCall();
        lastCall++;
        Ask(call, new CallRequest.Setup
        {
            Elements =
            [
                BearerCapability.Speech(),
                new CallingPartyNumber(TypeOfNumber.National, NumberingPlan.E164, "4000"),
                new CalledPartyNumber(TypeOfNumber.National, NumberingPlan.E164, number),
            ],
        });
        await peer.Expect("RING", lastCall);
        await peer.Send($"proceed {lastCall}");
        await peer.Send($"alert {lastCall}");
        await Expect<CallIndication.Alerting>(call);
        if (answer)
        {
            await peer.Send($"answer {lastCall}");
            await Expect<CallIndication.Answered>(call);
        }

        return call;
    }

    /// <summary>An answered call from libpri.</summary>
    public async Task<IsdnCallId> Receive(Libpri peer, string number)
    {
        lastCall++;
        await peer.Send($"call {number} 5000 Ann");
        IsdnCallId call = (await Expect<IsdnOutput.Indication>(told => told.What is CallIndication.Incoming)).Call;
        Ask(call, new CallRequest.Proceed());
        Ask(call, new CallRequest.Alert());
        Ask(call, new CallRequest.Answer());
        await peer.Expect("ANSWER", lastCall);
        return call;
    }

    public void Ask(IsdnCallId call, CallRequest request) => Give(new IsdnInput.Request(call, request));

    public void Ask(TransferRequest request) => Give(new IsdnInput.Transfer(request));

    public async Task<TIndication> Expect<TIndication>(IsdnCallId call)
        where TIndication : CallIndication =>
        (TIndication)(await Expect<IsdnOutput.Indication>(told => told.Call == call && told.What is TIndication)).What;

    public async Task<TIndication> ExpectTransfer<TIndication>(IsdnCallId call)
        where TIndication : TransferIndication =>
        (TIndication)(await Expect<IsdnOutput.TransferIndicated>(told => told.What is TIndication && told.What.Call == call)).What;

    /// <summary>The next output of this kind that fits; others are kept for later. Fails when it does not come in time.</summary>
    public async Task<TOutput> Expect<TOutput>(Func<TOutput, bool>? fits = null)
        where TOutput : IsdnOutput
    {
        bool Matches(IsdnOutput told) => told is TOutput output && (fits is null || fits(output));

        int kept = passed.FindIndex(Matches);
        if (kept >= 0)
        {
            IsdnOutput found = passed[kept];
            passed.RemoveAt(kept);
            return (TOutput)found;
        }

        using var deadline = new CancellationTokenSource(Libpri.Patience);
        try
        {
            while (true)
            {
                IsdnOutput told = await outputs.Reader.ReadAsync(deadline.Token);
                if (Matches(told))
                    return (TOutput)told;
                passed.Add(told);
            }
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"no {typeof(TOutput).Name}; told: {string.Join('\n', passed)}", late);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        foreach (Timer timer in timers.Values)
            await timer.DisposeAsync();
        socket.Dispose();
        stop.Dispose();
    }

    private void Give(IsdnInput input) => inputs.Writer.TryWrite(input);

    private async Task Receive()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                UdpReceiveResult datagram = await socket.ReceiveAsync(stop.Token);
                Give(new IsdnInput.FrameReceived(datagram.Buffer.AsMemory(0, datagram.Buffer.Length - OctetsInPlaceOfFcs)));
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException)
            {
                // The peer may be gone before us.
            }
        }
    }

    private async Task Turn()
    {
        try
        {
            await foreach (IsdnInput input in inputs.Reader.ReadAllAsync(stop.Token))
            {
                foreach (IsdnOutput output in trunk.Handle(input))
                    Do(output);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private void Do(IsdnOutput output)
    {
        switch (output)
        {
            case IsdnOutput.SendFrame frame:
                socket.Send([.. frame.Octets, 0, 0]);
                break;
            case IsdnOutput.StartTimer start:
                Stop(start.Key);
                timers[start.Key] = new Timer(_ => Give(new IsdnInput.Expired(start.Key)), null, start.Duration, Timeout.InfiniteTimeSpan);
                break;
            case IsdnOutput.StopTimer stopped:
                Stop(stopped.Key);
                break;
            default:
                outputs.Writer.TryWrite(output);
                break;
        }
    }

    private void Stop(IsdnTimerKey key)
    {
        if (timers.Remove(key, out Timer? timer))
            timer.Dispose();
    }
}
