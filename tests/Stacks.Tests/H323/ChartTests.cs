using Gateway.Codecs.H323.H450;
using Gateway.H323;
using Gateway.H323.CallSignalling;
using Gateway.H323.Control;
using Gateway.H323.Registration;
using Gateway.H323.Transfer;

namespace Stacks.Tests.H323;

public class ChartTests
{
    [Fact]
    public void Calling_side_is_as_charted() => Chart.AssertApproved(
        "H323.CallingSide",
        typeof(CallingSide),
        [
            new CallingSide.State.U0Null(), new CallingSide.State.AwaitingConnection(), new CallingSide.State.U1CallInitiated(),
            new CallingSide.State.U2OverlapSending(), new CallingSide.State.U3OutgoingCallProceeding(H323Timer.T310),
            new CallingSide.State.U3OutgoingCallProceeding(H323Timer.T301), new CallingSide.State.U4CallDelivered(), new CallingSide.State.U10Active(),
        ],
        [
            new CallingSide.Input.SetupRequest(), new CallingSide.Input.ReleaseRequest(16), new CallingSide.Input.ConnectionOpened(),
            new CallingSide.Input.ConnectionClosed(), new CallingSide.Input.SetupAcknowledge(), new CallingSide.Input.CallProceeding(),
            new CallingSide.Input.Alerting(), new CallingSide.Input.Progress(), new CallingSide.Input.Connect(),
            new CallingSide.Input.ReleaseComplete(), new CallingSide.Input.Neutral(), new CallingSide.Input.StatusEnquiry(),
            new CallingSide.Input.Status(0), new CallingSide.Input.Status(3), new CallingSide.Input.WrongMessage(0x05, true),
            new CallingSide.Input.WrongMessage(0x45, false), new CallingSide.Input.Expired(H323Timer.Connection),
            new CallingSide.Input.Expired(H323Timer.T303), new CallingSide.Input.Expired(H323Timer.T304),
            new CallingSide.Input.Expired(H323Timer.T310), new CallingSide.Input.Expired(H323Timer.T301),
        ]);

    [Fact]
    public void Called_side_is_as_charted() => Chart.AssertApproved(
        "H323.CalledSide",
        typeof(CalledSide),
        [
            new CalledSide.State.U0Null(), new CalledSide.State.U6CallPresent(), new CalledSide.State.U9IncomingCallProceeding(),
            new CalledSide.State.U7CallReceived(), new CalledSide.State.U10Active(),
        ],
        [
            new CalledSide.Input.Setup(), new CalledSide.Input.ProceedingRequest(), new CalledSide.Input.AlertingRequest(),
            new CalledSide.Input.ProgressRequest(), new CalledSide.Input.AnswerRequest(), new CalledSide.Input.ReleaseRequest(16),
            new CalledSide.Input.ConnectionClosed(), new CalledSide.Input.ReleaseComplete(), new CalledSide.Input.Neutral(),
            new CalledSide.Input.StatusEnquiry(), new CalledSide.Input.Status(0), new CalledSide.Input.Status(9),
            new CalledSide.Input.WrongMessage(0x07, true), new CalledSide.Input.WrongMessage(0x45, false),
        ]);

    [Fact]
    public void Transferring_endpoint_is_as_charted() => Chart.AssertApproved(
        "H323.TransferringEndpoint",
        typeof(TransferringEndpoint),
        [
            new TransferringEndpoint.State.CtIdle(), new TransferringEndpoint.State.CtAwaitIdentifyResponse(),
            new TransferringEndpoint.State.CtAwaitInitiateResponse(false), new TransferringEndpoint.State.CtAwaitInitiateResponse(true),
        ],
        [
            new TransferringEndpoint.Input.IdentifyRequest(), new TransferringEndpoint.Input.InitiateRequest(false),
            new TransferringEndpoint.Input.InitiateRequest(true), new TransferringEndpoint.Input.AbandonRequest(),
            new TransferringEndpoint.Input.IdentifyResult(), new TransferringEndpoint.Input.IdentifyRefused(new TransferOutcome.Refused(ErrorCode.NotAvailable)),
            new TransferringEndpoint.Input.InitiateResult(), new TransferringEndpoint.Input.InitiateRefused(new TransferOutcome.Refused(ErrorCode.EstablishmentFailure)),
            new TransferringEndpoint.Input.InitiateRefused(new TransferOutcome.Rejected(true)), new TransferringEndpoint.Input.CallCleared(),
            new TransferringEndpoint.Input.Expired(H323Timer.CtT1), new TransferringEndpoint.Input.Expired(H323Timer.CtT3),
        ]);

    [Fact]
    public void Transferred_endpoint_is_as_charted() => Chart.AssertApproved(
        "H323.TransferredEndpoint",
        typeof(TransferredEndpoint),
        [
            new TransferredEndpoint.State.CtIdle(), new TransferredEndpoint.State.CtAwaitInitiateDecision(7, false),
            new TransferredEndpoint.State.CtAwaitSetupResponse(7, false), new TransferredEndpoint.State.CtAwaitSetupResponse(7, true),
        ],
        [
            new TransferredEndpoint.Input.Initiate(8, false, true), new TransferredEndpoint.Input.Initiate(8, true, true),
            new TransferredEndpoint.Input.Initiate(8, false, false), new TransferredEndpoint.Input.AcceptRequest(),
            new TransferredEndpoint.Input.CompleteRequest(), new TransferredEndpoint.Input.RefuseRequest(ErrorCode.NotAvailable), new TransferredEndpoint.Input.SetupResult(),
            new TransferredEndpoint.Input.SetupRefused(ErrorCode.UnrecognizedCallIdentity), new TransferredEndpoint.Input.SetupRefused(null),
            new TransferredEndpoint.Input.NewCallProgressedSilently(), new TransferredEndpoint.Input.NewCallCleared(),
            new TransferredEndpoint.Input.PrimaryCallCleared(), new TransferredEndpoint.Input.Expired(H323Timer.CtT4),
        ]);

    [Fact]
    public void Transferred_to_endpoint_is_as_charted() => Chart.AssertApproved(
        "H323.TransferredToEndpoint",
        typeof(TransferredToEndpoint),
        [
            new TransferredToEndpoint.State.CtIdle(), new TransferredToEndpoint.State.CtAwaitIdentifyDecision(5),
            new TransferredToEndpoint.State.CtAwaitSetup(), new TransferredToEndpoint.State.CtAwaitAnswer(1), new TransferredToEndpoint.State.CtAwaitConnect(),
        ],
        [
            new TransferredToEndpoint.Input.Identify(6, true), new TransferredToEndpoint.Input.Identify(6, false),
            new TransferredToEndpoint.Input.IdentifyResponse(), new TransferredToEndpoint.Input.IdentifyRefusal(ErrorCode.NotAvailable),
            new TransferredToEndpoint.Input.Abandon(), new TransferredToEndpoint.Input.IdentityCalled(),
            new TransferredToEndpoint.Input.Setup(1, CallIdentityMatch.Empty), new TransferredToEndpoint.Input.Setup(1, CallIdentityMatch.Waiting),
            new TransferredToEndpoint.Input.Setup(1, CallIdentityMatch.Unknown), new TransferredToEndpoint.Input.AlertingSent(),
            new TransferredToEndpoint.Input.ConnectSent(), new TransferredToEndpoint.Input.ReleaseSent(),
            new TransferredToEndpoint.Input.CallCleared(), new TransferredToEndpoint.Input.Expired(H323Timer.CtT2),
        ]);

    [Fact]
    public void Master_slave_determination_is_as_charted() => Chart.AssertApproved(
        "H323.MasterSlaveDetermination",
        typeof(MasterSlaveDetermination),
        [
            new MasterSlaveDetermination.State.Idle(), new MasterSlaveDetermination.State.OutgoingAwaitingResponse(100, 1),
            new MasterSlaveDetermination.State.OutgoingAwaitingResponse(100, 3), new MasterSlaveDetermination.State.IncomingAwaitingResponse(true),
        ],
        [
            new MasterSlaveDetermination.Input.DetermineRequest(9), new MasterSlaveDetermination.Input.Determination(50, 100, 9, 60),
            new MasterSlaveDetermination.Input.Determination(60, 100, 9, 60), new MasterSlaveDetermination.Input.Determination(60, 101, 9, 60),
            new MasterSlaveDetermination.Input.Determination(240, 100, 100, 60), new MasterSlaveDetermination.Input.Determination(60, 9, 9, 60),
            new MasterSlaveDetermination.Input.Acknowledge(true), new MasterSlaveDetermination.Input.Acknowledge(false),
            new MasterSlaveDetermination.Input.Reject(9), new MasterSlaveDetermination.Input.Release(),
            new MasterSlaveDetermination.Input.Expired(H323Timer.T106),
        ]);

    [Fact]
    public void Outgoing_capability_exchange_is_as_charted() => Chart.AssertApproved(
        "H323.OutgoingCapabilityExchange",
        typeof(OutgoingCapabilityExchange),
        [new OutgoingCapabilityExchange.State.Idle(255), new OutgoingCapabilityExchange.State.AwaitingResponse(4)],
        [
            new OutgoingCapabilityExchange.Input.TransferRequest(), new OutgoingCapabilityExchange.Input.Acknowledge(4),
            new OutgoingCapabilityExchange.Input.Acknowledge(3), new OutgoingCapabilityExchange.Input.Reject(4),
            new OutgoingCapabilityExchange.Input.Reject(3), new OutgoingCapabilityExchange.Input.Expired(H323Timer.T101),
        ]);

    [Fact]
    public void Outgoing_logical_channel_is_as_charted() => Chart.AssertApproved(
        "H323.OutgoingLogicalChannel",
        typeof(OutgoingLogicalChannel),
        [
            new OutgoingLogicalChannel.State.Released(), new OutgoingLogicalChannel.State.AwaitingEstablishment(),
            new OutgoingLogicalChannel.State.Established(), new OutgoingLogicalChannel.State.AwaitingRelease(),
        ],
        [
            new OutgoingLogicalChannel.Input.EstablishRequest(), new OutgoingLogicalChannel.Input.ReleaseRequest(),
            new OutgoingLogicalChannel.Input.FastConnected(), new OutgoingLogicalChannel.Input.OpenAcknowledge(),
            new OutgoingLogicalChannel.Input.OpenReject(), new OutgoingLogicalChannel.Input.CloseAcknowledge(),
            new OutgoingLogicalChannel.Input.Expired(H323Timer.T103),
        ]);

    [Fact]
    public void Incoming_logical_channel_is_as_charted() => Chart.AssertApproved(
        "H323.IncomingLogicalChannel",
        typeof(IncomingLogicalChannel),
        [
            new IncomingLogicalChannel.State.Released(), new IncomingLogicalChannel.State.AwaitingEstablishment(),
            new IncomingLogicalChannel.State.Established(),
        ],
        [
            new IncomingLogicalChannel.Input.Open(), new IncomingLogicalChannel.Input.Close(), new IncomingLogicalChannel.Input.FastConnected(),
            new IncomingLogicalChannel.Input.EstablishResponse(), new IncomingLogicalChannel.Input.RejectRequest(),
        ]);

    [Fact]
    public void Endpoint_registration_is_as_charted() => Chart.AssertApproved(
        "H323.EndpointRegistration",
        typeof(EndpointRegistration),
        [
            new EndpointRegistration.State.Unregistered(), new EndpointRegistration.State.AwaitingConfirm(false, 0),
            new EndpointRegistration.State.AwaitingConfirm(false, 2), new EndpointRegistration.State.AwaitingConfirm(true, 0),
            new EndpointRegistration.State.AwaitingConfirm(true, 2), new EndpointRegistration.State.Registered(),
            new EndpointRegistration.State.AwaitingRetry(),
        ],
        [
            new EndpointRegistration.Input.RegisterRequest(), new EndpointRegistration.Input.UnregisterRequest(),
            new EndpointRegistration.Input.Confirm(300), new EndpointRegistration.Input.Confirm(30), new EndpointRegistration.Input.Confirm(null),
            new EndpointRegistration.Input.Reject(true), new EndpointRegistration.Input.Reject(false), new EndpointRegistration.Input.Unregistration(),
            new EndpointRegistration.Input.InProgress(TimeSpan.FromSeconds(5)), new EndpointRegistration.Input.Expired(RasTimer.Request),
            new EndpointRegistration.Input.Expired(RasTimer.Refresh), new EndpointRegistration.Input.Expired(RasTimer.Retry),
        ]);

    [Fact]
    public void Call_admission_is_as_charted() => Chart.AssertApproved(
        "H323.CallAdmission",
        typeof(CallAdmission),
        [
            new CallAdmission.State.Idle(), new CallAdmission.State.AwaitingAdmission(0), new CallAdmission.State.AwaitingAdmission(2),
            new CallAdmission.State.Admitted(), new CallAdmission.State.AwaitingDisengage(0), new CallAdmission.State.AwaitingDisengage(2),
        ],
        [
            new CallAdmission.Input.AdmissionRequest(), new CallAdmission.Input.DisengageRequest(), new CallAdmission.Input.Confirm(),
            new CallAdmission.Input.Reject(), new CallAdmission.Input.DisengageAnswered(), new CallAdmission.Input.Disengage(),
            new CallAdmission.Input.InProgress(TimeSpan.FromSeconds(5)), new CallAdmission.Input.Expired(),
        ]);
}
