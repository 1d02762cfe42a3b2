using System.Collections.Immutable;
using Gateway.Codecs.Sip.Headers;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Registration;

namespace Gateway.Sip;

public abstract partial record SipIndication
{
    /// <summary>Our binding is made or prolonged.</summary>
    /// <param name="ServiceRoutes">Requests for the registrar's domain take this way (RFC 3608 6.1).</param>
    public sealed record Registered(RegistrationHandle Registration, TimeSpan Granted, ImmutableArray<NameAddr> ServiceRoutes) : SipIndication;

    /// <summary>We have no binding; it is tried again.</summary>
    public sealed record RegistrationLost(RegistrationHandle Registration, CallEnd Why) : SipIndication;

    /// <summary>Our binding is removed, or left to expire. Always the last of a registration.</summary>
    public sealed record RegistrationEnded(RegistrationHandle Registration) : SipIndication;

    /// <summary>The contacts of a user of our registrar are others than before.</summary>
    public sealed record Bound(string Registrar, string User, ImmutableArray<Binding> Bindings) : SipIndication;
}
