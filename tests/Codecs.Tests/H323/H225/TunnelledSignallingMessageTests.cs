using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Facility.Qsig;
using Gateway.Codecs.Isdn.Messages;

namespace Gateway.Codecs.Tests.H323.H225;

/// <summary>QSIG inside H.225.0 (H.323 Annex M.1) through both codecs; the octets are of fixtures/h225/tunnelled-qsig.txt.</summary>
public class TunnelledSignallingMessageTests
{
    private static readonly Dictionary<string, byte[]> Fixtures = File.ReadLines(Fixture.Path("h225/tunnelled-qsig.txt"))
        .Where(line => line[0] != '#')
        .Select(line => line.Split(' '))
        .ToDictionary(words => words[0], words => Convert.FromHexString(words[1]));

    [Theory]
    [InlineData("facility")]
    [InlineData("empty")]
    public void A_tunnelled_transfer_is_read_down_to_its_operations_and_written_again_from_them(string body)
    {
        var octets = Fixtures[body];
        var information = PerReader.Decode<H323UserInformation>(octets, out var fault);
        Assert.Null(fault);
        var tunnel = information.H323UuPdu.TunnelledSignallingMessage!;
        var operations = new List<Operation>();
        var again = tunnel.MessageContent.Select(content => Rewritten(content, operations)).ToList();
        Assert.Equal(tunnel.MessageContent, again);
        Assert.Equal(CallStatus.Alerting, Assert.IsType<CallTransferComplete>(operations[0]).Status);
        Assert.IsType<PathReplacePropose>(operations[1]);
        Assert.Equal(octets, PerWriter.Encode(information with
        {
            H323UuPdu = information.H323UuPdu with { TunnelledSignallingMessage = tunnel with { MessageContent = again } },
        }));
    }

    [Fact]
    public void The_protocol_is_named_by_identifier_or_by_name()
    {
        var byIdentifier = Tunnel("facility");
        Assert.Equal("1.3.12.9", Assert.IsType<TunnelledProtocolIdentifier.TunnelledProtocolObjectID>(byIdentifier.TunnelledProtocolID.Id).Value.ToString());
        Assert.Null(byIdentifier.TunnellingRequired);
        var byName = Tunnel("empty");
        var name = Assert.IsType<TunnelledProtocolIdentifier.TunnelledProtocolAlternateID>(byName.TunnelledProtocolID.Id).Value;
        Assert.Equal(("qsig", "iso", "1"), (name.ProtocolType, name.ProtocolVariant, byName.TunnelledProtocolID.SubIdentifier));
        Assert.NotNull(byName.TunnellingRequired);
    }

    private static TunnelledSignallingMessage Tunnel(string body) =>
        PerReader.Decode<H323UserInformation>(Fixtures[body], out _).H323UuPdu.TunnelledSignallingMessage!;

    /// <summary>A QSIG message taken apart to its operations, and put together from them.</summary>
    private static byte[] Rewritten(byte[] octets, List<Operation> operations)
    {
        var (message, fault, faults) = Q931Message.Decode(octets);
        Assert.Null(fault);
        Assert.Empty(faults);
        var contents = FacilityContents.Decode(message!.First<FacilityElement>()!.Contents, out fault);
        Assert.Null(fault);
        var invoke = Assert.IsType<Component.Invoke>(Assert.Single(contents.Components));
        var operation = Operation.Decode(FacilityVariant.Qsig, invoke, out fault);
        Assert.Null(fault);
        operations.Add(operation!);
        Span<byte> facility = stackalloc byte[255];
        Assert.True((contents with { Components = [operation!.ToInvoke(invoke.InvokeId)] }).TryEncode(facility, out var written));
        return Q931Message.Of(message.Type, message.CallReference, new FacilityElement(facility[..written].ToArray())).Encode()!;
    }
}
