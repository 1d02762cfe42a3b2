using System.Globalization;

namespace Gateway.Host.Records;

/// <summary>The lines of a file of records as they follow each other.</summary>
/// <param name="keys">The first one seals.</param>
/// <param name="random">Fills with what nobody can foresee.</param>
public sealed class RecordChain(IReadOnlyList<RecordKey> keys, Action<Span<byte>> random)
{
    private string link = SealedRecord.FirstLink;
    private long number;

    /// <summary>Goes on behind lines that are there. What is no record is passed over; <see cref="Faults"/> names it.</summary>
    public void GoOnBehind(IEnumerable<string> lines)
    {
        foreach (var record in lines.Select(SealedRecord.Parse).OfType<SealedRecord>())
        {
            (link, number) = (record.Link, record.Number);
        }
    }

    /// <summary>The next line.</summary>
    public string Seal(ReadOnlySpan<byte> text)
    {
        Span<byte> nonce = stackalloc byte[SealedRecord.NonceOctets];
        random(nonce);
        var record = SealedRecord.Seal(++number, link, keys[0], nonce, text);
        link = record.Link;
        return record.ToLine();
    }

    /// <summary>What is not as it was written, line by line; with keys also what somebody without them wrote.</summary>
    public static IEnumerable<string> Faults(IEnumerable<string> lines, IReadOnlyList<RecordKey> keys)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var (link, number) = (SealedRecord.FirstLink, 0L);
        foreach (var (index, line) in lines.Index())
        {
            if (SealedRecord.Parse(line) is not { } record)
            {
                yield return Line(index, "is no record");
                continue;
            }

            if (record.Number != number + 1)
            {
                yield return Line(index, $"is record {record.Number}, where {number + 1} is expected");
            }
            else if (!record.Follows(link))
            {
                yield return Line(index, $"record {record.Number} was changed, or the link of the one before");
            }
            else if (keys.Any(key => key.Id == record.Key) && record.Open(keys) is null)
            {
                yield return Line(index, $"record {record.Number} was not sealed with the key {record.Key}");
            }

            (link, number) = (record.Link, record.Number);
        }
    }

    private static string Line(int index, string what) => string.Create(CultureInfo.InvariantCulture, $"line {index + 1}: {what}");
}
