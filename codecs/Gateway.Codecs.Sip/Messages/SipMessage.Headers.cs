using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Headers.Digest;

namespace Gateway.Codecs.Sip.Messages;

public abstract partial record SipMessage
{
    // --- Routing and targets

    public IReadOnlyList<NameAddr> Contacts
    {
        get => contacts ??= All(HeaderName.Contact, ParseContact);
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

    /// <summary>The way requests take to a registered contact, nearest the registrar first (RFC 3327 4).</summary>
    public IReadOnlyList<NameAddr> Paths { get => All(HeaderName.Path, ParseAddress); init => Set(HeaderName.Path, [.. value]); }

    /// <summary>The way requests of a registered user take, nearest the user first (RFC 3608 5).</summary>
    public IReadOnlyList<NameAddr> ServiceRoutes { get => All(HeaderName.ServiceRoute, ParseAddress); init => Set(HeaderName.ServiceRoute, [.. value]); }

    public int? MaxForwards { get => Number(HeaderName.MaxForwards); init => SetNumber(HeaderName.MaxForwards, value); }

    /// <summary>Seconds.</summary>
    public int? Expires { get => Number(HeaderName.Expires); init => SetNumber(HeaderName.Expires, value); }

    /// <summary>Seconds.</summary>
    public int? MinExpires { get => Number(HeaderName.MinExpires); init => SetNumber(HeaderName.MinExpires, value); }

    /// <summary>RFC 3261 20.33.</summary>
    public RetryAfter? RetryAfter
    {
        get => Headers.RetryAfter.Parse(Value(HeaderName.RetryAfter).Span);
        init => SetOne(HeaderName.RetryAfter, value is { } later ? new PlainValue(later.ToString()) : null);
    }

    /// <summary>RFC 4028 4.</summary>
    public SessionExpires? SessionExpires
    {
        get => Headers.SessionExpires.Parse(Value(HeaderName.SessionExpires).Span);
        init => SetOne(HeaderName.SessionExpires, value is { } interval ? new PlainValue(interval.ToString()) : null);
    }

    /// <summary>Seconds (RFC 4028 5).</summary>
    public int? MinSe { get => Number(HeaderName.MinSe); init => SetNumber(HeaderName.MinSe, value); }

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
    public bool Requires(string tag) => HasToken(HeaderName.Require, tag);

    /// <summary>Option tag is supported (or required, which says as much).</summary>
    public bool Supports(string tag) => HasToken(HeaderName.Supported, tag) || Requires(tag);

    /// <summary>The method is among those that are allowed, its case forgiven; null when nothing is said of methods.</summary>
    public bool? Allows(SipMethod method) => Value(HeaderName.Allow).IsEmpty ? null : HasToken(HeaderName.Allow, method.Name);

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

    /// <summary>The identity a user asks its network to assert (RFC 3325 9.2).</summary>
    public IReadOnlyList<NameAddr> PreferredIdentities
    {
        get => All(HeaderName.PPreferredIdentity, ParseAddress);
        init => Set(HeaderName.PPreferredIdentity, [.. value]);
    }

    /// <summary><c>digest *( SEMI ident-info / alg / ppt )</c> (RFC 8224 4), as text: carried, never looked into.</summary>
    public IReadOnlyList<string> Identities
    {
        get => SplitText(HeaderName.Identity, (byte)',');
        init => Set(HeaderName.Identity, [.. value.Select(text => new PlainValue(text))]);
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

    /// <summary>RFC 7616 3.5.</summary>
    public AuthenticationInfo? AuthenticationInfo
    {
        get => Has(HeaderName.AuthenticationInfo) ? Headers.Digest.AuthenticationInfo.Parse(Value(HeaderName.AuthenticationInfo).Span) : null;
        init => SetOne(HeaderName.AuthenticationInfo, value is null ? null : new PlainValue(value.ToString()));
    }

    // --- Body and others

    /// <summary>type "/" subtype and parameters (RFC 3261 20.15).</summary>
    public TokenValue? ContentType
    {
        get => contentType ??= First(HeaderName.ContentType, TokenValue.Parse);
        init => SetOne(HeaderName.ContentType, contentType = value);
    }

    /// <summary>What the body is for, and with handling whether it must be understood (RFC 3261 20.11).</summary>
    public TokenValue? ContentDisposition
    {
        get => First(HeaderName.ContentDisposition, TokenValue.Parse);
        init => SetOne(HeaderName.ContentDisposition, value);
    }

    /// <summary><c>code agent "text"</c> (RFC 3261 20.43), as text.</summary>
    public IReadOnlyList<string> Warnings
    {
        get => SplitText(HeaderName.Warning, (byte)',');
        init => Set(HeaderName.Warning, [.. value.Select(text => new PlainValue(text))]);
    }

    public string? UserAgent { get => this[HeaderName.UserAgent]; init => SetOne(HeaderName.UserAgent, value is null ? null : new PlainValue(value)); }

    public string? Server { get => this[HeaderName.Server]; init => SetOne(HeaderName.Server, value is null ? null : new PlainValue(value)); }
}
