namespace Shared;

/// <summary>
/// Texts that the tests generate and a person has approved: charts of machines and ladders of scenarios. APPROVE_CHARTS=1 or
/// APPROVE_LADDERS=1 in the environment writes them instead of comparing; the difference is then reviewed like any other.
/// </summary>
internal static class Approved
{
    public static void AssertChart(string name, string text) => AssertSame("APPROVE_CHARTS", Repository.Under("fixtures", "charts", name + ".txt"), text);

    public static void AssertLadder(string name, string text) => AssertSame("APPROVE_LADDERS", Repository.Under("fixtures", "ladders", name + ".txt"), text);

    private static void AssertSame(string approving, string path, string text)
    {
        if (Environment.GetEnvironmentVariable(approving) == "1")
            File.WriteAllText(path, text);
        Assert.True(File.Exists(path), $"{path} is not approved yet");
        Assert.Equal(File.ReadAllText(path), text);
    }
}
