using System.Text.Json;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Tests;

namespace Codecs.Tests.Isdn.Facility;

/// <summary>The Facility elements of fixtures/isdn/libpri-frames.json with their components as decoded independently of this product.</summary>
internal static class LibpriFacilities
{
    /// <param name="Name">Name of the frame, with #n from the second element on.</param>
    /// <param name="Octets">Contents of the element.</param>
    /// <param name="Variant">By the switch type of the scenario.</param>
    /// <param name="Expected">Null where the frame is malformed on purpose.</param>
    internal sealed record Sample(string Name, byte[] Octets, FacilityVariant Variant, JsonElement? Expected)
    {
        internal string Hex => Convert.ToHexStringLower(Octets);
    }

    internal static IReadOnlyList<Sample> All { get; } = [.. Load()];

    internal static IEnumerable<Sample> WellFormed => All.Where(sample => sample.Expected is not null);

    private static IEnumerable<Sample> Load()
    {
        using var frames = JsonDocument.Parse(Fixture.Text("isdn/libpri-frames.json"));
        foreach (JsonElement frame in frames.RootElement.EnumerateArray())
        {
            if (!frame.TryGetProperty("facilityHex", out JsonElement facilities))
                continue;
            bool expects = frame.GetProperty("expect").TryGetProperty("facility", out JsonElement expected);
            int index = 0;
            foreach (JsonElement facility in facilities.EnumerateArray())
            {
                yield return new Sample(
                    frame.GetProperty("name").GetString()! + (index == 0 ? "" : $"#{index + 1}"),
                    Convert.FromHexString(facility.GetString()!),
                    Variant(frame.GetProperty("switchtype").GetString()!),
                    expects ? expected[index].Clone() : null);
                index++;
            }
        }
    }

    private static FacilityVariant Variant(string switchType) => switchType switch
    {
        "QSIG" => FacilityVariant.Qsig,
        "DMS100" => FacilityVariant.Dms100,
        "NI2" or "LUCENT5E" or "ATT4ESS" => FacilityVariant.Ni2,
        _ => FacilityVariant.Etsi,
    };
}
