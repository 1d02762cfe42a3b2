using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine.Legs;
using Gateway.Sip;
using MediaDirection = Gateway.Engine.Legs.MediaDirection;

namespace Gateway.Exchange.Legs.Sip;

/// <summary>
/// Offers and answers of SIP legs: RFC 3264, RFC 6337. An offer that comes late, in a reliable 1xx or a 2xx, is answered when the caller
/// answered it, so that both parties agree in one go.
/// </summary>
internal sealed partial class SipLegs
{
    private void Rang(SipLeg leg, SipIndication.Provisional provisional)
    {
        leg.Responded = SipCompanions.Of(provisional.Response);
        var media = leg.Hear(provisional.Content, provisional.AnswerOwed);
        leg.OwesAnswer = provisional.AnswerOwed;
        if (provisional.AnswerOwed && leg.With is not { Incoming: true, HasRemote: false } caller)
        {
            AnswerAlone(leg, media);
        }
        else if (provisional.AnswerOwed && !stack.RingsReliably(leg.With!.Call))
        {
            // The caller cannot be offered anything before the 2xx, and the 2xx waits for this answer.
            AnswerAlone(leg, media);
        }

        Say(provisional.Response.Status is 180 or 181 or 182 or 183 ? new LegEvent.Ringing(leg.Id, media) : new LegEvent.Proceeding(leg.Id));
    }

    private void Answered(SipLeg leg, SipIndication.Answered answered)
    {
        var media = leg.Hear(answered.Content, answered.AnswerOwed);
        (leg.Responded, leg.IsUp, leg.OwesAnswer) = (leg.With is { Incoming: true } ? SipCompanions.Of(answered.Response) : null, true, answered.AnswerOwed);
        if (answered.AnswerOwed && leg.With is not { Incoming: true, HasRemote: false })
        {
            AnswerAlone(leg, media);
        }

        var connected = PeerNamed(leg.Peer).Trusted ? SipIdentity.Asserted(answered.Response) : null;
        leg.Party = connected ?? leg.Party;
        Say(new LegEvent.Answered(leg.Id, media, connected));
    }

    /// <summary>Who is to be talked to is not known yet; until a re-INVITE tells, nothing is to be sent.</summary>
    private void AnswerAlone(SipLeg leg, Media? media)
    {
        leg.OwesAnswer = false;
        Ask(new SipCommand.Acknowledge(leg.Call, media is null ? null : leg.Answer(media with { Rtp = Nowhere, Direction = MediaDirection.Inactive })));
    }

    /// <summary>The ACK of our 2xx, or the PRACK of our 1xx, with the answer to what we offered there.</summary>
    private void Acknowledged(SipLeg leg, SipIndication.AckReceived ack)
    {
        if (leg.Hear(ack.Content, isOffer: false) is { } late)
        {
            Say(new LegEvent.MediaChanged(leg.Id, late));
        }
        else if (!leg.HasRemote && leg.ReleasedWith is null)
        {
            // RFC 3261 13.2.1 wants an answer here.
            Release(leg, Cause.BearerCapabilityNotImplemented);
        }
    }

    private void Ring(SipLeg leg, Media? media)
    {
        Introduce(leg);
        var headers = SipCompanions.Passed(leg.With?.Said ?? [], settings.PassedHeaders).ToArray();
        if (media is null || leg.EarlyAnswer is not null)
        {
            Ask(new SipCommand.Ring(leg.Call) { Headers = headers });
            if (media is not null)
                TellEarly(leg, media);
            return;
        }

        var content = leg.HasOffer ? leg.Answer(media) : leg.Offer(media);
        leg.EarlyAnswer = leg.HasOffer || stack.RingsReliably(leg.Call) ? content : null;
        Ask(leg.EarlyAnswer is null
            ? new SipCommand.Ring(leg.Call) { Headers = headers }
            : new SipCommand.Ring(leg.Call, 183, content) { Headers = headers });
    }

    /// <summary>The other party's media became known, or changed, while it rings: the answer that is owed, or an UPDATE where one is possible; else it waits.</summary>
    private void TellEarly(SipLeg leg, Media media)
    {
        if (leg.OwesAnswer)
        {
            leg.OwesAnswer = false;
            Ask(new SipCommand.Acknowledge(leg.Call, leg.Answer(media)));
        }
        else if (!leg.IsUp && !leg.Changing && leg.Local != media && stack.CanUpdate(leg.Call, withOffer: true))
        {
            leg.Changing = true;
            Ask(new SipCommand.Update(leg.Call, leg.Offer(media)));
        }
    }

    /// <summary>A 2xx to INVITE carries an answer, or an offer when none came (RFC 3261 13.2.1): one without media waits until they are known.</summary>
    private void Answer(SipLeg leg, Media? media)
    {
        leg.AnswerAwaitsMedia = media is null;
        if (media is null)
        {
            return;
        }

        var content = leg.EarlyAnswer ?? (leg.HasOffer ? leg.Answer(media) : leg.Offer(media));
        if (content is null)
        {
            Release(leg, Cause.BearerCapabilityNotImplemented);
            return;
        }

        Introduce(leg);
        Ask(new SipCommand.Answer(leg.Call, content)
        {
            Headers = [.. SipIdentity.Headers(leg.Connected, settings.Sip!, PeerNamed(leg.Peer).Trusted), .. SipCompanions.Passed(leg.With?.Said ?? [], settings.PassedHeaders)],
        });
        leg.Establish();
        if (leg.With is { } other)
        {
            other.Responded = null;
        }

        if (leg.Local != media)
        {
            // Somebody else answered than whom it heard while it rang.
            ChangeMedia(leg, media);
        }
    }

    private void AnswerLate(SipLeg leg, Media media)
    {
        Answer(leg, media);
        if (leg.Remote is { } known && !leg.Incoming)
        {
            Say(new LegEvent.MediaChanged(leg.Id, known));
        }
    }

    private void Reoffered(SipLeg leg, SipIndication.ReofferReceived reoffer)
    {
        if (reoffer.Offer is null)
        {
            // A re-INVITE without an offer asks for what we said last.
            var again = leg.LastOffer();
            Ask(new SipCommand.AnswerReoffer(leg.Call, again, again is null ? 488 : 200));
            return;
        }

        if (leg.Hear(reoffer.Offer, isOffer: true) is not { } media)
        {
            Ask(new SipCommand.AnswerReoffer(leg.Call, null, 488));
        }
        else if (leg.IsUp)
        {
            Say(new LegEvent.MediaOffered(leg.Id, media));
        }
        else
        {
            // While it rings nobody needs to be asked: each says where it hears, and the other is told if it can be.
            var answer = leg.Local is { } local ? leg.Answer(local) : null;
            Ask(new SipCommand.AnswerReoffer(leg.Call, answer, answer is null ? 488 : 200));
            Say(leg.Incoming ? new LegEvent.MediaChanged(leg.Id, media) : new LegEvent.Ringing(leg.Id, media));
        }
    }

    private void ChangeMedia(SipLeg leg, Media remote)
    {
        if (leg.OwesAnswer)
        {
            leg.OwesAnswer = false;
            Ask(new SipCommand.Acknowledge(leg.Call, leg.Answer(remote)));
        }
        else if (leg.Local != remote || leg.Remote is null)
        {
            leg.Changing = true;
            leg.ShowOwed = false;
            Introduce(leg);
            Ask(new SipCommand.Reinvite(leg.Call, leg.Offer(remote)) { Headers = Identity(leg), From = NewName(leg) });
            return;
        }

        // It was told in time.
        Say(leg.Remote is { } known ? new LegEvent.MediaChanged(leg.Id, known) : new LegEvent.MediaRefused(leg.Id, Cause.BearerCapabilityNotImplemented));
    }

    private void Modified(SipLeg leg, SipIndication.Modified modified)
    {
        var before = leg.Remote;
        var media = modified.Content is null ? before : leg.Hear(modified.Content, modified.AnswerOwed);
        if (modified.AnswerOwed)
        {
            Ask(new SipCommand.Acknowledge(leg.Call, media is null ? null : leg.Answer(media)));
        }

        if (modified.IsRefresh || leg.Showing)
        {
            if (media is not null && media != before && leg.Wanted is null)
            {
                Say(new LegEvent.MediaChanged(leg.Id, media));
            }

            if (!modified.IsRefresh)
                Shown(leg);
            return;
        }

        leg.Changing = false;
        Say(media is null
            ? new LegEvent.MediaRefused(leg.Id, Cause.BearerCapabilityNotImplemented)
            : new LegEvent.MediaChanged(leg.Id, media));
        Show(leg);
    }
}
