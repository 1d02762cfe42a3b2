using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Gateway.Codecs.Asn1.AlignedPer;

/// <summary>
/// Reads basic aligned PER (X.691 (07/2002), ALIGNED variant) from a span. The fault is sticky: after the first one every read
/// yields zero and every count none, and the caller looks at <see cref="Fault"/> once, at the end.
/// </summary>
/// <example>
/// SEQUENCE { a BOOLEAN, b INTEGER (0..255) OPTIONAL, ..., c BOOLEAN, d AliasAddress OPTIONAL }. A C# object initializer runs
/// in textual order, so one initializer in schema order is the decoder. Additions are nullable even when mandatory.
/// <code>
/// public static Sample Decode(ref PerReader reader)
/// {
///     var sequence = reader.BeginSequence("Sample", optionals: 1);            // not extensible: BeginPlainSequence
///     return new Sample
///     {
///         A = reader.Boolean(),
///         B = sequence.Optional() ? reader.Integer(0, 255) : null,
///         C = sequence.Addition(ref reader) ? reader.Boolean() : null,
///         D = sequence.Addition(ref reader) ? AliasAddress.Decode(ref reader) : null,
///         Extensions = sequence.End(ref reader),                              // always, and last
///     };
/// }
/// public void Encode(ref PerWriter writer)
/// {
///     var sequence = writer.BeginSequence(optionals: 1, additions: 2, Extensions);
///     writer.Boolean(A);
///     if (sequence.Optional(ref writer, B)) writer.Integer(B.Value, 0, 255);
///     if (sequence.Addition(ref writer, C)) writer.Boolean(C.Value);
///     if (sequence.Addition(ref writer, D)) D.Encode(ref writer);
///     sequence.End(ref writer);
/// }
/// </code>
/// CHOICE { a NULL, b INTEGER (0..255), ..., c OCTET STRING }: indices count on from the root into the additions.
/// <code>
/// public static Pick Decode(ref PerReader reader)
/// {
///     var choice = reader.BeginChoice("Pick", root: 2, additions: 1);         // not extensible: BeginPlainChoice, and PlainChoice(index, root) to write
///     Pick value = choice.Index switch
///     {
///         0 => new A(),
///         1 => new B(reader.Integer(0, 255)),
///         2 => new C(reader.OctetString()),
///         _ => new Unrecognized(choice.Unknown(ref reader)),
///     };
///     choice.End(ref reader);
///     return value;
/// }
/// public void Encode(ref PerWriter writer)
/// {
///     var choice = writer.BeginChoice(root: 2);
///     switch (this)
///     {
///         case A: choice.Select(ref writer, 0); break;
///         case B b: choice.Select(ref writer, 1); writer.Integer(b.Value, 0, 255); break;
///         case C c: choice.Select(ref writer, 2); writer.OctetString(c.Value); break;
///         case Unrecognized u: choice.Unknown(ref writer, u.Value); break;
///     }
///     choice.End(ref writer);
/// }
/// </code>
/// ENUMERATED: a C# enum whose numbers are the ranks; <c>(Kind)reader.Enumerated(root: 3)</c>, <c>writer.Enumerated((int)Kind, root: 3)</c>;
/// an unknown rank survives as its number. SEQUENCE OF: <c>reader.SequenceOf&lt;AliasAddress&gt;()</c>,
/// <c>reader.SequenceOf(static (ref PerReader r) => r.OctetString())</c>. NULL OPTIONAL: <c>sequence.Optional() ? new Null() : null</c>, and to write it the mark is all.
/// A known type inside an OCTET STRING or open type is a <see cref="AlignedPer.CompleteEncoding"/>, decoded when somebody wants it.
/// </example>
public ref partial struct PerReader
{
    /// <summary>Nested SEQUENCEs and CHOICEs followed before giving up; the deepest that H.245 has a use for is below twenty.</summary>
    public const int MaximumDepth = 40;

    /// <summary>
    /// What a value may take in memory, about: lists of small elements take many times their octets, and a value that takes more than this
    /// is refused. Messages that mean something stay far below.
    /// </summary>
    private static int Room(int octets) => 2450 + 16 * octets;

    /// <summary>What a record, an array or a string takes besides its contents, and one optional component of a record.</summary>
    private const int RoomAnObject = 24;
    internal const int RoomAComponent = 8;

    /// <summary>Names of types in the path of a fault, from the outside.</summary>
    private const int LongestPath = 10;

    private ReadOnlySpan<byte> octets;
    private ReadOnlyMemory<byte> source;
    private int room;
    private int position;
    private int end;
    private int origin;
    private int depth;
    private DecodeFault? fault;
    private string?[]? path;

    /// <summary>Reads octets that the caller may use again: what is kept of them is copied.</summary>
    public PerReader(ReadOnlySpan<byte> octets)
    {
        this.octets = octets;
        end = octets.Length * 8;
        room = Room(octets.Length);
    }

    /// <summary>Reads octets that stay as they are: encodings within them are slices.</summary>
    private PerReader(ReadOnlyMemory<byte> source) : this(source.Span) => this.source = source;

    /// <summary>
    /// Expect senders that align after a zero-length known-multiplier string, as several generic codecs do against
    /// 10.9.3.3; off by default.
    /// </summary>
    public bool PadsEmptyStrings { get; init; }

    /// <summary>The first fault, or null.</summary>
    public readonly DecodeFault? Fault => fault;

    [MemberNotNullWhen(true, nameof(Fault))]
    public readonly bool Failed => fault is not null;

    /// <summary>Bits read so far.</summary>
    public readonly int BitOffset => origin + position;

    /// <summary>Whole octets left after the padding of the current complete encoding.</summary>
    public readonly int RemainingOctets => (end >> 3) - ((position + 7) >> 3);

    /// <summary>Decodes one complete encoding; octets after it are left alone.</summary>
    public static T Decode<T>(ReadOnlySpan<byte> octets, out DecodeFault? fault) where T : IPerType<T>
        => Decode<T>(octets, out fault, out _);

    /// <summary>Decodes one complete encoding and says how many octets it took (at least one, X.691 10.1.3).</summary>
    public static T Decode<T>(ReadOnlySpan<byte> octets, out DecodeFault? fault, out int consumed) where T : IPerType<T>
    {
        var reader = new PerReader(octets);
        var value = T.Decode(ref reader);
        consumed = reader.Finish(out fault);
        return value;
    }

    /// <summary>Decodes one complete encoding from octets that stay as they are: encodings within it are slices of them.</summary>
    public static T Decode<T>(ReadOnlyMemory<byte> octets, out DecodeFault? fault, out int consumed, bool padsEmptyStrings = false) where T : IPerType<T>
    {
        var reader = new PerReader(octets) { PadsEmptyStrings = padsEmptyStrings };
        var value = T.Decode(ref reader);
        consumed = reader.Finish(out fault);
        return value;
    }

    /// <summary>Decodes one complete encoding of a type that is no <see cref="IPerType{TSelf}"/>.</summary>
    public static T Decode<T>(
        ReadOnlySpan<byte> octets, PerDecode<T> decode, out DecodeFault? fault, out int consumed, bool padsEmptyStrings = false)
    {
        var reader = new PerReader(octets) { PadsEmptyStrings = padsEmptyStrings };
        var value = decode(ref reader);
        consumed = reader.Finish(out fault);
        return value;
    }

    private int Finish(out DecodeFault? found)
    {
        // Not even a value of no bits has an empty encoding.
        if (octets.IsEmpty)
            Fail(DecodeFaultReason.EndOfInput, "X.691 (07/2002) 10.1.3");
        found = fault;
        return Math.Min(octets.Length, Math.Max(1, (position + 7) >> 3));
    }

    /// <summary>BOOLEAN, one bit (11).</summary>
    public bool Boolean() => Bits(1, "X.691 (07/2002) 11") != 0;

    /// <summary>Records a fault found by the type being decoded, at the current position; only the first one counts.</summary>
    public void Fail(DecodeFaultReason reason, string clause) => FailAt(reason, clause, position);

    private void FailAt(DecodeFaultReason reason, string clause, int at)
    {
        if (fault is not null)
            return;
        fault = new DecodeFault(reason, origin + at, clause, "");
        path = new string?[Math.Clamp(depth, 0, LongestPath)];
        end = position;
    }

    /// <summary>Called from the inside out while a faulty decode unwinds, so that a path costs nothing until it is needed.</summary>
    internal void Unwind(string? name)
    {
        depth--;
        if (fault is null)
            return;
        if (name is not null && depth < path!.Length)
            path[depth] = name;
        // The whole of it in one go, since each name in front of what there is would be one more string.
        if (depth == 0 && fault is { Path.Length: 0 } first)
            fault = first with { Path = string.Join('.', path!) };
    }

    /// <summary>Goes one type deeper; the name comes back as null when the fault is older than the type and so lies outside it.</summary>
    internal string? Descend(string name, int components = 0)
    {
        var before = fault is not null;
        if (++depth > MaximumDepth)
            Fail(DecodeFaultReason.TooDeep, "X.691 (07/2002) 10.1");
        room -= RoomAnObject + components * RoomAComponent;
        return before ? null : name;
    }

    /// <summary>
    /// An object of so many octets has been made, or is about to be. The reader counts what it makes itself, and a record with each SEQUENCE
    /// and CHOICE; a type that makes more out of little says so.
    /// </summary>
    public void Take(int contents)
    {
        Grow(RoomAnObject + (contents + 7 & ~7));
    }

    /// <summary>The object being made takes so many octets more.</summary>
    internal void Grow(int by)
    {
        room -= by;
        if (room < 0)
            Fail(DecodeFaultReason.TooLarge, "X.691 (07/2002) 10.1");
    }

    private void Align()
    {
        if (fault is null)
            position = (position + 7) & ~7;
    }

    /// <summary>The next 0..32 bits, most significant first.</summary>
    private uint Bits(int count, string clause)
    {
        if (count > end - position)
        {
            Fail(DecodeFaultReason.EndOfInput, clause);
            return 0;
        }
        var first = position >> 3;
        if (count > 0 && first + sizeof(ulong) <= octets.Length)
        {
            // Nearly always: eight octets in one go.
            var eight = BinaryPrimitives.ReadUInt64BigEndian(octets[first..]) << (position & 7);
            position += count;
            return (uint)(eight >> (64 - count));
        }
        var stop = position + count;
        ulong window = 0;
        for (var octet = first; octet << 3 < stop; octet++)
            window = window << 8 | octets[octet];
        position = stop;
        return (uint)(window >> (-stop & 7) & ((1UL << count) - 1));
    }

    /// <summary>Whole octets after alignment; empty when fewer are left.</summary>
    private ReadOnlySpan<byte> Octets(int count, string clause)
    {
        Align();
        if (fault is not null)
            return default;
        if (count > (end - position) >> 3)
        {
            Fail(DecodeFaultReason.EndOfInput, clause);
            return default;
        }
        var slice = octets.Slice(position >> 3, count);
        position += count << 3;
        return slice;
    }
}
