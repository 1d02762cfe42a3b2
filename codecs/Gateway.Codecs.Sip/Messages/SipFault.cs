using Gateway.Codecs.Sip.Headers;

namespace Gateway.Codecs.Sip.Messages;

/// <summary>What is wrong with octets that should have been a SIP message (RFC 3261).</summary>
public enum SipFaultReason
{
    None,
    /// <summary>Nothing but line ends: a keep-alive (RFC 5626 4.4.1), not a message.</summary>
    Empty,
    /// <summary>The first line is neither Request-Line nor Status-Line.</summary>
    StartLine,
    /// <summary>The version is not SIP/2.0.</summary>
    Version,
    /// <summary>The Request-URI breaks the grammar of its scheme.</summary>
    RequestUri,
    /// <summary>A status code outside 100 to 699.</summary>
    StatusCode,
    /// <summary>A line without a header name and colon, or with a stray CR or NUL.</summary>
    HeaderLine,
    /// <summary>The value of a known header breaks its grammar.</summary>
    HeaderValue,
    /// <summary>A mandatory header is absent.</summary>
    MissingHeader,
    /// <summary>A header that may stand once stands several times.</summary>
    RepeatedHeader,
    /// <summary>The method of CSeq is not the method of the request.</summary>
    MethodMismatch,
    /// <summary>The octets end before the headers do, or before Content-Length is reached.</summary>
    Truncated,
    /// <summary>A line of a session description that breaks RFC 8866.</summary>
    SessionDescription,
    /// <summary>A multipart body without its boundaries.</summary>
    Body,
    /// <summary>More octets, headers or header octets than the limits allow.</summary>
    TooLarge,
}

/// <summary>One fault: the reason, the octet of the message at which it shows, the clause that demands otherwise, and the header if there is one.</summary>
public readonly record struct SipFault(SipFaultReason Reason, int Octet, string Clause, HeaderName Header = HeaderName.Other)
{
    /// <summary>The status with which a request with this fault is refused.</summary>
    public int Status => Reason switch
    {
        SipFaultReason.Version => 505,
        SipFaultReason.TooLarge => 513,
        _ => 400,
    };

    public override string ToString() =>
        Header == HeaderName.Other ? $"{Reason} at octet {Octet} ({Clause})" : $"{Reason} in {Header.Text()} at octet {Octet} ({Clause})";
}

/// <summary>Bounds on what is read. A message is refused, not cut, beyond them.</summary>
/// <param name="MessageOctets">Longest message; at most 65,535.</param>
/// <param name="Headers">Most header lines.</param>
/// <param name="HeaderOctets">Longest header line, folded lines together.</param>
/// <param name="Values">Most comma-separated values read from the headers of one name.</param>
public sealed record SipLimits(int MessageOctets = 65_535, int Headers = 200, int HeaderOctets = 16_384, int Values = 128)
{
    public static SipLimits Default { get; } = new();
}
