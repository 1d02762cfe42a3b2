using System.Collections.Frozen;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Sip.Refer;

/// <summary>What a REFER asks for, checked and typed (RFC 3515 2, RFC 3891, RFC 3892, RFC 4538).</summary>
/// <param name="Request">The REFER itself.</param>
/// <param name="Target">The Request-URI of the referenced request.</param>
/// <param name="Replaces">The dialog to take over, as the target sees it; null in a blind transfer.</param>
/// <param name="ReferredBy">Who claims to ask.</param>
/// <param name="TargetDialog">The dialog that is being transferred, as we see it.</param>
/// <param name="Headers">The headers of the Refer-To URI that may be copied into the referenced request, escapes undone.</param>
/// <param name="Subscribed">False when the sender wants no NOTIFY (RFC 4488, RFC 7614).</param>
public sealed record Referral(
    SipRequest Request,
    SipUri Target,
    Replaces? Replaces,
    NameAddr? ReferredBy,
    TargetDialog? TargetDialog,
    IReadOnlyList<SipHeader> Headers,
    bool Subscribed)
{
    /// <summary>The sender will subscribe by itself to a URI we name (RFC 7614 explicitsub).</summary>
    public bool IsExplicit { get; init; }

    /// <summary>The part of the REFER's body that proves <see cref="ReferredBy"/>, by its cid (RFC 3892 5); null when there is none.</summary>
    public BodyPart? Token => ReferredBy?.Parameters["cid"] is { Length: > 0 } cid
        ? Request.Bodies.FirstOrDefault(part => part[HeaderName.ContentId]?.Trim('<', '>', ' ') == cid.Trim('"'))
        : null;

    /// <summary>What a Refer-To URI may put into a request of ours; the rest would let a stranger write our headers.</summary>
    internal static readonly FrozenSet<HeaderName> Copied = new[]
    {
        HeaderName.Replaces, HeaderName.TargetDialog, HeaderName.Require, HeaderName.UserToUser, HeaderName.ReferredBy,
        HeaderName.Privacy, HeaderName.SessionId,
    }.ToFrozenSet();
}
