namespace House.Tests;

/// <summary>A rule of the house, and every place that breaks it.</summary>
internal static class Rule
{
    public static void Holds(IEnumerable<string> breaches)
    {
        var all = breaches.ToArray();
        if (all.Length > 0)
            Assert.Fail(string.Join('\n', all.Prepend("")));
    }
}
