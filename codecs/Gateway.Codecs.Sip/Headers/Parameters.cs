namespace Gateway.Codecs.Sip.Headers;

/// <summary>The parameters behind a value: *( SEMI name [ EQUAL value ] ) (RFC 3261 25.1). Names ignore case.</summary>
public readonly struct Parameters
{
    readonly ReadOnlyMemory<byte> text;

    internal Parameters(ReadOnlyMemory<byte> text) => this.text = text;

    public bool IsEmpty => text.IsEmpty;

    /// <summary>The value without its quotes, empty for a parameter without value, null for none. The first of several counts.</summary>
    public string? this[string name]
    {
        get
        {
            var cursor = new ParameterCursor(text.Span, (byte)';');
            while (cursor.MoveNext())
            {
                if (Grammar.EqualsIgnoreCase(cursor.Name, name)) return Grammar.Unquote(cursor.Value);
            }
            return null;
        }
    }

    public bool Contains(string name)
    {
        var cursor = new ParameterCursor(text.Span, (byte)';');
        while (cursor.MoveNext())
        {
            if (Grammar.EqualsIgnoreCase(cursor.Name, name)) return true;
        }
        return false;
    }

    /// <summary>All of them in order, values without quotes, null for none.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> ToList()
    {
        var list = new List<KeyValuePair<string, string?>>();
        var cursor = new ParameterCursor(text.Span, (byte)';');
        while (cursor.MoveNext()) list.Add(new(Grammar.Text(cursor.Name), cursor.HasValue ? Grammar.Unquote(cursor.Value) : null));
        return list;
    }

    public override string ToString() => Grammar.Text(text.Span);

    /// <summary>-1 when the parameters keep to the grammar, else the index of the octet that breaks it.</summary>
    internal static int Check(ReadOnlySpan<byte> text)
    {
        int at = Grammar.SkipSpace(text, 0);
        while (at < text.Length)
        {
            if (text[at] != ';') return at;
            int name = Grammar.SkipSpace(text, at + 1);
            // A ";" behind the last parameter says nothing; peers send it.
            if (name == text.Length) return -1;
            at = Grammar.TokenEnd(text, name);
            if (at == name) return name;
            at = Grammar.SkipSpace(text, at);
            if (at == text.Length || text[at] != '=') continue;
            at = Grammar.SkipSpace(text, at + 1);
            if (at < text.Length && text[at] == '"')
            {
                int quoted = Grammar.SkipQuoted(text, at);
                if (quoted < 0) return at;
                at = quoted;
            }
            else
            {
                at = Grammar.ParameterEnd(text, at);
            }
            at = Grammar.SkipSpace(text, at);
        }
        return -1;
    }
}

/// <summary>Walks name[=value] pairs between separators that are not inside quotes.</summary>
internal ref struct ParameterCursor(ReadOnlySpan<byte> text, byte separator)
{
    ReadOnlySpan<byte> rest = text;

    public ReadOnlySpan<byte> Name { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    public bool HasValue { get; private set; }

    public bool MoveNext()
    {
        while (rest.Length > 0)
        {
            int end = rest.IndexOfAny(separator, (byte)'"');
            while (end >= 0 && rest[end] == '"')
            {
                int behind = Grammar.SkipQuoted(rest, end);
                if (behind < 0)
                {
                    end = -1;
                    break;
                }
                int next = rest[behind..].IndexOfAny(separator, (byte)'"');
                end = next < 0 ? -1 : behind + next;
            }
            var pair = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            int equal = pair.IndexOf((byte)'=');
            HasValue = equal >= 0;
            Name = Grammar.Trim(equal < 0 ? pair : pair[..equal]);
            Value = equal < 0 ? default : Grammar.Trim(pair[(equal + 1)..]);
            if (Name.Length > 0) return true;
        }
        return false;
    }
}
