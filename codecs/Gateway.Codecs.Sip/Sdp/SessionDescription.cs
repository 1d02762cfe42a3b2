using System.Buffers;
using System.Globalization;
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
    public void Encode(IBufferWriter<byte> destination)
    {
        var text = new StringBuilder(512);
        Write(text, 'v', "0");
        if (Origin is not null) Write(text, 'o', Origin.ToString());
        Write(text, 's', SessionName.Length == 0 ? "-" : SessionName);
        WriteLines(text, Lines, "iuep");
        if (Connection is not null) Write(text, 'c', Connection.ToString());
        WriteLines(text, Lines, "b");
        WriteLines(text, Lines, "trz");
        WriteLines(text, Lines, "k");
        WriteOthers(text, Lines, "iuepbtrzk");
        foreach (var attribute in Attributes) Write(text, 'a', attribute.ToString());
        foreach (var media in Media)
        {
            string ports = media.PortCount == 1 ? "" : "/" + media.PortCount.ToString(CultureInfo.InvariantCulture);
            Write(text, 'm', $"{media.Media} {media.Port}{ports} {media.Protocol} {string.Join(' ', media.Formats)}");
            WriteLines(text, media.Lines, "i");
            if (media.Connection is not null) Write(text, 'c', media.Connection.ToString());
            WriteLines(text, media.Lines, "c");
            WriteLines(text, media.Lines, "b");
            WriteLines(text, media.Lines, "k");
            WriteOthers(text, media.Lines, "icbk");
            foreach (var attribute in media.Attributes) Write(text, 'a', attribute.ToString());
        }
        Encoding.UTF8.GetBytes(text.ToString(), destination);
    }

    /// <summary>The description in an array of its own: the body of a message.</summary>
    public byte[] ToOctets()
    {
        var writer = new ArrayBufferWriter<byte>(512);
        Encode(writer);
        return writer.WrittenSpan.ToArray();
    }

    public override string ToString() => Encoding.UTF8.GetString(ToOctets());

    static void WriteLines(StringBuilder text, IReadOnlyList<SdpLine> lines, string types)
    {
        foreach (var line in lines)
        {
            if (types.Contains(line.Type, StringComparison.Ordinal)) Write(text, line.Type, line.Value);
        }
    }

    static void WriteOthers(StringBuilder text, IReadOnlyList<SdpLine> lines, string types)
    {
        foreach (var line in lines)
        {
            if (!types.Contains(line.Type, StringComparison.Ordinal)) Write(text, line.Type, line.Value);
        }
    }

    // One line, whatever the value holds.
    static void Write(StringBuilder text, char type, string value)
    {
        int start = text.Length + 2;
        text.Append(type).Append('=').Append(value);
        text.Replace('\r', ' ', start, value.Length).Replace('\n', ' ', start, value.Length).Replace('\0', ' ', start, value.Length).Append("\r\n");
    }

    public bool Equals(SessionDescription? other) => other is not null && Origin == other.Origin && SessionName == other.SessionName
        && Connection == other.Connection && Lines.SequenceEqual(other.Lines) && Attributes.SequenceEqual(other.Attributes) && Media.SequenceEqual(other.Media);

    public override int GetHashCode() => HashCode.Combine(Origin, SessionName, Connection, Lines.Count, Attributes.Count, Media.Count);
}
