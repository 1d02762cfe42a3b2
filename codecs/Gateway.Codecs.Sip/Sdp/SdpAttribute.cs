namespace Gateway.Codecs.Sip.Sdp;

/// <summary><c>a=name</c> or <c>a=name:value</c> (RFC 8866 5.13).</summary>
public readonly record struct SdpAttribute(string Name, string? Value = null)
{
    public override string ToString() => Value is null ? Name : $"{Name}:{Value}";
}
