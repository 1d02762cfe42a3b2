using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Codecs.Sip.Messages;

public abstract partial record SipMessage
{
    /// <summary>Reads one message from a copy of the octets.</summary>
    public static SipDecoded Decode(ReadOnlySpan<byte> octets, SipLimits? limits = null) => Decode(octets.ToArray(), limits);

    /// <summary>Reads one message. The array becomes the message's own: nobody may write to it afterwards.</summary>
    public static SipDecoded Decode(byte[] octets, SipLimits? limits = null)
    {
        limits ??= SipLimits.Default;
        SipFault? fault = null;
        if (octets.Length > Math.Min(limits.MessageOctets, ushort.MaxValue))
        {
            return new(null, new SipFault(SipFaultReason.TooLarge, limits.MessageOctets, "RFC 3261 18.1.1"));
        }
        // Empty lines before the start line are no part of it (RFC 3261 7.5).
        int start = octets.AsSpan().IndexOfAnyExcept((byte)'\r', (byte)'\n');
        if (start < 0) return new(null, new SipFault(SipFaultReason.Empty, 0, "RFC 5626 4.4.1"));

        int behind = octets.AsSpan(start).IndexOf("\r\n\r\n"u8);
        int lines = octets.AsSpan(start, behind < 0 ? octets.Length - start : behind).Count((byte)'\n');
        if (lines > limits.Headers && behind >= 0) Note(ref fault, SipFaultReason.TooLarge, start + behind, "RFC 3261 21.5.7");

        int end = LineEnd(octets, start, out int next);
        var message = ReadStartLine(octets, start, end, Math.Min(lines, limits.Headers), ref fault);
        if (message is null) return new(null, fault);
        message.ReadHeaders(next, limits, ref fault);
        message.Check(start, limits, ref fault);
        return new(message, fault);
    }

    /// <summary>The top Via can be read.</summary>
    internal bool HasUsableVia => (topVia ??= First(HeaderName.Via, Via.Parse)) is not null;

    internal bool HasUsableTo => (to ??= First(HeaderName.To, ParseAddress)) is not null;

    // The first fault counts; what follows is often its consequence.
    static void Note(ref SipFault? fault, SipFaultReason reason, int octet, string clause, HeaderName header = HeaderName.Other) =>
        fault ??= new SipFault(reason, octet, clause, header);

    // Lines end with CRLF; a bare LF is taken for one, as RFC 3261 peers and RFC 2543 stacks do.
    static int LineEnd(ReadOnlySpan<byte> octets, int at, out int next)
    {
        int feed = octets[at..].IndexOf((byte)'\n');
        if (feed < 0)
        {
            next = octets.Length + 1;
            return octets.Length;
        }
        next = at + feed + 1;
        return feed > 0 && octets[at + feed - 1] == '\r' ? at + feed - 1 : at + feed;
    }

    static SipMessage? ReadStartLine(byte[] octets, int start, int end, int capacity, ref SipFault? fault)
    {
        var line = octets.AsSpan(start, end - start);
        return line.Length >= 4 && Grammar.EqualsIgnoreCase(line[..4], "SIP/"u8)
            ? ReadStatusLine(octets, line, start, capacity, ref fault)
            : ReadRequestLine(octets, line, start, capacity, ref fault);
    }

    // SIP-Version SP Status-Code SP Reason-Phrase
    static SipResponse? ReadStatusLine(byte[] octets, ReadOnlySpan<byte> line, int start, int capacity, ref SipFault? fault)
    {
        if (line.Length < 11 || line[7] != ' ')
        {
            Note(ref fault, SipFaultReason.StartLine, start, "RFC 3261 7.2");
            return null;
        }
        if (!Grammar.EqualsIgnoreCase(line[..7], "SIP/2.0"u8)) Note(ref fault, SipFaultReason.Version, start, "RFC 3261 7.2");
        // A missing blank and phrase are forgiven; a fourth digit is not.
        if (!Grammar.TryNumber(line[8..11], out uint status) || status is < 100 or > 699 || (line.Length > 11 && line[11] != ' '))
        {
            Note(ref fault, SipFaultReason.StatusCode, start + 8, "RFC 3261 7.2");
            return null;
        }
        var phrase = line.Length > 12 ? line[12..] : default;
        if (phrase.IndexOfAny((byte)0, (byte)'\r') >= 0) Note(ref fault, SipFaultReason.StartLine, start + 12, "RFC 3261 7.2");
        string usual = StatusPhrase.Of((int)status);
        return new SipResponse((int)status, System.Text.Ascii.Equals(phrase, usual) ? usual : Grammar.Text(phrase), octets, capacity);
    }

    // Method SP Request-URI SP SIP-Version
    static SipRequest? ReadRequestLine(byte[] octets, ReadOnlySpan<byte> line, int start, int capacity, ref SipFault? fault)
    {
        int first = line.IndexOf((byte)' ');
        var trimmed = line.TrimEnd(" \t"u8);
        int last = trimmed.LastIndexOf((byte)' ');
        if (first <= 0 || SipMethod.Parse(line[..first]) is not { } method)
        {
            Note(ref fault, SipFaultReason.StartLine, start, "RFC 3261 7.1");
            return null;
        }
        var version = trimmed[(last + 1)..];
        if (last <= first || version.Length < 5 || !Grammar.EqualsIgnoreCase(version[..4], "SIP/"u8))
        {
            Note(ref fault, SipFaultReason.StartLine, start + first, "RFC 3261 7.1");
            return null;
        }
        if (!Grammar.EqualsIgnoreCase(version, "SIP/2.0"u8)) Note(ref fault, SipFaultReason.Version, start + last + 1, "RFC 3261 7.1");
        if (trimmed.Length < line.Length) Note(ref fault, SipFaultReason.StartLine, start + trimmed.Length, "RFC 3261 7.1");
        var text = octets.AsMemory(start + first + 1, last - first - 1);
        var uri = SipUri.Parse(text, out int wrong);
        if (uri is null) Note(ref fault, SipFaultReason.RequestUri, start + first + 1 + Math.Max(wrong, 0), "RFC 3261 19.1.1");
        return new SipRequest(method, uri ?? SipUri.Unreadable(text), octets, capacity);
    }

    void ReadHeaders(int at, SipLimits limits, ref SipFault? fault)
    {
        int length = -1, lengthAt = 0;
        while (true)
        {
            if (at >= octets.Length)
            {
                // No empty line: the headers were cut.
                Note(ref fault, SipFaultReason.Truncated, octets.Length, "RFC 3261 7");
                return;
            }
            int end = LineEnd(octets, at, out int next);
            if (end == at) 
            {
                ReadBody(next, length, lengthAt, ref fault);
                return;
            }
            while (next < octets.Length && Grammar.IsSpace(octets[next])) Unfold(ref end, ref next);
            ReadLine(at, end, limits, ref length, ref lengthAt, ref fault);
            at = next;
        }
    }

    // The octets are a copy of those that came, since lines in them have been unfolded.
    bool unfolded;

    // A line that begins with a blank continues the one before (RFC 3261 7.3.1). The line end becomes blanks, in a copy: the offsets stay.
    void Unfold(ref int end, ref int next)
    {
        if (!unfolded) octets = [.. octets];
        unfolded = true;
        do
        {
            octets.AsSpan(end, next - end).Fill((byte)' ');
            end = LineEnd(octets, next, out next);
        }
        while (next < octets.Length && Grammar.IsSpace(octets[next]));
    }

    // field-name HCOLON field-value
    void ReadLine(int start, int end, SipLimits limits, ref int length, ref int lengthAt, ref SipFault? fault)
    {
        var line = octets.AsSpan(start, end - start);
        int colon = line.IndexOf((byte)':');
        if (line.Length > limits.HeaderOctets)
        {
            Note(ref fault, SipFaultReason.TooLarge, start + limits.HeaderOctets, "RFC 3261 21.5.7");
            return;
        }
        if (colon <= 0 || Grammar.HasControl(line))
        {
            Note(ref fault, SipFaultReason.HeaderLine, start, "RFC 3261 7.3.1");
            return;
        }
        var name = line[..colon];
        if (Grammar.IsSpace(name[^1])) name = name.TrimEnd(" \t"u8);
        var known = HeaderNames.Parse(name);
        if (known == HeaderName.Other && !Grammar.IsToken(name))
        {
            Note(ref fault, SipFaultReason.HeaderLine, start, "RFC 3261 7.3.1");
            return;
        }
        int value = Grammar.SkipSpace(line, colon + 1), stop = line.Length;
        while (stop > value && Grammar.IsSpace(line[stop - 1])) stop--;
        if (known == HeaderName.ContentLength)
        {
            if (length >= 0) Note(ref fault, SipFaultReason.RepeatedHeader, start, "RFC 3261 7.3.1", known);
            if (Grammar.TryNumber(line[value..stop], out uint number) && number <= int.MaxValue) length = (int)number;
            else Note(ref fault, SipFaultReason.HeaderValue, start + value, "RFC 3261 20.14", known);
            lengthAt = start + value;
            return;
        }
        if (count == limits.Headers)
        {
            Note(ref fault, SipFaultReason.TooLarge, start, "RFC 3261 21.5.7");
            return;
        }
        if (count == entries.Length) Array.Resize(ref entries, count + 8);
        entries[count++] = new Entry(known, (ushort)start, (ushort)(start + value), (ushort)(stop - value));
    }

    // Without Content-Length the datagram ends the body; octets beyond it are dropped (RFC 3261 18.3).
    void ReadBody(int at, int length, int lengthAt, ref SipFault? fault)
    {
        int left = Math.Max(octets.Length - at, 0);
        if (length > left) Note(ref fault, SipFaultReason.Truncated, lengthAt, "RFC 3261 18.3", HeaderName.ContentLength);
        body = left == 0 ? default : octets.AsMemory(at, length < 0 ? left : Math.Min(length, left));
    }

    const HeaderName None = HeaderName.Other;

    // One pass over the headers the gateway acts on: each is read, and stands no more often than it may.
    void Check(int start, SipLimits limits, ref SipFault? fault)
    {
        UInt128 seen = 0;
        for (int i = 0; i < count; i++)
        {
            ref readonly var entry = ref entries[i];
            var name = entry.Name;
            if (name == None) continue;
            var bit = UInt128.One << (int)name;
            bool again = (seen & bit) != 0;
            seen |= bit;
            if ((bit & Lists) != 0)
            {
                ReadAddresses(entry, limits, ref fault);
                continue;
            }
            if (again)
            {
                if ((Single & bit) != 0) Note(ref fault, SipFaultReason.RepeatedHeader, entry.ValueStart, "RFC 3261 7.3.1", name);
                continue;
            }
            int wrong = Read(entry);
            if (wrong >= 0) Note(ref fault, SipFaultReason.HeaderValue, entry.ValueStart + wrong, Clause(name), name);
        }
        if ((seen & Mandatory) != Mandatory) NoteMissing(seen, start, ref fault);
        if (this is SipRequest request && cseq is { } sequence && sequence.Method != request.Method)
        {
            Note(ref fault, SipFaultReason.MethodMismatch, start, "RFC 3261 8.1.1.5", HeaderName.CSeq);
        }
    }

    // -1, or the index of the octet of the value that breaks its grammar. Headers nobody can be refused for are not read here.
    int Read(in Entry entry)
    {
        var text = octets.AsMemory(entry.ValueStart, entry.ValueLength);
        int wrong = -1;
        switch (entry.Name)
        {
            case HeaderName.Via:
                return ReadVia(text);
            case HeaderName.From:
                return (from = ParseAddress(text, out wrong)) is null ? Math.Max(wrong, 0) : -1;
            case HeaderName.To:
                return (to = ParseAddress(text, out wrong)) is null ? Math.Max(wrong, 0) : -1;
            case HeaderName.CallId:
                return DialogText.IsCallId(text.Span) ? -1 : 0;
            case HeaderName.CSeq:
                return (cseq = Headers.CSeq.Parse(text.Span, out wrong)) is null ? wrong : -1;
            case HeaderName.ReferTo:
                return (referTo = Headers.ReferTo.Parse(text, out wrong)) is null ? Math.Max(wrong, 0) : -1;
            case HeaderName.ReferredBy:
                return (referredBy = ParseAddress(text, out wrong)) is null ? Math.Max(wrong, 0) : -1;
            case HeaderName.Replaces:
                return (replaces = Headers.Replaces.Parse(text.Span, out wrong)) is null ? wrong : -1;
            case HeaderName.Event:
                return (@event = TokenValue.Parse(text, out wrong)) is null ? wrong : -1;
            case HeaderName.SubscriptionState:
                return (subscriptionState = TokenValue.Parse(text, out wrong)) is null ? wrong : -1;
            case HeaderName.ContentType:
                return (contentType = TokenValue.Parse(text, out wrong)) is null ? wrong : -1;
            case HeaderName.MaxForwards:
                return Grammar.TryNumber(text.Span, out uint hops) && hops <= 255 ? -1 : 0;
            case HeaderName.Expires or HeaderName.MinExpires or HeaderName.RSeq:
                return Grammar.TryNumber(text.Span, out _) ? -1 : 0;
            case HeaderName.RAck:
                return RAck is null ? 0 : -1;
            default:
                return -1;
        }
    }

    int ReadVia(ReadOnlyMemory<byte> text)
    {
        var first = Grammar.Trim(text[..Grammar.ElementEnd(text.Span, 0)]);
        topVia = Via.Parse(first, out int wrong);
        if (topVia is not null) return -1;
        // Broken parameters leave the address, enough to refuse the request.
        topVia = Via.Parse(first[..wrong], out _);
        return wrong;
    }

    // Contact, Route, Record-Route: each value of each line. An empty value between two commas says nothing.
    void ReadAddresses(in Entry entry, SipLimits limits, ref SipFault? fault)
    {
        var text = octets.AsMemory(entry.ValueStart, entry.ValueLength);
        int values = 0;
        for (int at = 0; at < text.Length; values++)
        {
            int end = Grammar.ElementEnd(text.Span, at), wrong;
            var element = Grammar.Trim(text[at..end]);
            if (values == limits.Values || (entry.Name == HeaderName.Contact && contacts?.Count == limits.Values))
            {
                Note(ref fault, SipFaultReason.TooLarge, entry.ValueStart + at, "RFC 3261 21.5.7", entry.Name);
                return;
            }
            if (!element.IsEmpty)
            {
                var address = entry.Name == HeaderName.Contact ? ParseContact(element, out wrong) : ParseAddress(element, out wrong);
                if (address is null) Note(ref fault, SipFaultReason.HeaderValue, entry.ValueStart + at + Math.Max(wrong, 0), Clause(entry.Name), entry.Name);
                else if (entry.Name == HeaderName.Contact) AddContact(address);
            }
            at = end + 1;
        }
    }

    // Nearly always there is one.
    void AddContact(NameAddr address)
    {
        if (contacts is List<NameAddr> several) several.Add(address);
        else contacts = contacts is null ? new[] { address } : new List<NameAddr>(contacts) { address };
    }

    static readonly UInt128 Lists = Bits(HeaderName.Contact, HeaderName.Route, HeaderName.RecordRoute);

    static readonly UInt128 Mandatory = Bits(HeaderName.Via, HeaderName.From, HeaderName.To, HeaderName.CallId, HeaderName.CSeq);

    static readonly UInt128 Single = Bits(HeaderName.From, HeaderName.To, HeaderName.CallId, HeaderName.CSeq, HeaderName.MaxForwards, HeaderName.Expires,
        HeaderName.MinExpires, HeaderName.ContentType, HeaderName.Event, HeaderName.SubscriptionState, HeaderName.ReferTo, HeaderName.ReferredBy,
        HeaderName.ReferSub, HeaderName.Replaces, HeaderName.RSeq, HeaderName.RAck);

    static UInt128 Bits(params ReadOnlySpan<HeaderName> names)
    {
        UInt128 bits = 0;
        foreach (var name in names) bits |= UInt128.One << (int)name;
        return bits;
    }

    static void NoteMissing(UInt128 seen, int start, ref SipFault? fault)
    {
        foreach (var name in (ReadOnlySpan<HeaderName>)[HeaderName.Via, HeaderName.From, HeaderName.To, HeaderName.CallId, HeaderName.CSeq])
        {
            if ((seen & (UInt128.One << (int)name)) == 0) Note(ref fault, SipFaultReason.MissingHeader, start, "RFC 3261 8.1.1", name);
        }
    }

    static string Clause(HeaderName name) => name switch
    {
        HeaderName.Via => "RFC 3261 20.42",
        HeaderName.From => "RFC 3261 20.20",
        HeaderName.To => "RFC 3261 20.39",
        HeaderName.CallId => "RFC 3261 20.8",
        HeaderName.CSeq => "RFC 3261 20.16",
        HeaderName.Contact => "RFC 3261 20.10",
        HeaderName.Route => "RFC 3261 20.34",
        HeaderName.RecordRoute => "RFC 3261 20.30",
        HeaderName.MaxForwards => "RFC 3261 20.22",
        HeaderName.Expires => "RFC 3261 20.19",
        HeaderName.MinExpires => "RFC 3261 20.23",
        HeaderName.ContentType => "RFC 3261 20.15",
        HeaderName.RSeq => "RFC 3262 7.1",
        HeaderName.RAck => "RFC 3262 7.2",
        HeaderName.ReferTo => "RFC 3515 2.1",
        HeaderName.ReferredBy => "RFC 3892 3",
        HeaderName.Replaces => "RFC 3891 6.1",
        HeaderName.Event => "RFC 6665 8.2.1",
        HeaderName.SubscriptionState => "RFC 6665 8.2.3",
        _ => "RFC 3261 25.1",
    };
}
