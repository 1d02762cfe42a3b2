using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Gateway.Sip.Security;

/// <summary>What a nonce turned out to be.</summary>
public enum NonceVerdict
{
    /// <summary>Ours, young, and with this count not used before.</summary>
    Fresh,

    /// <summary>Ours, but too old, or forgotten: the peer shall try again with another.</summary>
    Stale,

    /// <summary>Ours, but this count was used: somebody repeats what he heard.</summary>
    Replayed,

    /// <summary>Not one of ours for this source.</summary>
    Foreign,
}

/// <summary>
/// Nonces (RFC 7616 3.3, 5.4): <c>milliseconds(8 octets) sequence(8) HMAC-SHA-256(8 + 8, realm, source address)(16)</c>, hexadecimal. Nothing is
/// remembered of a nonce until somebody proved the password with it; then its counts are, for a bounded number of nonces (RFC 7616 3.4, 5.5).
/// </summary>
public sealed class Nonces(ReadOnlyMemory<byte> key, TimeSpan lifetime, int capacity)
{
    private const int MacOctets = 16, Octets = 8 + 8 + MacOctets;

    private readonly Dictionary<ulong, Counts> used = [];
    private readonly Queue<(ulong Sequence, TimeSpan Made)> order = new();
    private ulong sequence;
    private ulong forgotten;

    /// <summary>How many nonces are remembered.</summary>
    public int Remembered => used.Count;

    public string Next(string realm, IPAddress source, TimeSpan now)
    {
        Span<byte> octets = stackalloc byte[Octets];
        BinaryPrimitives.WriteInt64BigEndian(octets, (long)now.TotalMilliseconds);
        BinaryPrimitives.WriteUInt64BigEndian(octets[8..], ++sequence);
        Mac(octets[..16], realm, source, octets[16..]);
        return Convert.ToHexStringLower(octets);
    }

    /// <summary>Whether the nonce is ours for that source; when it was made, and its number.</summary>
    public bool IsOurs(string nonce, string realm, IPAddress source, out TimeSpan made, out ulong number)
    {
        (made, number) = (default, 0);
        Span<byte> octets = stackalloc byte[Octets];
        Span<byte> mac = stackalloc byte[MacOctets];
        if (nonce.Length != 2 * Octets || Convert.FromHexString(nonce, octets, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        Mac(octets[..16], realm, source, mac);
        made = TimeSpan.FromMilliseconds(BinaryPrimitives.ReadInt64BigEndian(octets));
        number = BinaryPrimitives.ReadUInt64BigEndian(octets[8..]);
        return CryptographicOperations.FixedTimeEquals(mac, octets[16..]);
    }

    /// <summary>Whether an answer by that nonce is worth a look: it is ours for that source, and young.</summary>
    public bool IsGood(string nonce, string realm, IPAddress source, TimeSpan now) => IsOurs(nonce, realm, source, out var made, out _) && now - made <= lifetime;

    /// <summary>Uses up one count of a nonce. To be asked only once the response has proved right, so that strangers fill no table.</summary>
    public NonceVerdict Use(string nonce, string realm, IPAddress source, uint count, TimeSpan now)
    {
        if (!IsOurs(nonce, realm, source, out var made, out var number))
        {
            return NonceVerdict.Foreign;
        }

        if (now - made > lifetime)
        {
            return NonceVerdict.Stale;
        }

        if (!used.TryGetValue(number, out var counts))
        {
            // Whether one that was forgotten had been used can't be said any more.
            if (number <= forgotten)
            {
                return NonceVerdict.Stale;
            }

            Forget(now);
            order.Enqueue((number, made));
        }

        var verdict = counts.Use(count);
        used[number] = counts;
        return verdict;
    }

    private void Forget(TimeSpan now)
    {
        while (order.TryPeek(out var oldest) && (order.Count >= capacity || now - oldest.Made > lifetime))
        {
            order.Dequeue();
            used.Remove(oldest.Sequence);
            forgotten = Math.Max(forgotten, now - oldest.Made > lifetime ? 0 : oldest.Sequence);
        }
    }

    private void Mac(ReadOnlySpan<byte> head, string realm, IPAddress source, Span<byte> into)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes($"{Convert.ToHexStringLower(head)} {source} {realm}"), mac);
        mac[..MacOctets].CopyTo(into);
    }

    /// <summary>The highest count used and which of the 64 below it were: datagrams may overtake each other.</summary>
    private struct Counts
    {
        private uint highest;
        private ulong seen;

        public NonceVerdict Use(uint count)
        {
            if (count == 0)
            {
                return NonceVerdict.Replayed;
            }

            if (count > highest)
            {
                var ahead = count - highest;
                seen = (ahead >= 64 ? 0 : seen << (int)ahead) | 1;
                highest = count;
                return NonceVerdict.Fresh;
            }

            var behind = highest - count;
            if (behind >= 64)
            {
                return NonceVerdict.Stale;
            }

            var bit = 1UL << (int)behind;
            if ((seen & bit) != 0)
            {
                return NonceVerdict.Replayed;
            }

            seen |= bit;
            return NonceVerdict.Fresh;
        }
    }
}
