namespace Gateway.Codecs.H323.H450.CallTransfer;

/// <summary>EndDesignation (H.450.2 (02/1998) 9): of which call the notified endpoint was the other party.</summary>
public enum EndDesignation
{
    PrimaryEnd,
    SecondaryEnd,
}
