using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
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
    // Where a header of the decoded message lies in its octets. One made here has its value in made, at the same index.
    readonly record struct Entry(HeaderName Name, ushort NameStart = 0, ushort ValueStart = 0, ushort ValueLength = 0);

    byte[] octets;
    Entry[] entries;
    HeaderValue?[]? made;
    int count;
    ReadOnlyMemory<byte> body;

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
        entries = original.entries.AsSpan(0, original.count).ToArray();
        made = original.made?.AsSpan(0, original.count).ToArray();
        count = original.count;
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

    // --- Routing and targets

    public IReadOnlyList<NameAddr> Contacts
    {
        get => contacts ??= All(HeaderName.Contact, ParseAddress);
        init => Set(HeaderName.Contact, [.. contacts = value]);
    }

    /// <summary>The first Contact, or null.</summary>
    public NameAddr? Contact
    {
        get => Contacts is [var first, ..] ? first : null;
        init => Set(HeaderName.Contact, [.. contacts = value is null ? [] : [value]]);
    }

    public IReadOnlyList<NameAddr> Routes
    {
        get => All(HeaderName.Route, ParseAddress);
        init => Set(HeaderName.Route, [.. value]);
    }

    public IReadOnlyList<NameAddr> RecordRoutes
    {
        get => All(HeaderName.RecordRoute, ParseAddress);
        init => Set(HeaderName.RecordRoute, [.. value]);
    }

    public int? MaxForwards { get => Number(HeaderName.MaxForwards); init => SetNumber(HeaderName.MaxForwards, value); }

    /// <summary>Seconds.</summary>
    public int? Expires { get => Number(HeaderName.Expires); init => SetNumber(HeaderName.Expires, value); }

    /// <summary>Seconds.</summary>
    public int? MinExpires { get => Number(HeaderName.MinExpires); init => SetNumber(HeaderName.MinExpires, value); }

    /// <summary>Seconds; comment and parameters are dropped (RFC 3261 20.33).</summary>
    public int? RetryAfter { get => Number(HeaderName.RetryAfter); init => SetNumber(HeaderName.RetryAfter, value); }

    /// <summary>RFC 3262 7.1.</summary>
    public int? RSeq { get => Number(HeaderName.RSeq); init => SetNumber(HeaderName.RSeq, value); }

    /// <summary>The RSeq number and the CSeq that a PRACK acknowledges (RFC 3262 7.2).</summary>
    public (uint RSeq, CSeq CSeq)? RAck
    {
        get
        {
            var text = Value(HeaderName.RAck).Span;
            int space = text.IndexOfAny((byte)' ', (byte)'\t');
            return space > 0 && Grammar.TryNumber(text[..space], out uint number) && Headers.CSeq.Parse(Grammar.Trim(text[space..]), out _) is { } acknowledged
                ? (number, acknowledged) : null;
        }
        init => SetOne(HeaderName.RAck, value is { } rack ? new PlainValue($"{rack.RSeq} {rack.CSeq}") : null);
    }

    // --- Capabilities: tokens in order. Option tags ignore case, methods do not.

    public IReadOnlyList<string> Require { get => Tokens(HeaderName.Require); init => SetTokens(HeaderName.Require, value); }

    public IReadOnlyList<string> ProxyRequire { get => Tokens(HeaderName.ProxyRequire); init => SetTokens(HeaderName.ProxyRequire, value); }

    public IReadOnlyList<string> Supported { get => Tokens(HeaderName.Supported); init => SetTokens(HeaderName.Supported, value); }

    public IReadOnlyList<string> Unsupported { get => Tokens(HeaderName.Unsupported); init => SetTokens(HeaderName.Unsupported, value); }

    public IReadOnlyList<string> Allow { get => Tokens(HeaderName.Allow); init => SetTokens(HeaderName.Allow, value); }

    public IReadOnlyList<string> AllowEvents { get => Tokens(HeaderName.AllowEvents); init => SetTokens(HeaderName.AllowEvents, value); }

    public IReadOnlyList<string> Accept { get => Tokens(HeaderName.Accept); init => SetTokens(HeaderName.Accept, value); }

    /// <summary>Option tag is required.</summary>
    public bool Requires(string tag) => Require.Contains(tag, StringComparer.OrdinalIgnoreCase);

    /// <summary>Option tag is supported (or required, which says as much).</summary>
    public bool Supports(string tag) => Supported.Contains(tag, StringComparer.OrdinalIgnoreCase) || Requires(tag);

    // --- Events

    /// <summary>Package and id parameter (RFC 6665 8.2.1).</summary>
    public TokenValue? Event
    {
        get => @event ??= First(HeaderName.Event, TokenValue.Parse);
        init => SetOne(HeaderName.Event, @event = value);
    }

    /// <summary>active, pending or terminated, with expires, reason, retry-after (RFC 6665 8.2.3).</summary>
    public TokenValue? SubscriptionState
    {
        get => subscriptionState ??= First(HeaderName.SubscriptionState, TokenValue.Parse);
        init => SetOne(HeaderName.SubscriptionState, subscriptionState = value);
    }

    // --- Transfer

    /// <summary>RFC 3515 2.1; null when absent or unreadable.</summary>
    public ReferTo? ReferTo
    {
        get => referTo ??= First(HeaderName.ReferTo, Headers.ReferTo.Parse);
        init => SetOne(HeaderName.ReferTo, referTo = value);
    }

    /// <summary>RFC 3892 3.</summary>
    public NameAddr? ReferredBy
    {
        get => referredBy ??= First(HeaderName.ReferredBy, ParseAddress);
        init => SetOne(HeaderName.ReferredBy, referredBy = value);
    }

    /// <summary>RFC 3891 6.1.</summary>
    public Replaces? Replaces
    {
        get => replaces ??= Headers.Replaces.Parse(Value(HeaderName.Replaces).Span, out _);
        init => SetOne(HeaderName.Replaces, (replaces = value) is null ? null : new PlainValue(value!.ToString()));
    }

    /// <summary>RFC 4538 7; null when absent or without both tags.</summary>
    public TargetDialog? TargetDialog
    {
        get => targetDialog ??= Headers.TargetDialog.Parse(Value(HeaderName.TargetDialog).Span, out _);
        init => SetOne(HeaderName.TargetDialog, (targetDialog = value) is null ? null : new PlainValue(value!.ToString()));
    }

    /// <summary>RFC 4488 4; null when absent or neither true nor false.</summary>
    public bool? ReferSub
    {
        get
        {
            if (First(HeaderName.ReferSub, TokenValue.Parse) is not { } value) return null;
            return value.Is("true") ? true : value.Is("false") ? false : null;
        }
        init => SetOne(HeaderName.ReferSub, value is { } wanted ? new PlainValue(wanted ? "true" : "false") : null);
    }

    /// <summary>RFC 7614 4.6.</summary>
    public NameAddr? ReferEventsAt { get => First(HeaderName.ReferEventsAt, ParseAddress); init => SetOne(HeaderName.ReferEventsAt, value); }

    /// <summary>Why, in the words of one or more protocols (RFC 3326, RFC 6432, RFC 8606, RFC 9366); unreadable values are left out.</summary>
    public IReadOnlyList<Reason> Reasons
    {
        get => All(HeaderName.Reason, (ReadOnlyMemory<byte> text, out int fault) => Headers.Reason.Parse(text.Span, out fault));
        init => Set(HeaderName.Reason, [.. value.Select(reason => new PlainValue(reason.ToString()))]);
    }

    // --- Identity

    /// <summary>RFC 3325 9.1.</summary>
    public IReadOnlyList<NameAddr> AssertedIdentities
    {
        get => All(HeaderName.PAssertedIdentity, ParseAddress);
        init => Set(HeaderName.PAssertedIdentity, [.. value]);
    }

    /// <summary>Priv-values: id, header, session, user, none, critical, history (RFC 3323 4.2, RFC 3325 9.3).</summary>
    public IReadOnlyList<string> Privacy
    {
        get => SplitText(HeaderName.Privacy, (byte)';');
        init => SetOne(HeaderName.Privacy, value.Count == 0 ? null : new PlainValue(string.Join(';', value)));
    }

    /// <summary>Newest first (RFC 5806 6).</summary>
    public IReadOnlyList<NameAddr> Diversions { get => All(HeaderName.Diversion, ParseAddress); init => Set(HeaderName.Diversion, [.. value]); }

    /// <summary>Oldest first; index, rc, mp, np are parameters; Reason and Privacy stand behind "?" (RFC 7044 5).</summary>
    public IReadOnlyList<NameAddr> HistoryInfo { get => All(HeaderName.HistoryInfo, ParseAddress); init => Set(HeaderName.HistoryInfo, [.. value]); }

    /// <summary>32 hexadecimal digits, remote parameter (RFC 7989 5).</summary>
    public TokenValue? SessionId { get => First(HeaderName.SessionId, TokenValue.Parse); init => SetOne(HeaderName.SessionId, value); }

    /// <summary>Hexadecimal or quoted data with purpose, content, encoding (RFC 7433 4.1).</summary>
    public IReadOnlyList<string> UserToUser
    {
        get => SplitText(HeaderName.UserToUser, (byte)',');
        init => Set(HeaderName.UserToUser, [.. value.Select(text => new PlainValue(text))]);
    }

    // --- Authentication (RFC 3261 20.7, 20.27, 20.28, 20.44, RFC 7616)

    public IReadOnlyList<AuthValue> WwwAuthenticate { get => AuthValues(HeaderName.WwwAuthenticate); init => Set(HeaderName.WwwAuthenticate, [.. value]); }

    public IReadOnlyList<AuthValue> ProxyAuthenticate { get => AuthValues(HeaderName.ProxyAuthenticate); init => Set(HeaderName.ProxyAuthenticate, [.. value]); }

    public IReadOnlyList<AuthValue> Authorization { get => AuthValues(HeaderName.Authorization); init => Set(HeaderName.Authorization, [.. value]); }

    public IReadOnlyList<AuthValue> ProxyAuthorization { get => AuthValues(HeaderName.ProxyAuthorization); init => Set(HeaderName.ProxyAuthorization, [.. value]); }

    // --- Body and others

    /// <summary>type "/" subtype and parameters (RFC 3261 20.15).</summary>
    public TokenValue? ContentType
    {
        get => contentType ??= First(HeaderName.ContentType, TokenValue.Parse);
        init => SetOne(HeaderName.ContentType, contentType = value);
    }

    /// <summary><c>code agent "text"</c> (RFC 3261 20.43), as text.</summary>
    public IReadOnlyList<string> Warnings
    {
        get => SplitText(HeaderName.Warning, (byte)',');
        init => Set(HeaderName.Warning, [.. value.Select(text => new PlainValue(text))]);
    }

    public string? UserAgent { get => this[HeaderName.UserAgent]; init => SetOne(HeaderName.UserAgent, value is null ? null : new PlainValue(value)); }

    public string? Server { get => this[HeaderName.Server]; init => SetOne(HeaderName.Server, value is null ? null : new PlainValue(value)); }

    /// <summary>The first value line of that name as text, or null.</summary>
    public string? this[HeaderName name] => Has(name) ? Grammar.Text(Value(name).Span) : null;

    /// <summary>The first value line of that name as text, or null; case and compact form do not matter.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var header in Lines)
            {
                if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return header.Value;
            }
            return HeaderNames.Parse(name) is var known && known != HeaderName.Other ? this[known] : null;
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

    /// <summary>Takes over all lines of these names from another message, octet for octet, in its order.</summary>
    public SipMessage CopyLines(SipMessage source, params ReadOnlySpan<HeaderName> names)
    {
        var copy = this with { };
        for (int i = 0; i < source.count; i++)
        {
            var name = source.entries[i].Name;
            if (names.IndexOf(name) < 0) continue;
            copy.Add(name, name == HeaderName.Other ? new NamedValue(source.NameText(i), source.Octets(i)) : new PlainValue(source.Octets(i)));
        }
        copy.Forget();
        return copy;
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

    // --- Entries

    private protected delegate T? Reader<T>(ReadOnlyMemory<byte> text, out int fault) where T : class;

    static NameAddr? ParseAddress(ReadOnlyMemory<byte> text, out int fault) => NameAddr.Parse(text, false, out fault);

    static InvalidOperationException Absent(HeaderName name) => new($"the message has no usable {name.Text()}");

    int Find(HeaderName name)
    {
        for (int i = 0; i < count; i++)
        {
            if (entries[i].Name == name) return i;
        }
        return -1;
    }

    HeaderValue? Made(int index) => made?[index];

    ReadOnlyMemory<byte> Octets(int index) => Made(index)?.Octets ?? octets.AsMemory(entries[index].ValueStart, entries[index].ValueLength);

    ReadOnlyMemory<byte> Value(HeaderName name) => Find(name) is >= 0 and var i ? Octets(i) : default;

    string NameText(int index) => entries[index].Name != HeaderName.Other ? entries[index].Name.Text() : Grammar.Text(NameOctets(index));

    ReadOnlySpan<byte> NameOctets(int index)
    {
        if (Made(index) is NamedValue named) return named.Name;
        var entry = entries[index];
        var text = octets.AsSpan(entry.NameStart, entry.ValueStart - entry.NameStart);
        return Grammar.Trim(text[..text.IndexOf((byte)':')]);
    }

    T? First<T>(HeaderName name, Reader<T> read) where T : class
    {
        int i = Find(name);
        if (i < 0) return null;
        if (Made(i) is T value) return value;
        var text = Octets(i);
        int end = Grammar.ElementEnd(text.Span, 0);
        return read(end == text.Length ? text : Grammar.Trim(text[..end]), out _);
    }

    List<T> All<T>(HeaderName name, Reader<T> read) where T : class
    {
        int first = Find(name);
        if (first < 0) return [];
        var values = new List<T>(1);
        for (int i = first; i < count; i++)
        {
            if (entries[i].Name != name) continue;
            if (Made(i) is T one)
            {
                values.Add(one);
                continue;
            }
            var text = Octets(i);
            for (int at = 0; at < text.Length && values.Count < SipLimits.Default.Values;)
            {
                int end = Grammar.ElementEnd(text.Span, at);
                if (read(Grammar.Trim(text[at..end]), out _) is { } value) values.Add(value);
                at = end + 1;
            }
        }
        return values;
    }

    List<AuthValue> AuthValues(HeaderName name)
    {
        // A comma also separates the parameters of one value, so a line is a value (RFC 3261 7.3.1).
        var values = new List<AuthValue>();
        for (int i = 0; i < count; i++)
        {
            if (entries[i].Name == name && (Made(i) as AuthValue ?? AuthValue.Parse(Octets(i))) is { } value) values.Add(value);
        }
        return values;
    }

    List<string> Tokens(HeaderName name) => SplitText(name, (byte)',');

    List<string> SplitText(HeaderName name, byte separator)
    {
        int first = Find(name);
        if (first < 0) return [];
        var values = new List<string>();
        for (int i = first; i < count; i++)
        {
            if (entries[i].Name != name) continue;
            var text = Octets(i).Span;
            for (int at = 0; at < text.Length && values.Count < SipLimits.Default.Values;)
            {
                int end = separator == ',' ? Grammar.ElementEnd(text, at) : text[at..].IndexOf(separator) is >= 0 and var step ? at + step : text.Length;
                var token = Grammar.Trim(text[at..end]);
                if (token.Length > 0) values.Add(Grammar.Text(token));
                at = end + 1;
            }
        }
        return values;
    }

    int? Number(HeaderName name)
    {
        var text = Value(name).Span;
        int length = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return Grammar.TryNumber(length < 0 ? text : text[..length], out uint number) && number <= int.MaxValue ? (int)number : null;
    }

    void SetNumber(HeaderName name, int? value) =>
        SetOne(name, value is { } number ? new PlainValue(number.ToString(CultureInfo.InvariantCulture)) : null);

    void SetTokens(HeaderName name, IReadOnlyList<string> value) =>
        SetOne(name, value.Count == 0 ? null : new PlainValue(string.Join(", ", value)));

    void SetOne(HeaderName name, HeaderValue? value) => Set(name, value is null ? [] : [value]);

    void Set(HeaderName name, ReadOnlySpan<HeaderValue> values)
    {
        int at = Find(name), kept = 0;
        if (at < 0) at = name == HeaderName.Via ? 0 : count;
        Grow(values.Length);
        for (int i = 0; i < count; i++)
        {
            if (entries[i].Name == name) continue;
            (entries[kept], made[kept]) = (entries[i], made[i]);
            kept++;
        }
        entries.AsSpan(at, kept - at).CopyTo(entries.AsSpan(at + values.Length));
        made.AsSpan(at, kept - at).CopyTo(made.AsSpan(at + values.Length));
        for (int i = 0; i < values.Length; i++) (entries[at + i], made[at + i]) = (new Entry(name), values[i]);
        count = kept + values.Length;
    }

    void Add(HeaderName name, HeaderValue value)
    {
        Grow(1);
        (entries[count], made[count]) = (new Entry(name), value);
        count++;
    }

    // Room for that many more, made values among them.
    [MemberNotNull(nameof(made))]
    void Grow(int more)
    {
        if (count + more > entries.Length) Array.Resize(ref entries, Math.Max(count + more, entries.Length + 8));
        if (made is null) made = new HeaderValue?[entries.Length];
        else if (made.Length < entries.Length) Array.Resize(ref made, entries.Length);
    }

    void Append(string name, string text)
    {
        var known = HeaderNames.Parse(name);
        if (known == HeaderName.ContentLength) return;
        if (known == HeaderName.Other && !Grammar.IsToken(Encoding.UTF8.GetBytes(name))) throw new ArgumentException($"not a header name: {name}", nameof(name));
        Add(known, known == HeaderName.Other ? new NamedValue(name, text) : new PlainValue(text));
        Forget();
    }

    void Forget()
    {
        topVia = null;
        from = to = referredBy = null;
        callId = null;
        cseq = null;
        contacts = null;
        referTo = null;
        replaces = null;
        targetDialog = null;
        @event = subscriptionState = contentType = null;
    }
}
