using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace Gateway.Transport.Sip;

/// <summary>Where the certificates of one TLS door are, all in PEM.</summary>
/// <param name="Certificate">Our own, and behind it in the same file those between it and the root.</param>
/// <param name="Key">Its private key; null: in the same file.</param>
/// <param name="Password">Of the key; null: it is not encrypted.</param>
/// <param name="Trust">The authorities that a peer's certificate must lead to; null: those of the system.</param>
public sealed record TlsFiles(string Certificate, string? Key = null, string? Password = null, string? Trust = null);

/// <summary>
/// The certificates of one TLS door. Each handshake takes those that the files hold then: they are looked at again, not oftener than once
/// a second, and read again when they changed. Files that cannot be used, half written perhaps, change nothing but the log.
/// </summary>
public sealed partial class TlsCertificates
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    private readonly TlsFiles files;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly Lock gate = new();
    private Loaded loaded;
    private (DateTime, long)[] stamps;
    private long looked;

    /// <exception cref="CryptographicException">The files hold no certificate, no key, or not the key of the certificate.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public TlsCertificates(TlsFiles files, TimeProvider clock, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(clock);
        (this.files, this.clock, this.logger) = (files, clock, logger);
        looked = clock.GetTimestamp();
        stamps = Stamps();
        loaded = Read(files);
    }

    /// <param name="Own">Our certificate with its chain.</param>
    /// <param name="Trust">Null: what the system trusts.</param>
    public sealed record Loaded(SslStreamCertificateContext Own, X509Certificate2Collection? Trust);

    /// <summary>Reads the files once; what <c>gateway check</c> does, too.</summary>
    /// <inheritdoc cref="TlsCertificates(TlsFiles, TimeProvider, ILogger)"/>
    public static Loaded Read(TlsFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var own = Usable(Own(files));
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(files.Certificate);
        X509Certificate2Collection? trust = null;
        if (files.Trust is { } authorities)
        {
            trust = [];
            trust.ImportFromPemFile(authorities);
            if (trust.Count == 0)
            {
                throw new CryptographicException($"\"{authorities}\" holds no certificate");
            }
        }

        return new Loaded(SslStreamCertificateContext.Create(own, chain, offline: true), trust);
    }

    /// <summary>What the files hold now.</summary>
    public Loaded Current()
    {
        lock (gate)
        {
            if (clock.GetElapsedTime(looked) < LookInterval)
            {
                return loaded;
            }

            looked = clock.GetTimestamp();
            var now = Stamps();
            if (now.AsSpan().SequenceEqual(stamps))
            {
                return loaded;
            }

            stamps = now;
            try
            {
                loaded = Read(files);
                LogRead(files.Certificate, loaded.Own.TargetCertificate.NotAfter);
            }
            catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
            {
                LogKept(files.Certificate, e.Message);
            }

            return loaded;
        }
    }

    private static X509Certificate2 Own(TlsFiles files)
    {
        try
        {
            return files.Password is null
                ? X509Certificate2.CreateFromPemFile(files.Certificate, files.Key)
                : X509Certificate2.CreateFromEncryptedPemFile(files.Certificate, files.Password, files.Key);
        }
        catch (ArgumentException e)
        {
            throw new CryptographicException(e.Message, e);
        }
    }

    /// <summary>The TLS of Windows does not take a key that lives in memory only.</summary>
    private static X509Certificate2 Usable(X509Certificate2 read)
    {
        if (!OperatingSystem.IsWindows())
        {
            return read;
        }

        using (read)
        {
            return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
        }
    }

    private (DateTime, long)[] Stamps() =>
    [
        .. new[] { files.Certificate, files.Key, files.Trust }.OfType<string>()
            .Select(file => new FileInfo(file) is { Exists: true } one ? (one.LastWriteTimeUtc, one.Length) : default),
    ];

    [LoggerMessage(Level = LogLevel.Information, Message = "TLS: {File} was read again; the certificate is valid until {NotAfter:u}")]
    private partial void LogRead(string file, DateTime notAfter);

    [LoggerMessage(Level = LogLevel.Warning, Message = "TLS: {File} changed but cannot be used, the certificate stays as it was: {Why}")]
    private partial void LogKept(string file, string why);
}
