using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Gateway.Codecs.Sip.Headers;

namespace Gateway.Codecs.Sip.Messages;

public abstract partial record SipMessage
{
    // Where a header of the decoded message lies in its octets. One made here has its value in made, at the same index.
    readonly record struct Entry(HeaderName Name, ushort NameStart = 0, ushort ValueStart = 0, ushort ValueLength = 0);

    byte[] octets;
    Entry[] entries;
    HeaderValue?[]? made;
    int count;
    ReadOnlyMemory<byte> body;

    private protected delegate T? Reader<T>(ReadOnlyMemory<byte> text, out int fault) where T : class;

    // "*" is no address; it may stand in the Contact of a REGISTER alone (RFC 3261 10.2.2).
    static NameAddr? ParseAddress(ReadOnlyMemory<byte> text, out int fault) =>
        NameAddr.Parse(text, false, out fault) is { IsWildcard: false } address ? address : null;

    NameAddr? ParseContact(ReadOnlyMemory<byte> text, out int fault) =>
        this is SipRequest { Method.Name: "REGISTER" } ? NameAddr.Parse(text, false, out fault) : ParseAddress(text, out fault);

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
        var values = new List<AuthValue>();
        for (int i = 0; i < count; i++)
        {
            if (entries[i].Name != name) continue;
            if (Made(i) is AuthValue one) values.Add(one);
            else AuthValue.ParseAll(Octets(i), values);
        }
        return values;
    }

    List<string> Tokens(HeaderName name) => SplitText(name, (byte)',');

    // As if asked of the tokens, without making them.
    bool HasToken(HeaderName name, string token)
    {
        for (int i = 0, seen = 0; i < count; i++)
        {
            if (entries[i].Name != name) continue;
            var text = Octets(i).Span;
            for (int at = 0; at < text.Length && seen < SipLimits.Default.Values;)
            {
                int end = Grammar.ElementEnd(text, at);
                var one = Grammar.Trim(text[at..end]);
                if (Ascii.EqualsIgnoreCase(one, token)) return true;
                if (one.Length > 0) seen++;
                at = end + 1;
            }
        }
        return false;
    }

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

    // RFC 3261 8.1.1.6: where most messages begin to count.
    static readonly PlainValue Seventy = new("70");

    void SetNumber(HeaderName name, int? value) =>
        SetOne(name, value == 70 ? Seventy : value is { } number ? new PlainValue(number.ToString(CultureInfo.InvariantCulture)) : null);

    void SetTokens(HeaderName name, IReadOnlyList<string> value) =>
        SetOne(name, value.Count == 0 ? null : value is TokenList known ? known.Value : new PlainValue(string.Join(", ", value)));

    private protected void SetOne(HeaderName name, HeaderValue? value) => Set(name, value is null ? [] : [value]);

    void Set(HeaderName name, ReadOnlySpan<HeaderValue> values)
    {
        int at = Find(name), kept = 0;
        if (at < 0 && values.IsEmpty) return;
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
