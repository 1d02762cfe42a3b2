using Gateway.Codecs.Isdn.Facility;

namespace Gateway.Host.Replay;

/// <summary>What a replay may be told beside the configuration.</summary>
/// <param name="LapdPorts">UDP ports whose datagrams are LAPD frames.</param>
/// <param name="Variant">Whose operations the D-channels carry; null lets each element tell.</param>
public sealed record ReplayOptions(IReadOnlySet<int> LapdPorts, FacilityVariant? Variant = null)
{
    public static ReplayOptions Default { get; } = new(new HashSet<int>());
}

/// <param name="Events">In the order of the capture.</param>
/// <param name="Timers">The engine's timers of each transfer, in the order in which they were started.</param>
/// <param name="Assumptions">Who was taken for which peer.</param>
public sealed record ReplayReport(IReadOnlyList<ReplayEvent> Events, IReadOnlyList<StartedTimer> Timers, IReadOnlyCollection<string> Assumptions);

/// <summary>A timer of a transfer.</summary>
public sealed record StartedTimer(string TransferId, string Name, TimeSpan Duration)
{
    /// <summary>It ran out before anybody stopped it.</summary>
    public bool Expired { get; set; }
}
