namespace Gateway.Codecs.H323.H450.CallDiversion;

/// <summary>SubscriptionOption (H.450.3 (02/1998) 9).</summary>
public enum SubscriptionOption
{
    NoNotification,
    NotificationWithoutDivertedToNr,
    NotificationWithDivertedToNr,
}
