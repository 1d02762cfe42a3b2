using Gateway.Sip;
using Gateway.Sip.Security;

namespace Gateway.Host.Options;

public sealed partial record GatewayConfiguration
{
    public AdmissionOptions Admission { get; init; } = new();
}

public sealed partial record PeerOptions
{
    /// <summary>Transports it may use (SIP); absent: all.</summary>
    public IReadOnlyList<SipTransport>? AllowedTransports { get; init; }

    /// <summary>Whom it must prove to be (SIP); absent: nobody.</summary>
    public AuthenticationOptions? Authentication { get; init; }

    /// <summary>How many requests outside of dialogs each of its addresses may send a second (SIP); absent: any number. Bursts of twice as many are taken.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>Its telephones register with us, and are called where they registered (SIP).</summary>
    public bool Registrar { get; init; }

    /// <summary>How long a telephone is registered at most (SIP); it renews sooner. Those that want less than a minute are refused, unless this is less.</summary>
    public int RegistrarSeconds { get; init; } = 3600;

    /// <summary>Under what name we register with it (SIP); absent: we do not.</summary>
    public RegisterOptions? Register { get; init; }

    /// <summary>With what we answer its challenges (SIP).</summary>
    public IReadOnlyList<AccountOptions> Credentials { get; init; } = [];
}

/// <summary>How SIP peers are challenged (RFC 3261 22).</summary>
public sealed record AuthenticationOptions
{
    /// <summary>Absent: the name of the node.</summary>
    public string? Realm { get; init; }

    /// <summary>Methods that are challenged, as <c>REFER</c>; absent: all but ACK and CANCEL.</summary>
    public IReadOnlyList<string>? Methods { get; init; }

    /// <summary>What is offered, preferred first.</summary>
    public IReadOnlyList<DigestAlgorithm> Algorithms { get; init; } = [DigestAlgorithm.Sha256, DigestAlgorithm.Md5];

    public IReadOnlyList<AccountOptions> Users { get; init; } = [];
}

/// <summary>A user with its password, or with H(A1) of RFC 7616 3.4.2 in its place.</summary>
public sealed record AccountOptions
{
    public string User { get; init; } = "";

    /// <summary>The realm of a peer's challenge it is for; absent: any. Needed with H(A1). Our own users are in the realm that is challenged.</summary>
    public string? Realm { get; init; }

    public SecretOptions? Password { get; init; }

    /// <summary>MD5 of user, realm and password.</summary>
    public SecretOptions? Ha1Md5 { get; init; }

    /// <summary>SHA-256 of user, realm and password.</summary>
    public SecretOptions? Ha1Sha256 { get; init; }
}

/// <summary>Our registration at a SIP peer; its passwords are the peer's credentials.</summary>
public sealed record RegisterOptions
{
    /// <summary>The user of the address of record; its host is the peer's domain, else its address.</summary>
    public string User { get; init; } = "";

    /// <summary>How long we ask to be known; the peer may grant less.</summary>
    public int Seconds { get; init; } = 3600;
}

public enum StrangerPolicy
{
    /// <summary>A request from an address of no peer is answered 403, a few times.</summary>
    Refuse,

    /// <summary>It gets no answer.</summary>
    Drop,
}

/// <inheritdoc cref="AdmissionSettings"/>
public sealed record AdmissionOptions
{
    public StrangerPolicy Strangers { get; init; }

    /// <summary>Domains whose requests must come over TLS, as those for sips URIs must.</summary>
    public IReadOnlyList<string> TlsDomains { get; init; } = [];

    public int NonceSeconds { get; init; } = 300;

    /// <summary>After so many wrong passwords of one user from one address it is not heard from there for a while; 0: it always is.</summary>
    public int WrongPasswords { get; init; } = 10;

    /// <summary>The same for all users of one address together; who proved himself there is heard all the same.</summary>
    public int WrongPasswordsPerSource { get; init; } = 100;

    /// <summary>Wrong passwords count when they come within that time.</summary>
    public int WrongPasswordSeconds { get; init; } = 300;

    /// <summary>How long who guesses is not heard.</summary>
    public int LockoutSeconds { get; init; } = 300;

    public int RetryAfterSeconds { get; init; } = 5;

    /// <summary>Most unanswered calls from one address.</summary>
    public int UnansweredPerSource { get; init; } = 2_000;

    /// <summary>Most unanswered calls in all.</summary>
    public int Unanswered { get; init; } = 20_000;

    /// <summary>Most SIP requests that are being served at once; each counts for 32 seconds over UDP.</summary>
    public int Transactions { get; init; } = 200_000;
}
