using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Tests.Sip;

namespace Peers.Tests.BadInput;

/// <summary>
/// RFC 4475 through the socket of the running service. Behind each message goes an OPTIONS that is well formed: what is heard before its 200 is the
/// answer to the message, and when nothing is, the service stays silent and lives.
/// </summary>
public class TortureTests
{
    [Fact]
    public async Task Each_torture_message_gets_its_answer_or_silence_and_the_service_goes_on()
    {
        await using ServiceUnderTest service = await ServiceUnderTest.Start();
        using var phone = new UdpClient(DefaultPort());
        await phone.Client.ConnectAsync(service.Sip);
        var wrong = new List<string>();
        int fences = 0;
        foreach (string name in SipFixture.Names("sip/torture"))
        {
            SipFixture fixture = SipFixture.Read(name);
            int told = service.Log.Count(BadInputTests.TellsAFault);
            await phone.SendAsync(fixture.Octets);
            string answers = string.Join(' ', await HeardBefore(phone, ++fences, CallIdOf(fixture.Octets)));
            if (answers != fixture.Answer)
                wrong.Add($"{name}: answered '{answers}', not '{fixture.Answer}'");

            int lines = service.Log.Count(BadInputTests.TellsAFault) - told;
            if (lines > (fixture.Expect == "whole" ? 0 : 1))
                wrong.Add($"{name}: {lines} lines about a fault");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(49, fences);

        // One line each, until one source has told enough.
        Assert.InRange(service.Log.Count(BadInputTests.TellsAFault), 5, 24);
    }

    private static string? CallIdOf(byte[] message) => SipMessage.Decode(message).Message?[HeaderName.CallId];

    /// <summary>The statuses for this Call-ID that arrive before the answer to an OPTIONS sent now. Answers to earlier INVITEs may be repeated meanwhile.</summary>
    private static async Task<List<int>> HeardBefore(UdpClient phone, int fence, string? about)
    {
        string fenceId = string.Create(CultureInfo.InvariantCulture, $"fence-{fence}");
        await phone.SendAsync(Encoding.ASCII.GetBytes(
            $"OPTIONS sip:gateway.invalid SIP/2.0\r\nVia: SIP/2.0/UDP {phone.Client.LocalEndPoint};branch=z9hG4bK{fenceId}\r\nFrom: <sip:fence@example.invalid>;tag=1\r\n"
            + $"To: <sip:gateway.invalid>\r\nCall-ID: {fenceId}\r\nCSeq: 1 OPTIONS\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n"));
        var heard = new List<int>();
        while (true)
        {
            byte[] datagram = (await phone.ReceiveAsync().WaitAsync(ServiceUnderTest.Patience)).Buffer;
            var response = Assert.IsType<SipResponse>(SipMessage.Decode(datagram).Message);
            string? callId = response[HeaderName.CallId];
            if (callId == fenceId)
                return heard;
            if (callId == about)
                heard.Add(response.Status);
        }
    }

    /// <summary>The port of a Via that names none (RFC 3261 18.2.2), on an address of loopback that only this process is likely to use.</summary>
    private static IPEndPoint DefaultPort()
    {
        int process = Environment.ProcessId;
        return new IPEndPoint(new IPAddress([127, (byte)(64 + (process >> 14 & 63)), (byte)(process >> 7 & 127), (byte)(1 + (process & 127))]), 5060);
    }
}
