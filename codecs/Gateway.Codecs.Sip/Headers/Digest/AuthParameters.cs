using System.Text;

namespace Gateway.Codecs.Sip.Headers.Digest;

/// <summary>Collects parameters in the order they are written; an absent value is left out.</summary>
readonly struct AuthParameters
{
    readonly List<(string Name, string Value, bool Quoted)> list = new(12);

    public AuthParameters() { }

    internal void Quoted(string name, string? value)
    {
        if (value is not null) list.Add((name, value, true));
    }

    /// <summary>Written without quotes; what is no token would end the parameter and is the caller's error.</summary>
    internal void Token(string name, string? value)
    {
        if (value is null) return;
        if (!Grammar.IsToken(Encoding.UTF8.GetBytes(value))) throw new ArgumentException($"{name} must be a token: {value}", nameof(value));
        list.Add((name, value, false));
    }

    internal (string Name, string Value, bool Quoted)[] ToArray() => [.. list];
}
