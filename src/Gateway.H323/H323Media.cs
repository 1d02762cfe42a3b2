using System.Net;
using Gateway.Codecs.H323.H245.Audio;

namespace Gateway.H323;

/// <summary>Where one side wants its audio, and what it can receive.</summary>
/// <param name="Rtp">Receiving address.</param>
/// <param name="Rtcp">Address of the RTCP that belongs to it.</param>
/// <param name="Audio">
/// In order of preference. The numbers in a capability are frames per packet: 1 ms each for G.711 and G.722, 10 ms for G.729, 30 ms for G.723.1.
/// </param>
public sealed record H323Media(IPEndPoint Rtp, IPEndPoint Rtcp, IReadOnlyList<AudioCapability> Audio)
{
    public bool Equals(H323Media? other) =>
        other is not null && Rtp.Equals(other.Rtp) && Rtcp.Equals(other.Rtcp) && Audio.SequenceEqual(other.Audio);

    public override int GetHashCode() => HashCode.Combine(Rtp, Rtcp, Audio.Count);

    public override string ToString() => $"{Rtp} {string.Join('/', Audio.Select(audio => audio.GetType().Name))}";

    /// <summary>The first of our capabilities, in our order of preference, that is the same coding as one of <paramref name="theirs"/>; null when there is none.</summary>
    internal static AudioCapability? Common(IEnumerable<AudioCapability> ours, IEnumerable<AudioCapability> theirs) =>
        ours.FirstOrDefault(our => theirs.Any(their => IsSame(our, their)));

    /// <summary>The same coding, whatever the packet sizes.</summary>
    internal static bool IsSame(AudioCapability one, AudioCapability other) => one.GetType() == other.GetType();
}
