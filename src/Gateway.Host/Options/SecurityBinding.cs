using System.Collections.Immutable;
using System.Security.Cryptography;
using Gateway.Sip.Registration;
using Gateway.Sip.Security;

namespace Gateway.Host.Options;

/// <summary>Turns what the configuration says of trust into what the stack is told.</summary>
internal static class SecurityBinding
{
    public static AdmissionSettings ToAdmission(AdmissionOptions options) => new()
    {
        Key = RandomNumberGenerator.GetBytes(32),
        DropStrangers = options.Strangers == StrangerPolicy.Drop,
        TlsDomains = [.. options.TlsDomains],
        NonceLifetime = TimeSpan.FromSeconds(options.NonceSeconds),
        WrongPasswords = new WrongPasswordRules(
            options.WrongPasswords, options.WrongPasswordsPerSource, TimeSpan.FromSeconds(options.WrongPasswordSeconds), TimeSpan.FromSeconds(options.LockoutSeconds)),
        RetryAfter = TimeSpan.FromSeconds(options.RetryAfterSeconds),
        HalfOpenPerSource = options.UnansweredPerSource,
        HalfOpen = options.Unanswered,
        Transactions = options.Transactions,
    };

    public static AdmissionRules ToRules(PeerOptions peer, string realm) => new()
    {
        Transports = peer.AllowedTransports is { } transports ? [.. transports] : null,
        Rate = peer.RequestsPerSecond is { } rate ? new Rate(rate, 2 * rate) : null,
        Registrar = peer.Registrar ? ToRules(peer.Id, TimeSpan.FromSeconds(peer.RegistrarSeconds)) : null,
        Digest = peer.Authentication is { } authentication ? ToRules(authentication, authentication.Realm ?? realm) : null,
    };

    /// <summary>Secrets are read here, once; the check has seen that they are there.</summary>
    public static ImmutableArray<DigestAccount> ToAccounts(IReadOnlyList<AccountOptions> accounts, string? realm = null) =>
        [.. accounts.Select(account => ToAccount(account, realm ?? account.Realm))];

    private static RegistrarRules ToRules(string name, TimeSpan most) =>
        new RegistrarRules(name) { Most = most } is var rules && rules.Least > most ? rules with { Least = most } : rules;

    private static DigestRules ToRules(AuthenticationOptions options, string realm) => new(realm, ToAccounts(options.Users, realm))
    {
        Methods = options.Methods is { } methods ? [.. methods] : null,
        Algorithms = [.. options.Algorithms],
    };

    private static DigestAccount ToAccount(AccountOptions account, string? realm) => account.Password is { } password
        ? DigestAccount.WithPassword(account.User, password.Read(out _) ?? "", realm)
        : DigestAccount.WithHa1(account.User, realm ?? "", account.Ha1Md5?.Read(out _), account.Ha1Sha256?.Read(out _));
}
