using Gateway.Benchmarks;
using Gateway.Benchmarks.Door;
using Gateway.Benchmarks.Load;

return args switch
{
    ["fuzz", .. var rest] => FuzzRun.Go(rest),
    ["figures"] => Figures.Go(null),
    ["figures", var modules] => Figures.Go(modules),
    ["door", .. var rest] => await DoorRun.Go(rest),
    ["load", .. var rest] => LoadRun.Go(rest),
    ["decode"] => DecodeRate.Go(),
    ["mutate", .. var rest] => Mutations.Go(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: fuzz [inputs] [decoder ...]     attack decoders with damaged fixtures; 10,000,000 inputs each, all of them
               door [folder ...] [inputs]      everything bad there is through the SIP door of the running service: the cases of folders, damaged fixtures
               mutate [count] [seed]           change constants of the codecs one by one, and ask whether a test notices
               decode                          how many lines a minute `gateway decode` takes
               figures [folder]                what typical messages cost, beside C libraries; beside Erlang's asn1, given a folder with
                                               the modules of H.225.0, H.235 and H.245 as h225.asn, h235.asn and h245.asn
               load [--quick] [part ...]       the running service between SIPp and SIPp; parts: ceilings calls transfers held
        """);
    return 2;
}
