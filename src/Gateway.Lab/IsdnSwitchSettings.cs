using Gateway.Isdn;

namespace Gateway.Lab;

/// <summary>The switch on the other side of one D-channel.</summary>
/// <param name="Trunk">Its side of the trunk: the network's, or either in QSIG.</param>
/// <param name="Number">The subscriber that calls when nobody else is named. Every number that is called has a subscriber.</param>
public sealed record IsdnSwitchSettings(IsdnTrunkSettings Trunk, string Number)
{
    public TimeSpan RingingTime { get; init; } = Subscribers.RingingTime;
}
