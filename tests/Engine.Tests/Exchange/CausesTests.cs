using System.Text.Json;
using Gateway.Codecs.Sip.Headers;
using Gateway.Engine.Legs;
using Gateway.Exchange;

namespace Engine.Tests.Exchange;

public class CausesTests
{
    private static readonly JsonElement Golden = JsonDocument.Parse(Fixture.Text("causes/mappings.json")).RootElement;

    private readonly Causes causes = new(CauseProfile.Rfc3398);

    [Fact]
    public void Every_cause_maps_to_the_status_of_the_collected_table()
    {
        foreach (var row in Golden.GetProperty("q850ToSip").EnumerateArray())
        {
            var expected = row.GetProperty("rfc3398") is { ValueKind: JsonValueKind.Number } stated ? stated : row.GetProperty("effectiveIsdn");
            Assert.Equal(expected.GetInt32(), causes.ToSip(new Cause(row.GetProperty("cause").GetInt32())));
        }
    }

    [Fact]
    public void Every_status_maps_to_the_cause_of_the_collected_table_and_keeps_itself()
    {
        foreach (var row in Golden.GetProperty("sipToQ850").EnumerateArray())
        {
            var status = row.GetProperty("status").GetInt32();
            var expected = row.GetProperty("rfc3398") is { ValueKind: JsonValueKind.Number } stated ? stated : row.GetProperty("effective");
            var cause = causes.FromSip(status);

            // A status that clears no call has no cause of its own; should it ever meet one, 31 is the default.
            Assert.Equal(expected is { ValueKind: JsonValueKind.Number } ? expected.GetInt32() : 31, cause.Value);
            Assert.Equal(status, causes.ToSip(cause));
        }
    }

    [Fact]
    public void Every_release_reason_maps_both_ways_as_collected()
    {
        foreach (var row in Golden.GetProperty("h225ReleaseCompleteReasonToQ850").EnumerateArray())
        {
            Assert.Equal(row.GetProperty("q850").GetInt32(), Causes.FromH225(row.GetProperty("reason").GetString()!).Value);
        }

        foreach (var row in Golden.GetProperty("q850ToH225ReleaseCompleteReason").EnumerateArray())
        {
            Assert.Equal(row.GetProperty("reason").GetString(), Causes.ToH225(row.GetProperty("cause").GetInt32()));
        }
    }

    [Fact]
    public void Every_transfer_error_reaches_the_transferor_as_collected()
    {
        var vocabularies = new Dictionary<string, string>
        {
            ["H.450.2"] = Causes.H450,
            ["QSIG-CT/SSCT"] = Causes.Qsig,
            ["ETSI ECT (EN 300 369)"] = Causes.Etsi,
        };
        foreach (var row in Golden.GetProperty("transferErrors").EnumerateArray())
        {
            if (!vocabularies.TryGetValue(row.GetProperty("protocol").GetString()!, out var vocabulary))
            {
                continue;
            }

            var code = row.GetProperty("code") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : 21;
            var cause = Causes.FromTransferError(vocabulary, code);
            Assert.Equal(row.GetProperty("q850").GetInt32(), cause.Value);
            Assert.Equal(row.GetProperty("sip").GetInt32(), causes.ToSip(cause));
            Assert.Equal(row.GetProperty("location").GetString(), Reason.Q850(cause.Value, location: cause.Location).Location);
        }
    }

    [Fact]
    public void A_rejection_is_603_from_the_user_and_403_from_a_network()
    {
        Assert.Equal(603, causes.ToSip(new Cause(21, Location: 0)));
        Assert.Equal(403, causes.ToSip(new Cause(21, Location: 2)));
    }

    [Fact]
    public void An_unknown_status_counts_as_the_first_of_its_class()
    {
        var cause = causes.FromSip(499);
        Assert.Equal(causes.FromSip(400).Value, cause.Value);
        Assert.Equal(499, causes.ToSip(cause));
    }

    [Fact]
    public void A_cause_of_another_message_than_the_error_itself_decides()
    {
        // H.450.2 establishmentFailure with Cause 17 beside it: the element counts, not the error's own row.
        var failure = Causes.FromTransferError(Causes.H450, 1006);
        Assert.Equal(486, causes.ToSip(failure with { Value = 17 }));
    }

    [Fact]
    public void Location_tokens_are_those_of_RFC_8606()
    {
        foreach (var row in Golden.GetProperty("numbers").GetProperty("q850Location").EnumerateArray())
        {
            var token = row.GetProperty("token").GetString()!;
            Assert.Equal(token, Reason.Q850(17, location: row.GetProperty("code").GetInt32()).Location);
            Assert.Equal(row.GetProperty("code").GetInt32(), Reason.Parse($"Q.850;cause=17;location={token.ToLowerInvariant()}")!.LocationCode);
        }
    }

    [Fact]
    public void A_transferor_is_told_the_service_error_of_the_collected_table()
    {
        foreach (var row in Golden.GetProperty("sipToTransferError").EnumerateArray())
        {
            foreach (var status in row.GetProperty("sip").EnumerateArray())
            {
                Assert.Equal(row.GetProperty("callTransferInitiate").GetInt32(), causes.ToCallTransferInitiateError(causes.FromSip(status.GetInt32())));
            }
        }
    }
}
