using System.Buffers;
using System.Text.Json.Nodes;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H245;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.H323.Ras;
using Gateway.Codecs.H323.Tpkt;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Iua;
using Gateway.Codecs.Isdn.Lapd;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Host.Rendering;

/// <summary>Decodes octets of a known kind into fields, and encodes what it understood again.</summary>
public static class MessageDecoder
{
    /// <summary>The kinds by their names on the command line.</summary>
    public static IReadOnlyDictionary<string, MessageKind> Kinds { get; } = new Dictionary<string, MessageKind>
    {
        ["sip"] = MessageKind.Sip,
        ["h225"] = MessageKind.H225,
        ["h225-uu"] = MessageKind.H225Uu,
        ["ras"] = MessageKind.Ras,
        ["h245"] = MessageKind.H245,
        ["h450"] = MessageKind.H450,
        ["q931"] = MessageKind.Q931,
        ["facility"] = MessageKind.Facility,
        ["lapd"] = MessageKind.Lapd,
        ["iua"] = MessageKind.Iua,
    };

    /// <param name="variant">Whose operations Facility elements hold; null leaves their arguments as octets, except where the element itself tells.</param>
    public static DecodedMessage Decode(MessageKind kind, byte[] octets, FacilityVariant? variant = null)
    {
        ArgumentNullException.ThrowIfNull(octets);
        var faults = new List<FoundFault>();
        var (value, reencoded) = kind switch
        {
            MessageKind.Sip => Sip(octets, faults),
            MessageKind.H225 => H225(octets, faults),
            MessageKind.H225Uu => Per<H323UserInformation>(octets, faults),
            MessageKind.Ras => Per<RasMessage>(octets, faults),
            MessageKind.H245 => Per<MultimediaSystemControlMessage>(octets, faults),
            MessageKind.H450 => Per<H4501SupplementaryService>(octets, faults),
            MessageKind.Q931 => Q931(octets, faults, variant),
            MessageKind.Facility => Facility(octets, faults, variant),
            MessageKind.Lapd => Lapd(octets, faults, variant),
            _ => Iua(octets, faults, variant),
        };
        return new DecodedMessage(Kinds.First(pair => pair.Value == kind).Key, value, reencoded, faults);
    }

    private static (JsonNode?, byte[]?) Sip(byte[] octets, List<FoundFault> faults)
    {
        var decoded = SipMessage.Decode(octets);
        if (decoded.Fault is { } fault)
            faults.Add(SipTree.Of(fault));
        return decoded.Message is { } message ? (SipTree.Of(message, octets, faults), message.ToOctets()) : (null, null);
    }

    private static (JsonNode?, byte[]?) H225(byte[] octets, List<FoundFault> faults)
    {
        var rest = new ReadOnlySequence<byte>(octets);
        var payload = rest;
        var framed = octets is [3, ..];
        if (framed && !TpktFrame.TryRead(ref rest, out payload, out var framing))
        {
            faults.Add(FoundFault.Of(framing ?? new DecodeFault(DecodeFaultReason.EndOfInput, octets.Length * 8, "RFC 1006 clause 6", "TPKT")));
            return (null, null);
        }

        var message = payload.ToArray();
        var offset = framed ? octets.Length - (int)rest.Length - message.Length : 0;
        if (framed && rest.Length > 0)
            faults.Add(new FoundFault(Names.Camel(nameof(DecodeFaultReason.TrailingOctets)), (octets.Length - (int)rest.Length) * 8, "RFC 1006 clause 6", "TPKT"));
        var decoding = H225Message.Decode(message);
        if (decoding.Fault is { } fault)
            faults.Add(FoundFault.Of(fault, offset));
        foreach (var element in decoding.ElementFaults)
            faults.Add(FoundFault.Of(element.Fault, offset, element.CauseValue));
        if (decoding.Message is not { } decoded)
            return (null, null);
        var tree = new RecordTree(octets, faults, null);
        return (tree.Of(decoded, typeof(H225Message)), Encode(decoded, framed ? TpktFrame.HeaderOctets : 0));
    }

    private static byte[]? Encode(H225Message message, int header)
    {
        var buffer = new byte[TpktFrame.MaximumOctets];
        var written = message.Encode(buffer.AsSpan(header), out var fault);
        if (fault is not null)
            return null;
        if (header > 0)
            TpktFrame.WriteHeader(buffer, written);
        return buffer[..(header + written)];
    }

    private static (JsonNode?, byte[]?) Per<T>(byte[] octets, List<FoundFault> faults)
        where T : IPerType<T>
    {
        var value = PerReader.Decode<T>(octets, out var fault, out var consumed);
        if (fault is { } found)
        {
            faults.Add(FoundFault.Of(found));
            return (null, null);
        }

        if (consumed < octets.Length)
            faults.Add(new FoundFault(Names.Camel(nameof(DecodeFaultReason.TrailingOctets)), consumed * 8, "X.691 (07/2002) 10.1.3", typeof(T).Name));
        var shown = new RecordTree(octets, faults, null).Of(value, typeof(T));
        var reencoded = PerWriter.Encode(value, out var broken);
        return (shown, broken is null ? reencoded : null);
    }

    private static (JsonNode?, byte[]?) Q931(byte[] octets, List<FoundFault> faults, FacilityVariant? variant)
    {
        var tree = new RecordTree(octets, faults, variant);
        var shown = tree.Layer3(octets);
        return Q931Message.Decode(octets).Message is { } message ? (shown, message.Encode()) : (null, null);
    }

    private static (JsonNode?, byte[]?) Facility(byte[] octets, List<FoundFault> faults, FacilityVariant? variant)
    {
        // 1C as octet 3 would be a profile nobody defined, so it can only be the element's identifier.
        var whole = octets.Length >= 2 && octets[0] == FacilityElement.Id && octets[1] == octets.Length - 2;
        var contents = whole ? octets[2..] : octets;
        if (contents.Length == 0)
        {
            faults.Add(new FoundFault(Names.Camel(nameof(DecodeFaultReason.EndOfInput)), octets.Length * 8, "Q.932 (05/1998) 8.2.3", "facility"));
            return (null, null);
        }

        var shown = new RecordTree(octets, faults, variant ?? Told(contents)).Facility(contents);
        var buffer = new byte[byte.MaxValue];
        var fits = FacilityContents.Decode(contents, out var fault).TryEncode(buffer, out var written) && fault is null;
        return (shown, !fits ? null : whole ? [FacilityElement.Id, (byte)written, .. buffer.AsSpan(0, written)] : buffer[..written]);
    }

    /// <summary>The networking extensions are those of QSIG, and one service discriminator is Nortel's.</summary>
    private static FacilityVariant? Told(byte[] contents) => FacilityContents.Decode(contents, out _) switch
    {
        { Profile: ProtocolProfile.NetworkingExtensions } => FacilityVariant.Qsig,
        { ServiceDiscriminator: FacilityContents.Dms100Discriminator } => FacilityVariant.Dms100,
        _ => null,
    };

    private static (JsonNode?, byte[]?) Lapd(byte[] octets, List<FoundFault> faults, FacilityVariant? variant)
    {
        var (frame, fault) = LapdFrame.Decode(octets);
        if (fault is { } found)
            faults.Add(FoundFault.Of(found));
        return frame is null ? (null, null) : (new RecordTree(octets, faults, variant).Of(frame, typeof(LapdFrame)), frame.Encode());
    }

    private static (JsonNode?, byte[]?) Iua(byte[] octets, List<FoundFault> faults, FacilityVariant? variant)
    {
        var decoding = IuaMessage.Decode(octets);
        if (decoding.Fault is { } fault)
            faults.Add(FoundFault.Of(fault));
        return decoding.Message is { } message ? (new RecordTree(octets, faults, variant).Of(message, typeof(IuaMessage)), message.Encode()) : (null, null);
    }
}
