using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Data;

/// <summary>SEQUENCE, not extensible (H.245 (05/2011) Annex A).</summary>
public sealed record T38FaxUdpOptions : IPerType<T38FaxUdpOptions>
{
    public long? T38FaxMaxBuffer { get; init; }

    public long? T38FaxMaxDatagram { get; init; }

    public required T38FaxUdpOptionsT38FaxUdpEC T38FaxUdpEC { get; init; }

    public static T38FaxUdpOptions Decode(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("T38FaxUdpOptions", optionals: 2);
        var value = new T38FaxUdpOptions
        {
            T38FaxMaxBuffer = sequence.Optional() ? reader.Integer() : null,
            T38FaxMaxDatagram = sequence.Optional() ? reader.Integer() : null,
            T38FaxUdpEC = (T38FaxUdpOptionsT38FaxUdpEC)NullChoice.Decode(ref reader, "T38FaxUdpOptionsT38FaxUdpEC", 2),
        };
        sequence.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginPlainSequence(optionals: 2);
        if (sequence.Optional(ref writer, T38FaxMaxBuffer))
            writer.Integer(T38FaxMaxBuffer.Value);
        if (sequence.Optional(ref writer, T38FaxMaxDatagram))
            writer.Integer(T38FaxMaxDatagram.Value);
        NullChoice.Encode(ref writer, (int)T38FaxUdpEC, 2);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, T38FaxUdpOptions).</summary>
public enum T38FaxUdpOptionsT38FaxUdpEC
{
    T38UDPFEC,
    T38UDPRedundancy,
}
