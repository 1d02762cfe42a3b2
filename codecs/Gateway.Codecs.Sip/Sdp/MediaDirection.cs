namespace Gateway.Codecs.Sip.Sdp;

/// <summary>Who sends, seen by the party that wrote the description (RFC 8866 6.7).</summary>
public enum MediaDirection
{
    SendRecv,
    SendOnly,
    RecvOnly,
    Inactive,
}

public static class MediaDirections
{
    /// <summary>The same stream seen by the other party.</summary>
    public static MediaDirection Mirrored(this MediaDirection direction) => direction switch
    {
        MediaDirection.SendOnly => MediaDirection.RecvOnly,
        MediaDirection.RecvOnly => MediaDirection.SendOnly,
        _ => direction,
    };

    /// <summary>The attribute's name.</summary>
    public static string Text(this MediaDirection direction) => direction switch
    {
        MediaDirection.SendOnly => "sendonly",
        MediaDirection.RecvOnly => "recvonly",
        MediaDirection.Inactive => "inactive",
        _ => "sendrecv",
    };

    internal static MediaDirection? Parse(string name) => name switch
    {
        "sendrecv" => MediaDirection.SendRecv,
        "sendonly" => MediaDirection.SendOnly,
        "recvonly" => MediaDirection.RecvOnly,
        "inactive" => MediaDirection.Inactive,
        _ => null,
    };

    internal static MediaDirection? Find(IReadOnlyList<SdpAttribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (Parse(attribute.Name) is { } direction) return direction;
        }
        return null;
    }

    internal static IReadOnlyList<SdpAttribute> Replace(IReadOnlyList<SdpAttribute> attributes, MediaDirection direction) =>
        [.. attributes.Where(attribute => Parse(attribute.Name) is null), new SdpAttribute(direction.Text())];
}
