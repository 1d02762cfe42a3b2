namespace Gateway.Codecs.Sip.Sdp;

/// <summary>A line we carry without reading it: <c>type "=" value</c>.</summary>
public readonly record struct SdpLine(char Type, string Value);
