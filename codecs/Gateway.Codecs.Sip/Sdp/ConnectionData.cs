namespace Gateway.Codecs.Sip.Sdp;

/// <summary><c>c=nettype addrtype connection-address</c> (RFC 8866 5.7).</summary>
public sealed record ConnectionData(string Address, string AddressType = "IP4", string NetworkType = "IN")
{
    internal static ConnectionData? Parse(string value)
    {
        string[] parts = value.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 3 ? new ConnectionData(parts[2], parts[1], parts[0]) : null;
    }

    /// <summary>0.0.0.0 or ::: hold as RFC 2543 had it, still sent (RFC 3264 8.4).</summary>
    public bool IsUnspecified => Address is "0.0.0.0" or "::";

    public override string ToString() => $"{NetworkType} {AddressType} {Address}";
}
