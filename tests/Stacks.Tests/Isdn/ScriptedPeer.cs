using Gateway.Codecs.Isdn.Lapd;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Isdn;

namespace Stacks.Tests.Isdn;

/// <summary>A far end that says what the test writes, in octets, and keeps the data link going with counters of its own.</summary>
internal sealed class ScriptedPeer
{
    private readonly bool network;
    private byte sent;
    private byte received;

    /// <param name="settings">Of the trunk under test; the peer is the other side.</param>
    internal ScriptedPeer(IsdnTrunkSettings settings)
    {
        network = settings.Side == IsdnSide.User;
        Trunk = new(settings);
        Give(new IsdnInput.Start());
        Frame(new LapdFrame.Unnumbered(new(0, !network, 0), UnnumberedFunction.UnnumberedAcknowledgement, true, []));
        Assert.True(Trunk.IsUp);
        Outputs.Clear();
    }

    internal IsdnTrunk Trunk { get; }

    /// <summary>Listens no more to what the trunk says on layer 3.</summary>
    internal bool Deaf { get; init; }

    internal List<IsdnOutput> Outputs { get; } = [];

    /// <summary>Timers that run.</summary>
    internal HashSet<IsdnTimerKey> Timers { get; } = [];

    /// <summary>Layer 3 messages of the trunk not yet looked at, in hex.</summary>
    internal Queue<string> Heard { get; } = [];

    /// <summary>Sends a layer 3 message in hex, blanks ignored, and returns what the trunk says to it, one message a line.</summary>
    internal string Say(string hex)
    {
        var octets = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        Frame(new LapdFrame.Information(new(0, network, 0), sent, received, false, octets));
        sent = (byte)((sent + 1) % 128);
        return Answers();
    }

    internal string Want(IsdnCallId call, CallRequest request)
    {
        Give(new IsdnInput.Request(call, request));
        return Answers();
    }

    internal IsdnCallId Place(CallRequest.Setup setup)
    {
        var call = Trunk.NewCall();
        Give(new IsdnInput.Request(call, setup));
        return call;
    }

    internal string Expire(IsdnTimer timer, IsdnCallId? call = null)
    {
        var key = new IsdnTimerKey(timer, call);
        Assert.Contains(key, Timers);
        Timers.Remove(key);
        Give(new IsdnInput.Expired(key));
        return Answers();
    }

    /// <summary>The messages the trunk sent since the last look.</summary>
    internal string Answers()
    {
        var answers = string.Join('\n', Heard);
        Heard.Clear();
        return answers;
    }

    /// <summary>Names of the indications so far.</summary>
    internal string Told() => string.Join(' ', Outputs.OfType<IsdnOutput.Indication>().Select(indication => indication.What.GetType().Name));

    internal TIndication Last<TIndication>()
        where TIndication : CallIndication => Outputs.OfType<IsdnOutput.Indication>().Select(indication => indication.What).OfType<TIndication>().Last();

    internal IsdnCallId Incoming() => Outputs.OfType<IsdnOutput.Indication>().Last(indication => indication.What is CallIndication.Incoming).Call;

    internal IEnumerable<string> Observed() => Outputs.OfType<IsdnOutput.Observed>().Select(line => line.Line);

    internal void Frame(LapdFrame frame) => Give(new IsdnInput.FrameReceived(frame.Encode()));

    internal void Give(IsdnInput input)
    {
        foreach (var output in Trunk.Handle(input))
        {
            Outputs.Add(output);
            switch (output)
            {
                case IsdnOutput.SendFrame send when !Deaf && LapdFrame.Decode(send.Octets).Frame is LapdFrame.Information frame:
                    Assert.Equal(received, frame.SendSequence);
                    received = (byte)((received + 1) % 128);
                    Assert.Empty(Q931Message.Decode(frame.Payload, fromNetwork: !network).ElementFaults);
                    Heard.Enqueue(Convert.ToHexStringLower(frame.Payload));
                    break;
                case IsdnOutput.StartTimer start:
                    Timers.Add(start.Key);
                    break;
                case IsdnOutput.StopTimer stop:
                    Assert.True(Timers.Remove(stop.Key), $"{stop.Key} stopped but does not run");
                    break;
            }
        }
    }
}
