using System.Net;
using System.Text;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip;
using Gateway.Sip.Refer;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip;

/// <summary>Whatever arrives, in whatever order, the stack neither throws nor keeps anything for ever.</summary>
public class RobustnessTests
{
    private static readonly IPEndPoint Peer = new(IPAddress.Parse("192.0.2.10"), 5060);

    [Fact]
    public void Damaged_messages_of_a_transfer_never_throw()
    {
        var talk = Talk();
        Assert.True(talk.Count > 15);
        for (var seed = 1; seed <= 3000; seed++)
        {
            var chance = new Random(seed);
            var network = new Network();
            var phone = new Phone(network, "gw", "198.51.100.1");
            Obedient(phone);
            for (var i = 0; i < 6; i++)
            {
                var octets = (byte[])talk[chance.Next(talk.Count)].Clone();
                for (var flips = chance.Next(4); flips > 0; flips--)
                {
                    octets[chance.Next(octets.Length)] ^= (byte)(1 << chance.Next(8));
                }

                network.Send(Peer, phone.EndPoint, chance.Next(8) == 0 ? octets[..chance.Next(1, octets.Length)] : octets);
                network.Run(TimeSpan.FromMilliseconds(chance.Next(40)));
            }
        }
    }

    [Fact]
    public void Commands_in_any_order_never_throw_and_leave_nothing()
    {
        for (var seed = 1; seed <= 400; seed++)
        {
            var chance = new Random(seed);
            var network = new Network(seed) { Loss = 0.1, Jitter = TimeSpan.FromMilliseconds(200) };
            var alice = new Phone(network, "alice", "192.0.2.1");
            var bob = new Phone(network, "bob", "192.0.2.2");
            var phones = new[] { alice, bob };
            for (var i = 0; i < 25; i++)
            {
                var phone = phones[chance.Next(2)];
                Whim(phone, phone == alice ? bob : alice, chance);
                network.Run(TimeSpan.FromMilliseconds(chance.Next(1500)));
            }

            foreach (var phone in phones)
            {
                Finish(phone);
            }

            network.RunOut();
            foreach (var phone in phones)
            {
                Finish(phone);
            }

            network.RunOut();
            foreach (var phone in phones)
            {
                Assert.True(phone.Stack.IsIdle, $"seed {seed}: {phone.Name} is not idle\n{network.Ladder}");
                Assert.True(phone.RunningTimers == 0, $"seed {seed}: {phone.Name} keeps timers\n{network.Ladder}");
                Assert.Equal(
                    Calls(phone).Order(Comparer<CallHandle>.Create((a, b) => a.Value.CompareTo(b.Value))),
                    phone.Indications.OfType<SipIndication.Ended>().Select(end => end.Call)
                        .Order(Comparer<CallHandle>.Create((a, b) => a.Value.CompareTo(b.Value))));
            }
        }
    }

    /// <summary>One command of any kind about any call or REFER that the phone ever heard of.</summary>
    private static void Whim(Phone phone, Phone other, Random chance)
    {
        var calls = Calls(phone);
        var refers = phone.Indications.OfType<SipIndication.ReferReceived>().Select(received => received.Refer).ToArray();
        var call = calls.Length > 0 ? calls[chance.Next(calls.Length)] : new CallHandle(-1);
        var refer = refers.Length > 0 ? refers[chance.Next(refers.Length)] : new ReferHandle(-1);
        SipContent? content = chance.Next(3) == 0 ? null : Some.Sdp;
        switch (chance.Next(14))
        {
            case 0 or 1:
                phone.Call(other, content);
                break;
            case 2 or 3 or 4:
                phone.Do(new SipCommand.Answer(call, content));
                break;
            case 5:
                phone.Do(new SipCommand.Ring(call));
                break;
            case 6:
                phone.Do(new SipCommand.Reject(call, 486));
                break;
            case 7:
                phone.Do(new SipCommand.Acknowledge(call, content));
                break;
            case 8:
                phone.Do(new SipCommand.Reinvite(call, content));
                break;
            case 9:
                phone.Do(new SipCommand.AnswerReoffer(call, content, chance.Next(2) == 0 ? 200 : 488));
                break;
            case 10:
                phone.Do(new SipCommand.SendRefer(call, phone.Stack.NewRefer(), ReferTo.Create(SipUri.Parse("sip:x@192.0.2.9")!)));
                break;
            case 11:
                phone.Do(new SipCommand.AcceptRefer(refer));
                break;
            case 12:
                phone.Do(new SipCommand.NotifyRefer(refer, new ReferReport(chance.Next(2) == 0 ? 180 : 200, "Some", [])));
                break;
            case 13 when chance.Next(3) == 0:
                phone.Do(new SipCommand.Leave(call));
                break;
        }
    }

    /// <summary>What a decent user does in the end: leaves each call and answers for each REFER.</summary>
    private static void Finish(Phone phone)
    {
        foreach (var call in Calls(phone))
        {
            phone.Do(new SipCommand.Leave(call));
            phone.Do(new SipCommand.AnswerReoffer(call, null, 488));
        }

        foreach (var received in phone.Indications.OfType<SipIndication.ReferReceived>().ToArray())
        {
            phone.Do(new SipCommand.RejectRefer(received.Refer, 603));
            phone.Do(new SipCommand.NotifyRefer(received.Refer, new ReferReport(503, "Service Unavailable", [])));
        }
    }

    private static CallHandle[] Calls(Phone phone) => [.. phone.Placed, .. phone.Indications.OfType<SipIndication.IncomingCall>().Select(incoming => incoming.Call)];

    /// <summary>All that one side hears in a call with re-INVITE, REFER, NOTIFY and BYE.</summary>
    private static List<byte[]> Talk()
    {
        var talk = new List<byte[]>();
        var network = new Network { Hears = talk.Add };
        var alice = new Phone(network, "alice", "192.0.2.1");
        var bob = new Phone(network, "bob", "192.0.2.2");
        Obedient(alice);
        Obedient(bob);
        var call = alice.Call(bob, Some.Sdp);
        network.Run(TimeSpan.FromSeconds(1));
        alice.Do(new SipCommand.Reinvite(call, Some.Sdp));
        network.Run(TimeSpan.FromSeconds(1));
        alice.Do(new SipCommand.SendRefer(call, alice.Stack.NewRefer(), ReferTo.Create(
            SipUri.Parse("sip:x@192.0.2.9")!, Replaces.Parse("a;to-tag=b;from-tag=c")), alice.Address));
        network.Run(TimeSpan.FromSeconds(1));
        alice.Do(new SipCommand.Leave(call));
        network.RunOut();
        talk.Add(Encoding.ASCII.GetBytes("\r\n\r\n"));
        return talk;
    }

    private static void Obedient(Phone phone) => phone.Reacts = indication =>
    {
        switch (indication)
        {
            case SipIndication.IncomingCall incoming:
                phone.Do(new SipCommand.Ring(incoming.Call));
                phone.Do(new SipCommand.Answer(incoming.Call, Some.Sdp));
                break;
            case SipIndication.ReofferReceived reoffer:
                phone.Do(new SipCommand.AnswerReoffer(reoffer.Call, Some.Sdp));
                break;
            case SipIndication.ReferReceived received:
                phone.Do(new SipCommand.AcceptRefer(received.Refer));
                phone.Do(new SipCommand.NotifyRefer(received.Refer, new ReferReport(200, "OK", [])));
                break;
        }
    };
}
