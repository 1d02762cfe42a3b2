using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.H323.Ras;

/// <summary>CallTerminationCause (H.225.0 (12/2009) 7.6, Annex H).</summary>
public abstract record CallTerminationCause : IPerType<CallTerminationCause>
{
    private CallTerminationCause()
    {
    }

    public sealed record ReleaseCompleteReason(H225.ReleaseCompleteReason Value) : CallTerminationCause;
    public sealed record ReleaseCompleteCauseIE(byte[] Value) : CallTerminationCause;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : CallTerminationCause;

    public static CallTerminationCause Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("CallTerminationCause", root: 2);
        CallTerminationCause value = choice.Index switch
        {
            0 => new ReleaseCompleteReason(H225.ReleaseCompleteReason.Decode(ref reader)),
            1 => new ReleaseCompleteCauseIE(reader.OctetString(2, 32)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 2);
        switch (this)
        {
            case ReleaseCompleteReason chosen: choice.Select(ref writer, 0); chosen.Value.Encode(ref writer); break;
            case ReleaseCompleteCauseIE chosen: choice.Select(ref writer, 1); writer.OctetString(chosen.Value, 2, 32); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}
