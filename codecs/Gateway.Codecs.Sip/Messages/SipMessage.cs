using Gateway.Codecs.Sip.Headers;

namespace Gateway.Codecs.Sip.Messages;

/// <summary>One header as it stands: its name as written or as we send it, and its value without the blanks around it.</summary>
public readonly record struct SipHeader(string Name, string Value);

/// <summary>
/// <c>start-line *( message-header ) CRLF [ message-body ]</c> (RFC 3261 7). Immutable: change one with <c>with</c>. Every header is kept in
/// its place with its own octets; those the gateway acts on are read into types, when first asked for or when decoding checked them. Setting
/// a property replaces all headers of that name, setting null or an empty list removes them. Content-Length is not kept: it is always
/// that of <see cref="Body"/>.
/// </summary>
public abstract partial record SipMessage
{
    // A copy is made to be changed.
    const int CopySlack = 4;

    Via? topVia;
    NameAddr? from, to;
    string? callId;
    CSeq? cseq;
    IReadOnlyList<NameAddr>? contacts;
    ReferTo? referTo;
    NameAddr? referredBy;
    Replaces? replaces;
    TargetDialog? targetDialog;
    TokenValue? @event, subscriptionState, contentType;

    private protected SipMessage()
    {
        octets = [];
        entries = new Entry[12];
    }

    private protected SipMessage(byte[] octets, int capacity)
    {
        this.octets = octets;
        entries = new Entry[capacity];
    }

    /// <summary>A copy whose headers can be changed without touching the original.</summary>
    protected SipMessage(SipMessage original)
    {
        octets = original.octets;
        count = original.count;
        entries = new Entry[count + CopySlack];
        made = new HeaderValue?[count + CopySlack];
        original.entries.AsSpan(0, count).CopyTo(entries);
        original.made?.AsSpan(0, count).CopyTo(made);
        (topVia, from, to, callId, cseq) = (original.topVia, original.from, original.to, original.callId, original.cseq);
        (contacts, referTo, referredBy, replaces, targetDialog) = (original.contacts, original.referTo, original.referredBy, original.replaces, original.targetDialog);
        (@event, subscriptionState, contentType) = (original.@event, original.subscriptionState, original.contentType);
        body = original.body;
    }

    /// <summary>The octets behind the empty line.</summary>
    public ReadOnlyMemory<byte> Body { get => body; init => body = value; }

    // --- What every message has. Decoding vouches for them when it reports no fault; asking for an absent one is a programming error.

    /// <summary>The topmost Via (RFC 3261 20.42).</summary>
    public Via TopVia => topVia ??= First(HeaderName.Via, Via.Parse) ?? throw Absent(HeaderName.Via);

    /// <summary>All Vias, topmost first. Set on a message without Via they go on top.</summary>
    public IReadOnlyList<Via> Vias
    {
        get => All(HeaderName.Via, Via.Parse);
        init
        {
            Set(HeaderName.Via, [.. value]);
            topVia = null;
        }
    }

    public NameAddr From
    {
        get => from ??= First(HeaderName.From, ParseAddress) ?? throw Absent(HeaderName.From);
        init => SetOne(HeaderName.From, from = value);
    }

    public NameAddr To
    {
        get => to ??= First(HeaderName.To, ParseAddress) ?? throw Absent(HeaderName.To);
        init => SetOne(HeaderName.To, to = value);
    }

    public string CallId
    {
        get => callId ??= Value(HeaderName.CallId) is { IsEmpty: false } text ? Grammar.Text(text.Span) : throw Absent(HeaderName.CallId);
        init => SetOne(HeaderName.CallId, new PlainValue(callId = value));
    }

    public CSeq CSeq
    {
        get => cseq ??= Headers.CSeq.Parse(Value(HeaderName.CSeq).Span, out _) ?? throw Absent(HeaderName.CSeq);
        init
        {
            cseq = value;
            SetOne(HeaderName.CSeq, new PlainValue(value.ToString()));
        }
    }

    /// <summary>The first value line of that name as text, or null.</summary>
    public string? this[HeaderName name] => Has(name) ? Grammar.Text(Value(name).Span) : null;

    /// <summary>The first value line of that name as text, or null; case and compact form do not matter.</summary>
    public string? this[string name]
    {
        get
        {
            if (HeaderNames.Parse(name) is var known && known != HeaderName.Other) return this[known];
            for (int i = 0; i < count; i++)
            {
                if (entries[i].Name == HeaderName.Other && NameText(i).Equals(name, StringComparison.OrdinalIgnoreCase)) return Grammar.Text(Octets(i).Span);
            }
            return null;
        }
    }

    public bool Has(HeaderName name) => Find(name) >= 0;

    /// <summary>How many lines of that name there are.</summary>
    public int Count(HeaderName name)
    {
        int lines = 0;
        for (int i = 0; i < count; i++)
        {
            if (entries[i].Name == name) lines++;
        }
        return lines;
    }

    /// <summary>All header lines in order, but Content-Length. Set, they are appended behind those there are.</summary>
    public IReadOnlyList<SipHeader> Lines
    {
        get
        {
            var lines = new SipHeader[count];
            for (int i = 0; i < count; i++) lines[i] = new(NameText(i), Grammar.Text(Octets(i).Span));
            return lines;
        }
        init
        {
            foreach (var (name, text) in value) Append(name, text);
        }
    }

    /// <summary>The header lines of these names, in order.</summary>
    public IReadOnlyList<SipHeader> LinesOf(Func<string, bool> wanted)
    {
        List<SipHeader>? lines = null;
        for (int i = 0; i < count; i++)
        {
            if (NameText(i) is var name && wanted(name)) (lines ??= []).Add(new(name, Grammar.Text(Octets(i).Span)));
        }
        return lines is null ? [] : lines;
    }

    /// <summary>Takes over all lines of these names from another message, octet for octet, in its order.</summary>
    public SipMessage CopyLines(SipMessage source, params ReadOnlySpan<HeaderName> names)
    {
        var copy = this with { };
        copy.Take(source, names);
        return copy;
    }

    private protected void Take(SipMessage source, ReadOnlySpan<HeaderName> names)
    {
        for (int i = 0; i < source.count; i++)
        {
            var name = source.entries[i].Name;
            if (names.IndexOf(name) < 0) continue;
            Add(name, name == HeaderName.Other ? new NamedValue(source.NameText(i), source.Octets(i)) : source.Made(i) ?? new PlainValue(source.Octets(i)));
        }
        Forget();
    }

    /// <summary>Same start line, same headers in the same order with the same octets, same body.</summary>
    public virtual bool Equals(SipMessage? other)
    {
        if (other is null || other.EqualityContract != EqualityContract || other.count != count || !other.Body.Span.SequenceEqual(Body.Span)) return false;
        for (int i = 0; i < count; i++)
        {
            if (entries[i].Name != other.entries[i].Name || !Octets(i).Span.SequenceEqual(other.Octets(i).Span)) return false;
            if (entries[i].Name == HeaderName.Other && !NameText(i).Equals(other.NameText(i), StringComparison.OrdinalIgnoreCase)) return false;
        }
        return true;
    }

    public override int GetHashCode() => HashCode.Combine(EqualityContract, count, Body.Length);

    /// <summary>The message as text.</summary>
    public sealed override string ToString()
    {
        byte[] text = new byte[EncodedLength];
        return TryEncode(text, out int written) ? Grammar.Text(text.AsSpan(0, written)) : "";
    }
}
