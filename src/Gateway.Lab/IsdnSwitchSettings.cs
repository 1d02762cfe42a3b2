using Gateway.Isdn;

namespace Gateway.Lab;

/// <summary>The switch on the other side of one D-channel.</summary>
/// <param name="Trunk">Its side of the trunk: the network's, or either in QSIG.</param>
/// <param name="Number">The subscriber that calls when nobody else is named.</param>
public sealed record IsdnSwitchSettings(IsdnTrunkSettings Trunk, string Number)
{
    /// <summary>What its numbers begin with; any other is answered as unassigned. The first digit of <see cref="Number"/> unless told otherwise.</summary>
    public string Prefix { get; init; } = Number[..1];

    public TimeSpan RingingTime { get; init; } = Subscribers.RingingTime;
}
