using System.Net;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.Capture;
using Gateway.Codecs.Capture.Files;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.Ras;
using Gateway.Codecs.Isdn.Iua;
using Gateway.Codecs.Isdn.Iua.Parameters;
using Gateway.Codecs.Isdn.Lapd;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Codecs.Sip.Messages;
using Gateway.Host.Rendering;

namespace Gateway.Host.Replay;

/// <summary>Finds the signalling messages in a capture. What is in them tells, hardly ever their port; only for LAPD in UDP the ports must be given.</summary>
/// <param name="lapdPorts">UDP ports whose datagrams are LAPD frames.</param>
internal sealed class Dissector(IReadOnlySet<int> lapdPorts)
{
    private const int SipPort = 5060;

    private static readonly int[] RasPorts = [1718, 1719];

    private readonly List<Seen> seen = [];
    private readonly Dictionary<(int Connection, IPEndPoint Source), SignallingStream> streams = [];
    private readonly HashSet<IPEndPoint> rasEnds = [];
    private readonly Dictionary<(string Trunk, bool FromNetwork, byte Tei), (byte SendSequence, byte[] Payload)> lastFrames = [];
    private readonly HashSet<string> withFrameCheck = [];

    public static IReadOnlyList<Seen> Read(CaptureFile file, IReadOnlySet<int> lapdPorts)
    {
        var dissector = new Dissector(lapdPorts);
        foreach (var captured in CaptureReader.Read(file))
            dissector.Take(captured);
        return dissector.Named();
    }

    private void Take(Captured captured)
    {
        switch (captured)
        {
            case Captured.Datagram datagram:
                Datagram(datagram);
                break;
            case Captured.StreamChunk chunk:
                Chunk(chunk);
                break;
            case Captured.StreamGap gap:
                if (streams.TryGetValue((gap.Connection, gap.Source), out var torn))
                {
                    torn.Forget();
                    Lost(gap, Place.Of(gap.Source), Place.Of(gap.Destination), $"{gap.MissingOctets} octets of the stream are not in the capture");
                }

                break;
            case Captured.Lapd frame:
                Lapd(frame, "lapd", frame.Octets.ToArray(), frame.FromNetwork, null, null);
                break;
            case Captured.UserMessage { PayloadProtocol: IuaMessage.PayloadProtocol } message:
                Iua(message, message.Octets.Span, message.Source, message.Destination);
                break;
            case Captured.ExportedPdu pdu:
                Exported(pdu);
                break;
            case Captured.Unreadable frame:
                Lost(frame, Place.Of(null), Place.Of(null), frame.Reason);
                break;
        }
    }

    private void Datagram(Captured.Datagram datagram)
    {
        var octets = datagram.Octets.ToArray();
        if (lapdPorts.Contains(datagram.Source.Port) || lapdPorts.Contains(datagram.Destination.Port))
        {
            var ends = new[] { datagram.Source.ToString(), datagram.Destination.ToString() }.Order(StringComparer.Ordinal);
            Lapd(datagram, string.Join('-', ends), octets, null, datagram.Source, datagram.Destination);
        }
        else if (SignallingStream.LooksLikeSip(octets) || (IsText(octets) && (datagram.Source.Port == SipPort || datagram.Destination.Port == SipPort)))
        {
            Sip(datagram, datagram.Source, datagram.Destination, octets);
        }
        else if (RasPorts.Contains(datagram.Source.Port) || RasPorts.Contains(datagram.Destination.Port)
            || rasEnds.Contains(datagram.Source) || rasEnds.Contains(datagram.Destination))
        {
            Ras(datagram, datagram.Source, datagram.Destination, octets);
        }
    }

    /// <summary>On the port of SIP even a damaged first line is told; keep-alives and STUN begin otherwise.</summary>
    private static bool IsText(byte[] octets) => octets is [>= (byte)' ', _, _, _, ..];

    private void Chunk(Captured.StreamChunk chunk)
    {
        var key = (chunk.Connection, chunk.Source);
        if (!streams.TryGetValue(key, out var stream))
            streams[key] = stream = new SignallingStream();
        var (messages, areSip, lost) = stream.Take(chunk.Octets.Span);
        foreach (var message in messages)
        {
            if (areSip)
                Sip(chunk, chunk.Source, chunk.Destination, message);
            else
                H225(chunk, chunk.Source, chunk.Destination, message, chunk.Connection + 1);
        }

        if (lost is not null)
            Lost(chunk, Place.Of(chunk.Source), Place.Of(chunk.Destination), lost);
    }

    /// <summary>Wireshark names the dissector whose protocol the octets begin.</summary>
    private void Exported(Captured.ExportedPdu pdu)
    {
        var octets = pdu.Octets.ToArray();
        switch (pdu.Dissector)
        {
            case "sip" or "sip.tcp" or "sip_tcp":
                Sip(pdu, pdu.Source, pdu.Destination, octets);
                break;
            case "h225.ras" or "h225_ras":
                Ras(pdu, pdu.Source, pdu.Destination, octets);
                break;
            case "tpkt" when new SignallingStream().Take(octets) is { Messages: { Count: > 0 } messages }:
                foreach (var message in messages)
                    H225(pdu, pdu.Source, pdu.Destination, message, 0);
                break;
            case "q931" or "q931.tpkt" when pdu.Source is not null:
                H225(pdu, pdu.Source, pdu.Destination, octets, 0);
                break;
            case "q931":
                Isdn(pdu, "q931", octets, fromNetwork: false, null, null);
                break;
            case "lapd":
                Lapd(pdu, "lapd", octets, null, pdu.Source, pdu.Destination);
                break;
            case "iua":
                Iua(pdu, octets, pdu.Source, pdu.Destination);
                break;
        }
    }

    private void Sip(Captured at, IPEndPoint? from, IPEndPoint? to, byte[] octets)
    {
        var decoded = SipMessage.Decode(octets);
        if (decoded.Fault?.Reason == SipFaultReason.Empty)
            return;
        seen.Add(new Seen.Sip(at.Frame, at.Time, Place.Of(from), Place.Of(to), octets, decoded.Message)
        {
            Faults = decoded.Fault is { } fault ? [SipTree.Of(fault)] : [],
        });
    }

    private void H225(Captured at, IPEndPoint? from, IPEndPoint? to, byte[] octets, int connection)
    {
        var decoding = H225Message.Decode(octets);
        seen.Add(new Seen.H225(at.Frame, at.Time, Place.Of(from), Place.Of(to), octets, connection, decoding.Message)
        {
            Faults = [.. Whole(decoding.Fault), .. decoding.ElementFaults.Select(fault => FoundFault.Of(fault.Fault, cause: fault.CauseValue))],
        });
    }

    private void Ras(Captured at, IPEndPoint? from, IPEndPoint? to, byte[] octets)
    {
        var message = PerReader.Decode<RasMessage>(octets, out var fault);
        if (fault is null)
            rasEnds.UnionWith(new[] { from, to }.OfType<IPEndPoint>());
        seen.Add(new Seen.Ras(at.Frame, at.Time, Place.Of(from), Place.Of(to), octets, fault is null ? message : null) { Faults = [.. Whole(fault)] });
    }

    private void Lapd(Captured at, string trunk, byte[] octets, bool? fromNetwork, IPEndPoint? from, IPEndPoint? to)
    {
        // The devices that keep two octets for the frame check sequence show it in the first frame that has a fixed length.
        var (frame, fault) = LapdFrame.Decode(octets);
        if (fault is { Reason: DecodeFaultReason.TrailingOctets } && LapdFrame.Decode(octets.AsSpan()[..^2]).Frame is { } shorter && from is not null)
        {
            withFrameCheck.Add(trunk);
            (frame, fault) = (shorter, null);
        }
        else if (withFrameCheck.Contains(trunk) && octets.Length > 2)
        {
            (frame, fault) = LapdFrame.Decode(octets.AsSpan()[..^2]);
        }

        if (fault is { } found)
        {
            Lost(at, Place.Of(from), Place.Of(to), found.ToString());
            return;
        }

        var payload = frame switch
        {
            LapdFrame.Information information => information.Payload,
            LapdFrame.Unnumbered { Function: UnnumberedFunction.UnnumberedInformation } unnumbered => unnumbered.Payload,
            _ => null,
        };
        if (payload is null || frame!.Address.Sapi != LapdAddress.CallControlSapi)
            return;
        // Both kinds are commands always, and Table 1 of Q.921 lets the C/R bit of a command tell who sent it.
        var network = fromNetwork ?? frame.Address.CommandResponseBit;
        if (frame is LapdFrame.Information sent)
        {
            var key = (trunk, network, frame.Address.Tei);
            if (lastFrames.TryGetValue(key, out var last) && last.SendSequence == sent.SendSequence && last.Payload.AsSpan().SequenceEqual(payload))
                return;
            lastFrames[key] = (sent.SendSequence, payload);
        }

        Isdn(at, frame.Address.Tei is 0 or LapdAddress.BroadcastTei ? trunk : $"{trunk}:{frame.Address.Tei}", payload, network, from, to);
    }

    /// <summary>
    /// The layer 3 messages between a signalling gateway and the controller behind it (RFC 4233 3.3.1). The endpoint stands on the line, the
    /// controller in the network (RFC 4233 1.3.1): indications come from the user, requests go to it.
    /// </summary>
    private void Iua(Captured at, ReadOnlySpan<byte> octets, IPEndPoint? from, IPEndPoint? to)
    {
        var decoding = IuaMessage.Decode(octets);
        if (decoding.Fault is { } fault)
            Lost(at, Place.Of(from), Place.Of(to), fault.ToString());
        if (decoding.Message is not { Type: IuaMessageType.DataRequest or IuaMessageType.UnitDataRequest or IuaMessageType.DataIndication or IuaMessageType.UnitDataIndication } message
            || message.First<ProtocolData>() is not { } data)
            return;
        var line = message.First<InterfaceIdentifierText>()?.Text ?? $"{message.First<InterfaceIdentifier>()?.Values.FirstOrDefault()}";
        var trunk = message.First<Dlci>() is { Tei: not (0 or LapdAddress.BroadcastTei) } link ? $"iua {line}:{link.Tei}" : $"iua {line}";
        Isdn(at, trunk, data.Message, message.Type is IuaMessageType.DataRequest or IuaMessageType.UnitDataRequest, from, to);
    }

    private void Isdn(Captured at, string trunk, byte[] octets, bool fromNetwork, IPEndPoint? from, IPEndPoint? to)
    {
        var decoding = Q931Message.Decode(octets, fromNetwork);
        seen.Add(new Seen.Isdn(at.Frame, at.Time, Side(from, trunk, fromNetwork), Side(to, trunk, !fromNetwork), octets, trunk, fromNetwork, decoding.Message)
        {
            Faults = [.. Whole(decoding.Fault), .. decoding.ElementFaults.Select(fault => FoundFault.Of(fault.Fault, cause: fault.CauseValue))],
        });
    }

    private static Place Side(IPEndPoint? address, string trunk, bool network) =>
        address is null ? new Place(null, $"{trunk} {(network ? "network" : "user")}") : Place.Of(address);

    private void Lost(Captured at, Place from, Place to, string reason) => seen.Add(new Seen.Unreadable(at.Frame, at.Time, from, to, reason));

    private static IEnumerable<FoundFault> Whole(DecodeFault? fault) => fault is { } found ? [FoundFault.Of(found)] : [];

    /// <summary>A party is known by its host, or by host and port on a host that talks to itself.</summary>
    private List<Seen> Named()
    {
        var busy = seen.Where(message => message.From.Address?.Address.Equals(message.To.Address?.Address) == true)
            .Select(message => message.From.Address!.Address)
            .ToHashSet();
        return [.. seen.Select(message => message with { From = Name(message.From), To = Name(message.To) })];

        Place Name(Place place) => place.Address is { } address && !busy.Contains(address.Address) ? place with { Name = address.Address.ToString() } : place;
    }
}
