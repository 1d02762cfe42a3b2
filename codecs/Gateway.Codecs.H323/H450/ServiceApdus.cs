using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450;

/// <summary>ServiceApdus (H.450.1 (02/1998) 8). With its one root alternative the index takes no bits.</summary>
public abstract record ServiceApdus : IPerType<ServiceApdus>
{
    private ServiceApdus()
    {
    }

    public sealed record RosApdus(IReadOnlyList<Ros> Value) : ServiceApdus;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : ServiceApdus;

    public static ServiceApdus Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("ServiceApdus", root: 1);
        ServiceApdus value = choice.Index switch
        {
            0 => new RosApdus(reader.SequenceOf<Ros>(1, PerReader.Unbounded)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 1);
        switch (this)
        {
            case RosApdus rosApdus: choice.Select(ref writer, 0); writer.SequenceOf(rosApdus.Value, 1, PerReader.Unbounded); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}
