using Gateway.Codecs.Asn1;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Facility.Dms100;
using Gateway.Codecs.Isdn.Facility.Etsi;
using Gateway.Codecs.Isdn.Facility.Ni2;
using Gateway.Codecs.Isdn.Facility.Qsig;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Codecs.Tests.Isdn.Facility;

/// <summary>
/// Typed operations. Octets come from fixtures/isdn/libpri-frames.json where a frame is named, otherwise they were put together by hand from
/// the ASN.1 module that the record cites.
/// </summary>
public class OperationTests
{
    /// <summary>Arguments whose sender used a freedom of BER or sent a default value.</summary>
    private static readonly Dictionary<string, string> WrittenOtherwise = new(StringComparer.Ordinal)
    {
        ["etsi-deflection-ptmp-14-facility"] = "libpri sends TRUE as 01",
        ["etsi-ect-inform-17-facility"] = "libpri sends TRUE as 01",
        ["qsig-diverted-setup-11-facility"] = "libpri sends TRUE as 01",
        ["raw-qsig-ber-13-facility"] = "indefinite lengths inside the argument",
        ["raw-qsig-ber-25-facility"] = "callStatus answered sent although it is the default",
    };

    [Fact]
    public void Every_recorded_argument_is_understood_and_written_again_the_same()
    {
        var differing = new List<string>();
        foreach (LibpriFacilities.Sample sample in LibpriFacilities.WellFormed)
        {
            foreach (Component.Invoke invoke in FacilityContents.Decode(sample.Octets, out _).Components.OfType<Component.Invoke>())
            {
                Operation? operation = Operation.Decode(sample.Variant, invoke, out DecodeFault? fault);
                Assert.True(operation is not null, $"{sample.Name}: {fault}");
                if (Hex(operation.ToInvoke(1).Argument) != Hex(invoke.Argument))
                    differing.Add(sample.Name);
            }
        }

        Assert.Equal(WrittenOtherwise.Keys.Order(StringComparer.Ordinal), differing.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_truncated_argument_faults_or_loses_only_optional_elements()
    {
        foreach (LibpriFacilities.Sample sample in LibpriFacilities.WellFormed)
        {
            foreach (Component.Invoke invoke in FacilityContents.Decode(sample.Octets, out _).Components.OfType<Component.Invoke>())
            {
                for (int length = 0; length < (invoke.Argument?.Length ?? 0); length++)
                {
                    Operation? operation = Operation.Decode(
                        sample.Variant, invoke with { Argument = invoke.Argument![..length] }, out DecodeFault? fault);
                    Assert.True(operation is null == fault is not null);
                }
            }
        }
    }

    [Fact]
    public void The_same_number_is_another_operation_on_another_interface()
    {
        var six = new Component.Invoke(1, null, Code.Local(6), null);
        Assert.IsType<EctExecute>(Operation.Decode(FacilityVariant.Etsi, six, out _));
        Assert.Null(Operation.Decode(FacilityVariant.Qsig, six, out DecodeFault? fault)); // pathReplaceRetain without its argument
        Assert.Equal("argument.pathReplaceRetain", fault!.Value.Path);
        Assert.IsType<UnknownOperation>(Operation.Decode(FacilityVariant.Ni2, six, out _));
        Assert.IsType<UnknownOperation>(Operation.Decode(FacilityVariant.Dms100, six, out _));

        // Opposite numbers for the same thing.
        Assert.Equal(0, (int)CallStatus.Answered);
        Assert.Equal(1, (int)EctCallStatus.Active);
    }

    [Fact]
    public void Call_transfer_complete_of_a_join_and_of_a_new_party() // qsig-transfer-join-23, qsig-connected-line-14
    {
        Both(FacilityVariant.Qsig, 12, "30080a010081000a0101",
            new CallTransferComplete(EndDesignation.PrimaryEnd, new PresentedNumberScreened.PresentationRestricted(), Status: CallStatus.Alerting));
        Both(FacilityVariant.Qsig, 12, "301e0a0100a00ea1090a01021204353030390a01018009446176652058666572",
            new CallTransferComplete(
                EndDesignation.PrimaryEnd,
                new PresentedNumberScreened.PresentationAllowed(
                    new PartyNumber.Public(PublicTypeOfNumber.NationalNumber, "5009"), ScreeningIndicator.UserProvidedVerifiedAndPassed),
                RedirectionName: new Name.PresentationAllowed("Dave Xfer")));
        Both(FacilityVariant.Qsig, 12, "30130a0100a30ea5090a01001204373737370a0101", // qsig-connected-line-18
            new CallTransferComplete(
                EndDesignation.PrimaryEnd,
                new PresentedNumberScreened.PresentationRestrictedNumber(
                    new PartyNumber.Private(PrivateTypeOfNumber.Unknown, "7777"), ScreeningIndicator.UserProvidedVerifiedAndPassed)));
    }

    [Fact]
    public void Call_transfer_active_and_update() // qsig-transfer-before-answer-15, qsig-connected-line-26
    {
        Both(FacilityVariant.Qsig, 11, "3010a0098004353535350a010380035a6564",
            new CallTransferActive(
                new PresentedAddressScreened.PresentationAllowed(new PartyNumber.Unknown("5555"), ScreeningIndicator.NetworkProvided),
                ConnectedName: new Name.PresentationAllowed("Zed")));
        Both(FacilityVariant.Qsig, 13, "3015a00b80063430373737370a010380064e6577204e6d",
            new CallTransferUpdate(
                new PresentedNumberScreened.PresentationAllowed(new PartyNumber.Unknown("407777"), ScreeningIndicator.NetworkProvided),
                new Name.PresentationAllowed("New Nm")));
    }

    [Fact]
    public void Names_stand_behind_the_elements_in_active_and_before_them_in_update()
    {
        const string Number = "81 00", Elements = "40 04 04028890", Text = "80 03 5a6564";
        CallTransferActive active = Read<CallTransferActive>(FacilityVariant.Qsig, 11, "30 0d" + Number + Elements + Text);
        CallTransferUpdate update = Read<CallTransferUpdate>(FacilityVariant.Qsig, 13, "30 0d" + Number + Text + Elements);
        Assert.Equal("04028890", Hex(active.InformationElements));
        Assert.Equal("04028890", Hex(update.InformationElements));
        Assert.Equal(active.ConnectedName, update.RedirectionName);
        Assert.Equal(Plain("30 0d" + Number + Elements + Text), Hex(active.ToInvoke(1).Argument));
        Assert.Equal(Plain("30 0d" + Number + Text + Elements), Hex(update.ToInvoke(1).Argument));
    }

    [Fact]
    public void Call_transfer_by_rerouteing() // qsig-unsupported-ops-14 and -16
    {
        Both(FacilityVariant.Qsig, 7, "0500", new CallTransferIdentify());
        Both(FacilityVariant.Qsig, 8, "0500", new CallTransferAbandon());
        Both(FacilityVariant.Qsig, 9, "300c120137800734303035303030",
            new CallTransferInitiate("7", new PartyNumber.Unknown("4005000")));
        Both(FacilityVariant.Qsig, 10, "3003120137", new CallTransferSetup("7"));
        BothResults(FacilityVariant.Qsig, 7, "300c120137800734303035303030",
            new CallTransferIdentifyResult("7", new PartyNumber.Unknown("4005000")));
        Fails(FacilityVariant.Qsig, 9, "300c1205373737373780033430 31", "argument.callTransferInitiate.callIdentity");
    }

    [Fact]
    public void Extensions_are_kept_as_they_came() // the extension of raw-qsig-ber-27
    {
        var component = new Component.Invoke(1, null, Code.Local(7), Convert.FromHexString("a10906052b0c029f510500"));
        var identify = Assert.IsType<CallTransferIdentify>(Operation.Decode(FacilityVariant.Qsig, component, out _));
        Assert.Equal("a10906052b0c029f510500", Hex(identify.Extension));
        Assert.Equal("a10906052b0c029f510500", Hex(identify.ToInvoke(1).Argument));
        Fails(FacilityVariant.Qsig, 7, "a10a06052b0c029f510500", "argument.extension");
    }

    [Fact]
    public void Single_step_transfer() // qsig-unsupported-ops-18 for the first
    {
        var transferred = new PresentedAddressScreened.PresentationAllowed(new PartyNumber.Unknown("4001"), ScreeningIndicator.NetworkProvided);
        Both(FacilityVariant.Qsig, 99, "3014800434303035a0098004343030310a01030101ff",
            new SsctInitiate(new PartyNumber.Unknown("4005"), transferred, AwaitConnect: true));
        Both(FacilityVariant.Qsig, 99, "3016 800434303035 8100 010100 a1058003416e6e a2028200",
            new SsctInitiate(
                new PartyNumber.Unknown("4005"), new PresentedAddressScreened.PresentationRestricted(), AwaitConnect: false,
                new Name.PresentationAllowed("Ann"), new PresentedAddressScreened.NotAvailableDueToInterworking()));
        Both(FacilityVariant.Qsig, 100, "300b a1028100 a2058003416e6e",
            new SsctSetup(new PresentedAddressScreened.PresentationRestricted(), new Name.PresentationAllowed("Ann")));
        Both(FacilityVariant.Qsig, 101, "0500", new SsctPostDial());
        Both(FacilityVariant.Qsig, 102, "3007 a103800135 8200", new SsctDigitInfo(new PartyNumber.Unknown("5"), SendingComplete: true));
    }

    [Fact]
    public void Path_replacement() // qsig-transfer-join-27 for the first
    {
        Both(FacilityVariant.Qsig, 4, "3009120137800434303032", new PathReplacePropose("7", new PartyNumber.Unknown("4002")));
        Both(FacilityVariant.Qsig, 5, "3003120137", new PathReplaceSetup("7"));
        Both(FacilityVariant.Qsig, 6, "3009120137800434303032", new PathReplaceRetain("7", new PartyNumber.Unknown("4002")));
        Both(FacilityVariant.Qsig, 86, "0500", new PathReplaceInvite());
    }

    [Fact]
    public void Names_simple_extended_and_hidden() // qsig-names
    {
        Both(FacilityVariant.Qsig, 0, "a10c04074ac3bc7267656e020109",
            new CallingName(new NameArgument(new Name.PresentationAllowed("Jürgen", CharacterSet.Utf8))));
        Both(FacilityVariant.Qsig, 2, "8206536563726574", new ConnectedName(new NameArgument(new Name.PresentationRestricted("Secret"))));
        Both(FacilityVariant.Qsig, 1, "8400", new CalledName(new NameArgument(new Name.NotAvailable())));
        Both(FacilityVariant.Qsig, 3, "8700", new BusyName(new NameArgument(new Name.PresentationRestrictedNull())));
        Both(FacilityVariant.Ni2, 0, "8009416c696365204e6574", new CallingName(new NameArgument(new Name.PresentationAllowed("Alice Net"))));
        Assert.Equal(new Name.PresentationAllowed("Mülle", CharacterSet.Iso8859Part1),
            Read<CallingName>(FacilityVariant.Qsig, 0, "a10a 04054dfc6c6c65 020101").Argument.Name);
        Assert.Equal(new Name.PresentationAllowed("\u0141a", CharacterSet.BmpString),
            Read<CallingName>(FacilityVariant.Qsig, 0, "a109 040401410061 020108").Argument.Name);
        Assert.Equal(new Name.PresentationAllowed("Ko\uFFFDle", CharacterSet.Iso8859Part2),
            Read<CallingName>(FacilityVariant.Qsig, 0, "a10a 04054b6fbc6c65 020103").Argument.Name);
    }

    [Fact]
    public void A_name_is_cut_at_fifty_octets_between_characters()
    {
        Assert.Equal(52, new CallingName(new NameArgument(Name.Allowed(new string('a', 60)))).ToInvoke(1).Argument!.Length);
        var cut = new CallingName(new NameArgument(Name.Allowed("\u0141" + new string('a', 48) + "\u0141")));
        Assert.Equal("\u0141" + new string('a', 48),
            ((Name.PresentationAllowed)Assert.IsType<CallingName>(
                Operation.Decode(FacilityVariant.Qsig, cut.ToInvoke(1), out _)).Argument.Name).Text);
    }

    [Fact]
    public void Object_identifiers_of_old_QSIG_editions_are_understood_and_not_sent() // raw-qsig-ber-03
    {
        var old = new Component.Invoke(1, null, Code.Global("1.3.12.9.0"), Convert.FromHexString("800a416c69636520426c7565"));
        Operation name = Operation.Decode(FacilityVariant.Qsig, old, out _)!;
        Assert.Equal(new CallingName(new NameArgument(new Name.PresentationAllowed("Alice Blue"))), name);
        Assert.Equal(Code.Local(0), name.ToInvoke(1).OperationCode);
        Assert.IsType<UnknownOperation>(Operation.Decode(FacilityVariant.Etsi, old, out _));
        Assert.IsType<UnknownOperation>(Operation.Decode(FacilityVariant.Qsig, old with { OperationCode = Code.Global("1.3.12.9.x") }, out _));
    }

    [Fact]
    public void Explicit_call_transfer() // etsi-ect-explicit, etsi-ect-inform, etsi-ect-explicit-fail
    {
        Both(FacilityVariant.Etsi, Code.Global("0.4.0.369.1.4"), "", new EctLinkIdRequest());
        BothResults(FacilityVariant.Etsi, Code.Global("0.4.0.369.1.4"), "020101", new EctLinkIdRequestResult(1));
        Both(FacilityVariant.Etsi, Code.Global("0.4.0.369.1.1"), "020163", new ExplicitEctExecute(99));
        Both(FacilityVariant.Etsi, Code.Local(6), "", new EctExecute());
        Both(FacilityVariant.Etsi, Code.Global("0.4.0.369.1.2"), "", new RequestSubaddress());
        Both(FacilityVariant.Etsi, Code.Global("0.4.0.369.1.6"), "020101", new EctLoopTest(1));
        BothResults(FacilityVariant.Etsi, Code.Global("0.4.0.369.1.6"), "0a0101", new EctLoopTestResult(LoopResult.NoLoopExists));
        Both(FacilityVariant.Etsi, Code.Global("0.4.0.369.1.5"), "30030a0100", new EctInform(EctCallStatus.Alerting));
        Both(FacilityVariant.Etsi, Code.Global("0.4.0.369.1.5"), "30130a0101a30ea10c0a0101120734393839353535",
            new EctInform(EctCallStatus.Active, new PresentedNumberUnscreened.PresentationRestrictedNumber(
                new PartyNumber.Public(PublicTypeOfNumber.InternationalNumber, "4989555"))));
        var subaddress = Read<Gateway.Codecs.Isdn.Facility.Etsi.SubaddressTransfer>(
            FacilityVariant.Etsi, Code.Global("0.4.0.369.1.3"), "30080403123450010101");
        var user = Assert.IsType<PartySubaddress.UserSpecified>(subaddress.Subaddress);
        Assert.Equal(("123450", true), (Hex(user.Information), user.OddCount!.Value));
        Assert.Equal("oid:0.4.0.369.1.21", EtsiError.LinkIdNotAssignedByNetwork.ToString());
    }

    [Fact]
    public void Diversion_of_both_kinds_tags_the_same_things_differently() // etsi-reroute-21, qsig-reroute-09
    {
        CallRerouting etsi = Read<CallRerouting>(FacilityVariant.Etsi, 14,
            "30360a01033010a10e0a01011209343933303939393939020101400504039090a3a110a30ea10c0a0102120730333035303031a2030a0101");
        Assert.Equal(Gateway.Codecs.Isdn.Facility.Etsi.SubscriptionOption.NotificationWithoutDivertedToNumber, etsi.SubscriptionOption);
        Assert.Equal("493099999", etsi.CalledAddress.Number.Digits);

        CallRerouteing qsig = Read<CallRerouteing>(FacilityVariant.Qsig, 19,
            "304f0a0101300ba1090a0102120435303939020101400904039090a395320181a10da00ba1090a0102120435303031820102a410a00ea1090a0102120434303031"
            + "0a0101a50b8009416c696365204e6574");
        Assert.Equal(Gateway.Codecs.Isdn.Facility.Qsig.SubscriptionOption.NotificationWithDivertedToNumber, qsig.SubscriptionOption);
        Assert.Equal("5099", qsig.CalledAddress.Number.Digits);
        Assert.Equal("04039090a395320181", Hex(qsig.InformationElements));
        Assert.Equal(new Name.PresentationAllowed("Alice Net"), qsig.CallingName);
    }

    [Fact]
    public void Two_B_channel_transfer_names_the_other_call() // ni2-tbct-24, ni2-tbct-incoming-ref-24
    {
        Both(FacilityVariant.Ni2, Code.Global("1.2.840.10005.0.8"), "3003020101", new TwoBChannelTransfer(1));
        Both(FacilityVariant.Ni2, Code.Global("1.2.840.10005.0.8"), "30050203008001", new TwoBChannelTransfer(0x8001));
        Both(FacilityVariant.Ni2, Code.Global("1.2.840.10005.0.4"), "0a0100", new InformationFollowing(0));
    }

    [Fact]
    public void Release_link_trunk() // dms100-rlt
    {
        Both(FacilityVariant.Dms100, Code.Local(1), "", new RltOperationIndication());
        BothResults(FacilityVariant.Dms100, Code.Local(1), "80021234", new RltOperationIndicationResult(0x1234));
        BothResults(FacilityVariant.Dms100, Code.Local(1), "800400800000", new RltOperationIndicationResult(0x800000));
        Both(FacilityVariant.Dms100, Code.Local(2), "300780021234810100", new RltThirdParty(0x1234));
    }

    [Fact]
    public void A_result_without_a_sequence_is_a_success()
    {
        Assert.IsType<EmptyResult>(OperationResult.Decode(FacilityVariant.Etsi, new Component.ReturnResult(1, null, null), out DecodeFault? fault));
        Assert.Null(fault);
        Assert.Equal(new Component.ReturnResult(7, null, null), new EmptyResult().ToReturnResult(7));
    }

    private static void Both(FacilityVariant variant, int code, string hex, Operation operation) =>
        Both(variant, Code.Local(code), hex, operation);

    private static void Both(FacilityVariant variant, Code code, string hex, Operation operation)
    {
        Assert.Equal(operation, Read<Operation>(variant, code, hex));
        Component.Invoke invoke = operation.ToInvoke(5, 3);
        Assert.Equal((5, 3, code, Plain(hex)), (invoke.InvokeId, invoke.LinkedId, invoke.OperationCode, Hex(invoke.Argument)));
    }

    private static void BothResults(FacilityVariant variant, int code, string hex, OperationResult result) =>
        BothResults(variant, Code.Local(code), hex, result);

    private static void BothResults(FacilityVariant variant, Code code, string hex, OperationResult result)
    {
        Component.ReturnResult component = result.ToReturnResult(5);
        Assert.Equal((5, code, Plain(hex)), (component.InvokeId, component.OperationCode!.Value, Hex(component.Result)));
        Assert.Equal(result, OperationResult.Decode(variant, component, out DecodeFault? fault));
        Assert.Null(fault);
    }

    private static TOperation Read<TOperation>(FacilityVariant variant, int code, string hex)
        where TOperation : Operation => Read<TOperation>(variant, Code.Local(code), hex);

    private static TOperation Read<TOperation>(FacilityVariant variant, Code code, string hex)
        where TOperation : Operation
    {
        byte[] argument = Convert.FromHexString(Plain(hex));
        Operation? operation = Operation.Decode(
            variant, new Component.Invoke(1, null, code, argument.Length == 0 ? null : argument), out DecodeFault? fault);
        Assert.Null(fault);
        return Assert.IsAssignableFrom<TOperation>(operation);
    }

    private static void Fails(FacilityVariant variant, int code, string hex, string path)
    {
        Assert.Null(Operation.Decode(
            variant, new Component.Invoke(1, null, Code.Local(code), Convert.FromHexString(Plain(hex))), out DecodeFault? fault));
        Assert.Equal(path, fault!.Value.Path);
    }

    private static string Plain(string hex) => hex.Replace(" ", "", StringComparison.Ordinal);

    private static string Hex(byte[]? octets) => octets is null ? "" : Convert.ToHexStringLower(octets);
}
