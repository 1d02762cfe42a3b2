using System.Buffers.Binary;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;
using Gateway.Codecs.H323.H245;
using Gateway.Codecs.H323.H245.Modes;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.H323.H450.CallDiversion;
using Gateway.Codecs.H323.Ras;

namespace Gateway.Codecs.Tests.H323;

/// <summary>Bounds that share the width of their neighbour, so that no octet but that of the bound itself tells them apart.</summary>
public class BoundTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void A_hop_count_is_1_to_31(int hopCount, bool good)
    {
        var golden = PerReader.Decode<H323UserInformation>(GoldenVector.Read("TPKT+Q931+H323-UserInformation").First(vector => vector.Name == "setup-minimal").UserInformation, out _);
        var setup = (SetupUuie)golden.H323UuPdu.H323MessageBody with { HopCount = hopCount };
        PerWriter.Encode(golden with { H323UuPdu = golden.H323UuPdu with { H323MessageBody = setup } }, out var fault);
        Assert.Equal(good, fault is null);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void A_diverting_name_has_1_to_128_characters(int length, bool good)
    {
        var argument = new DivertingLegInformation2Arg
        {
            DiversionCounter = 1,
            DiversionReason = DiversionReason.Cfb,
            OriginalCalledInfo = new string('x', length),
            RedirectingInfo = new string('y', length),
        };
        var octets = PerWriter.Encode(argument, out var fault);
        Assert.Equal(good, fault is null);
        if (!good)
            return;
        var again = PerReader.Decode<DivertingLegInformation2Arg>(octets, out var refused);
        Assert.Null(refused);
        Assert.Equal((length, length), (again.OriginalCalledInfo!.Length, again.RedirectingInfo!.Length));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(15, true)]
    [InlineData(16, false)]
    public void A_call_is_diverted_1_to_15_times(int counter, bool good)
    {
        var nobody = new EndpointAddress { DestinationAddress = [] };
        PerWriter.Encode(
            new CallReroutingArg
            {
                ReroutingReason = DiversionReason.Cfb,
                CalledAddress = nobody,
                DiversionCounter = counter,
                H225InfoElement = [],
                LastReroutingNr = nobody,
                SubscriptionOption = default,
                CallingNumber = nobody,
            },
            out var rerouting);
        PerWriter.Encode(new DivertingLegInformation2Arg { DiversionCounter = counter, DiversionReason = DiversionReason.Cfb }, out var informing);
        Assert.Equal((good, good), (rerouting is null, informing is null));
    }

    /// <summary>
    /// requestSeqNum, INTEGER (1..65535), is its number less one in two octets (X.691 (07/2002) 10.5.7.3). In a message of every kind of the
    /// golden ones, FF FE in their place is 65535, FF FF is beyond the bound.
    /// </summary>
    [Fact]
    public void A_sequence_number_of_any_message_is_1_to_65535()
    {
        var kinds = new HashSet<Type>();
        foreach (var message in RandomMessage.Read("h225/random-ras.jsonl"))
        {
            var value = PerReader.Decode<RasMessage>(message.Octets, out _);
            if (value is RasMessage.AdmissionConfirmSequence || value.SequenceNumber is null || !kinds.Add(value.GetType()))
                continue;
            var octets = (byte[])message.Octets.Clone();
            var at = Enumerable.Range(0, octets.Length - 1).First(index => SequenceNumber(octets, index, 0xFFFE, out _) == 65535);
            Assert.Equal(1, SequenceNumber(octets, at, 0, out var fault));
            Assert.Null(fault);
            SequenceNumber(octets, at, 0xFFFF, out fault);
            Assert.NotNull(fault);
            foreach (var (number, good) in ((int, bool)[])[(0, false), (1, true), (65535, true), (65536, false)])
            {
                typeof(RasMessage).Assembly.GetType(value.GetType().FullName!)!.GetProperty("RequestSeqNum")!.SetValue(value, number);
                PerWriter.Encode(value, out var refused);
                Assert.Equal(good, refused is null);
            }
        }
        Assert.Equal(32, kinds.Count);
    }

    private static int? SequenceNumber(byte[] golden, int at, ushort octets, out DecodeFault? fault)
    {
        var changed = (byte[])golden.Clone();
        BinaryPrimitives.WriteUInt16BigEndian(changed.AsSpan(at), octets);
        var value = PerReader.Decode<RasMessage>(changed, out fault);
        return fault is null ? value.SequenceNumber : null;
    }

    /// <summary>
    /// By hand, X.691 (07/2002): extension bit 0 and index 0 of 6 in three bits (22.7), count 16 less one in four (19.6), and sixteen times the
    /// index of h221NonStandard in one bit, three numbers that begin on octets (10.5.7.2, 10.5.7.3), and one octet of data behind its length.
    /// </summary>
    [Fact]
    public void A_user_input_capability_lists_1_to_16()
    {
        byte[] octets = [0x0F, .. Enumerable.Repeat<byte[]>([0x80, 0xB5, 0x00, 0x00, 0x12, 0x01, 0x41], 16).SelectMany(octets => octets)];
        var list = Assert.IsType<UserInputCapability.NonStandard>(PerReader.Decode<UserInputCapability>(octets, out var fault)).Value;
        Assert.Null(fault);
        Assert.Equal(16, list.Count);
        Assert.Equal(octets, PerWriter.Encode<UserInputCapability>(new UserInputCapability.NonStandard(list), out var refused));
        Assert.Null(refused);
        PerWriter.Encode<UserInputCapability>(new UserInputCapability.NonStandard([.. list, list[0]]), out refused);
        Assert.NotNull(refused);
        PerWriter.Encode<UserInputCapability>(new UserInputCapability.NonStandard([]), out refused);
        Assert.NotNull(refused);
    }

    /// <summary>By hand, X.691 (07/2002) 22.8: extension bit 1, addition 8 in seven bits, an open type of one octet: extension bit 0, index 1 of 14 in four bits with its extension bit 0.</summary>
    [Fact]
    public void The_last_addition_of_an_audio_mode_is_known()
    {
        byte[] octets = [0x88, 0x01, 0x04];
        var mode = PerReader.Decode<AudioMode>(octets, out var fault);
        Assert.Null(fault);
        Assert.Equal(new AudioMode.Vbd(new VBDMode { Type = new AudioMode.G711Alaw64k() }), mode);
        Assert.Equal(octets, PerWriter.Encode(mode, out _));
    }

    /// <summary>
    /// By hand, X.691 (07/2002): extension bit 0 and two optional parts in 011 (18.2), then three strings of 2,049 bits. Their bound of 65,536 is not
    /// below 64K, so each has its length in two octets (10.9.3.6), from an octet on.
    /// </summary>
    [Fact]
    public void An_extended_diffie_hellman_set_has_two_optional_parts()
    {
        byte[] octets = [.. Enumerable.Repeat((byte)0xA5, 256), 0x80], part = [0x88, 0x01, .. octets];
        var bits = new BitString(2049, octets);
        var set = new DHSetExt { Halfkey = bits, ModSize = bits, Generator = bits };
        Assert.Equal([0x60, .. part, .. part, .. part], PerWriter.Encode(set, out _));
        Assert.Equal(set, PerReader.Decode<DHSetExt>([0x60, .. part, .. part, .. part], out _));
    }
}
