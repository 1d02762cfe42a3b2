using Gateway.Codecs.Sip.Uris;

namespace Gateway.Host.Options;

/// <summary>A host, or host and port, as it stands in the configuration: <c>sip.example.net</c>, <c>[2001:db8::1]:5060</c>.</summary>
public sealed record Advertised(string Host, int? Port)
{
    /// <summary>Null when the text is none.</summary>
    public static Advertised? Of(string text) =>
        SipUri.Parse($"sip:{text}") is { HasUser: false, HasHeaders: false, Parameters.IsEmpty: true, Host.Length: > 0 } uri
            ? new Advertised(uri.Host.Trim('[', ']'), uri.Port)
            : null;
}
