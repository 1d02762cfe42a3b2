using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Threading.Channels;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.Tpkt;
using Microsoft.AspNetCore.Connections;

namespace Gateway.Transport.H323;

/// <summary>Why a connection is gone.</summary>
/// <param name="Fault">The framing fault that ended it, or null.</param>
public sealed record H225Closed(string Text, DecodeFault? Fault = null);

/// <summary>
/// One TCP connection of the call signalling channel: TPKT packets in, decoded messages out, and back (H.225.0 (12/2009) 7.1).
/// Decoding and encoding happen here, outside the pump. What is to be sent waits in a bounded queue, so that a peer that does not
/// read costs its own connection and nothing else.
/// </summary>
public sealed class H225Connection(ConnectionContext context)
{
    private const int WaitingPackets = 256;

    private readonly Channel<byte[]> outgoing = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(WaitingPackets) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    public IPEndPoint Local { get; } = (IPEndPoint)context.LocalEndPoint!;

    public IPEndPoint Remote { get; } = (IPEndPoint)context.RemoteEndPoint!;

    /// <summary>Reads until the connection ends; <paramref name="received"/> may wait, and the peer then waits too.</summary>
    public async Task<H225Closed> RunAsync(Func<H225Decoding, ValueTask> received)
    {
        ArgumentNullException.ThrowIfNull(received);
        var sending = SendLoopAsync();
        H225Closed closed;
        try
        {
            closed = await ReceiveLoopAsync(received).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ConnectionAbortedException or OperationCanceledException)
        {
            closed = new H225Closed(e.Message);
        }

        outgoing.Writer.TryComplete();
        if (closed.Fault is not null)
        {
            context.Abort(new ConnectionAbortedException(closed.Text));
        }

        await sending.ConfigureAwait(false);
        await context.DisposeAsync().ConfigureAwait(false);
        return closed;
    }

    /// <summary>Queues one message. False when it breaks a constraint, the connection is closing, or the peer stopped reading; then it is cut off.</summary>
    public bool Send(H225Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var octets = message.Encode(out var fault);
        if (fault is not null)
        {
            return false;
        }

        var packet = GC.AllocateUninitializedArray<byte>(TpktFrame.HeaderOctets + octets.Length);
        TpktFrame.WriteHeader(packet, octets.Length);
        octets.CopyTo(packet, TpktFrame.HeaderOctets);
        if (outgoing.Writer.TryWrite(packet))
        {
            return true;
        }

        context.Abort(new ConnectionAbortedException("the peer does not read"));
        return false;
    }

    /// <summary>Sends what is queued, then closes.</summary>
    public void Close()
    {
        outgoing.Writer.TryComplete();
        context.Transport.Input.CancelPendingRead();
    }

    private async Task<H225Closed> ReceiveLoopAsync(Func<H225Decoding, ValueTask> received)
    {
        var input = context.Transport.Input;
        while (true)
        {
            // Not to be cancelled by the close of the connection: what came before it, a RELEASE COMPLETE perhaps, is still to be read.
            var result = await input.ReadAsync().ConfigureAwait(false);
            var buffer = result.Buffer;
            DecodeFault? fault;
            while (TpktFrame.TryRead(ref buffer, out var payload, out fault))
            {
                await received(Decode(payload)).ConfigureAwait(false);
            }

            if (fault is not null)
            {
                return new H225Closed($"framing lost: {fault}", fault);
            }

            input.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCanceled)
            {
                return new H225Closed("closed by us");
            }

            if (result.IsCompleted)
            {
                return buffer.IsEmpty
                    ? new H225Closed("closed by the peer")
                    : new H225Closed(
                        $"closed by the peer inside a packet, {buffer.Length} octets of it had come",
                        new DecodeFault(DecodeFaultReason.EndOfInput, (int)buffer.Length * 8, "RFC 1006 clause 6", "TPKT"));
            }
        }
    }

    private static H225Decoding Decode(ReadOnlySequence<byte> payload)
    {
        if (payload.IsSingleSegment)
        {
            return H225Message.Decode(payload.FirstSpan);
        }

        var copy = ArrayPool<byte>.Shared.Rent((int)payload.Length);
        payload.CopyTo(copy);
        var decoding = H225Message.Decode(copy.AsSpan(0, (int)payload.Length));
        ArrayPool<byte>.Shared.Return(copy);
        return decoding;
    }

    private async Task SendLoopAsync()
    {
        var output = context.Transport.Output;
        try
        {
            await foreach (var packet in outgoing.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                var result = await output.WriteAsync(packet).ConfigureAwait(false);
                if (result.IsCompleted)
                {
                    break;
                }
            }

            await output.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ConnectionAbortedException)
        {
            await output.CompleteAsync(e).ConfigureAwait(false);
        }
    }
}
