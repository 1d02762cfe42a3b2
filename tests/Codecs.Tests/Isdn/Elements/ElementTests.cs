using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;

namespace Codecs.Tests.Isdn.Elements;

/// <summary>Element by element. The octets are those libpri 1.6.0 sent (fixtures/isdn/libpri-frames.json) where it sends the element,
/// otherwise the coding tables of ITU-T Q.931 (05/1998).</summary>
public class ElementTests
{
    [Fact]
    public void Bearer_capabilities_of_speech_audio_data_and_bare_signalling()
    {
        Same("0403 8090a3", BearerCapability.Speech());
        Same("0403 8090a2", BearerCapability.Speech(Layer1Protocol.G711MuLaw));
        Same("0403 9090a3", BearerCapability.Audio());
        Same("0402 8890", BearerCapability.Data);
        Same("0402 a880", BearerCapability.SignallingOnly);
        Assert.Equal(Layer1Protocol.G711ALaw, Read<BearerCapability>("0403 8090a3").Layer1);
        Assert.Null(Read<BearerCapability>("0402 8890").Layer1);
    }

    [Theory]
    [InlineData("0404 88988286 ")] // multirate, twice 64 kbit/s, then an octet 5.. of layer 3
    [InlineData("0404 881090 80")] // 4a of an older edition
    [InlineData("0406 8890 2148 c2e6")] // V.110 with 5a, then X.25
    public void Bearer_capabilities_of_rarer_shapes_keep_their_octets(string hex) => Kept(hex);

    [Fact]
    public void Causes_with_and_without_diagnostics()
    {
        Same("0802 8190", new Cause(Location.PrivateNetworkServingLocalUser, 16));
        Same("0803 80e018", new Cause(Location.User, 96, 0x18));
        var x25 = Read<Cause>("0803 0184ac");
        Assert.Equal(((byte)4, (byte)44), (x25.Recommendation!.Value, x25.Value));
        Kept("0803 0184ac");
    }

    [Fact]
    public void Call_states()
    {
        Same("1401 0a", new CallState(10));
        Assert.Equal(CodingStandard.Network, Read<CallState>("1401 ca").Coding);
    }

    [Fact]
    public void Channels_of_primary_and_basic_interfaces()
    {
        Same("1803 a98381", ChannelIdentification.Primary(1));
        Same("1803 a18387", ChannelIdentification.Primary(7, exclusive: false));
        Same("1801 8a", ChannelIdentification.Basic(2));
        Same("1801 81", ChannelIdentification.Basic(1, exclusive: false));
        Same("1801 ac", ChannelIdentification.SignallingOnly);
        Same("1801 a3", ChannelIdentification.Any);
        Assert.Equal(1, Read<ChannelIdentification>("1801 89").Channel);
        Assert.Equal(2, Read<ChannelIdentification>("1801 8a").Channel);
        Assert.Null(Read<ChannelIdentification>("1801 8c").Channel);
        Assert.True(Read<ChannelIdentification>("1801 8c").DChannel);
        Assert.Null(Read<ChannelIdentification>("1801 83").Channel);
    }

    [Fact]
    public void Channels_by_map_by_list_and_on_another_interface()
    {
        Assert.Equal(1, Read<ChannelIdentification>("1805 a993 000001").Channel);
        Assert.Equal(20, Read<ChannelIdentification>("1806 a993 00100000").Channel);
        Assert.Null(Read<ChannelIdentification>("1806 a993 00100001").Channel);
        Kept("1806 a993 00100001");
        var list = Read<ChannelIdentification>("1804 a983 0182");
        Assert.Equal(new byte[] { 1, 2 }, list.Channels!.Numbers);
        Assert.Null(list.Channel);
        Kept("1804 a983 0182");
        var nfas = Read<ChannelIdentification>("1804 e9828397");
        Assert.Equal(23, nfas.Channel);
        Assert.Equal([0x82], nfas.InterfaceIdentifier!);
        Kept("1804 e9828397");
    }

    [Fact]
    public void Progress_and_notification()
    {
        Same("1e02 8188", new ProgressIndicator(Location.PrivateNetworkServingLocalUser, ProgressDescription.InbandInformationAvailable));
        Same("2701 ea", new NotificationIndicator(NotificationDescription.CallTransferActive));
        Same("2701 f9", new NotificationIndicator(NotificationDescription.RemoteHold));
        Kept("2704 83a10180");
    }

    [Fact]
    public void Display_with_and_without_the_north_american_type()
    {
        Same("2805 416c696365", new Display("Alice"));
        Same("2806 b1416c696365", new Display("Alice", 0xB1));
        Kept("2803 41ff80");
    }

    [Fact]
    public void Keypad_digits() => Same("2c04 2a323123", new KeypadFacility("*21#"));

    [Fact]
    public void Numbers_with_the_octets_each_has()
    {
        Same("7002 8035", new CalledPartyNumber(TypeOfNumber.Unknown, NumberingPlan.Unknown, "5"));
        Same("6c06 218135303031", new CallingPartyNumber(TypeOfNumber.National, NumberingPlan.E164, "5001")
        {
            Presentation = PresentationIndicator.Allowed, Screening = ScreeningIndicator.UserProvidedVerifiedAndPassed,
        });
        Same("4c06 21a135303031", new ConnectedNumber(TypeOfNumber.National, NumberingPlan.E164, "5001")
        {
            Presentation = PresentationIndicator.Restricted, Screening = ScreeningIndicator.UserProvidedVerifiedAndPassed,
        });
        Same("740d 21008230343835353539393939", new RedirectingNumber(TypeOfNumber.National, NumberingPlan.E164, "0485559999")
        {
            Presentation = PresentationIndicator.Allowed, Reason = RedirectionReason.NoReply,
        });
        Same("760c 218030383931323334373737", new RedirectionNumber(TypeOfNumber.National, NumberingPlan.E164, "0891234777")
        {
            Presentation = PresentationIndicator.Allowed,
        });
        Same("7304 21008137", new OriginalCalledNumber(TypeOfNumber.National, NumberingPlan.E164, "7")
        {
            Presentation = PresentationIndicator.Allowed, Reason = RedirectionReason.Busy,
        });
        Assert.Null(Read<CallingPartyNumber>("6c02 a131").Presentation);
    }

    [Fact]
    public void Subaddresses()
    {
        Same("6d06 805034333231", new CallingPartySubaddress(TypeOfSubaddress.Nsap, false, [0x50, 0x34, 0x33, 0x32, 0x31]));
        Same("7104 a8123450", new CalledPartySubaddress(TypeOfSubaddress.UserSpecified, true, [0x12, 0x34, 0x50]));
        Same("4d02 8050", new ConnectedSubaddress(TypeOfSubaddress.Nsap, false, [0x50]));
    }

    [Fact]
    public void Restart_indicators()
    {
        Same("7901 80", new RestartIndicator(RestartClass.IndicatedChannels));
        Same("7901 87", new RestartIndicator(RestartClass.AllInterfaces));
    }

    [Fact]
    public void Compatibility_and_user_information_pass_through()
    {
        Same("7d02 9181", new HighLayerCompatibility(HighLayerCharacteristic.Telephony));
        Kept("7d03 916081");
        Kept("7c03 8090a3");
        Same("7e0a 0468656c6c6f2d757569", new UserUser(4, "hello-uui"u8.ToArray()));
        Same("1c03 91a100", new FacilityElement([0x91, 0xA1, 0x00]));
    }

    [Fact]
    public void A_low_layer_compatibility_is_kept_and_read_like_a_bearer_capability()
    {
        Assert.Equivalent(BearerCapability.Speech(), Read<LowLayerCompatibility>("7c03 8090a3").Attributes, strict: true);
        var negotiable = Read<LowLayerCompatibility>("7c04 00c090a3");
        Assert.True(negotiable.NegotiationPossible);
        Assert.Equivalent(BearerCapability.Speech(), negotiable.Attributes, strict: true);
        Assert.Null(Read<LowLayerCompatibility>("7c01 00").Attributes);
        Kept("7c01 00");
    }

    [Fact]
    public void Networks_by_name()
    {
        var carrier = new NetworkIdentification(TypeOfNetworkIdentification.National, NetworkIdentificationPlan.CarrierIdentificationCode, "288");
        Same("7804 a1323838", new TransitNetworkSelection(carrier));
        Same("2003 00e005", new NetworkSpecificFacilities(null, [0xE0, 0x05]));
        Same("2006 04a1323838e5", new NetworkSpecificFacilities(carrier, [0xE5]));
    }

    [Fact]
    public void Pieces_and_names_of_calls()
    {
        Same("0002 8305", new SegmentedMessage(true, 3, MessageType.Setup));
        Same("0002 0062", new SegmentedMessage(false, 0, MessageType.Facility));
        Same("1003 414243", new CallIdentity("ABC"u8.ToArray()));
        Same("0d03 91a100", new ExtendedFacilityElement([0x91, 0xA1, 0x00]));
    }

    [Fact]
    public void Date_and_time_as_far_as_given()
    {
        Same("2906 1a0b14081e0f", new DateTimeElement(26, 11, 20, 8, 30, 15));
        Same("2905 1a0b14081e", new DateTimeElement(26, 11, 20, 8, 30));
        Same("2903 1a0b14", new DateTimeElement(26, 11, 20));
    }

    [Fact]
    public void What_stimulus_terminals_see_and_press()
    {
        Same("3401 01", new Signal(SignalValue.RingBackToneOn));
        Same("3401 4f", new Signal(SignalValue.AlertingOff));
        Same("3601 81", new SwitchHook(1));
        Same("3801 85", new FeatureActivation(5));
        Same("3802 0182", new FeatureActivation(130, Extended: true));
        Same("3902 8501", new FeatureIndication(5, FeatureStatus.Activated));
        Same("3903 018202", new FeatureIndication(130, FeatureStatus.Prompt, Extended: true));
        Same("3201 c1", new InformationRequest(true, RequestedInformation.AuthorizationCode, []));
        Same("2602 01bf", new EndpointIdentifier(1, false, 63));
    }

    [Fact]
    public void Parameters_of_packet_calls()
    {
        Same("4004 8b8c8788", new InformationRate(11, 12, 7, 8));
        Same("4203 000283", new EndToEndTransitDelay(259));
        Same("4209 000283 000384 037fff", new EndToEndTransitDelay(259, 388, 65535));
        Same("4303 000283", new TransitDelaySelection(259));
        Same("4401 97", new PacketLayerBinaryParameters(FastSelect.Requested, true, true, true));
        Same("4502 8782", new PacketLayerWindowSize(7, 2));
        Same("4501 87", new PacketLayerWindowSize(7));
        Same("4602 8788", new PacketSize(7, 8));
        Same("4703 813132", new ClosedUserGroup(ClosedUserGroupIndication.Selection, "12"));
        Same("4a01 81", new ReverseChargingIndication(1));
    }

    [Fact]
    public void North_American_elements()
    {
        Same("7502 8050", new RedirectingSubaddress(TypeOfSubaddress.Nsap, false, [0x50]));
        Same("7704 a8123450", new RedirectionSubaddress(TypeOfSubaddress.UserSpecified, true, [0x12, 0x34, 0x50]));
        Same("7a02 8001", new UserUserFacility([0x80, 0x01]));
    }

    [Fact]
    public void Elements_of_QSIG_stand_behind_their_shifts()
    {
        var message = Q931Message.Of(MessageType.Facility, new(2, false, 1), new PartyCategory(PartyCategoryValue.Operator), new TransitCounter(3));
        Assert.Equal(Message("9c 3101 83 9d 3201 82"), message.Encode());
        var read = Q931Message.Decode(Message("94 3101 83 95 3201 82")).Message!;
        Assert.Equal((3, PartyCategoryValue.Operator), (read.First<TransitCounter>()!.Count, read.First<PartyCategory>()!.Value));
        Assert.Equal(Message("94 3101 83 95 3201 82"), read.Encode());
        // The same identifiers mean something else, or nothing, in other codesets.
        Assert.IsType<RawElement>(Q931Message.Decode(Message("9d 3101 83")).Message!.Elements[1]);
        Assert.IsType<InformationRequest>(Assert.Single(Q931Message.Decode(Message("3201 82")).Message!.Elements));
    }

    [Fact]
    public void Single_octets()
    {
        Same("a1", new SendingComplete());
        Same("a0", new MoreData());
        Same("b0", new CongestionLevel(0));
        Assert.True(Read<CongestionLevel>("b0").ReceiverReady);
        Assert.False(Read<CongestionLevel>("bf").ReceiverReady);
        Same("d2", new RepeatIndicator(Repetition.PrioritizedList));
    }

    [Theory]
    [InlineData("0401 80", 8)]
    [InlineData("0402 0090", 7)]
    [InlineData("0801 81", 8)]
    [InlineData("0802 8110", 8)]
    [InlineData("1400", -1)]
    [InlineData("1402 0a0a", 8)]
    [InlineData("1801 29", 7)]
    [InlineData("1801 e9", 8)]
    [InlineData("1802 a903", 8)]
    [InlineData("1e02 8108", 8)]
    [InlineData("1e03 818880", 9)]
    [InlineData("6c01 21", 8)]
    [InlineData("7901 07", 7)]
    [InlineData("7d01 91", 8)]
    [InlineData("0001 83", 8)]
    [InlineData("0003 830500", 9)]
    [InlineData("2003 04a132", 10)]
    [InlineData("2602 013f", 8)]
    [InlineData("2902 1a0b", 9)]
    [InlineData("2907 1a0b14081e0f00", 13)]
    [InlineData("3201 41", 7)]
    [InlineData("3402 0101", 8)]
    [InlineData("3802 0102", 8)]
    [InlineData("3901 85", 8)]
    [InlineData("4003 8b8c87", 10)]
    [InlineData("4204 00028300", 11)]
    [InlineData("4303 008283", 10)]
    [InlineData("4401 17", 7)]
    [InlineData("4503 878287", 9)]
    [InlineData("4701 01", 7)]
    [InlineData("7801 21", 7)]
    public void Contents_in_error_fault_at_their_octet_and_are_kept(string hex, int octet)
    {
        var octets = Message(hex);
        var (message, _, faults) = Q931Message.Decode(octets);
        if (octet < 0)
        {
            Assert.Empty(faults);
        }
        else
        {
            Assert.Equal(octet * 8, Assert.Single(faults).Fault.BitOffset);
        }

        Assert.IsType<RawElement>(Assert.Single(message!.Elements));
        Assert.Equal(octets, message.Encode());
    }

    private static byte[] Message(string hex) => Convert.FromHexString("0802000162" + hex.Replace(" ", "", StringComparison.Ordinal));

    private static TElement Read<TElement>(string hex)
        where TElement : Element
    {
        var (message, _, faults) = Q931Message.Decode(Message(hex));
        Assert.Empty(faults);
        return Assert.IsType<TElement>(Assert.Single(message!.Elements));
    }

    private static void Kept(string hex)
    {
        var (message, _, faults) = Q931Message.Decode(Message(hex));
        Assert.Empty(faults);
        Assert.IsNotType<RawElement>(Assert.Single(message!.Elements));
        Assert.Equal(Message(hex), message.Encode());
    }

    /// <summary>The octets decode to the fields of the record, and the record encodes to the octets.</summary>
    private static void Same<TElement>(string hex, TElement element)
        where TElement : Element
    {
        var read = Read<TElement>(hex);
        Assert.Equivalent(element, read, strict: true);
        Assert.Equal(Message(hex), Q931Message.Of(MessageType.Facility, new(2, false, 1), element).Encode());
    }
}
