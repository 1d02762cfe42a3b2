using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;

namespace Gateway.Isdn;

/// <summary>B-channel availability of North American interfaces: SERVICE and SERVICE ACKNOWLEDGE, Telcordia SR-4994 (discriminator 43)
/// and AT&amp;T TR 41459 (discriminator 03), where the two message types are exchanged.</summary>
/// <remarks>
/// <code>
/// Change status  01 01 | 1 | preference (1) | new status (6): 0 in service, 1 maintenance, 2 out of service
/// </code>
/// The peer's word is acknowledged by its own elements. We take our own channels out of service by not calling on them.
/// </remarks>
public sealed partial class IsdnTrunk
{
    private const byte NationalMaintenance = 0x43;
    private const byte AttMaintenance = 0x03;
    private const byte ChangeStatus = 0x01;
    private const int InService = 0;

    private static MessageType ServiceType(byte discriminator) => (MessageType)(discriminator == NationalMaintenance ? 0x07 : 0x0F);

    private static MessageType ServiceAcknowledgeType(byte discriminator) => (MessageType)(discriminator == NationalMaintenance ? 0x0F : 0x07);

    private bool HasMaintenance => settings.Variant is not (IsdnVariant.Etsi or IsdnVariant.Qsig);

    private void TakeMaintenance(Q931Message message)
    {
        var discriminator = message.ProtocolDiscriminator;
        if (message.Type != ServiceType(discriminator) || !message.CallReference.IsGlobal)
        {
            if (message.Type != ServiceAcknowledgeType(discriminator))
                Observe(null, $"maintenance message {(int)message.Type:X2} discarded");
            return;
        }

        var status = message.All<RawElement>().FirstOrDefault(element => element is { Octet1: ChangeStatus, Contents.Length: > 0 });
        if (status is not null)
        {
            var inService = (status.Contents[0] & 0x3F) == InService;
            foreach (var slot in channels.SlotsOf(message.First<ChannelIdentification>()))
            {
                channels.SetService(slot, inService);
                Observe(null, $"channel {slot} {(inService ? "in" : "out of")} service, as the peer says");
            }
        }

        Send(
            message with { CallReference = message.CallReference.Reversed, Type = ServiceAcknowledgeType(discriminator) },
            null);
    }
}
