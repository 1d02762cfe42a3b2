using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip.Dialogs;

namespace Gateway.Sip;

/// <summary>Names one OPTIONS of ours. Given by <see cref="SipStack.NewProbe"/>; never reused.</summary>
public readonly record struct ProbeHandle(long Value)
{
    public override string ToString() => $"probe {Value}";
}

public abstract partial record SipCommand
{
    /// <summary>Asks by OPTIONS whether somebody is there. Always answered by ProbeEnded.</summary>
    public sealed record Probe(ProbeHandle Handle, Flow Flow, SipUri Target) : SipCommand;
}

public abstract partial record SipIndication
{
    /// <summary>The end of a <see cref="SipCommand.Probe"/>.</summary>
    /// <param name="Status">Of the final response; null when none came, or the request did not leave.</param>
    public sealed record ProbeEnded(ProbeHandle Probe, int? Status) : SipIndication;
}

/// <summary>OPTIONS outside of dialogs: RFC 3261 (2002) 11.1.</summary>
public sealed partial class SipStack
{
    public ProbeHandle NewProbe() => new(turn.NewOwner());

    private void Probe(SipCommand.Probe probe)
    {
        var own = SipUri.Create(null, probe.Flow.Local.Host, probe.Flow.Local.Port);
        var options = new SipRequest(SipMethod.Options, probe.Target)
        {
            From = NameAddr.Create(own).WithTag(identifiers.NextTag()),
            To = NameAddr.Create(probe.Target),
            CallId = identifiers.NextCallId(),
            CSeq = new CSeq(1, SipMethod.Options),
            MaxForwards = 70,
            Contact = ContactOf(probe.Flow, null),
            Accept = [SipContent.SdpType],
            UserAgent = this.options.Product,
        };
        Send(options, probe.Flow, new RequestUser.Probe(probe.Handle));
    }
}
