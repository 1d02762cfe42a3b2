using System.Buffers;
using System.Text;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Codecs.Sip.Sdp;

/// <summary>
/// <c>v= o= s= ... c= b= t= ... a=</c> and the media behind them (RFC 8866 5). Lines we do not read are kept and written where the grammar
/// has them. As body: application/sdp.
/// </summary>
public sealed record SessionDescription
{
    public const string MediaType = "application/sdp";

    const int MostLines = 500;
    const int MostMedia = 32;

    /// <summary>Null when the peer left it out, which it may not.</summary>
    public Origin? Origin { get; init; }

    public string SessionName { get; init; } = "-";

    /// <summary>c= for every stream that has none of its own.</summary>
    public ConnectionData? Connection { get; init; }

    /// <summary>i=, u=, e=, p=, b=, t=, r=, z=, k= and unknown lines in order.</summary>
    public IReadOnlyList<SdpLine> Lines { get; init; } = [new('t', "0 0")];

    public IReadOnlyList<SdpAttribute> Attributes { get; init; } = [];

    public IReadOnlyList<MediaDescription> Media { get; init; } = [];

    /// <summary>The first audio stream that is not refused, or null.</summary>
    public MediaDescription? Audio => Media.FirstOrDefault(media => media.IsAudio && !media.IsRefused);

    /// <summary>Where the stream's packets go: its own c= or that of the session.</summary>
    public ConnectionData? ConnectionOf(MediaDescription media) => media.Connection ?? Connection;

    /// <summary>The stream's direction, by its own attribute or that of the session; sendrecv when neither says (RFC 8866 6.7).</summary>
    public MediaDirection DirectionOf(MediaDescription media) => media.Direction ?? MediaDirections.Find(Attributes) ?? MediaDirection.SendRecv;

    /// <summary>Reads a description; null and the fault when it breaks the grammar where we look.</summary>
    public static SessionDescription? Decode(ReadOnlySpan<byte> octets, out SipFault? fault)
    {
        fault = null;
        Origin? origin = null;
        string? name = null;
        ConnectionData? connection = null;
        MediaDescription? stream = null;
        SessionDescription? session = null;
        var media = new List<MediaDescription>(2);
        List<SdpLine>? lines = null;
        List<SdpAttribute>? attributes = null;
        int number = 0;
        for (int at = 0; at < octets.Length;)
        {
            int feed = octets[at..].IndexOf((byte)'\n');
            int next = feed < 0 ? octets.Length : at + feed + 1;
            var line = octets[at..(feed < 0 ? octets.Length : at + feed)].TrimEnd("\r"u8);
            int start = at;
            at = next;
            // Empty lines, and what trails behind the last one, are forgiven.
            if (line.Trim(" \0"u8).Length == 0) continue;
            if (line.Length < 2 || !char.IsAsciiLetter((char)line[0]) || line[1] != '=' || number >= MostLines || line.IndexOfAny((byte)0, (byte)'\r') >= 0) return Refuse(start, "RFC 8866 5", out fault);
            char type = (char)line[0];
            var value = line[2..].Trim((byte)' ');
            if (number++ == 0 && (type != 'v' || !value.SequenceEqual("0"u8))) return Refuse(start, "RFC 8866 5.1", out fault);
            switch (type)
            {
                case 'v':
                    break;
                case 'o' when stream is null:
                    origin = Origin.Parse(Grammar.Text(value));
                    if (origin is null) return Refuse(start, "RFC 8866 5.2", out fault);
                    break;
                case 's' when stream is null:
                    name ??= Grammar.Text(value);
                    break;
                case 'c' when (stream is null ? connection : stream.Connection) is null:
                    var found = ConnectionData.Parse(Grammar.Text(value));
                    if (found is null) return Refuse(start, "RFC 8866 5.7", out fault);
                    if (stream is null) connection = found;
                    else stream = stream with { Connection = found };
                    break;
                case 'a':
                    (attributes ??= new(LinesAhead(octets[start..]))).Add(ReadAttribute(value));
                    break;
                case 'm':
                    Close();
                    stream = MediaDescription.Parse(value);
                    if (stream is null || media.Count == MostMedia) return Refuse(start, "RFC 8866 5.14", out fault);
                    break;
                default:
                    (lines ??= new(LinesAhead(octets[start..]))).Add(new(type, Grammar.Text(value)));
                    break;
            }
        }
        if (number == 0) return Refuse(0, "RFC 8866 5.1", out fault);
        Close();
        return session! with { Media = media };

        void Close()
        {
            if (stream is not null) media.Add(stream with { Lines = lines ?? [], Attributes = attributes ?? [] });
            else session = new SessionDescription { Origin = origin, SessionName = name ?? "-", Connection = connection, Lines = lines ?? [], Attributes = attributes ?? [] };
            (lines, attributes) = (null, null);
        }
    }

    /// <summary>How many lines there are up to the next stream, so that a list is made once.</summary>
    static int LinesAhead(ReadOnlySpan<byte> octets)
    {
        int stream = octets.IndexOf("\nm="u8);
        return Math.Min(MostLines, (stream < 0 ? octets : octets[..stream]).Count((byte)'\n') + 1);
    }

    static SdpAttribute ReadAttribute(ReadOnlySpan<byte> text)
    {
        int colon = text.IndexOf((byte)':');
        return colon < 0 ? new(Grammar.Text(text)) : new(Grammar.Text(text[..colon]), Grammar.Text(text[(colon + 1)..].Trim((byte)' ')));
    }

    static SessionDescription? Refuse(int octet, string clause, out SipFault? fault)
    {
        fault = new SipFault(SipFaultReason.SessionDescription, octet, clause);
        return null;
    }

    /// <summary>Writes the description, lines in the order of RFC 8866 5.</summary>
    public void Encode(IBufferWriter<byte> destination) => destination.Write(ToOctets());

    /// <summary>The description in an array of its own: the body of a message.</summary>
    public byte[] ToOctets()
    {
        Span<byte> room = stackalloc byte[2048];
        int written;
        while (!TryEncode(room, out written)) room = new byte[room.Length * 4];
        return room[..written].ToArray();
    }

    public override string ToString() => Encoding.UTF8.GetString(ToOctets());

    bool TryEncode(Span<byte> destination, out int written)
    {
        var text = new LineWriter(destination);
        Write(ref text, 'v', "0");
        if (Origin is not null) Write(ref text, 'o', Origin.ToString());
        Write(ref text, 's', SessionName.Length == 0 ? "-" : SessionName);
        WriteLines(ref text, Lines, "iuep");
        if (Connection is not null) Write(ref text, 'c', Connection.ToString());
        WriteLines(ref text, Lines, "b");
        WriteLines(ref text, Lines, "trz");
        WriteLines(ref text, Lines, "k");
        WriteOthers(ref text, Lines, "iuepbtrzk");
        WriteAttributes(ref text, Attributes);
        for (int i = 0; i < Media.Count; i++)
        {
            var media = Media[i];
            WriteStream(ref text, media);
            WriteLines(ref text, media.Lines, "i");
            if (media.Connection is not null) Write(ref text, 'c', media.Connection.ToString());
            WriteLines(ref text, media.Lines, "c");
            WriteLines(ref text, media.Lines, "b");
            WriteLines(ref text, media.Lines, "k");
            WriteOthers(ref text, media.Lines, "icbk");
            WriteAttributes(ref text, media.Attributes);
        }
        written = text.Written;
        return text.Fits;
    }

    static void WriteStream(ref LineWriter text, MediaDescription media)
    {
        text.Octets("m="u8);
        text.Text(media.Media);
        text.Octets(" "u8);
        text.Number(media.Port);
        if (media.PortCount != 1)
        {
            text.Octets("/"u8);
            text.Number(media.PortCount);
        }
        text.Octets(" "u8);
        text.Text(media.Protocol);
        text.Octets(" "u8);
        for (int i = 0; i < media.Formats.Count; i++)
        {
            if (i > 0) text.Octets(" "u8);
            text.Text(media.Formats[i]);
        }
        text.Octets("\r\n"u8);
    }

    static void WriteAttributes(ref LineWriter text, IReadOnlyList<SdpAttribute> attributes)
    {
        for (int i = 0; i < attributes.Count; i++)
        {
            text.Octets("a="u8);
            text.Text(attributes[i].Name);
            if (attributes[i].Value is { } value)
            {
                text.Octets(":"u8);
                text.Text(value);
            }
            text.Octets("\r\n"u8);
        }
    }

    static void WriteLines(ref LineWriter text, IReadOnlyList<SdpLine> lines, string types)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            if (types.Contains(lines[i].Type, StringComparison.Ordinal)) Write(ref text, lines[i].Type, lines[i].Value);
        }
    }

    static void WriteOthers(ref LineWriter text, IReadOnlyList<SdpLine> lines, string types)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            if (!types.Contains(lines[i].Type, StringComparison.Ordinal)) Write(ref text, lines[i].Type, lines[i].Value);
        }
    }

    // One line, whatever the value holds.
    static void Write(ref LineWriter text, char type, string value)
    {
        text.Octets([(byte)type, (byte)'=']);
        text.Text(value);
        text.Octets("\r\n"u8);
    }

    public bool Equals(SessionDescription? other) => other is not null && Origin == other.Origin && SessionName == other.SessionName
        && Connection == other.Connection && Lines.SequenceEqual(other.Lines) && Attributes.SequenceEqual(other.Attributes) && Media.SequenceEqual(other.Media);

    public override int GetHashCode() => HashCode.Combine(Origin, SessionName, Connection, Lines.Count, Attributes.Count, Media.Count);
}
