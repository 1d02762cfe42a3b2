using Gateway.Codecs.Sip.Headers;

namespace Gateway.Sip;

/// <summary>A message body and its type. The stack carries the octets and does not look into them.</summary>
/// <param name="Type">Content-Type, for example <c>application/sdp</c>.</param>
public sealed record SipContent(string Type, ReadOnlyMemory<byte> Octets)
{
    public const string SdpType = "application/sdp";

    private static readonly TokenValue? SdpTypeValue = TokenValue.Parse(SdpType);

    /// <summary>The type as the header it stands in.</summary>
    public TokenValue? ContentType => Type == SdpType ? SdpTypeValue : TokenValue.Parse(Type);

    public static SipContent Sdp(ReadOnlyMemory<byte> octets) => new(SdpType, octets);

    public bool IsSdp => Type.StartsWith(SdpType, StringComparison.OrdinalIgnoreCase);
}
