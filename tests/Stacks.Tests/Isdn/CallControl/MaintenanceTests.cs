using Gateway.Codecs.Isdn.Elements;
using Gateway.Isdn;

namespace Stacks.Tests.Isdn.CallControl;

/// <summary>SERVICE of North American switches. The octets are those of ni2-service and att4ess-service in fixtures/isdn/libpri-frames.json.</summary>
public class MaintenanceTests
{
    [Theory]
    [InlineData(IsdnVariant.Ni2, "43020000070101c21803a98385", "43028000 0f0101c21803a98385")]
    [InlineData(IsdnVariant.Att4Ess, "030200000f0101c21803a98385", "03028000 070101c21803a98385")]
    public void A_channel_out_of_service_is_acknowledged_and_not_called_on(IsdnVariant variant, string service, string acknowledge)
    {
        var peer = new ScriptedPeer(new(IsdnSide.User, variant));
        Assert.Equal(acknowledge.Replace(" ", "", StringComparison.Ordinal), peer.Say(service));
        var taken = Enumerable.Range(0, 22).Select(_ => peer.Trunk.ChannelOf(peer.Place(new() { Elements = [BearerCapability.Speech()] }))).ToList();
        Assert.DoesNotContain(5, taken);
        peer.Place(new() { Elements = [BearerCapability.Speech()] });
        Assert.Equal(34, peer.Last<CallIndication.Released>().Cause.Value);
        peer.Say(service.Replace("0101c2", "0101c0", StringComparison.Ordinal));
        Assert.Equal(5, peer.Trunk.ChannelOf(peer.Place(new() { Elements = [BearerCapability.Speech()] })));
    }

    [Theory]
    [InlineData(IsdnVariant.Ni2, "430280000f0101c21803a98385")]
    [InlineData(IsdnVariant.Att4Ess, "03028000070101c21803a98385")]
    [InlineData(IsdnVariant.Ni2, "4302000045")]
    [InlineData(IsdnVariant.Etsi, "43020000070101c21803a98385")]
    [InlineData(IsdnVariant.Qsig, "430200000701")]
    public void Anything_else_of_maintenance_is_not_answered(IsdnVariant variant, string hex) =>
        Assert.Equal("", new ScriptedPeer(new(IsdnSide.User, variant)).Say(hex));
}
