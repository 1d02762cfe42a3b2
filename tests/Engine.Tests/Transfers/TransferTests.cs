using Gateway.Engine.Legs;
using Gateway.Engine.Transfers;

namespace Engine.Tests.Transfers;

public class TransferTests
{
    [Theory]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(19)]
    [InlineData(21)]
    public void A_target_that_gave_its_own_no_is_not_rung_again_by_another_method(int cause)
    {
        var turn = AfterFailure(new Cause(cause));
        Assert.IsType<Transfer.Over>(turn.Next);
        Assert.Contains(new TransferOutput.ReportFailed(new Cause(cause)), turn.Outputs);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(38)]
    [InlineData(69)]
    [InlineData(102)]
    public void A_service_that_was_refused_is_tried_by_the_next_method(int cause)
    {
        var turn = AfterFailure(new Cause(cause));
        Assert.Equal([new TransferOutput.TryMethod("second")], turn.Outputs);
    }

    private static Transition<Transfer, TransferOutput> AfterFailure(Cause cause) =>
        new Transfer.Trying(1, new MethodList(["second"]), FallBack: true).Handle(new TransferInput.MethodFailed(cause, MethodFailure.ServiceRefused));
}
