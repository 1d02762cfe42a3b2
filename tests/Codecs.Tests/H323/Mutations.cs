namespace Gateway.Codecs.Tests.H323;

/// <summary>Damages good octets at random, always the same way.</summary>
internal static class Mutations
{
    /// <summary>A decode may allocate this much for each octet of input: the smallest list elements take a few bits.</summary>
    private const int BytesAnOctet = 1000;

    public static void Try(IReadOnlyList<byte[]> samples, int count, Action<byte[]> decode)
    {
        // Anything that is initialized once should be by now.
        foreach (var sample in samples) decode(sample);
        var random = new Random(20260102);
        for (var i = 0; i < count; i++)
        {
            var octets = Mutate(samples[random.Next(samples.Count)], random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            decode(octets);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < 16_384 + (long)BytesAnOctet * octets.Length, $"{allocated} bytes for {Convert.ToHexString(octets)}");
        }
    }

    private static byte[] Mutate(byte[] sample, Random random)
    {
        byte[] octets = [.. sample];
        for (var changes = random.Next(1, 5); changes > 0 && octets.Length > 0; changes--)
        {
            var at = random.Next(octets.Length);
            switch (random.Next(5))
            {
                case 0: octets[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: octets[at] = (byte)random.Next(256); break;
                case 2: octets[at] = (byte)(random.Next(2) * 255); break;
                case 3: octets = [.. octets[..at], .. octets[(at + random.Next(octets.Length - at))..]]; break;
                default: octets = [.. octets[..at], (byte)random.Next(256), .. octets[at..]]; break;
            }
        }
        return octets;
    }
}
