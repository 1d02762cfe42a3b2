using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Engine.Legs;
using Gateway.Sip;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Refer;

namespace Gateway.Exchange.Legs.Sip;

/// <summary>Transfers on SIP legs: REFERs of the parties, REFERs to them, and what of a REFER goes on into the call that it asks for.</summary>
internal sealed partial class SipLegs
{
    /// <summary>Every REFER that a party was sent and whose outcome is not told, given up or not.</summary>
    private readonly Dictionary<ReferHandle, (LegId Leg, TransferId Transfer)> referred = [];

    private void ReferReceived(SipIndication.ReferReceived refer)
    {
        var referral = refer.Referral;
        var leg = refer.Call is { } call ? byCall.GetValueOrDefault(call) : null;
        var peer = leg is not null ? settings.Peers.First(known => known.Name == leg.Peer) : PeerAt(refer.Flow);
        if (Objection(refer, peer) is { } status)
        {
            Ask(new SipCommand.RejectRefer(refer.Refer, status));
        }
        else if (leg is not null)
        {
            askers.Add(new Asker(referral.Request.CallId, leg.Id, refer.Refer));
            Say(new LegEvent.TransferRequested(
                leg.Id, TargetOf(referral), referral.ReferredBy is { } by ? SipIdentity.PartyOf(by.Uri, by.DisplayName) : null, referral));
        }
        else if (peer is { Refer: ReferTerms.ClickToDial } && referral.Replaces is null)
        {
            Dial(refer, peer.Name);
        }
        else
        {
            Ask(new SipCommand.RejectRefer(refer.Refer, 403));
        }
    }

    /// <summary>What forbids a REFER whoever asks. Statuses that end the dialog are not used (RFC 5057 5.1).</summary>
    private static int? Objection(SipIndication.ReferReceived refer, PeerAddress? peer) => refer.Referral switch
    {
        _ when peer is null => 403,
        _ when peer.Refer == ReferTerms.NotOffered => 405,
        { ReferredBy: null } when peer.ReferredByRequired => 429,
        { Target.IsPhone: true } referral when SipIdentity.NumberOf(referral.Target) is null => 403,
        // RFC 3261 26.2.2: what was to be secured is not sent on from a hop that was not.
        { Target.IsSecure: true } when refer.Flow.Local.Transport != SipTransport.Tls => 403,
        _ => null,
    };

    private TransferTarget TargetOf(Referral referral)
    {
        if (referral.Replaces is not { } replaces)
        {
            return new TransferTarget.ToParty(SipIdentity.PartyOf(referral.Target, null));
        }

        if (stack.Find(replaces) is { } named && byCall.TryGetValue(named, out var consultation))
        {
            return new TransferTarget.ToLeg(consultation.Id);
        }

        // A call at a neighbour of ours, which it may find there; anybody else's is unknown, as is one of ours that is over.
        return !stack.IsTombstone(replaces) && settings.Peers.Any(peer => peer is { Protocol: PeerProtocol.Sip, Address: { } address } && Names(referral.Target, address))
            ? new TransferTarget.ToParty(SipIdentity.PartyOf(referral.Target, null), replaces.ToString())
            : new TransferTarget.Unknown(replaces.ToString(), causes.FromSip(stack.IsTombstone(replaces) ? 603 : 481));
    }

    private static bool Names(SipUri uri, System.Net.IPEndPoint address) =>
        System.Net.IPAddress.TryParse(uri.Host, out var host) && host.Equals(address.Address) && (uri.Port ?? 5060) == address.Port;

    /// <summary>What of the request goes on into the INVITE it asks for: Referred-By with its token (RFC 3892 3), and what Refer-To says besides (RFC 3261 19.1.5).</summary>
    private SipContent? Refer(CallSetup setup, PeerAddress peer, List<SipHeader> headers, SipContent? content, ref SipUri target)
    {
        var referral = setup.Origin as Referral;
        var by = ReferrerFor(peer, referral, setup.TransferredBy);
        if (by is not null)
        {
            headers.Add(new SipHeader("Referred-By", by.ToString()));
        }

        if (setup.TransferIdentity is { } identity && Replaces.Parse(identity) is { } replaces)
        {
            headers.Add(new SipHeader("Replaces", replaces.ToString()));
            headers.Add(new SipHeader("Require", "replaces"));
        }

        headers.AddRange(Besides(referral));
        // A target without user part is nobody's number: whoever is at that host knows what its parameters mean.
        target = referral is { Target: { HasUser: false, Scheme: UriScheme.Sip } named } ? named : target;
        return WithToken(content, by is null ? null : referral?.Token);
    }

    /// <summary>
    /// In whose name somebody is called or referred: as the REFER states it, else who asked; nobody where that one wants to be hidden and the peer is
    /// not to be told (RFC 3323 4.1).
    /// </summary>
    private NameAddr? ReferrerFor(PeerAddress peer, Referral? referral, Party? asked) =>
        referral is not null && !peer.Trusted && SipIdentity.IsPrivate(referral.Request) ? null
        : referral?.ReferredBy ?? (asked is { Restricted: false } ? NameAddr.Create(SipUri.Create(asked.Number, settings.Sip!.Host, settings.Sip.Port)) : null);

    /// <summary>The headers of a Refer-To that are neither the gateway's own to write nor told otherwise.</summary>
    private static IEnumerable<SipHeader> Besides(Referral? referral) => (referral?.Headers ?? [])
        .Where(header => HeaderNames.Parse(header.Name) is not (HeaderName.Replaces or HeaderName.Require or HeaderName.TargetDialog or HeaderName.ReferredBy));

    private static SipContent? WithToken(SipContent? content, BodyPart? token)
    {
        if (token is null)
        {
            return content;
        }

        var parts = content is null ? Multipart.Of(token) : Multipart.Of(BodyPart.Of(content.Type, content.Octets), token);
        return new SipContent(parts.ContentType().ToString(), parts.Encode());
    }

    /// <summary>A party that is to be found again is named by its Contact and our dialog with it, as it sees that (RFC 3891 3).</summary>
    private void Identify(SipLeg leg, TransferId transfer)
    {
        // RFC 3891 3: an early dialog that we started cannot be replaced by somebody else's INVITE, and not every endpoint knows Replaces.
        if (leg.Can.Replaces && stack.IsConfirmed(leg.Call)
            && stack.ReplacesFor(leg.Call) is { } replaces && stack.RemoteTarget(leg.Call) is { } contact)
        {
            Say(new LegEvent.TargetIdentified(leg.Id, transfer, replaces.ToString(), new ReroutingTarget(SipIdentity.PartyOf(contact, null), contact)));
        }
        else
        {
            Say(new LegEvent.TransferStepFailed(leg.Id, transfer, Cause.FacilityNotImplemented, NotSupported: false));
        }
    }

    /// <summary>REFER to the party that shall move (RFC 5589 6).</summary>
    private void Reroute(SipLeg leg, LegCommand.Reroute reroute)
    {
        if (!leg.Can.Refer)
        {
            Say(new LegEvent.TransferStepFailed(leg.Id, reroute.Transfer, Cause.FacilityNotImplemented, NotSupported: true));
            return;
        }

        var referral = reroute.Origin as Referral;
        var target = reroute.Target.Address as SipUri
            ?? (referral is { Target: { HasUser: false } named } ? named : AddressOf(reroute.Target));
        var by = ReferrerFor(PeerNamed(leg.Peer), referral, reroute.TransferredBy);
        foreach (var header in Besides(referral))
        {
            target = target.WithHeader(header.Name, header.Value);
        }

        var refer = stack.NewRefer();
        leg.Referring = (refer, reroute.Transfer);
        referred.Add(refer, (leg.Id, reroute.Transfer));
        Ask(new SipCommand.SendRefer(leg.Call, refer, ReferTo.Create(target, reroute.Identity is { Length: > 0 } identity ? Replaces.Parse(identity) : null), by)
        {
            Content = WithToken(null, by is null ? null : referral?.Token),
            // RFC 7647 4: a GRUU is reached outside the dialog, if its owner then knows which call is meant.
            OutsideDialog = stack.RemoteTarget(leg.Call)?.Parameters.Contains("gr") == true && leg.Can.TargetDialog,
        });
    }

    /// <summary>Where a party that is referred shall call: at the target's own address when that is a SIP neighbour's, else here.</summary>
    private SipUri AddressOf(ReroutingTarget target)
    {
        var (host, port) = settings.Peers.FirstOrDefault(peer => peer.Name == target.Peer) is { Protocol: PeerProtocol.Sip, Address: { } address }
            ? (address.Address.ToString(), address.Port)
            : (settings.Sip!.Host, settings.Sip.Port);
        return SipUri.Create(target.Party.Number, host, port);
    }

    private void HearReferred(SipIndication indication)
    {
        switch (indication)
        {
            case SipIndication.ReferProgress(var refer, { Status: 180 or 181 or 182 or 183 }) when Waiting(refer) is { } leg:
                Say(new LegEvent.Ringing(leg.Id, null));
                break;
            case SipIndication.ReferRejected(var refer, var why):
                Settle(refer, why.Status is 405 or 420 or 501
                    ? (id, transfer) => new LegEvent.TransferStepFailed(id, transfer, RefusalOf(why), NotSupported: true)
                    : (id, transfer) => new LegEvent.TransferStepFailed(id, transfer, RefusalOf(why), NotSupported: false));
                break;
            case SipIndication.ReferEnded(var refer, { IsFinal: true } report, _):
                Settle(refer, (id, transfer) => report.Status < 300
                    ? new LegEvent.TransferStepSucceeded(id, transfer)
                    : new LegEvent.TransferStepFailed(id, transfer, CauseOf(report), NotSupported: false));
                break;
            case SipIndication.ReferEnded(var refer, _, var why):
                // RFC 3515 2.4.4 owes a final NOTIFY. Without one only the end of the call says something, and not much.
                var left = Waiting(refer)?.EndedWhileReferring is not null && why == "noresource";
                Settle(refer, (id, transfer) => left
                    ? new LegEvent.TransferStepSucceeded(id, transfer)
                    : new LegEvent.TransferStepFailed(id, transfer, Cause.NormalUnspecified, NotSupported: false));
                break;
        }
    }

    private void Settle(ReferHandle refer, Func<LegId, TransferId, LegEvent> said)
    {
        var waiting = Waiting(refer);
        if (!referred.Remove(refer, out var asked))
        {
            return;
        }

        // A success after the transfer was given up is told all the same; the engine knows what became of it.
        var step = said(asked.Leg, asked.Transfer);
        if (waiting is { } leg)
        {
            leg.Referring = null;
            Say(step);
            if (leg.EndedWhileReferring is { } cause)
            {
                Depart(leg, cause);
            }
        }
        else if (step is LegEvent.TransferStepSucceeded && byLeg.ContainsKey(asked.Leg))
        {
            Say(step);
        }
    }

    /// <summary>The leg of a REFER whose outcome still matters.</summary>
    private SipLeg? Waiting(ReferHandle refer) =>
        referred.TryGetValue(refer, out var asked) && byLeg.TryGetValue(asked.Leg, out var leg) && leg.Referring?.Refer == refer ? leg : null;

    /// <summary>A refusal of the REFER itself is one of the service, whatever its status would say of a call; the status goes on to who asked.</summary>
    private Cause RefusalOf(CallEnd why) => why.Status is { } status
        ? causes.FromSip(status, (why.Message as SipResponse)?.Phrase) with { Value = 29, Location = null }
        : Cause.TemporaryFailure;

    private Cause CauseOf(ReferReport report)
    {
        var original = new OriginalCause(Causes.Sip, report.Status, report.Phrase);
        return report.Reasons.FirstOrDefault(reason => reason.IsQ850 && reason.Cause is >= 1 and <= 127) is { } stated
            ? new Cause(stated.Cause!.Value, stated.LocationCode, original)
            : causes.FromSip(report.Status, report.Phrase);
    }

    /// <summary>A call is over. Who was referred and hangs up may still tell, or by that tell, what came of it.</summary>
    private void End(SipLeg leg, CallEnd end)
    {
        var cause = leg.ReleasedWith ?? CauseOf(end);
        if (leg.Referring is { } referring && leg.ReleasedWith is null && end.By == EndedBy.Bye)
        {
            leg.EndedWhileReferring = cause;
            if (settings.ByeWithoutNotifySucceeds)
            {
                Settle(referring.Refer, (id, transfer) => new LegEvent.TransferStepSucceeded(id, transfer));
            }
        }
        else
        {
            Depart(leg, cause, end.Message is SipResponse { Status: >= 300 and < 400 } redirection ? Instead(redirection) : []);
        }
    }

    private void Depart(SipLeg leg, Cause cause, IReadOnlyList<Party>? instead = null)
    {
        byLeg.Remove(leg.Id);
        if (byLeg.Count == 0)
        {
            // What a busy hour took is given back.
            byLeg.TrimExcess();
            byCall.TrimExcess();
        }

        Say(new LegEvent.Released(leg.Id, cause) { Instead = instead ?? [] });
    }

    /// <summary>RFC 3261 8.1.3.4, 20.10: whom a 3xx names, the best first.</summary>
    private static Party[] Instead(SipResponse redirection) =>
    [
        .. redirection.Contacts.Where(contact => contact is { IsWildcard: false, Uri.Scheme: UriScheme.Sip or UriScheme.Tel })
            .Select(contact => (contact.Uri, Quality: double.TryParse(contact.Parameters["q"], System.Globalization.CultureInfo.InvariantCulture, out var q) ? q : 1))
            .OrderByDescending(contact => contact.Quality)
            .Select(contact => SipIdentity.PartyOf(contact.Uri, null)),
    ];

    /// <summary>The party is gone already; the engine is to know when it wants something of it.</summary>
    private void ObeyEnded(SipLeg leg, LegCommand command)
    {
        switch (command)
        {
            case LegCommand.Release release:
                Depart(leg, release.Cause);
                break;
            case LegCommand.AbandonTransfer:
                leg.Referring = null;
                Depart(leg, leg.EndedWhileReferring!);
                break;
            case LegCommand.ChangeMedia:
                Say(new LegEvent.MediaRefused(leg.Id, Cause.NormalCallClearing));
                break;
            case LegCommand.Reroute reroute:
                Say(new LegEvent.TransferStepFailed(leg.Id, reroute.Transfer, Cause.NormalCallClearing, NotSupported: false));
                break;
            case LegCommand.IdentifyTarget identify:
                Say(new LegEvent.TransferStepFailed(leg.Id, identify.Transfer, Cause.NormalCallClearing, NotSupported: false));
                break;
        }
    }

    private PeerAddress? PeerAt(Flow flow) => settings.Peers.FirstOrDefault(peer => peer.Sends(flow));
}
