using System.Net;
using Gateway.Codecs.H323.H245.Audio;
using Gateway.Engine.Legs;
using Gateway.H323;

namespace Gateway.Exchange.Legs.H323;

/// <summary>H.245 audio capabilities (H.245 (05/2011) B.2.2) and RTP encoding names (RFC 3551), for the codecs that both worlds name alike.</summary>
internal static class MediaTranslation
{
    private const int DefaultPacketMilliseconds = 20;

    /// <summary>Port 9, discard, of an address: for a peer that must be told something before there is anything to tell.</summary>
    public static H323Media? Nowhere(IPAddress address) =>
        ToH323(new Media(new IPEndPoint(address, 9), [Engine.Legs.Codec.G711ALaw, Engine.Legs.Codec.G711MuLaw]));

    /// <summary>Null when no codec has a capability.</summary>
    public static H323Media? ToH323(Media media)
    {
        var audio = media.Codecs.Select(Capability).OfType<AudioCapability>().ToArray();

        // RTCP has the next higher port (RFC 3550 11); behind the last one there is none.
        var control = new IPEndPoint(media.Rtp.Address, Math.Min(media.Rtp.Port + 1, IPEndPoint.MaxPort));
        return audio.Length == 0 ? null : new H323Media(media.Rtp, control, audio);
    }

    /// <summary>Null when no capability is one we can name.</summary>
    public static Media? FromH323(H323Media media)
    {
        var codecs = media.Audio.Select(Codec).OfType<Codec>().ToArray();
        return codecs.Length == 0 ? null : new Media(media.Rtp, codecs);
    }

    private static AudioCapability? Capability(Codec codec)
    {
        var milliseconds = codec.PacketMilliseconds ?? DefaultPacketMilliseconds;
        return codec.Name switch
        {
            "PCMA" => new AudioCapability.G711Alaw64k(milliseconds),
            "PCMU" => new AudioCapability.G711Ulaw64k(milliseconds),
            "G722" => new AudioCapability.G72264k(milliseconds),
            "G729" => new AudioCapability.G729(Math.Max(1, milliseconds / 10)),
            _ => null,
        };
    }

    private static Codec? Codec(AudioCapability capability) => capability switch
    {
        AudioCapability.G711Alaw64k(var frames) => Engine.Legs.Codec.G711ALaw with { PacketMilliseconds = Stated(frames) },
        AudioCapability.G711Ulaw64k(var frames) => Engine.Legs.Codec.G711MuLaw with { PacketMilliseconds = Stated(frames) },
        AudioCapability.G72264k(var frames) => new Codec("G722", 9, Stated(frames)),
        AudioCapability.G729(var frames) => new Codec("G729", 18, frames * 10),
        AudioCapability.G729AnnexA(var frames) => new Codec("G729", 18, frames * 10),
        _ => null,
    };

    /// <summary>The largest packet a capability admits says little about what a sender prefers; small ones are kept as they are meant.</summary>
    private static int? Stated(int frames) => frames is > 0 and <= 60 ? frames : null;
}
