using System.Collections.Immutable;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Sip.Dialogs;

/// <summary>Names a dialog from our side (RFC 3261 12). A peer of RFC 2543 may have an empty tag.</summary>
public readonly record struct DialogId(string CallId, string LocalTag, string RemoteTag)
{
    /// <summary>The dialog a request of the peer belongs to.</summary>
    public static DialogId OfRequest(SipRequest request) => new(request.CallId, request.To.Tag ?? "", request.From.Tag ?? "");
}

/// <summary>The state of a dialog: RFC 3261 (2002) 12.</summary>
/// <param name="Local">Our address with our tag.</param>
/// <param name="Remote">The peer's address with its tag.</param>
/// <param name="RemoteTarget">Where requests go: the peer's Contact.</param>
/// <param name="RouteSet">In the order of our Route headers.</param>
/// <param name="LocalSequence">CSeq of our last request.</param>
/// <param name="RemoteSequence">CSeq of the peer's last request, or null when there was none.</param>
public sealed record Dialog(
    DialogId Id,
    NameAddr Local,
    NameAddr Remote,
    SipUri RemoteTarget,
    ImmutableArray<NameAddr> RouteSet,
    uint LocalSequence,
    uint? RemoteSequence,
    Flow Flow)
{
    /// <summary>12.1.2: the caller's view, from its request and a response with a To tag.</summary>
    public static Dialog OfCaller(SipRequest request, SipResponse response, Flow flow) => new(
        new DialogId(request.CallId, request.From.Tag ?? "", response.To.Tag ?? ""),
        request.From.Detached(),
        response.To.Detached(),
        Target(response.Contact, request.Uri),
        [.. response.RecordRoutes.Reverse()],
        request.CSeq.Number,
        null,
        flow);

    /// <summary>12.1.1: the callee's view, from the request and our own tag.</summary>
    public static Dialog OfCallee(SipRequest request, string localTag, Flow flow) => new(
        new DialogId(request.CallId, localTag, request.From.Tag ?? ""),
        request.To.WithTag(localTag),
        request.From.Detached(),
        Target(request.Contact, request.From.Uri),
        [.. request.RecordRoutes],
        0,
        request.CSeq.Number,
        flow);

    /// <summary>12.2.1.1: a request inside the dialog, without Via.</summary>
    /// <param name="sequence">An ACK repeats that of its INVITE, every other request has the next one.</param>
    /// <param name="contact">Our Contact, where the request has one.</param>
    /// <param name="session">Session-ID (RFC 7989).</param>
    /// <param name="product">What we say of ourselves in User-Agent.</param>
    public SipRequest Request(SipMethod method, uint sequence, NameAddr? contact, TokenValue? session, string? product)
    {
        // A first hop without lr is a strict router: it wants its own URI in the request line (12.2.1.1).
        var strict = RouteSet is [var first, ..] && !first.Uri.Parameters.Contains("lr");
        return new SipRequest(method, strict ? RouteSet[0].Uri.ForRequest() : RemoteTarget.ForRequest())
        {
            From = Local,
            To = Remote,
            CallId = Id.CallId,
            CSeq = new CSeq(sequence, method),
            Routes = strict ? [.. RouteSet.Skip(1), NameAddr.Create(RemoteTarget)] : RouteSet,
            MaxForwards = 70,
            Contact = contact,
            SessionId = session,
            UserAgent = product,
        };
    }

    /// <summary>12.2.2: a lower number is out of order. An equal one is none of ours to take twice either.</summary>
    public bool Follows(SipRequest request) => RemoteSequence is not { } last || request.CSeq.Number > last;

    /// <summary>
    /// 12.2.2: takes over the sequence number, and of a target refresh request the Contact. That of INVITE and UPDATE counts only
    /// once the request is accepted (RFC 6141 4); see <see cref="Refreshed"/>. Their From may be a new name (RFC 4916 4.4).
    /// </summary>
    public Dialog After(SipRequest request)
    {
        var next = this with { RemoteSequence = request.CSeq.Number };
        return request.Method == SipMethod.Invite || request.Method == SipMethod.Update
            ? next with { Remote = request.From }
            : next.Refreshed(request);
    }

    /// <summary>12.2.2: takes over the Contact of a target refresh request.</summary>
    public Dialog Refreshed(SipRequest request) => IsTargetRefresh(request.Method)
        ? this with { RemoteTarget = Target(request.Contact, RemoteTarget) }
        : this;

    /// <summary>12.2.1.2: a 2xx to a target refresh request brings the peer's new Contact.</summary>
    public Dialog After(SipResponse response) => response.IsSuccess && IsTargetRefresh(response.CSeq.Method)
        ? this with { RemoteTarget = Target(response.Contact, RemoteTarget) }
        : this;

    /// <summary>Where the next request goes: to the first route, or else to the remote target.</summary>
    public Flow NextHop => Flow.Toward(RouteSet is [var first, ..] ? first.Uri : RemoteTarget);

    private static SipUri Target(NameAddr? contact, SipUri otherwise) =>
        contact is { IsWildcard: false } ? contact.Uri.Detached() : otherwise;

    // RFC 3261 12.2, RFC 3311, RFC 3515, RFC 6665 4.4.1.
    private static bool IsTargetRefresh(SipMethod method) =>
        method == SipMethod.Invite || method == SipMethod.Update || method == SipMethod.Refer
        || method == SipMethod.Subscribe || method == SipMethod.Notify;
}
