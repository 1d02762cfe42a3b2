using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Sdp;
using Gateway.Engine.Legs;
using Gateway.Sip;

namespace Gateway.Exchange.Legs.Sip;

/// <summary>One SIP call as a leg: which call it is, and what was last said about media in each direction.</summary>
internal sealed class SipLeg(LegId id, CallHandle call, PeerName peer, string host)
{
    /// <summary>The peer's last offer, until it is answered for good.</summary>
    private SessionDescription? offer;
    private byte[]? said;
    private Media? before;
    private ulong version;

    public LegId Id { get; } = id;

    public CallHandle Call { get; } = call;

    public PeerName Peer { get; } = peer;

    /// <summary>The dialog's Call-ID; null until somebody asked.</summary>
    public string? CallId { get; set; }

    /// <summary>An INVITE came in and is not yet answered finally.</summary>
    public bool Incoming { get; set; }

    /// <summary>The call is to be answered as soon as it is known with what media.</summary>
    public bool AnswerAwaitsMedia { get; set; }

    /// <summary>The call is answered, by us or by the party.</summary>
    public bool IsUp { get; set; }

    /// <summary>What our early responses described: it stands in the 2xx too, whatever came since (RFC 3261 13.2.1).</summary>
    public SipContent? EarlyAnswer { get; set; }

    /// <summary>The party's offer, in a 2xx or a reliable 1xx, waits for an answer.</summary>
    public bool OwesAnswer { get; set; }

    /// <summary>The leg whose party this one's talks to, or is to talk to; null when that is no SIP leg.</summary>
    public SipLeg? With { get; set; }

    /// <summary>Whom this leg speaks for, as far as it said.</summary>
    public Party? Party { get; set; }

    /// <summary>The user part of the From in the party's last request; null before one came.</summary>
    public string? FromUser { get; set; }

    /// <summary>Who answered the party's call, to be said in the 2xx; null when nobody said.</summary>
    public Party? Connected { get; set; }

    /// <summary>What may go on to the other side of the INVITE that came in; null when ours went out. See <see cref="SipCompanions.Of"/>.</summary>
    public IReadOnlyList<SipHeader>? Invited { get; set; }

    /// <summary>The same of the last response to our INVITE, until the other side is told of it.</summary>
    public IReadOnlyList<SipHeader>? Responded { get; set; }

    /// <summary>What goes on of this leg's last word.</summary>
    public IReadOnlyList<SipHeader> Said => Responded ?? Invited ?? [];

    /// <summary>A re-INVITE of ours that the engine asked for is on its way.</summary>
    public bool Changing { get; set; }

    /// <summary>Whom the party is told that it talks to; null while that is whoever it called, or who called it.</summary>
    public Party? Shown { get; set; }

    /// <summary>The party does not know yet whom it talks to.</summary>
    public bool ShowOwed { get; set; }

    /// <summary>A re-INVITE that only shows the other party is on its way.</summary>
    public bool Showing { get; set; }

    /// <summary>What the engine asked for while that one was.</summary>
    public Media? Wanted { get; set; }

    /// <summary>
    /// What the party said last of what it can: have dialogs replaced (RFC 3891), take a request that names another dialog (RFC 4538), be referred. Who
    /// says nothing of methods may be.
    /// </summary>
    public (bool Replaces, bool TargetDialog, bool Refer) Can { get; private set; } = (false, false, true);

    public void Learn(SipMessage told) => Can = (
        told.Supports("replaces"),
        told.Supports("tdialog"),
        told.Allows(SipMethod.Refer) ?? true);

    /// <summary>The REFER the party was sent, and the transfer it serves; the outcome is not known yet.</summary>
    public (ReferHandle Refer, TransferId Transfer)? Referring { get; set; }

    /// <summary>The call ended while the outcome of a REFER is still waited for.</summary>
    public Cause? EndedWhileReferring { get; set; }

    /// <summary>The cause the engine released with; it is what the leg's last word repeats.</summary>
    public Cause? ReleasedWith { get; set; }

    public bool HasRemote => Remote is not null;

    /// <summary>The party's offer waits for an answer, perhaps for one that is told twice: early and in the 2xx.</summary>
    public bool HasOffer => offer is not null;

    /// <summary>The party's call is answered, and its offer with it.</summary>
    public void Establish() => (Incoming, IsUp, offer) = (false, true, null);

    /// <summary>The party's media as last heard.</summary>
    public Media? Remote { get; private set; }

    /// <summary>Takes a body of the peer; null when it is no description of audio we can pass on, or there is none.</summary>
    /// <param name="isOffer">It wants an answer; else it is one.</param>
    public Media? Hear(SipContent? content, bool isOffer)
    {
        if (content is not { IsSdp: true } || SessionDescription.Decode(content.Octets.Span, out _) is not { } description
            || SdpTranslation.ToMedia(description) is not { } media)
        {
            return null;
        }

        (offer, Remote) = (isOffer ? description : null, media);
        return media;
    }

    /// <summary>What the party was last told to talk to.</summary>
    public Media? Local { get; private set; }

    public SipContent Offer(Media media)
    {
        (before, Local) = (Local, media);
        return Write(SdpTranslation.Offer(media, Origin));
    }

    /// <summary>What we last said, said again as an offer; null when nothing was said yet.</summary>
    public SipContent? LastOffer() => Local is { } media ? Offer(media) : null;

    /// <summary>An answer to the peer's last offer; null when nothing is common.</summary>
    public SipContent? Answer(Media media)
    {
        if (offer is null || SdpTranslation.Answer(offer, media, Origin) is not { } description)
        {
            return null;
        }

        if (!Incoming)
        {
            offer = null;
        }

        (before, Local) = (Local, media);
        return Write(description);
    }

    /// <summary>The last offer was refused.</summary>
    public void TakeBack() => Local = before;

    /// <summary>The session id is the leg's own number; the version is that of what was said last.</summary>
    private Origin Origin => new("gateway", (ulong)Id.Value, version, host, System.Net.IPAddress.TryParse(host, out var address) ? SdpTranslation.AddressType(address) : "IP4");

    /// <summary>The version rises with every description that says something else (RFC 3264 8).</summary>
    private SipContent Write(SessionDescription description)
    {
        if (said is null || !description.ToOctets().AsSpan().SequenceEqual(said))
        {
            version++;
            said = (description with { Origin = Origin }).ToOctets();
        }

        return SipContent.Sdp(said);
    }
}
