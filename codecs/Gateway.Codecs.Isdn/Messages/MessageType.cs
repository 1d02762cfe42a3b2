namespace Gateway.Codecs.Isdn.Messages;

/// <summary>Message types of ITU-T Q.931 (05/1998) Table 4-2 and Q.932 (05/1998) Table 8-1. An octet not listed here is kept as it came;
/// a type after the escape octet <c>00</c> is 0100 hex plus that octet.</summary>
public enum MessageType : ushort
{
    Alerting = 0x01,
    CallProceeding = 0x02,
    Progress = 0x03,
    Setup = 0x05,
    Connect = 0x07,
    SetupAcknowledge = 0x0D,
    ConnectAcknowledge = 0x0F,
    UserInformation = 0x20,
    SuspendReject = 0x21,
    ResumeReject = 0x22,
    Hold = 0x24,
    Suspend = 0x25,
    Resume = 0x26,
    HoldAcknowledge = 0x28,
    SuspendAcknowledge = 0x2D,
    ResumeAcknowledge = 0x2E,
    HoldReject = 0x30,
    Retrieve = 0x31,
    RetrieveAcknowledge = 0x33,
    RetrieveReject = 0x37,
    Disconnect = 0x45,
    Restart = 0x46,
    Release = 0x4D,
    RestartAcknowledge = 0x4E,
    ReleaseComplete = 0x5A,
    Segment = 0x60,
    Facility = 0x62,
    Register = 0x64,
    Notify = 0x6E,
    StatusEnquiry = 0x75,
    CongestionControl = 0x79,
    Information = 0x7B,
    Status = 0x7D,

    /// <summary>Added to the octet that follows the escape <c>00</c>.</summary>
    NationalEscape = 0x100,
}
