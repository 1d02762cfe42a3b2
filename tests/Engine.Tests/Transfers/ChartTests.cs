using Gateway.Engine.Legs;
using Gateway.Engine.Transfers;

namespace Engine.Tests.Transfers;

public class ChartTests
{
    private static readonly MethodInput[] MethodInputs =
    [
        new MethodInput.Begin(TargetSituation.None),
        new MethodInput.Begin(TargetSituation.Alerting),
        new MethodInput.Begin(TargetSituation.Connected),
        new MethodInput.TargetRinging(),
        new MethodInput.TargetAnswered(),
        new MethodInput.TargetReleased(Cause.NormalCallClearing),
        new MethodInput.TargetReleased(Cause.UserBusy),
        new MethodInput.TransfereeReleased(Cause.NormalCallClearing),
        new MethodInput.TransfereeReleased(new Cause(27)),
        new MethodInput.TargetIdentified("4711", new ReroutingTarget(new Party("300"))),
        new MethodInput.StepSucceeded(),
        new MethodInput.StepFailed(Cause.FacilityNotImplemented),
        new MethodInput.MediaAccepted(Role.Transferee),
        new MethodInput.MediaAccepted(Role.Target),
        new MethodInput.MediaRefused(Role.Transferee, Cause.BearerCapabilityNotImplemented),
        new MethodInput.MediaRefused(Role.Target, Cause.BearerCapabilityNotImplemented),
        new MethodInput.TargetAnswerExpired(),
        new MethodInput.ClearingExpired(),
        new MethodInput.Stop(Cause.RecoveryOnTimerExpiry, MethodFailure.Stopped),
    ];

    [Fact]
    public void Reroute_is_as_approved() => AssertMethod(typeof(Reroute), [
        new Reroute.Idle(),
        new Reroute.Identifying(),
        new Reroute.Rerouting(Identified: false),
        new Reroute.Rerouting(Identified: true),
        new MethodState.Ended(),
    ]);

    [Fact]
    public void HandOver_is_as_approved() => AssertMethod(typeof(HandOver), [
        new HandOver.Idle(),
        new HandOver.Calling(Rang: false),
        new HandOver.Calling(Rang: true),
        new HandOver.Executing(),
        new HandOver.OneCleared(Role.Transferee),
        new HandOver.OneCleared(Role.Target),
        new MethodState.Ended(),
    ]);

    [Fact]
    public void Join_is_as_approved() => AssertMethod(typeof(Join), [
        new Join.Idle(Announced: false),
        new Join.Idle(Announced: true),
        new Join.Calling(Announced: false, Rang: false),
        new Join.Calling(Announced: true, Rang: false),
        new Join.Calling(Announced: true, Rang: true),
        new Join.Changing(Announced: false, TransfereeAccepted: false, TargetAccepted: false),
        new Join.Changing(Announced: false, TransfereeAccepted: true, TargetAccepted: false),
        new Join.Changing(Announced: false, TransfereeAccepted: false, TargetAccepted: true),
        new Join.Restoring(Announced: false, Cause.BearerCapabilityNotImplemented, MethodFailure.ServiceRefused, TransfereeSettled: false, TargetSettled: false),
        new Join.Restoring(Announced: false, Cause.BearerCapabilityNotImplemented, MethodFailure.ServiceRefused, TransfereeSettled: true, TargetSettled: false),
        new MethodState.Ended(),
    ]);

    [Fact]
    public void Transfer_is_as_approved()
    {
        Transfer[] states =
        [
            new Transfer.Accepted(),
            new Transfer.Trying(1, new MethodList(["second"]), FallBack: true),
            new Transfer.Trying(1, new MethodList(["second"]), FallBack: false),
            new Transfer.Trying(2, new MethodList([]), FallBack: true),
            new Transfer.Departing(Joint.Gateway),
            new Transfer.Departing(Joint.Transferee),
            new Transfer.Departing(Joint.Network),
            new Transfer.Over(),
        ];
        TransferInput[] inputs =
        [
            new TransferInput.Begin(new MethodList(["first", "second"]), FallBack: true),
            new TransferInput.Begin(new MethodList([]), FallBack: true),
            new TransferInput.Impossible(Cause.InvalidCallReference),
            new TransferInput.MethodSucceeded(Joint.Gateway),
            new TransferInput.MethodSucceeded(Joint.Network),
            new TransferInput.MethodFailed(Cause.FacilityNotImplemented, MethodFailure.ServiceRefused),
            new TransferInput.MethodFailed(Cause.UserBusy, MethodFailure.ServiceRefused),
            new TransferInput.MethodFailed(Cause.UserBusy, MethodFailure.TargetRefused),
            new TransferInput.MethodFailed(Cause.NormalCallClearing, MethodFailure.PartyGone),
            new TransferInput.TransferorLeft(),
            new TransferInput.EverybodyLeft(),
            new TransferInput.TransferExpired(),
            new TransferInput.TransferorByeExpired(),
            new TransferInput.Stop(Cause.NormalUnspecified, MethodFailure.Stopped),
        ];
        Chart.AssertApproved("Engine.Transfer", typeof(Transfer), states, inputs, Said);
    }

    private static void AssertMethod(Type machine, MethodState[] states) => Chart.AssertApproved($"Engine.{machine.Name}", machine, states, MethodInputs, Said);

    private static string? Said(object value) => value switch
    {
        MethodOutput.Unexpected or TransferOutput.Unexpected => "Unexpected",
        ReroutingTarget target => target.Party.Number,
        _ => null,
    };
}
