using Gateway.Codecs.Asn1;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Codecs.Tests.Fuzz;

/// <summary>Reads octets. Null when they are refused; there is a fault then, and may be otherwise.</summary>
internal delegate T? Decode<out T>(ReadOnlySpan<byte> octets, out Fault? fault) where T : class;

/// <param name="Octet">Where it stands.</param>
/// <param name="TooLarge">The value would take too much, which depends on how many octets there are.</param>
internal readonly record struct Fault(int Octet, bool TooLarge = false)
{
    public static Fault? Of(DecodeFault? fault) => fault is { } found ? new Fault(found.Octet, found.Reason == DecodeFaultReason.TooLarge) : null;

    public static Fault? Of(SipFault? fault) => fault is { } found ? new Fault(found.Octet) : null;
}

/// <summary>A decoder under attack, the good octets the attack starts from, and what is broken, if anything, on one input.</summary>
internal abstract class Decoder(string name, IReadOnlyList<byte[]> fixtures, byte[][] words)
{
    public string Name => name;

    public IReadOnlyList<byte[]> Fixtures => fixtures;

    /// <summary>Pieces of text worth inserting; none for binary encodings.</summary>
    public byte[][] Words => words;

    /// <summary>Decodes and, when the octets were accepted, encodes and decodes again. Null when all is well.</summary>
    /// <param name="octets">The input.</param>
    /// <param name="ticks">Time the first decode took.</param>
    /// <param name="accepted">The octets gave a value.</param>
    public abstract string? Try(ReadOnlySpan<byte> octets, out long ticks, out bool accepted);

    /// <summary>Time of one decode.</summary>
    public abstract long Time(ReadOnlySpan<byte> octets);
}

/// <param name="encode">Null when a value that was tolerated on receipt is refused for sending.</param>
internal sealed class Decoder<T>(string name, IReadOnlyList<byte[]> fixtures, Decode<T> decode, Func<T, byte[]?> encode, byte[][]? words = null)
    : Decoder(name, fixtures, words ?? [])
    where T : class
{
    /// <summary>A decode may allocate sixteen octets for each one of its input, and as much as a small message takes.</summary>
    private static long Allowed(int length) => 16L * length + 4096;

    public override long Time(ReadOnlySpan<byte> octets)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        decode(octets, out _);
        return System.Diagnostics.Stopwatch.GetTimestamp() - start;
    }

    public override string? Try(ReadOnlySpan<byte> octets, out long ticks, out bool accepted)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        var value = decode(octets, out var fault);
        ticks = System.Diagnostics.Stopwatch.GetTimestamp() - start;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        accepted = value is not null;
        if (fault is { Octet: var at } && (at < 0 || at > octets.Length))
            return $"a fault at octet {at} of {octets.Length}";
        // What the runtime allocates once, and a collection in between, counts as ours; so it is looked at again.
        for (var round = 0; round < 3 && allocated > Allowed(octets.Length); round++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            decode(octets, out _);
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        if (allocated > Allowed(octets.Length))
            return $"{allocated} octets allocated for {octets.Length}";
        if (value is null)
            return fault is null ? "refused without a fault" : null;
        if (encode(value) is not { } first)
            return null;
        if (decode(first, out var refused) is not { } again)
            // How much may be decoded is measured by the octets there are, and the value may need fewer than it came in.
            return first.Length < octets.Length && refused is { TooLarge: true } ? null : $"what was encoded is refused: {Convert.ToHexString(first)}";
        return encode(again) is { } second && second.AsSpan().SequenceEqual(first)
            ? null
            : $"encoded {Convert.ToHexString(first)}, and then {Convert.ToHexString(encode(again) ?? [])}";
    }
}
