namespace Gateway.Codecs.H323.H225;

/// <summary>Message types of the call signalling channel (H.225.0 (12/2009) 7.2.1.3, Q.931 (05/1998) table 4-2).</summary>
public enum H225MessageType : byte
{
    Alerting = 0x01,
    CallProceeding = 0x02,
    Progress = 0x03,
    Setup = 0x05,
    Connect = 0x07,
    SetupAcknowledge = 0x0D,
    ReleaseComplete = 0x5A,
    Facility = 0x62,
    Notify = 0x6E,
    StatusInquiry = 0x75,
    Information = 0x7B,
    Status = 0x7D,
}
