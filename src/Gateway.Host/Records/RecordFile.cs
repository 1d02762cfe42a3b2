using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Gateway.Engine.Transfers;
using Gateway.Host.Logging;
using Serilog.Events;

namespace Gateway.Host.Records;

/// <summary>Writes the record of each transfer, sealed, to the end of a file, on a task of its own: a slow disk must not hold up calls.</summary>
public sealed class RecordFile : IAsyncDisposable
{
    private readonly Channel<(TransferRecord Record, DateTimeOffset At)> waiting = Channel.CreateBounded<(TransferRecord, DateTimeOffset)>(65_536);
    private readonly FileStream file;
    private readonly RecordChain chain;
    private readonly string node;
    private readonly NoteLog log;
    private readonly TimeProvider clock;
    private readonly Task writer;

    /// <summary>Opens the file and goes on behind its last record. Throws when it cannot be written.</summary>
    /// <param name="keys">The first one seals.</param>
    public RecordFile(string path, IReadOnlyList<RecordKey> keys, string node, NoteLog log, TimeProvider clock)
    {
        (this.node, this.log, this.clock) = (node, log, clock);
        chain = new RecordChain(keys, RandomNumberGenerator.Fill);
        chain.GoOnBehind(File.Exists(path) ? File.ReadLines(path) : []);
        file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        if (file.Position > 0 && !EndsALine(path))
        {
            file.WriteByte((byte)'\n');
        }

        writer = WriteAsync();
    }

    /// <summary>Does not wait.</summary>
    public void Add(TransferRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (!waiting.Writer.TryWrite((record, clock.GetUtcNow())))
        {
            Tell(record, "too many are waiting");
        }
    }

    /// <summary>Writes what waits, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writer.ConfigureAwait(false);
        await file.DisposeAsync().ConfigureAwait(false);
    }

    private async Task WriteAsync()
    {
        await foreach (var (record, at) in waiting.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                await file.WriteAsync(Encoding.UTF8.GetBytes(chain.Seal(RecordText.Of(record, node, at)) + "\n")).ConfigureAwait(false);
                await file.FlushAsync().ConfigureAwait(false);
            }
            catch (IOException e)
            {
                // The chain has its number; whoever checks the file is told that it is missing.
                Tell(record, e.Message);
            }
        }
    }

    private void Tell(TransferRecord record, string why) =>
        log.Write(LogEventLevel.Error, $"the record of {record.Transfer} is lost: {why}", ("event", "record.lost"), ("transfer_id", record.Transfer));

    private static bool EndsALine(string path)
    {
        using var written = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        written.Seek(-1, SeekOrigin.End);
        return written.ReadByte() == '\n';
    }
}
