using System.Security.Cryptography;
using System.Text;
using Gateway.Codecs.Sip.Headers.Digest;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Sip.Security;

/// <summary>
/// The door of the stack: who may say what, before any transaction is made of it. It answers without state, as RFC 3261 8.2.7 allows for
/// challenges: what it remembers is bounded, whatever comes.
/// </summary>
internal sealed class Admission(AdmissionSettings settings)
{
    private readonly Nonces nonces = new(settings.Key, settings.NonceLifetime, settings.Remembered);
    private readonly WrongPasswords wrong = new(settings.WrongPasswords, settings.Remembered);
    private readonly SourceRates<Source> strangers = new(settings.Remembered);
    private readonly SourceRates<Source> neighbours = new(settings.Remembered);
    private readonly SourceRates<Source> garbage = new(settings.Remembered);
    private readonly SourceRates<bool> everyStranger = new(1);
    private readonly Dictionary<Source, int> halfOpen = [];
    private int halfOpenInAll;

    /// <summary>What is done with a request that belongs to no running transaction.</summary>
    internal abstract record Verdict
    {
        public static readonly Verdict Pass = new Passed();

        public sealed record Passed : Verdict;

        /// <summary>It is answered, and forgotten.</summary>
        /// <param name="IsLockout">It is the last that is told of this sender for a while, and must not go under among the lines before it.</param>
        public sealed record Answer(SipResponse Response, string? Why, bool IsLockout = false) : Verdict;

        /// <summary>It is dropped.</summary>
        public sealed record Silence(string? Why) : Verdict;
    }

    /// <summary>Requests outside of dialogs are refused while it lasts; those inside are served.</summary>
    public bool Shedding { get; set; }

    /// <param name="dialog">The flow of the dialog it belongs to; null outside of any.</param>
    /// <param name="transactions">Server transactions that run.</param>
    public Verdict Judge(Flow flow, SipRequest request, Flow? dialog, int transactions, TimeSpan now)
    {
        // Inside a dialog a request may come from elsewhere than the INVITE: a proxy that records no route is left out of the way.
        var rules = settings.Rules(flow) ?? (dialog is null ? null : settings.Rules(dialog) ?? AdmissionRules.Open);
        if (request.Method == SipMethod.Ack)
        {
            return rules is null || IsOurTag(request) ? new Verdict.Silence(null) : Verdict.Pass;
        }

        if (rules is null)
        {
            return JudgeStranger(flow, request, now);
        }

        if (request.Method == SipMethod.Cancel)
        {
            return Verdict.Pass;
        }

        if (dialog is null && (Shedding || transactions >= settings.Transactions))
        {
            return Later(request, "overload");
        }

        if (dialog is null && rules.Rate is { } rate && !neighbours.Take(Source.Of(flow.Remote.Address), rate, now))
        {
            return Later(request, "too many requests of this address");
        }

        if (dialog is null && request.Method == SipMethod.Invite && request.To.Tag is null && IsFull(Source.Of(flow.Remote.Address)))
        {
            return Later(request, "too many unanswered calls");
        }

        if (!rules.Allows(flow.Local.Transport))
        {
            return Answer(request, 403, $"{flow.Local.Transport} is not allowed here", "Transport Not Allowed");
        }

        if (flow.Local.Transport != SipTransport.Tls && WantsTls(request.Uri))
        {
            return Answer(request, 403, $"{request.Uri} is for TLS alone", "TLS Required");
        }

        return rules.Digest is { } digest && digest.Challenges(request.Method.Name)
            ? Authenticate(flow, request, digest, dialog is null && rules.Registrar is not null, now)
            : Verdict.Pass;
    }

    /// <summary>Octets that are no message: a stranger's are answered as seldom as all it sends, a neighbour's as long as its faults are no flood.</summary>
    public bool MayAnswerGarbage(Flow flow, TimeSpan now) => settings.Rules(flow) is not null
        ? garbage.Take(Source.Of(flow.Remote.Address), settings.Garbage, now)
        : !settings.DropStrangers && MayHear(flow, now);

    /// <summary>A call came and is not yet answered.</summary>
    public Source Opened(Flow flow)
    {
        var source = Source.Of(flow.Remote.Address);
        halfOpen[source] = halfOpen.GetValueOrDefault(source) + 1;
        halfOpenInAll++;
        return source;
    }

    /// <summary>It is answered, or over.</summary>
    public void Closed(Source source)
    {
        halfOpenInAll--;
        if (--halfOpen[source] == 0)
        {
            halfOpen.Remove(source);
        }
    }

    private bool IsFull(Source source) => halfOpenInAll >= settings.HalfOpen || halfOpen.GetValueOrDefault(source) >= settings.HalfOpenPerSource;

    private Verdict JudgeStranger(Flow flow, SipRequest request, TimeSpan now) =>
        settings.DropStrangers || !MayHear(flow, now)
            ? new Verdict.Silence($"{request.Method} of a stranger dropped")
            : Answer(request, 403, $"{request.Method} of a stranger");

    private bool MayHear(Flow flow, TimeSpan now) =>
        strangers.Take(Source.Of(flow.Remote.Address), settings.Strangers, now)
        && everyStranger.Take(true, new Rate(50 * settings.Strangers.PerSecond, 50 * settings.Strangers.Burst), now);

    /// <summary>RFC 3261 26.2.2: sips wants TLS on every hop.</summary>
    private bool WantsTls(SipUri uri) => uri.IsSecure || settings.TlsDomains.Contains(uri.Host, StringComparer.OrdinalIgnoreCase);

    /// <param name="ownName">A telephone that registers here may speak for nobody but itself; a trunk has many behind it.</param>
    private Verdict Authenticate(Flow flow, SipRequest request, DigestRules rules, bool ownName, TimeSpan now)
    {
        var given = request.Authorization.Select(DigestCredentials.Parse).FirstOrDefault(one => one?.Realm == rules.Realm);
        if (given is null)
        {
            return Challenge(flow, request, rules, null, now);
        }

        var account = rules.Accounts.FirstOrDefault(one => one.User == given.Username);
        var algorithm = Digest.Parse(given.Algorithm);
        if (algorithm is not { } hash || !rules.Algorithms.Contains(hash) || given.Qop is not (Digest.Auth or Digest.AuthInt))
        {
            return Challenge(flow, request, rules, $"credentials by {given.Algorithm ?? "MD5"} with qop {given.Qop ?? "missing"} were not asked for", now);
        }

        if (!IsMeant(given.Uri, request.Uri))
        {
            // RFC 7616 3.4.6; the user part must do, because proxies rewrite the host.
            return Answer(request, 400, $"credentials are for {given.Uri}, not for {request.Uri}", "Digest URI Mismatch");
        }

        var source = Source.Of(flow.Remote.Address);
        if (wrong.IsLocked(source, given.Username, now))
        {
            return Answer(request, 403, null, "Too Many Wrong Passwords");
        }

        // Asked before the password is looked at: who makes up his source address has no nonce of ours and locks nobody out, and whether a
        // password is right shows only by an answer that counts when it is wrong.
        if (!nonces.IsGood(given.Nonce, rules.Realm, flow.Remote.Address, now))
        {
            return Challenge(flow, request, rules, null, now, stale: true);
        }

        // For a user that is not known the work is the same.
        var ha1 = account?.Ha1(hash, rules.Realm);
        var expected = Digest.Response(
            hash, ha1 ?? Digest.Ha1(hash, given.Username, rules.Realm, ""), request.Method.Name, given.Uri, given.Nonce, given.Qop, given.NonceCount ?? 0, given.CNonce, request.Body.Span);
        if (!Digest.Same(expected, given.Response) || ha1 is null)
        {
            return wrong.Wrong(source, given.Username, now) is { } locked
                ? Answer(request, 403, $"wrong credentials of {given.Username}, too often: {locked} is not heard for {settings.WrongPasswords.Lockout.TotalSeconds:0} s", "Too Many Wrong Passwords") with { IsLockout = true }
                : Challenge(flow, request, rules, $"wrong credentials of {given.Username}", now);
        }

        var verdict = nonces.Use(given.Nonce, rules.Realm, flow.Remote.Address, given.NonceCount ?? 0, now);
        if (verdict == NonceVerdict.Fresh)
        {
            wrong.Right(source, given.Username);
        }

        return verdict switch
        {
            NonceVerdict.Fresh when ownName && OtherName(request, given.Username) is { } other =>
                Answer(request, 403, $"{given.Username} speaks as {other} (RFC 3261 26.3.2)", "Not Your Name"),
            NonceVerdict.Fresh => Verdict.Pass,
            NonceVerdict.Replayed => Challenge(flow, request, rules, $"nonce count {given.NonceCount} of {given.Username} was used before (RFC 7616 5.5)", now, stale: true),
            _ => Challenge(flow, request, rules, null, now, stale: true),
        };
    }

    /// <summary>A name in From or the asserted identities that is neither the user's own nor withheld (RFC 3323 4.1.1.3); REGISTER is judged by its To.</summary>
    private static string? OtherName(SipRequest request, string user) => request.Method == SipMethod.Register
        ? null
        : request.AssertedIdentities.Prepend(request.From).Select(name => name.Uri.User).FirstOrDefault(name => name != user && name is not (null or "" or "anonymous"));

    private static bool IsMeant(string digestUri, SipUri uri) =>
        digestUri == uri.ToString() || (SipUri.Parse(digestUri) is { } meant && meant.User == uri.User && meant.Scheme == uri.Scheme);

    private Verdict.Answer Challenge(Flow flow, SipRequest request, DigestRules rules, string? why, TimeSpan now, bool stale = false)
    {
        var nonce = nonces.Next(rules.Realm, flow.Remote.Address, now);
        var response = request.Respond(401, Tag(request)) with
        {
            // RFC 8760 2.3: one header for each algorithm, preferred first.
            WwwAuthenticate = [.. rules.Algorithms.Select(algorithm => new DigestChallenge(rules.Realm, nonce)
            {
                Algorithm = algorithm.Token(),
                Qop = [Digest.Auth],
                Opaque = nonce[..16],
                Stale = stale,
            }.ToValue())],
        };
        return new Verdict.Answer(response, why);
    }

    private Verdict.Answer Later(SipRequest request, string why) => new(
        request.Respond(503, Tag(request)) with { RetryAfter = (int)settings.RetryAfter.TotalSeconds }, why);

    private Verdict.Answer Answer(SipRequest request, int status, string? why, string? phrase = null) =>
        new(request.Respond(status, Tag(request), phrase), why);

    /// <summary>RFC 3261 8.2.7: the same request gets the same tag, so that nothing needs remembering.</summary>
    private string Tag(SipRequest request)
    {
        // Not the branch: some telephones give the ACK of a refusal another.
        var text = $"{request.CallId} {request.From.Tag} {request.CSeq.Number}";
        return Convert.ToHexStringLower(HMACSHA256.HashData(settings.Key.Span, Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    /// <summary>The ACK of an answer of ours.</summary>
    private bool IsOurTag(SipRequest ack) => ack.To.Tag is { } tag && Digest.Same(Tag(ack), tag);
}
