using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Gateway.Codecs.Sip.Headers;

namespace Gateway.Codecs.Sip.Messages;

public abstract partial record SipMessage
{
    /// <summary>Octets the message takes on the wire.</summary>
    public int EncodedLength
    {
        get
        {
            int length = StartLineLength + Digits(Body.Length) + "Content-Length: \r\n\r\n".Length + Body.Length;
            for (int i = 0; i < count; i++)
            {
                var name = entries[i].Name;
                length += (name == HeaderName.Other ? NameOctets(i).Length + 2 : name.Prefix().Length) + (Made(i)?.Octets.Length ?? entries[i].ValueLength) + 2;
            }
            return length;
        }
    }

    int StartLineLength => this switch
    {
        SipRequest request => request.Method.Name.Length + request.Uri.Octets.Length + " SIP/2.0\r\n".Length + 1,
        SipResponse response => "SIP/2.0 200 \r\n".Length + Encoding.UTF8.GetByteCount(response.Phrase),
        _ => 0,
    };

    static int Digits(int number) => number < 10 ? 1 : number < 100 ? 2 : number < 1000 ? 3 : number < 10000 ? 4 : number < 100000 ? 5 : 10;

    /// <summary>Writes the message; false and nothing usable when the destination is shorter than <see cref="EncodedLength"/>.</summary>
    public bool TryEncode(Span<byte> destination, out int written)
    {
        var writer = new LineWriter(destination);
        switch (this)
        {
            case SipRequest request:
                writer.Text(request.Method.Name);
                writer.Octets(" "u8);
                writer.Octets(request.Uri.Octets.Span);
                writer.Octets(" SIP/2.0\r\n"u8);
                break;
            case SipResponse response:
                writer.Octets("SIP/2.0 "u8);
                writer.Number(response.Status);
                writer.Octets(" "u8);
                writer.Text(response.Phrase);
                writer.Octets("\r\n"u8);
                break;
        }
        for (int i = 0; i < count; i++)
        {
            var entry = entries[i];
            if (entry.Name == HeaderName.Other)
            {
                writer.Octets(NameOctets(i));
                writer.Octets(": "u8);
            }
            else
            {
                writer.Octets(entry.Name.Prefix());
            }
            writer.Octets(Made(i) is { } value ? value.Octets.Span : octets.AsSpan(entry.ValueStart, entry.ValueLength));
            writer.Octets("\r\n"u8);
        }
        writer.Octets("Content-Length: "u8);
        writer.Number(Body.Length);
        writer.Octets("\r\n\r\n"u8);
        writer.Octets(Body.Span);
        written = writer.Written;
        return writer.Fits;
    }

    /// <summary>Writes the message.</summary>
    public void Encode(IBufferWriter<byte> destination)
    {
        if (TryEncode(destination.GetSpan(EncodedLength), out int written)) destination.Advance(written);
    }

    /// <summary>The message in an array of its own.</summary>
    public byte[] ToOctets()
    {
        byte[] message = new byte[EncodedLength];
        TryEncode(message, out _);
        return message;
    }

    // Sticky: once something did not fit nothing more is written.
    ref struct LineWriter(Span<byte> destination)
    {
        readonly Span<byte> destination = destination;

        public int Written { get; private set; }

        public bool Fits { get; private set; } = true;

        public void Octets(ReadOnlySpan<byte> octets)
        {
            if (Fits && octets.TryCopyTo(destination[Written..])) Written += octets.Length;
            else Fits = false;
        }

        // Free text of a start line: nothing in it may end the line.
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

    static readonly SearchValues<byte> Breaks = SearchValues.Create([0, 10, 13]);
}
