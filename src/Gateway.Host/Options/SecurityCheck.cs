using Gateway.Sip.Security;

namespace Gateway.Host.Options;

/// <summary>What <see cref="ConfigurationCheck"/> asks of users, secrets and the bounds of the door.</summary>
internal static class SecurityCheck
{
    private static readonly string[] Unchallenged = ["ACK", "CANCEL"];

    public static IEnumerable<ConfigurationProblem> Problems(GatewayConfiguration c) =>
        [.. Bounds(c.Admission), .. c.Peers.Index().SelectMany(peer => Peer(peer.Item, $"peers[{peer.Index}]"))];

    private static IEnumerable<ConfigurationProblem> Bounds(AdmissionOptions admission) =>
        from bound in new (string Key, int Value, int Least)[]
        {
            ("wrongPasswords", admission.WrongPasswords, 0),
            ("nonceSeconds", admission.NonceSeconds, 1),
            ("wrongPasswordsPerSource", admission.WrongPasswordsPerSource, 1),
            ("wrongPasswordSeconds", admission.WrongPasswordSeconds, 1),
            ("lockoutSeconds", admission.LockoutSeconds, 1),
            ("retryAfterSeconds", admission.RetryAfterSeconds, 1),
            ("unansweredPerSource", admission.UnansweredPerSource, 1),
            ("unanswered", admission.Unanswered, 1),
            ("transactions", admission.Transactions, 1),
        }
        where bound.Value < bound.Least
        select new ConfigurationProblem($"admission.{bound.Key}", $"is at least {bound.Least}, not {bound.Value}");

    private static IEnumerable<ConfigurationProblem> Peer(PeerOptions peer, string path)
    {
        if (peer.Protocol != PeerProtocol.Sip)
        {
            return
            [
                .. OfSip($"{path}.authentication", peer.Authentication is not null),
                .. OfSip($"{path}.credentials", peer.Credentials.Count > 0),
                .. OfSip($"{path}.registrar", peer.Registrar),
                .. OfSip($"{path}.register", peer.Register is not null),
                .. OfSip($"{path}.allowedTransports", peer.AllowedTransports is not null),
                .. OfSip($"{path}.requestsPerSecond", peer.RequestsPerSecond is not null),
            ];
        }

        return
        [
            .. peer.AllowedTransports is { Count: 0 } ? [new ConfigurationProblem($"{path}.allowedTransports", "is empty, so that nothing is let in; name a transport or leave it out")] : Array.Empty<ConfigurationProblem>(),
            .. peer.RequestsPerSecond is < 1 ? [new ConfigurationProblem($"{path}.requestsPerSecond", "is at least 1")] : Array.Empty<ConfigurationProblem>(),
            .. peer.RegistrarSeconds is < 1 or > 86_400 ? [new ConfigurationProblem($"{path}.registrarSeconds", "is from 1 to 86400")] : Array.Empty<ConfigurationProblem>(),
            .. peer.Registrar && peer.Sources.Count == 0 ? [new ConfigurationProblem($"{path}.registrar", "needs sources: telephones register from addresses of their own")] : Array.Empty<ConfigurationProblem>(),
            .. peer.Register is { } register ? Register(peer, register, $"{path}.register") : [],
            .. peer.Authentication is { } authentication ? Authentication(authentication, $"{path}.authentication") : [],
            .. peer.Credentials.Index().SelectMany(one => Account(one.Item, $"{path}.credentials[{one.Index}]", needsRealm: true)),
        ];
    }

    private static IEnumerable<ConfigurationProblem> Register(PeerOptions peer, RegisterOptions register, string path)
    {
        if (register.User.Length == 0)
        {
            yield return new($"{path}.user", "needs the name under which the peer knows us");
        }

        if (register.Seconds is < 60 or > 86_400)
        {
            yield return new($"{path}.seconds", "is from 60 to 86400");
        }

        if (peer.Address is null && peer.Addresses.Count == 0)
        {
            yield return new(path, "there is no address to register at");
        }
    }

    private static IEnumerable<ConfigurationProblem> Authentication(AuthenticationOptions authentication, string path)
    {
        if (authentication.Users.Count == 0)
        {
            yield return new($"{path}.users", "is empty, so that nobody is let in");
        }

        if (authentication.Algorithms.Count == 0)
        {
            yield return new($"{path}.algorithms", "is empty; sha-256 and md5 are there");
        }

        foreach (var (at, method) in (authentication.Methods ?? []).Index())
        {
            if (Unchallenged.Contains(method))
            {
                yield return new($"{path}.methods[{at}]", $"{method} is never challenged (RFC 3261 22.1)");
            }
            else if (method.Any(char.IsAsciiLetterLower))
            {
                yield return new($"{path}.methods[{at}]", "methods are written in capitals");
            }
        }

        foreach (var (at, user) in authentication.Users.Index())
        {
            if (authentication.Users.Take(at).Any(other => other.User == user.User))
            {
                yield return new($"{path}.users[{at}].user", $"\"{user.User}\" stands twice");
            }

            if (user.Password is null && authentication.Algorithms.Any(algorithm => (algorithm == DigestAlgorithm.Md5 ? user.Ha1Md5 : user.Ha1Sha256) is null))
            {
                yield return new($"{path}.users[{at}]", $"needs a password, or H(A1) for each of {string.Join(", ", authentication.Algorithms.Select(Digest.Token))}");
            }

            foreach (var problem in Account(user, $"{path}.users[{at}]", needsRealm: false))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<ConfigurationProblem> Account(AccountOptions account, string path, bool needsRealm)
    {
        var hashed = account.Ha1Md5 is not null || account.Ha1Sha256 is not null;
        if (account.User.Length == 0)
        {
            yield return new($"{path}.user", "needs a name");
        }

        if ((account.Password is null) != hashed)
        {
            yield return new(path, hashed ? "has a password and H(A1); keep one of them" : "needs a password, or H(A1)");
        }

        if (hashed && needsRealm && account.Realm is null)
        {
            yield return new($"{path}.realm", "H(A1) is good for one realm: name it");
        }

        foreach (var (key, secret) in new[] { ("password", account.Password), ("ha1Md5", account.Ha1Md5), ("ha1Sha256", account.Ha1Sha256) })
        {
            string? problem = null;
            if (secret is not null && secret.Read(out problem) is null)
            {
                yield return new($"{path}.{key}.secret", problem ?? "cannot be read");
            }
        }
    }

    private static ConfigurationProblem[] OfSip(string path, bool isThere) => isThere ? [new(path, "is for SIP peers")] : [];
}
