using System.Net;
using Gateway.Engine.Policy;
using Gateway.Engine.Routing;
using Gateway.Host.Records;

namespace Gateway.Host.Options;

/// <summary>Finds contradictions that no parser sees: names that point nowhere, ids used twice, rules that can never match.</summary>
public static class ConfigurationCheck
{
    private static readonly string[] MethodNames = [.. EngineBinding.Methods.Keys.Order(StringComparer.Ordinal)];

    public static IEnumerable<ConfigurationProblem> Problems(GatewayConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return [.. Ids(configuration), .. Doors(configuration), .. SipCheck.Listeners(configuration), .. SipCheck.Bounds(configuration), .. SecurityCheck.Problems(configuration), .. Peers(configuration), .. Numbers(configuration), .. Transfers(configuration), .. Rest(configuration)];
    }

    private static IEnumerable<ConfigurationProblem> Ids(GatewayConfiguration c) =>
    [
        .. Ids("listeners", c.Listeners.Select(one => one.Id)),
        .. Ids("trunks", c.Trunks.Select(one => one.Id)),
        .. Ids("peers", c.Peers.Select(one => one.Id)),
        .. Ids("numbering", c.Numbering.Select(one => one.Id)),
        .. Ids("routes", c.Routes.Select(one => one.Id)),
        .. Ids("transferPolicy.rules", c.TransferPolicy.Rules.Select(one => one.Id)),
    ];

    private static IEnumerable<ConfigurationProblem> Ids(string list, IEnumerable<string> ids)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, id) in ids.Index())
        {
            if (id.Length == 0)
            {
                yield return new($"{list}[{index}].id", "every entry needs an id; it is the name that logs and records use");
            }
            else if (!seen.TryAdd(id, index))
            {
                yield return new($"{list}[{index}].id", $"\"{id}\" is already the id of {list}[{seen[id]}]");
            }
        }
    }

    private static IEnumerable<ConfigurationProblem> Doors(GatewayConfiguration c)
    {
        if (c.SchemaVersion != 1)
        {
            yield return new("schemaVersion", $"this gateway reads version 1, not {c.SchemaVersion}");
        }

        var taken = new Dictionary<(bool Tcp, IPEndPoint), string>();
        foreach (var (path, tcp, bind) in
            c.Listeners.Select((one, i) => ($"listeners[{i}].bind", one.Protocol != ListenerProtocol.SipUdp, one.Bind))
            .Concat(c.Trunks.Select((one, i) => ($"trunks[{i}].bind", false, one.Bind)))
            .Where(door => door.Item3.Port != 0))
        {
            if (!taken.TryAdd((tcp, bind), path))
            {
                yield return new(path, $"{bind} is already taken by {taken[(tcp, bind)]}");
            }
        }

        foreach (var (index, trunk) in c.Trunks.Index())
        {
            if (trunk.Remote.Port == 0)
            {
                yield return new($"trunks[{index}].remote", "needs the address and port the other side of the D-channel listens on");
            }
        }
    }

    private static IEnumerable<ConfigurationProblem> Peers(GatewayConfiguration c)
    {
        foreach (var (index, peer) in c.Peers.Index())
        {
            var path = $"peers[{index}]";
            if (peer.Protocol == PeerProtocol.Isdn)
            {
                if (peer.Trunk is null || c.Trunks.All(trunk => trunk.Id != peer.Trunk))
                {
                    yield return new($"{path}.trunk", Nowhere(peer.Trunk, "trunk", c.Trunks.Select(trunk => trunk.Id)));
                }
                else if (c.Peers.Take(index).Any(other => other.Trunk == peer.Trunk))
                {
                    yield return new($"{path}.trunk", $"\"{peer.Trunk}\" already belongs to another peer");
                }
            }
            else
            {
                if (c.Listeners.All(one => one.Protocol == ListenerProtocol.H323Tcp != (peer.Protocol == PeerProtocol.H323)))
                {
                    yield return new($"{path}.protocol", "no listener speaks this protocol");
                }

                if (peer.Address is null && peer.Addresses.Count == 0 && peer.Sources.Count == 0)
                {
                    yield return new(path, "needs an address to call, or sources it calls from");
                }
            }

            foreach (var problem in SipCheck.Ways(c, peer, path))
            {
                yield return problem;
            }

            foreach (var (at, source) in peer.Sources.Index())
            {
                if (!IPNetwork.TryParse(source, out _))
                {
                    yield return new($"{path}.sources[{at}]", $"\"{source}\" is not a network like \"10.1.0.0/16\"");
                }
            }

            foreach (var (at, method) in peer.Methods.Index())
            {
                if (!EngineBinding.Methods.ContainsKey(method))
                {
                    yield return new($"{path}.methods[{at}]", Nowhere(method, "transfer method", MethodNames));
                }
                else if (EngineBinding.Misfit(peer, method, c.Trunks.FirstOrDefault(trunk => trunk.Id == peer.Trunk)) is { } misfit)
                {
                    yield return new($"{path}.methods[{at}]", $"\"{method}\" {misfit}");
                }
            }
        }
    }

    private static IEnumerable<ConfigurationProblem> Numbers(GatewayConfiguration c)
    {
        var peers = c.Peers.Select(peer => peer.Id).ToArray();
        foreach (var (index, rule) in c.Numbering.Index())
        {
            foreach (var problem in Pattern($"numbering[{index}].match", rule.Match).Concat(Peer($"numbering[{index}].peer", rule.Peer, peers)))
            {
                yield return problem;
            }
        }

        foreach (var (index, route) in c.Routes.Index())
        {
            foreach (var problem in Pattern($"routes[{index}].called", route.Called)
                .Concat(Peer($"routes[{index}].from", route.From, peers)).Concat(Peer($"routes[{index}].to", route.To, peers)))
            {
                yield return problem;
            }

            if (c.Peers.FirstOrDefault(peer => peer.Id == route.To) is { Protocol: not PeerProtocol.Isdn, Registrar: false, Address: null, Addresses.Count: 0 })
            {
                yield return new($"routes[{index}].to", $"peer \"{route.To}\" has no address to call");
            }

            if (c.Routes.Take(index).FirstOrDefault(earlier => earlier.Called is null && earlier.From is null) is { } hides)
            {
                yield return new($"routes[{index}]", $"is never reached: \"{hides.Id}\" above takes every call");
            }
        }
    }

    private static IEnumerable<ConfigurationProblem> Transfers(GatewayConfiguration c)
    {
        var peers = c.Peers.Select(peer => peer.Id).ToArray();
        foreach (var (index, rule) in c.TransferPolicy.Rules.Index())
        {
            var path = $"transferPolicy.rules[{index}]";
            foreach (var problem in Peer($"{path}.initiator", rule.Initiator, peers).Concat(Peer($"{path}.transferee", rule.Transferee, peers))
                .Concat(Pattern($"{path}.target", rule.Target)).Concat(Pattern($"{path}.initiatorParty", rule.InitiatorParty)))
            {
                yield return problem;
            }

            foreach (var (at, method) in rule.Methods.Index())
            {
                if (!EngineBinding.Methods.ContainsKey(method))
                {
                    yield return new($"{path}.methods[{at}]", Nowhere(method, "transfer method", MethodNames));
                }
            }

            if (rule is { Action: RuleAction.Allow, Methods.Count: 0 })
            {
                yield return new($"{path}.methods", "an allowing rule needs at least one method");
            }

            if (rule is { Action: RuleAction.Deny, Methods.Count: > 0 })
            {
                yield return new($"{path}.methods", "a denying rule tries no method");
            }
        }

        foreach (var (path, pattern) in c.TransferPolicy.AllowedTargets.Select((one, i) => ($"transferPolicy.allowedTargets[{i}]", one))
            .Concat(c.TransferPolicy.DeniedTargets.Select((one, i) => ($"transferPolicy.deniedTargets[{i}]", one))))
        {
            foreach (var problem in Pattern(path, pattern))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<ConfigurationProblem> Rest(GatewayConfiguration c)
    {
        if (c.Refer.AcceptStatus is not (200 or 202))
        {
            yield return new("refer.acceptStatus", $"is 202 or 200, not {c.Refer.AcceptStatus}");
        }

        foreach (var problem in c.Observability.Records is { } records ? Records(records) : [])
        {
            yield return problem;
        }

        foreach (var (index, trunk) in (c.Lab?.Switches ?? []).Index())
        {
            if (c.Trunks.All(one => one.Id != trunk))
            {
                yield return new($"lab.switches[{index}]", Nowhere(trunk, "trunk", c.Trunks.Select(one => one.Id)));
            }
        }
    }

    private static IEnumerable<ConfigurationProblem> Records(RecordOptions records)
    {
        if (records.File.Length == 0 || records.Keys.Count == 0)
        {
            yield return new("observability.records", "needs a file, and a key that seals");
        }

        foreach (var (index, key) in records.Keys.Index())
        {
            if (key.Id.Length == 0 || !key.Id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_'))
            {
                yield return new($"observability.records.keys[{index}].id", "is of letters, digits, '-', '.' and '_'");
            }
        }

        foreach (var problem in Ids("observability.records.keys", records.Keys.Select(key => key.Id)))
        {
            yield return problem;
        }

        if (RecordKey.Read(records, out var unread) is null)
        {
            yield return unread!;
        }
    }

    private static IEnumerable<ConfigurationProblem> Peer(string path, string? name, IReadOnlyList<string> peers) =>
        name is null || peers.Contains(name) ? [] : [new ConfigurationProblem(path, Nowhere(name, "peer", peers))];

    private static IEnumerable<ConfigurationProblem> Pattern(string path, string? notation)
    {
        string? wrong = null;
        try
        {
            _ = notation is null ? null : new NumberPattern(notation);
        }
        catch (ArgumentException e)
        {
            wrong = e.Message;
        }

        return wrong is null ? [] : [new ConfigurationProblem(path, wrong)];
    }

    private static string Nowhere(string? name, string kind, IEnumerable<string> known) =>
        $"there is no {kind} \"{name}\"; known: {string.Join(", ", known)}";
}
