using System.Collections.Immutable;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip;

namespace Gateway.Exchange.Peers;

/// <summary>How a call reaches a SIP party: the flow of its INVITE, its Request-URI, To and Route.</summary>
public sealed record SipWay(Flow Flow, SipUri Target, NameAddr To)
{
    public ImmutableArray<NameAddr> Routes { get; init; } = [];
}
