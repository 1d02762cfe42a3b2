using Gateway.Sip.Registration;

namespace Gateway.Sip;

public abstract partial record SipCommand
{
    /// <summary>Makes a binding at a registrar and keeps it. Answered by Registered or RegistrationLost, each time that changes or is confirmed.</summary>
    public sealed record Register(RegistrationHandle Registration, RegistrationOrder Order) : SipCommand;

    /// <summary>The registrar is reached another way from now on: a binding that stands is made anew there at once, the next attempt of one that does not goes there.</summary>
    public sealed record MoveRegistration(RegistrationHandle Registration, Flow Flow) : SipCommand;

    /// <summary>Removes the binding. Always answered by RegistrationEnded.</summary>
    public sealed record Unregister(RegistrationHandle Registration) : SipCommand;
}
