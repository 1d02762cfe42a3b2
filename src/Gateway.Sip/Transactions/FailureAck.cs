using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Sip.Transactions;

/// <summary>
/// The ACK of a final response other than 2xx: RFC 3261 (2002) 17.1.1.3. Same transaction as its INVITE, so the same branch.
/// </summary>
public static class FailureAck
{
    public static SipRequest For(SipRequest invite, SipResponse response) => new(SipMethod.Ack, invite.Uri)
    {
        Vias = [invite.TopVia],
        From = invite.From,
        To = response.To,
        CallId = invite.CallId,
        CSeq = new CSeq(invite.CSeq.Number, SipMethod.Ack),
        Routes = invite.Routes,
        MaxForwards = 70,
        SessionId = invite.SessionId,
    };
}
