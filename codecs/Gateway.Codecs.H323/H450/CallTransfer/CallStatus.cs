namespace Gateway.Codecs.H323.H450.CallTransfer;

/// <summary>CallStatus (H.450.2 (02/1998) 9).</summary>
public enum CallStatus
{
    Answered,
    Alerting,
}
