using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Threading.Channels;
using Gateway.Codecs.Sip.Messages;
using Microsoft.AspNetCore.Connections;

namespace Gateway.Transport.Sip;

/// <summary>
/// One connection, or one that is being opened: messages in, by Content-Length (RFC 3261 18.3), and messages out. What is to be sent waits
/// in a bounded queue, so that a peer that does not read costs its own connection and nothing else.
/// </summary>
public sealed class SipConnection
{
    private static readonly byte[] Ping = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] Pong = "\r\n"u8.ToArray();

    private readonly SipStreamSettings settings;
    private readonly TimeProvider clock;
    private readonly Channel<(byte[] Octets, SipMessage? Message)> outgoing;
    private ConnectionContext? context;
    private IDuplexPipe? pipe;
    private SipClosed? why;
    private long active;
    private long pinged;

    internal SipConnection(long number, IPEndPoint remote, bool isOpenedByUs, SipStreamSettings settings, TimeProvider clock)
    {
        (Number, Remote, IsOpenedByUs, this.settings, this.clock) = (number, remote, isOpenedByUs, settings, clock);
        outgoing = Channel.CreateBounded<(byte[], SipMessage?)>(new BoundedChannelOptions(settings.WaitingMessages) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        active = clock.GetTimestamp();
    }

    public long Number { get; }

    public IPEndPoint Remote { get; }

    public bool IsOpenedByUs { get; }

    /// <summary>Queues one message. False when the connection is closing, or the peer stopped reading; then it is cut off.</summary>
    internal bool Send(SipMessage message) => Queue(message.ToOctets(), message);

    /// <summary>Sends what is queued, then closes.</summary>
    internal void Close(string why)
    {
        Because(why, isFailure: false);
        outgoing.Writer.TryComplete();
        pipe?.Input.CancelPendingRead();
    }

    /// <summary>Closes now.</summary>
    internal void GiveUp(string why)
    {
        Because(why);
        outgoing.Writer.TryComplete();
        context?.Abort(new ConnectionAbortedException(why));
    }

    /// <summary>Looks at the clock: whether it idles, is to be kept alive, or was and did not answer.</summary>
    internal void Look()
    {
        var silent = clock.GetElapsedTime(Volatile.Read(ref active));
        if (silent > settings.Idle)
        {
            Close($"idle for {settings.Idle.TotalSeconds} s");
        }
        else if (IsOpenedByUs && pipe is not null && settings.KeepAlive is { } interval)
        {
            var since = Volatile.Read(ref pinged);
            if (since != 0 && clock.GetElapsedTime(since) > settings.KeepAliveAnswer)
            {
                GiveUp("no answer to CRLF CRLF (RFC 5626 4.4.1)");
            }
            else if (since == 0 && silent >= interval && Queue(Ping, null))
            {
                Volatile.Write(ref pinged, clock.GetTimestamp());
            }
        }
    }

    /// <summary>Carries the connection until it ends. The reason is the last word on it.</summary>
    /// <param name="notSent">Told of each message that was queued and never left.</param>
    internal async Task<SipClosed> RunAsync(ConnectionContext context, IDuplexPipe pipe, Func<SipDecoded, ValueTask> received, Func<SipMessage, ValueTask> notSent)
    {
        (this.context, this.pipe) = (context, pipe);
        var sending = SendLoopAsync(pipe.Output);
        try
        {
            await ReceiveLoopAsync(pipe.Input, received).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            Because(e.Message);
        }

        outgoing.Writer.TryComplete();
        if (await Task.WhenAny(sending, Task.Delay(settings.Linger, clock)).ConfigureAwait(false) != sending)
        {
            context.Abort(new ConnectionAbortedException("the peer does not read"));
        }

        await sending.ConfigureAwait(false);
        await UnsentAsync(notSent).ConfigureAwait(false);
        return why ?? new SipClosed("closed by the peer", IsFailure: false);
    }

    /// <summary>Tells of what still waits, when the connection never came up.</summary>
    internal async Task<SipClosed> FailAsync(string why, Func<SipMessage, ValueTask> notSent)
    {
        Because(why);
        outgoing.Writer.TryComplete();
        await UnsentAsync(notSent).ConfigureAwait(false);
        return this.why!;
    }

    private async Task UnsentAsync(Func<SipMessage, ValueTask> notSent)
    {
        while (outgoing.Reader.TryRead(out var left))
        {
            if (left.Message is { } message)
            {
                await notSent(message).ConfigureAwait(false);
            }
        }
    }

    private bool Queue(byte[] octets, SipMessage? message)
    {
        if (outgoing.Writer.TryWrite((octets, message)))
        {
            return true;
        }

        if (!outgoing.Reader.Completion.IsCompleted && outgoing.Reader.Count >= settings.WaitingMessages)
        {
            GiveUp($"the peer does not read: {settings.WaitingMessages} messages wait for it");
        }

        return false;
    }

    private async Task ReceiveLoopAsync(PipeReader input, Func<SipDecoded, ValueTask> received)
    {
        var framer = new SipFramer(settings.Limits);
        while (true)
        {
            var result = await input.ReadAsync().ConfigureAwait(false);
            var buffer = result.Buffer;
            Volatile.Write(ref active, clock.GetTimestamp());
            if (Volatile.Read(ref pinged) != 0 && !buffer.IsEmpty)
            {
                // Whatever comes shows that the flow lives; the line end that was asked for is no message and half no ping.
                Volatile.Write(ref pinged, 0);
                buffer = StartsWithPong(buffer) ? buffer.Slice(Pong.Length) : buffer;
            }

            if (!await TakeAsync(received).ConfigureAwait(false))
            {
                input.AdvanceTo(buffer.End);
                await GiveWayAsync(input).ConfigureAwait(false);
                return;
            }

            input.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCanceled)
            {
                return;
            }

            if (result.IsCompleted)
            {
                Because(
                    buffer.Length <= Pong.Length ? "closed by the peer" : $"closed by the peer inside a message, {buffer.Length} octets of it had come",
                    isFailure: buffer.Length > Pong.Length);
                return;
            }

            // Takes every whole message; false when the stream cannot be followed any further.
            async ValueTask<bool> TakeAsync(Func<SipDecoded, ValueTask> received)
            {
                while (!buffer.IsEmpty)
                {
                    var front = framer.Look(buffer);
                    if (front.Pings > 0)
                    {
                        Queue(Pong, null);
                    }

                    buffer = buffer.Slice(front.KeepAliveOctets);
                    if (front.Fault is { } fault)
                    {
                        Because($"framing lost: {fault}", isFailure: false);
                        var message = front.MessageOctets == 0 ? null : Decode(buffer.Slice(0, front.MessageOctets)).Message;
                        await received(new SipDecoded(message, fault)).ConfigureAwait(false);
                        return false;
                    }

                    if (front.MessageOctets == 0)
                    {
                        break;
                    }

                    await received(Decode(buffer.Slice(0, front.MessageOctets))).ConfigureAwait(false);
                    buffer = buffer.Slice(front.MessageOctets);
                }

                return true;
            }
        }
    }

    private static bool StartsWithPong(in ReadOnlySequence<byte> buffer)
    {
        Span<byte> front = stackalloc byte[2];
        if (buffer.Length < front.Length)
        {
            return false;
        }

        buffer.Slice(0, front.Length).CopyTo(front);
        return front.SequenceEqual(Pong);
    }

    /// <summary>
    /// The answer to what broke the stream is made by others, and is the last that is sent. What comes until the peer has read it, and
    /// closes, is thrown away: closing before would make the network throw away the answer.
    /// </summary>
    private async Task GiveWayAsync(PipeReader input)
    {
        var patience = Task.Delay(settings.Linger, clock);
        var wake = patience.ContinueWith(_ => input.CancelPendingRead(), TaskScheduler.Default);
        while (!patience.IsCompleted)
        {
            var result = await input.ReadAsync().ConfigureAwait(false);
            input.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
            {
                return;
            }
        }

        await wake.ConfigureAwait(false);
    }

    private SipDecoded Decode(in ReadOnlySequence<byte> message) => SipMessage.Decode(message.ToArray(), settings.Limits);

    private async Task SendLoopAsync(PipeWriter output)
    {
        try
        {
            while (await outgoing.Reader.WaitToReadAsync().ConfigureAwait(false))
            {
                while (outgoing.Reader.TryRead(out var next))
                {
                    output.Write(next.Octets);
                }

                Volatile.Write(ref active, clock.GetTimestamp());
                var flushed = await output.FlushAsync().ConfigureAwait(false);
                if (flushed.IsCompleted)
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            Because(e.Message);
        }
        finally
        {
            // A reader that waits for a peer gone deaf is woken.
            outgoing.Writer.TryComplete();
            pipe!.Input.CancelPendingRead();
        }
    }

    /// <summary>The first reason counts.</summary>
    private void Because(string reason, bool isFailure = true) => Interlocked.CompareExchange(ref why, new SipClosed(reason, isFailure), null);
}
