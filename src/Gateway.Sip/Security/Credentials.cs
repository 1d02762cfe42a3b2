using System.Collections.Immutable;
using System.Net;
using Gateway.Codecs.Sip.Headers.Digest;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Sip.Security;

/// <summary>One party that challenges: the user agent (401) or a proxy (407) behind an address, by its realm.</summary>
internal readonly record struct ProtectionSpace(bool Proxy, string Realm);

/// <summary>
/// Our answers to the challenges of others: RFC 3261 22.2 and 22.3, RFC 7616 3.4, RFC 8760 2.4. A challenge is kept and answered ahead of
/// time in later requests to the same address, with the next nonce count, until another takes its place.
/// </summary>
internal sealed class Credentials(IIdentifierSource identifiers, Func<Flow, IReadOnlyList<DigestAccount>> accounts)
{
    private const int Addresses = 1_024, Spaces = 8;

    /// <summary>How often one party may say "stale" to one request before it is taken for a refusal.</summary>
    private const int Patience = 3;

    private readonly Dictionary<IPEndPoint, Dictionary<ProtectionSpace, Challenged>> known = [];
    private readonly Queue<IPEndPoint> order = new();

    /// <summary>The request with credentials for everybody at that address whose challenge is known.</summary>
    public SipRequest Prepare(SipRequest request, Flow flow)
    {
        if (!known.TryGetValue(flow.Remote, out var spaces) || request.Method == SipMethod.Cancel || request.Method == SipMethod.Ack)
        {
            return request;
        }

        return request with
        {
            Authorization = [.. spaces.Where(one => !one.Key.Proxy).Select(one => one.Value.Answer(request, identifiers.NextTag()).ToValue())],
            ProxyAuthorization = [.. spaces.Where(one => one.Key.Proxy).Select(one => one.Value.Answer(request, identifiers.NextTag()).ToValue())],
        };
    }

    /// <summary>Takes the challenges of a 401 or 407; null when they cannot be answered, or were answered already, and to no avail.</summary>
    /// <param name="answered">How often this request answered whom so far.</param>
    public ImmutableDictionary<ProtectionSpace, int>? Take(SipResponse response, Flow flow, ImmutableDictionary<ProtectionSpace, int> answered)
    {
        var before = answered;
        foreach (var (space, challenge) in Challenges(response))
        {
            if (Choose(space.Realm, challenge, accounts(flow)) is not { } chosen)
            {
                continue;
            }

            var times = answered.GetValueOrDefault(space);
            if (times > 0 && (!chosen.Challenge.Stale || times >= Patience))
            {
                // The password is wrong; it is not to be offered in the next request either.
                Forget(flow.Remote, space);
                return null;
            }

            Keep(flow.Remote, space, chosen);
            answered = answered.SetItem(space, times + 1);
        }

        return answered == before ? null : answered;
    }

    private static Dictionary<ProtectionSpace, List<DigestChallenge>> Challenges(SipResponse response)
    {
        var spaces = new Dictionary<ProtectionSpace, List<DigestChallenge>>();
        foreach (var (proxy, value) in response.WwwAuthenticate.Select(value => (false, value)).Concat(response.ProxyAuthenticate.Select(value => (true, value))))
        {
            if (DigestChallenge.Parse(value) is not { } challenge)
            {
                continue;
            }

            var space = new ProtectionSpace(proxy, challenge.Realm);
            if (spaces.TryGetValue(space, out var list))
            {
                list.Add(challenge);
            }
            else if (spaces.Count < Spaces)
            {
                spaces.Add(space, [challenge]);
            }
        }

        return spaces;
    }

    /// <summary>The strongest that we can answer, whatever its place: nobody on the way shall talk us into a weaker one by shuffling lines.</summary>
    private static Challenged? Choose(string realm, List<DigestChallenge> challenges, IReadOnlyList<DigestAccount> accounts)
    {
        foreach (var algorithm in new[] { DigestAlgorithm.Sha256, DigestAlgorithm.Md5 })
        {
            foreach (var challenge in challenges.Where(one => Digest.Parse(one.Algorithm) == algorithm))
            {
                if (!TryQop(challenge, out var qop))
                {
                    continue;
                }

                foreach (var account in accounts)
                {
                    if (account.Ha1(algorithm, realm) is { } ha1)
                    {
                        return new Challenged(challenge, algorithm, account.User, ha1, qop);
                    }
                }
            }
        }

        return null;
    }

    private static bool TryQop(DigestChallenge challenge, out string? qop)
    {
        bool Offers(string wanted) => challenge.Qop.Contains(wanted, StringComparer.OrdinalIgnoreCase);
        qop = Offers(Digest.Auth) ? Digest.Auth : Offers(Digest.AuthInt) ? Digest.AuthInt : null;
        return qop is not null || challenge.Qop.Count == 0;
    }

    private void Keep(IPEndPoint remote, ProtectionSpace space, Challenged challenged)
    {
        if (!known.TryGetValue(remote, out var spaces))
        {
            if (known.Count >= Addresses)
            {
                known.Remove(order.Dequeue());
            }

            known.Add(remote, spaces = []);
            order.Enqueue(remote);
        }

        if (spaces.Count >= Spaces && !spaces.ContainsKey(space))
        {
            spaces.Clear();
        }

        spaces[space] = challenged;
    }

    private void Forget(IPEndPoint remote, ProtectionSpace space) => known.GetValueOrDefault(remote)?.Remove(space);

    /// <summary>A challenge and what answers it.</summary>
    private sealed class Challenged(DigestChallenge challenge, DigestAlgorithm algorithm, string user, string ha1, string? qop)
    {
        private uint count;

        public DigestChallenge Challenge => challenge;

        public DigestCredentials Answer(SipRequest request, string cnonce)
        {
            var uri = request.Uri.ToString();
            count++;
            var response = Digest.Response(algorithm, ha1, request.Method.Name, uri, challenge.Nonce, qop, count, cnonce, request.Body.Span);
            return new DigestCredentials(user, challenge.Realm, challenge.Nonce, uri, response)
            {
                Algorithm = challenge.Algorithm,
                Qop = qop,
                NonceCount = qop is null ? null : count,
                CNonce = qop is null ? null : cnonce,
                Opaque = challenge.Opaque,
            };
        }
    }
}
