namespace Gateway.Codecs.Sip.Messages;

/// <summary>A request method; case matters (RFC 3261 7.1). Known methods share their string.</summary>
public readonly record struct SipMethod(string Name)
{
    public static readonly SipMethod Invite = new("INVITE");
    public static readonly SipMethod Ack = new("ACK");
    public static readonly SipMethod Bye = new("BYE");
    public static readonly SipMethod Cancel = new("CANCEL");
    public static readonly SipMethod Options = new("OPTIONS");
    public static readonly SipMethod Register = new("REGISTER");
    public static readonly SipMethod Refer = new("REFER");
    public static readonly SipMethod Notify = new("NOTIFY");
    public static readonly SipMethod Subscribe = new("SUBSCRIBE");
    public static readonly SipMethod Update = new("UPDATE");
    public static readonly SipMethod Prack = new("PRACK");
    public static readonly SipMethod Info = new("INFO");
    public static readonly SipMethod Message = new("MESSAGE");
    public static readonly SipMethod Publish = new("PUBLISH");

    /// <summary>The method spelled by these octets, or null when they are no token.</summary>
    public static SipMethod? Parse(ReadOnlySpan<byte> text)
    {
        SipMethod? known = text.Length switch
        {
            3 => text.SequenceEqual("ACK"u8) ? Ack : text.SequenceEqual("BYE"u8) ? Bye : null,
            4 => text.SequenceEqual("INFO"u8) ? Info : null,
            5 => text.SequenceEqual("REFER"u8) ? Refer : text.SequenceEqual("PRACK"u8) ? Prack : null,
            6 => text.SequenceEqual("INVITE"u8) ? Invite : text.SequenceEqual("NOTIFY"u8) ? Notify
                : text.SequenceEqual("CANCEL"u8) ? Cancel : text.SequenceEqual("UPDATE"u8) ? Update : null,
            7 => text.SequenceEqual("OPTIONS"u8) ? Options : text.SequenceEqual("MESSAGE"u8) ? Message
                : text.SequenceEqual("PUBLISH"u8) ? Publish : null,
            8 => text.SequenceEqual("REGISTER"u8) ? Register : null,
            9 => text.SequenceEqual("SUBSCRIBE"u8) ? Subscribe : null,
            _ => null,
        };
        return known ?? (Grammar.IsToken(text) ? new SipMethod(Grammar.Text(text)) : null);
    }

    public override string ToString() => Name;
}
