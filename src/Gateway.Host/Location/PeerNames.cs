using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using Gateway.Codecs.Sip.Dns;
using Gateway.Engine.Legs;
using Gateway.Exchange;
using Gateway.Exchange.Peers;
using Gateway.Host.Logging;
using Gateway.Host.Options;
using Gateway.Sip;
using Serilog.Events;

namespace Gateway.Host.Location;

/// <summary>
/// Keeps the addresses of the SIP peers that are known by name: asks at start, when the records are no longer good, and when nobody answers at any of them.
/// What is learnt goes to the pump as one input. As long as a name cannot be resolved its last addresses stay.
/// </summary>
/// <param name="tell">Takes what is learnt.</param>
/// <param name="certify">Takes what the certificate at each address must be for (RFC 5922 4): what is configured, never what DNS said.</param>
internal sealed class PeerNames(
    GatewayConfiguration configuration,
    IReadOnlyList<Listener> doors,
    NoteLog log,
    TimeProvider clock,
    Func<ExchangeInput, ValueTask> tell,
    Action<string, IReadOnlyDictionary<IPEndPoint, string>> certify) : IAsyncDisposable
{
    /// <summary>NAPTR, SRV, addresses: three rounds; a server that keeps inventing names gets no more.</summary>
    private const int MostRounds = 6;

    /// <summary>A peer that is lost again and again is not asked for oftener.</summary>
    private readonly TimeSpan patience = TimeSpan.FromSeconds(Math.Min(5, configuration.Dns.MinimumSeconds));
    private readonly CancellationTokenSource ending = new();
    private readonly DnsResolver resolver = new(configuration.Dns, clock);
    private readonly ServerLocation location = new(doors, RandomNumberGenerator.GetInt32);
    private readonly Dictionary<string, Follower> followers = [];
    private Task following = Task.CompletedTask;

    public void Start()
    {
        foreach (var peer in configuration.Peers.Where(PeerPlaces.IsNamed))
        {
            followers.Add(peer.Id, new Follower(peer));
        }

        following = Task.WhenAll(followers.Values.Select(FollowAsync));
    }

    /// <summary>Nobody answers at any place of that peer.</summary>
    public void AskAgain(string peer) => followers.GetValueOrDefault(peer)?.Lost.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync().ConfigureAwait(false);
        await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ending.Dispose();
    }

    private async Task FollowAsync(Follower follower)
    {
        while (!ending.IsCancellationRequested)
        {
            follower.Lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var goodFor = patience;
            try
            {
                goodFor = await AskAsync(follower).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                // Of one round for one peer: the others, and the next, go on.
                Note(LogEventLevel.Error, "sip.peer.unresolved", follower, $"its names were not asked for: {e}");
            }

            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
            var soon = Task.Delay(patience, clock, waiting.Token);
            await Task.WhenAny(Task.Delay(goodFor, clock, waiting.Token), Task.WhenAll(follower.Lost.Task, soon)).ConfigureAwait(false);
            await waiting.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Asks for every name of a peer and tells what has changed.</summary>
    /// <returns>How long that is good for.</returns>
    private async Task<TimeSpan> AskAsync(Follower follower)
    {
        uint? ttl = null;
        var certified = new Dictionary<IPEndPoint, string>();
        var places = await AllAsync(PeerPlaces.Of(follower.Peer), name => follower.Peer.TlsName ?? follower.Peer.Domain ?? name).ConfigureAwait(false);
        var proxies = await AllAsync(PeerPlaces.ProxyOf(follower.Peer), name => follower.Peer.TlsName ?? name).ConfigureAwait(false);

        // A proxy that is wanted and not known leaves no way to the peer.
        var isReachable = follower.Peer.OutboundProxy is null ? places.Length > 0 : proxies.Length > 0;
        if (isReachable && !(follower.Told is { } told && told.Places.SequenceEqual(places) && told.Proxies.SequenceEqual(proxies)))
        {
            follower.Told = (places, proxies);
            certify(follower.Peer.Id, certified);
            await tell(new ExchangeInput.PeerLocated(new PeerName(follower.Peer.Id), places, proxies)).ConfigureAwait(false);
        }

        return TimeSpan.FromSeconds(Math.Clamp(ttl ?? uint.MaxValue, configuration.Dns.MinimumSeconds, configuration.Dns.MaximumSeconds));

        async Task<ImmutableArray<SipDestination>> AllAsync(IEnumerable<SipPlace> configured, Func<string, string> certificate)
        {
            var all = ImmutableArray.CreateBuilder<SipDestination>();
            foreach (var place in configured)
            {
                if (place is SipPlace.At(var destination))
                {
                    all.Add(destination);
                }
                else if (place is SipPlace.Named name)
                {
                    var (found, seconds) = await LocateAsync(follower, name).ConfigureAwait(false);
                    ttl = Math.Min(ttl ?? seconds, seconds);
                    all.AddRange(found);
                    foreach (var one in found)
                    {
                        certified.TryAdd(one.Remote, certificate(name.Host.Text));
                    }
                }
            }

            return [.. all.Distinct()];
        }
    }

    private async Task<(ImmutableArray<SipDestination> Places, uint Ttl)> LocateAsync(Follower follower, SipPlace.Named name)
    {
        var known = follower.Kept.GetValueOrDefault(name, []);
        switch (await LocateAsync(name).ConfigureAwait(false))
        {
            case LocationStep.Found(var places, var ttl):
                follower.Kept[name] = places;
                if (follower.Complaints.Remove(name))
                {
                    Note(LogEventLevel.Information, "sip.peer.resolved", follower, $"{name} is resolved again");
                }

                return (places, ttl ?? (uint)configuration.Dns.MaximumSeconds);
            case LocationStep.Lost(var why) when !ending.IsCancellationRequested:
                if (follower.Complaints.GetValueOrDefault(name) != why)
                {
                    follower.Complaints[name] = why;
                    Note(LogEventLevel.Warning, "sip.peer.unresolved", follower, $"{name} cannot be resolved: {why}; {(known.IsEmpty ? "nothing is known of where it is" : "its last addresses are kept")}");
                }

                break;
        }

        return (known, 0);
    }

    private async Task<LocationStep> LocateAsync(SipPlace.Named name)
    {
        var answers = new Dictionary<DnsQuestion, DnsAnswer>();
        for (var round = 0; round < MostRounds; round++)
        {
            if (location.Next(name, answers) is not LocationStep.Ask(var questions))
            {
                return location.Next(name, answers);
            }

            var told = await Task.WhenAll(questions.Select(question => AnswerAsync(question))).ConfigureAwait(false);
            foreach (var (question, answer) in questions.Zip(told))
            {
                answers[question] = answer;
            }
        }

        return new LocationStep.Lost($"{name} leads from name to name");
    }

    private async Task<DnsAnswer> AnswerAsync(DnsQuestion question)
    {
        try
        {
            return await resolver.AskAsync(question, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new DnsAnswer.Failed("the service stops");
        }
    }

    private void Note(LogEventLevel level, string name, Follower follower, string text) =>
        log.Write(level, $"{follower.Peer.Id}: {text}", ("event", name), ("peer", follower.Peer.Id));

    /// <summary>What is known of one peer. Touched by its own task alone, but for <see cref="Lost"/>.</summary>
    private sealed class Follower(PeerOptions peer)
    {
        public PeerOptions Peer { get; } = peer;

        public Dictionary<SipPlace.Named, ImmutableArray<SipDestination>> Kept { get; } = [];

        /// <summary>Names that are not resolved, with the reason that was told.</summary>
        public Dictionary<SipPlace.Named, string> Complaints { get; } = [];

        public (ImmutableArray<SipDestination> Places, ImmutableArray<SipDestination> Proxies)? Told { get; set; }

        public TaskCompletionSource Lost { get; set; } = new();
    }
}
