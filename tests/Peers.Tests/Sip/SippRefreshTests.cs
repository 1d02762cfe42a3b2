using System.Globalization;
using Gateway.Engine;
using Gateway.Lab;

namespace Peers.Tests.Sip;

/// <summary>Session timers (RFC 4028) that run on the wall clock: the shortest there may be is 90 seconds. Its class has nothing else, so that others run meanwhile.</summary>
public class SippRefreshTests
{
    private const int Calls = 20;

    [PeerFact(Peer.Sipp)]
    public async Task The_gateway_keeps_sessions_alive_though_every_tenth_message_is_lost()
    {
        await using Sipp phone = await Sipp.Answer("refreshed", calls: Calls, lostPercent: 10);
        await using ServiceUnderTest service = await ServiceUnderTest.Start(phone.Local);
        for (int call = 0; call < Calls; call++)
            service.Lab.Endpoint!.Tell(new FarEndInput.Dial("1001", $"{3100 + call}"));
        var up = new List<FarEndCall>();
        while (up.Count < Calls)
            up.Add((await service.Sees<FarEndEvent.Answered>("endpoint")).Call);
        for (int call = 0; call < Calls; call++)
            await service.Logged(line => line.RenderMessage(CultureInfo.InvariantCulture).Contains("< 200 OK (UPDATE)", StringComparison.Ordinal), "refresh");
        foreach (FarEndCall call in up)
            service.Lab.Endpoint!.Tell(new FarEndInput.HangUp(call));
        await phone.Ends();
        for (int call = 0; call < Calls; call++)
            await service.Noted(NoteEvents.CallEnded);
    }
}
