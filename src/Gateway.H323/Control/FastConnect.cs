using System.Net;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245;
using Gateway.Codecs.H323.H245.Audio;

namespace Gateway.H323.Control;

/// <summary>
/// Fast Connect (H.323 (12/2009) 8.1.7): the caller proposes channels in SETUP, the called side returns those it takes. Pure: it reads and
/// makes fastStart elements, the channels themselves live in <see cref="ControlSession"/>.
/// </summary>
internal static class FastConnect
{
    /// <summary>The number of our first channel; H.245 numbers are per direction, so the peer's may be the same.</summary>
    public const int FirstChannel = 101;

    /// <summary>One channel each way per coding, in order of preference.</summary>
    public static IReadOnlyList<CompleteEncoding> Offer(H323Media local) =>
    [
        .. local.Audio.SelectMany((audio, index) => new[]
        {
            new CompleteEncoding(ControlMessages.Reverse(1 + index, audio, local.Rtp, local.Rtcp)),
            new CompleteEncoding(ControlMessages.Forward(FirstChannel + index, audio, media: null, local.Rtcp)),
        }),
    ];

    /// <summary>The elements that can be read; the others are as if they had not been proposed.</summary>
    public static IReadOnlyList<OpenLogicalChannel> Read(IReadOnlyList<CompleteEncoding>? elements)
    {
        if (elements is null)
            return [];
        var channels = new List<OpenLogicalChannel>();
        foreach (var element in elements)
        {
            var channel = element.Decode<OpenLogicalChannel>(out var fault);
            if (fault is null)
                channels.Add(channel);
        }
        return channels;
    }

    /// <summary>What the caller can receive and where, as its SETUP says; null when it proposes no audio towards itself.</summary>
    public static H323Media? Remote(IReadOnlyList<OpenLogicalChannel> offer)
    {
        var towards = offer.Select(channel => (Audio: ReverseAudio(channel), Parameters: ReverseParameters(channel)))
            .Where(proposal => proposal.Audio is not null && ControlMessages.EndPoint(proposal.Parameters?.MediaChannel) is not null).ToList();
        if (towards.Count == 0)
            return null;
        var rtp = ControlMessages.EndPoint(towards[0].Parameters!.MediaChannel)!;
        return new H323Media(rtp, ControlMessages.EndPoint(towards[0].Parameters!.MediaControlChannel) ?? NextPort(rtp), [.. towards.Select(proposal => proposal.Audio!)]);
    }

    /// <summary>
    /// Takes the caller's most preferred coding that we have, in both directions; null when there is none, which refuses Fast Connect.
    /// </summary>
    public static FastConnection? Accept(IReadOnlyList<OpenLogicalChannel> offer, H323Media local)
    {
        foreach (var towards in offer)
        {
            if (ReverseAudio(towards) is not { } audio || !local.Audio.Any(ours => H323Media.IsSame(ours, audio)))
                continue;
            var rtp = ControlMessages.EndPoint(ReverseParameters(towards)?.MediaChannel);
            var from = offer.FirstOrDefault(channel => ForwardAudio(channel) is { } other && H323Media.IsSame(other, audio));
            if (rtp is null || from is null)
                continue;
            var rtcp = ControlMessages.EndPoint(ReverseParameters(towards)?.MediaControlChannel) ?? NextPort(rtp);
            return new FastConnection(
                FirstChannel, from.ForwardLogicalChannelNumber, new H323Media(rtp, rtcp, [audio]),
                [
                    new CompleteEncoding(ControlMessages.Reverse(FirstChannel, audio, media: null, local.Rtcp)),
                    new CompleteEncoding(ControlMessages.Forward(from.ForwardLogicalChannelNumber, ForwardAudio(from)!, local.Rtp, local.Rtcp)),
                ]);
        }
        return null;
    }

    /// <summary>What the called side took of our offer; null when it returned no channel that we could transmit on.</summary>
    public static FastConnection? Accepted(IReadOnlyList<OpenLogicalChannel> answer)
    {
        var from = answer.FirstOrDefault(channel => ForwardAudio(channel) is not null);
        if (from is null || ControlMessages.EndPoint(ForwardParameters(from)?.MediaChannel) is not { } rtp)
            return null;
        var rtcp = ControlMessages.EndPoint(ForwardParameters(from)?.MediaControlChannel) ?? NextPort(rtp);
        var towards = answer.FirstOrDefault(channel => ReverseAudio(channel) is not null);
        return new FastConnection(
            from.ForwardLogicalChannelNumber, towards?.ForwardLogicalChannelNumber, new H323Media(rtp, rtcp, [ForwardAudio(from)!]), []);
    }

    private static AudioCapability? ForwardAudio(OpenLogicalChannel channel) =>
        (channel.ForwardLogicalChannelParameters.DataType as DataType.AudioData)?.Value;

    private static AudioCapability? ReverseAudio(OpenLogicalChannel channel) =>
        (channel.ReverseLogicalChannelParameters?.DataType as DataType.AudioData)?.Value;

    private static H2250LogicalChannelParameters? ForwardParameters(OpenLogicalChannel channel) =>
        (channel.ForwardLogicalChannelParameters.MultiplexParameters as ForwardMultiplexParameters.H2250LogicalChannelParameters)?.Value;

    private static H2250LogicalChannelParameters? ReverseParameters(OpenLogicalChannel channel) =>
        (channel.ReverseLogicalChannelParameters?.MultiplexParameters as ReverseMultiplexParameters.H2250LogicalChannelParameters)?.Value;

    private static IPEndPoint NextPort(IPEndPoint rtp) => new(rtp.Address, Math.Min(rtp.Port + 1, 65535));
}

/// <summary>The channels that Fast Connect opened.</summary>
/// <param name="Outgoing">Number of the channel we transmit on.</param>
/// <param name="Incoming">Number of the channel the peer transmits on, or null when it does not.</param>
/// <param name="Remote">Where the peer wants its audio, and the one coding chosen.</param>
/// <param name="Answer">The elements to return, at the called side.</param>
internal sealed record FastConnection(int Outgoing, int? Incoming, H323Media Remote, IReadOnlyList<CompleteEncoding> Answer);
