using Gateway.Codecs.Isdn.Lapd;

namespace Codecs.Tests.Isdn.Lapd;

public class LapdFrameTests
{
    [Fact]
    public void Every_libpri_frame_decodes_and_encodes_to_the_same_octets()
    {
        Assert.Equal(542, LibpriFrames.All.Count);
        Assert.All(LibpriFrames.All, golden =>
        {
            var (frame, fault) = LapdFrame.Decode(golden.Octets);
            Assert.Null(fault);
            Assert.Equal(golden.Hex, Convert.ToHexStringLower(frame!.Encode()));
        });
    }

    [Fact]
    public void Every_libpri_frame_is_the_kind_its_trace_says() =>
        Assert.All(LibpriFrames.All, golden =>
        {
            var kind = LapdFrame.Decode(golden.Octets).Frame switch
            {
                LapdFrame.Supervisory { Function: SupervisoryFunction.ReceiveReady } => "RR",
                LapdFrame.Supervisory { Function: SupervisoryFunction.ReceiveNotReady } => "RNR",
                LapdFrame.Supervisory { Function: SupervisoryFunction.Reject } => "REJ",
                LapdFrame.Unnumbered { Function: UnnumberedFunction.SetAsynchronousBalancedModeExtended } => "SABME",
                LapdFrame.Unnumbered { Function: UnnumberedFunction.UnnumberedAcknowledgement } => "UA",
                LapdFrame.Unnumbered { Function: UnnumberedFunction.Disconnect } => "DISC",
                LapdFrame.Unnumbered { Function: UnnumberedFunction.DisconnectedMode } => "DM",
                LapdFrame.Unnumbered { Function: UnnumberedFunction.FrameReject } => "FRMR",
                LapdFrame.Unnumbered { Function: UnnumberedFunction.ExchangeIdentification } => "XID",
                LapdFrame.Unnumbered { Function: UnnumberedFunction.UnnumberedInformation, Address.Sapi: LapdAddress.ManagementSapi } => "TEI_MGMT",
                _ => "layer 3",
            };
            Assert.Equal(golden.Q931Hex is null ? golden.Message : "layer 3", kind);
        });

    [Fact]
    public void The_payload_of_an_information_frame_is_the_layer_3_message() =>
        Assert.All(LibpriFrames.WithLayer3, golden =>
        {
            var payload = LapdFrame.Decode(golden.Octets).Frame switch
            {
                LapdFrame.Information frame => frame.Payload,
                LapdFrame.Unnumbered frame => frame.Payload,
                _ => [],
            };
            Assert.Equal(golden.Q931Hex, Convert.ToHexStringLower(payload));
        });

    [Fact]
    public void Commands_and_responses_are_told_by_who_sent_them()
    {
        // Poll and final of the same supervisory frame, from raw-lapd.
        Assert.True(new LapdAddress(0, true, 0).IsCommand(sentByNetwork: true));
        Assert.False(new LapdAddress(0, true, 0).IsCommand(sentByNetwork: false));
        Assert.All([true, false], network =>
        {
            Assert.True(LapdAddress.Of(0, 0, command: true, network).IsCommand(network));
            Assert.False(LapdAddress.Of(0, 0, command: false, network).IsCommand(network));
        });
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("02", 8)]
    [InlineData("0201", 16)]
    [InlineData("030103", 0)]
    [InlineData("020003", 8)]
    [InlineData("02010d00", 16)]
    [InlineData("0201ff", 16)]
    [InlineData("020101", 24)]
    [InlineData("02010100ff", 32)]
    [InlineData("02017f00", 24)]
    [InlineData("02018700", 32)]
    public void A_frame_that_is_none_faults_where_it_stops_being_one(string hex, int bitOffset)
    {
        var (frame, fault) = LapdFrame.Decode(Convert.FromHexString(hex));
        Assert.Null(frame);
        Assert.Equal(bitOffset, fault!.Value.BitOffset);
    }

    [Fact]
    public void A_frame_cut_inside_its_header_faults_at_the_cut() =>
        Assert.All(LibpriFrames.All, golden =>
        {
            var header = LapdFrame.Decode(golden.Octets).Frame is LapdFrame.Unnumbered ? 3 : 4;
            for (var length = 0; length < header; length++)
                Assert.Equal(length * 8, LapdFrame.Decode(golden.Octets.AsSpan(0, length)).Fault!.Value.BitOffset);
        });

    [Fact]
    public void A_hundred_thousand_mutations_are_read_without_harm()
    {
        var random = new Random(3);
        for (var i = 0; i < 100_000; i++)
        {
            var octets = LibpriFrames.All[i % LibpriFrames.All.Count].Octets;
            for (var flips = random.Next(1, 6); flips > 0; flips--)
                octets[random.Next(octets.Length)] ^= (byte)(1 << random.Next(8));
            var cut = octets.AsSpan(0, random.Next(2) == 0 ? octets.Length : random.Next(octets.Length + 1));
            var (frame, fault) = LapdFrame.Decode(cut);
            Assert.Equal(frame is null, fault is not null);
            if (frame is not null)
                Assert.Equal(cut.ToArray(), frame.Encode());
            else
                Assert.InRange(fault!.Value.BitOffset, 0, cut.Length * 8);
        }
    }

    [Fact]
    public void A_destination_too_small_is_refused_and_left_alone()
    {
        var frame = new LapdFrame.Information(new(0, true, 0), 1, 2, false, [8, 0, 0x62]);
        var destination = new byte[6];
        Assert.False(frame.TryEncode(destination, out var written));
        Assert.Equal(0, written);
        Assert.Equal(new byte[6], destination);
    }

    [Theory]
    [InlineData("0f000006ff", 0, TeiManagementType.IdentityRemove, 127)]
    [InlineData("0fb0f201ff", 0xB0F2, TeiManagementType.IdentityRequest, 127)]
    [InlineData("0fb0f20281", 0xB0F2, TeiManagementType.IdentityAssigned, 64)]
    public void Tei_management_of_a_basic_access_is_read(string hex, ushort reference, TeiManagementType type, byte tei)
    {
        // etsi-ptmp-tei and etsi-deflection-ptmp of libpri-frames.json.
        var (message, fault) = TeiManagement.Decode(Convert.FromHexString(hex));
        Assert.Null(fault);
        Assert.Equal((reference, type), (message!.ReferenceNumber, message.Type));
        Assert.Equal([tei], message.ActionIndicators);
        Assert.Equal(hex, Convert.ToHexStringLower(message.Encode()));
    }

    [Theory]
    [InlineData("0f0000", 24)]
    [InlineData("0e000006ff", 0)]
    [InlineData("0f000006fe", 32)]
    public void Tei_management_in_error_faults(string hex, int bitOffset) =>
        Assert.Equal(bitOffset, TeiManagement.Decode(Convert.FromHexString(hex)).Fault!.Value.BitOffset);
}
