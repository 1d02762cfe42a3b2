using System.Globalization;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Lapd;
using Gateway.Codecs.Isdn.Messages;
using Peers.Tests.Wire;

namespace Peers.Tests.Codecs;

/// <summary>tshark reads two thousand Q.931 messages with random facilities of each variant, as we encode them.</summary>
public class IsdnJudgedTests
{
    private const int Values = 2000;

    [PeerFact(Peer.Tshark)]
    public Task QSIG() => Judge(FacilityVariant.Qsig, "");

    /// <summary>tshark 4.0 takes EctExecute, which is 6 here, for an operation with an argument.</summary>
    [PeerFact(Peer.Tshark)]
    public Task ETSI() => Judge(FacilityVariant.Etsi, " && !(q932.ros.local == 6)", "q932.facility_encoding:Dissect facility as ETSI");

    [PeerFact(Peer.Tshark)]
    public Task NI2() => Judge(FacilityVariant.Ni2, "");

    /// <summary>tshark 4.0 does not know the service discriminator in front of the components, reads it as one and then no further.</summary>
    [PeerFact(Peer.Tshark)]
    public Task DMS100() => Judge(FacilityVariant.Dms100, " && !q932.pp");

    private static async Task Judge(FacilityVariant variant, string known, params string[] preferences)
    {
        var values = new RecordValues(1 + (int)variant);
        var recording = new Recording();
        var meant = new List<string[]>();
        Span<byte> contents = stackalloc byte[1024];
        for (var i = 0; i < Values; i++)
        {
            var operation = values.Operation(variant);
            var invoke = operation.ToInvoke(1 + values.Below(127));
            var facility = variant switch
            {
                FacilityVariant.Qsig => FacilityContents.Qsig((Interpretation)values.Below(3), invoke),
                FacilityVariant.Dms100 => FacilityContents.Dms100(invoke),
                _ => FacilityContents.RemoteOperations(invoke),
            };
            if (!facility.TryEncode(contents, out var written) || written > 200)
                continue;
            var (calling, called) = (values.Digits(), values.Digits());
            var message = Q931Message.Of(
                MessageType.Setup, new CallReference(2, i % 2 == 0, (uint)(1 + meant.Count)),
                new FacilityElement(contents[..written].ToArray()),
                ChannelIdentification.Primary(1 + i % 30),
                BearerCapability.Speech(),
                new CallingPartyNumber(TypeOfNumber.National, NumberingPlan.E164, calling),
                new CalledPartyNumber(TypeOfNumber.Unknown, NumberingPlan.E164, called));
            var frame = new LapdFrame.Information(LapdAddress.Of(0, 0, command: true, sentByNetwork: true), (byte)(meant.Count % 128), 0, false, message.Encode()!);
            recording.AddLapd(frame.Encode(), fromNetwork: true);
            meant.Add([(1 + meant.Count).ToString("x4", CultureInfo.InvariantCulture), "0x05", calling, called, $"{invoke.InvokeId}", $"{operation.Code.LocalValue}", operation.Code.GlobalValue ?? ""]);
        }
        var complaints = await Tshark.Read(recording, "(_ws.malformed || _ws.expert.severity == \"Error\")" + known, ["frame.number", "_ws.expert.message"], preferences);
        if (complaints.Length > 0 && Environment.GetEnvironmentVariable("KEEP_CAPTURE") is { } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, variant + ".pcapng"), recording.ToFile());
        Assert.True(complaints.Length == 0, $"{complaints.Length}: {string.Join('\n', complaints.Take(20).Select(row => string.Join(' ', row)))}");
        var fields = new[] { "q931.call_ref", "q931.message_type", "q931.calling_party_number.digits", "q931.called_party_number.digits", "q932.ros.present", "q932.ros.local", "q932.ros.global" };
        var read = (await Tshark.Read(recording, "q931", fields, preferences)).Select(row => (string[])[row[0].Replace(":", "", StringComparison.Ordinal), .. row[1..]]);
        var readable = variant == FacilityVariant.Dms100 ? 2 : fields.Length;
        Assert.Equal(meant.Select(row => row[..readable]), read.Select(row => row[..readable]));
    }
}
