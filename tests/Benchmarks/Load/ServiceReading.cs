using System.Globalization;

namespace Gateway.Benchmarks.Load;

/// <summary>What the process of the service has used up to one moment.</summary>
internal readonly record struct ServiceReading(
    TimeSpan Processor, long AllocatedOctets, long HeapOctets, long ResidentOctets, TimeSpan Paused, int Collections, int FullCollections)
{
    public static ServiceReading Parse(string line)
    {
        var numbers = line.Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new(new TimeSpan(numbers[0]), numbers[1], numbers[2], numbers[3], new TimeSpan(numbers[4]), (int)numbers[5], (int)numbers[6]);
    }
}
