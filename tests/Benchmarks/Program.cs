using Gateway.Benchmarks;

return args switch
{
    ["fuzz", .. var rest] => FuzzRun.Go(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: fuzz [inputs] [decoder ...]     attack decoders with damaged fixtures; 10,000,000 inputs each, all of them
        """);
    return 2;
}
