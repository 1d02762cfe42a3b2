using System.Text;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H245;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Facility.Etsi;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Sdp;
using Gateway.Codecs.Tests.Fuzz;
using Operation = Gateway.Codecs.H323.H450.Operation;

namespace Gateway.Benchmarks;

internal static partial class Figures
{
    /// <summary>RFC 3665 3.1 F5.</summary>
    private const string Ok = """
        SIP/2.0 200 OK
        Via: SIP/2.0/TCP client.atlanta.example.com:5060;branch=z9hG4bK74bf9;received=192.0.2.101
        From: Alice <sip:alice@atlanta.example.com>;tag=9fxced76sl
        To: Bob <sip:bob@biloxi.example.com>;tag=8321234356
        Call-ID: 3848276298220188511@atlanta.example.com
        CSeq: 1 INVITE
        Contact: <sip:bob@client.biloxi.example.com;transport=tcp>
        Content-Type: application/sdp
        Content-Length: 147

        v=0
        o=bob 2890844527 2890844527 IN IP4 client.biloxi.example.com
        s=-
        c=IN IP4 192.0.2.201
        t=0 0
        m=audio 3456 RTP/AVP 0
        a=rtpmap:0 PCMU/8000

        """;

    private static readonly byte[] Buffer = new byte[1 << 17];

    /// <summary>Both ways with every layer typed, and the contents of user-user alone, which is what Erlang's codec is asked for.</summary>
    private static void H323(string? modules)
    {
        var setup = CallSignalling(message => FastStart(message)?.Count >= 4);
        var proposing = WithChannels(setup.Message);
        Show("H.225.0 SETUP, four or more channels typed", setup.Octets.Length, () => Channels(H225Message.Decode(setup.Octets).Message!), () => proposing.Encode(Buffer, out _));
        var facility = CallSignalling(message => Initiate(message) is not null);
        var asking = WithInvoke(facility.Message);
        Show("H.225.0 FACILITY, callTransferInitiate typed", facility.Octets.Length, () => Initiate(H225Message.Decode(facility.Octets).Message!), () => asking.Encode(Buffer, out _));

        var alone = (H323UserInformation[])[setup.Message.UserInformation!, facility.Message.UserInformation!];
        var others = Erlang(modules, [.. alone.Select(information => PerWriter.Encode(information))]);
        foreach (var (i, information) in alone.Index())
        {
            var octets = PerWriter.Encode(information);
            var ours = Show(
                $"  its H323-UserInformation alone, {(i == 0 ? "SETUP" : "FACILITY")}", octets.Length,
                () => PerReader.Decode<H323UserInformation>(octets, out _), () => PerWriter.Encode(information, Buffer, out _));
            Compare(others.Skip(i).Take(1), ours);
        }
    }

    private static void Isdn()
    {
        var setup = Seeds.Q931.First(octets => octets.Length > 50 && Q931Message.Decode(octets).Message?.Type == MessageType.Setup);
        Show("Q.931 SETUP", setup);
        var facility = Seeds.Q931.First(octets => Q931Message.Decode(octets).Message is { Type: MessageType.Facility } message && Execute(message) is not null);
        Show("Q.931 FACILITY, ExplicitEctExecute typed to read", facility);
    }

    private static void Show(string name, byte[] octets)
    {
        var written = Q931Message.Decode(octets).Message!;
        Show(name, octets.Length, () => Q931Message.Decode(octets).Message is { } message ? Execute(message) : null, () => written.TryEncode(Buffer, out var length) ? length : 0);
    }

    private static void Sip()
    {
        foreach (var (name, octets) in ((string, byte[])[])
        [
            ("INVITE with SDP (RFC 3261)", Seeds.SipMessage("sip/invite-rfc3261.sip")),
            ("200 OK with SDP (RFC 3665)", Encoding.ASCII.GetBytes(Ok.ReplaceLineEndings("\r\n"))),
            ("REFER with Replaces (RFC 5589)", Seeds.SipMessage("sip/refer-rfc5589.sip")),
            ("NOTIFY with sipfrag (RFC 3515)", Seeds.SipMessage("sip/notify-rfc3515.sip")),
        ])
        {
            var message = SipMessage.Decode(octets).Message!;
            var ours = Show($"SIP {name}", octets.Length, () => Transfer(SipMessage.Decode(octets).Message!), () => message.TryEncode(Buffer, out var written) ? written : 0);
            Compare(Libraries(octets), ours);
            if (message.Body.Length > 0)
                Console.WriteLine($"  {"and its body typed",-48} {message.Body.Length,6} {Measure(() => Body(message)).Nanoseconds,6:N0} ns");
        }
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

    private static ExplicitEctExecute? Execute(Q931Message message) =>
        message.First<FacilityElement>() is { } facility && FacilityContents.Decode(facility.Contents, out _).Components is [Component.Invoke invoke, ..]
            ? Codecs.Isdn.Facility.Operation.Decode(FacilityVariant.Etsi, invoke, out _) as ExplicitEctExecute
            : null;

    private static H225Message WithChannels(H225Message message)
    {
        var pdu = message.UserInformation!.H323UuPdu;
        var body = (SetupUuie)pdu.H323MessageBody with
        {
            FastStart = [.. FastStart(message)!.Select(proposal => new CompleteEncoding(proposal.Decode<OpenLogicalChannel>(out _)))],
        };
        return message with { UserInformation = message.UserInformation with { H323UuPdu = pdu with { H323MessageBody = body } } };
    }

    private static H225Message WithInvoke(H225Message message)
    {
        var pdu = message.UserInformation!.H323UuPdu;
        var service = pdu.H4501SupplementaryService![0].Decode<H4501SupplementaryService>(out _) with
        {
            ServiceApdu = new ServiceApdus.RosApdus([Initiate(message)!.ToInvoke(1, out _)!]),
        };
        return message with { UserInformation = message.UserInformation with { H323UuPdu = pdu with { H4501SupplementaryService = [new(service)] } } };
    }

    /// <summary>The headers a transfer is decided by, typed.</summary>
    private static object? Transfer(SipMessage message) => message.ReferTo?.Replaces ?? (object?)message.ReferredBy ?? message.TargetDialog ?? (object)message.CSeq.Method;

    private static object? Body(SipMessage message) =>
        message.Body.Span.StartsWith("v="u8) ? SessionDescription.Decode(message.Body.Span, out _) : SipFragment.Decode(message.Body.Span, out _);
}
