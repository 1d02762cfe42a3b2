using Gateway.Codecs.H323.H450;
using Gateway.Engine;
using Gateway.Engine.Policy;
using Gateway.Lab;
using Simulation.Tests.Peers;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S08: the result comes when the transferor was already told that there is none.</summary>
public class LateSuccessByH450
{
    [Fact]
    public void A_result_after_CT_T3_is_not_told_again_but_clears_the_transferor()
    {
        var world = new VirtualWorld(rules: [VirtualWorld.Allow(OnFailure.Fail, "h450")]);
        var call = world.Call(world.Alice, "3101");
        world.Instead(world.Hugo, OperationCode.CallTransferInitiate, H450Words.Result, seconds: 26);
        world.Alice.Do(new FarEndInput.Transfer(call, "3201"));
        world.Run(40);

        Assert.Equal(2, world.Alice.Notified(call).Count);
        Assert.StartsWith("504", world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        Assert.Contains(world.Gateway.Notes, note => note.Event == NoteEvents.TransferLateSuccess);
        Assert.Equal(16, world.Alice.Saw<FarEndEvent.Released>().Cause);
        world.AssertLadder();
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }
}
