using System.Globalization;
using System.Net;
using Gateway.Codecs.Sip.Sdp;
using Gateway.Sip;

namespace Gateway.Lab;

/// <summary>The session descriptions of a telephone that knows G.711 and telephone-event: RFC 3264.</summary>
internal static class PhoneSession
{
    private const string TelephoneEvent = "telephone-event";

    private static readonly RtpMap[] Codings = [RtpMap.Static(8)!, RtpMap.Static(0)!, new(101, TelephoneEvent, 8000)];

    /// <param name="session">The session id of the origin line.</param>
    /// <param name="version">Raised by one with each description (RFC 3264 8).</param>
    public static SipContent Offer(IPEndPoint media, ulong session, ulong version, MediaDirection direction) =>
        Describe(media, session, version, [Stream(media, Codings, direction)]);

    /// <summary>Null when the offer has no audio that we know.</summary>
    /// <param name="holds">We want to send only.</param>
    public static SipContent? Answer(SessionDescription offer, IPEndPoint media, ulong session, ulong version, bool holds)
    {
        if (offer.Audio is not { } audio)
            return null;
        RtpMap[] common = [.. audio.RtpMaps.Where(map => Codings.Any(ours => IsSame(ours, map)))];
        if (!Array.Exists(common, map => !map.IsTelephoneEvent))
            return null;
        var theirs = offer.DirectionOf(audio);
        var ours = Direction(sends: Receives(theirs), receives: Sends(theirs) && !holds);
        // Every stream is answered, in the same order; those we have no use for with port 0 (RFC 3264 6).
        return Describe(media, session, version, [.. offer.Media.Select(stream => ReferenceEquals(stream, audio)
            ? Stream(media, common, ours)
            : stream with { Port = 0, PortCount = 1, Connection = null, Attributes = [], Lines = [] })]);
    }

    /// <summary>Where the author of a description wants our audio; null when it wants none.</summary>
    public static MediaPoint? Remote(SessionDescription description) =>
        description.Audio is { } audio
        && description.ConnectionOf(audio) is { IsUnspecified: false } connection
        && IPAddress.TryParse(connection.Address, out var address)
        && Receives(description.DirectionOf(audio))
            ? new MediaPoint.Rtp(new IPEndPoint(address, audio.Port))
            : null;

    /// <summary>The description in a body; null when there is none, or none that can be read.</summary>
    public static SessionDescription? Read(SipContent? content) =>
        content is { IsSdp: true } ? SessionDescription.Decode(content.Octets.Span, out _) : null;

    private static SipContent Describe(IPEndPoint media, ulong session, ulong version, IReadOnlyList<MediaDescription> streams)
    {
        var address = media.Address.ToString();
        return SipContent.Sdp(new SessionDescription
        {
            Origin = new Origin("-", session, version, address),
            Connection = new ConnectionData(address),
            Media = streams,
        }.ToOctets());
    }

    private static MediaDescription Stream(IPEndPoint media, RtpMap[] maps, MediaDirection direction) => new(
        "audio", media.Port, "RTP/AVP", [.. maps.Select(map => map.PayloadType.ToString(CultureInfo.InvariantCulture))])
    {
        Attributes =
        [
            .. maps.Select(map => new SdpAttribute("rtpmap", map.ToString())),
            .. maps.Where(map => map.IsTelephoneEvent).Select(map => new SdpAttribute("fmtp", $"{map.PayloadType} 0-15")),
            new SdpAttribute("ptime", "20"),
            new SdpAttribute(direction.Text()),
        ],
    };

    private static bool IsSame(RtpMap one, RtpMap other) =>
        one.ClockRate == other.ClockRate && one.Encoding.Equals(other.Encoding, StringComparison.OrdinalIgnoreCase);

    private static bool Sends(MediaDirection direction) => direction is MediaDirection.SendRecv or MediaDirection.SendOnly;

    private static bool Receives(MediaDirection direction) => direction is MediaDirection.SendRecv or MediaDirection.RecvOnly;

    private static MediaDirection Direction(bool sends, bool receives) => (sends, receives) switch
    {
        (true, true) => MediaDirection.SendRecv,
        (true, false) => MediaDirection.SendOnly,
        (false, true) => MediaDirection.RecvOnly,
        _ => MediaDirection.Inactive,
    };
}
