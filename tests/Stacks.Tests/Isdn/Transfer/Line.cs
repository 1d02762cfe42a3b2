using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Lapd;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Isdn;
using Gateway.Isdn.Transfer;

namespace Stacks.Tests.Isdn.Transfer;

/// <summary>A <see cref="TrunkPair"/> whose line takes no time, and what passes over it. Time stands still; a test lets a timer expire.</summary>
internal sealed class Line
{
    private static readonly Element[] Speech = [BearerCapability.Speech()];

    private readonly TrunkPair pair;

    public Line(IsdnVariant variant)
    {
        pair = new TrunkPair(variant) { Line = (_, _) => [TimeSpan.Zero] };
        User = new Side(IsdnSide.User, pair.User);
        Network = new Side(IsdnSide.Network, pair.Network);
        pair.OnOutput = (side, output) => (side == IsdnSide.User ? User : Network).Note(output);
        pair.Give(IsdnSide.User, new IsdnInput.Start());
        Give(Network, new IsdnInput.Start());
        Assert.True(User.Trunk.IsUp && Network.Trunk.IsUp);
    }

    /// <summary>One end of the line and everything it told since the last look.</summary>
    internal sealed class Side(IsdnSide name, IsdnTrunk trunk)
    {
        internal IsdnSide Name { get; } = name;

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

        internal void Note(IsdnOutput output)
        {
            Told.Add(output);
            if (output is not IsdnOutput.SendFrame sent || LapdFrame.Decode(sent.Octets).Frame is not LapdFrame.Information frame)
                return;
            Q931Message message = Q931Message.Decode(frame.Payload).Message!;
            foreach (FacilityElement facility in message.All<FacilityElement>())
                Sent.Add($"{message.Type} {Convert.ToHexStringLower(facility.Contents)}");
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

    internal void Ask(Side side, IsdnCallId call, CallRequest request) => Give(side, new IsdnInput.Request(call, request));

    internal void Ask(Side side, TransferRequest request) => Give(side, new IsdnInput.Transfer(request));

    internal void SendFacility(Side side, IsdnCallId call, string hex) =>
        Ask(side, call, new CallRequest.Facility { Elements = [new FacilityElement(Convert.FromHexString(hex))] });

    internal void Expire(Side side, IsdnTimer timer, IsdnCallId call) 
    {
        pair.Expire(side.Name, new IsdnTimerKey(timer, call));
        pair.Run(TimeSpan.Zero);
    }

    internal void Forget()
    {
        User.Forget();
        Network.Forget();
    }

    private Side Other(Side side) => side == User ? Network : User;

    private void Give(Side side, IsdnInput input)
    {
        pair.Give(side.Name, input);
        pair.Run(TimeSpan.Zero);
    }
}
