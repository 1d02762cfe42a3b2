using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Gateway.Codecs.Asn1.AlignedPer;

/// <summary>
/// Writes canonical aligned PER (X.691 (07/2002), ALIGNED variant) into the caller's span, or into a pooled buffer that grows. The
/// fault is sticky, as in <see cref="PerReader"/>, whose documentation shows how a pair of Decode and Encode looks.
/// </summary>
public ref partial struct PerWriter
{
    private Span<byte> buffer;
    private byte[]? pooled;
    private int position;
    private EncodeFault? fault;

    /// <summary>Writes into <paramref name="buffer"/>; running out of it is a fault.</summary>
    public PerWriter(Span<byte> buffer) => this.buffer = buffer;

    /// <summary>Writes into a pooled buffer that grows; <see cref="Dispose"/> gives it back.</summary>
    public PerWriter(int capacity)
    {
        pooled = ArrayPool<byte>.Shared.Rent(Math.Max(16, capacity));
        buffer = pooled;
    }

    /// <summary>Align after a zero-length known-multiplier string, for peers that expect it against 10.9.3.3; off by default.</summary>
    public bool PadsEmptyStrings { get; set; }

    /// <summary>The first fault, or null.</summary>
    public readonly EncodeFault? Fault => fault;

    [MemberNotNullWhen(true, nameof(Fault))]
    public readonly bool Failed => fault is not null;

    /// <summary>Bits written so far.</summary>
    public readonly int BitOffset => position;

    /// <summary>Encodes one complete encoding into a new array; empty when the value breaks a constraint.</summary>
    public static byte[] Encode<T>(T value) where T : IPerType<T> => Encode(value, out _);

    /// <inheritdoc cref="Encode{T}(T)"/>
    public static byte[] Encode<T>(T value, out EncodeFault? fault) where T : IPerType<T>
        => Encode(value, static (ref writer, value) => value.Encode(ref writer), out fault);

    /// <inheritdoc cref="Encode{T}(T)"/>
    public static byte[] Encode<T>(T value, PerEncode<T> encode, out EncodeFault? fault)
    {
        var writer = new PerWriter(1024);
        encode(ref writer, value);
        var octets = writer.Complete().ToArray();
        fault = writer.Fault;
        writer.Dispose();
        return octets;
    }

    /// <summary>Encodes one complete encoding into the caller's span; gives its octets, none on a fault.</summary>
    public static int Encode<T>(T value, Span<byte> destination, out EncodeFault? fault) where T : IPerType<T>
    {
        var writer = new PerWriter(destination);
        value.Encode(ref writer);
        var length = writer.Complete().Length;
        fault = writer.Fault;
        return length;
    }

    /// <summary>Pads to whole octets, at least one (10.1.3); gives the encoding, which lives until <see cref="Dispose"/>. Empty on a fault.</summary>
    public ReadOnlySpan<byte> Complete()
    {
        if (position == 0)
            Bits(0, 8);
        Align();
        return fault is null ? buffer[..(position >> 3)] : default;
    }

    public void Dispose()
    {
        var rented = pooled;
        this = default;
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>BOOLEAN, one bit (11).</summary>
    public void Boolean(bool value) => Bits(value ? 1u : 0, 1);

    /// <summary>Records a fault of the value being encoded; only the first one counts.</summary>
    public void Fail(EncodeFaultReason reason, string clause) => fault ??= new EncodeFault(reason, position, clause);

    /// <summary>The rest of the octet begun is zero already.</summary>
    private void Align() => position = (position + 7) & ~7;

    /// <summary>Appends the low 0..32 bits of <paramref name="value"/>. What lies behind them in the last octet is zero.</summary>
    private void Bits(uint value, int count)
    {
        if (!Reserve(count))
            return;
        var first = position >> 3;
        var place = 64 - (position & 7) - count;
        // What is there of the first octet, then the new bits: eight octets that begin where the first does.
        var eight = (value & ((1UL << count) - 1)) << place;
        if ((position & 7) != 0)
            eight |= (ulong)buffer[first] << 56;
        position += count;
        if (first + sizeof(ulong) <= buffer.Length)
        {
            // Nearly always: in one go.
            BinaryPrimitives.WriteUInt64BigEndian(buffer[first..], eight);
            return;
        }
        for (; first << 3 < position; first++, eight <<= 8)
            buffer[first] = (byte)(eight >> 56);
    }

    /// <summary>Appends whole octets after alignment.</summary>
    private void Octets(scoped ReadOnlySpan<byte> octets)
    {
        Align();
        if (!Reserve((long)octets.Length * 8))
            return;
        octets.CopyTo(buffer[(position >> 3)..]);
        position += octets.Length * 8;
    }

    /// <summary>Sets a bit that was written as 0.</summary>
    internal readonly void SetBit(int bit)
    {
        if (fault is null)
            buffer[bit >> 3] |= (byte)(0x80 >> (bit & 7));
    }

    private bool Reserve(long bits)
    {
        if (fault is not null)
            return false;
        var needed = (position + bits + 7) >> 3;
        return needed <= buffer.Length || Enlarge(needed);
    }

    private bool Enlarge(long needed)
    {
        if (pooled is null || needed > int.MaxValue / 8)
        {
            Fail(EncodeFaultReason.NoRoom, "X.691 (07/2002) 10.1");
            return false;
        }
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Max(needed, Math.Min(buffer.Length * 2L, int.MaxValue / 8)));
        buffer[..((position + 7) >> 3)].CopyTo(larger);
        ArrayPool<byte>.Shared.Return(pooled);
        buffer = pooled = larger;
        return true;
    }

    /// <summary>Makes room for <paramref name="count"/> octets before octet <paramref name="at"/>, moving what follows; negative takes room away.</summary>
    private bool Shift(int at, int count)
    {
        if (!Reserve(Math.Max(0, count) * 8L))
            return false;
        buffer[at..(position >> 3)].CopyTo(buffer[(at + count)..]);
        position += count * 8;
        return true;
    }
}
