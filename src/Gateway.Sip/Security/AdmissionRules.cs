using System.Collections.Immutable;

namespace Gateway.Sip.Security;

/// <summary>What is asked of one neighbour before its requests are looked at.</summary>
public sealed record AdmissionRules
{
    /// <summary>Nothing is asked.</summary>
    public static readonly AdmissionRules Open = new();

    /// <summary>Transports it may use; null for all.</summary>
    public ImmutableArray<SipTransport>? Transports { get; init; }

    /// <summary>Whom it must prove to be; null for nobody.</summary>
    public DigestRules? Digest { get; init; }

    /// <summary>How many requests outside of dialogs each of its addresses may send; null for any number.</summary>
    public Rate? Rate { get; init; }

    /// <summary>It registers its telephones with us; requests to them take the way theirs came. Null: REGISTER is not served.</summary>
    public Registration.RegistrarRules? Registrar { get; init; }

    public bool Allows(SipTransport transport) => Transports is not { } allowed || allowed.Contains(transport);
}

/// <summary>How a neighbour is challenged (RFC 3261 22, RFC 7616, RFC 8760).</summary>
public sealed record DigestRules(string Realm, ImmutableArray<DigestAccount> Accounts)
{
    /// <summary>Methods that are challenged; null for all. ACK and CANCEL never are (RFC 3261 22.1).</summary>
    public ImmutableArray<string>? Methods { get; init; }

    /// <summary>What is offered, preferred first.</summary>
    public ImmutableArray<DigestAlgorithm> Algorithms { get; init; } = [DigestAlgorithm.Sha256, DigestAlgorithm.Md5];

    public bool Challenges(string method) => Methods is not { } methods || methods.Contains(method, StringComparer.Ordinal);
}

/// <summary>What is asked of everybody.</summary>
public sealed record AdmissionSettings
{
    /// <summary>At least 32 random octets, made at start: whoever knows them can make nonces.</summary>
    public required ReadOnlyMemory<byte> Key { get; init; }

    /// <summary>The neighbour at the other end of a flow; null for a stranger.</summary>
    public Func<Flow, AdmissionRules?> Rules { get; init; } = _ => AdmissionRules.Open;

    /// <summary>Strangers get no answer, instead of 403.</summary>
    public bool DropStrangers { get; init; }

    /// <summary>How many answers each strange address gets; the rest of its requests is dropped. All of them together get fifty times as many.</summary>
    public Rate Strangers { get; init; } = new(2, 10);

    /// <summary>How many unreadable messages of each neighbour's address are answered.</summary>
    public Rate Garbage { get; init; } = new(100, 200);

    /// <summary>Requests for these domains, and for sips URIs, must come over TLS.</summary>
    public ImmutableArray<string> TlsDomains { get; init; } = [];

    /// <summary>How long a nonce is good for.</summary>
    public TimeSpan NonceLifetime { get; init; } = TimeSpan.FromMinutes(5);

    public WrongPasswordRules WrongPasswords { get; init; } = new(10, 100, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5));

    /// <summary>What Retry-After says when somebody has to wait.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Most unanswered calls that one address may have, and all together.</summary>
    public int HalfOpenPerSource { get; init; } = 2_000;

    /// <inheritdoc cref="HalfOpenPerSource"/>
    public int HalfOpen { get; init; } = 20_000;

    /// <summary>Most server transactions; beyond, requests outside of dialogs are refused as when the pump is full.</summary>
    public int Transactions { get; init; } = 200_000;

    /// <summary>Addresses, users at them, and used nonces, that are remembered.</summary>
    public int Remembered { get; init; } = 16_384;
}
