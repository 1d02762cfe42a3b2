using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Isdn.Facility;

namespace Codecs.Tests.Isdn.Facility;

/// <summary>Facility contents against the frames of running libpri stacks.</summary>
public class FacilityContentsTests
{
    /// <summary>Elements that BER lets us write shorter than their sender did.</summary>
    private static readonly Dictionary<string, string> WrittenOtherwise = new(StringComparer.Ordinal)
    {
        ["raw-etsi-errors-41-facility"] = "indefinite length of the component",
        ["raw-etsi-errors-44-facility"] = "long form 81 of a short length",
        ["raw-etsi-errors-47-facility"] = "long form 82 of a short length",
        ["raw-user-etsi-20-facility"] = "indefinite length of the component",
        ["raw-user-etsi-23-facility"] = "long form 82 of a short length",
        ["raw-qsig-ber-13-facility"] = "indefinite length of the component",
        ["raw-qsig-ber-21-facility"] = "interpretation before the extension",
    };

    [Fact]
    public void The_fixture_has_every_facility_element_of_the_recordings() => Assert.True(LibpriFacilities.All.Count >= 166);

    [Fact]
    public void Every_recorded_element_decodes_to_what_was_expected()
    {
        Assert.All(LibpriFacilities.WellFormed, sample =>
        {
            FacilityContents contents = FacilityContents.Decode(sample.Octets, out DecodeFault? fault);
            if (sample.Name == "raw-etsi-errors-67-facility")
            {
                // Component tag A7 does not exist.
                Assert.Equal(DecodeFaultReason.UnknownAlternative, fault!.Value.Reason);
                return;
            }

            Assert.Null(fault);
            JsonObject expected = JsonObject.Create(sample.Expected!.Value)!;
            JsonObject actual = Describe(contents);
            DropWhatIndefiniteLengthsHide(expected, actual);
            Assert.True(JsonNode.DeepEquals(expected, actual), $"{sample.Name}: expected {expected.ToJsonString()} got {actual.ToJsonString()}");
        });
    }

    [Fact]
    public void Every_recorded_element_encodes_to_the_same_octets_where_BER_leaves_no_choice()
    {
        var differing = new List<string>();
        foreach (LibpriFacilities.Sample sample in LibpriFacilities.WellFormed)
        {
            FacilityContents contents = FacilityContents.Decode(sample.Octets, out DecodeFault? fault);
            if (fault is null && Encode(contents) != sample.Hex)
                differing.Add(sample.Name);
        }

        Assert.Equal(WrittenOtherwise.Keys.Order(StringComparer.Ordinal), differing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_we_write_otherwise_still_means_the_same()
    {
        Assert.All(LibpriFacilities.WellFormed.Where(sample => WrittenOtherwise.ContainsKey(sample.Name)), sample =>
        {
            FacilityContents first = FacilityContents.Decode(sample.Octets, out _);
            FacilityContents second = FacilityContents.Decode(Convert.FromHexString(Encode(first)), out DecodeFault? fault);
            Assert.Null(fault);
            Assert.True(JsonNode.DeepEquals(Describe(first), Describe(second)), sample.Name);
        });
    }

    [Fact]
    public void Frames_broken_on_purpose_keep_the_components_before_the_break()
    {
        LibpriFacilities.Sample[] broken = [.. LibpriFacilities.All.Where(sample => sample.Expected is null)];
        Assert.Equal(2, broken.Length);

        LibpriFacilities.Sample second = broken.Single(sample => sample.Name == "etsi-transfer-refused-29-facility");
        FacilityContents contents = FacilityContents.Decode(second.Octets, out DecodeFault? fault);
        var kept = Assert.IsType<Component.Invoke>(Assert.Single(contents.Components));
        Assert.Equal(0x7F, kept.InvokeId);
        Assert.Equal(DecodeFaultReason.EndOfInput, fault!.Value.Reason);
        Assert.Equal(14, fault.Value.Octet);

        LibpriFacilities.Sample only = broken.Single(sample => sample.Name == "raw-etsi-errors-39-facility");
        Assert.Empty(FacilityContents.Decode(only.Octets, out fault).Components);
        Assert.NotNull(fault);
    }

    [Fact]
    public void CMIP_and_foreign_network_protocol_profiles_are_not_for_us()
    {
        Assert.False(Decode("92a203020101").CarriesRemoteOperations);
        Assert.False(Decode("9f9201138b0100a203020101").CarriesRemoteOperations);
        Assert.True(Decode("91a203020101").CarriesRemoteOperations);
        Assert.True(Decode("9fa203020101").CarriesRemoteOperations);
        Assert.True(Decode("11bea203020101").CarriesRemoteOperations);
    }

    [Theory]
    [InlineData("")] // nothing at all
    [InlineData("11")] // the discriminator is announced and missing
    [InlineData("113e")] // and not the last octet of its group
    public void A_missing_profile_is_a_fault(string hex)
    {
        FacilityContents contents = FacilityContents.Decode(Convert.FromHexString(hex), out DecodeFault? fault);
        Assert.Equal(DecodeFaultReason.EndOfInput, fault!.Value.Reason);
        Assert.Empty(contents.Components);
    }

    [Fact]
    public void A_fault_names_the_octet_and_the_way_there()
    {
        // etsi-ect-explicit-23-facility with an invoke identity of five octets in place of one.
        FacilityContents.Decode(Convert.FromHexString("91a10f020501000000000606040082710104"), out DecodeFault? fault);
        Assert.Equal(DecodeFaultReason.ValueOutOfRange, fault!.Value.Reason);
        Assert.Equal("facility.invoke.invokeId", fault.Value.Path);
    }

    [Fact]
    public void Every_truncation_faults_or_ends_at_a_component()
    {
        foreach (LibpriFacilities.Sample sample in LibpriFacilities.All)
        {
            FacilityContents whole = FacilityContents.Decode(sample.Octets, out _);
            for (int length = 0; length < sample.Octets.Length; length++)
            {
                FacilityContents part = FacilityContents.Decode(sample.Octets.AsSpan(0, length), out DecodeFault? fault);
                Assert.True(part.Components.Count <= whole.Components.Count);
                Assert.True(fault is null || fault.Value.Octet <= length, $"{sample.Name} cut at {length}: {fault}");
                for (int i = 0; i < part.Components.Count; i++)
                    Assert.True(JsonNode.DeepEquals(Describe(whole.Components[i]), Describe(part.Components[i])), sample.Name);
            }
        }
    }

    [Fact]
    public void A_destination_that_is_too_small_is_refused_at_every_size()
    {
        FacilityContents contents = Decode("9faa068001008201008b0102a11002010302010c30080a010081000a0101");
        Span<byte> destination = stackalloc byte[64];
        Assert.True(contents.TryEncode(destination, out int needed));
        for (int size = 0; size < needed; size++)
        {
            Assert.False(contents.TryEncode(destination[..size], out int written));
            Assert.Equal(0, written);
        }
    }

    private static FacilityContents Decode(string hex)
    {
        FacilityContents contents = FacilityContents.Decode(Convert.FromHexString(hex), out DecodeFault? fault);
        Assert.Null(fault);
        return contents;
    }

    private static string Encode(FacilityContents contents)
    {
        Span<byte> octets = stackalloc byte[255];
        Assert.True(contents.TryEncode(octets, out int written));
        return Convert.ToHexStringLower(octets[..written]);
    }

    /// <summary>The spelling of the fixture's <c>expect</c>.</summary>
    private static JsonObject Describe(FacilityContents contents)
    {
        var described = new JsonObject { ["protocolProfile"] = $"0x{(int)contents.Profile:x2}" };
        if (contents.ServiceDiscriminator is { } discriminator)
            described["serviceDiscriminator"] = $"0x{discriminator:x2}";
        if (contents.Extension is not null)
            described["nfe"] = Encode(new FacilityContents(ProtocolProfile.NetworkingExtensions, null, contents.Extension, null, null, []))[6..];
        if (contents.NetworkProtocolProfile is { } profile)
            described["networkProtocolProfile"] = profile;
        if (contents.Interpretation is { } interpretation)
            described["interpretation"] = (int)interpretation;
        described["components"] = new JsonArray([.. contents.Components.Select(Describe)]);
        return described;
    }

    private static JsonObject Describe(Component component)
    {
        var described = new JsonObject();
        switch (component)
        {
            case Component.Invoke invoke:
                described["type"] = "invoke";
                described["invokeId"] = invoke.InvokeId;
                if (invoke.LinkedId is { } linkedId)
                    described["linkedId"] = linkedId;
                described["operation"] = invoke.OperationCode.ToString();
                Add("argumentHex", invoke.Argument);
                break;
            case Component.ReturnResult result:
                described["type"] = "returnResult";
                described["invokeId"] = result.InvokeId;
                if (result.OperationCode is { } code)
                    described["operation"] = code.ToString();
                Add("resultHex", result.Result);
                break;
            case Component.ReturnError error:
                described["type"] = "returnError";
                described["invokeId"] = error.InvokeId;
                described["error"] = error.ErrorCode.ToString();
                Add("parameterHex", error.Parameter);
                break;
            case Component.Reject reject:
                described["type"] = "reject";
                if (reject.InvokeId is { } invokeId)
                    described["invokeId"] = invokeId;
                described["problem"] = $"{reject.Problem.Kind.ToString().ToLowerInvariant()}:{reject.Problem.Value}";
                break;
        }

        return described;

        void Add(string name, byte[]? octets)
        {
            if (octets is not null)
                described[name] = Convert.ToHexStringLower(octets);
        }
    }

    private static void DropWhatIndefiniteLengthsHide(JsonObject expected, JsonObject actual)
    {
        JsonArray expectedComponents = expected["components"]!.AsArray();
        JsonArray actualComponents = actual["components"]!.AsArray();
        for (int i = 0; i < Math.Min(expectedComponents.Count, actualComponents.Count); i++)
        {
            // The independent decoder stops at indefinite lengths; only the type can be compared.
            if (expectedComponents[i]!["indefiniteLength"] is not null)
                actualComponents[i] = new JsonObject { ["type"] = actualComponents[i]!["type"]!.GetValue<string>(), ["indefiniteLength"] = true };
        }
    }
}
