using System.Collections.Immutable;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Sip.Registration;

/// <summary>Names one binding of ours at a registrar; given by <see cref="SipStack.NewRegistration"/>, never reused.</summary>
public readonly record struct RegistrationHandle(long Value)
{
    public override string ToString() => $"registration {Value}";
}

/// <summary>What is registered where (RFC 3261 10.2).</summary>
/// <param name="Flow">The way to the registrar, or to the proxy before it; calls for us come the same way.</param>
/// <param name="Registrar">The Request-URI: a domain without user.</param>
/// <param name="AddressOfRecord">To and From.</param>
/// <param name="Interval">How long the binding shall last.</param>
public sealed record RegistrationOrder(Flow Flow, SipUri Registrar, NameAddr AddressOfRecord, TimeSpan Interval)
{
    public ImmutableArray<NameAddr> Routes { get; init; } = [];
}

/// <summary>A binding of ours: the state of its machine, and what its REGISTER requests have in common (RFC 3261 10.2.4).</summary>
internal sealed class RegistrationUsage(RegistrationHandle handle, RegistrationOrder order, string callId, string tag)
{
    public RegistrationHandle Handle { get; } = handle;

    public RegistrationOrder Order { get; set; } = order;

    public string CallId { get; } = callId;

    public string Tag { get; } = tag;

    /// <summary>CSeq of the last REGISTER.</summary>
    public uint Sequence { get; set; }

    public TimeSpan Interval { get; set; } = order.Interval;

    public RegistrationClient.State State { get; set; } = new RegistrationClient.State.Ended();
}
