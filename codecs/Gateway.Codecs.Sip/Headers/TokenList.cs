using System.Collections;

namespace Gateway.Codecs.Sip.Headers;

/// <summary>Tokens that stand in many messages as one header, such as our Allow and Supported (RFC 3261 20.5, 20.37): its octets are made once.</summary>
public sealed class TokenList(params string[] tokens) : IReadOnlyList<string>
{
    internal PlainValue Value { get; } = new(string.Join(", ", tokens));

    public int Count => tokens.Length;

    public string this[int index] => tokens[index];

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)tokens).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
