using System.Collections.Immutable;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Sip.Registration;

/// <summary>A registrar for one neighbour's telephones, and its bounds.</summary>
public sealed record RegistrarRules(string Name)
{
    /// <summary>Shorter intervals are refused with 423.</summary>
    public TimeSpan Least { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longer intervals, and none, are answered with this one.</summary>
    public TimeSpan Most { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Contacts of one address of record.</summary>
    public int Contacts { get; init; } = 5;

    /// <summary>Addresses of record with a binding.</summary>
    public int Users { get; init; } = 10_000;
}

/// <summary>One contact of an address of record (RFC 3261 10.3).</summary>
/// <param name="Preference">q, 0 to 1.</param>
/// <param name="Until">When it ends, on the stack's clock.</param>
/// <param name="Flow">The way its REGISTER came, and calls to it go: its own address may lie behind a translator.</param>
/// <param name="Path">RFC 3327 5.3: what lies between, in the order of Route.</param>
public sealed record Binding(SipUri Contact, decimal Preference, string CallId, uint Sequence, TimeSpan Until, Flow Flow, ImmutableArray<NameAddr> Path);

/// <summary>The bindings of one registrar (RFC 3261 10.3, steps 5 to 8). A request changes all that it asks for, or nothing.</summary>
internal sealed class Registrar(RegistrarRules rules)
{
    private readonly Dictionary<string, ImmutableArray<Binding>> users = [];

    /// <summary>What became of a REGISTER.</summary>
    internal abstract record Outcome
    {
        public sealed record Bound(ImmutableArray<Binding> Bindings, bool IsNews) : Outcome;

        public sealed record Refused(int Status, string? Phrase = null) : Outcome;
    }

    /// <summary>The bindings of a user that have not ended, the preferred and newest first.</summary>
    public ImmutableArray<Binding> Of(string user, TimeSpan now) =>
        users.TryGetValue(user, out var bindings) ? [.. bindings.Where(binding => binding.Until > now).OrderByDescending(binding => binding.Preference)] : [];

    public Outcome Register(SipRequest register, string user, Flow flow, TimeSpan now)
    {
        var before = Of(user, now);
        var bindings = before;
        if (register.Contacts.Any(contact => contact.IsWildcard))
        {
            if (register.Contacts.Count != 1 || register.Expires != 0)
            {
                return new Outcome.Refused(400, "Wildcard Stands Alone And Expires: 0");
            }

            if (bindings.Any(binding => IsBehind(register, binding)))
            {
                return new Outcome.Refused(500, "Out Of Order");
            }

            bindings = [];
        }
        else
        {
            foreach (var contact in register.Contacts)
            {
                var wanted = contact.Expires ?? register.Expires;
                var interval = wanted is { } seconds && seconds < rules.Most.TotalSeconds ? TimeSpan.FromSeconds(seconds) : rules.Most;
                if (interval > TimeSpan.Zero && interval < rules.Least)
                {
                    return new Outcome.Refused(423);
                }

                var known = bindings.FirstOrDefault(binding => binding.Contact.Matches(contact.Uri));
                if (known is not null && IsBehind(register, known))
                {
                    return new Outcome.Refused(500, "Out Of Order");
                }

                bindings = known is null ? bindings : bindings.Remove(known);
                if (interval > TimeSpan.Zero)
                {
                    bindings = bindings.Insert(0, new Binding(
                        contact.Uri.ForRequest(), contact.Q ?? 1, register.CallId, register.CSeq.Number, now + interval, flow, [.. register.Paths]));
                }
            }
        }

        if (bindings.Length > rules.Contacts)
        {
            return new Outcome.Refused(403, "Too Many Contacts");
        }

        if (!users.ContainsKey(user) && bindings.Length > 0 && users.Count >= rules.Users && !MadeRoom(now))
        {
            return new Outcome.Refused(503);
        }

        if (bindings.IsEmpty)
        {
            users.Remove(user);
        }
        else
        {
            users[user] = bindings;
        }

        return new Outcome.Bound(Of(user, now), !bindings.Select(binding => binding.Contact).ToHashSet().SetEquals(before.Select(binding => binding.Contact)));
    }

    /// <summary>RFC 3261 10.3 steps 6 and 7: within one Call-ID the sequence must rise.</summary>
    private static bool IsBehind(SipRequest register, Binding binding) => binding.CallId == register.CallId && register.CSeq.Number <= binding.Sequence;

    private bool MadeRoom(TimeSpan now)
    {
        foreach (var ended in users.Where(user => user.Value.All(binding => binding.Until <= now)).Select(user => user.Key).ToArray())
        {
            users.Remove(ended);
        }

        return users.Count < rules.Users;
    }
}
