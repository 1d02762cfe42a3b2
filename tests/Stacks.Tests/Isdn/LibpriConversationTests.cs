using System.Text.Json;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Lapd;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Isdn;

namespace Stacks.Tests.Isdn;

/// <summary>
/// Whole conversations of two libpri 1.6.0 stacks (fixtures/isdn/libpri-frames.json) with our trunk in the place of one of them. The
/// other side's frames are given as they stand, N(S) and N(R) included; for what our side said by its own decision the request is made,
/// and every layer 3 message of ours has to be the one libpri sent there. Facilities are requested as they stand, so the transfer
/// services are off.
/// </summary>
public class LibpriConversationTests
{
    private sealed record Frame(string Scenario, int Seq, string Direction, string Message, string Hex, string? Q931Hex);

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly List<Frame> Frames = Load();

    public static TheoryData<string, IsdnVariant, IsdnInterface, IsdnSide> Conversations
    {
        get
        {
            var data = new TheoryData<string, IsdnVariant, IsdnInterface, IsdnSide>();
            foreach (var side in new[] { IsdnSide.User, IsdnSide.Network })
            {
                data.Add("qsig-transfer-join", IsdnVariant.Qsig, IsdnInterface.PrimaryE1, side);
                data.Add("etsi-ect-explicit", IsdnVariant.Etsi, IsdnInterface.PrimaryE1, side);
                data.Add("etsi-ect-implicit-hold", IsdnVariant.Etsi, IsdnInterface.Basic, side);
                data.Add("etsi-hold-reject", IsdnVariant.Etsi, IsdnInterface.Basic, side);
                data.Add("ni2-tbct", IsdnVariant.Ni2, IsdnInterface.PrimaryT1, side);
                data.Add("dms100-rlt", IsdnVariant.Dms100, IsdnInterface.PrimaryT1, side);
                data.Add("qsig-reroute", IsdnVariant.Qsig, IsdnInterface.PrimaryE1, side);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Conversations))]
    public void Libpri_could_not_tell(string scenario, IsdnVariant variant, IsdnInterface kind, IsdnSide side)
    {
        var trunk = new IsdnTrunk(new(side, variant) { Interface = kind, TransferServices = false });
        var calls = new Dictionary<(bool Flag, uint Value), IsdnCallId>();
        var said = new Queue<Q931Message>();
        var observed = new List<string>();
        var ours = side == IsdnSide.User ? "user-to-network" : "network-to-user";
        Give(new IsdnInput.Start());
        foreach (var frame in Frames.Where(frame => frame.Scenario == scenario).OrderBy(frame => frame.Seq))
        {
            if (frame.Direction != ours)
            {
                Give(new IsdnInput.FrameReceived(Convert.FromHexString(frame.Hex)));
            }
            else if (frame.Q931Hex is { } hex)
            {
                var golden = Q931Message.Decode(Convert.FromHexString(hex)).Message!;
                if (said.Count == 0)
                    Say(golden);
                Assert.True(said.Count > 0, $"{frame.Seq} {frame.Message}: nothing was said; {string.Join(" / ", observed)}");
                AssertSame(frame, golden, said.Dequeue());
            }
        }

        Assert.Empty(said);
        Assert.Empty(observed);
        Assert.True(trunk.IsUp);

        void Say(Q931Message golden)
        {
            var key = (golden.CallReference.Flag, golden.CallReference.Value);
            if (golden.Type == MessageType.Setup)
                calls[key] = trunk.NewCall();
            Give(new IsdnInput.Request(calls[key], RequestFor(golden)));
        }

        void Give(IsdnInput input)
        {
            foreach (var output in trunk.Handle(input))
            {
                switch (output)
                {
                    case IsdnOutput.SendFrame send when LapdFrame.Decode(send.Octets).Frame is LapdFrame.Information frame:
                        said.Enqueue(Q931Message.Decode(frame.Payload).Message!);
                        break;
                    case IsdnOutput.Indication { What: CallIndication.Incoming incoming } indication:
                        calls[(true, incoming.Message.CallReference.Value)] = indication.Call;
                        break;
                    case IsdnOutput.Observed line:
                        observed.Add(line.Line);
                        break;
                }
            }
        }
    }

    /// <summary>RELEASE and RELEASE COMPLETE of libpri repeat the cause that DISCONNECT has told; ours need not.</summary>
    private static void AssertSame(Frame frame, Q931Message golden, Q931Message said)
    {
        if (golden.Type is MessageType.Release or MessageType.ReleaseComplete)
            golden = golden with { Elements = [.. golden.Elements.Where(element => element is not Cause || said.First<Cause>() is not null)] };
        Assert.Equal(
            $"{frame.Seq} {frame.Message} {Convert.ToHexStringLower(golden.Encode()!)}",
            $"{frame.Seq} {frame.Message} {Convert.ToHexStringLower(said.Encode()!)}");
    }

    private static CallRequest RequestFor(Q931Message golden)
    {
        // The channel of the first answer is the trunk's own business.
        var elements = golden.Elements.RemoveAll(element => element is Cause || element is ChannelIdentification && golden.Type == MessageType.CallProceeding);
        var cause = golden.First<Cause>();
        return golden.Type switch
        {
            MessageType.Setup => new CallRequest.Setup { Elements = elements },
            MessageType.CallProceeding => new CallRequest.Proceed { Elements = elements },
            MessageType.Alerting => new CallRequest.Alert { Elements = elements },
            MessageType.Progress => new CallRequest.Progress { Elements = elements },
            MessageType.Connect => new CallRequest.Answer { Elements = elements },
            MessageType.Disconnect => new CallRequest.Disconnect(cause!) { Elements = elements },
            MessageType.Facility => new CallRequest.Facility { Elements = elements },
            MessageType.Notify => new CallRequest.Notify { Elements = elements },
            MessageType.Hold => new CallRequest.Hold { Elements = elements },
            MessageType.HoldAcknowledge => new CallRequest.AcknowledgeHold { Elements = elements },
            MessageType.HoldReject => new CallRequest.RejectHold(cause!) { Elements = elements },
            MessageType.Retrieve => new CallRequest.Retrieve { Elements = elements },
            MessageType.RetrieveAcknowledge => new CallRequest.AcknowledgeRetrieve { Elements = elements },
            MessageType.RetrieveReject => new CallRequest.RejectRetrieve(cause!) { Elements = elements },
            _ => throw new InvalidOperationException($"{golden.Type} is sent by itself"),
        };
    }

    [Fact]
    public void The_data_link_answers_a_raw_peer_as_libpri_does()
    {
        var trunk = new IsdnTrunk(new(IsdnSide.User));
        var said = new Queue<string>();
        Give(new IsdnInput.Start());
        foreach (var frame in Frames.Where(frame => frame.Scenario == "raw-lapd").OrderBy(frame => frame.Seq))
        {
            if (frame.Direction == "network-to-user")
                Give(new IsdnInput.FrameReceived(Convert.FromHexString(frame.Hex)));
            else
                Assert.Equal($"{frame.Seq} {frame.Hex}", $"{frame.Seq} {said.Dequeue()}");
        }

        Assert.Empty(said);
        Assert.True(trunk.IsUp);

        void Give(IsdnInput input)
        {
            foreach (var send in trunk.Handle(input).OfType<IsdnOutput.SendFrame>())
                said.Enqueue(Convert.ToHexStringLower(send.Octets));
        }
    }

    private static List<Frame> Load() => JsonSerializer.Deserialize<List<Frame>>(Fixture.Text("isdn/libpri-frames.json"), Web)!;
}
