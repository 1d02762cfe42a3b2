using System.Net;

namespace Peers.Tests.Sip;

/// <summary>Debian's stunnel: the TLS end of a program that has none. It shows its certificate, and takes what chains up to the same authority alone.</summary>
internal sealed class Stunnel : IAsyncDisposable
{
    private readonly PeerProcess process;

    private Stunnel(PeerProcess process, IPEndPoint local) => (this.process, Local) = (process, local);

    /// <summary>Where it is reached: in front of a TLS server without TLS, in front of a program without TLS over TLS.</summary>
    public IPEndPoint Local { get; }

    /// <summary>Makes TLS connections to a server whose certificate must be for its address, one for each that comes here in clear.</summary>
    /// <param name="version">The one version it speaks: <c>TLSv1.2</c> (RFC 5246) or <c>TLSv1.3</c> (RFC 8446).</param>
    /// <param name="shows">Its certificate; null: none.</param>
    public static Task<Stunnel> Before(IPEndPoint server, Certificates authority, string version, string? shows) =>
        Start(server, authority, version, $"client = yes\ncheckIP = {server.Address}\nverifyChain = yes\n{(shows is null ? "" : Own(authority, shows))}");

    /// <summary>Takes TLS connections from clients with a certificate alone, and makes one in clear for each.</summary>
    public static Task<Stunnel> Behind(IPEndPoint plain, Certificates authority, string version) =>
        Start(plain, authority, version, $"client = no\nrequireCert = yes\nverifyChain = yes\n{Own(authority, "telephone")}");

    /// <summary>Waits until it tells this in its log, true, or has ended instead.</summary>
    public Task<bool> Tells(string text) => process.Prints(text);

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private static string Own(Certificates authority, string name)
    {
        (string certificate, string key) = authority.Issue(name, "127.0.0.1");
        return $"cert = {certificate}\nkey = {key}\n";
    }

    private static async Task<Stunnel> Start(IPEndPoint far, Certificates authority, string version, string side)
    {
        for (int attempt = 1; ; attempt++)
        {
            IPEndPoint local = PeerProcess.FreePort();
            string folder = PeerProcess.NewFolder();
            string file = Path.Combine(folder, "stunnel.conf");
            await File.WriteAllTextAsync(
                file, $"foreground = yes\ndebug = info\npid =\n[sip]\naccept = {local}\nconnect = {far}\nCAfile = {authority.Trust}\nsslVersion = {version}\n{side}");
            var process = PeerProcess.Start(Installed.Path(Peer.Stunnel), [file], folder, null);
            if (await process.Prints($"bound to {local}"))
                return new Stunnel(process, local);
            await process.DisposeAsync();
            if (attempt == 5)
                throw new InvalidOperationException($"stunnel does not start:\n{process}");
        }
    }
}
