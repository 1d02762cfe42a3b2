using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
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

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(65535, true)]
    [InlineData(65536, false)]
    public void A_sequence_number_is_1_to_65535(int number, bool good)
    {
        var octets = PerWriter.Encode<RasMessage>(new RequestInProgress { RequestSeqNum = number, Delay = 1 }, out var fault);
        Assert.Equal(good, fault is null);
        if (good)
            Assert.Equal(number, PerReader.Decode<RasMessage>(octets, out _).SequenceNumber);
    }
}
