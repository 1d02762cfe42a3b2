using Gateway.Engine.Policy;
using Gateway.Exchange;
using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S77, S78 between SIP telephones: what an operator hears of when transfers fail too often, or are too many.</summary>
public class SipAlarms
{
    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    public void Of_a_hundred_transfers_five_may_fail_and_six_are_told_once(int failures, int told)
    {
        var world = World();
        world.Transcript.IsSilent = true;
        for (var n = 1; n <= 100; n++)
        {
            world.Transcript.IsSilent = n < 99;
            var fails = n % 20 == 0 || (failures == 6 && n == 99);
            var call = world.Call(world.Alice, "1201");
            world.Alice.Do(new FarEndInput.Transfer(call, fails ? "1386" : "1301"));
            world.Run(3);
            if (fails)
                world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
            else
                world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
            world.Bob.Do(new FarEndInput.HangUp(VirtualWorld.ConnectionOf(world.Bob, "1201").Call));
            world.Run(1);
        }

        Assert.Equal(100, world.Gateway.Records.Count);
        Assert.True(world.Now < TimeSpan.FromMinutes(15));
        Assert.Equal(told, world.Gateway.Notes.Count(note => note.Event == TransferWatch.Failing));
        world.AssertLadder($"Of_a_hundred_transfers_five_may_fail_and_six_are_told_once.{failures}");
        AssertOver(world);
    }

    [Fact]
    public void The_eleventh_REFER_of_one_telephone_within_a_minute_is_told_and_the_twelfth_is_not()
    {
        var world = World();
        var call = world.Call(world.Alice, "1201");
        world.Transcript.IsSilent = true;
        for (var n = 1; n <= 12; n++)
        {
            world.Transcript.IsSilent = n < 10;
            world.Alice.Do(new FarEndInput.Transfer(call, "1386"));
            world.Run(4);
        }

        Assert.Equal(12, world.Gateway.Records.Count);
        Assert.Single(world.Gateway.Notes, note => note.Event == TransferWatch.TooMany);
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        world.AssertLadder();
        AssertOver(world);
    }

    private static VirtualWorld World() => new(rules: [VirtualWorld.Allow(OnFailure.Fail, "bridge")], with: settings => settings with
    {
        Engine = settings.Engine with { Transfers = settings.Engine.Transfers with { TransfersPerCall = 20 } },
    });

    private static void AssertOver(VirtualWorld world)
    {
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }
}
