using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450;

/// <summary>The open type of a component, read once its opcode says as what; remembers the fault of the one read.</summary>
internal struct OpenTypeContents(CompleteEncoding? encoding)
{
    private readonly CompleteEncoding encoding = encoding ?? default;
    private readonly bool isThere = encoding is not null;

    public DecodeFault? Fault { get; private set; }

    public T? Optional<T>() where T : class, IPerType<T> => isThere ? Mandatory<T>() : null;

    public T Mandatory<T>() where T : IPerType<T>
    {
        var value = encoding.Decode<T>(out var fault);
        Fault = fault;
        return value;
    }

    public IReadOnlyList<T> List<T>(int min, int max) where T : IPerType<T>
    {
        var value = PerReader.Decode(encoding.Octets.Span, (ref reader) => reader.SequenceOf<T>(min, max), out var fault, out _);
        Fault = fault;
        return value;
    }

    /// <summary>
    /// An argument that begins with a callIdentity. Some senders align after an empty one, against X.691 (07/2002) 10.9.3.3; so when
    /// an empty one leads to a fault, an empty address list or octets left over, the other reading is tried and kept if it has
    /// none of these.
    /// </summary>
    public T Identified<T>(Func<T, string> identity, Func<T, EndpointAddress?> address) where T : IPerType<T>
    {
        if (encoding.Value is T ours)
            return ours;
        var octets = encoding.Octets;
        var strict = PerReader.Decode<T>(octets, out var strictFault, out var strictConsumed);
        Fault = strictFault;
        if (identity(strict).Length > 0 || IsWhole(strict, strictFault, strictConsumed))
            return strict;
        var padded = PerReader.Decode<T>(octets, out var paddedFault, out var consumed, padsEmptyStrings: true);
        if (IsWhole(padded, paddedFault, consumed))
        {
            Fault = null;
            return padded;
        }
        // Nothing but an empty list and then more octets: the other form, broken, is the better guess.
        if (strictFault is null && strictConsumed < octets.Length && address(strict) is { DestinationAddress.Count: 0 })
            Fault = paddedFault;
        return strict;

        bool IsWhole(T value, DecodeFault? fault, int consumed) =>
            fault is null && consumed == octets.Length && address(value) is null or { DestinationAddress.Count: > 0 };
    }
}
