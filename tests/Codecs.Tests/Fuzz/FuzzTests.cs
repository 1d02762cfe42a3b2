namespace Gateway.Codecs.Tests.Fuzz;

/// <summary>
/// Each decoder under damaged octets. The long run, which also looks at the clock, is <c>dotnet run -c Release --project tests/Benchmarks -- fuzz</c>.
/// </summary>
public class FuzzTests
{
    private const int Inputs = 200_000;

    public static TheoryData<string> Names => [.. Decoders.Names];

    [Theory, MemberData(nameof(Names))]
    public void No_damage_makes_a_decoder_throw_or_allocate_without_bound_or_write_what_it_would_not_read(string decoder)
    {
        var result = Attack.On(Decoders.Named(decoder), Inputs, seed: 2026);
        Assert.True(result.Failures.Count == 0, string.Join('\n', result.Failures));
        // Damage that leaves nothing to accept would prove little.
        Assert.InRange(result.Accepted, Inputs / 100, Inputs);
    }
}
