using System.Text;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Tests.Fuzz;

namespace Gateway.Benchmarks;

internal static partial class Figures
{
    /// <summary>What an octet costs in messages of more and more parts: it must not rise with the size.</summary>
    private static void Growth()
    {
        Console.WriteLine();
        Console.WriteLine($"{"nanoseconds an octet, decode / encode",-50} {"octets",7}");
        foreach (var octets in (int[])[100, 1024, 10240, 61440])
        {
            var information = Aliases(octets);
            var encoded = PerWriter.Encode(information);
            Grown("aligned PER, H323-UserInformation with aliases", encoded, () => PerReader.Decode<H323UserInformation>(encoded, out _), () => PerWriter.Encode(information, Buffer, out _));
        }
        // A message of the D-channel has 260 octets at most.
        foreach (var octets in (int[])[100, Q931Message.MaxOctets])
        {
            var message = Facilities(octets);
            var encoded = message.Encode()!;
            Grown("Q.931 FACILITY with more elements", encoded, () => Q931Message.Decode(encoded).Message, () => message.TryEncode(Buffer, out var written) ? written : 0);
        }
        foreach (var octets in (int[])[100, 1024, 10240, 61440])
        {
            var encoded = Routed(octets);
            var message = SipMessage.Decode(encoded).Message!;
            Grown("SIP REFER with more Record-Route", encoded, () => Transfer(SipMessage.Decode(encoded).Message!), () => message.TryEncode(Buffer, out var written) ? written : 0);
        }
    }

    private static void Grown<T>(string name, byte[] octets, Func<T?> decode, Func<int> encode)
    {
        if (decode() is null || encode() != octets.Length)
            throw new InvalidOperationException($"{name}: refused at {octets.Length} octets");
        Console.WriteLine($"{name,-50} {octets.Length,7} {Measure(decode).Nanoseconds / octets.Length,6:N2} / {Measure(encode).Nanoseconds / octets.Length:N2}");
    }

    private static H323UserInformation Aliases(int octets)
    {
        // Each is 42 octets: choice and length, twenty characters of two.
        var aliases = Enumerable.Range(0, Math.Max(1, (octets - 50) / 42)).Select(i => (AliasAddress)new AliasAddress.H323ID($"{i:D6}@example.com  "));
        var body = new FacilityUuie
        {
            ProtocolIdentifier = ObjectIdentifier.Parse("0.0.8.2250.0.7"),
            Reason = FacilityReason.CallForwarded,
            AlternativeAliasAddress = [.. aliases],
        };
        return new H323UserInformation { H323UuPdu = new H323UuPdu { H323MessageBody = body } };
    }

    private static Q931Message Facilities(int octets)
    {
        var facility = Seeds.Q931.Select(seed => Q931Message.Decode(seed).Message!).First(message => message.Type == MessageType.Facility && Execute(message) is not null);
        var element = facility.First<FacilityElement>()!;
        return facility with { Elements = [.. Enumerable.Repeat(element, (octets - 5) / (element.Contents.Length + 2))] };
    }

    private static byte[] Routed(int octets)
    {
        const string separator = "\r\n\r\n";
        var refer = Encoding.ASCII.GetString(Seeds.SipMessage("sip/refer-rfc3515.sip"));
        // Long ones: a message has 200 headers at most.
        var route = "\r\nRecord-Route: " + string.Join(", ", Enumerable.Repeat("<sip:proxy.atlanta.example.com;lr;transport=tcp>", 8));
        var head = refer[..refer.IndexOf(separator, StringComparison.Ordinal)];
        return Encoding.ASCII.GetBytes(head + string.Concat(Enumerable.Repeat(route, Math.Max(0, (octets - refer.Length) / route.Length))) + refer[head.Length..]);
    }
}
