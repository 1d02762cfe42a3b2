using Gateway.Codecs.Isdn.Messages;

namespace Gateway.Codecs.Tests.Isdn.Messages;

public class MessageTypeTests
{
    /// <summary>Q.931 (05/1998) Table 4-2, and for hold, retrieve, FACILITY and REGISTER Q.932 (05/1998) Table 8-1.</summary>
    [Theory]
    [InlineData("Alerting", 0x01)]
    [InlineData("CallProceeding", 0x02)]
    [InlineData("Progress", 0x03)]
    [InlineData("Setup", 0x05)]
    [InlineData("Connect", 0x07)]
    [InlineData("SetupAcknowledge", 0x0D)]
    [InlineData("ConnectAcknowledge", 0x0F)]
    [InlineData("UserInformation", 0x20)]
    [InlineData("SuspendReject", 0x21)]
    [InlineData("ResumeReject", 0x22)]
    [InlineData("Hold", 0x24)]
    [InlineData("Suspend", 0x25)]
    [InlineData("Resume", 0x26)]
    [InlineData("HoldAcknowledge", 0x28)]
    [InlineData("SuspendAcknowledge", 0x2D)]
    [InlineData("ResumeAcknowledge", 0x2E)]
    [InlineData("HoldReject", 0x30)]
    [InlineData("Retrieve", 0x31)]
    [InlineData("RetrieveAcknowledge", 0x33)]
    [InlineData("RetrieveReject", 0x37)]
    [InlineData("Disconnect", 0x45)]
    [InlineData("Restart", 0x46)]
    [InlineData("Release", 0x4D)]
    [InlineData("RestartAcknowledge", 0x4E)]
    [InlineData("ReleaseComplete", 0x5A)]
    [InlineData("Segment", 0x60)]
    [InlineData("Facility", 0x62)]
    [InlineData("Register", 0x64)]
    [InlineData("Notify", 0x6E)]
    [InlineData("StatusEnquiry", 0x75)]
    [InlineData("CongestionControl", 0x79)]
    [InlineData("Information", 0x7B)]
    [InlineData("Status", 0x7D)]
    public void A_message_is_known_by_its_octet(string name, byte octet)
    {
        byte[] octets = [0x08, 0x01, 0x01, octet];
        var message = Q931Message.Decode(octets, fromNetwork: false).Message!;
        Assert.Equal(name, message.Type.ToString());
        Assert.Equal(octets, Q931Message.Of(Enum.Parse<MessageType>(name), new CallReference(1, false, 1)).Encode());
    }
}
