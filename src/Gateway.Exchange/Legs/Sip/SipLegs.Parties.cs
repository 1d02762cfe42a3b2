using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine.Legs;
using Gateway.Sip;

namespace Gateway.Exchange.Legs.Sip;

/// <summary>Who talks to whom on SIP legs: identities (RFC 3325, RFC 5876, RFC 4916) and Session-ID (RFC 7989).</summary>
internal sealed partial class SipLegs
{
    private PeerAddress PeerNamed(PeerName name) => settings.Peers.First(peer => peer.Name == name);

    /// <summary>The party of this leg talks, or is to talk, to that of another. Always true.</summary>
    private bool Join(SipLeg leg, LegId? other)
    {
        var with = other is { } id ? byLeg.GetValueOrDefault(id) : null;
        if (with != leg.With || with?.With != leg)
        {
            leg.With = with;
            if (with is not null)
                with.With = leg;
            Introduce(leg);
        }

        return true;
    }

    /// <summary>The UUID of this leg's party: its own, or one that stands for it.</summary>
    private string? NameOf(SipLeg? leg) => leg is null ? null
        : stack.SessionIdOf(leg.Call) ?? SipCompanions.NameFor(stack.CallIdOf(leg.Call) ?? leg.Id.ToString());

    /// <summary>From now on the messages of this leg name whoever its party talks to.</summary>
    private void Introduce(SipLeg leg)
    {
        if (NameOf(leg.With) is { } name)
            Ask(new SipCommand.Introduce(leg.Call, name));
    }

    /// <summary>A request in a call may say that somebody else speaks now: a trusted peer by what it asserts, everybody by a new From.</summary>
    private void Recognise(SipLeg leg, SipRequest request)
    {
        var party = SipIdentity.Sender(request, PeerNamed(leg.Peer).Trusted);
        if (party is not null && leg.IsUp && leg.Party is { } known && party.Number != known.Number && (request.AssertedIdentities.Count > 0 || request.From.Uri.User != leg.FromUser))
        {
            leg.Party = party;
            Say(new LegEvent.PartyChanged(leg.Id, party, Alerting: false));
        }

        leg.FromUser = request.From.Uri.User;
    }

    /// <summary>
    /// Tells the party whom it talks to now, once nothing else is on its way: by an UPDATE where it takes one, else by a re-INVITE that
    /// changes nothing.
    /// </summary>
    private void Show(SipLeg leg)
    {
        if (leg is not { ShowOwed: true, IsUp: true, Changing: false, Showing: false, HasRemote: true, ReleasedWith: null, OwesAnswer: false })
        {
            return;
        }

        Introduce(leg);
        (leg.ShowOwed, leg.Showing) = (false, true);
        if (stack.CanUpdate(leg.Call, withOffer: false))
        {
            Ask(new SipCommand.Update(leg.Call, null) { Headers = Identity(leg), From = NewName(leg) });
        }
        else
        {
            Ask(new SipCommand.Reinvite(leg.Call, leg.LastOffer()) { Headers = Identity(leg), From = NewName(leg) });
        }
    }

    private void Shown(SipLeg leg)
    {
        leg.Showing = false;
        if (leg.Wanted is { } wanted)
        {
            leg.Wanted = null;
            ChangeMedia(leg, wanted);
        }

        Show(leg);
    }

    /// <summary>What is said about whom the party talks to now; nothing while that is whoever it called, or who called it.</summary>
    private SipHeader[] Identity(SipLeg leg) => [.. SipIdentity.Headers(leg.Shown, settings.Sip!, PeerNamed(leg.Peer).Trusted)];

    /// <summary>RFC 4916 4.4: our From says so as well, where the party takes it.</summary>
    private NameAddr? NewName(SipLeg leg) =>
        leg.Shown is not null && stack.TakesNewNames(leg.Call) ? SipIdentity.From(leg.Shown, settings.Sip!) : null;
}
