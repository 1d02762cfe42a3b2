using System.Net;
using Gateway.Codecs.Sip.Sdp;
using Gateway.Engine.Legs;
using MediaDirection = Gateway.Engine.Legs.MediaDirection;
using SdpDirection = Gateway.Codecs.Sip.Sdp.MediaDirection;

namespace Gateway.Exchange.Legs.Sip;

/// <summary>Session descriptions (RFC 8866) and offers and answers (RFC 3264) in the engine's words, and back.</summary>
internal static class SdpTranslation
{
    /// <summary>The audio of a description, or null when it has none that we could pass on.</summary>
    public static Media? ToMedia(SessionDescription description)
    {
        if (description.Audio is not { } audio
            || description.ConnectionOf(audio) is not { } connection
            || !IPAddress.TryParse(connection.Address, out var address))
        {
            return null;
        }

        var ptime = audio.PtimeMilliseconds;
        var codecs = audio.RtpMaps.Select(map => new Codec(NameOf(map), map.PayloadType, ptime)).ToArray();
        var direction = connection.IsUnspecified ? MediaDirection.Inactive : description.DirectionOf(audio) switch
        {
            SdpDirection.SendOnly => MediaDirection.SendOnly,
            SdpDirection.RecvOnly => MediaDirection.ReceiveOnly,
            SdpDirection.Inactive => MediaDirection.Inactive,
            _ => MediaDirection.SendReceive,
        };
        return codecs.Length == 0 ? null : new Media(new IPEndPoint(address, audio.Port), codecs, direction);
    }

    /// <summary>In upper case; the usual ones are not made anew for every call.</summary>
    private static string NameOf(RtpMap map) => map.IsTelephoneEvent ? Codec.TelephoneEventName
        : RtpMap.Static(map.PayloadType) is { } known && known.Encoding.Equals(map.Encoding, StringComparison.OrdinalIgnoreCase) ? known.Encoding
        : map.Encoding.ToUpperInvariant();

    /// <summary>An offer of one audio stream.</summary>
    public static SessionDescription Offer(Media media, Origin origin) => Describe(origin, media, [Stream(media, media.Codecs)]);

    /// <summary>
    /// An answer with one stream per stream of the offer (RFC 3264 6): the first audio stream carries what both know, under the offerer's
    /// payload types; every other stream is refused by port 0. Null when nothing is common.
    /// </summary>
    public static SessionDescription? Answer(SessionDescription offer, Media media, Origin origin)
    {
        if (ToMedia(offer) is not { } offered || offered.Common(media) is not { } common)
        {
            return null;
        }

        var audio = offer.Audio;
        media = media with { Direction = Facing(offered.Direction, media.Direction) };
        var streams = offer.Media.Select(stream => ReferenceEquals(stream, audio)
            ? Stream(media, common.Codecs)
            : new MediaDescription(stream.Media, 0, stream.Protocol, stream.Formats));
        return Describe(origin, media, [.. streams]);
    }

    /// <summary>What is left of our direction in front of theirs: nobody receives what the other does not send (RFC 3264 6.1).</summary>
    private static MediaDirection Facing(MediaDirection theirs, MediaDirection ours)
    {
        var sends = theirs is MediaDirection.SendReceive or MediaDirection.ReceiveOnly && ours is MediaDirection.SendReceive or MediaDirection.SendOnly;
        var receives = theirs is MediaDirection.SendReceive or MediaDirection.SendOnly && ours is MediaDirection.SendReceive or MediaDirection.ReceiveOnly;
        return (sends, receives) switch
        {
            (true, true) => MediaDirection.SendReceive,
            (true, false) => MediaDirection.SendOnly,
            (false, true) => MediaDirection.ReceiveOnly,
            _ => MediaDirection.Inactive,
        };
    }

    private static SessionDescription Describe(Origin origin, Media media, IReadOnlyList<MediaDescription> streams) => new()
    {
        Origin = origin,
        Connection = new ConnectionData(media.Rtp.Address.ToString(), AddressType(media.Rtp.Address)),
        Media = streams,
    };

    private static MediaDescription Stream(Media media, IReadOnlyList<Codec> codecs)
    {
        var attributes = codecs.Select(codec => new SdpAttribute("rtpmap", new RtpMap(codec.PayloadType, codec.Name, RtpMap.Static(codec.PayloadType)?.ClockRate ?? 8000).ToString())).ToList();
        if (codecs.FirstOrDefault(codec => codec.Name == Codec.TelephoneEventName) is { } events)
        {
            attributes.Add(new SdpAttribute("fmtp", $"{events.PayloadType} 0-15"));
        }

        if (codecs.Select(codec => codec.PacketMilliseconds).FirstOrDefault(ptime => ptime is not null) is { } milliseconds)
        {
            attributes.Add(new SdpAttribute("ptime", milliseconds.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        var stream = new MediaDescription("audio", media.Rtp.Port, "RTP/AVP", [.. codecs.Select(codec => codec.PayloadType.ToString(System.Globalization.CultureInfo.InvariantCulture))])
        {
            Attributes = attributes,
        };
        return stream.WithDirection(media.Direction switch
        {
            MediaDirection.SendOnly => SdpDirection.SendOnly,
            MediaDirection.ReceiveOnly => SdpDirection.RecvOnly,
            MediaDirection.Inactive => SdpDirection.Inactive,
            _ => SdpDirection.SendRecv,
        });
    }

    public static string AddressType(IPAddress address) => address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? "IP6" : "IP4";
}
