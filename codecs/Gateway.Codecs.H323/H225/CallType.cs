namespace Gateway.Codecs.H323.H225;

/// <summary>CallType (H.225.0 (12/2009) 7.6, Annex H).</summary>
public enum CallType
{
    PointToPoint,
    OneToN,
    NToOne,
    NToN,
}
