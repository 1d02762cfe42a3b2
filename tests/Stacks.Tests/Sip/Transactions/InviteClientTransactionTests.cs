using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Transactions;

namespace Stacks.Tests.Sip.Transactions;

public class InviteClientTransactionTests
{
    [Fact]
    public void The_ack_of_a_refusal_has_the_branch_and_number_of_its_invite_and_the_to_of_the_response()
    {
        var invite = Some.Request("INVITE");
        var next = InviteClientTransaction.Handle(
            InviteClientTransaction.Begin(invite, reliable: false).Next, new InviteClientTransaction.Input.Failure(Some.Response(486))).Next;
        var ack = Assert.IsType<InviteClientTransaction.State.Completed>(next).Ack;
        Assert.Equal(
            """
            ACK sip:bob@192.0.2.2 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKsome
            From: <sip:alice@192.0.2.1>;tag=a
            To: <sip:bob@192.0.2.2>;tag=b
            Call-ID: some@192.0.2.1
            CSeq: 1 ACK
            Max-Forwards: 70
            Content-Length: 0


            """.ReplaceLineEndings("\r\n"),
            ack.ToString());
    }

    [Fact]
    public void Over_a_reliable_transport_the_invite_is_sent_once()
    {
        var (state, outputs) = InviteClientTransaction.Begin(Some.Request("INVITE"), reliable: true);
        Assert.DoesNotContain(new TransactionOutput.Start(Gateway.Sip.SipTimer.A), outputs);
        var again = InviteClientTransaction.Handle(state, new InviteClientTransaction.Input.Expired(Gateway.Sip.SipTimer.A));
        Assert.DoesNotContain(again.Outputs, output => output is TransactionOutput.Send);
    }

    [Fact]
    public void The_route_of_the_invite_is_the_route_of_the_ack()
    {
        var invite = (SipRequest)Some.Read(
            """
            INVITE sip:bob@192.0.2.2 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKsome
            Route: <sip:192.0.2.99;lr>
            From: <sip:alice@192.0.2.1>;tag=a
            To: <sip:bob@192.0.2.2>
            Call-ID: some@192.0.2.1
            CSeq: 1 INVITE

            """);
        Assert.Equal("<sip:192.0.2.99;lr>", Assert.Single(FailureAck.For(invite, Some.Response(486)).Routes).ToString());
    }
}
