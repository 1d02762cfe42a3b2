using Gateway.Codecs.Sip.Messages;
using Gateway.Engine.Policy;
using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S21: the target does not take the media of the transferee.</summary>
public class MediaRefused
{
    [Fact]
    public void A_target_that_answers_488_stays_with_the_transferor_and_so_does_the_transferee()
    {
        var world = new VirtualWorld(rules: [VirtualWorld.Allow(OnFailure.Fail, "bridge")]);
        var call = world.Call(world.Alice, "3101");
        var consultation = world.Call(world.Alice, "1201");
        // The telephone would take it; what it answers is changed on the way.
        world.Network.MeddleSip = (from, message) =>
            from == world.Bob && message is SipResponse { Status: 200, CSeq.Method: var method } && method == SipMethod.Invite && world.Alice.Notified(call).Count == 1
                ? Refused(message)
                : message;
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(8);

        Assert.Equal(2, world.Alice.Notified(call).Count);
        Assert.StartsWith("488 Not Acceptable Here Q.850;cause=65", world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        world.AssertTalking(world.Alice, "1101", world.Hugo, "3101");
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }

    private static SipMessage Refused(SipMessage message)
    {
        var text = message.ToString()!;
        var head = text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n").Skip(1)
            .Where(line => !line.StartsWith("Content-", StringComparison.OrdinalIgnoreCase));
        return SipMessage.Decode(System.Text.Encoding.ASCII.GetBytes($"SIP/2.0 488 Not Acceptable Here\r\n{string.Join("\r\n", head)}\r\nContent-Length: 0\r\n\r\n")).Message!;
    }
}
