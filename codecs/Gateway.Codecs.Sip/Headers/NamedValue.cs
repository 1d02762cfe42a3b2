using System.Text;

namespace Gateway.Codecs.Sip.Headers;

/// <summary>The value of a header we do not know, with its name.</summary>
sealed class NamedValue : HeaderValue
{
    readonly byte[] name;

    internal NamedValue(string name, string text) : base(Grammar.Trim(Line(text).AsMemory())) => this.name = Encoding.ASCII.GetBytes(name);

    internal NamedValue(string name, ReadOnlyMemory<byte> octets) : base(octets) => this.name = Encoding.ASCII.GetBytes(name);

    internal ReadOnlySpan<byte> Name => name;
}
