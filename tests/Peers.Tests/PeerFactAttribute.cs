namespace Peers.Tests;

/// <summary>A program, or library, that somebody else wrote.</summary>
internal enum Peer
{
    /// <summary>The SIP test tool (sip-tester).</summary>
    Sipp,

    /// <summary>The protocol analyser.</summary>
    Tshark,

    /// <summary>The ISDN library, and the compiler it takes to have a program of it (libpri-dev, gcc).</summary>
    Libpri,

    /// <summary>A SIP softphone (baresip).</summary>
    Baresip,

    /// <summary>Another one (linphone-cli).</summary>
    Linphone,

    /// <summary>The SIP proxy.</summary>
    Kamailio,

    /// <summary>TLS for programs that have none (stunnel4).</summary>
    Stunnel,

    /// <summary>The DNS server (dnsmasq-base).</summary>
    Dnsmasq,
}

/// <summary>A test that needs peers: skipped where one is not installed, unless CI=true says that everything has to be there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute(params Peer[] peers)
    {
        if (Environment.GetEnvironmentVariable("CI") != "true" && peers.FirstOrDefault(peer => !Installed.Has(peer), (Peer)(-1)) is var missing and >= 0)
            Skip = $"{missing} is not installed";
    }
}

/// <summary>The same of a test with cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PeerTheoryAttribute : TheoryAttribute
{
    public PeerTheoryAttribute(params Peer[] peers) => Skip = new PeerFactAttribute(peers).Skip;
}

/// <summary>Where the peers are on this machine.</summary>
internal static class Installed
{
    public static bool Has(Peer peer) => peer switch
    {
        Peer.Libpri => File.Exists("/usr/include/libpri.h") && Find("gcc") is not null,
        _ => Find(Name(peer)) is not null,
    };

    public static string BaresipModules => Modules("baresip");

    public static string KamailioModules => Modules("kamailio");

    /// <exception cref="FileNotFoundException">It is not installed.</exception>
    public static string Path(Peer peer) => Find(Name(peer)) ?? throw new FileNotFoundException($"{Name(peer)} is not installed");

    private static string Name(Peer peer) => peer switch
    {
        Peer.Sipp => "sipp",
        Peer.Baresip => "baresip",
        Peer.Linphone => "linphone-daemon",
        Peer.Kamailio => "kamailio",
        Peer.Stunnel => "stunnel4",
        Peer.Dnsmasq => "dnsmasq",
        _ => "tshark",
    };

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator).Append("/usr/sbin")
            .Select(folder => System.IO.Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>A program's modules are below the machine's own libraries, or beside them.</summary>
    private static string Modules(string program) =>
        Directory.GetDirectories("/usr/lib", program, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Select(folder => System.IO.Path.Combine(folder, "modules")).First(Directory.Exists);
}
