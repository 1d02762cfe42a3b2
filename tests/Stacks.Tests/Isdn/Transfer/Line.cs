using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Isdn;
using Gateway.Isdn.Transfer;

namespace Stacks.Tests.Isdn.Transfer;

/// <summary>Two trunks at the ends of one D-channel, and what passes between them. Time stands still unless a test lets a timer expire.</summary>
internal sealed class Line
{
    private static readonly Element[] Speech = [BearerCapability.Speech()];

    public Line(IsdnVariant variant)
    {
        User = new Side(new IsdnTrunk(new IsdnTrunkSettings(IsdnSide.User, variant)));
        Network = new Side(new IsdnTrunk(new IsdnTrunkSettings(IsdnSide.Network, variant)));
        Run((User, new IsdnInput.Start()), (Network, new IsdnInput.Start()));
        Assert.True(User.Trunk.IsUp && Network.Trunk.IsUp);
    }

    /// <summary>One end of the line and everything it told since the last look.</summary>
    internal sealed class Side(IsdnTrunk trunk)
    {
        internal IsdnTrunk Trunk { get; } = trunk;

        internal List<IsdnOutput> Told { get; } = [];

        /// <summary>Facility contents of every message this end sent, as hex, behind the name of the message.</summary>
        internal List<string> Sent { get; } = [];

        internal IEnumerable<TransferIndication> Transfers => Told.OfType<IsdnOutput.TransferIndicated>().Select(told => told.What);

        internal IEnumerable<string> Notes => Told.OfType<IsdnOutput.Observed>().Select(told => told.Line);

        internal void Forget()
        {
            Told.Clear();
            Sent.Clear();
        }
    }

    internal Side User { get; }

    internal Side Network { get; }

    /// <summary>A call from one end, answered by the other, as both ends name it.</summary>
    internal (IsdnCallId From, IsdnCallId To) Call(Side from, bool answer = true, params Element[] more)
    {
        Side to = Other(from);
        IsdnCallId call = from.Trunk.NewCall();
        Ask(from, call, new CallRequest.Setup { Elements = [.. Speech, .. more] });
        IsdnCallId called = to.Told.OfType<IsdnOutput.Indication>().Last(told => told.What is CallIndication.Incoming).Call;
        Ask(to, called, new CallRequest.Proceed());
        Ask(to, called, new CallRequest.Alert());
        if (answer)
            Ask(to, called, new CallRequest.Answer());
        return (call, called);
    }

    internal void Ask(Side side, IsdnCallId call, CallRequest request) =>
        Run((side, new IsdnInput.Request(call, request)));

    internal void Ask(Side side, TransferRequest request) => Run((side, new IsdnInput.Transfer(request)));

    internal void SendFacility(Side side, IsdnCallId call, string hex) =>
        Ask(side, call, new CallRequest.Facility { Elements = [new FacilityElement(Convert.FromHexString(hex))] });

    internal void Expire(Side side, IsdnTimer timer, IsdnCallId call) =>
        Run((side, new IsdnInput.Expired(new IsdnTimerKey(timer, call))));

    internal void Forget()
    {
        User.Forget();
        Network.Forget();
    }

    private Side Other(Side side) => side == User ? Network : User;

    private void Run(params IEnumerable<(Side Side, IsdnInput Input)> turns)
    {
        var waiting = new Queue<(Side Side, IsdnInput Input)>(turns);
        while (waiting.TryDequeue(out var turn))
        {
            foreach (IsdnOutput output in turn.Side.Trunk.Handle(turn.Input))
            {
                turn.Side.Told.Add(output);
                if (output is not IsdnOutput.SendFrame frame)
                    continue;
                Note(turn.Side, frame.Octets);
                waiting.Enqueue((Other(turn.Side), new IsdnInput.FrameReceived(frame.Octets)));
            }
        }
    }

    private static void Note(Side side, byte[] octets)
    {
        const int HeaderOfInformation = 4;
        if ((octets[2] & 1) != 0 || octets.Length <= HeaderOfInformation)
            return;
        Q931Message message = Q931Message.Decode(octets.AsSpan(HeaderOfInformation)).Message!;
        foreach (FacilityElement facility in message.All<FacilityElement>())
            side.Sent.Add($"{message.Type} {Convert.ToHexStringLower(facility.Contents)}");
    }
}
