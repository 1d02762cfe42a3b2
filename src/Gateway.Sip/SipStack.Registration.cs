using System.Collections.Immutable;
using System.Globalization;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Headers.Digest;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Registration;
using Gateway.Sip.Security;
using Gateway.Sip.Transactions;

namespace Gateway.Sip;

/// <summary>Registration in both roles: RFC 3261 10, RFC 3327, RFC 3608.</summary>
public sealed partial class SipStack
{
    private readonly Dictionary<RegistrationHandle, RegistrationUsage> registrations = [];
    private readonly Dictionary<string, Registrar> registrars = [];

    public RegistrationHandle NewRegistration() => new(turn.NewOwner());

    /// <summary>Where a user of a registrar is reached, the preferred place first.</summary>
    public ImmutableArray<Binding> BindingsOf(string registrar, string user, TimeSpan instant) =>
        registrars.TryGetValue(registrar, out var found) ? found.Of(user, instant) : [];

    private RegistrarRules? RegistrarAt(Flow flow) => options.Admission?.Rules(flow)?.Registrar;

    private void ServeRegister(ServerTransaction transaction, RegistrarRules rules)
    {
        var request = transaction.Request;
        var unsupported = request.Require.Where(option => !option.Equals("path", StringComparison.OrdinalIgnoreCase)).ToArray();
        var user = request.To.Uri.User;
        if (unsupported.Length > 0)
        {
            Respond(transaction, 420, response => response with { Unsupported = unsupported });
        }
        else if (user.Length == 0)
        {
            Respond(transaction, 404);
        }
        else if (!MayBind(transaction, user))
        {
            turn.Observe(request.CallId, $"{transaction.Source}: {request.To.Uri} is not to be bound by who proved to be somebody else (RFC 3261 10.3)");
            Respond(transaction, 403);
        }
        else
        {
            if (!registrars.TryGetValue(rules.Name, out var registrar))
            {
                registrars.Add(rules.Name, registrar = new Registrar(rules));
            }

            Conclude(transaction, rules, user, registrar.Register(request, user, transaction.Source, now));
        }
    }

    private void Conclude(ServerTransaction transaction, RegistrarRules rules, string user, Registrar.Outcome outcome)
    {
        switch (outcome)
        {
            case Registrar.Outcome.Bound(var bindings, var isNews):
                Respond(transaction, 200, response => response with
                {
                    Contacts = [.. bindings.Select(ToContact)],
                    // RFC 3327 5.3: who asked for it, or stood in it, sees what was kept.
                    Paths = transaction.Request.Paths,
                });
                if (isNews)
                {
                    turn.Indicate(new SipIndication.Bound(rules.Name, user, bindings));
                }

                break;
            case Registrar.Outcome.Refused(423, _):
                Respond(transaction, 423, response => response with { MinExpires = (int)rules.Least.TotalSeconds });
                break;
            case Registrar.Outcome.Refused(var status, var phrase):
                Respond(transaction, status, phrase: phrase);
                break;
        }
    }

    /// <summary>RFC 3261 10.3 step 4: who had to prove a name binds that name alone. The door has seen that the proof is right.</summary>
    private bool MayBind(ServerTransaction transaction, string user) =>
        options.Admission?.Rules(transaction.Source)?.Digest is not { } digest || !digest.Challenges("REGISTER")
        || transaction.Request.Authorization.Select(DigestCredentials.Parse).FirstOrDefault(one => one?.Realm == digest.Realm)?.Username == user;

    private NameAddr ToContact(Binding binding)
    {
        var contact = NameAddr.Create(binding.Contact).WithParameter("expires", ((int)Math.Ceiling((binding.Until - now).TotalSeconds)).ToString(CultureInfo.InvariantCulture));
        return binding.Preference == 1 ? contact : contact.WithParameter("q", binding.Preference.ToString(CultureInfo.InvariantCulture));
    }

    private void Register(SipCommand.Register order)
    {
        var usage = new RegistrationUsage(order.Registration, order.Order, identifiers.NextCallId(), identifiers.NextTag());
        registrations.Add(usage.Handle, usage);
        Carry(usage, RegistrationClient.Begin());
    }

    private void Move(RegistrationUsage usage, Flow flow)
    {
        usage.Order = usage.Order with { Flow = flow };
        Advance(usage, new RegistrationClient.Input.FlowLost());
    }

    private void Advance(RegistrationUsage usage, RegistrationClient.Input input) => Carry(usage, RegistrationClient.Handle(usage.State, input));

    private void Carry(RegistrationUsage usage, Transition<RegistrationClient.State, RegistrationClient.Output> transition)
    {
        usage.State = transition.Next;
        foreach (var output in transition.Outputs)
        {
            Act(usage, output);
        }

        if (usage.State is RegistrationClient.State.Ended)
        {
            registrations.Remove(usage.Handle);
        }
    }

    private void Act(RegistrationUsage usage, RegistrationClient.Output output)
    {
        switch (output)
        {
            case RegistrationClient.Output.SendRegister(var removes):
                SendRegister(usage, removes);
                break;
            case RegistrationClient.Output.Want(var interval):
                usage.Interval = interval;
                break;
            case RegistrationClient.Output.StartRefresh(var granted):
                // Room for one transaction to time out before the binding ends.
                turn.Start(usage.Handle.Value, SipTimer.RegistrationRefresh, granted > 4 * SipTimers.Table[SipTimer.F].Default ? granted - (2 * SipTimers.Table[SipTimer.F].Default) : granted / 2);
                break;
            case RegistrationClient.Output.StartRetry(var failures, var retryAfter):
                turn.Start(usage.Handle.Value, SipTimer.RegistrationRetry, retryAfter ?? Backoff(failures));
                break;
            case RegistrationClient.Output.Stop(var timer):
                turn.Stop(usage.Handle.Value, timer);
                break;
            case RegistrationClient.Output.IndicateRegistered(var response, var granted):
                turn.Indicate(new SipIndication.Registered(usage.Handle, granted, [.. response.ServiceRoutes]));
                break;
            case RegistrationClient.Output.IndicateLost(var why):
                turn.Indicate(new SipIndication.RegistrationLost(usage.Handle, why));
                break;
            case RegistrationClient.Output.IndicateEnded:
                turn.Indicate(new SipIndication.RegistrationEnded(usage.Handle));
                break;
        }
    }

    /// <summary>RFC 5626 4.5: 30 s, doubled with each failure up to 1800 s, and of that between half and all.</summary>
    private TimeSpan Backoff(int failures)
    {
        var most = Math.Min(1800, 30 * (1 << Math.Min(failures, 6)));
        return TimeSpan.FromSeconds((most / 2) + identifiers.NextBelow((most / 2) + 1));
    }

    private void SendRegister(RegistrationUsage usage, bool removes)
    {
        var (flow, order) = (usage.Order.Flow, usage.Order);
        usage.Sequence++;
        var register = new SipRequest(SipMethod.Register, order.Registrar)
        {
            From = order.AddressOfRecord.WithTag(usage.Tag),
            To = order.AddressOfRecord,
            CallId = usage.CallId,
            CSeq = new CSeq(usage.Sequence, SipMethod.Register),
            MaxForwards = 70,
            Routes = order.Routes,
            Contact = ContactOf(usage),
            Expires = removes ? 0 : (int)usage.Interval.TotalSeconds,
            Allow = AllowedMethods,
            Supported = ["path"],
            UserAgent = options.Product,
        };
        Send(register, flow, new RequestUser.Register(usage));
    }

    private static NameAddr ContactOf(RegistrationUsage usage) => ContactOf(usage.Order.Flow, usage.Order.AddressOfRecord.Uri.User);

    private void TakeRegisterResponse(RegistrationUsage usage, SipResponse response)
    {
        if (response is { Status: 423, MinExpires: { } least } && TimeSpan.FromSeconds(least) > usage.Interval)
        {
            Advance(usage, new RegistrationClient.Input.IntervalTooBrief(TimeSpan.FromSeconds(least)));
        }
        else if (response.IsSuccess)
        {
            var own = ContactOf(usage).Uri;
            var listed = response.Contacts.FirstOrDefault(contact => !contact.IsWildcard && contact.Uri.Matches(own));
            // RFC 3261 10.2.4: what the registrar says counts, not what was asked for.
            var granted = listed?.Expires ?? response.Expires ?? (int)usage.Interval.TotalSeconds;
            Advance(usage, granted > 0 || usage.State is RegistrationClient.State.Unregistering
                ? new RegistrationClient.Input.Accepted(response, TimeSpan.FromSeconds(granted))
                : new RegistrationClient.Input.Failed(new CallEnd(EndedBy.Refusal, response), null));
        }
        else
        {
            Advance(usage, new RegistrationClient.Input.Failed(
                new CallEnd(EndedBy.Refusal, response), response.RetryAfter is { } later ? TimeSpan.FromSeconds(Math.Clamp(later.Seconds, 1, 86_400)) : null));
        }
    }

    /// <summary>What is registered over a connection that is gone is registered over another.</summary>
    private void LoseFlow(Flow flow, string? branch)
    {
        foreach (var usage in registrations.Values.Where(usage => branch is null && usage.Order.Flow == flow).ToArray())
        {
            Advance(usage, new RegistrationClient.Input.FlowLost());
        }
    }
}
