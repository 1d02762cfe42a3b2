using System.Text;

namespace Gateway.Codecs.Sip.Uris;

/// <summary>RFC 3261 19.1.4 and, for tel, RFC 3966 clause 4.</summary>
static class UriComparison
{
    // In one URI only, these make the two differ; every other parameter is ignored then.
    static readonly string[] MustAgree = ["user", "ttl", "method", "maddr", "transport"];

    internal static bool Matches(SipUri one, SipUri two)
    {
        if (one.Equals(two)) return true;
        if (one.Scheme != two.Scheme) return false;
        return one.Scheme switch
        {
            UriScheme.Other => false,
            UriScheme.Tel => Digits(one) == Digits(two) && ParametersAgree(one, two, telephone: true),
            _ => Escaping.Decode(one.UserInfoOctets).AsSpan().SequenceEqual(Escaping.Decode(two.UserInfoOctets))
                && Grammar.EqualsIgnoreCase(one.HostOctets, two.HostOctets)
                && one.Port == two.Port
                && ParametersAgree(one, two, telephone: false)
                && HeadersAgree(one, two),
        };
    }

    static string Digits(SipUri uri)
    {
        var digits = new StringBuilder();
        foreach (byte octet in uri.UserOctets)
        {
            if (octet is not ((byte)'-' or (byte)'.' or (byte)'(' or (byte)')')) digits.Append(char.ToLowerInvariant((char)octet));
        }
        return digits.ToString();
    }

    static bool ParametersAgree(SipUri one, SipUri two, bool telephone)
    {
        foreach (var (name, value) in one.Parameters.ToList())
        {
            string? other = two.Parameters[name];
            if (other is null ? telephone || MustAgree.Contains(name, StringComparer.OrdinalIgnoreCase) : !Same(value ?? "", other)) return false;
        }
        foreach (var (name, _) in two.Parameters.ToList())
        {
            if ((telephone || MustAgree.Contains(name, StringComparer.OrdinalIgnoreCase)) && !one.Parameters.Contains(name)) return false;
        }
        return true;
    }

    static bool Same(string one, string two) =>
        string.Equals(Escaping.DecodeText(Encoding.UTF8.GetBytes(one)), Escaping.DecodeText(Encoding.UTF8.GetBytes(two)), StringComparison.OrdinalIgnoreCase);

    static bool HeadersAgree(SipUri one, SipUri two)
    {
        var (first, second) = (one.Headers, new List<KeyValuePair<string, string>>(two.Headers));
        if (first.Count != second.Count) return false;
        foreach (var (name, value) in first)
        {
            int found = second.FindIndex(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase) && header.Value == value);
            if (found < 0) return false;
            second.RemoveAt(found);
        }
        return true;
    }
}
