using System.Collections.Immutable;
using Gateway.Codecs.Isdn.Elements;

namespace Gateway.Isdn.CallControl;

/// <summary>The B-channels of an interface by time slot, and who has them: ITU-T Q.931 (05/1998) clauses 5.1.2 and 5.2.3.</summary>
/// <remarks>The user hunts upwards and the network downwards, so that they seldom meet.</remarks>
internal sealed class ChannelTable
{
    private readonly SortedDictionary<int, IsdnCallId?> slots = [];
    private readonly HashSet<int> outOfService = [];
    private readonly IsdnTrunkSettings settings;

    internal ChannelTable(IsdnTrunkSettings settings)
    {
        this.settings = settings;
        var last = settings.Interface switch { IsdnInterface.PrimaryE1 => 31, IsdnInterface.PrimaryT1 => 23, _ => 2 };
        for (var slot = 1; slot <= last; slot++)
        {
            if (slot != 16 || settings.Interface != IsdnInterface.PrimaryE1)
                slots[slot] = null;
        }
    }

    private bool Logical => settings.Numbering == ChannelNumbering.Logical && settings.Interface == IsdnInterface.PrimaryE1;

    internal bool Exists(int slot) => slots.ContainsKey(slot);

    internal IsdnCallId? HolderOf(int slot) => slots.GetValueOrDefault(slot);

    internal bool IsFree(int slot) => slots.TryGetValue(slot, out var holder) && holder is null;

    internal int? FirstFree()
    {
        var free = slots.Where(slot => slot.Value is null && !outOfService.Contains(slot.Key)).Select(slot => (int?)slot.Key);
        return settings.Side == IsdnSide.User ? free.FirstOrDefault() : free.LastOrDefault();
    }

    /// <summary>A channel the peer took out of service is not hunted; a call the peer itself puts there is taken.</summary>
    internal void SetService(int slot, bool inService)
    {
        if (inService)
            outOfService.Remove(slot);
        else if (Exists(slot))
            outOfService.Add(slot);
    }

    internal void Take(int slot, IsdnCallId call) => slots[slot] = call;

    internal void Free(int slot) => slots[slot] = null;

    /// <summary>The element that names a time slot.</summary>
    internal ChannelIdentification Name(int slot, bool exclusive) => settings.Interface == IsdnInterface.Basic
        ? ChannelIdentification.Basic(slot, exclusive)
        : ChannelIdentification.Primary(Logical && slot > 16 ? slot - 1 : slot, exclusive);

    /// <summary>The time slot an element names; null when it names none, or not exactly one.</summary>
    internal int? SlotOf(ChannelIdentification? channel) => channel?.Channel is not { } number ? null
        : Logical && number >= 16 && channel.Channels?.Map is null ? number + 1
        : number;

    /// <summary>All time slots an element names: by list or map, several perhaps.</summary>
    internal ImmutableArray<int> SlotsOf(ChannelIdentification? channel)
    {
        if (SlotOf(channel) is { } one)
            return [one];
        var numbers = channel?.Channels?.Numbers ?? [];
        return [.. numbers.Select(number => SlotOf(ChannelIdentification.Primary(number))).OfType<int>()];
    }
}
