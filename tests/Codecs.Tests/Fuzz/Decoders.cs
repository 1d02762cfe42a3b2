using System.Buffers;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.Capture;
using Gateway.Codecs.Capture.Files;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H245;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.H323.Ras;
using Gateway.Codecs.H323.Tpkt;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Lapd;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Codecs.Sip.Dns;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Sdp;

namespace Gateway.Codecs.Tests.Fuzz;

/// <summary>Every decoder that octets from outside reach.</summary>
internal static class Decoders
{
    private static readonly byte[][] SipWords =
    [
        .. "\r\n|\r\n |\r\n\r\n|\t|\0|\"|\\|<|>|@|;|:|,|=|?|&|%|%00|%0d%0a|%FF|[|]|[::1]|(|)|*|~|/|.|0|-1|255|256|65536|4294967296|99999999999999999999|z9hG4bK|SIP/2.0|sip:|sips:|tel:+1;phone-context=|;tag=|;lr|;rport|;received=|Content-Length: 0\r\n|l: 9999999999\r\n|Refer-To: |Replaces=a%40b%3Bto-tag%3D1%3Bfrom-tag%3D2|?Replaces=|Reason: Q.850;cause=16\r\n|m=audio 1 RTP/AVP 0\r\n|a=rtpmap:0 x/1\r\n|c=IN IP4 0\r\n"
            .Split('|').Select(System.Text.Encoding.ASCII.GetBytes),
        [0xFF], [0xC3], [0xC3, 0xA9], [0xED, 0xA0, 0x80], [0x80],
    ];

    public static IReadOnlyList<string> Names => [.. Makers.Select(maker => maker.Name)];

    /// <summary>The decoder of that name, its fixtures read.</summary>
    public static Decoder Named(string name) => Makers.Single(maker => maker.Name == name).Make(name);

    private static readonly (string Name, Func<string, Decoder> Make)[] Makers =
    [
        ("sip", name => new Decoder<SipMessage>(name, Seeds.Sip, Sip, static message => message.ToOctets(), SipWords)),
        ("sip-stream", name => new Decoder<object>(name, Seeds.Sip, SipStream, static _ => null, SipWords)),
        ("sdp", name => new Decoder<SessionDescription>(name, Seeds.SipBodies("v="), Sdp, static session => session.ToOctets(), SipWords)),
        ("sipfrag", name => new Decoder<SipFragment>(name, Seeds.SipBodies("SIP/2.0"), SipFrag, static fragment => fragment.ToOctets(), SipWords)),
        ("dns", name => new Decoder<DnsMessage>(name, Seeds.Dns, Dns, static message => message.Encode())),
        ("tpkt", name => new Decoder<object>(name, [.. Seeds.CallSignalling.Select(Packet)], Tpkt, static _ => null)),
        ("h225", name => new Decoder<H225Message>(name, Seeds.CallSignalling, CallSignalling, static message => message.Encode() is { Length: > 0 } octets ? octets : null)),
        ("h225-uu", name => Per<H323UserInformation>(name, Seeds.UserInformation)),
        ("ras", name => Per<RasMessage>(name, Seeds.Ras)),
        ("h245", name => Per<MultimediaSystemControlMessage>(name, Seeds.Control)),
        ("fast-start", name => Per<OpenLogicalChannel>(name, Seeds.FastStart)),
        ("h450", name => new Decoder<TypedServices>(name, Seeds.SupplementaryService, TypedServices.Decode, static service => service.Encode())),
        ("q931", name => new Decoder<Q931Message>(name, Seeds.Q931, Q931, static message => message.Encode())),
        ("lapd", name => new Decoder<LapdFrame>(name, Seeds.Lapd, Lapd, static frame => frame.Encode())),
        ("facility-etsi", name => Facility(name, FacilityVariant.Etsi)),
        ("facility-qsig", name => Facility(name, FacilityVariant.Qsig)),
        ("facility-ni2", name => Facility(name, FacilityVariant.Ni2)),
        ("facility-dms100", name => Facility(name, FacilityVariant.Dms100)),
        ("capture", name => new Decoder<IReadOnlyList<CaptureFrame>>(name, Seeds.Captures, Capture, Rewrite)),
    ];

    private static Decoder<T> Per<T>(string name, IReadOnlyList<byte[]> fixtures) where T : class, IPerType<T> => new(
        name, fixtures,
        static (ReadOnlySpan<byte> octets, out Fault? at) =>
        {
            var value = PerReader.Decode<T>(octets, out var fault);
            at = Fault.Of(fault);
            return fault is null ? value : null;
        },
        static value => PerWriter.Encode(value, out var fault) is var octets && fault is null ? octets : null);

    private static Decoder<TypedFacility> Facility(string name, FacilityVariant variant) => new(
        name, Seeds.Facilities,
        (ReadOnlySpan<byte> octets, out Fault? at) => TypedFacility.Decode(variant, octets, out at),
        static facility => facility.Encode());

    private static H225Message? CallSignalling(ReadOnlySpan<byte> octets, out Fault? at)
    {
        var decoding = H225Message.Decode(octets);
        at = Fault.Of(decoding.Fault);
        foreach (var fault in decoding.ElementFaults)
            at = new Fault(Math.Max(at?.Octet ?? 0, fault.Fault.Octet), fault.Fault.Reason == DecodeFaultReason.TooLarge || at is { TooLarge: true });
        return decoding.Message;
    }

    private static Q931Message? Q931(ReadOnlySpan<byte> octets, out Fault? at)
    {
        var decoding = Q931Message.Decode(octets, fromNetwork: true);
        at = Fault.Of(decoding.Fault);
        foreach (var fault in decoding.ElementFaults)
            at = new Fault(Math.Max(at?.Octet ?? 0, fault.Fault.Octet), fault.Fault.Reason == DecodeFaultReason.TooLarge || at is { TooLarge: true });
        return decoding.Message;
    }

    private static LapdFrame? Lapd(ReadOnlySpan<byte> octets, out Fault? at)
    {
        var (frame, fault) = LapdFrame.Decode(octets);
        if (frame is LapdFrame.Unnumbered { Address.Sapi: 63 } management)
            fault ??= TeiManagement.Decode(management.Payload).Fault;
        at = Fault.Of(fault);
        return frame;
    }

    private static SipMessage? Sip(ReadOnlySpan<byte> octets, out Fault? at)
    {
        var decoded = SipMessage.Decode(octets);
        at = Fault.Of(decoded.Fault);
        return decoded.IsWhole ? decoded.Message : null;
    }

    private static SessionDescription? Sdp(ReadOnlySpan<byte> octets, out Fault? at)
    {
        var session = SessionDescription.Decode(octets, out var fault);
        at = Fault.Of(fault);
        return session;
    }

    private static SipFragment? SipFrag(ReadOnlySpan<byte> octets, out Fault? at)
    {
        var fragment = SipFragment.Decode(octets, out var fault);
        at = Fault.Of(fault);
        return fragment;
    }

    private static DnsMessage? Dns(ReadOnlySpan<byte> octets, out Fault? at)
    {
        var message = DnsMessage.Decode(octets, out var fault);
        at = fault is { } found ? new Fault(found.Octet, found.Reason == DnsFaultReason.TooLarge) : null;
        return message;
    }

    /// <summary>Takes messages off the front of a stream until there are no more; each step takes something.</summary>
    private static string SipStream(ReadOnlySpan<byte> octets, out Fault? at)
    {
        at = null;
        var taken = 0;
        var framer = new SipFramer();
        var stream = new ReadOnlySequence<byte>(octets.ToArray());
        while (at is null)
        {
            var front = framer.Look(stream.Slice(taken));
            at = front.Fault is { } fault ? new Fault(taken + fault.Octet) : null;
            if (front.KeepAliveOctets + front.MessageOctets == 0)
                break;
            taken += front.KeepAliveOctets + front.MessageOctets;
        }
        return octets.Length >= taken ? string.Empty : throw new InvalidOperationException("more taken than there was");
    }

    private static string Tpkt(ReadOnlySpan<byte> octets, out Fault? at)
    {
        var rest = octets;
        while (TpktFrame.TryRead(ref rest, out _, out _))
        {
        }
        TpktFrame.TryRead(ref rest, out _, out var fault);
        at = fault is { } found ? new Fault(octets.Length - rest.Length + found.Octet) : null;
        return string.Empty;
    }

    private static byte[] Packet(byte[] message)
    {
        var packet = new byte[TpktFrame.HeaderOctets + message.Length];
        TpktFrame.WriteHeader(packet, message.Length);
        message.CopyTo(packet, TpktFrame.HeaderOctets);
        return [.. packet, .. packet];
    }

    private static IReadOnlyList<CaptureFrame> Capture(ReadOnlySpan<byte> octets, out Fault? at)
    {
        var file = CaptureFile.Read(octets.ToArray());
        at = file.Fault is { } fault ? new Fault(fault.Offset) : null;
        foreach (var captured in CaptureReader.Read(file))
            GC.KeepAlive(captured);
        return file.Frames;
    }

    private static byte[] Rewrite(IReadOnlyList<CaptureFrame> frames)
    {
        var output = new ArrayBufferWriter<byte>(1 << 14);
        var writer = new PcapngWriter(output);
        foreach (var frame in frames)
            writer.Write(frame.LinkType, frame.Time, frame.Octets.Span);
        return output.WrittenSpan.ToArray();
    }
}
