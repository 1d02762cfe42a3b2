using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Gateway.Codecs.Sip.Messages;

/// <summary>Writes into a span. Sticky: once something did not fit nothing more is written.</summary>
internal ref struct LineWriter(Span<byte> destination)
{
    static readonly SearchValues<byte> Breaks = SearchValues.Create([0, 10, 13]);

    readonly Span<byte> destination = destination;

    public int Written { get; private set; }

    public bool Fits { get; private set; } = true;

    public void Octets(scoped ReadOnlySpan<byte> octets)
    {
        if (Fits && octets.TryCopyTo(destination[Written..])) Written += octets.Length;
        else Fits = false;
    }

    /// <summary>Free text of a start line: nothing in it may end the line.</summary>
    public void Text(string text)
    {
        if (Fits && Encoding.UTF8.TryGetBytes(text, destination[Written..], out int length))
        {
            destination.Slice(Written, length).ReplaceAny(Breaks, (byte)' ');
            Written += length;
        }
        else
        {
            Fits = false;
        }
    }

    public void Number(int number)
    {
        if (Fits && Utf8Formatter.TryFormat(number, destination[Written..], out int length)) Written += length;
        else Fits = false;
    }
}
