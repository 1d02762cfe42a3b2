using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>ProtocolIdentifier of H.225.0: {itu-t(0) recommendation(0) h(8) 2250 version(0) n} (H.225.0 (12/2009) 7.6).</summary>
public static class H225Version
{
    /// <summary>Version 7, the edition of 12/2009, which these types follow.</summary>
    public static ObjectIdentifier Seven { get; } = ObjectIdentifier.Parse("0.0.8.2250.0.7");

    /// <summary>The version a peer announces; null when the identifier is not one of H.225.0.</summary>
    public static int? Of(ObjectIdentifier protocolIdentifier)
    {
        var ours = Seven.Contents;
        var theirs = protocolIdentifier.Contents;
        return theirs.Length == ours.Length && theirs[..^1].SequenceEqual(ours[..^1]) ? theirs[^1] : null;
    }
}
