using System.Diagnostics;
using System.Globalization;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H245;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Tests.Fuzz;

namespace Gateway.Benchmarks;

/// <summary>
/// What typical messages cost, beside C libraries in the same run where they are installed (libsofia-sip-ua-dev, libosip2-dev, gcc). Medians
/// of many short rounds: the ratio of two figures tells more than either, since machines and their load differ.
/// </summary>
internal static class Figures
{
    private const int Rounds = 61;

    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(20);

    public static int Go()
    {
        Console.WriteLine($"{"message",-44} {"octets",6} {"decode",9} {"allocated",9} {"encode",9} {"allocated",9}");
        var buffer = new byte[65536];
        var setup = CallSignalling(message => message.MessageType == H225MessageType.Setup && FastStart(message)?.Count >= 4);
        Show("H.225.0 SETUP, fastStart channels typed", setup.Octets, () => Channels(H225Message.Decode(setup.Octets).Message!), () => setup.Message.Encode(buffer, out _));
        var facility = CallSignalling(message => Initiate(message) is not null);
        var operation = Initiate(facility.Message)!;
        var service = facility.Message.UserInformation!.H323UuPdu.H4501SupplementaryService![0].Decode<H4501SupplementaryService>(out _);
        Show("H.225.0 FACILITY, callTransferInitiate typed", facility.Octets, () => Initiate(H225Message.Decode(facility.Octets).Message!), () => Encode(facility.Message, service, operation, buffer));
        foreach (var name in (string[])["invite-rfc3261", "refer-rfc5589", "notify-rfc3515"])
        {
            var octets = Seeds.SipMessage($"sip/{name}.sip");
            var message = SipMessage.Decode(octets).Message!;
            var (parse, write) = Show($"SIP {name}", octets, () => Transfer(SipMessage.Decode(octets).Message!), () => message.TryEncode(buffer, out var written) ? written : 0);
            foreach (var (library, parsed, written) in Peers(octets))
                Console.WriteLine($"  {library,-42} {"",6} {parsed,6:N0} ns {"",9} {written,6:N0} ns    ratio {parsed / parse:N1} and {written / write:N1}");
        }
        return 0;
    }

    private static (double Decode, double Encode) Show<T>(string name, byte[] octets, Func<T> decode, Func<int> encode)
    {
        var (decoding, decoded) = Measure(decode);
        var (encoding, encoded) = Measure(encode);
        Console.WriteLine($"{name,-44} {octets.Length,6} {decoding,6:N0} ns {decoded,7:N0} B {encoding,6:N0} ns {encoded,7:N0} B");
        return (decoding, encoding);
    }

    private static (double Nanoseconds, long Allocated) Measure<T>(Func<T> action)
    {
        var warm = Stopwatch.StartNew();
        long times = 0;
        while (warm.ElapsedMilliseconds < 1500)
        {
            action();
            times++;
        }
        var each = Math.Max(1, (int)(times * Round.TotalMilliseconds / 1500));
        var rounds = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < each; i++)
                action();
            rounds[round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / each;
        }
        Array.Sort(rounds);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            action();
        return (rounds[Rounds / 2], (GC.GetAllocatedBytesForCurrentThread() - before) / 1000);
    }

    private static (byte[] Octets, H225Message Message) CallSignalling(Func<H225Message, bool> wanted) =>
        Seeds.CallSignalling.Select(octets => (octets, H225Message.Decode(octets).Message!)).First(pair => wanted(pair.Item2));

    private static IReadOnlyList<CompleteEncoding>? FastStart(H225Message message) => (message.UserInformation?.H323UuPdu.H323MessageBody as SetupUuie)?.FastStart;

    private static OpenLogicalChannel? Channels(H225Message message)
    {
        OpenLogicalChannel? last = null;
        foreach (var proposal in FastStart(message)!)
            last = proposal.Decode<OpenLogicalChannel>(out _);
        return last;
    }

    private static Operation.CallTransferInitiate? Initiate(H225Message message)
    {
        if (message.UserInformation?.H323UuPdu.H4501SupplementaryService is not [var apdu, ..])
            return null;
        return apdu.Decode<H4501SupplementaryService>(out _).ServiceApdu is ServiceApdus.RosApdus { Value: [Invoke invoke, ..] }
            ? Operation.Decode(invoke, out _) as Operation.CallTransferInitiate
            : null;
    }

    /// <summary>From the operation to the octets: argument, component, APDU and message.</summary>
    private static int Encode(H225Message message, H4501SupplementaryService service, Operation operation, byte[] buffer)
    {
        var apdu = service with { ServiceApdu = new ServiceApdus.RosApdus([operation.ToInvoke(1, out _)!]) };
        var pdu = message.UserInformation!.H323UuPdu with { H4501SupplementaryService = [new(apdu)] };
        return (message with { UserInformation = message.UserInformation with { H323UuPdu = pdu } }).Encode(buffer, out _);
    }

    /// <summary>The headers a transfer is decided by, typed.</summary>
    private static object? Transfer(SipMessage message) => message.ReferTo?.Replaces ?? (object?)message.ReferredBy ?? message.TargetDialog ?? (object)message.CSeq.Method;

    private static IEnumerable<(string Library, double Parse, double Write)> Peers(byte[] octets)
    {
        var folder = Directory.CreateTempSubdirectory("figures");
        var (program, input) = (Path.Combine(folder.FullName, "sip"), Path.Combine(folder.FullName, "message"));
        File.WriteAllBytes(input, octets);
        var lines = Run("gcc", "-O2", "-o", program, Repository.Under("tests", "Benchmarks", "peers", "sip.c"), "-I/usr/include/sofia-sip-1.12", "-lsofia-sip-ua", "-losip2", "-losipparser2") is null
            ? ""
            : Run(program, input) ?? "";
        folder.Delete(recursive: true);
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            yield return (words[0], double.Parse(words[1], CultureInfo.InvariantCulture), double.Parse(words[2], CultureInfo.InvariantCulture));
        }
    }

    /// <summary>What it printed; null when it is not there or did not succeed.</summary>
    private static string? Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
