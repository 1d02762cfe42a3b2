using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Gateway.Codecs.Sip.Dns;

namespace Gateway.Host.Location;

/// <summary>
/// The hosts file of the system: <c>address name ...</c>, one host a line, comments behind <c>#</c>. A name in it is a host of that address; nobody is asked
/// for anything else about it or its services.
/// </summary>
public static class HostsFile
{
    /// <summary>Somebody may edit it.</summary>
    private const uint GoodForSeconds = 60;

    public static string Path =>
        OperatingSystem.IsWindows() ? System.IO.Path.Combine(Environment.SystemDirectory, "drivers", "etc", "hosts") : "/etc/hosts";

    /// <summary>What the file says to that question; null when it does not know the name.</summary>
    public static DnsAnswer? Answer(DnsQuestion question, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // RFC 2782: _service._protocol.name.
        if (DnsName.Parse(string.Join('.', question.Name.Text.Split('.').SkipWhile(label => label.StartsWith('_')))) is not { } host)
        {
            return null;
        }

        ImmutableArray<IPAddress> known = [.. text.Split('\n').Select(line => line.Split('#')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Skip(1).Any(name => DnsName.Parse(name) == host))
            .Select(words => IPAddress.TryParse(words[0], out var address) ? address : null).OfType<IPAddress>()];
        var family = question.Type switch
        {
            DnsType.A => AddressFamily.InterNetwork,
            DnsType.Aaaa => AddressFamily.InterNetworkV6,
            _ => AddressFamily.Unspecified,
        };
        return known.IsEmpty
            ? null
            : new DnsAnswer.Records([.. known.Where(address => address.AddressFamily == family).Select(address => new DnsRecord.Address(question.Name, GoodForSeconds, address))], GoodForSeconds);
    }

    /// <summary>The same of the file as it is now. One that is not there, or cannot be read, knows nobody.</summary>
    internal static async Task<DnsAnswer?> AnswerAsync(DnsQuestion question, CancellationToken cancellation)
    {
        try
        {
            return Answer(question, await File.ReadAllTextAsync(Path, cancellation).ConfigureAwait(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
