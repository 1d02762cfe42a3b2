using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Uris;
using Gateway.Engine.Legs;
using Gateway.Sip;
using Gateway.Sip.Refer;

namespace Gateway.Exchange.Legs.Sip;

/// <summary>
/// Click to dial: a REFER outside any call has the party of its Request-URI connected to that of its Refer-To (RFC 3515 2, RFC 5589 5). To the engine
/// it is a call from a leg without a voice, which transfers whoever answers.
/// </summary>
internal sealed partial class SipLegs
{
    private readonly Dictionary<LegId, Dialling> dialling = [];

    private void Dial(SipIndication.ReferReceived refer, PeerName peer)
    {
        var request = refer.Referral.Request;
        var dial = new Dialling(identifiers.NextLeg(), refer.Refer, refer.Referral);
        dialling.Add(dial.Leg, dial);
        Ask(new SipCommand.AcceptRefer(refer.Refer));
        Say(new LegEvent.Arrived(dial.Leg, peer, SipIdentity.PartyOf(request.Uri, null), SipIdentity.Sender(request, PeerNamed(peer).Trusted), null));
    }

    private void Obey(Dialling dial, LegCommand command)
    {
        switch (command)
        {
            case LegCommand.Answer:
                Say(new LegEvent.TransferRequested(dial.Leg, new TransferTarget.ToParty(SipIdentity.PartyOf(dial.Referral.Target, null)), null, dial.Referral));
                break;
            case LegCommand.AcceptTransfer accept:
                dial.Accepted = true;
                askers.Add(new Asker(dial.Referral.Request.CallId, dial.Leg, dial.Refer) { Transfer = accept.Transfer, Hears = dial.Hears });
                break;
            case LegCommand.RefuseTransfer refuse:
                Close(dial, new ReferReport(StatusOf(refuse.Reason), Causes.Phrase(StatusOf(refuse.Reason)), []), Cause.CallRejected);
                break;
            case LegCommand.ReportTransfer report:
                Tell(report);
                if (report.Report is TransferReport.Failed(var cause))
                {
                    Close(dial, null, cause);
                }

                break;
            case LegCommand.Release release:
                Close(dial, dial.Accepted ? null : Report(new TransferReport.Failed(release.Cause)), release.Cause);
                break;
            case LegCommand.ChangeMedia change:
                Say(new LegEvent.MediaChanged(dial.Leg, change.Remote with { Rtp = Nowhere, Direction = MediaDirection.Inactive }));
                break;
        }
    }

    private void Close(Dialling dial, ReferReport? last, Cause cause)
    {
        dialling.Remove(dial.Leg);
        if (last is not null)
        {
            Ask(new SipCommand.NotifyRefer(dial.Refer, last));
        }

        Say(new LegEvent.Released(dial.Leg, cause));
    }

    private sealed record Dialling(LegId Leg, ReferHandle Refer, Referral Referral)
    {
        /// <summary>The transfer runs; its outcome is owed, and nothing else.</summary>
        public bool Accepted { get; set; }

        /// <summary>The subscription lives.</summary>
        public bool Hears { get; set; } = true;
    }
}
