using System.Globalization;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;

namespace Codecs.Tests.Isdn.Messages;

public class Q931MessageTests
{
    /// <summary>The one libpri frame whose elements do not end with the message: <c>1C 05 91A7030201 01</c>.</summary>
    private const string CutOff = "raw-etsi-errors-39-facility";

    [Fact]
    public void Every_libpri_message_has_the_header_fields_of_its_trace() =>
        Assert.All(LibpriFrames.WithLayer3, golden =>
        {
            var message = Q931Message.Decode(golden.Layer3, golden.FromNetwork).Message!;
            var expect = golden.Expect!;
            Assert.Equal(expect.ProtocolDiscriminator, message.ProtocolDiscriminator);
            Assert.Equal(
                new CallReference(expect.CallReferenceLength, expect.CallReferenceFlag == 1, expect.CallReference),
                message.CallReference);
            Assert.Equal(Convert.ToInt32(expect.MessageType, 16), (int)message.Type);
            var facilities = message.All<FacilityElement>().Select(facility => Convert.ToHexStringLower(facility.Contents));
            Assert.Equal(golden.FacilityHex ?? [], facilities);
        });

    [Fact]
    public void Every_libpri_message_encodes_to_the_same_octets() =>
        Assert.All(LibpriFrames.WithLayer3, golden =>
        {
            var message = Q931Message.Decode(golden.Layer3, golden.FromNetwork).Message!;
            Assert.Equal(golden.Q931Hex, Convert.ToHexStringLower(message.Encode()!));
        });

    [Fact]
    public void Every_element_libpri_sends_is_one_of_its_message()
    {
        // The hand-made peer breaks rules on purpose; maintenance messages have tables of their own.
        var messages = LibpriFrames.WithLayer3.Where(golden => golden.Sender == "libpri" && golden.Expect!.ProtocolDiscriminator == 8);
        Assert.All(messages, golden =>
        {
            var (message, fault, faults) = Q931Message.Decode(golden.Layer3, golden.FromNetwork);
            Assert.Null(fault);
            Assert.Empty(faults);
            foreach (var element in message!.Elements.Where(element => element is not Shift && element.Codeset == 0))
                Assert.NotEqual(Presence.NotListed, ElementPresence.Of(message.Type, element.Identifier));
        });
    }

    [Fact]
    public void Sorting_for_sending_keeps_what_libpri_already_sorted()
    {
        // Sending complete may stand anywhere; libpri and we put it last. One scenario shifts to codeset 6 by a locking shift.
        var messages = LibpriFrames.WithLayer3.Where(golden => golden.Sender == "libpri");
        Assert.All(messages, golden =>
        {
            var message = Q931Message.Decode(golden.Layer3).Message!;
            var sorted = Q931Message.Of(message.Type, message.CallReference, message.Elements) with
            {
                ProtocolDiscriminator = message.ProtocolDiscriminator,
            };
            Assert.Equal(golden.Q931Hex, Convert.ToHexStringLower(sorted.Encode()!));
        });
    }

    [Fact]
    public void A_message_cut_anywhere_faults_at_the_cut_or_ends_between_elements() =>
        Assert.All(LibpriFrames.WithLayer3.Where(golden => golden.Name != CutOff), golden =>
        {
            var whole = Q931Message.Decode(golden.Layer3).Message!;
            var ends = ElementEnds(whole);
            for (var length = 0; length < golden.Layer3!.Length; length++)
            {
                var (message, fault, faults) = Q931Message.Decode(golden.Layer3.AsSpan(0, length));
                if (length < ends[0])
                {
                    Assert.Null(message);
                    Assert.Equal(length * 8, fault!.Value.BitOffset);
                    continue;
                }

                var cut = faults.Where(found => found.Fault.BitOffset == length * 8 && found.Kind is ElementFaultKind.MandatoryContents or ElementFaultKind.OptionalContents);
                Assert.Equal(ends.Contains(length) ? 0 : 1, cut.Count());
                Assert.Equal(Convert.ToHexString(golden.Layer3.AsSpan(0, length)), Convert.ToHexString(message!.Encode()!));
            }
        });

    [Fact]
    public void The_octet_too_many_of_a_libpri_stimulus_faults_at_the_end()
    {
        var golden = LibpriFrames.All.Single(frame => frame.Name == CutOff);
        var (message, _, faults) = Q931Message.Decode(golden.Layer3);
        var fault = Assert.Single(faults);
        Assert.Equal((ElementFaultKind.OptionalContents, 0x01, golden.Layer3!.Length * 8), (fault.Kind, fault.Identifier, fault.Fault.BitOffset));
        Assert.Equal("91a7030201", Convert.ToHexStringLower(message!.First<FacilityElement>()!.Contents));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("08", 8)]
    [InlineData("080200", 24)]
    [InlineData("08020001", 32)]
    [InlineData("0802000100", 40)]
    [InlineData("080500000000015a", 8)]
    [InlineData("08f20001", 8)]
    public void A_header_in_error_leaves_no_message(string hex, int bitOffset)
    {
        var (message, fault, _) = Q931Message.Decode(Convert.FromHexString(hex));
        Assert.Null(message);
        Assert.Equal(bitOffset, fault!.Value.BitOffset);
    }

    [Theory]
    [InlineData("08005a", 0, false, 0u)]
    [InlineData("0801815a", 1, true, 1u)]
    [InlineData("0802ffff5a", 2, true, 0x7FFFu)]
    [InlineData("080300000a5a", 3, false, 10u)]
    [InlineData("0804800000015a", 4, true, 1u)]
    public void Call_references_of_each_length_go_both_ways(string hex, int length, bool flag, uint value)
    {
        var message = Q931Message.Decode(Convert.FromHexString(hex)).Message!;
        Assert.Equal(new CallReference(length, flag, value), message.CallReference);
        Assert.Equal(hex, Convert.ToHexStringLower(message.Encode()!));
    }

    [Fact]
    public void A_national_message_type_keeps_its_escape()
    {
        var message = Q931Message.Decode(Convert.FromHexString("080200010042")).Message!;
        Assert.Equal(MessageType.NationalEscape + 0x42, message.Type);
        Assert.Equal("080200010042", Convert.ToHexStringLower(message.Encode()!));
    }

    [Theory]
    [InlineData("0802000105", "04:MandatoryMissing,18:MandatoryMissing", true)]
    [InlineData("0802000105", "04:MandatoryMissing", false)]
    [InlineData("08020001050400", "04:MandatoryMissing", false)]
    [InlineData("0802000145", "08:MandatoryMissing", false)]
    [InlineData("080200014508 01 81", "08:MandatoryContents", false)]
    [InlineData("0802000145080281901e0181", "1E:OptionalContents", false)]
    [InlineData("0802000162 0301ff", "03:ComprehensionRequired", false)]
    [InlineData("0802000162 500101", "50:Unrecognised", false)]
    [InlineData("0802000162 80", "80:Unrecognised", false)]
    [InlineData("0802000162 90", "90:Unrecognised", false)]
    [InlineData("0802000162 96 0301ff", "", false)]
    public void Element_faults_are_sorted_as_clause_5_8_sorts_them(string hex, string expected, bool fromNetwork)
    {
        var faults = Q931Message.Decode(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)), fromNetwork).ElementFaults;
        Assert.Equal(expected, string.Join(',', faults.Select(fault => string.Create(CultureInfo.InvariantCulture, $"{fault.Identifier:X2}:{fault.Kind}"))));
    }

    [Fact]
    public void A_locking_shift_holds_to_the_end_and_a_non_locking_one_for_one_element()
    {
        var octets = Convert.FromHexString("0802000162" + "9e" + "280141" + "280142" + "95" + "320101" + "96" + "1c0191");
        var message = Q931Message.Decode(octets).Message!;
        Assert.Equal([6, 0], message.All<Display>().Select(display => display.Codeset));
        Assert.Equal(5, message.First<RawElement>()!.Codeset);
        Assert.Equal(6, message.First<FacilityElement>()!.Codeset);
        Assert.Equal(octets, message.Encode());
    }

    [Fact]
    public void An_element_of_another_codeset_is_sent_behind_a_shift_of_its_own()
    {
        var message = Q931Message.Of(
            MessageType.Facility, new(2, false, 1), new SendingComplete(), new FacilityElement([0x91]) { Codeset = 6 }, null, new Display("A"));
        Assert.Equal("0802000162280141a19e1c0191", Convert.ToHexStringLower(message.Encode()!));
    }

    [Fact]
    public void An_element_of_more_than_255_octets_is_not_written()
    {
        var message = Q931Message.Of(MessageType.Facility, new(2, false, 1), new FacilityElement(new byte[256]));
        Assert.Null(message.Encode());
    }

    /// <summary>Where the header ends, and each element after it.</summary>
    private static List<int> ElementEnds(Q931Message message)
    {
        var ends = new List<int>();
        for (var count = 0; count <= message.Elements.Length; count++)
            ends.Add((message with { Elements = message.Elements[..count] }).Encode()!.Length);
        return ends;
    }
}
