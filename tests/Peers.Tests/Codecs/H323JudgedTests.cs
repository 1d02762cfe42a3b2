using System.Globalization;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H245;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.H323.Ras;
using Gateway.Codecs.H323.Tpkt;
using Peers.Tests.Wire;

namespace Peers.Tests.Codecs;

/// <summary>tshark reads two thousand random values of each type of H.323, as we encode them.</summary>
public class H323JudgedTests
{
    private const int Values = 2000;

    [PeerFact(Peer.Tshark)]
    public async Task Call_signalling_messages()
    {
        var values = new PerValues(2250);
        var capture = new Exported();
        var meant = new List<string[]>();
        for (var i = 0; i < Values; i++)
        {
            var message = new H225Message
            {
                MessageType = (H225MessageType)(i % 2 == 0 ? 0x05 : 0x62),
                CallReference = new CallReference((ushort)(1 + i), i % 3 == 0),
                UserInformation = values.Draw<H323UserInformation>(),
            };
            capture.Add("q931.tpkt", Packet(message.Encode()));
            var tunnelling = message.UserInformation.H323UuPdu.H245Tunnelling;
            meant.Add([(1 + i).ToString("x4", CultureInfo.InvariantCulture), $"0x{(int)message.MessageType:x2}", tunnelling is { } says ? says ? "1" : "0" : ""]);
        }
        await NothingIsMalformed(capture);
        Assert.Equal(meant, (await Tshark.Read(capture.ToFile(), "frame", ["q931.call_ref", "q931.message_type", "h225.h245Tunnelling"])).Select(Plain));
    }

    [PeerFact(Peer.Tshark)]
    public async Task Registration_admission_and_status()
    {
        var values = new PerValues(2251);
        var capture = new Exported();
        var meant = new List<string>();
        for (var i = 0; i < Values; i++)
        {
            var message = values.Draw<RasMessage>(message => message is not RasMessage.AdmissionConfirmSequence);
            capture.Add("h225.ras", PerWriter.Encode(message));
            meant.Add($"{message.SequenceNumber}");
        }
        await NothingIsMalformed(capture);
        Assert.Equal(meant, (await Tshark.Read(capture.ToFile(), "frame", ["h225.requestSeqNum"])).Select(row => row[0].Split(',')[0]));
    }

    [PeerFact(Peer.Tshark)]
    public async Task Control_messages()
    {
        var values = new PerValues(245);
        var capture = new Exported();
        var meant = new List<string>();
        for (var i = 0; i < Values; i++)
        {
            var message = values.Draw<MultimediaSystemControlMessage>();
            capture.Add("h245dg", PerWriter.Encode(message));
            meant.Add(message.GetType().Name);
        }
        await NothingIsMalformed(capture);
        var read = await Tshark.Read(capture.ToFile(), "frame", ["h245.pdu_type"]);
        string[] alternatives = ["Request", "Response", "Command", "Indication"];
        Assert.Equal(meant, read.Select(row => alternatives[int.Parse(row[0], CultureInfo.InvariantCulture)]));
    }

    [PeerFact(Peer.Tshark)]
    public async Task Supplementary_services()
    {
        var values = new PerValues(450);
        var capture = new Exported();
        var meant = new List<string[]>();
        for (var i = 0; i < Values; i++)
        {
            var (service, operation, invokeId) = values.Service();
            var message = new H225Message
            {
                MessageType = H225MessageType.Facility,
                CallReference = new CallReference((ushort)(1 + i), false),
                UserInformation = new H323UserInformation
                {
                    H323UuPdu = new H323UuPdu { H323MessageBody = new H323MessageBody.Empty(), H4501SupplementaryService = [new(service)] },
                },
            };
            capture.Add("q931.tpkt", Packet(message.Encode()));
            meant.Add([$"{((Code.Local)operation.ToInvoke(invokeId, out _)!.Opcode).Value}", $"{invokeId}"]);
        }
        await NothingIsMalformed(capture);
        Assert.Equal(meant, await Tshark.Read(capture.ToFile(), "frame", ["h450.ros.local", "h450.ros.invokeId"]));
    }

    private static async Task NothingIsMalformed(Exported capture)
    {
        var complaints = await Tshark.Read(capture.ToFile(), "_ws.malformed || _ws.expert.severity == \"Error\"", ["frame.number", "_ws.expert.message"]);
        if (complaints.Length > 0 && Environment.GetEnvironmentVariable("KEEP_CAPTURE") is { } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, complaints.Length + ".pcapng"), capture.ToFile());
        Assert.True(complaints.Length == 0, $"{complaints.Length}: {string.Join('\n', complaints.Take(20).Select(row => string.Join(' ', row)))}");
    }

    private static string[] Plain(string[] row) => [row[0].Replace(":", "", StringComparison.Ordinal), .. row[1..]];

    private static byte[] Packet(byte[] message)
    {
        var packet = new byte[TpktFrame.HeaderOctets + message.Length];
        TpktFrame.WriteHeader(packet, message.Length);
        message.CopyTo(packet, TpktFrame.HeaderOctets);
        return packet;
    }
}
