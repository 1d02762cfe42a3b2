using System.Text.Json;

namespace Codecs.Tests.Isdn;

/// <summary>fixtures/isdn/libpri-frames.json: frames of two libpri 1.6.0 stacks talking to each other, and of a hand-made peer
/// (<c>sender</c> raw-peer); the expected fields were decoded independently of this product.</summary>
internal static class LibpriFrames
{
    internal sealed record Frame(
        string Name, string Scenario, int Seq, string Switchtype, string Direction, string Sender, string Message,
        string Hex, string? Q931Hex, string[]? FacilityHex, bool? WellFormed, Expectation? Expect)
    {
        internal byte[] Octets => Convert.FromHexString(Hex);

        internal byte[]? Layer3 => Q931Hex is null ? null : Convert.FromHexString(Q931Hex);

        internal bool FromNetwork => Direction == "network-to-user";
    }

    internal sealed record Expectation(
        int ProtocolDiscriminator, int CallReferenceLength, uint CallReference, int CallReferenceFlag, string MessageType);

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    internal static IReadOnlyList<Frame> All { get; } = Load();

    internal static IEnumerable<Frame> WithLayer3 => All.Where(frame => frame.Q931Hex is not null);

    private static List<Frame> Load() => JsonSerializer.Deserialize<List<Frame>>(Fixture.Text("isdn/libpri-frames.json"), Web)!;
}
