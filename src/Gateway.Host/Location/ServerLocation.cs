using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Gateway.Codecs.Sip.Dns;
using Gateway.Exchange.Peers;
using Gateway.Sip;

namespace Gateway.Host.Location;

/// <summary>What to do next to find the servers behind a name.</summary>
public abstract record LocationStep
{
    /// <summary>These questions need answers first.</summary>
    public sealed record Ask(ImmutableArray<DnsQuestion> Questions) : LocationStep;

    /// <summary>There they are, in the order in which they are to be tried.</summary>
    /// <param name="Ttl">For how many seconds that is so; null when nothing says.</param>
    public sealed record Found(ImmutableArray<SipDestination> Places, uint? Ttl) : LocationStep;

    public sealed record Lost(string Why) : LocationStep;
}

/// <summary>
/// Locating SIP servers, RFC 3263 (2002) 4, for a peer as client: by what is known so far it says what to ask, or where to go. Pure: it is asked again when
/// answers have come.
/// </summary>
/// <param name="doors">Our listeners, of which only those transports and address families count that they have, in their order.</param>
/// <param name="below">A number drawn from 0 to one less than its argument, for the weights of RFC 2782.</param>
public sealed class ServerLocation(IReadOnlyList<Listener> doors, Func<int, int> below)
{
    /// <summary>More places than that are not tried, nor more hosts of a service asked for.</summary>
    public const int MostPlaces = 32;

    /// <summary>Without a word of DNS the first of these that we have is taken (RFC 3263 4.1: UDP for sip URIs).</summary>
    private static readonly SipTransport[] Preferred = [SipTransport.Udp, SipTransport.Tcp, SipTransport.Tls];

    public LocationStep Next(SipPlace.Named name, IReadOnlyDictionary<DnsQuestion, DnsAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(name);
        var known = new Known(answers);
        if (name.Port is { } port)
        {
            // RFC 3263 4.1, 4.2: a port that is named leaves nothing to ask for but addresses; without a transport it is UDP.
            return Hosts([new Target(name.Transport ?? SipTransport.Udp, name.Host, port)], known, $"{name.Host} has no address");
        }

        var services = name.Transport is { } only ? [(only, Service(only, name.Host))] : Rules(name.Host, known);
        if (known.Unfinished is { } rules)
        {
            return rules;
        }

        var targets = new List<Target>();
        var isService = false;
        foreach (var (transport, service) in services)
        {
            var records = service is { } asked ? known.Of<DnsRecord.Service>(new DnsQuestion(asked, DnsType.Srv)) : [];
            isService |= records.Length > 0;
            // RFC 2782: the root as target says that the service is not there.
            targets.AddRange(ServiceOrder.Of(records.Where(one => !one.Target.IsRoot && one.Port > 0), below).Select(one => new Target(transport, one.Target, one.Port)));
        }

        if (known.Missing is { } more)
        {
            return more;
        }

        if (isService)
        {
            return Hosts(targets, known, targets.Count > 0 ? $"no host of a SIP service of {name.Host} has an address" : $"{name.Host} says that it has no SIP service");
        }

        if (known.Failure is { } failure)
        {
            return failure;
        }

        // RFC 3263 4.2: no SRV record, so the name is a host.
        var plain = name.Transport ?? Preferred.First(IsOurs);
        return Hosts([new Target(plain, name.Host, plain == SipTransport.Tls ? 5061 : 5060)], known, $"{name.Host} has no NAPTR, SRV or address record");
    }

    /// <summary>RFC 3263 4.1: the transports that the domain's NAPTR records name, by their order and preference; without any, those that have SRV records.</summary>
    private List<(SipTransport, DnsName?)> Rules(DnsName host, Known known)
    {
        var rules = known.Of<DnsRecord.NamingAuthority>(new DnsQuestion(host, DnsType.Naptr))
            .Where(rule => rule.Flags.Equals("s", StringComparison.OrdinalIgnoreCase) && rule.Regexp.Length == 0 && !rule.Replacement.IsRoot)
            .Select(rule => (Rule: rule, Transport: TransportOf(rule.Services)))
            .Where(one => one.Transport is { } transport && IsOurs(transport))
            .ToArray();
        if (rules.Length == 0)
        {
            return [.. Preferred.Where(IsOurs).Select(transport => (transport, Service(transport, host)))];
        }

        // RFC 3403 4.1: once a rule fits, those of a higher order do not count.
        var order = rules.Min(one => one.Rule.Order);
        return [.. rules.Where(one => one.Rule.Order == order).OrderBy(one => one.Rule.Preference).Select(one => (one.Transport!.Value, (DnsName?)one.Rule.Replacement))];
    }

    private LocationStep Hosts(IReadOnlyList<Target> targets, Known known, string otherwise)
    {
        var places = new List<SipDestination>();
        foreach (var target in targets.Take(MostPlaces))
        {
            foreach (var family in doors.Where(door => door.Transport == target.Transport).Select(door => door.Family).Distinct())
            {
                var question = new DnsQuestion(target.Host, family == AddressFamily.InterNetwork ? DnsType.A : DnsType.Aaaa);
                places.AddRange(known.Of<DnsRecord.Address>(question).Select(record => new SipDestination(new IPEndPoint(record.Value, target.Port), target.Transport)));
            }
        }

        return known.Missing is { } missing ? missing
            : places.Count > 0 ? new LocationStep.Found([.. places.Distinct().Take(MostPlaces)], known.Failure is null ? known.Ttl : 0)
            : known.Failure is { } failure ? failure
            : new LocationStep.Lost(otherwise);
    }

    private bool IsOurs(SipTransport transport) => doors.Any(door => door.Transport == transport);

    private static SipTransport? TransportOf(string service) => service.ToUpperInvariant() switch
    {
        "SIP+D2U" => SipTransport.Udp,
        "SIP+D2T" => SipTransport.Tcp,
        "SIPS+D2T" => SipTransport.Tls,
        _ => null,
    };

    private static DnsName? Service(SipTransport transport, DnsName host) => host.Below(transport switch
    {
        SipTransport.Tls => "_sips._tcp",
        SipTransport.Tcp => "_sip._tcp",
        _ => "_sip._udp",
    });

    private readonly record struct Target(SipTransport Transport, DnsName Host, int Port);

    /// <summary>The answers so far, and what looking at them showed.</summary>
    private sealed class Known(IReadOnlyDictionary<DnsQuestion, DnsAnswer> answers)
    {
        private readonly List<DnsQuestion> missing = [];
        private string? failed;

        public uint? Ttl { get; private set; }

        public LocationStep.Ask? Missing => missing.Count > 0 ? new LocationStep.Ask([.. missing.Distinct()]) : null;

        public LocationStep.Lost? Failure => failed is null ? null : new LocationStep.Lost(failed);

        public LocationStep? Unfinished => (LocationStep?)Missing ?? Failure;

        public ImmutableArray<TRecord> Of<TRecord>(DnsQuestion question)
        {
            switch (answers.GetValueOrDefault(question))
            {
                case DnsAnswer.Records(var all, var ttl):
                    Ttl = ttl is { } seconds ? Math.Min(Ttl ?? seconds, seconds) : Ttl;
                    return [.. all.OfType<TRecord>()];
                case DnsAnswer.Failed(var why):
                    failed ??= why;
                    return [];
                default:
                    missing.Add(question);
                    return [];
            }
        }
    }
}
