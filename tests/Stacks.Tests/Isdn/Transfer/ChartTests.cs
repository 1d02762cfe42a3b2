using Gateway.Codecs.Isdn.Facility;
using Gateway.Isdn;
using Gateway.Isdn.Transfer;

namespace Stacks.Tests.Isdn.Transfer;

public class ChartTests
{
    private static readonly TransferFailure Refusal = new TransferFailure.Refused(Code.Local(3));

    [Fact]
    public void Explicit_call_transfer_is_as_charted() => Chart.AssertApproved(
        "Isdn.ExplicitCallTransfer",
        typeof(ExplicitCallTransfer),
        [
            new ExplicitCallTransfer.State.Idle(),
            new ExplicitCallTransfer.State.AwaitingLinkId(),
            new ExplicitCallTransfer.State.AwaitingExecution(TransferCall.Secondary),
            new ExplicitCallTransfer.State.OneCallCleared(TransferCall.Primary),
        ],
        [
            new ExplicitCallTransfer.Input.BeginWithLinkId(),
            new ExplicitCallTransfer.Input.BeginAtOnce(TransferCall.Primary),
            new ExplicitCallTransfer.Input.LinkIdAllotted(17),
            new ExplicitCallTransfer.Input.Executed(),
            new ExplicitCallTransfer.Input.Refused(Refusal),
            new ExplicitCallTransfer.Input.Expired(IsdnTimer.EctLinkId),
            new ExplicitCallTransfer.Input.Expired(IsdnTimer.EctExecution),
            new ExplicitCallTransfer.Input.Cleared(TransferCall.Primary, 16),
            new ExplicitCallTransfer.Input.Cleared(TransferCall.Primary, 31),
            new ExplicitCallTransfer.Input.Cleared(TransferCall.Secondary, 16),
            new ExplicitCallTransfer.Input.Cleared(TransferCall.Secondary, 17),
            new ExplicitCallTransfer.Input.Abandon(),
        ]);

    [Fact]
    public void Transferring_PINX_is_as_charted() => Chart.AssertApproved(
        "Isdn.TransferringPinx",
        typeof(TransferringPinx),
        [
            new TransferringPinx.State.CtIdle(),
            new TransferringPinx.State.CtAwaitIdentifyResponse(),
            new TransferringPinx.State.CtIdentified(),
            new TransferringPinx.State.CtAwaitInitiateResponse(IsdnTimer.CtT3),
        ],
        [
            new TransferringPinx.Input.IdentifyRequest(),
            new TransferringPinx.Input.InitiateRequest(AwaitConnect: false),
            new TransferringPinx.Input.InitiateRequest(AwaitConnect: true),
            new TransferringPinx.Input.Answered(),
            new TransferringPinx.Input.Refused(Refusal),
            new TransferringPinx.Input.AbandonRequest(),
            new TransferringPinx.Input.Cleared(16),
            new TransferringPinx.Input.Expired(IsdnTimer.CtT1),
            new TransferringPinx.Input.Expired(IsdnTimer.CtT3),
            new TransferringPinx.Input.Expired(IsdnTimer.SsctT1),
        ]);

    [Fact]
    public void Requested_transfer_is_as_charted() => Chart.AssertApproved(
        "Isdn.RequestedTransfer",
        typeof(RequestedTransfer),
        [
            new RequestedTransfer.State.Idle(),
            new RequestedTransfer.State.Executing(5),
        ],
        [
            new RequestedTransfer.Input.Requested(6),
            new RequestedTransfer.Input.Complete(),
            new RequestedTransfer.Input.Refuse(Code.Local(3)),
            new RequestedTransfer.Input.Cleared(),
        ]);

    [Fact]
    public void Secondary_PINX_is_as_charted() => Chart.AssertApproved(
        "Isdn.SecondaryPinx",
        typeof(SecondaryPinx),
        [
            new SecondaryPinx.State.CtIdle(),
            new SecondaryPinx.State.CtAwaitIdentity(5),
            new SecondaryPinx.State.CtAwaitSetup(),
            new SecondaryPinx.State.CtAwaitConnect(5),
        ],
        [
            new SecondaryPinx.Input.Identify(6),
            new SecondaryPinx.Input.IdentityChosen(),
            new SecondaryPinx.Input.Refuse(Code.Local(1005)),
            new SecondaryPinx.Input.Abandon(),
            new SecondaryPinx.Input.IdentityShown(),
            new SecondaryPinx.Input.Setup(7),
            new SecondaryPinx.Input.Connecting(),
            new SecondaryPinx.Input.Disconnecting(),
            new SecondaryPinx.Input.Cleared(),
            new SecondaryPinx.Input.Expired(IsdnTimer.CtT2),
        ]);

    [Fact]
    public void Transfer_by_join_is_as_charted() => Chart.AssertApproved(
        "Isdn.TransferByJoin",
        typeof(TransferByJoin),
        [
            new TransferByJoin.State.CtIdle(),
            new TransferByJoin.State.CtAwaitAnswer(),
            new TransferByJoin.State.CtJoined(),
        ],
        [
            new TransferByJoin.Input.Announce(Alerting: true),
            new TransferByJoin.Input.Announce(Alerting: false),
            new TransferByJoin.Input.Cleared(),
        ]);
}
