using Gateway.Sip.Dialogs;
using Gateway.Sip.Refer;
using Gateway.Sip.Registration;

namespace Gateway.Sip;

/// <summary>Who sent a request and wants its response.</summary>
internal abstract record RequestUser
{
    public sealed record Invite(CallSession Call) : RequestUser;

    public sealed record Probe(ProbeHandle Handle) : RequestUser;

    /// <summary>A re-INVITE or UPDATE.</summary>
    public sealed record Modify(CallSession Call, SharedDialog Dialog) : RequestUser;

    public sealed record Bye(CallSession Call) : RequestUser;

    public sealed record Notify(NotifierUsage Usage, ReferNotifier.Notification Notification) : RequestUser;

    public sealed record Refer(SubscriberUsage Usage) : RequestUser;

    public sealed record Register(RegistrationUsage Usage) : RequestUser;

    /// <summary>CANCEL, PRACK, and the BYE of a fork nobody wants: sent for its effect alone.</summary>
    public sealed record Nobody : RequestUser;
}
