using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Lapd;
using Gateway.Codecs.Isdn.Messages;
using Simulation.Tests.World;

namespace Simulation.Tests.Peers;

/// <summary>Changes what Facility elements say while they are on their way, so that a switch answers for itself to what nobody asked.</summary>
internal static class FacilityWords
{
    /// <summary>Every component that <paramref name="from"/> sends is replaced by what comes of it; null takes it out.</summary>
    public static void Replace(this VirtualWorld world, Node from, Func<Component, Component?> change)
    {
        var before = world.Network.MeddleFrame;
        world.Network.MeddleFrame = (sender, frame) => before(sender, sender == from ? Change(frame, change) : frame);
    }

    private static byte[] Change(byte[] frame, Func<Component, Component?> change)
    {
        if (LapdFrame.Decode(frame).Frame is not LapdFrame.Information information
            || Q931Message.Decode(information.Payload).Message is not { } message
            || !message.All<FacilityElement>().Any())
        {
            return frame;
        }

        var elements = message.Elements.Select(element => element is FacilityElement facility ? Change(facility, change) : element).OfType<Element>();
        return (information with { Payload = (message with { Elements = [.. elements] }).Encode()! }).Encode();
    }

    private static FacilityElement? Change(FacilityElement facility, Func<Component, Component?> change)
    {
        var contents = FacilityContents.Decode(facility.Contents, out _);
        var components = contents.Components.Select(change).OfType<Component>().ToArray();
        if (components.Length == 0)
            return null;
        Span<byte> octets = stackalloc byte[255];
        Assert.True((contents with { Components = components }).TryEncode(octets, out var written));
        return new FacilityElement(octets[..written].ToArray());
    }
}
